"""An account as one who asks: the roles that are in force today, and how far each reaches."""

import datetime as dt

from sqlalchemy import CTE, Connection, exists, func, select, union_all

from data_access import schema
from data_access.access import Grant, Reader
from data_access.clock import today
from data_access.rules import Role

WHOLE = 1


def reader_of(
    connection: Connection, issuer: str, subject: str, day: dt.date | None = None
) -> Reader | None:
    """Whoever has the account, with the roles in force on the day (today); None of an unknown one.

    A disabled account has no role. A municipality is granted with those that went into it whole,
    and with the one that it became, where that is no larger.
    """
    account = schema.account
    row = connection.execute(
        select(account.c.id, account.c.disabled_at).filter_by(issuer=issuer, subject=subject)
    ).first()
    if row is None:
        return None
    who = f"account:{row.id}"
    if row.disabled_at is not None:
        return Reader(who, account=row.id)
    return Reader(who, _grants(connection, row.id, day or today()), row.id)


def known_places(connection: Connection, municipality: int) -> frozenset[int]:
    """The numbers of a municipality through all divisions, as a grant for it reaches them."""
    lineage = _lineage(municipality)
    return frozenset(connection.scalars(select(lineage.c.id)))


def _grants(connection: Connection, account: int, day: dt.date) -> frozenset[Grant]:
    table = schema.role_grant
    rows = connection.execute(
        select(table).where(
            table.c.account_id == account,
            table.c.valid_from <= day,
            func.coalesce(table.c.valid_to, day) >= day,
        )
    )
    return frozenset(
        Grant(
            Role(row.role),
            row.round_id,
            None if row.municipality_id is None else known_places(connection, row.municipality_id),
            row.institution_id,
            row.mediator_id,
            row.id,
        )
        for row in rows.all()
    )


def _lineage(municipality: int) -> CTE:
    """The municipality, and whatever was or became the same land within it."""
    step = _steps()
    start = select(schema.municipality.c.id).where(schema.municipality.c.id == municipality)
    lineage = start.cte("lineage", recursive=True)
    further = select(step.c.there).join_from(lineage, step, step.c.here == lineage.c.id)
    return lineage.union(further)


def _steps() -> CTE:
    """Back to a predecessor that went in whole; on to a successor that holds nothing else."""
    change, other = schema.succession, schema.succession.alias("other")
    is_shared = exists().where(
        other.c.successor_id == change.c.successor_id,
        other.c.predecessor_id != change.c.predecessor_id,
    )
    whole = change.c.share_of_area == WHOLE
    back = select(change.c.successor_id.label("here"), change.c.predecessor_id.label("there"))
    on = select(change.c.predecessor_id, change.c.successor_id)
    return union_all(back.where(whole), on.where(whole, ~is_shared)).cte("step")
