"""Where entries of the register stand, by their numbers alone."""

import datetime as dt
from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, Date, Select, cast, literal, null, select, union_all

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.rules import (
    Claim,
    Event,
    Finding,
    RecommendationLinkKind,
    Replacement,
    Report,
    Status,
    Verdict,
    status_of,
)

REPORT, FINDING, REPLACEMENT = range(3)


def statuses(connection: Connection, reader: Reader, numbers: Collection[int]) -> dict[int, Status]:
    """The status of each of these entries, as the register has it."""
    require(reader, Right.READ_PUBLISHED)
    told: dict[int, list[Event]] = {number: [] for number in numbers}
    if not told:
        return {}
    parts = [part.where(part.selected_columns[0].in_(told)) for part in _events()]
    rows = union_all(*parts).subquery()
    # Of two events of one sort and day the one given later holds.
    ordered = select(rows).order_by(rows.c.given_at, rows.c.number)
    for row in connection.execute(ordered):
        told[row.entry].append(_event(row))
    return {number: status_of(events) for number, events in told.items()}


def _events() -> list[Select[*tuple[Any, ...]]]:
    """What was said, what was found, and what took the place of an entry: of one shape."""
    report, found, meeting = schema.progress_report, schema.confirmation, schema.council_meeting
    link, later = schema.recommendation_link, schema.recommendation.alias("later")
    said = select(
        report.c.recommendation_id.label("entry"),
        literal(REPORT).label("sort"),
        report.c.reported_on.label("day"),
        report.c.claim.label("word"),
        cast(null(), Date).label("about"),
        report.c.entered_at.label("given_at"),
        report.c.id.label("number"),
    )
    judged = (
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
        .outerjoin(report, found.c.progress_report_id == report.c.id)
    )
    replaced = (
        select(
            link.c.earlier_id,
            literal(REPLACEMENT),
            later.c.made_on,
            link.c.kind,
            cast(null(), Date),
            cast(null(), report.c.entered_at.type),
            link.c.id,
        )
        .join_from(link, later, link.c.recommendation_id == later.c.id)
        .where(link.c.kind == RecommendationLinkKind.REPLACES)
    )
    return [said, judged, replaced]


def _event(row: Any) -> Event:
    day: dt.date | None = row.day
    if row.sort == REPLACEMENT or day is None:
        return Replacement(day)
    if row.sort == REPORT:
        return Report(day, Claim(row.word))
    return Finding(day, Verdict(row.word), row.about)
