"""Every municipality of a look's maps, and every kind of place beside them, with its numbers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Connection, literal, or_, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.coverage.counted import (
    ON_MAP,
    Counted,
    Listed,
    Spot,
    activities,
    all_listed,
    families,
    open_entries,
    people,
    posts,
)
from data_access.coverage.since import Since, last_held
from data_access.filters import Filters
from data_access.frames import DAY, FLAG, PART, WHOLE, WORD, frame
from data_access.rules import Look, PlaceKind, ReportedPlaceRole, Stands, latvian_key
from data_access.territory import division_of, in_force_today

PLACES = {
    "place": WORD,
    "division": WORD,
    "iso": WORD,
    "name": WORD,
    "is_city": FLAG,
    "place_kind": WORD,
    "is_represented": FLAG,
    "persons": WHOLE,
    "attendances": WHOLE,
    "quality": WORD,
    "is_made_up": FLAG,
    "activities": WHOLE,
    "activities_quality": WORD,
    "activities_made_up": FLAG,
    "posts": WHOLE,
    "posts_quality": WORD,
    "posts_made_up": FLAG,
    "families": WHOLE,
    "families_quality": WORD,
    "families_made_up": FLAG,
    "open_recommendations": WHOLE,
    "open_recommendations_quality": WORD,
    "open_recommendations_made_up": FLAG,
    "last_activity_on": DAY,
    "years_since_activity": PART,
    "measured_on": DAY,
    "last_activity_quality": WORD,
    "last_activity_made_up": FLAG,
    "is_reported": FLAG,
    "is_reported_post": FLAG,
    "is_outside": FLAG,
}
"""A person counts once, at the place of most of their attendances; ``attendances`` are those of
people from there, and a place that has one is represented. ``activities`` are those held there:
each counts at its own place, not at further ones. ``posts`` are mediators' posts, ``families``
those with a case there; a family counts once at each place where it has one.
``open_recommendations`` are entries of the register about the place that nothing has settled.
Without any row of the kind in the selection the numbers are missing and the quality is ``no_data``;
with one, a place without any has zero. ``is_reported``, ``is_reported_post``: whether the rounds'
documents list the municipality as represented, or as a mediator's place; missing where they list
none of its division. ``is_outside``: as reported, the municipality is on no list. ``is_made_up``
(of people), ``activities_made_up`` and so on: rows of the sample are behind the numbers.

