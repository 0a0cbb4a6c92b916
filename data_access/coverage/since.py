"""When an activity was last held on the land of each municipality of a map."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, select, union_all

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.caseloads.selection import made_up
from data_access.clock import today
from data_access.coverage.counted import Spot
from data_access.filters import Filters, of_round
from data_access.rules import Look, Quality, Stands
from data_access.territory import standing

MONTHS_A_YEAR, PARTS_A_YEAR = 12, 10


@dataclass(frozen=True)
class Since:
    """The last day of an activity at each spot up to a day: None where no day is stated.

    ``last`` is None where there is no activity at all. ``made_up``: some activity there is.
    """

    until: dt.date
    last: Mapping[Spot, dt.date | None] | None
    made_up: frozenset[Spot] = frozenset()

    def at(self, spot: Spot) -> dict[str, object]:
        """The columns of a place: a spot without any activity has no day, and that is exact.

        What is on no list has no land of its own, so nothing is stated of it.
        """
        day = self.last.get(spot) if self.last else None
        return {
            "measured_on": self.until,
            "last_activity_on": day,
            "years_since_activity": None if day is None else years_between(day, self.until),
            "last_activity_quality": self._quality(spot, day),
            "last_activity_made_up": spot in self.made_up,
        }

    def _quality(self, spot: Spot, day: dt.date | None) -> str:
        if not self.last:
            return Quality.NO_DATA.value
        is_undated = day is None and (spot in self.last or spot[0] == Stands.UNLISTED)
        return Quality.NOT_STATED.value if is_undated else Quality.EXACT.value


def years_between(first: dt.date, last: dt.date) -> float:
    """Years by completed months, down to a tenth: a year is over on the same day of the next."""
    months = (last.year - first.year) * MONTHS_A_YEAR + last.month - first.month
    whole = months - (last.day < first.day)
    return whole * PARTS_A_YEAR // MONTHS_A_YEAR / PARTS_A_YEAR


def last_held(
    connection: Connection, reader: Reader, filters: Filters, divisions: Collection[str]
) -> Since:
    """The last activity of any round at each spot of the divisions, up to the selection's end.

    Old activities are carried into the divisions whatever the look, since it is the land that had
    none since; one that may lie in either of several counts at none of them. Further places count.
    """
    require(reader, Right.READ_FIGURES)
    until = _until(connection, filters)
    rows = union_all(*_held(until)).subquery()
    drawn = schema.division.alias("drawn")
    at = standing(rows, Look.WAS, rows.c.starts_on, division_id=drawn.c.id)
    sited = at.joined(
        select(*at.spot, rows.c.last_day, rows.c.made_up)
        .select_from(rows)
        .join(drawn, drawn.c.code.in_(divisions))
    ).subquery()
    spot = sited.c.place_kind, sited.c.municipality_id
    latest = func.max(sited.c.last_day).label("day"), func.max(sited.c.made_up).label("sample")
    found = connection.execute(select(*spot, *latest).group_by(*spot)).all()
    last = {(row.place_kind, row.municipality_id): row.day and min(row.day, until) for row in found}
    sample = frozenset((row.place_kind, row.municipality_id) for row in found if row.sample)
    return Since(until, last or None, sample)


def _held(until: dt.date) -> list[Select[Any]]:
    """Every activity that began by then at its own place, and at each further one."""
    activity, further, round_ = schema.activity, schema.activity_further_place, schema.round
    said = (
        activity.c.starts_on,
        func.coalesce(activity.c.ends_on, activity.c.starts_on).label("last_day"),
        made_up(activity),
    )
    names = ("place_kind", "municipality_id", "territorial_unit_id")
    own = select(*(activity.c[name] for name in names), *said).join_from(activity, round_)
    as_well = (
        select(*(further.c[name] for name in names), *said)
        .join_from(further, activity)
        .join(round_, activity.c.round_id == round_.c.id)
    )
    began = func.coalesce(
        activity.c.starts_on, round_.c.actual_starts_on, round_.c.planned_starts_on, until
    )
    return [own.where(began <= until), as_well.where(began <= until)]


def _until(connection: Connection, filters: Filters) -> dt.date:
    """The last day chosen, or else that of the chosen round; never after today."""
    if filters.end or filters.round is None:
        return min(filters.end or today(), today())
    round_ = schema.round
    last = select(func.coalesce(round_.c.actual_ends_on, round_.c.planned_ends_on))
    day = connection.execute(last.where(of_round(filters))).scalar()
    return min(day or today(), today())
