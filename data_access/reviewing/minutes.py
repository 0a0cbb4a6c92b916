"""The minutes of a meeting: what was decided, entry by entry, with what members said against it."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pandas as pd
from sqlalchemy import Connection, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.filters import Filters
from data_access.frames import DAY, WHOLE, WORD, frame
from data_access.recommendations.marking import ADDRESSEE
from data_access.recommendations.taking_back import Stored
from data_access.recommendations.wanted import Wanted, worded
from data_access.reviewing.decided import decided
from data_access.reviewing.given import Given, given
from data_access.reviewing.groups import Sitting, sitting_of
from data_access.rules import Finding, ReviewOutcome, Status, standing_of

MINUTES = {
    "reference": WORD,
    "text_lv": WORD,
    "text_en": WORD,
    "sort": WORD,
    "word": WORD,
    "note": WORD,
    "about": DAY,
    "lead_lv": WORD,
    "lead_en": WORD,
    "deadline": DAY,
    "before": WORD,
    "after": WORD,
    "origin": WORD,
    "number": WHOLE,
}
EVERYTHING = Filters()
LAST = 2**62
"""After every finding of the day."""

Row = dict[Any, Any]


def minutes(
    connection: Connection, reader: Reader, meeting: int, filters: Filters = EVERYTHING
) -> pd.DataFrame:
    """What was decided, in that order, each with the disagreements right after it.

    ``sort`` and ``word`` as in DECIDED; ``before`` and ``after`` are the statuses round a finding,
    the same round a mark, and missing of a disagreement, which moves nothing; what was entered
    later changes neither them nor the wording, which is that of the meeting's day. ``lead`` and
    ``deadline`` are what a mark settled, as it was settled then. No person is named. It looks into
    the history of changes, so it is asked over the application's own way to the database. Refuses
    MeetingUnknown. Columns: MINUTES.
    """
    require(reader, Right.READ_PUBLISHED)
    sitting = sitting_of(connection, meeting)
    told: list[Row] = decided(connection, reader, filters, meeting).to_dict("records")
    entries = _entries(connection, {row["reference"] for row in told}, sitting.on)
    events = given(connection, [entry["id"] for entry in entries.values()])
    settled = _settled(connection, sitting)
    rows = [
        row
        | {name: entries[row["reference"]][name] for name in ("text_lv", "text_en")}
        | _statuses(row, events[entries[row["reference"]]["id"]], sitting.on)
        | (settled.get(row["number"], {}) if row["sort"] == Stored.MARK else {})
        for row in told
    ]
    return frame(list(_with_disagreements(rows)), MINUTES)


def _entries(connection: Connection, references: set[str], on: dt.date) -> dict[str, Row]:
    """The entries as they were worded on that day, by reference."""
    entry, version = schema.recommendation, schema.recommendation_version
    statement = (
        select(entry.c.id, entry.c.reference, version.c.text_lv, version.c.text_en)
        .join_from(entry, version, worded(Wanted(as_of=on)))
        .where(entry.c.reference.in_(sorted(references)))
    )
    return {row["reference"]: {**row} for row in connection.execute(statement).mappings()}


def _with_disagreements(rows: Sequence[Row]) -> Iterable[Row]:
    against: dict[int, list[Row]] = {}
    for row in rows:
        if row["sort"] == Stored.DISAGREEMENT:
            against.setdefault(row["against"], []).append(row)
    for row in rows:
        if row["sort"] != Stored.DISAGREEMENT:
            yield row
        if row["sort"] == Stored.DECISION:
            yield from against.get(row["number"], [])


def _statuses(row: Mapping[Any, Any], events: Sequence[Given], on: dt.date) -> Row:
    """Where the entry stood before and after, findings of the same day counted as they came."""
    if row["sort"] == Stored.DISAGREEMENT:
        return {}
    known = [each for each in events if each.at is None or each.at <= row["entered_at"]]
    if row["sort"] == Stored.MARK:
        stands = _status(known, on, LAST)
        return {"before": stands, "after": stands}
    number = int(row["number"])
    return {"before": _status(known, on, number - 1), "after": _status(known, on, number)}


def _status(events: Sequence[Given], on: dt.date, last: int) -> Status:
    """The status on that day after its findings up to the row of that number."""
    told = (
        event
        for event in (each.event for each in events)
        if event.on is None
        or event.on < on
        or (event.on == on and not (isinstance(event, Finding) and event.number > last))
    )
    return standing_of(told).status


def _settled(connection: Connection, sitting: Sitting) -> dict[int, Row]:
    """Who was named to lead and by when, by the mark's number, as the history of changes tells."""
    mark, change = schema.review_mark, schema.change
    statement = (
        select(mark.c.id, change.c.column_name, change.c.new_value)
        .join_from(
            mark,
            change,
            (change.c.subject_id == mark.c.recommendation_id)
            & (change.c.changed_at == mark.c.entered_at)
            & (change.c.subject_table == schema.recommendation.name),
        )
        .where(mark.c.council_meeting_id == sitting.number)
        .where(mark.c.outcome == ReviewOutcome.SETTLED)
        .where(change.c.new_value.is_not(None))
    )
    found: dict[int, Row] = {}
    for row in connection.execute(statement):
        told = found.setdefault(row.id, {})
        if row.column_name == ADDRESSEE:
            told |= _named(connection, row.new_value.partition(": ")[2])
        elif row.column_name == "deadline_starts_on":
            told["deadline"] = dt.date.fromisoformat(row.new_value)
    return found


def _named(connection: Connection, code: str) -> Row:
    body = schema.institution.c
    row = connection.execute(select(body.name_lv, body.name_en).where(body.code == code)).first()
    return {"lead_lv": row.name_lv, "lead_en": row.name_en} if row else {"lead_lv": code}
