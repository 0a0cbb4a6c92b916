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
    listed,
    people,
    posts,
)
from data_access.filters import Filters
from data_access.frames import FLAG, WHOLE, WORD, frame
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
    "is_reported": FLAG,
    "is_reported_post": FLAG,
}

BESIDE = tuple(kind.value for kind in PlaceKind if kind is not PlaceKind.MUNICIPALITY)
"""The kinds of place that stand beside the map."""

Row = dict[str, Any]


def places(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """One row a municipality, by division and in Latvian order, then one a place beside the map.

    Columns: PLACES; ``place`` is ``<division>:<iso>`` or the kind of place. The municipalities are
    all of every division of the look, so that the rows add up to the recorded figures. As it was:
    each division to which something of the selection belongs, and of a round's the one in force as
    its period ends; without a round that one stands only where nothing belongs to another. As
    reported: the division of the rounds' lists. Today's map: the division in force today.

    Beside the map stand the kinds of place; as reported one row ``unlisted`` of what lies in
    municipalities that are on no list; and one row ``either`` for each municipality of which
    something is recorded that may lie in one of several of the look: ``either:<division>:<iso>``.

    Rules: a person counts once, at the place of most of their attendances; ``attendances`` are
    those of people from there, and a place that has one is represented. ``activities`` are those
    held there: each counts at its own place, not at further ones. ``posts`` are mediators' posts.
    Without any row of the kind in the selection the numbers are missing and the quality is
    ``no_data``; with one, a place without any has zero. ``is_reported``, ``is_reported_post``:
    whether the rounds' documents list the municipality as represented, or as a mediator's place;
    missing where they list none. ``is_made_up`` (of people), ``activities_made_up`` and
    ``posts_made_up``: rows of the sample are behind the numbers.
    """
    require(reader, Right.READ_FIGURES)
    who, attendances = people(connection, reader, filters)
    counted = {
        "persons": who,
        "attendances": attendances,
        "activities": activities(connection, reader, filters),
        "posts": posts(connection, reader, filters),
    }
    lists = {
        "is_reported": listed(connection, reader, filters, ReportedPlaceRole.REPRESENTED),
        "is_reported_post": listed(connection, reader, filters, ReportedPlaceRole.MEDIATOR),
    }
    spots = {spot for kind in counted.values() for spot in kind.numbers or {}}
    mentioned = _numbers(spots, ON_MAP)
    on_lists: set[int] = set().union(*(found.numbers for found in lists.values()))
    drawn = _Drawn(connection, reader, filters)
    on_map = drawn.municipalities(mentioned, on_lists)
    either = _named(connection, _numbers(spots, Stands.EITHER))
    beside: list[Row] = [{"place": kind, "place_kind": kind} for kind in BESIDE]
    if filters.look is Look.REPORTED:
        beside.append({"place": Stands.UNLISTED.value, "place_kind": Stands.UNLISTED.value})
    return frame([row | _at(row, counted, lists) for row in on_map + beside + either], PLACES)


def _numbers(spots: Iterable[Spot], kind: str) -> set[int]:
    """The municipalities among the spots of a kind."""
    return {number for of_kind, number in spots if of_kind == kind and number is not None}


def _at(row: Row, counted: Mapping[str, Counted], lists: Mapping[str, Listed]) -> Row:
    """Everything that is counted and listed at the spot of a row."""
    spot: Spot = row["place_kind"], row.get("id")
    came_from, held, posted = (counted[name] for name in ("attendances", "activities", "posts"))
    came = came_from.at(spot)
    return (
        {name: kind.at(spot) for name, kind in counted.items()}
        | {name: found.has(spot) for name, found in lists.items()}
        | {"is_represented": None if came is None else came > 0}
        | {"quality": came_from.quality, "is_made_up": spot in came_from.made_up}
        | {"activities_quality": held.quality, "activities_made_up": spot in held.made_up}
        | {"posts_quality": posted.quality, "posts_made_up": spot in posted.made_up}
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
        divisions = list(of_period.loc[of_period["is_latest"], "division"])
        if self.filters.round is None and whole:
            divisions = []
        return _municipalities(self.connection, divisions, whole)


def _named(connection: Connection, numbers: set[int]) -> list[Row]:
    """The municipalities of which something may lie in one of several."""
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
