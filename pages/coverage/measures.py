"""What the map can show: one table, a line a measure; the rest of the screen reads from it."""

from dataclasses import dataclass

import pandas as pd

from pages.coverage.numbers import Row, written
from pages.shared.vocabulary import MISSING
from pages.shared.words import Words, mark


@dataclass(frozen=True)
class Measure:
    """One way to read the map; all but the texts are columns.

    ``unit`` is what ``counted`` adds up, ``scale`` that of what is drawn where it is another.
    ``drawn`` fills the map; ``there`` tells whether a place has any row. ``listed`` is the
    documents' list of the same, of places in that ``role``. ``bounds`` are the least values of the
    classes: without any, a place has rows or has none. ``found``, ``reported`` and ``nothing`` say
    how many places have rows, how many are listed, and that the selection has no rows; ``none``
    what a zero is called, ``note`` what else is to be known. ``counts``: a zero is none, and not a
    length of no time; ``adds_up``: the places make up a total.
    """

    label: str
    unit: str
    found: str
    nothing: str
    counted: str
    drawn: str
    there: str
    made_up: str
    bounds: tuple[float, ...] = ()
    listed: str | None = None
    role: str = ""
    reported: str = ""
    note: str = ""
    scale: str = ""
    none: str = mark("none recorded")
    counts: bool = True
    adds_up: bool = True

    @property
    def is_whole(self) -> bool:
        """Whether what is drawn has no parts."""
        return self.counts and not self.scale

    @property
    def shown(self) -> tuple[str, str]:
        """The column that a place is told by, and its unit."""
        return (self.drawn, self.scale) if self.scale else (self.counted, self.unit)


NO_ATTENDANCE = mark("No attendance is recorded in this selection yet.")
WITH_PEOPLE = mark("Municipalities with recorded attendance: {n} of {all}.")
LISTED = mark("Reported as represented: {n}.")

MEASURES = {
    "represented": Measure(
        label=mark("Represented or not"),
        unit=mark("Persons"),
        found=WITH_PEOPLE,
        reported=LISTED,
        nothing=NO_ATTENDANCE,
        counted="persons",
        drawn="attendances",
        there="attendances",
        made_up="is_made_up",
        listed="is_reported",
        role="represented",
    ),
    "persons": Measure(
        label=mark("Persons"),
        unit=mark("Persons"),
        found=WITH_PEOPLE,
        reported=LISTED,
        nothing=NO_ATTENDANCE,
        counted="persons",
        drawn="persons",
        there="attendances",
        made_up="is_made_up",
        bounds=(1, 5, 10, 20),
        listed="is_reported",
        role="represented",
    ),
    "attendances": Measure(
        label=mark("Attendances"),
        unit=mark("Attendances"),
        found=WITH_PEOPLE,
        reported=LISTED,
        nothing=NO_ATTENDANCE,
        counted="attendances",
        drawn="attendances",
        there="attendances",
        made_up="is_made_up",
        bounds=(1, 5, 10, 20),
        listed="is_reported",
        role="represented",
    ),
    "activities": Measure(
        label=mark("Activities"),
        unit=mark("Activities"),
        found=mark("Municipalities where an activity was held: {n} of {all}."),
        nothing=mark("No activity is known in this selection."),
        counted="activities",
        drawn="activities",
        there="activities",
        made_up="activities_made_up",
        bounds=(1, 2, 3, 5),
    ),
    "mediators": Measure(
        label=mark("Mediators"),
        unit=mark("Mediators' posts"),
        found=mark("Municipalities with a recorded mediator's post: {n} of {all}."),
        reported=mark("Reported as places of mediators: {n}."),
        nothing=mark("No mediator's post is recorded in this selection yet."),
        counted="posts",
        drawn="posts",
        there="posts",
        made_up="posts_made_up",
        bounds=(1, 2, 3, 5),
        listed="is_reported_post",
        role="mediator",
    ),
    "families": Measure(
        label=mark("Families"),
        unit=mark("Families with mediators"),
        found=mark("Municipalities with families that had a mediator: {n} of {all}."),
        nothing=mark("No case of a mediator is recorded in this selection yet."),
        note=mark(
            "A family counts once at each place where a mediator had its case, so the places may "
            "add up to more families than there are."
        ),
        counted="families",
        drawn="families",
        there="families",
        made_up="families_made_up",
        bounds=(1, 10, 20, 40),
        adds_up=False,
    ),
    "since": Measure(
        label=mark("Years since the last activity"),
        unit=mark("Years since the last activity"),
        found=mark("Municipalities where an activity was ever held, its day stated: {n} of {all}."),
        nothing=mark("No activity with a stated day is known."),
        note=mark(
            "Activities of all rounds on the land of each municipality, up to {day}. Years are "
            "those completed by whole months, to a tenth."
        ),
        counted="years_since_activity",
        drawn="years_since_activity",
        there="years_since_activity",
        made_up="last_activity_made_up",
        bounds=(0, 1, 3, 5),
        counts=False,
        adds_up=False,
    ),
    "recommendations": Measure(
        label=mark("Open recommendations"),
        unit=mark("Open recommendations"),
        found=mark("Municipalities with an open recommendation about them: {n} of {all}."),
        nothing=mark("The register has no entry in this selection."),
        none=mark("none open"),
        note=mark(
            "Open is what is proposed, accepted or in progress. Entries of the register that name "
            "no place are about none."
        ),
        counted="open_recommendations",
        drawn="open_recommendations",
        there="open_recommendations",
        made_up="open_recommendations_made_up",
        bounds=(1, 2, 3, 5),
    ),
}
DEFAULT = "represented"


