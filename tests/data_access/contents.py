"""Everything a database holds, so that two moments can be compared."""

from functools import cache
from typing import Any

from sqlalchemy import Connection, Engine, Table, select, text
from sqlalchemy.dialects import registry

from data_access.engine import reading
from data_access.schema import metadata, reading_key

Contents = dict[str, list[tuple[Any, ...]]]

COLUMNS = {
    "sqlite": text(
        "SELECT t.name, c.name FROM sqlite_master AS t JOIN pragma_table_info(t.name) AS c"
        " WHERE t.type = 'table'"
    ),
    "postgresql": text(
        "SELECT c.relname, a.attname"
        " FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid"
        " WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'"
        " AND a.attnum > 0 AND NOT a.attisdropped"
    ),
}
"""Each table with each of its columns."""

LATER = {
    *("institution_word", "carried_land", "division_outline", "denominator"),
    *("recommendation_carry", "progress_report_link", "review_mark", "recommendation_standing"),
    *("register_import", "register_import_entry"),
    *("post_gap", "mediator_training", "monthly_report", "monthly_report_content"),
}
"""Tables that came, or got a column, after the migrations that tests go back to."""

GREW = {"contact", "mediation_case"}
"""Tables of then whose rows got a column since; without a row there is nothing to miss."""

DERIVED = {"recommendation_standing"}
"""Tables whose rows are worked out from others, and are nobody's records."""

GO_BACK = DERIVED | {
    *("recommendation_carry", "progress_report_link"),
    *("contact", "post_gap", "mediator_training", "monthly_report"),
}
"""Tables of the sample that go, with what they hold, as migrations are taken back."""


def contents(engine: Engine) -> Contents:
    """Every row of every table but the key for passes, in the order of their keys."""
    with reading(engine) as connection:
        return held(connection)


def held(connection: Connection) -> Contents:
    """The same, as it stands within a transaction; what is not there yet has no rows or values.

    Values are the driver's own, to be compared with others of the same database; see ``told``.
    """
    there, dialect = _columns(connection), connection.dialect.name
    return {
        table.name: [tuple(row) for row in connection.exec_driver_sql(statement)]
        for table in metadata.sorted_tables
        if table is not reading_key and table.name in there
        for statement in (_rows(table, there[table.name], dialect),)
    }


def told(connection: Connection) -> Contents:
    """Every row of every table, in values that are the same whichever database holds them."""
    return {
        table.name: [
            tuple(row)
            for row in connection.execute(select(table).order_by(*table.primary_key.columns))
        ]
        for table in metadata.sorted_tables
        if table is not reading_key
    }


def _columns(connection: Connection) -> dict[str, frozenset[str]]:
    """What each table has today: asked in one go, since every table is asked for at each moment."""
    found: dict[str, set[str]] = {}
    for table, column in connection.execute(COLUMNS[connection.dialect.name]):
        found.setdefault(table, set()).add(column)
    return {table: frozenset(columns) for table, columns in found.items()}


@cache
def _rows(table: Table, there: frozenset[str], dialect: str) -> str:
    columns = [column for column in table.columns if column.name in there]
    asked = select(*columns).order_by(*table.primary_key.columns)
    return str(asked.compile(dialect=registry.load(dialect)()))


def changed(before: Contents, after: Contents) -> list[str]:
    """The names of the tables that differ, or that are gone."""
    return [name for name in before if before[name] != after.get(name)]
