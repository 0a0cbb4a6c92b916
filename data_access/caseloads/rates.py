"""Contacts and new families per hour worked, by town, each with what chance alone explains."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

import pandas as pd
from sqlalchemy import Connection

from data_access.access import Reader, Right, require
from data_access.caseloads.chance import poisson_interval
from data_access.caseloads.in_hours import Counts, contacts_in, families_in
from data_access.caseloads.towns import towns_of
from data_access.caseloads.worked import Town, Worked, reports_of, worked
from data_access.filters import Filters
from data_access.frames import FLAG, PART, WHOLE, WORD, frame
from data_access.rules import latvian_key, per

HOURS = 100
"""Rates are per so many hours."""

COUNTED = ("contacts", "families")

OF_RATE = {"per_100": WORD, "low": PART, "high": PART, "verdict": WORD}
RATES = (
    {"place": WORD, "name_lv": WORD, "name_en": WORD, "is_all": FLAG, "hours": PART}
    | dict.fromkeys(("months", "months_zero", "months_without", "posts_undated"), WHOLE)
    | {"contacts": WHOLE, **{f"contacts_{name}": kind for name, kind in OF_RATE.items()}}
    | {"families": WHOLE, **{f"families_{name}": kind for name, kind in OF_RATE.items()}}
    | {"is_made_up": FLAG}
)


class AgainstAll(StrEnum):
    """Where the interval of a town lies to the rate of all towns together."""

    BELOW = "below"
    WITHIN = "within"
    ABOVE = "above"


Row = dict[str, Any]


def rates(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """One row a town that has a post, by name, and one for all of them, last. Columns: RATES.

    A town is a place in the look (``place``, ``name_lv``, ``name_en``); posts at one place stand
    together, and so do those whose place is not stated. ``hours`` are those that recorded reports
    state, over ``months`` of posts with hours; months without hours, and those whose hours are not
    stated, are told apart (worked.Worked) and nothing of them is counted: ``contacts`` are the
    dated ones of exactly the months with hours, ``families`` those of which a case was opened in
    them. A family counts once in a town, and in each of its towns in the sum of all.

    ``per_100`` is the rate per 100 hours (Decimal, one place, rounded half up), ``low`` and
    ``high`` are its exact 95 % Poisson interval, not rounded. ``verdict`` is an AgainstAll: whether
    that interval lies wholly below or above the rate of all towns together. It compares with the
    whole, of which the town itself is a part, and not with the others. A town without hours has no
    count, no rate and no verdict; nor is there a verdict of all.
    """
    require(reader, Right.READ_CASELOADS)
    towns = towns_of(filters)
    found = worked(connection, filters, towns)
    if not found:
        return frame([], RATES)
    reports = reports_of(filters, towns)
    answers = (contacts_in(connection, reports), families_in(connection, reports))
    counted = dict(zip(COUNTED, answers, strict=True))
    rows = [_row(town, found[town], counted) for town in sorted(found, key=_by_name)]
    return frame(list(_compared([*rows, _all(rows)])), RATES)


def _by_name(town: Town) -> tuple[object, ...]:
    """By name in Latvian order; what has no name stands last."""
    place, name = town
    return name is None, latvian_key(name or ""), place


def _row(town: Town, known: Worked, counted: Mapping[str, Counts]) -> Row:
    row: Row = {"place": town[0], "name_lv": town[1], "is_all": False, **vars(known)}
    row["hours"] = known.hours or None
    for figure, counts in counted.items():
        number, sample = counts.get(town, (0, 0))
        row[figure] = number if known.hours else None
        row["is_made_up"] |= bool(sample)
    return row


def _all(rows: list[Row]) -> Row:
    """All towns together: every number is the sum of theirs."""
    row: Row = {"is_all": True, "is_made_up": any(row["is_made_up"] for row in rows)}
    for name in ("months", "months_zero", "months_without", "posts_undated"):
        row[name] = sum(row[name] for row in rows)
    for name in ("hours", *COUNTED):
        stated = [row[name] for row in rows if row[name] is not None]
        row[name] = sum(stated) if stated else None
    return row


def _compared(rows: list[Row]) -> Iterator[Row]:
    """The rows, the last of which is all of them, with their rates beside it."""
    whole = rows[-1]
    for row in rows:
        if row["hours"] is None:
            yield row
            continue
        told = {
            f"{figure}_{k}": v for figure in COUNTED for k, v in _rate(row, figure, whole).items()
        }
        yield row | told | {"hours": float(row["hours"])}


def _rate(row: Row, figure: str, whole: Row) -> Row:
    count, hours = row[figure], row["hours"]
    low, high = (bound * HOURS / float(hours) for bound in poisson_interval(count))
    of_all = float(whole[figure] * HOURS / whole["hours"])
    verdict = None if row["is_all"] else _verdict(low, high, of_all).value
    return {"per_100": per(count * HOURS, hours, 1), "low": low, "high": high, "verdict": verdict}


def _verdict(low: float, high: float, of_all: float) -> AgainstAll:
    if high < of_all:
        return AgainstAll.BELOW
    return AgainstAll.ABOVE if low > of_all else AgainstAll.WITHIN
