"""Where a record stands in a look: its own municipality, the one its land belongs to, or neither.

What is known of the land lies in ``carried_land`` (territory.carrying); a record that names its
territorial unit follows the unit.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
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
from data_access.frames import WORD
from data_access.rules import Look, PlaceKind, Stands
from data_access.territory.parts import known_as, names_of_parts

STANDS = dict.fromkeys(
    ("stands", "stands_at", "stands_name", "stands_before", "stands_among"), WORD
)
"""What is told of where a record stands (Standing.told)."""

RECORDED, THERE, HOME = (
    known_as(schema.municipality, name) for name in ("recorded", "there", "home_of_unit")
)
THEN, DIVISION = (known_as(schema.division, f"division_{name}") for name in ("then", "there"))
CARRIED = known_as(schema.carried_land, "carried")
UNIT = known_as(schema.unit_membership, "unit")

Day = ColumnElement[Any]


@dataclass(frozen=True)
class Standing:
    """The place of a record as a look has it, and the joins that its columns hang on.

    ``place_kind`` is a PlaceKind, or why the record is on no municipality of the look (Stands).
    ``municipality_id`` is the municipality on the map; of what may lie in either of several it is
    the one that was recorded. ``place`` is that as ``<division>:<iso>``, ``name`` its name;
    ``before`` the name of the recorded one where it is another; ``among`` the names of those of the
    look that share its land, "; " between them, in no order and some several times, where it may
    lie in either.
    """

    place_kind: ColumnElement[str]
    municipality_id: ColumnElement[int]
    place: ColumnElement[str]
    name: ColumnElement[str]
    before: ColumnElement[str | None]
    among: ColumnElement[str | None]
    joined: Callable[[Any], Any]

    @property
    def spot(self) -> tuple[ColumnElement[str], ColumnElement[int]]:
        """``place_kind`` and ``municipality_id`` under these names."""
        return self.place_kind.label("place_kind"), self.municipality_id.label("municipality_id")

    @property
    def code(self) -> ColumnElement[str]:
        """The place in an address: ``place``, ``either:<place>``, or the kind."""
        return code_of(self.place_kind, self.place)

    @property
    def told(self) -> list[ColumnElement[Any]]:
        """Columns STANDS: the kind, the code, and the names."""
        told: tuple[ColumnElement[Any], ...] = (self.place_kind, self.code)
        told += (self.name, self.before, self.among)
        return [column.label(name) for name, column in zip(STANDS, told, strict=True)]


def standing(
    rows: FromClause,
    look: Look,
    day: Day,
    round_id: Day | None = None,
    division_id: Day | None = None,
) -> Standing:
    """Where the rows of a table with place columns stand in the look.

    ``day`` is the record's; without one it stays in the division in which it was recorded.
    ``round_id`` is the record's round, by whose list ``reported`` goes. ``division_id`` names a
    division to carry the rows into, whatever their day.
    """
    target = _target(look) if division_id is None else division_id
    by_day = look is not Look.TODAY and division_id is None
    landed = _landed(rows, day, target)
    kind: ColumnElement[Any] = case(
        (rows.c.place_kind != PlaceKind.MUNICIPALITY, rows.c.place_kind),
        (landed.is_(None), Stands.EITHER.value),
        else_=PlaceKind.MUNICIPALITY.value,
    )
    place = func.coalesce(landed, rows.c.municipality_id)
    parts = names_of_parts(RECORDED, target, and_(_is_before(day), CARRIED.c.before_id.is_(None)))

    def joined(statement: Any) -> Any:
        found = statement.outerjoin(RECORDED, rows.c.municipality_id == RECORDED.c.id)
        found = found.outerjoin(THEN, _is_in_force(THEN, day)) if by_day else found
        return _with_land(found, rows, target, place)

    found = Standing(
        place_kind=kind,
        municipality_id=place,
        place=DIVISION.c.code + ":" + THERE.c.iso,
        name=THERE.c.name,
        before=case((THERE.c.name != RECORDED.c.name, RECORDED.c.name)),
        among=case((kind == Stands.EITHER, parts)),
        joined=joined,
    )
    return found if look is not Look.REPORTED else _listed(found, round_id)


def code_of(place_kind: ColumnElement[str], place: ColumnElement[str]) -> ColumnElement[str]:
    """``<division>:<iso>``, that after ``either:`` where it may lie in several, or the kind."""
    either = (place_kind == Stands.EITHER, f"{Stands.EITHER}:" + place)
    return case(either, else_=func.coalesce(place, place_kind))


def _target(look: Look) -> ColumnElement[Any]:
    """The division of the look: today's, or that of the record's day."""
    if look is Look.TODAY:
        return _today()
    return func.coalesce(THEN.c.id, RECORDED.c.division_id)


def _landed(rows: FromClause, day: Day, target: ColumnElement[Any]) -> ColumnElement[Any]:
    """The one municipality of the division that has the record's land; missing beside the map."""
    return case(
        (rows.c.territorial_unit_id.is_not(None), HOME.c.id),
        (_is_before(day), CARRIED.c.before_id),
        (CARRIED.c.id.is_not(None), CARRIED.c.there_id),
        # A municipality of which no unit is known lies in its own division alone.
        (RECORDED.c.division_id == target, RECORDED.c.id),
    )


def _is_before(day: Day) -> ColumnElement[bool]:
    """Whether the record is from before a part left the municipality within its division."""
    return and_(CARRIED.c.changed_on.is_not(None), day < CARRIED.c.changed_on)


def _with_land(
    found: Any, rows: FromClause, target: ColumnElement[Any], place: ColumnElement[int]
) -> Any:
    """The statement with the municipalities of the division that the land lies in."""
    lies = and_(CARRIED.c.municipality_id == RECORDED.c.id, CARRIED.c.division_id == target)
    of_unit = UNIT.c.territorial_unit_id == rows.c.territorial_unit_id
    homes = UNIT.join(HOME, UNIT.c.municipality_id == HOME.c.id)
    return (
        found.outerjoin(homes, and_(of_unit, HOME.c.division_id == target))
        .outerjoin(CARRIED, lies)
        .outerjoin(THERE, THERE.c.id == place)
        .outerjoin(DIVISION, DIVISION.c.id == THERE.c.division_id)
    )


def _listed(was: Standing, round_id: Day | None) -> Standing:
    """Of what stands on a municipality, only what the round's list has."""
    named = _lists()
    is_on_list = and_(named.c.municipality_id == THERE.c.id, named.c.round_id == round_id)
    may_be_off = was.place_kind.in_([PlaceKind.MUNICIPALITY, Stands.EITHER])
    is_off = and_(may_be_off, named.c.municipality_id.is_(None))
    return Standing(
        case((is_off, Stands.UNLISTED.value), else_=was.place_kind),
        case((is_off, null()), else_=was.municipality_id),
        case((is_off, null()), else_=was.place),
        case((is_off, null()), else_=was.name),
        case((is_off, null()), else_=was.before),
        case((is_off, null()), else_=was.among),
        lambda statement: was.joined(statement).outerjoin(named, is_on_list),
    )


@cache
def _lists() -> FromClause:
    """Each municipality of a round's document once, whatever it is listed as."""
    named = schema.reported_place
    return select(named.c.round_id, named.c.municipality_id).distinct().subquery("listed")


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
