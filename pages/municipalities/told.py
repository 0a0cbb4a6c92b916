"""The work list in words: headline, each municipality's line, what may lie in one of several."""

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Any

import pandas as pd

from data_access.clock import today
from data_access.rules import Look, Stands
from pages.municipalities import spans
from pages.municipalities.seen import KINDS, NUMBERS, Row, State, has_rows, is_white, missing
from pages.shared import filters, reach
from pages.shared.vocabulary import MISSING
from pages.shared.words import Words

YEAR = 365.25


def link(place: str) -> dict[str, str]:
    """The address of a municipality's page, over the same rounds."""
    return filters.address(place=place, **({"span": spans.EVER} if spans.is_ever() else {}))


def headline(words: Words, places: pd.DataFrame, known: pd.DataFrame) -> list[str]:
    """How many municipalities nothing has reached; how many each kind has not; what is hidden."""
    rows, counted = places.to_dict("records"), has_rows(places)
    if not counted:
        nothing = words.say(
            "Nothing is recorded here yet that could have reached a municipality, so none is "
            "called a white spot."
        )
        return [reach.nothing(words, nothing), _time_of(words, places, known)]
    white = [row for row in rows if is_white(row)]
    values = {
        "n": words.number(len(white)),
        "all": words.number(sum(1 for row in rows if not _is_hidden(row))),
        "kinds": ", ".join(words.say(KINDS[code].none) for code in counted),
    }
    first = (
        words.say("Nothing has ever reached {n} of {all} municipalities: {kinds}.", **values)
        if spans.is_ever()
        else words.say(
            "In this selection nothing has reached {n} of {all} municipalities: {kinds}.", **values
        )
    )
    return [first, " ".join(_more(words, rows, white)), _time_of(words, places, known)]


def _more(words: Words, rows: Sequence[Row], white: Sequence[Row]) -> list[str]:
    lacking = [
        f"{words.say(kind.none)} {_how_many(words, rows, code)}" for code, kind in KINDS.items()
    ]
    parts = [words.say("Municipalities with {list}.", list=", ".join(lacking))]
    if listed := sum(is_listed(row) for row in white):
        parts.append(
            words.say(
                "Of those that nothing has reached, documents list {n}.", n=words.number(listed)
            )
        )
    if hidden := sum(map(_is_hidden, rows)):
        parts.append(
            words.count(
                "Hidden from your role is {n} municipality.",
                "Hidden from your role are {n} municipalities.",
                hidden,
            )
        )
    return parts


def _how_many(words: Words, rows: Sequence[Row], code: str) -> str:
    states = [row[code] for row in rows]
    if set(states) <= {State.NO_ROWS, State.HIDDEN}:
        return f"({reach.no_rows(words)})"
    return words.number(states.count(State.NEVER))


def _is_hidden(row: Row) -> bool:
    return bool(row["is_hidden"])


def _time_of(words: Words, places: pd.DataFrame, known: pd.DataFrame) -> str:
    return time(words, str(places["division"].iloc[0]), known, filters.chosen().look)


def time(words: Words, division: str, known: pd.DataFrame, look: Look) -> str:
    """Which division it is, and what of the records lies in its time."""
    days = known[known["division"] == division]
    first, last = days["valid_from"].min(), days["valid_to"].max()
    year = words.say("Division of {year}", year=division)
    span = (
        words.say("since {day}", day=words.date(first))
        if pd.isna(last)
        else f"{words.date(first)}–{words.date(last)}"
    )
    if look is Look.TODAY:
        return words.say(
            "{division}, in force {span}; earlier records are carried forward to it.",
            division=year,
            span=span,
        )
    return words.say(
        "{division}, in force {span}; what lies beyond these days belongs to another division.",
        division=year,
        span=span,
    )


def aside(
    words: Words, beside: pd.DataFrame, candidates: pd.DataFrame, of_division: Collection[str]
) -> list[str]:
    """What counts at no municipality though it may have reached one ``of_division``."""
    among = {row["place"]: row["among"].split("; ") for row in candidates.to_dict("records")}
    lines = []
    for row in beside[beside["division"].isna()].to_dict("records"):
        parts = [
            f"{words.code(NUMBERS, column).lower()} {words.number(int(row[column]))}"
            for column in NUMBERS
            if not pd.isna(row[column]) and row[column] > 0
        ]
        names = [name for name in among.get(row["place"], []) if name in of_division]
        if row["place_kind"] == Stands.EITHER and names and parts:
            lines.append(
                words.say(
                    "May have reached one of {names}: recorded in {name}, and counted in neither "
                    "– {numbers}.",
                    names=", ".join(names),
                    name=row["name"],
                    numbers=", ".join(parts),
                )
            )
        elif row["place_kind"] == Stands.UNLISTED and parts:
            lines.append(
                words.say(
                    "In municipalities that are not on their round's list – {numbers}.",
                    numbers=", ".join(parts),
                )
            )
    return lines


