"""Taking back what one entered today, while nothing followed; what it said stays in the history."""

import datetime as dt
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Select, Table, delete, select, update

from data_access import audit, schema, standings
from data_access.access import AccessRefused, Reader, Right, may, require
from data_access.clock import RIGA, today
from data_access.recommendations.claiming import EVIDENCE
from data_access.recommendations.marking import ADDRESSEE
from data_access.recommendations.seeing import SORTS, DecidedMeanwhile
from data_access.rules import AddresseeRole, ReviewOutcome
from data_access.upkeep import Hand, RowUnknown


class Stored(StrEnum):
    """What somebody stored of an entry."""

    REPORT = "report"
    DECISION = "decision"
    DISAGREEMENT = "disagreement"
    MARK = "mark"


class NotYours(AccessRefused):
    """Another account entered it; nothing was taken back."""


class NotOfToday(ValueError):
    """It was entered before today; nothing was taken back."""


TABLES = {
    Stored.REPORT: schema.progress_report,
    Stored.DECISION: schema.confirmation,
    Stored.DISAGREEMENT: schema.confirmation,
    Stored.MARK: schema.review_mark,
}


def take_back(connection: Connection, reader: Reader, kind: Stored | str, number: int) -> None:
    """Take back one's own report, decision, disagreement or mark of today, by its number.

    With a mark goes what it settled. Refuses whoever has not the right to enter it any more
    (AccessRefused), what is gone (RowUnknown), what another account entered (NotYours), what was
    entered before today (NotOfToday), and whatever something followed that was said or found of
    the entry, or changed in what was settled (DecidedMeanwhile).
    """
    hand = Hand(connection, reader, _right(kind))
    table = TABLES[Stored(kind)]
    row = connection.execute(select(table).where(table.c.id == number)).mappings().first()
    if row is None:
        raise RowUnknown("The entry is gone already.")
    if row["entered_by_id"] != hand.account():
        raise NotYours("Another account entered it.")
    if row["entered_at"].astimezone(RIGA).date() != today():
        raise NotOfToday("It was entered before today.")
    _require_latest(connection, table, row)
    if row.get("outcome") == ReviewOutcome.SETTLED:
        _unsettle(connection, hand, row)
    _remove(connection, hand, table, row)
    standings.renew(connection, {row["recommendation_id"]})
    audit.append(
        connection,
        reader.who,
        "recommendation.taken_back",
        subject=(table.name, number),
        details={"recommendation": row["recommendation_id"]},
    )


def last_stored(
    connection: Connection, reader: Reader, reference: str
) -> tuple[Stored, int] | None:
    """What ``take_back`` would let the reader take back of the entry; None for nothing."""
    require(reader, Right.READ_PUBLISHED)
    newest = [
        (row.entered_at, row.id, kind, row.entered_by_id)
        for kind in (Stored.REPORT, Stored.DECISION, Stored.MARK)
        for row in connection.execute(_newest(TABLES[kind], reference))
    ]
    if reader.account is None or not newest:
        return None
    entered_at, number, kind, account = max(newest)
    is_theirs = account == reader.account and entered_at.astimezone(RIGA).date() == today()
    if not is_theirs or not may(reader, _right(kind)):
        return None
    return kind, number


def _newest(table: Table, reference: str) -> Select[*tuple[Any, ...]]:
    entry = schema.recommendation
    of_entry = select(entry.c.id).where(entry.c.reference == reference).scalar_subquery()
    return (
        select(table.c.id, table.c.entered_at, table.c.entered_by_id)
        .where(table.c.recommendation_id == of_entry)
        .order_by(table.c.id.desc())
        .limit(1)
    )


def _right(kind: object) -> Right:
    return Right.CLAIM if kind == Stored.REPORT else Right.CONFIRM


def _require_latest(connection: Connection, table: Table, row: Any) -> None:
    """Nothing, where nothing was entered after the row; DecidedMeanwhile where something was."""
    for other in SORTS.values():
        later = select(other.c.id).where(
            other.c.recommendation_id == row["recommendation_id"],
            other.c.id > row["id"] if other is table else other.c.entered_at > row["entered_at"],
        )
        if connection.execute(later.limit(1)).first() is not None:
            raise DecidedMeanwhile("Something was said or found of the entry in the meantime.")


def _remove(connection: Connection, hand: Hand, table: Table, row: Any) -> None:
    """The row with what hangs on it; where the entry stands is worked out anew afterwards."""
    standing = schema.recommendation_standing
    connection.execute(
        delete(standing).where(standing.c.recommendation_id == row["recommendation_id"])
    )
    if table is schema.progress_report:
        _strip(connection, hand, row["id"])
    hand.remove(table, row["id"])


def _strip(connection: Connection, hand: Hand, report: int) -> None:
    """Take off what bears a report out."""
    link, by, document = (
        schema.progress_report_link,
        schema.progress_report_document,
        schema.document,
    )
    of = schema.progress_report, report
    for row in connection.execute(select(link).where(link.c.progress_report_id == report)).all():
        hand.detach(link, of, EVIDENCE, row.address, row.id)
    catalogued = select(by.c.id, document.c.code).join_from(by, document)
    for row in connection.execute(catalogued.where(by.c.progress_report_id == report)).all():
        hand.detach(by, of, EVIDENCE, row.code, row.id)


def _unsettle(connection: Connection, hand: Hand, mark: Any) -> None:
    """What stood before the mark stands again, as the history of that moment tells it."""
    change, entry = schema.change, mark["recommendation_id"]
    of_entry = select(change).where(
        change.c.subject_table == "recommendation",
        change.c.subject_id == entry,
        change.c.changed_at >= mark["entered_at"],
    )
    lines = connection.execute(of_entry.order_by(change.c.id)).all()
    if any(line.changed_at != mark["entered_at"] for line in lines):
        raise DecidedMeanwhile("What was settled was changed in the meantime.")
    stood = {line.column_name: line.old_value for line in lines}
    led = next((line for line in lines if line.column_name == ADDRESSEE), None)
    if led is not None:
        _let_go(connection, hand, entry, led)
        del stood[ADDRESSEE]
    if stood:
        revision = connection.scalars(
            select(schema.recommendation.c.revision).where(schema.recommendation.c.id == entry)
        ).one()
        hand.change(schema.recommendation, entry, revision, **_read(stood))


def _let_go(connection: Connection, hand: Hand, entry: int, led: Any) -> None:
    """Whoever was named to lead supports as before, or is not addressed."""
    to, institution = schema.recommendation_addressee, schema.institution.c
    of, code = (schema.recommendation, entry), led.new_value.partition(": ")[2]
    body = select(institution.id).where(institution.code == code).scalar_subquery()
    row = connection.scalars(
        select(to.c.id).where(to.c.recommendation_id == entry, to.c.institution_id == body)
    ).one()
    if led.old_value is None:
        hand.detach(to, of, ADDRESSEE, led.new_value, row)
        return
    supporting = AddresseeRole.SUPPORTING.value
    connection.execute(update(to).where(to.c.id == row).values(role=supporting))
    hand.note(*of, ADDRESSEE, led.new_value, led.old_value)


def _read(stood: dict[str, str | None]) -> dict[str, Any]:
    """Values of the deadline as the history spells them."""
    return {
        name: dt.date.fromisoformat(text) if text and name.endswith("_on") else text
        for name, text in stood.items()
    }
