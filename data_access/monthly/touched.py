"""Whether anything was changed since a report was recorded, or rests on what it brought."""

from collections.abc import Iterator, Sequence
from itertools import chain

from sqlalchemy import ColumnElement, Connection, FromClause, Table, func, or_, select

from data_access import schema
from data_access.monthly.needs import needs_of
from data_access.monthly.refusals import TouchedSince
from data_access.monthly.stood import UNCHANGED, Needs, Stood, Was

FAMILY, CASE, CONTACT = schema.family, schema.mediation_case, schema.contact
TRAINING, SUPPORT = schema.mediator_training, schema.family_support


def require_untouched(connection: Connection, number: int, stood: Stood) -> None:
    """Nothing, where a report can be taken back as if it had never come (TouchedSince)."""
    families = set(_families(connection, number, stood))
    mine = TRAINING.c.id.in_(stood.trainings)
    opened = select(func.count()).where(_of(CASE, number))
    cases = stood.counts["opened"] - int(connection.execute(opened).scalar_one())
    contacts = stood.counts["contacts"] - _count(connection, CONTACT, _of(CONTACT, number))
    trainings = len(stood.trainings) - _count(connection, TRAINING, mine)
    if families or cases or contacts or trainings:
        codes = connection.scalars(select(FAMILY.c.code).where(FAMILY.c.id.in_(families)))
        raise TouchedSince(sorted(codes), cases=cases, contacts=contacts, trainings=trainings)


def _families(connection: Connection, number: int, stood: Stood) -> Iterator[int]:
    """The families of which something was changed, or on which something rests."""
    new, opened = stood.new_families, select(CASE.c.id).where(_of(CASE, number))
    cases = chain(_changed(connection, CASE, stood.cases), _needing(connection, stood.needs))
    of_cases = select(CASE.c.family_id)
    yield from _changed(connection, FAMILY, stood.families)
    yield from connection.scalars(of_cases.where(CASE.c.id.in_(list(cases))))
    yield from connection.scalars(of_cases.where(_of(CASE, number), CASE.c.revision != UNCHANGED))
    yield from connection.scalars(
        of_cases.where(_of_others(CASE, number), CASE.c.family_id.in_(new))
    )
    yield from connection.scalars(select(SUPPORT.c.family_id).where(SUPPORT.c.family_id.in_(new)))
    yield from connection.scalars(
        select(FAMILY.c.id).where(FAMILY.c.id.in_(new), FAMILY.c.revision != UNCHANGED)
    )
    met = select(CONTACT.c.mediation_case_id).where(
        _of_others(CONTACT, number), CONTACT.c.mediation_case_id.in_(opened)
    )
    yield from connection.scalars(of_cases.where(CASE.c.id.in_(met)))
    yield from _come_back(connection, number, stood.cases)


def _of(table: FromClause, number: int) -> ColumnElement[bool]:
    return table.c.monthly_report_id == number


def _of_others(table: FromClause, number: int) -> ColumnElement[bool]:
    """Rows that came by another report, or by hand."""
    return or_(table.c.monthly_report_id.is_(None), table.c.monthly_report_id != number)


def _count(connection: Connection, table: Table, mine: ColumnElement[bool]) -> int:
    """How many of the rows stand as they came."""
    rows = select(func.count()).select_from(table).where(mine, table.c.revision == UNCHANGED)
    return int(connection.execute(rows).scalar_one())


def _changed(connection: Connection, table: Table, rows: Sequence[Was]) -> Iterator[int]:
    """Rows that stand otherwise than the report left them."""
    for was in rows:
        left = select(table.c.id).where(table.c.id == was.id, table.c.revision == was.left)
        if connection.scalars(left).first() is None:
            yield was.id


def _needing(connection: Connection, told: Sequence[Needs]) -> Iterator[int]:
    """Cases whose needs are others than the report left."""
    for needs in told:
        now = needs_of(connection, needs.case)
        areas = sorted(row["area"] for row in now.values())
        if areas != needs.left or not now.keys() >= set(needs.came):
            yield needs.case


def _come_back(connection: Connection, number: int, cases: Sequence[Was]) -> Iterator[int]:
    """Families whose case the report ended, and for whom the post opened a new one since."""
    later = CASE.alias("later")
    ended = [was.id for was in cases if was.columns.get("closed_on", "") is None]
    again = (
        (later.c.family_id == CASE.c.family_id)
        & (later.c.mediator_post_id == CASE.c.mediator_post_id)
        & (later.c.id != CASE.c.id)
        & (later.c.opened_on.is_(None) | (later.c.opened_on >= CASE.c.closed_on))
        & _of_others(later, number)
    )
    statement = select(CASE.c.family_id).join_from(CASE, later, again)
    yield from connection.scalars(statement.where(CASE.c.id.in_(ended)))
