"""The open cases of towns that have no mediator in the next round, to be handed over."""

import datetime as dt
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Select, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.caseloads.hand_over import PLACES, Row, hand_over
from data_access.caseloads.next_round import whole_round
from data_access.caseloads.selection import cases_of, last_day
from data_access.caseloads.towns import towns_of
from data_access.filters import Filters
from data_access.frames import DAY, FLAG, WHOLE, WORD, frame
from data_access.rules import Area

HAND_OVER_CASES = PLACES | {
    "post": WHOLE,
    "family": WORD,
    "opened_on": DAY,
    "needs": WORD,
    "is_made_up": FLAG,
}
BETWEEN = "; "
"""What stands between the areas of need of a case."""


def hand_over_cases(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """One row an open case of the places in ``hand_over``, of a chosen ``place`` its own alone.

    ``family`` is the family's number; ``needs`` are the areas of need with BETWEEN between them,
    missing where none is stated. By place, the longest open first, those of no stated opening last.
    Columns: HAND_OVER_CASES.
    """
    require(reader, Right.READ_RECORDS)
    left = hand_over(connection, reader, filters).to_dict("records")
    turns = {(row["place"], row["name_lv"]): turn for turn, row in enumerate(left)}
    if not turns:
        return frame([], HAND_OVER_CASES)
    day = last_day(connection, reader, whole_round(filters))
    needs = _needs(connection, filters, day)
    rows = [
        row | {"needs": needs.get(row["id"]), "is_made_up": row["sample"] > 0}
        for row in map(dict, connection.execute(_cases(filters, day)).mappings())
        if (row["place"], row["name_lv"]) in turns and filters.place in (None, row["place"])
    ]
    rows.sort(key=lambda row: (turns[row["place"], row["name_lv"]], _by_opening(row)))
    return frame(rows, HAND_OVER_CASES)


def _cases(filters: Filters, day: dt.date) -> Select[*tuple[Any, ...]]:
    """Each open case with its place and its family's number."""
    cases, towns = cases_of(whole_round(filters), day), towns_of(whole_round(filters))
    family = schema.family
    return (
        select(
            *(towns.c[name] for name in (*PLACES, "post")),
            cases.c.id,
            family.c.code.label("family"),
            cases.c.opened_on,
            (cases.c.made_up + towns.c.made_up).label("sample"),
        )
        .join_from(cases, towns, towns.c.post == cases.c.post)
        .join(family, cases.c.family_id == family.c.id)
        .where(cases.c.is_open == 1)
    )


def _needs(connection: Connection, filters: Filters, day: dt.date) -> dict[int, str]:
    """The stated areas of need of each open case, in the vocabulary's order."""
    cases, need = cases_of(whole_round(filters), day), schema.case_need
    statement = (
        select(cases.c.id, need.c.area)
        .join_from(cases, need, need.c.mediation_case_id == cases.c.id)
        .where(cases.c.is_open == 1, need.c.area != Area.NOT_STATED)
    )
    found: dict[int, set[str]] = {}
    for case, area in connection.execute(statement):
        found.setdefault(case, set()).add(area)
    return {
        case: BETWEEN.join(area for area in Area if area in named) for case, named in found.items()
    }


def _by_opening(row: Row) -> tuple[object, ...]:
    return row["opened_on"] is None, row["opened_on"] or dt.date.max, row["family"]
