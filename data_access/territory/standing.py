"""Where a record stands in a look: its own municipality, the one its land belongs to, or neither.

Land is known by territorial units, the parishes and towns that reforms hand on whole: a
municipality lies in another division wherever its units lie there.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Date,
    FromClause,
    Select,
    Subquery,
    and_,
    case,
    cast,
    func,
    literal,
    null,
    or_,
    select,
    union_all,
)

from data_access import schema
from data_access.clock import today
from data_access.rules import Look, PlaceKind, Stands

Statement = Select[Any]
Day = ColumnElement[Any]

ALWAYS_WAS = cast(null(), Date).label("since")
NEVER_ENDS = cast(null(), Date).label("until")


@dataclass(frozen=True)
class Standing:
    """The place of a record as a look has it, and the joins that its columns hang on.

    ``place_kind`` is a PlaceKind, or why the record is on no municipality of the look (Stands).
    ``municipality_id`` is the municipality on the map; of what may lie in either of several it is
    the one that was recorded. ``place`` is that as ``<division>:<iso>``.
    """

    place_kind: ColumnElement[str]
    municipality_id: ColumnElement[int]
    place: ColumnElement[str]
    joined: Callable[[Statement], Statement]

    @property
    def spot(self) -> tuple[ColumnElement[str], ColumnElement[int]]:
        """``place_kind`` and ``municipality_id`` under these names."""
        return self.place_kind.label("place_kind"), self.municipality_id.label("municipality_id")


def standing(rows: FromClause, look: Look, day: Day, round_id: Day | None = None) -> Standing:
    """Where the rows of a table with place columns stand in the look.

    ``day`` is the record's; without one it stays in the division in which it was recorded.
    ``round_id`` is the record's round, by whose list ``reported`` goes.
    """
    recorded, there = schema.municipality.alias("recorded"), schema.municipality.alias("there")
    then, division = schema.division.alias("division_then"), schema.division.alias("division_there")
    carried, unit = _carried(), _units()
    target = _today() if look is Look.TODAY else func.coalesce(then.c.id, recorded.c.division_id)
    by_unit = case((rows.c.territorial_unit_id.is_not(None), unit.c.municipality_id))
    # A municipality without any known unit lies in its own division alone.
    own = case((recorded.c.division_id == target, recorded.c.id))
    whole = case((carried.c.ways == 1, carried.c.there_id), (carried.c.ways.is_(None), own))
    landed = func.coalesce(by_unit, whole)
    kind: ColumnElement[Any] = case(
        (rows.c.place_kind != PlaceKind.MUNICIPALITY, rows.c.place_kind),
        (landed.is_(None), Stands.EITHER.value),
        else_=PlaceKind.MUNICIPALITY.value,
    )
    place = func.coalesce(landed, rows.c.municipality_id)

    def joined(statement: Statement) -> Statement:
        found = statement.outerjoin(recorded, rows.c.municipality_id == recorded.c.id)
        if look is not Look.TODAY:
            found = found.outerjoin(then, _is_in_force(then, day))
        found = found.outerjoin(
            unit,
            and_(
                unit.c.territorial_unit_id == rows.c.territorial_unit_id,
                unit.c.division_id == target,
            ),
        ).outerjoin(
            carried,
            and_(
                carried.c.municipality_id == rows.c.municipality_id,
                carried.c.division_id == target,
                or_(carried.c.until.is_(None), day < carried.c.until),
                or_(carried.c.since.is_(None), day.is_(None), day >= carried.c.since),
            ),
        )
        return found.outerjoin(there, there.c.id == place).outerjoin(
            division, division.c.id == there.c.division_id
        )

    code = division.c.code + ":" + there.c.iso
    if look is not Look.REPORTED:
        return Standing(kind, place, code, joined)
    return _listed(Standing(kind, place, code, joined), round_id)


def _listed(was: Standing, round_id: Day | None) -> Standing:
    """Of what stands on a municipality, only what the round's list has."""
    named = schema.reported_place
    on_list = (
        select(named.c.id)
        .where(named.c.municipality_id == was.municipality_id, named.c.round_id == round_id)
        .correlate_except(named)
        .exists()
    )
    is_off = and_(was.place_kind.in_([PlaceKind.MUNICIPALITY, Stands.EITHER]), ~on_list)
    return Standing(
        case((is_off, Stands.UNLISTED.value), else_=was.place_kind),
        case((is_off, null()), else_=was.municipality_id),
        case((is_off, null()), else_=was.place),
        was.joined,
    )


