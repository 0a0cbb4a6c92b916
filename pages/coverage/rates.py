"""Rates: people and families of a municipality by its inhabitants, as one source states them."""

from dataclasses import replace

import pandas as pd

from data_access.rules import Population, Quality
from pages.coverage.measures import Measure
from pages.coverage.numbers import NUMBERS, Row
from pages.shared import figures
from pages.shared.words import Words, mark

RATED = ("persons", "attendances", "families")
"""What is put to the inhabitants of its municipality."""

PER = {Population.INHABITANTS: 1000, Population.ROMA: 100}
LABELS = {
    "inhabitants": mark("per 1,000 inhabitants"),
    "roma": mark("per 100 Roma inhabitants"),
}
UNITS = {
    ("persons", "inhabitants"): mark("Persons per 1,000 inhabitants"),
    ("persons", "roma"): mark("Persons per 100 Roma inhabitants"),
    ("attendances", "inhabitants"): mark("Attendances per 1,000 inhabitants"),
    ("attendances", "roma"): mark("Attendances per 100 Roma inhabitants"),
    ("families", "inhabitants"): mark("Families per 1,000 inhabitants"),
    ("families", "roma"): mark("Families per 100 Roma inhabitants"),
}
BOUNDS: dict[str, tuple[float, ...]] = {"inhabitants": (0, 0.1, 0.5, 1), "roma": (0, 1, 5, 10)}
NO_BASE = "no_base"
"""The source states that there are none, so there is nothing to divide by."""


def fits(measure: Measure) -> bool:
    """Whether a measure can be put to inhabitants."""
    return measure.drawn in RATED and bool(measure.bounds)


def options(words: Words, denominators: pd.DataFrame, divisions: list[str]) -> dict[str, str]:
    """What the maps of these divisions can be put to: ``<population>.<source>`` and its name.

    ``denominators`` are those of ``denominators.listed``. Numbers of the whole country are no
    municipality's, so nothing is put to them.
    """
    there = denominators[denominators["division"].isin(divisions)]
    found = {}
    for (population, source), rows in there.groupby(["population", "source"], sort=False):
        title = words.pick(rows.to_dict("records")[0], "source")
        said = f"{words.code(LABELS, population)} ({title}, {_years(words, rows)})"
        found[f"{population}.{source}"] = said
    return dict(sorted(found.items(), key=lambda item: _population(item[0]) == Population.ROMA))


def missing(words: Words, denominators: pd.DataFrame, divisions: list[str]) -> str:
    """That there is nothing to put the numbers to; empty where there is."""
    if options(words, denominators, divisions):
        return ""
    return words.say(
        "No number of inhabitants with a source is kept for this map; coordinators fill it in "
        "under Inhabitants."
    )


def measured(measure: Measure, code: str) -> Measure:
    """The measure put to inhabitants; as it is where it cannot be."""
    if not fits(measure):
        return measure
    population = _population(code)
    return replace(
        measure,
        label=UNITS[measure.drawn, population],
        scale=UNITS[measure.drawn, population],
        drawn=_rate(measure.drawn),
        made_up=f"{_rate(measure.drawn)}_made_up",
        bounds=BOUNDS[population],
    )


def per(places: pd.DataFrame, denominators: pd.DataFrame, code: str) -> pd.DataFrame:
    """The places with ``denominator``, and of each of RATED a rate, its quality, and if made up.

    ``places`` are those of which some are hidden (numbers.hide); hidden numbers have no rate. The
    quality is that of the number where that is missing, ``not_stated`` where the source states no
    inhabitants of the place, and NO_BASE where it states none.
    """
    population, source = code.split(".", 1)
    of_code = (denominators["population"] == population) & (denominators["source"] == source)
    stated = denominators[of_code & denominators["place"].notna()].set_index("place")
    base = places["place"].map(stated["value"]).astype("Int64")
    invented = places["place"].isin(stated.index[stated["is_made_up"].fillna(value=False)])
    found = places.assign(denominator=base)
    for column in RATED:
        rate = places[column].astype("Float64") * PER[Population(population)] / base.mask(base == 0)
        quality = places[NUMBERS[column]].where(places[column].isna(), Quality.EXACT.value)
        quality = quality.mask(places[column].notna() & base.isna(), Quality.NOT_STATED.value)
        quality = quality.mask(places[column].notna() & (base == 0).fillna(value=False), NO_BASE)
        made_up = places[_made_up(column)].fillna(value=False) | invented
        found[_rate(column)] = rate
        found[f"{_rate(column)}_quality"] = quality
        found[f"{_rate(column)}_made_up"] = made_up & rate.notna()
    hidden = [_hidden(row) for row in places.to_dict("records")]
    return found.assign(hidden=pd.Series(hidden, index=places.index, dtype=object))


def source(words: Words, denominators: pd.DataFrame, code: str) -> str:
    """Whose numbers of inhabitants they are, and of when."""
    population, source = code.split(".", 1)
    of_code = (denominators["population"] == population) & (denominators["source"] == source)
    rows = denominators[of_code & denominators["place"].notna()]
    if rows.empty:
        return ""
    said = words.code(LABELS, population)
    cited = figures.citations(words, rows.drop_duplicates("locator").to_dict("records"))
    return words.say(
        "{population}: {years}. {source}",
        population=said[:1].upper() + said[1:],
        years=_years(words, rows),
        source=cited,
    )


def _hidden(row: Row) -> frozenset[str]:
    hidden = frozenset(row.get("hidden", ()))
    return hidden | {_rate(column) for column in RATED if column in hidden}


def _rate(column: str) -> str:
    return f"{column}_rate"


def _made_up(column: str) -> str:
    return "families_made_up" if column == "families" else "is_made_up"


def _population(code: str) -> str:
    return code.split(".", 1)[0]


def _years(words: Words, rows: pd.DataFrame) -> str:
    """The years of the numbers; says so where none is stated."""
    years = sorted(set(rows["as_of"].dropna().dt.year))
    if not years:
        return words.say("year not stated")
    return str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
