"""What the map can show: one table, a line a measure; the rest of the screen reads from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from pages.shared import reach
from pages.shared.vocabulary import MISSING
from pages.shared.words import Words, mark

Row = Mapping[Any, Any]
RECORDED = frozenset({"is_represented", "persons", "attendances", "activities", "posts"})
OF_WHOLE_ROUNDS = frozenset({"activities", "posts"})
"""Columns with what is recorded of a place, and those of what lies in no municipality."""


@dataclass(frozen=True)
class Measure:
    """One way to read the map; all but ``label``, ``unit`` and the sentences are columns.

    ``unit`` is what ``counted`` adds up. ``drawn`` fills the map; ``there`` tells whether a place
    has any row. ``listed`` is the documents' list of the same, of
    places in that ``role``. ``bounds`` are the least values of
    the classes: without any, a place has rows or has none. ``found``, ``reported`` and ``nothing``
    say how many places have rows, how many are listed, and that the selection has no rows.
    """

    label: str
    unit: str
    found: str
    nothing: str
    counted: str
    drawn: str
    there: str
    made_up: str
    bounds: tuple[int, ...] = ()
    listed: str | None = None
    role: str = ""
    reported: str = ""


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


def hide(places: pd.DataFrame, round_: str | None) -> pd.DataFrame:
    """The places with a column ``hidden``: which of RECORDED the reader's role does not see there.

    What is hidden is missing among the numbers, so that no sum or class takes it for a zero. Who
    sees some municipalities alone sees of what lies in none just what belongs to an activity there.
    """
    hidden = [_hidden(row, round_) for row in places.to_dict("records")]
    shown = places.assign(hidden=pd.Series(hidden, index=places.index, dtype=object))
    for column in RECORDED:
        shown.loc[[column in of_row for of_row in hidden], column] = pd.NA
    return shown


def _hidden(row: Row, round_: str | None) -> frozenset[str]:
    if row["division"] is not None:
        return frozenset() if reach.sees_place(round_, str(row["place"])) else RECORDED
    return frozenset() if reach.sees_every_place(round_) else OF_WHOLE_ROUNDS


def is_hidden(row: Row, column: str) -> bool:
    """Whether the reader's role does not see the number."""
    return column in row.get("hidden", ())


def why_missing(words: Words, row: Row, column: str) -> str:
    """Why there is no number: it is hidden from the role, or there are no rows to count."""
    return words.code(MISSING, "hidden" if is_hidden(row, column) else "no_data")


def written(words: Words, row: Row, column: str) -> str:
    """A number, or why there is none."""
    value = row[column]
    return why_missing(words, row, column) if pd.isna(value) else words.number(int(value))


def said_of(words: Words, measure: Measure, row: Row) -> str:
    """What is recorded of a place, in short; of people both persons and attendances."""
    unit = words.say(measure.unit)
    number = written(words, row, measure.counted)
    if measure.there == measure.counted or pd.isna(row[measure.counted]):
        return f"{unit}: {number}"
    attendances = words.say("Attendances")
    return f"{unit}: {number}; {attendances.lower()}: {written(words, row, 'attendances')}"


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
