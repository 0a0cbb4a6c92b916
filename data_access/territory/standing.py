"""Where a record stands in a look: its own municipality, the one its land belongs to, or neither.

What is known of the land lies in ``carried_land`` (territory.carrying); a record that names its
territorial unit follows the unit.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    and_,
    case,
    func,
    literal,
    null,
    or_,
    select,
)

from data_access import schema
from data_access.clock import today
from data_access.rules import Look, PlaceKind, Stands

Statement = Select[*tuple[Any, ...]]
Day = ColumnElement[Any]


@dataclass(frozen=True)
class Standing:
    """The place of a record as a look has it, and the joins that its columns hang on.

    ``place_kind`` is a PlaceKind, or why the record is on no municipality of the look (Stands).
    ``municipality_id`` is the municipality on the map; of what may lie in either of several it is
    the one that was recorded. ``place`` is that as ``<division>:<iso>``, ``name`` its name.
    """

    place_kind: ColumnElement[str]
    municipality_id: ColumnElement[int]
    place: ColumnElement[str]
    name: ColumnElement[str]
    joined: Callable[[Any], Any]

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
    carried = schema.carried_land.alias("carried")
    target = _today() if look is Look.TODAY else func.coalesce(then.c.id, recorded.c.division_id)
    is_before = and_(carried.c.changed_on.is_not(None), day < carried.c.changed_on)
    landed = case(
        (rows.c.territorial_unit_id.is_not(None), _of_unit(rows.c.territorial_unit_id, target)),
        (is_before, carried.c.before_id),
        (carried.c.id.is_not(None), carried.c.there_id),
        # A municipality of which no unit is known lies in its own division alone.
        (recorded.c.division_id == target, recorded.c.id),
    )
    kind: ColumnElement[Any] = case(
        (rows.c.place_kind != PlaceKind.MUNICIPALITY, rows.c.place_kind),
        (landed.is_(None), Stands.EITHER.value),
        else_=PlaceKind.MUNICIPALITY.value,
    )
    place = func.coalesce(landed, rows.c.municipality_id)

    def joined(statement: Any) -> Any:
        found = statement.outerjoin(recorded, rows.c.municipality_id == recorded.c.id)
        if look is not Look.TODAY:
            found = found.outerjoin(then, _is_in_force(then, day))
        lies = and_(carried.c.municipality_id == recorded.c.id, carried.c.division_id == target)
        return (
            found.outerjoin(carried, lies)
            .outerjoin(there, there.c.id == place)
            .outerjoin(division, division.c.id == there.c.division_id)
        )

    code = division.c.code + ":" + there.c.iso
    found = Standing(kind, place, code, there.c.name, joined)
    return found if look is not Look.REPORTED else _listed(found, round_id)


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
        case((is_off, null()), else_=was.name),
        was.joined,
    )


def _of_unit(unit: ColumnElement[int], target: ColumnElement[int]) -> ColumnElement[int]:
    """The municipality of the division in which the territorial unit lies."""
    lies, home = schema.unit_membership.alias("lies"), schema.municipality.alias("home")
    found = (
        select(home.c.id)
        .join_from(lies, home, home.c.id == lies.c.municipality_id)
        .where(lies.c.territorial_unit_id == unit, home.c.division_id == target)
        .correlate_except(lies, home)
    )
    return found.scalar_subquery()


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
