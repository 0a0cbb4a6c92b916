"""Where sealed texts are stored: every column that is called so."""

from dataclasses import dataclass

from sqlalchemy import Column, Table

from data_access import schema

SUFFIX = "_sealed"


@dataclass(frozen=True)
class Sealed:
    """A table and its columns that hold sealed texts."""

    table: Table
    columns: tuple[Column[bytes], ...]


SEALED = tuple(
    Sealed(table, columns)
    for table in schema.metadata.sorted_tables
    if (columns := tuple(column for column in table.c if column.name.endswith(SUFFIX)))
)
