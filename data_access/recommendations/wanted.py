"""What narrows the register beside the round: where entries stand, whom they bind, as of what day.

One value, as ``Filters`` is: the address, the key of the memory and the condition.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select, true

from data_access import schema
from data_access.clock import RIGA, today
from data_access.filters import FIRST_DAY
from data_access.recommendations.late import lateness
from data_access.rules import ENDED, AddresseeRole, Precision, Status, fold
from data_access.standings import on

NOT_STATED = "not_stated"
NAMED = ("status", "area", "addressee", "lateness", "source", "list")
LONGEST = 200


class Sort(StrEnum):
    """Lists that the Council and the coordinator work through."""

    UNSETTLED = "unsettled"
    """Still to be acted upon, without an addressee who leads, or without a deadline."""
    OPEN = "open"
    """Still to be acted upon."""
    WAITING = "waiting"
    """Claimed done, and waiting for the Council."""
    OVERDUE = "overdue"
    """Past the deadline without a claim, or without a report for longer than the interval."""
    RETURNED = "returned"
    """Repeats an earlier entry, is repeated, or was carried into a later round."""


@dataclass(frozen=True)
class Wanted:
    """None, and no words, mean no restriction; ``as_of`` None is what is known today.

    ``addressee``, ``source`` are codes or ``not_stated``; ``words`` are looked for in the wording
    and the reference, whatever their case and accents.
    """

    status: str | None = None
    area: str | None = None
    addressee: str | None = None
    lateness: str | None = None
    source: str | None = None
    list: str | None = None
    words: str = ""
    as_of: dt.date | None = None

    @classmethod
    def from_query(cls, query: Mapping[str, str]) -> "Wanted":
        """What an address asks for; a day that is none, or still to come, is today."""
        named: dict[str, Any] = {name: query.get(name) or None for name in NAMED}
        if named["list"] not in set(Sort):
            named["list"] = None
        try:
            day: dt.date | None = dt.date.fromisoformat(query.get("as_of", ""))
        except ValueError:
            day = None
        past = day if day and FIRST_DAY <= day < today() else None
        return cls(**named, as_of=past)

    def to_query(self) -> dict[str, str]:
        """The same as neutral address parts; words are never among them."""
        parts = {name: getattr(self, name) for name in NAMED}
        parts["as_of"] = self.as_of.isoformat() if self.as_of else None
        return {name: value for name, value in parts.items() if value}

    @property
    def day(self) -> dt.date:
        """The day of which is told."""
        return self.as_of or today()

    def of_all(self) -> "Wanted":
        """The same day, and nothing narrowed."""
        return replace(Wanted(), as_of=self.as_of)


def stands(wanted: Wanted) -> ColumnElement[bool]:
    """The condition on which ``recommendation_standing`` joins an entry."""
    standing = schema.recommendation_standing
    of_entry = standing.c.recommendation_id == schema.recommendation.c.id
    if wanted.as_of is None:
        return and_(of_entry, standing.c.until.is_(None))
    return and_(of_entry, on(wanted.as_of))


def worded(wanted: Wanted) -> ColumnElement[bool]:
    """The condition on which ``recommendation_version`` joins an entry, as it was worded then."""
    version, other = schema.recommendation_version, schema.recommendation_version.alias()
    entry = schema.recommendation
    latest = select(func.max(other.c.number)).where(other.c.recommendation_id == entry.c.id)
    if wanted.as_of is not None:
        end = dt.datetime.combine(wanted.as_of + dt.timedelta(days=1), dt.time(), RIGA)
        latest = latest.where(or_(other.c.number == 1, other.c.written_at < end))
    number = latest.correlate(entry).scalar_subquery()
    return and_(version.c.recommendation_id == entry.c.id, version.c.number == number)


def narrowed(wanted: Wanted) -> list[ColumnElement[bool]]:
    """Conditions on ``recommendation``, its ``round``, standing and ``source``, all joined."""
    entry, standing = schema.recommendation.c, schema.recommendation_standing.c
    equal = {
        "status": standing.status,
        "area": entry.area,
        "lateness": lateness(wanted.day),
    }
    found = [
        column == getattr(wanted, name) for name, column in equal.items() if getattr(wanted, name)
    ]
    if wanted.addressee:
        found.append(_addressed(wanted.addressee))
    if wanted.source:
        found.append(_said(wanted.source))
    if wanted.list:
        found.append(_on(Sort(wanted.list), wanted.day))
    if fold(wanted.words):
        found.append(_says(wanted.words[:LONGEST]))
    return found


def has_no_lead() -> ColumnElement[bool]:
    """Entries that nobody leads on."""
    to = schema.recommendation_addressee
    return ~exists().where(
        to.c.recommendation_id == schema.recommendation.c.id, to.c.role == AddresseeRole.LEAD
    )


def has_no_deadline() -> ColumnElement[bool]:
    """Entries without a deadline; a horizon is none."""
    precision = schema.recommendation.c.deadline_date_precision
    return precision.in_([Precision.NOT_STATED, Precision.HORIZON])


def is_open() -> ColumnElement[bool]:
    """Entries on which somebody still has to act, or the Council to decide."""
    return schema.recommendation_standing.c.status.not_in(ENDED)


def _addressed(code: str) -> ColumnElement[bool]:
    to, institution = schema.recommendation_addressee, schema.institution
    mine = exists().where(to.c.recommendation_id == schema.recommendation.c.id)
    if code == NOT_STATED:
        return ~mine
    numbers: Select[int] = select(institution.c.id).where(institution.c.code == code)
    return mine.where(to.c.institution_id.in_(numbers))


def _said(code: str) -> ColumnElement[bool]:
    entry = schema.recommendation.c
    if code == NOT_STATED:
        return entry.source_id.is_(None)
    return entry.source_id.in_(select(schema.source.c.id).where(schema.source.c.code == code))


def _on(sort: Sort, day: dt.date) -> ColumnElement[bool]:
    standing, late = schema.recommendation_standing.c, lateness(day)
    match sort:
        case Sort.UNSETTLED:
            return and_(is_open(), or_(has_no_lead(), has_no_deadline()))
        case Sort.WAITING:
            return standing.status == Status.CLAIMED_DONE
        case Sort.OVERDUE:
            return and_(is_open(), late.in_(["late", "silent"]))
        case Sort.RETURNED:
            return _returned()
    return is_open()


def _returned() -> ColumnElement[bool]:
    link, carry, entry = (
        schema.recommendation_link,
        schema.recommendation_carry,
        schema.recommendation,
    )
    is_either = or_(link.c.recommendation_id == entry.c.id, link.c.earlier_id == entry.c.id)
    return or_(
        exists().where(is_either, link.c.kind == "repeats"),
        exists().where(carry.c.recommendation_id == entry.c.id),
    )


def _says(text: str) -> ColumnElement[bool]:
    """Every word occurs in a wording, or begins the reference."""
    entry, version = schema.recommendation.c, schema.recommendation_version.alias("said")
    found: ColumnElement[bool] = true()
    for word in fold(text).split():
        worded = exists().where(
            version.c.recommendation_id == entry.id,
            version.c.text_folded.contains(word, autoescape=True),
        )
        is_reference = func.lower(entry.reference).startswith(word, autoescape=True)
        found = and_(found, or_(worded, is_reference))
    return found
