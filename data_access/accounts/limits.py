"""How far a right of a reader reaches, in rounds and municipalities as people know them."""

import pandas as pd
from sqlalchemy import Connection, select

from data_access import schema
from data_access.access import Grant, Reader, Right, granting, require
from data_access.filters import Filters
from data_access.frames import FLAG, WORD, frame

LIMITS = {"round": WORD, "place": WORD, "name": WORD, "is_latest": FLAG}

Row = dict[str, object]


def limits(connection: Connection, reader: Reader, right: Right) -> pd.DataFrame:
    """Where the roles that carry the right reach: one row a role and municipality. Columns: LIMITS.

    ``round`` is missing where a role reaches all rounds, and ``place`` (``<division>:<iso>``) with
    its ``name`` where it reaches all places. ``is_latest``: under the name that holds today, or
    held last; a municipality is there with those of earlier divisions.
    """
    require(reader, Right.READ_PUBLISHED)
    require(reader, right)
    grants = sorted(granting(reader, right), key=lambda grant: grant.number or 0)
    rounds = dict(connection.execute(select(schema.round.c.id, schema.round.c.code)).all())
    places = _places(connection, grants)
    rows = [
        {"round": rounds.get(grant.round)} | place
        for grant in grants
        for place in _of(grant, places)
    ]
    return frame(rows, LIMITS)


def where_read(connection: Connection, reader: Reader, _filters: Filters) -> pd.DataFrame:
    """Whose recorded figures the reader sees. Columns: LIMITS."""
    return limits(connection, reader, Right.READ_FIGURES)


def where_kept(connection: Connection, reader: Reader, _filters: Filters) -> pd.DataFrame:
    """Which activities the reader keeps by hand. Columns: LIMITS."""
    return limits(connection, reader, Right.KEEP_RECORDS)


def where_answered(connection: Connection, reader: Reader, _filters: Filters) -> pd.DataFrame:
    """Which open questions the reader answers. Columns: LIMITS."""
    return limits(connection, reader, Right.ANSWER_GAPS)


def _places(connection: Connection, grants: list[Grant]) -> dict[int, Row]:
    """The municipalities of all grants, the latest first."""
    municipality, division = schema.municipality, schema.division
    wanted = {number for grant in grants for number in grant.municipalities or ()}
    statement = (
        select(
            municipality.c.id,
            (division.c.code + ":" + municipality.c.iso).label("place"),
            municipality.c.name,
            division.c.valid_from,
        )
        .join_from(municipality, division)
        .where(municipality.c.id.in_(wanted))
        .order_by(division.c.valid_from.desc(), municipality.c.iso)
    )
    return {row["id"]: {**row} for row in connection.execute(statement).mappings()}


def _of(grant: Grant, places: dict[int, Row]) -> list[Row]:
    """The municipalities of one grant; of one that reaches all places, a row without any."""
    if grant.municipalities is None:
        return [{}]
    held = [place for number, place in places.items() if number in grant.municipalities]
    return [place | {"is_latest": place["valid_from"] == held[0]["valid_from"]} for place in held]
