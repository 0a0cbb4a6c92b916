"""What is kept of entries beside what decides: evidence, disagreements, marks, further rounds."""

from typing import Any

import pandas as pd
from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    Text,
    cast,
    func,
    literal,
    null,
    select,
    union_all,
)

from data_access import schema
from data_access.access import Reader, Right, may, require
from data_access.filters import Filters
from data_access.frames import DAY, MOMENT, WHOLE, WORD, ask
from data_access.recommendations.chosen import chosen

ENTERED = {"number": WHOLE, "entered_at": MOMENT, "entered_by": WORD}
"""The row, when it was entered and by which account; that is for whoever may read records."""

EVIDENCE = {
    "reference": WORD,
    "report": WHOLE,
    "title_lv": WORD,
    "title_en": WORD,
    "address": WORD,
}
DISAGREEMENTS = {
    "reference": WORD,
    "finding": WHOLE,
    "verdict": WORD,
    "note": WORD,
    "meeting_lv": WORD,
    "meeting_en": WORD,
    "origin": WORD,
} | ENTERED
MARKS = {
    "reference": WORD,
    "outcome": WORD,
    "marked_on": DAY,
    "meeting_lv": WORD,
    "meeting_en": WORD,
    "note": WORD,
    "origin": WORD,
} | ENTERED
CARRIED = {"reference": WORD, "round": WORD, "carried_on": DAY, "origin": WORD}


def entered(table: Table, *, is_told: bool) -> tuple[ColumnElement[Any], ...]:
    """The columns of ENTERED for a table of rows that say who entered them, if that is told."""
    account = literal("account:") + cast(table.c.entered_by_id, Text)
    who = account if is_told else cast(null(), Text)
    return table.c.id.label("number"), table.c.entered_at, who.label("entered_by")


def evidence(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """What bears out the reports on the chosen entries, in the order in which it was named.

    ``report`` is the number of the report. Links come first, then documents of the catalogue, of
    which some have no address. Columns: EVIDENCE.
    """
    require(reader, Right.READ_PUBLISHED)
    report, link = schema.progress_report, schema.progress_report_link
    by, document, entry = (
        schema.progress_report_document,
        schema.document,
        schema.recommendation,
    )
    links = chosen(
        select(
            entry.c.reference,
            report.c.id.label("report"),
            link.c.title.label("title_lv"),
            link.c.title.label("title_en"),
            link.c.address,
            literal(0).label("sort"),
            link.c.id.label("place"),
        )
        .join_from(link, report)
        .join(entry, report.c.recommendation_id == entry.c.id),
        filters,
    )
    documents = chosen(
        select(
            entry.c.reference,
            report.c.id,
            document.c.title_lv,
            document.c.title_en,
            document.c.address,
            literal(1),
            by.c.id,
        )
        .join_from(by, report)
        .join(document, by.c.document_id == document.c.id)
        .join(entry, report.c.recommendation_id == entry.c.id),
        filters,
    )
    both = union_all(links, documents).subquery()
    ordered = select(both).order_by(both.c.reference, both.c.report, both.c.sort, both.c.place)
    return ask(connection, ordered, EVIDENCE)


def disagreements(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """What members said against findings of the chosen entries, as it was given.

    ``finding`` is the number of the finding. Columns: DISAGREEMENTS.
    """
    require(reader, Right.READ_PUBLISHED)
    said, meeting = schema.confirmation, schema.council_meeting
    entry = schema.recommendation
    statement = (
        chosen(
            select(
                entry.c.reference,
                said.c.disagrees_with_id.label("finding"),
                said.c.verdict,
                said.c.note,
                meeting.c.title_lv.label("meeting_lv"),
                meeting.c.title_en.label("meeting_en"),
                said.c.origin,
                *entered(said, is_told=may(reader, Right.READ_RECORDS)),
            ).join_from(said, entry, said.c.recommendation_id == entry.c.id),
            filters,
        )
        .join(meeting, said.c.council_meeting_id == meeting.c.id)
        .where(said.c.disagrees_with_id.is_not(None))
        .order_by(said.c.entered_at, said.c.id)
    )
    return ask(connection, statement, DISAGREEMENTS)


def marks(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """Where the Council looked at the chosen entries and found nothing, by its meetings.

    Columns: MARKS.
    """
    require(reader, Right.READ_PUBLISHED)
    marked, meeting = schema.review_mark, schema.council_meeting
    entry = schema.recommendation
    statement = (
        chosen(
            select(
                entry.c.reference,
                marked.c.outcome,
                meeting.c.held_on.label("marked_on"),
                meeting.c.title_lv.label("meeting_lv"),
                meeting.c.title_en.label("meeting_en"),
                marked.c.note,
                marked.c.origin,
                *entered(marked, is_told=may(reader, Right.READ_RECORDS)),
            ).join_from(marked, entry),
            filters,
        )
        .join(meeting, marked.c.council_meeting_id == meeting.c.id)
        .order_by(meeting.c.held_on, marked.c.entered_at, marked.c.id)
    )
    return ask(connection, statement, MARKS)


def carried(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """Rounds into which the chosen entries were carried, with the day that each begins.

    Columns: CARRIED.
    """
    require(reader, Right.READ_PUBLISHED)
    carry, later = schema.recommendation_carry, schema.round.alias("later")
    entry = schema.recommendation
    begins = func.coalesce(later.c.actual_starts_on, later.c.planned_starts_on)
    statement = (
        chosen(
            select(
                entry.c.reference,
                later.c.code.label("round"),
                begins.label("carried_on"),
                carry.c.origin,
            )
            .join_from(carry, entry)
            .join(later, carry.c.round_id == later.c.id),
            filters,
        )
    ).order_by(entry.c.reference, later.c.ordinal)
    return ask(connection, statement, CARRIED)
