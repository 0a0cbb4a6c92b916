"""Load against hours: families in care for each planned weekly hour of a mediator's post."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from statistics import median
from typing import Any

import pandas as pd
from sqlalchemy import Connection

from data_access.access import Reader, Right, require
from data_access.caseloads.care import in_care
from data_access.caseloads.gaps import days_within, gaps_by_post
from data_access.caseloads.missing import MonthStatus, missing
from data_access.caseloads.posts import posts
from data_access.caseloads.selection import last_day
from data_access.caseloads.service import is_over
from data_access.caseloads.slices import By
from data_access.caseloads.worked import whole_months
from data_access.filters import Filters
from data_access.frames import FLAG, PART, WHOLE, WORD, frame

LOADS = {
    "post": WHOLE,
    "substitutes": WHOLE,
    "hours_per_week": PART,
    "hours_worked": PART,
    "months_with_hours": WHOLE,
    "months_without_hours": WHOLE,
    "gap_days": WHOLE,
    "in_care": WHOLE,
    "undated_cases": WHOLE,
    "load": PART,
    "state": WORD,
    "median": PART,
    "is_heavy": FLAG,
    "is_made_up": FLAG,
}
FEWEST = 3
"""How many posts with a load a median needs."""
HEAVY = 2
"""How many times the median a heavy load has at least."""

Row = dict[Any, Any]


class LoadState(StrEnum):
    """Whether a post has a load, or why not."""

    KNOWN = "known"
    HOURS_NOT_STATED = "hours_not_stated"
    NOT_HELD = "not_held"
    NO_DATA = "no_data"


def loads(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """One row a post, in the order of the posts. Columns: LOADS.

    ``in_care`` are the families of the post in care on the day of ``last_day``, and
    ``undated_cases`` those in no such number, both as ``in_care`` has them. ``load`` are these
    families for each planned hour a week. ``state`` says why there is none (LoadState): the hours
    are not stated, the post was no longer or not yet held on that day, or no case is recorded.
    ``median`` is that of the posts with a load, missing where there are fewer than FEWEST;
    ``is_heavy``, missing without a median: a load above zero, at least HEAVY times the median.

    ``hours_worked`` add up the recorded reports of whole months of the selection that state them,
    missing where none does; ``months_without_hours`` are over and neither a gap nor told of by such
    a report. ``gap_days`` are days within the selection on which the post stood empty.
    """
    require(reader, Right.READ_CASELOADS)
    day = last_day(connection, reader, filters)
    hours, gaps = _hours(connection, reader, filters), gaps_by_post(connection)
    cases = _in_care(connection, reader, filters, day)
    rows: list[Row] = []
    exact: list[Fraction | None] = []
    for post in posts(connection, reader, filters).to_dict("records"):
        number = int(post["post"])
        row: Row = post | cases.get(number, {}) | hours.get(number, {})
        row["state"] = _state(row, day)
        row["gap_days"] = _gap_days(row, gaps.get(number, []))
        exact.append(_load(row))
        rows.append(row)
    return frame(list(_compared(rows, exact)), LOADS)


def _compared(rows: list[Row], exact: list[Fraction | None]) -> Iterable[dict[str, object]]:
    """The rows with their loads, each beside the median; compared before anything is rounded."""
    known = [load for load in exact if load is not None]
    middle = median(known) if len(known) >= FEWEST else None
    for row, load in zip(rows, exact, strict=True):
        is_heavy = None
        if middle is not None and load is not None:
            is_heavy = load > 0 and load >= HEAVY * middle
        numbers = {"load": load, "median": middle}
        told = {name: None if n is None else float(n) for name, n in numbers.items()}
        yield row | told | {"is_heavy": is_heavy}


def _state(row: Row, day: dt.date) -> str:
    is_undated = pd.isna(row["months"])
    if not is_undated and (pd.isna(row["held_to"]) or row["held_to"].date() < day):
        return LoadState.NOT_HELD.value
    if row.get("in_care") is None:
        return LoadState.NO_DATA.value
    if pd.isna(row["hours_per_week"]):
        return LoadState.HOURS_NOT_STATED.value
    return LoadState.KNOWN.value


def _load(row: Row) -> Fraction | None:
    if row["state"] != LoadState.KNOWN:
        return None
    # As a person wrote them: 0.1 in binary would be a little more.
    return Fraction(row["in_care"]) / Fraction(str(row["hours_per_week"]))


def _in_care(
    connection: Connection, reader: Reader, filters: Filters, day: dt.date
) -> dict[int, Row]:
    found = in_care(connection, reader, filters, day, By.POST).to_dict("records")
    return {
        int(row["slice"]): {
            "in_care": None if pd.isna(row["families"]) else int(row["families"]),
            "undated_cases": int(row["undated"]),
        }
        for row in found
    }


def _hours(connection: Connection, reader: Reader, filters: Filters) -> dict[int, Row]:
    """By post: hours worked in whole months, and how many of these months state them or do not."""
    found = missing(connection, reader, filters)
    earliest, latest = (pd.Timestamp(day) for day in whole_months(filters))
    whole = found[found["month"].between(earliest, latest)]
    by_post = {int(post): whole[whole["post"] == post] for post in whole["post"].unique()}
    return {post: _worked(months) for post, months in by_post.items()}


def _worked(months: pd.DataFrame) -> Row:
    stated = months.loc[months["hours_worked"].notna(), "hours_worked"]
    due = months["month"].map(is_over) & (months["status"] != MonthStatus.GAP)
    added = sum((Decimal(str(hours)) for hours in stated), Decimal(0))
    return {
        "hours_worked": float(added) if len(stated) else None,
        "months_with_hours": len(stated),
        "months_without_hours": int((due & months["hours_worked"].isna()).sum()),
    }


def _gap_days(row: Row, gaps: list[tuple[dt.date, dt.date]]) -> int | None:
    if pd.isna(row["held_from"]):
        return None
    return days_within(gaps, row["held_from"].date(), row["held_to"].date())