``last_activity_on`` is the last day of the latest activity of any round on that land up to
``measured_on``: the last day chosen, or the round's, or today. Without any activity there it is
missing and the quality ``exact``; where no day of one is stated the quality is ``not_stated``, and
so it is of what is on no list, which has no land of its own.
"""

BESIDE = tuple(kind.value for kind in PlaceKind if kind is not PlaceKind.MUNICIPALITY)
"""The kinds of place that stand beside the map."""

Row = dict[str, Any]


def places(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """One row a municipality, by division and in Latvian order, then one a place beside the map.

    Columns: PLACES; ``place`` is ``<division>:<iso>`` or the kind of place. The municipalities are
    all of every division of the look, so that the rows add up to the recorded figures. As it was:
    each division in force in the days chosen, or else in the round's, and each to which something
    of the selection belongs; without round and days the latter alone, or where nothing is recorded
    the division in force as the last round ends. As reported: the division of the rounds' lists.
    Today's map: the division in force today.

    Beside the map stand the kinds of place; as reported one row ``unlisted`` of what lies in
    municipalities that are on no list; and one row ``either`` for each municipality of which
    something is recorded that may lie in one of several of the look: ``either:<division>:<iso>``.

    Rules: those of PLACES.
    """
    require(reader, Right.READ_FIGURES)
    counted = _counted(connection, reader, filters)
    of_role = all_listed(connection, reader, filters)
    lists = {
        "is_reported": of_role[ReportedPlaceRole.REPRESENTED],
        "is_reported_post": of_role[ReportedPlaceRole.MEDIATOR],
    }
    spots = {spot for kind in counted.values() for spot in kind.numbers or {}}
    mentioned = _numbers(spots, ON_MAP)
    on_lists: set[int] = set().union(*(found.numbers for found in lists.values()))
    drawn = _Drawn(connection, reader, filters)
    on_map = drawn.municipalities(mentioned, on_lists)
    either = _named(connection, _numbers(spots, Stands.EITHER))
    beside: list[Row] = [{"place": kind, "place_kind": kind} for kind in BESIDE]
    held = last_held(connection, reader, filters, {row["division"] for row in on_map})
    if filters.look is Look.REPORTED:
        on_map = [row | {"is_outside": row["id"] not in on_lists} for row in on_map]
        beside.append({"place": Stands.UNLISTED.value, "place_kind": Stands.UNLISTED.value})
    rows = on_map + beside + either
    return frame([row | _at(row, counted, lists, held) for row in rows], PLACES)


def _counted(connection: Connection, reader: Reader, filters: Filters) -> dict[str, Counted]:
    who, attendances = people(connection, reader, filters)
    return {
        "persons": who,
        "attendances": attendances,
        "activities": activities(connection, reader, filters),
        "posts": posts(connection, reader, filters),
        "families": families(connection, reader, filters),
        "open_recommendations": open_entries(connection, reader, filters),
    }


def _numbers(spots: Iterable[Spot], kind: str) -> set[int]:
    """The municipalities among the spots of a kind."""
    return {number for of_kind, number in spots if of_kind == kind and number is not None}


def _at(row: Row, counted: Mapping[str, Counted], lists: Mapping[str, Listed], held: Since) -> Row:
    """Everything that is counted and listed at the spot of a row."""
    spot: Spot = row["place_kind"], row.get("id")
    came_from = counted["attendances"]
    came = came_from.at(spot)
    qualities = {f"{name}_quality": kind.quality for name, kind in counted.items()}
    made_up = {f"{name}_made_up": spot in kind.made_up for name, kind in counted.items()}
    return (
        {name: kind.at(spot) for name, kind in counted.items()}
        | {name: found.has(spot) for name, found in lists.items()}
        | {"is_represented": None if came is None else came > 0}
        | (qualities | made_up)
        | {"quality": came_from.quality, "is_made_up": spot in came_from.made_up}
        | held.at(spot)
    )


@dataclass(frozen=True)
class _Drawn:
    """The divisions that a look draws for a selection."""

    connection: Connection
    reader: Reader
    filters: Filters

    def municipalities(self, mentioned: set[int], on_lists: set[int]) -> list[Row]:
        """All municipalities of the divisions, given those with rows and those on lists."""
        match self.filters.look:
            case Look.TODAY:
                return _municipalities(self.connection, [in_force_today(self.connection)], set())
            case Look.REPORTED if on_lists:
                return _municipalities(self.connection, [], on_lists)
        whole = mentioned | on_lists
        of_period = division_of(self.connection, self.reader, self.filters)
        if not _is_of_a_time(self.filters):
            of_period = of_period[of_period["is_latest"] & (not whole)]
        return _municipalities(self.connection, list(of_period["division"]), whole)


def _is_of_a_time(filters: Filters) -> bool:
    """Whether a round or days are chosen, whose divisions are drawn with nothing in them too."""
    return any((filters.round, filters.start, filters.end))


def _named(connection: Connection, numbers: set[int]) -> list[Row]:
    """The municipalities of which something may lie in one of several."""
    if not numbers:
        return []
    rows = _rows(connection, schema.municipality.c.id.in_(numbers))
    aside = {"place_kind": Stands.EITHER.value, "division": None, "iso": None}
    return [row | aside | {"place": f"{Stands.EITHER}:{row['place']}"} for row in rows]


def _municipalities(connection: Connection, divisions: list[str], mentioned: set[int]) -> list[Row]:
    """All municipalities of the divisions, and of those to which one that is mentioned belongs."""
    municipality, division = schema.municipality, schema.division
    of_mentioned = select(municipality.c.division_id).where(municipality.c.id.in_(mentioned))
    return _rows(connection, or_(division.c.code.in_(divisions), division.c.id.in_(of_mentioned)))


def _rows(connection: Connection, which: ColumnElement[bool]) -> list[Row]:
    municipality, division = schema.municipality, schema.division
    statement = (
        select(
            municipality.c.id,
            (division.c.code + ":" + municipality.c.iso).label("place"),
            division.c.code.label("division"),
            municipality.c.iso,
            municipality.c.name,
            municipality.c.is_city,
            division.c.valid_from,
            literal(ON_MAP).label("place_kind"),
        )
        .join_from(municipality, division)
        .where(which)
    )
    rows = [dict(row) for row in connection.execute(statement).mappings()]
    return sorted(
        rows, key=lambda row: (row["valid_from"], row["division"], latvian_key(row["name"]))
    )