def made_up(words: Words, places: pd.DataFrame) -> str:
    """What is to be said where rows of the sample are behind the numbers; else nothing."""
    if not places["is_made_up"].any():
        return ""
    return words.say(
        "Made up, wholly or in part: rows of the sample are behind these numbers. They show how "
        "the screen works and say nothing of a real place."
    )


def is_listed(row: Row) -> bool:
    """Whether a document lists the municipality in any role."""
    flags = (row["is_reported"], row["is_reported_post"])
    return any(bool(flag) for flag in flags if not pd.isna(flag))


def lists(words: Words, row: Row) -> str:
    """The lists that it stands on; that it stands on none, or that there is none."""
    named = {
        "is_reported": words.say("as represented"),
        "is_reported_post": words.say("as a mediator's place"),
    }
    said = {name: row[name] for name in named if not pd.isna(row[name])}
    if not said:
        return words.say("no list known here")
    return ", ".join(named[name] for name, flag in said.items() if flag) or words.say("on none")


def never(words: Words, row: Row) -> str:
    """The kinds that never reached it."""
    return ", ".join(words.say(KINDS[code].label).lower() for code in missing(row)) or "–"


def state(words: Words, row: Row) -> str:
    """The kinds that never reached it, and those of which that is not known."""
    parts = [words.say(KINDS[code].none) for code in missing(row)]
    hidden = [words.say(k.label).lower() for code, k in KINDS.items() if row[code] == State.HIDDEN]
    if hidden:
        what = words.code(MISSING, "hidden")
        parts.append(f"{', '.join(hidden)}: {what}")
    return ", ".join(parts) or words.say("reached by all four")


def reached_by(words: Words, row: Row) -> list[str]:
    """What has reached it and what has not, kind by kind; its last activity; its lists."""
    parts = [_said(words, row, code) for code in KINDS]
    if row["activity"] == State.REACHED:
        parts.append(words.say("last activity: {when}", when=last(words, row)))
    if is_listed(row):
        parts.append(words.say("reported {role}", role=lists(words, row)))
    return parts


def _said(words: Words, row: Row, code: str) -> str:
    state, kind = row[code], KINDS[code]
    if state == State.REACHED:
        return ", ".join(_counted(words, row, code))
    if state == State.NEVER:
        return words.say(kind.none)
    why = words.code(MISSING, "hidden") if state == State.HIDDEN else reach.no_rows(words)
    return f"{words.say(kind.label).lower()}: {why}"


def _counted(words: Words, row: Row, code: str) -> list[str]:
    numbers = {column: int(row[column]) for column in KINDS[code].columns}
    if code == "people":
        persons = words.count("{n} person", "{n} persons", int(row["persons"]))
        came = words.count("{n} attendance", "{n} attendances", numbers["attendances"])
        return [persons, came]
    if code == "mediator":
        return [words.count("{n} mediator's post", "{n} mediators' posts", numbers["posts"])]
    if code == "recommendation":
        entries = numbers["recommendations"]
        return [words.count("{n} entry of the register", "{n} entries of the register", entries)]
    parts = []
    if numbers["activities"]:
        parts.append(words.count("{n} activity", "{n} activities", numbers["activities"]))
    if numbers["further"]:
        parts.append(
            words.count(
                "{n} held here too, counted at another place",
                "{n} held here too, counted at another place",
                numbers["further"],
            )
        )
    return parts


def last(words: Words, row: Row) -> str:
    """The last activity: its days and how long ago; says so where these are not stated."""
    if row["activity"] != State.REACHED:
        return "–"
    if pd.isna(row["last_starts_on"]):
        return words.say("date not stated")
    days = words.period(row["last_starts_on"], row["last_ends_on"], row["last_date_precision"])
    years = int((pd.Timestamp(today()) - _ended(row)).days // YEAR)
    if years < 0:
        return days
    ago = (
        words.count("{n} year ago", "{n} years ago", years)
        if years
        else words.say("less than a year ago")
    )
    return f"{days} ({ago})"


def since(row: Row) -> tuple[int, dt.date]:
    """A key for the longest ago: those without an activity, then by the last day, then undated."""
    if row["activity"] == State.NEVER:
        return 0, dt.date.min
    if row["activity"] != State.REACHED or pd.isna(row["last_starts_on"]):
        return 2, dt.date.min
    return 1, _ended(row).date()


def _ended(row: Row) -> pd.Timestamp:
    ended: Any = row["last_starts_on"] if pd.isna(row["last_ends_on"]) else row["last_ends_on"]
    return pd.Timestamp(ended)