def is_listed(measure: Measure, row: Row) -> bool | None:
    """Whether the documents list the place; None where they list none, or not of this measure."""
    if measure.listed is None or pd.isna(row[measure.listed]):
        return None
    return bool(row[measure.listed])


def how_many_listed(measure: Measure, places: pd.DataFrame) -> int | None:
    """How many of the places the documents list; None where they have no list."""
    said = [is_listed(measure, row) for row in places.to_dict("records")]
    return None if set(said) == {None} else said.count(True)


def is_there(measure: Measure, row: Row) -> bool:
    """Whether a place has any row."""
    value = row[measure.there]
    return bool(pd.notna(value) and (value > 0 or not measure.counts))


def said_of(words: Words, measure: Measure, row: Row) -> str:
    """What is recorded of a place, in short; of people both persons and attendances."""
    columns = {measure.counted: words.say(measure.unit)}
    if measure.there != measure.counted:
        columns[measure.there] = words.say("Attendances")
    if measure.scale:
        columns[measure.drawn] = words.say(measure.scale)
    if pd.isna(row[measure.counted]):
        columns = {measure.counted: words.say(measure.unit)}
    return "; ".join(
        f"{unit[:1].lower() + unit[1:] if place else unit}: {written(words, row, column)}"
        for place, (column, unit) in enumerate(columns.items())
    )


def noted(words: Words, measure: Measure, places: pd.DataFrame) -> str:
    """What else is to be known of a measure; empty where there is nothing."""
    if not measure.note:
        return ""
    return words.say(measure.note, day=words.date(places["measured_on"].iloc[0]))


def says_list(words: Words, measure: Measure, row: Row) -> str:
    """Whether the documents list a place: yes, no, or not stated where they have no list."""
    listed = is_listed(measure, row)
    if listed is None:
        return words.code(MISSING, "not_stated")
    return words.say("yes") if listed else words.say("no")


def made_up(words: Words, measure: Measure, places: pd.DataFrame) -> str:
    """What is to be said where rows of the sample are behind the numbers; else nothing."""
    if not places[measure.made_up].any():
        return ""
    return words.say(
        "Made up, wholly or in part: rows of the sample are behind these numbers. They show how "
        "the screen works and say nothing of a real place."
    )
