"""One value for what is asked: the address bar, the cache key and the WHERE clause."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, false, func, true

from data_access import schema
from data_access.rules import Look

FIRST_DAY, LAST_DAY = dt.date(2009, 7, 1), dt.date(2099, 12, 31)
"""Days that can be asked for: from the first division of municipalities on."""

NAMED = ("round", "activity", "recommendation", "place")
"""The parts of an address that are codes and pass as they are."""


@dataclass(frozen=True)
class Filters:
    """What a reader chose; None means no restriction.

    ``round`` and ``activity`` are codes, ``recommendation`` is a reference, ``place`` is
    ``<division>:<iso>`` or a kind of place beside the map, ``start`` and ``end`` are the first and
    last day asked for. ``look`` is how places keep time.
    """

    round: str | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    activity: str | None = None
    recommendation: str | None = None
    place: str | None = None
    look: Look = Look.WAS

    @classmethod
    def from_query(cls, query: Mapping[str, str]) -> tuple["Filters", tuple[str, ...]]:
        """The filters an address carries, and the names of its parts that say nothing usable."""
        start, end = day_of(query, "from"), day_of(query, "to")
        unusable = [name for name in ("from", "to") if query.get(name) and not day_of(query, name)]
        if is_back_to_front(query):
            start = end = None
            unusable = ["from", "to"]
        named = {name: query.get(name) or None for name in NAMED}
        look = query.get("look") or Look.WAS
        if look not in set(Look):
            look, unusable = Look.WAS, [*unusable, "look"]
        return cls(start=start, end=end, look=Look(look), **named), tuple(unusable)

    def to_query(self) -> dict[str, str]:
        """The same as neutral address parts; what is not restricted has none."""
        parts = {
            "round": self.round,
            "from": self.start and self.start.isoformat(),
            "to": self.end and self.end.isoformat(),
            "activity": self.activity,
            "recommendation": self.recommendation,
            "place": self.place,
            "look": None if self.look is Look.WAS else self.look.value,
        }
        return {name: value for name, value in parts.items() if value}


def day_of(query: Mapping[str, str], name: str) -> dt.date | None:
    """The day that a part of an address names; None where it names none that can be asked for."""
    try:
        day = dt.date.fromisoformat(query.get(name, ""))
    except ValueError:
        return None
    return day if FIRST_DAY <= day <= LAST_DAY else None


def is_back_to_front(query: Mapping[str, str]) -> bool:
    """Whether the first day that an address names lies after the last."""
    start, end = day_of(query, "from"), day_of(query, "to")
    return bool(start and end and end < start)


def within(
    filters: Filters,
    starts_on: ColumnElement[dt.date | None],
    ends_on: ColumnElement[dt.date | None] | None = None,
    *,
    open_ended: bool = False,
) -> ColumnElement[bool]:
    """Dates that overlap the chosen period, boundary days included.

    Where a period is chosen, a row without a first day lies outside it. Without an end a row lasts
    for its one day, or, ``open_ended``, until today and on.
    """
    last = starts_on if ends_on is None else func.coalesce(ends_on, starts_on)
    if not (filters.start or filters.end):
        return true()
    conditions: list[ColumnElement[bool]] = [starts_on.is_not(None)]
    if filters.start:
        goes_on = ends_on.is_(None) if open_ended and ends_on is not None else false()
        conditions.append((last >= filters.start) | goes_on)
    if filters.end:
        conditions.append(starts_on <= filters.end)
    return and_(*conditions)


def of_whole_rounds(filters: Filters) -> ColumnElement[bool]:
    """Rows that belong to no activity: there are none once an activity is chosen."""
    return true() if filters.activity is None else false()


def of_round(filters: Filters) -> ColumnElement[bool]:
    """Rows of the chosen round; the statement joins ``round``."""
    return true() if filters.round is None else schema.round.c.code == filters.round


def of_activity(filters: Filters) -> ColumnElement[bool]:
    """Rows of the chosen activity; the statement joins ``activity``."""
    return true() if filters.activity is None else schema.activity.c.code == filters.activity


def of_recommendation(filters: Filters) -> ColumnElement[bool]:
    """Rows of the chosen recommendation; the statement joins ``recommendation``."""
    if filters.recommendation is None:
        return true()
    return schema.recommendation.c.reference == filters.recommendation
