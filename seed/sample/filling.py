"""Fill a database that holds the facts, and nothing real beside them, with the sample."""

from sqlalchemy import Connection, exists, literal, select, union_all

from data_access import freshness, schema, standings
from data_access.rules import Origin
from seed.fill import DatabaseHoldsRecords
from seed.sample.attendances import fill_attendances
from seed.sample.caseloads import fill_caseloads
from seed.sample.dropping import remove
from seed.sample.institutions import fill_institutions, fill_source
from seed.sample.planting import survey
from seed.sample.recommendations import fill_recommendations

REAL = (Origin.UPLOAD, Origin.ENTERED)


def holds_sample(connection: Connection) -> bool:
    """Whether the sample was filled in before."""
    made_up = exists().where(schema.attendance.c.origin == Origin.SAMPLE)
    return connection.execute(select(made_up)).scalar_one()


def holds_real_records(connection: Connection) -> bool:
    """Whether anything was uploaded and not undone, or entered by hand."""
    tables = [table for table in schema.metadata.sorted_tables if "origin" in table.c]
    real = [select(literal(1)).where(exists().where(table.c.origin.in_(REAL))) for table in tables]
    stands = schema.upload.c.undone_at.is_(None)
    uploads = select(literal(1)).where(exists(select(1).select_from(schema.upload).where(stands)))
    return connection.execute(union_all(*real, uploads).limit(1)).first() is not None


def fill_sample(connection: Connection) -> bool:
    """Add the made-up rows to the facts; False where they are there already.

    Refuses a database with real records (DatabaseHoldsRecords), so that made-up figures never mix
    with theirs; the caller's transaction then keeps nothing.
    """
    freshness.take_turn(connection)
    if holds_sample(connection):
        return False
    if holds_real_records(connection):
        raise DatabaseHoldsRecords(
            "The database holds real records, so no made-up ones were added to them: "
            "name another database with DATABASE_URL."
        )
    remove(connection)  # what an earlier sample had to leave behind
    source = fill_source(connection)
    ground = survey(connection, source, fill_institutions(connection, source))
    fill_attendances(connection, ground)
    fill_caseloads(connection, ground)
    fill_recommendations(connection, ground)
    standings.renew(connection)
    freshness.advance(connection)
    return True
