"""Everything a database holds, so that two moments can be compared."""

from functools import cache
from typing import Any

from sqlalchemy import Connection, Engine, Select, Table, inspect, select

from data_access.engine import reading
from data_access.schema import metadata, reading_key

Contents = dict[str, list[tuple[Any, ...]]]

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
    """The same, as it stands within a transaction; what is not there yet has no rows or values."""
    there = {
        name: frozenset(column["name"] for column in columns)
        for (_, name), columns in inspect(connection).get_multi_columns().items()
    }
    return {
        table.name: [tuple(row) for row in connection.execute(_rows(table, there[table.name]))]
        for table in metadata.sorted_tables
        if table is not reading_key and table.name in there
    }


@cache
def _rows(table: Table, there: frozenset[str]) -> Select[Any]:
    columns = [column for column in table.columns if column.name in there]
    return select(*columns).order_by(*table.primary_key.columns)


def changed(before: Contents, after: Contents) -> list[str]:
    """The names of the tables that differ, or that are gone."""
    return [name for name in before if before[name] != after.get(name)]
