"""Which steps are open to whoever asks, from where an entry stands."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from data_access import schema, standings
from data_access.access import Reader, Right, granting, may_at, require
from data_access.clock import today
from data_access.recommendations.claiming import speaks
from data_access.recommendations.steps import answered, awaiting, entry_of, is_own, lies
from data_access.rules import Claim, Event, Finding, Report, Verdict, fits, standing_of


@dataclass(frozen=True)
class Offered:
    """What the reader may report, what the Council may find, and in whose name they report.

    ``is_own`` says that the Council's verdict is withheld because the claim is the reader's own;
    ``speaks_for`` are codes of institutions, ``disputable`` the numbers of the findings with which
    the reader may disagree, ``since`` the day of the latest report: no meeting before it decides;
    ``may_mark`` says whether the reader's right to decide reaches the entry at all.
    """

    claims: tuple[Claim, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    speaks_for: tuple[str, ...] = ()
    is_own: bool = False
    disputable: tuple[int, ...] = ()
    since: dt.date | None = None
    may_mark: bool = False


def offered(
    connection: Connection, reader: Reader, reference: str, on: dt.date | None = None
) -> Offered:
    """The steps that the reader may add to the entry's history on a day, today unless one is named.

    Refuses an entry that is none (EntryUnknown). It looks at the roles that the reader ever had,
    so it is asked over the application's own way to the database.
    """
    require(reader, Right.READ_PUBLISHED)
    entry = entry_of(connection, reference)
    events, day = standings.history_of(connection, entry.id), on or today()
    bodies = _bodies(connection, reader, entry)
    claims = tuple(claim for claim in Claim if fits(events, Report(day, claim)))
    if not may_at(reader, Right.CONFIRM, **lies(entry)):
        return Offered(claims if bodies else (), speaks_for=bodies)
    theirs = is_own(connection, reader.account, reader.grants, awaiting(events))
    verdicts = () if theirs else _verdicts(events, day)
    disputable = _disputable(connection, reader, entry.id, events)
    report = standing_of(events).reported
    since = report.on if report else None
    return Offered(
        claims if bodies else (), verdicts, bodies, theirs, disputable, since, may_mark=True
    )


def _bodies(connection: Connection, reader: Reader, entry: Any) -> tuple[str, ...]:
    """The addressees for which the reader speaks about the entry, those that lead first."""
    to, institution = schema.recommendation_addressee, schema.institution
    statement = (
        select(institution.c.id, institution.c.code)
        .join_from(to, institution)
        .where(to.c.recommendation_id == entry.id)
        .order_by(to.c.role, institution.c.code)
    )
    grants = list(granting(reader, Right.CLAIM))
    rows = connection.execute(statement).all()
    return tuple(row.code for row in rows if any(speaks(g, row.id, entry) for g in grants))


def _disputable(
    connection: Connection, reader: Reader, entry: int, events: list[Event]
) -> tuple[int, ...]:
    """Findings of others, of claims of others, with which the reader does not disagree yet."""
    found = schema.confirmation
    rows = connection.execute(
        select(found).where(found.c.recommendation_id == entry).order_by(found.c.id.desc())
    ).all()
    own = {row.disagrees_with_id for row in rows if row.entered_by_id == reader.account}
    return tuple(
        row.id
        for row in rows
        if row.disagrees_with_id is None
        and row.id not in own
        and (row.entered_by_id is None or row.entered_by_id != reader.account)
        and not is_own(connection, reader.account, reader.grants, answered(events, row.id))
    )


def _verdicts(events: list[Event], day: dt.date) -> tuple[Verdict, ...]:
    """What the Council may find at a meeting of the day, if that is not before the report."""
    report = standing_of(events).reported
    if report is not None and day < report.on:
        return ()
    about = report.on if report else None
    return tuple(verdict for verdict in Verdict if fits(events, Finding(day, verdict, about)))
