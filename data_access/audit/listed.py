"""What the log says: its entries, the latest first, and what there is to choose from."""

import datetime as dt
from dataclasses import dataclass

import pandas as pd
from sqlalchemy import ColumnElement, Connection, func, select
from sqlalchemy.exc import DataError

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.clock import RIGA
from data_access.frames import MOMENT, WHOLE, WORD, ask

EVENTS = {
    "sequence": WHOLE,
    "happened_at": MOMENT,
    "actor": WORD,
    "action": WORD,
    "subject_table": WORD,
    "subject_id": WHOLE,
    "reason": WORD,
    "details": WORD,
    "hash": WORD,
}
KINDS = {"action": WORD, "actor": WORD, "entries": WHOLE}


class LogUnreadable(RuntimeError):
    """An entry holds what cannot be read, so somebody has been at it; verification tells which."""


@dataclass(frozen=True)
class Narrowing:
    """Which entries: of one action, of one who acted, from and to a day by the clock of Riga."""

    action: str | None = None
    actor: str | None = None
    start: dt.date | None = None
    end: dt.date | None = None


def events(
    connection: Connection,
    reader: Reader,
    narrowing: Narrowing = Narrowing(),
    at_most: int | None = None,
) -> pd.DataFrame:
    """The entries that match, the latest first, no more than ``at_most``. Columns: EVENTS.

    ``details`` are a mapping of codes to counts and codes, ``reason`` somebody's own words.
    Refuses where one of them cannot be read (LogUnreadable).
    """
    require(reader, Right.READ_AUDIT)
    event = schema.audit_event
    columns = [event.c[name] for name in EVENTS]
    statement = select(*columns).where(*_matches(narrowing)).order_by(event.c.sequence.desc())
    try:
        return ask(connection, statement.limit(at_most), EVENTS)
    except (TypeError, ValueError, DataError):
        raise LogUnreadable("The audit log holds an entry that cannot be read.") from None


def number(connection: Connection, reader: Reader, narrowing: Narrowing = Narrowing()) -> int:
    """How many entries match."""
    require(reader, Right.READ_AUDIT)
    matching = select(func.count()).select_from(schema.audit_event).where(*_matches(narrowing))
    return connection.execute(matching).scalar_one()


def kinds(connection: Connection, reader: Reader) -> pd.DataFrame:
    """Which actions there are, of whom, and how many entries of each. Columns: KINDS."""
    require(reader, Right.READ_AUDIT)
    event = schema.audit_event
    statement = (
        select(event.c.action, event.c.actor, func.count().label("entries"))
        .group_by(event.c.action, event.c.actor)
        .order_by(event.c.action, event.c.actor)
    )
    return ask(connection, statement, KINDS)


def _matches(narrowing: Narrowing) -> list[ColumnElement[bool]]:
    event = schema.audit_event
    conditions: list[ColumnElement[bool]] = []
    if narrowing.action is not None:
        conditions.append(event.c.action == narrowing.action)
    if narrowing.actor is not None:
        conditions.append(event.c.actor == narrowing.actor)
    if narrowing.start is not None:
        conditions.append(event.c.happened_at >= _begin(narrowing.start))
    if narrowing.end is not None:
        conditions.append(event.c.happened_at < _begin(narrowing.end + dt.timedelta(days=1)))
    return conditions


def _begin(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time.min, RIGA)
