"""What of a selection has reached each municipality: people, activities, mediators, entries."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Select, func, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.coverage.counted import (
    ON_MAP,
    Counted,
    Spot,
    activities,
    all_listed,
    families,
    people,
    posts,
)
from data_access.filters import Filters, of_activity, of_round, within
from data_access.frames import DAY, FLAG, WHOLE, WORD, frame
from data_access.municipalities.known import place_of
from data_access.rules import Origin, ReportedPlaceRole, Stands, latvian_key
from data_access.territory import standing

COUNTED = dict.fromkeys(
    ("persons", "attendances", "activities", "further", "posts", "families", "recommendations"),
    WHOLE,
)
REACHED = {
    "place": WORD,
    "division": WORD,
    "iso": WORD,
    "name": WORD,
    "is_city": FLAG,
    "place_kind": WORD,
    **COUNTED,
    "last_starts_on": DAY,
    "last_ends_on": DAY,
    "last_date_precision": WORD,
    "is_reported": FLAG,
    "is_reported_post": FLAG,
    "is_made_up": FLAG,
}

Row = dict[str, Any]
Rows = Select[*tuple[Any, ...]]


def reached(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """One row a municipality of every division, in Latvian order, then what stands on none.

    Columns: REACHED. Records stand where the look has them, so a municipality of a division that
    the look does not draw has none. Beside the map stand ``either:<division>:<iso>`` (recorded
    there, and in one of several of the look) and, as reported, ``unlisted``, each if it has rows.

    Rules: those of coverage.places; ``further`` are activities held here that count at another
    place, ``families`` those with a case there. ``recommendations``: entries of the register about
    the place; the period does not narrow them. A number is missing where the selection has no row
    of its kind at all. ``last_...``: the days of the activity there that ended last; missing where
    none there is dated. ``is_made_up``: rows of the sample are among the counted.
    """
    require(reader, Right.READ_FIGURES)
    persons, attendances = people(connection, reader, filters)
    held = _Held.of(connection, filters)
    counted = {
        "persons": persons,
        "attendances": attendances,
        "activities": activities(connection, reader, filters),
        "further": Counted(held.further),
        "posts": posts(connection, reader, filters),
        "families": families(connection, reader, filters),
        "recommendations": _about(connection, filters),
    }
    of_role = all_listed(connection, reader, filters)
    lists = {
        "is_reported": of_role[ReportedPlaceRole.REPRESENTED],
        "is_reported_post": of_role[ReportedPlaceRole.MEDIATOR],
    }
    sample = frozenset().union(*(kind.made_up for kind in counted.values()))
    spots = {spot for kind in counted.values() for spot in kind.numbers or {}}
    rows = [
        row
        | {name: kind.at(spot) for name, kind in counted.items()}
        | {name: found.has(spot) for name, found in lists.items()}
        | held.last_at(spot)
        | {"is_made_up": spot in sample}
        for spot, row in _places(connection, spots)
    ]
    return frame(rows, REACHED)


def _about(connection: Connection, filters: Filters) -> Counted:
    """Entries of the register by the place that they are about."""
    entry, round_ = schema.recommendation, schema.round
    day = func.coalesce(entry.c.made_on, round_.c.actual_starts_on)
    at = standing(entry, filters.look, day, entry.c.round_id)
    rows = at.joined(
        select(*at.spot, entry.c.origin).join_from(entry, round_).where(of_round(filters))
    )
    found = connection.execute(rows).all()
    numbers = Counter((row.place_kind, row.municipality_id) for row in found)
    sample = {(row.place_kind, row.municipality_id) for row in found if row.origin == Origin.SAMPLE}
    return Counted(numbers or None, frozenset(sample))


@dataclass
class _Held:
    """The last dated activity of each spot, and how many were there beside their own place."""

    last: dict[Spot, Row] = field(default_factory=dict)
    further: Counter[Spot] = field(default_factory=Counter)

    @classmethod
    def of(cls, connection: Connection, filters: Filters) -> "_Held":
        """What the selection holds, at own places and at further ones."""
        found = cls()
        of_own = {(row.code, *_spot(row)) for row in found._take(connection, _own(filters))}
        beside = {(row.code, *_spot(row)) for row in found._take(connection, _as_well(filters))}
        found.further.update((kind, number) for _, kind, number in beside - of_own)
        return found

    def last_at(self, spot: Spot) -> Row:
        """The days of the spot's last activity, as columns."""
        return self.last.get(spot, {})

    def _take(self, connection: Connection, statement: Rows) -> Iterable[Any]:
        rows = connection.execute(statement).all()
        for row in rows:
            if row.starts_on is None:
                continue
            before = self.last.get(_spot(row))
            if before is None or _ends(before) < (row.ends_on or row.starts_on):
                self.last[_spot(row)] = {
                    "last_starts_on": row.starts_on,
                    "last_ends_on": row.ends_on,
                    "last_date_precision": row.date_precision,
                }
        return rows


def _ends(row: Row) -> dt.date:
    found: dt.date = row["last_ends_on"] or row["last_starts_on"]
    return found


def _spot(row: Any) -> Spot:
    return row.place_kind, row.municipality_id


def _own(filters: Filters) -> Rows:
    activity = schema.activity
    at = standing(activity, filters.look, activity.c.starts_on, activity.c.round_id)
    found: Rows = at.joined(_of(filters, at.spot).join_from(activity, schema.round))
    return found


def _as_well(filters: Filters) -> Rows:
    activity, further = schema.activity, schema.activity_further_place
    at = standing(further, filters.look, activity.c.starts_on, activity.c.round_id)
    rows = _of(filters, at.spot).join_from(further, activity).join(schema.round)
    found: Rows = at.joined(rows)
    return found


def _of(filters: Filters, spot: tuple[Any, ...]) -> Rows:
    activity = schema.activity
    return select(
        *spot, activity.c.code, activity.c.starts_on, activity.c.ends_on, activity.c.date_precision
    ).where(
        of_round(filters),
        of_activity(filters),
        within(filters, activity.c.starts_on, activity.c.ends_on),
    )


def _places(connection: Connection, spots: set[Spot]) -> Iterator[tuple[Spot, Row]]:
    """Every municipality, then what has rows and stands on no map."""
    municipality, division = schema.municipality, schema.division
    statement = select(
        municipality.c.id,
        place_of(division, municipality),
        division.c.code.label("division"),
        division.c.valid_from,
        municipality.c.iso,
        municipality.c.name,
        municipality.c.is_city,
    ).join_from(municipality, division)
    rows = [dict(row) for row in connection.execute(statement).mappings()]
    rows.sort(key=lambda row: (row["valid_from"], row["division"], latvian_key(row["name"])))
    for row in rows:
        yield (ON_MAP, row["id"]), row | {"place_kind": ON_MAP}
    for row in rows:
        spot = Stands.EITHER.value, row["id"]
        if spot in spots:
            aside = {"place_kind": Stands.EITHER.value, "division": None, "iso": None}
            yield spot, row | aside | {"place": f"{Stands.EITHER}:{row['place']}"}
    unlisted: Spot = Stands.UNLISTED.value, None
    if unlisted in spots:
        yield unlisted, {"place": Stands.UNLISTED.value, "place_kind": Stands.UNLISTED.value}
