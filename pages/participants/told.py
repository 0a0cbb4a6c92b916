"""Sentences that go with the numbers: how they were counted, of what, and whether made up."""

import pandas as pd

from data_access.filters import Filters
from data_access.participants import COUNTED_ANEW, Dimension
from pages.participants.choosing import Choice
from pages.shared import looks
from pages.shared.words import Words


def persons_or_attendances(words: Words, count: str, number: int) -> str:
    """A number with what it counts."""
    if count == "persons":
        return words.count("{n} person", "{n} persons", number)
    return words.count("{n} attendance", "{n} attendances", number)


def total(cells: pd.DataFrame, count: str) -> int:
    """All of the selection, each once."""
    return int(cells.loc[cells["dimension"] == Dimension.CATEGORY, count].sum())


def more_in_the_table(words: Words, rest: int) -> str:
    """How many codes are not in the picture."""
    return words.count(
        "{n} more stands in the table below, with smaller numbers.",
        "{n} more stand in the table below, with smaller numbers.",
        rest,
    )


def rule(words: Words, choice: Choice) -> str:
    """By which rule the numbers stand where they stand."""
    if choice.count == "persons":
        counted = words.say(
            "Recorded persons: each counts once, under what most of their attendances state."
        )
    else:
        counted = words.say(
            "Recorded attendances: one is one person at one activity, under what is stated there."
        )
    if choice.by is not Dimension.MONTH:
        return counted
    month = words.say("An activity counts in the month of its first day.")
    return f"{counted} {month}"


def how_counted(words: Words, cells: pd.DataFrame, choice: Choice) -> str:
    """The rule, and why the numbers do not add up where they do not."""
    parts = [rule(words, choice)]
    if choice.count == "persons" and choice.by in COUNTED_ANEW:
        added = int(cells.loc[cells["dimension"] == choice.by, "persons"].sum())
        persons = total(cells, "persons")
        if added != persons:
            parts.append(
                words.say(
                    "The numbers do not add up to the persons: a person found in several rows "
                    "counts in each of them. Added up: {added}; persons: {persons}.",
                    added=words.number(added),
                    persons=words.number(persons),
                )
            )
    return " ".join(parts)


def made_up(words: Words, *answers: pd.DataFrame) -> str:
    """A sentence where rows of the sample are behind the numbers; else nothing."""
    if not any(bool(answer["is_made_up"].any()) for answer in answers):
        return ""
    return words.say(
        "Made up, wholly or in part: rows of the sample are behind these numbers. They show how "
        "the screen works and say nothing of real people."
    )


def selection(words: Words, chosen: Filters) -> str:
    """Of which round, days and activity the numbers are."""
    parts = [words.say("Round: {code}.", code=chosen.round or words.say("All rounds"))]
    if chosen.start or chosen.end:
        days = [words.date(day) if day else "…" for day in (chosen.start, chosen.end)]
        parts.append(words.say("Days: {first}–{last}.", first=days[0], last=days[1]))
    if chosen.activity:
        parts.append(words.say("Activity: {code}.", code=chosen.activity))
    return " ".join(filter(None, (*parts, looks.said(words, chosen))))
