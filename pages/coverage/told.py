"""The map in words: the sentence above it, the sum beside it, the text for who cannot see it."""

from typing import Any

import pandas as pd

from data_access import territory
from data_access.filters import Filters
from pages.coverage.measures import Measure, how_many_listed, is_listed, is_there, made_up
from pages.coverage.numbers import Row, is_hidden, written
from pages.shared import data, figures, reach
from pages.shared.vocabulary import LOOKS, WHERE
from pages.shared.words import Words


def on_map(places: pd.DataFrame) -> pd.DataFrame:
    """The municipalities among the places."""
    return places[places["division"].notna()]


def beside(places: pd.DataFrame) -> pd.DataFrame:
    """The kinds of place that stand beside the map."""
    return places[places["division"].isna()]


def by_division(places: pd.DataFrame) -> dict[str, pd.DataFrame]:
    """The municipalities of each division with the places beside the map, the oldest first."""
    return {
        division: places[(places["division"] == division) | places["division"].isna()]
        for division in dict.fromkeys(on_map(places)["division"])
    }


def of_division(words: Words, division: str) -> str:
    """What a division of municipalities is called."""
    return words.say("Division of {year}", year=division)


def with_days(words: Words, division: str) -> str:
    """A division with the days on which it was in force."""
    known = data.frame(territory.validity, Filters()).to_dict("records")
    name = of_division(words, division)
    for row in known:
        if row["division"] == division:
            first, last = row["valid_from"], row["valid_to"]
            if pd.isna(last):
                days = words.say("since {day}", day=words.date(first))
            else:
                days = f"{words.date(first)}–{words.date(last)}"
            return f"{name}: {days}"
    return name


def of_kinds(places: pd.DataFrame, column: str) -> dict[str, Row]:
    """What stands beside the map, the rows of one kind added up.

    Where a part is hidden or has no number, so is the sum.
    """
    kinds: dict[str, Row] = {}
    for kind, rows in beside(places).groupby("place_kind", sort=False):
        hidden = {column} if any(is_hidden(row, column) for row in rows.to_dict("records")) else ()
        number = rows[column].sum(skipna=False)
        kinds[str(kind)] = {column: number, "hidden": hidden}
    return kinds


def found(words: Words, measure: Measure, places: pd.DataFrame) -> str:
    """How many municipalities have rows, or that none has, and how many are reported."""
    here = on_map(places)
    seen = [row for row in here.to_dict("records") if not is_hidden(row, measure.there)]
    there = sum(is_there(measure, row) for row in seen)
    parts = [
        words.say(measure.found, n=words.number(there), all=words.number(len(seen)))
        if here[measure.there].notna().any()
        else reach.nothing(words, words.say(measure.nothing))
    ]
    if hidden := len(here) - len(seen):
        parts.append(
            words.count(
                "Hidden from your role is {n} municipality.",
                "Hidden from your role are {n} municipalities.",
                hidden,
            )
        )
    listed = how_many_listed(measure, here)
    if listed is not None:
        parts.append(words.say(measure.reported, n=words.number(listed)))
    elif measure.listed is not None:
        parts.append(words.say("No list of reported places is known here."))
    return " ".join(parts)


def sums(words: Words, measure: Measure, places: pd.DataFrame) -> list[str]:
    """How the map and the boxes add up to the total, of persons and of attendances apart.

    Nothing is added up of which a part is hidden, or that makes up no total.
    """
    if not measure.adds_up:
        return []
    aside = beside(places).to_dict("records")
    columns = dict.fromkeys((measure.counted, measure.there))
    attendances = words.say("Attendances")
    units = {measure.there: attendances, measure.counted: words.say(measure.unit)}
    return [
        _sum(words, units[column], column, places)
        for column in columns
        if places[column].notna().any() and not any(is_hidden(row, column) for row in aside)
    ]


def _sum(words: Words, unit: str, column: str, places: pd.DataFrame) -> str:
    numbers = places[column]
    boxes = [
        f"{words.code(WHERE, kind).lower()} {written(words, row, column)}"
        for kind, row in of_kinds(places, column).items()
    ]
    return words.say(
        "{unit}: on the map {number} + {boxes} = {total}.",
        unit=unit,
        number=words.number(int(numbers[on_map(places).index].sum())),
        boxes=" + ".join(boxes),
        total=words.number(int(numbers.sum())),
    )


def in_words(words: Words, measure: Measure, places: pd.DataFrame) -> str:
    """Everything that the map of one division shows, and the boxes beside it."""
    here = on_map(places)
    rows = sorted(here.to_dict("records"), key=lambda row: -_number(row[measure.drawn]))
    recorded = [
        f"{row['name']} {written(words, row, measure.shown[0])}"
        for row in rows
        if is_there(measure, row)
    ]
    reported = [
        row["name"]
        for row in rows
        if is_listed(measure, row)
        and not is_hidden(row, measure.there)
        and not is_there(measure, row)
    ]
    title = words.say(
        "Map of Latvia's municipalities: {measure}.", measure=words.say(measure.label)
    )
    parts = [title, made_up(words, measure, places), found(words, measure, places)]
    if recorded:
        unit = words.say(measure.shown[1])
        parts.append(f"{unit}: {', '.join(recorded)}.")
    if reported:
        parts.append(words.say("Only reported: {list}.", list=", ".join(words.sort(reported))))
    parts += sums(words, measure, places)
    return " ".join(part for part in parts if part)


def sources(words: Words, measure: Measure, documents: pd.DataFrame) -> str:
    """Where the list of reported places stands; empty where there is none."""
    listed = documents[documents["role"] == measure.role]
    return figures.citations(words, listed.to_dict("records")) if len(listed) else ""


def note(words: Words, places: pd.DataFrame, chosen: Filters, documents: pd.DataFrame) -> str:
    """What goes along with the table: round, days, look, divisions, whose lists are reported."""
    divisions = "; ".join(with_days(words, division) for division in by_division(places))
    look = words.say("Places: {look}.", look=words.code(LOOKS, chosen.look).lower())
    days = [words.date(day) if day else "…" for day in (chosen.start, chosen.end)]
    within = words.say("Days: {first}–{last}.", first=days[0], last=days[1])
    parts = [
        words.say("Round: {code}.", code=chosen.round or words.say("All rounds")),
        within if chosen.start or chosen.end else "",
        look,
        f"{divisions}." if divisions else "",
        words.say("Reported lists.") + " " + figures.citations(words, documents.to_dict("records"))
        if len(documents)
        else words.say("Reported lists: none known here."),
    ]
    return " ".join(part for part in parts if part)


def _number(value: Any) -> float:
    """The number, zero where it is missing."""
    return 0 if pd.isna(value) else float(value)
