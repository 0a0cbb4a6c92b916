"""What was changed by hand in numbers of inhabitants, also in those that are gone."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

import pandas as pd
from sqlalchemy import Connection, select

from data_access import reached, schema
from data_access.access import Reader, Right, require
from data_access.denominators.keeping import Of
from data_access.denominators.listed import listed
from data_access.filters import Filters
from data_access.frames import MOMENT, WORD, frame

CHANGES = {
    "changed_at": MOMENT,
    "place": WORD,
    "column_name": WORD,
    "old_value": WORD,
    "new_value": WORD,
}
TOLD = ("value", "as_of")

Row = dict[str, Any]
Whose = tuple[str | None, str, str]
"""Place, population and source of a number."""


def changes(connection: Connection, reader: Reader, of: Of) -> pd.DataFrame:
    """Every change of a number, or of its day, of that population and source; the latest first.

    Columns: CHANGES; ``place`` as in ``listed``. Who is limited sees none (``reached.changes``).
    """
    require(reader, Right.READ_RECORDS)
    change = schema.change
    statement = (
        select(change)
        .where(change.c.subject_table == schema.denominator.name)
        .where(reached.changes(reader, schema.denominator.name))
        .order_by(change.c.id)
    )
    lines = [dict(line) for line in connection.execute(statement).mappings()]
    rows = listed(connection, reader, Filters()).to_dict("records")
    known = {row["id"]: (row["place"], row["population"], row["source"]) for row in rows}
    found = [
        line | {"place": whose[0]}
        for whose, line in _told(lines, known)
        if whose[1:] == (of.population, of.source)
    ]
    return frame(found[::-1], CHANGES)


def _told(lines: list[Row], known: dict[Any, Whose]) -> Iterator[tuple[Whose, Row]]:
    """Each line with whose number it tells of: as its row says, or as it was added or removed."""
    named = known | {
        number: whose
        for (number, _), together in _groups(lines)
        if (whose := _whose({line["column_name"]: line for line in together}))
    }
    for line in lines:
        if line["column_name"] in TOLD and line["subject_id"] in named:
            yield named[line["subject_id"]], line


def _groups(lines: list[Row]) -> Iterator[tuple[Any, Iterator[Row]]]:
    """The lines of one change of one row."""
    yield from groupby(lines, lambda line: (line["subject_id"], line["changed_at"]))


def _whose(columns: Mapping[str, Row]) -> Whose | None:
    """Whose number was added or removed; None where it was changed and stayed somebody's."""
    if "population" not in columns:
        return None
    place, population, source = (
        (columns[name]["new_value"] or columns[name]["old_value"]) if name in columns else None
        for name in ("municipality_id", "population", "source_id")
    )
    return place, str(population), str(source)
