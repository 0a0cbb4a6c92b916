"""Where each entry stood on which day, kept beside what was said and found of it.

The rule is ``rules.standings``, a function of the history; ``recommendation_standing`` holds what
it says, a row for each span of days, so that the register is read without walking through every
report. Whoever changes the history renews it in the same transaction.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Date,
    FromClause,
    Select,
    and_,
    cast,
    delete,
    func,
    insert,
    literal,
    null,
    or_,
    select,
    union_all,
)

from data_access import schema
from data_access.rules import (
    Claim,
    Event,
    Finding,
    Origin,
    RecommendationLinkKind,
    Replacement,
    Report,
    Standing,
    Verdict,
    standings,
)

REPORT, FINDING, REPLACEMENT = range(3)
AT_ONCE, IN_A_LIST = 5_000, 500

Row = dict[str, Any]


def on(day: dt.date) -> ColumnElement[bool]:
    """The condition on which a row of ``recommendation_standing`` tells of the day."""
    return holds(schema.recommendation_standing, literal(day, Date))


def holds(standing: FromClause, day: ColumnElement[Any]) -> ColumnElement[bool]:
    """The same of an alias of the table, and of a day that is a column."""
    return and_(
        or_(standing.c.starts_on.is_(None), standing.c.starts_on <= day),
        or_(standing.c.until.is_(None), standing.c.until > day),
    )


def begun_on(entry: FromClause, round_: FromClause) -> ColumnElement[dt.date | None]:
    """The day from which an entry counts: when it was made, else the first day of its round."""
    return func.coalesce(entry.c.made_on, round_.c.actual_starts_on, round_.c.planned_starts_on)


def clear(connection: Connection, origin: Origin) -> None:
    """Forget where entries of that origin stand, so that what they hang on can go.

    ``renew`` comes after.
    """
    standing, entry = schema.recommendation_standing, schema.recommendation
    numbers = select(entry.c.id).where(entry.c.origin == origin)
    connection.execute(delete(standing).where(standing.c.recommendation_id.in_(numbers)))


def renew(connection: Connection, entries: Collection[int] | None = None) -> None:
    """Work out anew where entries stand, by their numbers, and those they replace; None is all."""
    if entries is not None:
        chosen = sorted(set(entries))
        for at in range(0, len(chosen), IN_A_LIST):
            part = chosen[at : at + IN_A_LIST]
            numbers = sorted({*part, *_replaced_by(connection, part)})
            _renew(connection, schema.recommendation.c.id.in_(numbers))
        return
    last = connection.scalar(select(func.max(schema.recommendation.c.id))) or 0
    for first in range(1, last + 1, AT_ONCE):
        _renew(connection, schema.recommendation.c.id.between(first, first + AT_ONCE - 1))


def history_of(connection: Connection, entry: int) -> list[Event]:
    """What was said and found of an entry, and what took its place; of one day, as it was given."""
    return histories(connection, schema.recommendation.c.id == entry)[entry]


def _renew(connection: Connection, chosen: ColumnElement[bool]) -> None:
    """Only what is not as it should be is written anew."""
    standing = schema.recommendation_standing
    told = histories(connection, chosen)
    stood = _kept(connection, chosen)
    rows: list[Row] = []
    outdated: list[int] = []
    for entry in connection.execute(_made().where(chosen)):
        should = list(_rows(entry.id, entry.day, told[entry.id]))
        if stood[entry.id] != should:
            rows += should
            outdated.append(entry.id)
    for at in range(0, len(outdated), IN_A_LIST):
        numbers = outdated[at : at + IN_A_LIST]
        connection.execute(delete(standing).where(standing.c.recommendation_id.in_(numbers)))
    if rows:
        connection.execute(insert(standing), rows)


def _kept(connection: Connection, chosen: ColumnElement[bool]) -> dict[int, list[Row]]:
    """What is kept of where entries stand, as ``_rows`` would say it."""
    standing = schema.recommendation_standing
    columns = [column for column in standing.c if column.name != "id"]
    statement = (
        select(*columns)
        .join_from(
            standing,
            schema.recommendation,
            standing.c.recommendation_id == schema.recommendation.c.id,
        )
        .where(chosen)
        .order_by(standing.c.id)
    )
    kept: dict[int, list[Row]] = defaultdict(list)
    for row in connection.execute(statement).mappings():
        kept[row["recommendation_id"]].append({**row})
    return kept


def _made() -> Select[tuple[int, dt.date | None]]:
    """Each entry with the day it was made, else the first of its round."""
    entry, round_ = schema.recommendation, schema.round
    day = begun_on(entry, round_)
    return select(entry.c.id, day.label("day")).join_from(entry, round_)


def _rows(entry: int, made_on: dt.date | None, events: list[Event]) -> Iterator[Row]:
    """A row for each span of days, from when the entry was made, or spoken of before that."""
    found = standings(events)
    first = next((day for day, _ in found if day), None)
    begins = min((day for day in (made_on, first) if day), default=None) if made_on else None
    spans = [(day or begins, standing) for day, standing in found]
    for at, (starts_on, standing) in enumerate(spans):
        until = spans[at + 1][0] if at + 1 < len(spans) else None
        if until is None or starts_on is None or until > starts_on:
            yield _row(entry, standing) | {"starts_on": starts_on, "until": until}


def _row(entry: int, standing: Standing) -> Row:
    deciding, reported = standing.deciding, standing.reported
    return {
        "recommendation_id": entry,
        "status": standing.status.value,
        "settled_on": standing.settled_on,
        "reported_on": reported.on if reported else None,
        "progress_report_id": reported.number if reported else None,
        "confirmation_id": deciding.number if isinstance(deciding, Finding) else None,
        "replaced_by_id": deciding.number if isinstance(deciding, Replacement) else None,
    }


def histories(connection: Connection, chosen: ColumnElement[bool]) -> dict[int, list[Event]]:
    """The events of entries under their numbers; ``chosen`` is a condition on the entries."""
    told: dict[int, list[Event]] = defaultdict(list)
    rows = union_all(_said(chosen), _found(chosen), _replacing(chosen)).subquery()
    # Of two events of one sort and day the one given later holds.
    for row in connection.execute(select(rows).order_by(rows.c.given_at, rows.c.number)):
        told[row.entry].append(_event(row))
    return told


def _said(chosen: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    report = schema.progress_report
    return (
        select(
            report.c.recommendation_id.label("entry"),
            literal(REPORT).label("sort"),
            report.c.reported_on.label("day"),
            report.c.claim.label("word"),
            cast(null(), Date).label("about"),
            report.c.entered_at.label("given_at"),
            report.c.id.label("number"),
        )
        .join_from(report, schema.recommendation)
        .where(chosen)
    )


def _found(chosen: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    """What the Council found; what a member said against it is kept and decides nothing."""
    found, meeting, report = schema.confirmation, schema.council_meeting, schema.progress_report
    return (
        select(
            found.c.recommendation_id,
            literal(FINDING),
            meeting.c.held_on,
            found.c.verdict,
            report.c.reported_on,
            found.c.entered_at,
            found.c.id,
        )
        .join_from(found, meeting)
        .join(schema.recommendation, found.c.recommendation_id == schema.recommendation.c.id)
        .outerjoin(report, found.c.progress_report_id == report.c.id)
        .where(chosen, found.c.disagrees_with_id.is_(None))
    )


def _replacing(chosen: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    link, later = schema.recommendation_link, schema.recommendation.alias("later")
    begun = schema.round.alias("begun")
    return (
        select(
            link.c.earlier_id,
            literal(REPLACEMENT),
            begun_on(later, begun),
            link.c.kind,
            cast(null(), Date),
            cast(null(), schema.progress_report.c.entered_at.type),
            later.c.id,
        )
        .join_from(link, later, link.c.recommendation_id == later.c.id)
        .join(begun, later.c.round_id == begun.c.id)
        .join(schema.recommendation, link.c.earlier_id == schema.recommendation.c.id)
        .where(chosen, link.c.kind == RecommendationLinkKind.REPLACES)
    )


def _event(row: Any) -> Event:
    if row.sort == REPORT:
        return Report(row.day, Claim(row.word), row.number)
    if row.sort == FINDING:
        return Finding(row.day, Verdict(row.word), row.about, row.number)
    return Replacement(row.day, row.number)


def _replaced_by(connection: Connection, entries: Collection[int]) -> set[int]:
    link = schema.recommendation_link
    earlier = select(link.c.earlier_id).where(
        link.c.recommendation_id.in_(sorted(entries)),
        link.c.kind == RecommendationLinkKind.REPLACES,
    )
    return set(connection.scalars(earlier))
