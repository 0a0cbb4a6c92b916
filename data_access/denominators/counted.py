"""The municipalities of every division, and numbers of their inhabitants that cannot both hold."""

import datetime as dt

import pandas as pd
from sqlalchemy import Connection, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.denominators.keeping import COUNTRY, Numbers
from data_access.filters import Filters
from data_access.frames import DAY, WORD, frame
from data_access.rules import Population, latvian_key

MUNICIPALITIES = {
    "place": WORD,
    "division": WORD,
    "iso": WORD,
    "name": WORD,
    "valid_from": DAY,
    "valid_to": DAY,
}


def municipalities(connection: Connection, reader: Reader, _filters: Filters) -> pd.DataFrame:
    """All municipalities, by division, the latest first, and in Latvian order.

    Columns: MUNICIPALITIES; the days are those of the division.
    """
    require(reader, Right.READ_PUBLISHED)
    municipality, division = schema.municipality, schema.division
    statement = select(
        (division.c.code + ":" + municipality.c.iso).label("place"),
        division.c.code.label("division"),
        municipality.c.iso,
        municipality.c.name,
        division.c.valid_from,
        division.c.valid_to,
    ).join_from(municipality, division)
    rows = [dict(row) for row in connection.execute(statement).mappings()]
    rows.sort(key=lambda row: latvian_key(row["name"]))
    rows.sort(key=lambda row: row["valid_from"], reverse=True)
    return frame(rows, MUNICIPALITIES)


def doubtful(stated: pd.DataFrame, population: str, numbers: Numbers) -> tuple[str, ...]:
    """Places where there would be more Roma than inhabitants in one year: worth another look.

    ``stated`` is what ``listed`` answers; a number without a day is held against every year.
    """
    others = stated[stated["population"] != population].to_dict("records")
    found: dict[str, None] = {}
    for row in others:
        place = row["place"] or COUNTRY
        number = numbers.get(place)
        if number is None or _is_of_another_year(number.as_of, row["as_of"]):
            continue
        roma, everybody = number.value, int(row["value"])
        if population == Population.INHABITANTS:
            roma, everybody = everybody, roma
        if roma > everybody:
            found[place] = None
    return tuple(found)


def _is_of_another_year(one: dt.date | None, other: dt.date) -> bool:
    return one is not None and not pd.isna(other) and one.year != other.year
