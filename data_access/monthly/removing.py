"""Reports that wait taken away, with what is kept of them."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete

from data_access import schema

REPORT, CONTENT = schema.monthly_report, schema.monthly_report_content


def remove(connection: Connection, numbers: Sequence[int]) -> None:
    """Take the reports away; what the audit log says of them stays."""
    connection.execute(delete(CONTENT).where(CONTENT.c.monthly_report_id.in_(numbers)))
    connection.execute(delete(REPORT).where(REPORT.c.id.in_(numbers)))
