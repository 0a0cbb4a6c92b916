"""Where entries stand, told from the tables in plain Python: what the rules are held against."""

import datetime as dt
from typing import Any

from sqlalchemy import Connection, select

from data_access import schema

CLAIMED = {
    "accepted": "accepted",
    "in_progress": "in_progress",
    "done": "claimed_done",
    "partly_done": "in_progress",
    "not_accepted": "not_accepted",
}
FOUND = {"done": "confirmed_done", "partly_done": "partly_done", "superseded": "superseded"}
NOT_DONE = {
    "proposed": "proposed",
    "accepted": "accepted",
    "not_accepted": "proposed",
    "superseded": "proposed",
}
CLAIMS = {
    "proposed": {"accepted", "in_progress", "done", "partly_done", "not_accepted"},
    "accepted": {"accepted", "in_progress", "done", "partly_done", "not_accepted"},
    "in_progress": {"in_progress", "done", "partly_done", "not_accepted"},
    "claimed_done": {"in_progress", "partly_done", "done"},
    "confirmed_done": set[str](),
    "partly_done": {"in_progress", "partly_done", "done"},
    "not_accepted": {"accepted", "in_progress", "done", "partly_done", "not_accepted"},
    "superseded": set[str](),
}
VERDICTS = {
    "proposed": {"not_done", "superseded"},
    "accepted": {"not_done", "superseded"},
    "in_progress": {"partly_done", "not_done", "superseded"},
    "claimed_done": {"done", "partly_done", "not_done", "superseded"},
    "confirmed_done": {"partly_done", "not_done"},
    "partly_done": {"partly_done", "not_done", "superseded"},
    "not_accepted": {"not_done", "superseded"},
    "superseded": {"not_done"},
}
Told = tuple[dt.date, int, dt.datetime, int, str]
"""A day, 0 for a report and 1 for a finding, when it was entered, its number and its word."""


def told(connection: Connection, entry: int) -> list[Told]:
    """What was said and found of the entry, in its order."""
    reports = {row.id: row for row in rows(connection, schema.progress_report, entry)}
    meetings = connection.execute(select(schema.council_meeting)).all()
    held = {meeting.id: meeting.held_on for meeting in meetings}
    events = [(r.reported_on, 0, r.entered_at, r.id, r.claim) for r in reports.values()]
    for row in rows(connection, schema.confirmation, entry):
        if row.disagrees_with_id is None:
            about = reports.get(row.progress_report_id)
            day = held[row.council_meeting_id]
            since = day if about is None else max(day, about.reported_on)
            events.append((since, 1, row.entered_at, row.id, row.verdict))
    return sorted(events)


def replaced_on(connection: Connection, entry: int) -> list[dt.date]:
    """The days on which later entries took the place of this one."""
    link, later = schema.recommendation_link, schema.recommendation
    statement = select(later.c.made_on).join_from(
        link, later, link.c.recommendation_id == later.c.id
    )
    by = statement.where(link.c.earlier_id == entry, link.c.kind == "replaces")
    return list(connection.scalars(by))


def status(events: list[Told], replaced: list[dt.date], day: dt.date) -> str:
    """Where the entry stood at the end of the day."""
    if any(on <= day for on in replaced):
        return "superseded"
    stands = "proposed"
    for on, sort, *_, word in events:
        if on > day:
            break
        if sort == 0:
            stands = CLAIMED[word]
        elif word == "not_done":
            stands = NOT_DONE.get(stands, "in_progress")
        else:
            stands = FOUND[word]
    return stands


def kept(connection: Connection, entry: int, day: dt.date) -> str | None:
    """The same as the platform keeps it; None of a day before the entry."""
    row = schema.recommendation_standing.c
    spans = connection.execute(
        select(row.starts_on, row.until, row.status).where(row.recommendation_id == entry)
    ).all()
    found = [
        span.status
        for span in spans
        if (span.starts_on is None or span.starts_on <= day)
        and (span.until is None or day < span.until)
    ]
    assert len(found) <= 1
    return found[0] if found else None


def rows(connection: Connection, table: Any, entry: int) -> list[Any]:
    statement = select(table).where(table.c.recommendation_id == entry)
    return list(connection.execute(statement.order_by(table.c.id)))
