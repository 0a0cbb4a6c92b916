"""Rounds side by side: reported mediators, months and families, and what comes on each of them."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

import pandas as pd
from sqlalchemy import Connection

from data_access.access import Reader, Right, require
from data_access.figures import reported
from data_access.filters import Filters
from data_access.frames import FLAG, WHOLE, WORD, frame
from data_access.rules import Figure, Origin, Quality, per

PARTS = {
    "mediators": Figure.MEDIATORS,
    "months": Figure.SERVICE_MONTHS,
    "families": Figure.MEDIATOR_FAMILIES,
}
CITED = dict.fromkeys(
    (
        *("quality", "qualifier", "note_lv", "note_en", "source_lv", "source_en", "locator"),
        "address",
    ),
    WORD,
)
"""What is told of each part beside its value, under the part's name: ``months_locator``."""

ROUNDS = (
    {"round": WORD}
    | dict.fromkeys(PARTS, WHOLE)
    | {"per_mediator": WORD, "per_mediator_month": WORD, "quality": WORD, "against": WORD}
    | {"months_before": WHOLE, "per_mediator_change": WHOLE, "per_mediator_month_change": WHOLE}
    | {"is_made_up": FLAG}
    | {f"{part}_{name}": kind for part in PARTS for name, kind in CITED.items()}
)

PLACES = {"per_mediator": 1, "per_mediator_month": 2}
"""How many decimals each rate has."""

Row = dict[str, Any]
Rates = dict[str, Fraction]
"""Families per mediator and per mediator-month, as far as they are known, not rounded yet."""


def rounds(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """One row a round of which a document states mediators, months or families. Columns: ROUNDS.

    The figures are the leading reported ones of the whole round; families are those with
    mediators. ``per_mediator`` are families for each mediator (Decimal, one place) and
    ``per_mediator_month`` families for each mediator and month (two places), rounded half up. Each
    is missing where a part of it is, or where nothing can be divided by it; ``quality`` is
    ``not_stated`` as soon as a part is missing, or else ``exact``. ``against`` is the nearest
    earlier round that has both rates, ``months_before`` how long that lasted, and the changes are
    whole percent of its unrounded rates, rounded half away from zero. Of rounds of unlike length
    they mislead: families are a stock that grows with the period, while those who stay are not
    counted again.
    """
    require(reader, Right.READ_PUBLISHED)
    stated = reported(connection, reader, filters)
    wanted = stated[stated["is_leading"] & stated["figure"].isin([*PARTS.values()])]
    by_round: dict[str, dict[str, Row]] = {}
    for row in wanted.to_dict("records"):
        by_round.setdefault(row["round"], {})[row["figure"]] = {str(k): v for k, v in row.items()}
    return frame(list(_in_turn(by_round)), ROUNDS)


def _in_turn(by_round: Mapping[str, Mapping[str, Row]]) -> Iterator[Row]:
    """The rounds in their order, each beside the nearest one before it that has both rates."""
    before: tuple[Row, Rates] | None = None
    for code, figures in by_round.items():
        row = {"round": code} | _parts(figures)
        if all(row[part] is None for part in PARTS):
            continue
        rates = _rates(row)
        is_whole = len(rates) == len(PLACES)
        yield row | _rounded(rates) | (_change(before, rates) if before and is_whole else {})
        before = (row, rates) if is_whole else before


def _parts(figures: Mapping[str, Row]) -> Row:
    of_parts = {part: figures.get(figure, {}) for part, figure in PARTS.items()}
    told: Row = {part: _whole(row.get("value")) for part, row in of_parts.items()}
    for part, row in of_parts.items():
        told |= {f"{part}_{name}": row.get(name) for name in CITED}
    is_stated = all(told[part] is not None for part in PARTS)
    origins = [row.get("origin") for row in of_parts.values()]
    return told | {
        "quality": (Quality.EXACT if is_stated else Quality.NOT_STATED).value,
        "is_made_up": Origin.SAMPLE in origins,
    }


def _whole(value: Any) -> int | None:
    return None if pd.isna(value) else int(value)


def _rates(row: Row) -> Rates:
    """Each rate of which all parts are stated and something can be divided by."""
    mediators, months, families = (row[part] for part in PARTS)
    if families is None or not mediators:
        return {}
    each = Fraction(families, mediators)
    return {"per_mediator": each} | ({"per_mediator_month": each / months} if months else {})


def _rounded(rates: Rates) -> Row:
    return {
        name: per(rate.numerator, rate.denominator, PLACES[name]) for name, rate in rates.items()
    }


def _change(before: tuple[Row, Rates], rates: Rates) -> Row:
    """By how many percent the rates differ from those of the round before."""
    row, earlier = before
    told: Row = {"against": row["round"], "months_before": row["months"]}
    for name, rate in rates.items():
        if earlier[name]:
            by = 100 * (rate / earlier[name] - 1)
            told[f"{name}_change"] = _whole(per(by.numerator, by.denominator, 0))
    return told
