"""How many entries stand where: in all, and by source, round, area, place and addressee."""

from collections.abc import Callable
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Connection, Select, func, null, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.filters import Filters
from data_access.frames import WHOLE, WORD, frame
from data_access.recommendations.chosen import standing_there
from data_access.recommendations.late import lateness
from data_access.recommendations.register import EVERYTHING
from data_access.recommendations.wanted import NOT_STATED, Wanted
from data_access.rules import Lateness, Status
from data_access.territory import standing

BY_STATUS = {"status": WORD, "entries": WHOLE}
BY_LATENESS = {"lateness": WORD, "entries": WHOLE}
SPREAD = {
    "by": WORD,
    "code": WORD,
    "name_lv": WORD,
    "name_en": WORD,
    "status": WORD,
    "entries": WHOLE,
}

VALUE = ("code", "name_lv", "name_en")

Statement = Select[*tuple[Any, ...]]
Row = dict[str, Any]
Value = tuple[ColumnElement[Any], ColumnElement[Any], ColumnElement[Any]]
"""What entries are counted by: its code, and its name in both languages."""

Joined = Callable[[Statement], Statement]


def by_status(
    connection: Connection, reader: Reader, filters: Filters, wanted: Wanted = EVERYTHING
) -> pd.DataFrame:
    """Entries in each status, those of none included, in the order of the statuses.

    Columns: BY_STATUS.
    """
    require(reader, Right.READ_PUBLISHED)
    status = schema.recommendation_standing.c.status
    counted = _counted(connection, status, filters, wanted)
    return frame([{"status": s.value, "entries": counted.get(s, 0)} for s in Status], BY_STATUS)


def by_lateness(
    connection: Connection, reader: Reader, filters: Filters, wanted: Wanted = EVERYTHING
) -> pd.DataFrame:
    """Entries by how they stand to deadline and interval, those of none included.

    Columns: BY_LATENESS.
    """
    require(reader, Right.READ_PUBLISHED)
    counted = _counted(connection, lateness(wanted.day), filters, wanted)
    rows: list[dict[str, object]] = [
        {"lateness": word.value, "entries": counted.get(word, 0)} for word in Lateness
    ]
    return frame(rows, BY_LATENESS)


def spread(
    connection: Connection, reader: Reader, filters: Filters, wanted: Wanted = EVERYTHING
) -> pd.DataFrame:
    """Entries by source, round, activity, area, place and addressee, in each status that occurs.

    ``by`` is one of these words. A place is that of the look, by ``stands_at``, with the name of
    its municipality. What an entry does not state counts under code ``not_stated``, last of its
    kind; an area and a kind of place have a code and no name. An entry counts once under each of
    its addressees, whatever their part, so these are more than there are entries; and under the
    round in which it was made. Columns: SPREAD.
    """
    require(reader, Right.READ_PUBLISHED)
    rows: list[Row] = []
    for by, (value, joined) in values_by(filters).items():
        found = [
            row | {"by": by, "code": row["code"] or NOT_STATED}
            for row in _spread(connection, value, joined, filters, wanted)
        ]
        rows += sorted(found, key=_stated_first)
    return frame(rows, SPREAD)


def values_by(filters: Filters) -> dict[str, tuple[Value, Joined]]:
    """What entries are counted by, and what that takes to be joined."""
    entry, source, activity = schema.recommendation, schema.source, schema.activity
    round_, to, body = schema.round.c, schema.recommendation_addressee, schema.institution
    day = func.coalesce(entry.c.made_on, round_.actual_starts_on)
    at = standing(entry, filters.look, day, entry.c.round_id)
    named = to.join(body, to.c.institution_id == body.c.id)
    return {
        "activity": (_named(activity.c, "title"), lambda s: s),
        "addressee": (
            _named(body.c, "name"),
            lambda s: s.outerjoin(named, to.c.recommendation_id == entry.c.id),
        ),
        "area": ((_stated(entry.c.area), null(), null()), lambda s: s),
        "place": ((_stated(at.code), at.name, at.name), at.joined),
        "round": (_named(round_, "title"), lambda s: s),
        "source": (
            _named(source.c, "title"),
            lambda s: s.outerjoin(source, entry.c.source_id == source.c.id),
        ),
    }


def _named(columns: Any, name: str) -> Value:
    return columns.code, columns[f"{name}_lv"], columns[f"{name}_en"]


def _stated(code: ColumnElement[Any]) -> ColumnElement[Any]:
    return func.nullif(code, NOT_STATED)


def _counted(
    connection: Connection, by: ColumnElement[Any], filters: Filters, wanted: Wanted
) -> dict[str, int]:
    entry = schema.recommendation
    statement = select(by.label("word"), func.count().label("entries")).select_from(entry)
    found = standing_there(statement, filters, wanted).group_by(by)
    return {row.word: row.entries for row in connection.execute(found)}


def _spread(
    connection: Connection, value: Value, joined: Joined, filters: Filters, wanted: Wanted
) -> list[Row]:
    status = schema.recommendation_standing.c.status
    named = [column.label(name) for name, column in zip(VALUE, value, strict=True)]
    entry = schema.recommendation
    entries = standing_there(select(entry.c.id, status).select_from(entry), filters, wanted)
    of = joined(entries.add_columns(*named)).subquery()
    columns = [of.c[name] for name in (*VALUE, "status")]
    counted = select(*columns, func.count().label("entries")).group_by(*columns)
    return [dict(row) for row in connection.execute(counted).mappings()]


def _stated_first(row: Row) -> tuple[bool, str, int]:
    return row["code"] == NOT_STATED, row["code"], list(Status).index(Status(row["status"]))
