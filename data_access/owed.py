"""What each institution owes: how many entries wait for it, and which."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Connection, and_, case, func, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.filters import Filters
from data_access.frames import DAY, WHOLE, WORD, frame
from data_access.recommendations import REGISTER, Sort, Wanted, register
from data_access.recommendations.chosen import standing_there
from data_access.recommendations.late import deadline_day, lateness
from data_access.recommendations.register import EVERYTHING
from data_access.recommendations.wanted import NOT_STATED
from data_access.rules import (
    ENDED,
    Lateness,
    Origin,
    RecommendationLinkKind,
    Status,
    latvian_key,
)

ADDRESSED = {
    "institution": WORD,
    "name_lv": WORD,
    "name_en": WORD,
    "abbreviation": WORD,
    "entries": WHOLE,
    "open": WHOLE,
    "waiting": WHOLE,
    "overdue": WHOLE,
    "late": WHOLE,
    "silent": WHOLE,
    "made_up": WHOLE,
    "next_deadline": DAY,
    "last_report": DAY,
}
OWED = REGISTER | {"owes": WORD, "role": WORD, "repeats": WORD}

Row = dict[str, Any]


class Owes(StrEnum):
    """What is awaited of an entry that has not ended, in the order in which it presses."""

    OVERDUE = "overdue"
    """Late, or without a report for longer than the review interval."""
    DUE = "due"
    """A stated deadline is still ahead."""
    GOES_ON = "goes_on"
    """Found partly done by its deadline; the rest is still awaited."""
    UNDATED = "undated"
    """No deadline is stated; a horizon is none."""
    WAITING = "waiting"
    """Claimed done: the Council is to decide, the institution owes nothing."""


def addressees(
    connection: Connection, reader: Reader, filters: Filters, wanted: Wanted = EVERYTHING
) -> pd.DataFrame:
    """One row an institution that entries address, by its Latvian name; nobody named stands last.

    An entry counts under each of its addressees, whatever their part; those that name nobody under
    ``not_stated``. ``open`` are those not ended; of these ``waiting`` are claimed done and
    ``overdue`` are ``late`` or ``silent``, which never overlap; ``made_up`` of the open ones are.
    ``next_deadline`` is the first still ahead of an entry that the institution has to act on,
    ``last_report`` the day of the latest report on any of its entries. Columns: ADDRESSED.
    """
    require(reader, Right.READ_PUBLISHED)
    to, body = schema.recommendation_addressee.c, schema.institution.c
    each = standing_there(
        select(schema.recommendation.c.id, *_marks(wanted.day)).select_from(schema.recommendation),
        filters,
        wanted,
    ).subquery()
    numbers = [func.sum(each.c[name]).label(name) for name in ADDRESSED if name in _SUMMED]
    of = (
        select(
            to.institution_id,
            *numbers,
            func.min(each.c.next_deadline).label("next_deadline"),
            func.max(each.c.last_report).label("last_report"),
        )
        .select_from(each)
        .outerjoin(schema.recommendation_addressee, to.recommendation_id == each.c.id)
        .group_by(to.institution_id)
        .subquery()
    )
    named = select(
        func.coalesce(body.code, NOT_STATED).label("institution"),
        *(body[name] for name in ("name_lv", "name_en", "abbreviation")),
        *(of.c[name] for name in (*_SUMMED, "next_deadline", "last_report")),
    ).select_from(of.outerjoin(schema.institution, body.id == of.c.institution_id))
    rows = [dict(row) for row in connection.execute(named).mappings()]
    return frame(sorted(rows, key=_by_name), ADDRESSED)


def owed(
    connection: Connection,
    reader: Reader,
    filters: Filters,
    institution: str,
    wanted: Wanted = EVERYTHING,
) -> pd.DataFrame:
    """The entries of an institution that have not ended, those that press most first.

    ``institution`` is its code, or ``not_stated`` for entries that name nobody. ``owes`` is one of
    Owes, ``role`` its part (missing where nobody is named), ``repeats`` the references of the
    earlier entries that this one repeats; the others are as in the register. Columns: OWED.
    """
    require(reader, Right.READ_PUBLISHED)
    those = replace(wanted, addressee=institution, list=Sort.OPEN.value)
    filters = replace(filters, recommendation=None)
    found = register(connection, reader, filters, those).to_dict("records")
    roles, repeats = _roles(connection, institution), _repeats(connection, filters, those)
    rows: list[Row] = [
        {str(name): value for name, value in row.items()}
        | {
            "owes": _owes(row, wanted.day).value,
            "role": roles.get(row["reference"]),
            "repeats": tuple(repeats.get(row["reference"], ())),
        }
        for row in found
    ]
    return frame(sorted(rows, key=_by_urgency), OWED)


ORDER = {owes.value: place for place, owes in enumerate(Owes)}
_SUMMED = ("entries", "open", "waiting", "overdue", "late", "silent", "made_up")


def _marks(day: dt.date) -> list[ColumnElement[Any]]:
    """Each entry as ones and zeros, and its days."""
    standing, late, last = schema.recommendation_standing.c, lateness(day), deadline_day()
    is_open, is_waiting = standing.status.not_in(ENDED), standing.status == Status.CLAIMED_DONE
    marks = {
        "entries": standing.status.is_not(None),
        "open": is_open,
        "waiting": is_waiting,
        "overdue": and_(is_open, late.in_([Lateness.LATE.value, Lateness.SILENT.value])),
        "late": and_(is_open, late == Lateness.LATE.value),
        "silent": and_(is_open, late == Lateness.SILENT.value),
        "made_up": and_(is_open, schema.recommendation.c.origin == Origin.SAMPLE),
    }
    ahead = case((and_(is_open, ~is_waiting, last >= day), last))
    counted = [case((marks[name], 1), else_=0).label(name) for name in _SUMMED]
    return [*counted, ahead.label("next_deadline"), standing.reported_on.label("last_report")]


def _by_name(row: Row) -> tuple[bool, Any]:
    return row["institution"] == NOT_STATED, latvian_key(row["name_lv"] or "")


def _roles(connection: Connection, institution: str) -> dict[str, str]:
    """The part of the institution in each entry that addresses it."""
    entry, to, body = (
        schema.recommendation,
        schema.recommendation_addressee,
        schema.institution,
    )
    statement = (
        select(entry.c.reference, to.c.role)
        .join_from(to, entry)
        .join(body, to.c.institution_id == body.c.id)
        .where(body.c.code == institution)
    )
    return {row.reference: row.role for row in connection.execute(statement)}


def _repeats(connection: Connection, filters: Filters, wanted: Wanted) -> dict[str, list[str]]:
    """The earlier entries that each of those wanted repeats."""
    entry, link = schema.recommendation, schema.recommendation_link
    earlier = entry.alias("earlier")
    repeating = select(entry.c.reference, earlier.c.reference.label("other")).select_from(
        entry.join(link, link.c.recommendation_id == entry.c.id).join(
            earlier, link.c.earlier_id == earlier.c.id
        )
    )
    statement = standing_there(repeating, filters, wanted).where(
        link.c.kind == RecommendationLinkKind.REPEATS
    )
    found: dict[str, list[str]] = {}
    for row in connection.execute(statement.order_by(earlier.c.reference)):
        found.setdefault(row.reference, []).append(row.other)
    return found


def _owes(row: Mapping[Any, Any], day: dt.date) -> Owes:
    if row["status"] == Status.CLAIMED_DONE:
        return Owes.WAITING
    if row["lateness"] in {Lateness.LATE, Lateness.SILENT}:
        return Owes.OVERDUE
    if pd.isna(row["deadline"]):
        return Owes.UNDATED
    return Owes.DUE if row["deadline"].date() >= day else Owes.GOES_ON


def _by_urgency(row: Row) -> tuple[int, bool, Any]:
    deadline: pd.Timestamp = row["deadline"]
    is_undated = pd.isna(deadline)
    return ORDER[row["owes"]], is_undated, 0 if is_undated else deadline
