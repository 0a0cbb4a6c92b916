"""How an entry of the register is written, in a list and on its own page alike."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from data_access.rules import AddresseeRole, Claim, Precision, RecommendationKind
from pages.shared.vocabulary import (
    ADDRESSEE_ROLES,
    AREAS,
    CLAIMS,
    LATENESS,
    RECOMMENDATION_KINDS,
    VERDICTS,
)
from pages.shared.words import Words, safe

Row = Mapping[Any, Any]
AWAITS_THE_COUNCIL = (Claim.DONE, Claim.PARTLY_DONE)


def how_many(words: Words, counted: pd.DataFrame) -> str:
    """How many of the entries ask something of others, and how many bind their authors."""
    numbers = dict(zip(counted["kind"], counted["entries"], strict=True))
    asked, own = (int(numbers[kind]) for kind in RecommendationKind)
    told = (
        words.count("{n} recommendation", "{n} recommendations", asked) if asked else "",
        words.count("{n} undertaking", "{n} undertakings", own) if own else "",
    )
    return ", ".join(text for text in told if text)


def made_up(words: Words, counted: pd.DataFrame) -> str:
    """That some of the entries are made up; nothing where none is."""
    number = int(counted["made_up"].sum())
    if not number:
        return ""
    return words.count(
        "{n} of these entries is made up.", "{n} of these entries are made up.", number
    )


def made_up_badge(words: Words) -> str:
    """Markdown that marks a made-up entry or event, to stand before its text."""
    text = words.say("Made up")
    return f":orange-badge[{safe(text)}] "


def by_reference(rows: pd.DataFrame) -> dict[str, list[Row]]:
    """Rows of several entries, by the entry they belong to."""
    found: dict[str, list[Row]] = {}
    for row in rows.to_dict("records"):
        found.setdefault(str(row["reference"]), []).append(row)
    return found


def kind_and_area(words: Words, row: Row) -> str:
    """What sort of entry, and its policy area if the source names one."""
    kind, area = words.code(RECOMMENDATION_KINDS, row["kind"]), words.code(AREAS, row["area"])
    return f"{kind}, {area.lower()}"


def addressed_to(words: Words, named: Iterable[Row], role: AddresseeRole | None = None) -> str:
    """Those addressed, each with its part, or those of one part; says so where there are none."""
    if role is None:
        to = [
            f"{words.pick(to, 'name')} ({words.code(ADDRESSEE_ROLES, to['role'])})" for to in named
        ]
    else:
        to = [words.pick(to, "name") for to in named if to["role"] == role]
    return ", ".join(to) or words.say("not stated")


def deadline(words: Words, row: Row) -> str:
    """The deadline; a horizon is none, and is told as what it is."""
    span = row["deadline_starts_on"], row["deadline_ends_on"], row["deadline_date_precision"]
    if row["deadline_date_precision"] == Precision.NOT_STATED:
        return words.say("not stated")
    if row["deadline_date_precision"] == Precision.HORIZON:
        return words.say("not stated; horizon {years}", years=words.period(*span))
    return words.period(*span)


def deadline_and_lateness(words: Words, row: Row) -> str:
    """The deadline, and how the entry stands to it today where there is one."""
    if row["lateness"] == "no_deadline":
        return deadline(words, row)
    return f"{deadline(words, row)} ({words.code(LATENESS, row['lateness']).lower()})"


def why(words: Words, row: Row) -> str:
    """What the status rests on: a later entry, the Council's finding, or what an addressee says."""
    if row["replaced_by"]:
        return words.say("Entry {other} has taken its place.", other=row["replaced_by"])
    if row["verdict"]:
        return words.say(
            "The Council found at its meeting of {day} ({meeting}): {verdict}.",
            day=day(words, row["found_on"]),
            meeting=words.pick(row, "meeting"),
            verdict=words.code(VERDICTS, row["verdict"]),
        )
    if not row["claim"]:
        return words.say("No progress report is known here.")
    said = {"day": day(words, row["reported_on"]), "by": author(words, row)}
    claim = words.code(CLAIMS, row["claim"])
    if row["claim"] in AWAITS_THE_COUNCIL:
        return words.say(
            "Report of {day} – {by}: {claim}; not yet confirmed by the Council.",
            **said,
            claim=claim,
        )
    return words.say("Report of {day} – {by}: {claim}.", **said, claim=claim)


def author(words: Words, row: Row) -> str:
    """The institution that a report comes from."""
    return words.pick(row, "by") or words.say("institution not stated")


def day(words: Words, value: object) -> str:
    """One day; says so where none is stated."""
    return words.period(value, None, Precision.DAY)
