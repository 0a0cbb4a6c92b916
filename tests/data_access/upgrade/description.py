"""What a database itself knows of its tables, in words that can be compared."""

from typing import Any

from sqlalchemy import Engine, Inspector, inspect

from data_access.schema import metadata


def described(engine: Engine) -> dict[str, dict[str, list[str]]]:
    """Every column, constraint and index that the database itself knows of."""
    found = inspect(engine)
    return {name: parts_of(found, name) for name in metadata.tables}


def parts_of(found: Inspector, table: str) -> dict[str, list[str]]:
    """The parts of one table by their kind."""
    parts: dict[str, Any] = {
        "columns": found.get_columns(table),
        "primary key": [found.get_pk_constraint(table)],
        "references": found.get_foreign_keys(table),
        "uniques": found.get_unique_constraints(table),
        "checks": found.get_check_constraints(table),
        "indexes": found.get_indexes(table),
    }
    return {kind: sorted(repr(spelled_out(t)) for t in things) for kind, things in parts.items()}


def spelled_out(thing: Any) -> Any:
    """A reflected thing in words that can be compared: two clauses of one wording differ."""
    if isinstance(thing, dict):
        return {name: spelled_out(value) for name, value in thing.items()}
    return str(thing)
