"""How many people, attendances, activities, posts and families stand at each place of a look."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Date,
    Select,
    and_,
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
from data_access.caseloads.selection import case_is_within, made_up, post_is_within
from data_access.counting import attended, persons, recorded_rows
from data_access.filters import Filters, of_activity, of_round, within
from data_access.rules import OPEN, Origin, PlaceKind, Quality, ReportedPlaceRole
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
    """The municipalities that the rounds' documents list in one role.

    ``among``: all municipalities of the divisions whose land the documents list.
    """

    numbers: frozenset[int]
    among: frozenset[int]

    def has(self, spot: Spot) -> bool | None:
        """Whether the spot is listed; None beside the map, and where its division has no list."""
        return spot[1] in self.numbers if spot[0] == ON_MAP and spot[1] in self.among else None


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


def families(connection: Connection, reader: Reader, filters: Filters) -> Counted:
    """Families with a case, by the place where its mediator served: at each place once."""
    require(reader, Right.READ_FIGURES)
    cases, post, family = schema.mediation_case, schema.mediator_post, schema.family
    at = standing(post, filters.look, post.c.starts_on, post.c.round_id)
    rows = (
        select(*at.spot, cases.c.family_id, made_up(cases, family))
        .join_from(cases, post)
        .join(schema.round)
        .join(family, cases.c.family_id == family.c.id)
        .where(case_is_within(filters))
    )
    of = at.joined(rows).subquery()
    spots = select(of.c.place_kind, of.c.municipality_id)
    number = func.count(of.c.family_id.distinct())
    return _unless_empty(_counted(connection, spots, func.max(of.c.made_up), number))


def open_entries(connection: Connection, reader: Reader, filters: Filters) -> Counted:
    """Entries of the register about each place that nothing has settled yet.

    An entry that names no place is about none.
    """
    require(reader, Right.READ_FIGURES)
    entry = schema.recommendation
    day = func.coalesce(entry.c.made_on, schema.round.c.actual_starts_on)
    at = standing(entry, filters.look, day, entry.c.round_id)
    stands = schema.recommendation_standing
    rows = (
        select(*at.spot, stands.c.status, entry.c.origin)
        .join_from(entry, schema.round)
        .join(stands, and_(stands.c.recommendation_id == entry.c.id, stands.c.until.is_(None)))
    )
    found = connection.execute(at.joined(rows.where(of_round(filters)))).all()
    about = [row for row in found if row.place_kind != PlaceKind.NOT_STATED]
    still = [row for row in about if row.status in OPEN]
    numbers = Counter((row.place_kind, row.municipality_id) for row in still)
    sample = (row for row in still if row.origin == Origin.SAMPLE)
    made_up_at = frozenset((row.place_kind, row.municipality_id) for row in sample)
    return Counted(numbers, made_up_at) if found else Counted(None)


def _by_origin(connection: Connection, rows: Select[Any]) -> Counted:
    """The rows counted, of which each says where it came from."""
    of = rows.subquery()
    spots = select(of.c.place_kind, of.c.municipality_id)
    return _counted(connection, spots, func.max(_sample(of.c.origin)))


def _counted(
    connection: Connection,
    spots: Select[tuple[str, int]],
    sample: ColumnElement[int],
    number: ColumnElement[int] | None = None,
) -> Counted:
    """How many rows, or what else, there are at each spot, and whether some are made up."""
    counted = func.count() if number is None else number
    statement = spots.add_columns(counted.label("number"), sample.label("sample"))
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
    return all_listed(connection, reader, filters)[role]


def all_listed(
    connection: Connection, reader: Reader, filters: Filters
) -> dict[ReportedPlaceRole, Listed]:
    """The municipalities of the lists in each role, as the look has them."""
    require(reader, Right.READ_FIGURES)
    rows = named_places(filters).subquery()
    at = standing(rows, filters.look, rows.c.day, rows.c.round_id)
    found = connection.execute(at.joined(select(*at.spot, rows.c.role).select_from(rows))).all()
    numbers = {
        role: frozenset(
            row.municipality_id for row in found if row.place_kind == ON_MAP and row.role == role
        )
        for role in ReportedPlaceRole
    }
    municipality = schema.municipality
    known = connection.execute(select(municipality.c.id, municipality.c.division_id)).all()
    division_of = {row.id: row.division_id for row in known}
    return {
        role: Listed(of_role, _beside(of_role, division_of)) for role, of_role in numbers.items()
    }


def _beside(numbers: frozenset[int], division_of: Mapping[int, int]) -> frozenset[int]:
    """All municipalities of the divisions to which these belong."""
    divisions = {division_of[number] for number in numbers}
    return frozenset(number for number, division in division_of.items() if division in divisions)


def named_places(filters: Filters) -> Select[Any]:
    """The lists' municipalities with the columns of a record: they stand where they are listed."""
    named = schema.reported_place
    return (
        select(
            named.c.id,
            named.c.role,
            named.c.municipality_id,
            named.c.round_id,
            literal(ON_MAP).label("place_kind"),
            cast(null(), BigInteger).label("territorial_unit_id"),
            cast(null(), Date).label("day"),
        )
        .join_from(named, schema.round)
        .where(of_round(filters))
    )
