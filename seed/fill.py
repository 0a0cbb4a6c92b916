"""Fill an empty database with the facts of ``seed/facts``, each with its citation."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    DefaultClause,
    Table,
    exists,
    insert,
    literal,
    select,
    union_all,
)
from sqlalchemy.exc import IntegrityError

from data_access import freshness, schema, standings
from data_access.rules import Origin, fold
from data_access.territory import carrying
from seed.lines import FactsUnreadable, lines_of

FACTS = Path(__file__).parent / "facts"

OF_THE_HOUSE = (
    schema.data_version,
    schema.reading_key,
    schema.account,
    schema.role_grant,
    schema.session,
    schema.audit_event,
)
ORDER: tuple[Table, ...] = (
    schema.source,
    schema.division,
    schema.municipality,
    schema.municipality_alias,
    schema.territorial_unit,
    schema.unit_membership,
    schema.succession,
    schema.denominator,
    schema.round,
    schema.round_statement,
    schema.reported_place,
    schema.institution,
    schema.institution_alias,
    schema.institution_word,
    schema.document,
    schema.activity,
    schema.activity_day,
    schema.activity_further_place,
    schema.activity_institution,
    schema.activity_document,
    schema.reported_figure,
    schema.recommendation,
    schema.recommendation_version,
    schema.recommendation_addressee,
)

NATURAL_KEYS: dict[str, tuple[str, ...]] = {
    "source": ("code",),
    "division": ("code",),
    "municipality": ("division", "iso"),
    "territorial_unit": ("code",),
    "round": ("code",),
    "round_statement": ("round", "kind", "position"),
    "institution": ("code",),
    "document": ("code",),
    "activity": ("code",),
    "recommendation": ("reference",),
}

FOLDED = {
    "name_folded": ("name", "name_lv"),
    "title_folded": ("title_lv",),
    "text_folded": ("text_lv",),
    "word_folded": ("word",),
}

READ: dict[type, Callable[[str], Any]] = {
    str: str,
    int: int,
    float: float,
    dt.date: dt.date.fromisoformat,
    bool: {"0": False, "1": True, "false": False, "true": True}.__getitem__,
}

COMPUTED: dict[str, Callable[[], Any]] = {
    "origin": lambda: Origin.FACT.value,
    "written_at": lambda: dt.datetime.now(dt.UTC),
}

Keys = dict[str, dict[str, int]]


class DatabaseHoldsRecords(RuntimeError):
    """The database holds records that the facts did not bring; nothing was changed."""


def holds_facts(connection: Connection) -> bool:
    """Whether the facts were filled in before."""
    facts = exists().where(schema.round.c.origin == Origin.FACT)
    return connection.execute(select(facts)).scalar_one()


def holds_records(connection: Connection) -> bool:
    """Whether any table has a row, but for those of the house itself and of who works in it."""
    tables = (t for t in schema.metadata.sorted_tables if t not in OF_THE_HOUSE)
    rows = union_all(*(select(literal(1)).where(exists(select(1).select_from(t))) for t in tables))
    return connection.execute(rows.limit(1)).first() is not None


def fill_facts(connection: Connection) -> bool:
    """Fill in all facts; False where they are there already.

    Refuses a database that holds other records (DatabaseHoldsRecords) and a facts file that does
    not fit (FactsUnreadable); the caller's transaction then keeps nothing.
    """
    freshness.take_turn(connection)
    if holds_facts(connection):
        return False
    if holds_records(connection):
        raise DatabaseHoldsRecords(
            "The database holds records already, so the facts were not filled in: "
            "name an empty database with DATABASE_URL."
        )
    keys: Keys = {}
    for table in ORDER:
        _fill(connection, table, keys)
    carrying.renew(connection)
    standings.renew(connection)
    freshness.advance(connection)
    return True


def _fill(connection: Connection, table: Table, keys: Keys) -> None:
    lines = list(lines_of(FACTS / f"{table.name}.csv"))
    rows = [_row(table, number, line, keys) for number, line in lines]
    if not rows:
        return
    statement = insert(table).returning(table.c.id, sort_by_parameter_order=True)
    try:
        ids = connection.execute(statement, rows).scalars().all()
    except IntegrityError as error:
        raise FactsUnreadable(
            f"{table.name}.csv: the table refuses a line: {str(error.orig).splitlines()[0]}."
        ) from error
    if table.name in NATURAL_KEYS:
        parts = NATURAL_KEYS[table.name]
        keys[table.name] = {
            "/".join(line[part] for part in parts): row_id
            for (_, line), row_id in zip(lines, ids, strict=True)
        }


def _row(table: Table, number: int, line: dict[str, str], keys: Keys) -> dict[str, Any]:
    """One line as a row; what the file leaves out is computed or takes the column's default."""
    where = f"{table.name}.csv, line {number}"
    strangers = set(line) - {name for column in table.columns for name in _headings(column)}
    if strangers:
        raise FactsUnreadable(f"{where}: no such column: {', '.join(sorted(strangers))}.")
    row = {
        column.name: _cell(column, line, keys, where)
        for column in table.columns
        if not column.primary_key
    }
    row |= {name: make() for name, make in COMPUTED.items() if name in row}
    row |= {name: fold(_first(row, of) or "") for name, of in FOLDED.items() if name in row}
    empty = [column.name for column in table.columns if _is_missing(column, row)]
    if empty:
        raise FactsUnreadable(f"{where}: {', '.join(empty)} must be filled in.")
    return row


def _first(row: dict[str, Any], names: tuple[str, ...]) -> str | None:
    return next((row[name] for name in names if name in row), None)


def _is_missing(column: Column[Any], row: dict[str, Any]) -> bool:
    return not (column.primary_key or column.nullable) and row[column.name] is None


def _headings(column: Column[Any]) -> tuple[str, ...]:
    return (column.name, column.name.removesuffix("_id")) if column.foreign_keys else (column.name,)


def _cell(column: Column[Any], line: dict[str, str], keys: Keys, where: str) -> Any:
    text = next((line[name] for name in _headings(column) if line.get(name)), "")
    if not text:
        default = column.server_default
        text = str(default.arg) if isinstance(default, DefaultClause) else ""
        return READ[column.type.python_type](text) if text else None
    try:
        if column.foreign_keys:
            (foreign,) = column.foreign_keys
            return keys[foreign.column.table.name][text]
        return READ[column.type.python_type](text)
    except (KeyError, ValueError) as error:
        raise FactsUnreadable(f"{where}: {column.name} cannot be {text!r}.") from error
