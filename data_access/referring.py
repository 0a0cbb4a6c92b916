"""What still refers to a row, and so keeps it from being taken away."""

from sqlalchemy import Connection, Table, func, select

from data_access import schema


def tables_with(connection: Connection, table: Table, number: int) -> tuple[str, ...]:
    """The names of the tables that hold a row which refers to this one."""
    return tuple(
        other.name
        for other in schema.metadata.sorted_tables
        for key in other.foreign_keys
        if key.column.table is table
        and connection.execute(
            select(func.count()).select_from(other).where(key.parent == number)
        ).scalar_one()
    )