def _is_in_force(division: FromClause, day: Day) -> ColumnElement[bool]:
    return and_(
        division.c.valid_from <= day,
        or_(division.c.valid_to.is_(None), division.c.valid_to >= day),
    )


def _today() -> ColumnElement[int]:
    """The division in force today."""
    division = schema.division.alias()
    latest = select(division.c.id).where(_is_in_force(division, literal(today())))
    return latest.order_by(division.c.valid_from.desc()).limit(1).scalar_subquery()


@cache
def _units() -> CTE:
    """In which municipality of each division each territorial unit lies."""
    lies, municipality = schema.unit_membership, schema.municipality
    return (
        select(lies.c.territorial_unit_id, municipality.c.division_id, lies.c.municipality_id)
        .join_from(lies, municipality)
        .cte("units")
    )


@cache
def _carried() -> CTE:
    """Where the land of each municipality lies in each division.

    Columns: municipality_id, division_id, there_id (one municipality of the division with land of
    it), ways (how many there are), since and until: the first day, and the day after the last, of
    records for which this holds, where a part left the municipality within its own division.
    """
    own, leaving = schema.unit_membership.alias("own"), _leaving()
    after = select(
        own.c.municipality_id, own.c.territorial_unit_id, leaving.c.on.label("since"), NEVER_ENDS
    ).outerjoin_from(own, leaving, leaving.c.municipality_id == own.c.municipality_id)
    return union_all(_spread(after.subquery()), _spread(_before(leaving))).cte("carried")


def _leaving() -> Subquery:
    """The municipalities that lost a part to another one within their division, and the day."""
    loses, gains = schema.municipality.alias("loses"), schema.municipality.alias("gains")
    succession = schema.succession
    return (
        select(succession.c.predecessor_id.label("municipality_id"))
        .add_columns(func.min(succession.c.effective_on).label("on"))
        .join_from(succession, loses, succession.c.predecessor_id == loses.c.id)
        .join(gains, succession.c.successor_id == gains.c.id)
        .where(loses.c.division_id == gains.c.division_id)
        .group_by(succession.c.predecessor_id)
        .subquery()
    )


def _before(leaving: Subquery) -> Subquery:
    """The units of a municipality before a part of it left: its own, and those that left."""
    lies, succession = schema.unit_membership.alias("lies"), schema.succession
    loses, gains = schema.municipality.alias("loser"), schema.municipality.alias("gainer")
    left = (
        select(succession.c.successor_id)
        .join(gains, succession.c.successor_id == gains.c.id)
        .where(
            succession.c.predecessor_id == leaving.c.municipality_id,
            gains.c.division_id == loses.c.division_id,
        )
        .correlate(leaving, loses)
    )
    return (
        select(leaving.c.municipality_id, lies.c.territorial_unit_id)
        .add_columns(ALWAYS_WAS, leaving.c.on.label("until"))
        .join_from(leaving, loses, loses.c.id == leaving.c.municipality_id)
        .join(lies, or_(lies.c.municipality_id == loses.c.id, lies.c.municipality_id.in_(left)))
        .subquery()
    )


def _spread(extent: Subquery) -> Statement:
    """In which municipalities of each division the units lie."""
    lies, there = schema.unit_membership.alias("lies_there"), schema.municipality.alias("has")
    whose = (extent.c.municipality_id, there.c.division_id, extent.c.since, extent.c.until)
    return (
        select(
            *whose,
            func.min(there.c.id).label("there_id"),
            func.count(there.c.id.distinct()).label("ways"),
        )
        .join_from(extent, lies, lies.c.territorial_unit_id == extent.c.territorial_unit_id)
        .join(there, there.c.id == lies.c.municipality_id)
        .group_by(*whose)
    )
