"""How many people, attendances, activities and posts stand at each place of a look."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Date,
    Select,
    case,
    cast,
    exists,
    func,
    literal,
    null,
    select,
)

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.caseloads.selection import post_is_within
from data_access.counting import attended, persons, recorded_rows
from data_access.filters import Filters, of_activity, of_round, within
from data_access.rules import Origin, PlaceKind, Quality, ReportedPlaceRole
from data_access.territory import standing

ON_MAP = PlaceKind.MUNICIPALITY.value

Spot = tuple[str, int | None]
"""What a record stands at (territory.Standing): its kind, and the municipality's number."""


@dataclass(frozen=True)
class Counted:
    """How many at each spot, and the spots with rows of the sample; None: there are no rows."""

    numbers: Mapping[Spot, int] | None
    made_up: frozenset[Spot] = frozenset()

    def at(self, spot: Spot) -> int | None:
        """How many there: zero where there are rows, but none of this spot."""
        return None if self.numbers is None else self.numbers.get(spot, 0)

    @property
    def quality(self) -> str:
        """Exact where there are rows to count, no data where there are none."""
        return Quality.NO_DATA.value if self.numbers is None else Quality.EXACT.value


@dataclass(frozen=True)
class Listed:
    """The municipalities that the rounds' documents list in one role."""

    numbers: frozenset[int]

    def has(self, spot: Spot) -> bool | None:
        """Whether the spot is listed; None beside the map, and where nothing is listed at all."""
        return spot[1] in self.numbers if self.numbers and spot[0] == ON_MAP else None


def people(connection: Connection, reader: Reader, filters: Filters) -> tuple[Counted, Counted]:
    """Persons where they count, and attendances by the place each of them states."""
    require(reader, Right.READ_FIGURES)
    if not connection.execute(select(exists(recorded_rows(filters)))).scalar_one():
        return Counted(None), Counted(None)
    rows = attended(filters)
    who = persons(rows)
    sample = func.max(_sample(rows.c.origin))
    return (
        _counted(connection, select(who.c.place_kind, who.c.municipality_id), literal(0)),
        _counted(connection, select(rows.c.place_kind, rows.c.municipality_id), sample),
    )


def activities(connection: Connection, reader: Reader, filters: Filters) -> Counted:
    """Activities by their own place, further ones left aside."""
    require(reader, Right.READ_FIGURES)
    activity = schema.activity
    at = standing(activity, filters.look, activity.c.starts_on, activity.c.round_id)
    rows = (
        select(*at.spot, activity.c.origin)
        .join_from(activity, schema.round)
        .where(of_round(filters), of_activity(filters))
        .where(within(filters, activity.c.starts_on, activity.c.ends_on))
    )
    return _unless_empty(_by_origin(connection, at.joined(rows)))


def posts(connection: Connection, reader: Reader, filters: Filters) -> Counted:
    """Mediators' posts by the place where they serve."""
    require(reader, Right.READ_FIGURES)
    post = schema.mediator_post
    at = standing(post, filters.look, post.c.starts_on, post.c.round_id)
    rows = (
        select(*at.spot, post.c.origin).join_from(post, schema.round).where(post_is_within(filters))
    )
    return _unless_empty(_by_origin(connection, at.joined(rows)))


def _by_origin(connection: Connection, rows: Select[Any]) -> Counted:
    """The rows counted, of which each says where it came from."""
    of = rows.subquery()
    spots = select(of.c.place_kind, of.c.municipality_id)
    return _counted(connection, spots, func.max(_sample(of.c.origin)))


def _counted(
    connection: Connection, spots: Select[tuple[str, int]], sample: ColumnElement[int]
) -> Counted:
    """How many rows there are at each spot, and whether some of them are made up."""
    statement = spots.add_columns(func.count().label("number"), sample.label("sample"))
    found = connection.execute(statement.group_by(*spots.selected_columns)).all()
    numbers = {(row.place_kind, row.municipality_id): row.number for row in found}
    made_up = {(row.place_kind, row.municipality_id) for row in found if row.sample}
    return Counted(numbers, frozenset(made_up))


def _unless_empty(counted: Counted) -> Counted:
    return counted if counted.numbers else Counted(None)


def _sample(origin: ColumnElement[str]) -> ColumnElement[int]:
    return case((origin == Origin.SAMPLE, 1), else_=0)


def listed(
    connection: Connection, reader: Reader, filters: Filters, role: ReportedPlaceRole
) -> Listed:
    """The municipalities of the lists in that role, as the look has them."""
    require(reader, Right.READ_FIGURES)
    rows = named_places(filters).where(schema.reported_place.c.role == role).subquery()
    at = standing(rows, filters.look, rows.c.day, rows.c.round_id)
    found = connection.execute(at.joined(select(*at.spot).select_from(rows)))
    return Listed(frozenset(row.municipality_id for row in found if row.place_kind == ON_MAP))


def named_places(filters: Filters) -> Select[Any]:
    """The lists' municipalities with the columns of a record: they stand where they are listed."""
    named = schema.reported_place
    return (
        select(
            named.c.id,
            named.c.municipality_id,
            named.c.round_id,
            literal(ON_MAP).label("place_kind"),
            cast(null(), BigInteger).label("territorial_unit_id"),
            cast(null(), Date).label("day"),
        )
        .join_from(named, schema.round)
        .where(of_round(filters))
    )
