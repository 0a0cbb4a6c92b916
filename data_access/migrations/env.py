"""Alembic's entry: it migrates over the connection it is given, or opens DATABASE_URL itself."""

from alembic import context
from sqlalchemy import Connection

from data_access.engine import open_engine, writing
from data_access.schema import metadata


def migrate(connection: Connection) -> None:
    """Run what was asked for inside the connection's own transaction."""
    context.configure(connection=connection, target_metadata=metadata)
    context.run_migrations()


given: Connection | None = context.config.attributes.get("connection")
if given is not None:
    migrate(given)
else:
    with writing(open_engine()) as opened:
        migrate(opened)
