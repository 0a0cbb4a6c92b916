"""Reports as lists show them: the post's place, the month, what became of them and by whom."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select

from data_access import schema
from data_access.access import Reader, Right, may_at, require
from data_access.caseloads.selection import made_up
from data_access.filters import Filters, of_round, of_whole_rounds
from data_access.frames import DAY, FLAG, MOMENT, PART, WHOLE, WORD
from data_access.rules import PlaceKind
from data_access.territory import STANDS, standing

REPORT, POST, ROUND = schema.monthly_report, schema.mediator_post, schema.round
LISTED = {
    "report": WHOLE,
    "revision": WHOLE,
    "post": WHOLE,
    "round": WORD,
    "place_kind": WORD,
    "place_lv": WORD,
    "place_en": WORD,
    "month": DAY,
    "hours": PART,
    "status": WORD,
    "received_at": MOMENT,
    "received_by": WORD,
    "is_made_up": FLAG,
} | STANDS
"""What every list of reports has. ``post`` and what is told of it are missing, and its place not
stated, where the report names none yet; ``received_by`` is ``account:<number>``."""
NOWHERE = {"place_kind": PlaceKind.NOT_STATED.value, "stands": PlaceKind.NOT_STATED.value}

Row = dict[str, Any]


@dataclass(frozen=True)
class Listing:
    """Reports for one who asks by one of the rights, on the connection that is theirs."""

    connection: Connection
    reader: Reader
    right: Right

    def of(self, filters: Filters, *also: ColumnElement[Any]) -> Iterator[Row]:
        """The reports that the right reaches, the latest month first, with further columns.

        Those of the round, and those that name no post yet, for who is not limited and for whoever
        brought them; of the period those whose month it touches.
        """
        require(self.reader, self.right)
        statement = _statement(filters, *also).where(_is_chosen(filters))
        for found in self.connection.execute(statement).mappings():
            row = dict(found)
            if self._is_reached(row) and _is_within(filters, row["month"]):
                yield row | _told(row)

    def _is_reached(self, row: Row) -> bool:
        """By where the post lies; without one, whether they are not limited, or brought it."""
        is_own = self.reader.account is not None and self.reader.account == row["received_by_id"]
        where = {"round_": row["round_id"], "municipality": row["municipality_id"]}
        return (row["post"] is None and is_own) or may_at(self.reader, self.right, **where)


def _statement(filters: Filters, *also: ColumnElement[Any]) -> Select[Any]:
    municipality = schema.municipality
    at = standing(POST, filters.look, POST.c.starts_on, POST.c.round_id)
    statement = (
        select(
            REPORT.c.id.label("report"),
            REPORT.c.mediator_post_id.label("post"),
            REPORT.c.hours_worked.label("hours"),
            *(REPORT.c[name] for name in ("revision", "month", "status", "received_at")),
            REPORT.c.received_by_id,
            ROUND.c.code.label("round"),
            POST.c.round_id,
            POST.c.municipality_id,
            POST.c.place_kind,
            func.coalesce(municipality.c.name, POST.c.place_name_lv).label("place_lv"),
            func.coalesce(municipality.c.name, POST.c.place_name_en).label("place_en"),
            made_up(REPORT, POST),
            *at.told,
            *also,
        )
        .join_from(REPORT, POST, REPORT.c.mediator_post_id == POST.c.id, isouter=True)
        .join(ROUND, POST.c.round_id == ROUND.c.id, isouter=True)
        .join(municipality, POST.c.municipality_id == municipality.c.id, isouter=True)
        .order_by(REPORT.c.month.is_(None).desc(), REPORT.c.month.desc(), REPORT.c.id.desc())
    )
    joined: Select[Any] = at.joined(statement)
    return joined


def _is_chosen(filters: Filters) -> ColumnElement[bool]:
    return of_whole_rounds(filters) & or_(POST.c.id.is_(None), of_round(filters))


def _is_within(filters: Filters, month: dt.date | None) -> bool:
    """Whether the period touches the month; one that is not known lies in every period."""
    if month is None:
        return True
    after = (month.replace(day=1) + dt.timedelta(days=31)).replace(day=1)
    is_begun = filters.start is None or after > filters.start
    return is_begun and (filters.end is None or month <= filters.end)


def _told(row: Row) -> Row:
    place = NOWHERE | dict.fromkeys(set(STANDS) - {"stands"}) if row["post"] is None else {}
    told = {"received_by": by(row["received_by_id"]), "is_made_up": bool(row["made_up"])}
    return place | told


def by(account: int | None) -> str | None:
    """Who did something, as the audit log names them; None where nobody is known."""
    return None if account is None else f"account:{account}"
