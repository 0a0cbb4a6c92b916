"""What became of the entries: what addressees said, what the Council found, what came later."""

from typing import Any

import pandas as pd
from sqlalchemy import Connection, Select, literal, select, union_all

from data_access import citation, schema
from data_access.access import Reader, Right, may, require
from data_access.filters import Filters
from data_access.frames import DAY, FLAG, WORD, ask
from data_access.recommendations.beside import ENTERED, entered
from data_access.recommendations.chosen import chosen, latest_wording

REPORTS = {
    "reference": WORD,
    "claim": WORD,
    "reported_on": DAY,
    "by_lv": WORD,
    "by_en": WORD,
    "text": WORD,
    "origin": WORD,
} | ENTERED
FINDINGS = {
    "reference": WORD,
    "verdict": WORD,
    "found_on": DAY,
    "meeting_lv": WORD,
    "meeting_en": WORD,
    "about": DAY,
    "note": WORD,
    "origin": WORD,
    "source_lv": WORD,
    "source_en": WORD,
    "locator": WORD,
} | ENTERED
LINKS = {
    "reference": WORD,
    "kind": WORD,
    "is_later": FLAG,
    "other": WORD,
    "other_made_on": DAY,
    "text_lv": WORD,
    "text_en": WORD,
    "origin": WORD,
}


def reports(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """What addressees said of the chosen entries, earliest first. Columns: REPORTS.

    ``by`` is missing where the report names no institution; its text is in the language in which
    it was written.
    """
    require(reader, Right.READ_PUBLISHED)
    report, institution = schema.progress_report, schema.institution
    statement = (
        chosen(
            select(
                schema.recommendation.c.reference,
                report.c.claim,
                report.c.reported_on,
                institution.c.name_lv.label("by_lv"),
                institution.c.name_en.label("by_en"),
                report.c.text,
                report.c.origin,
                *entered(report, is_told=may(reader, Right.READ_RECORDS)),
            ).join_from(report, schema.recommendation),
            filters,
        )
        .join(institution, report.c.institution_id == institution.c.id, isouter=True)
        .order_by(report.c.reported_on, report.c.entered_at, report.c.id)
    )
    return ask(connection, statement, REPORTS)


def findings(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """What the Council found of the chosen entries, by the days of its meetings.

    Columns: FINDINGS; ``about`` is the day of the report a finding looked at, if it names one. What
    a member said against one is none (``beside.disagreements``).
    """
    require(reader, Right.READ_PUBLISHED)
    found, meeting = schema.confirmation, schema.council_meeting
    report, entry = schema.progress_report, schema.recommendation
    statement = (
        chosen(
            select(
                entry.c.reference,
                found.c.verdict,
                meeting.c.held_on.label("found_on"),
                meeting.c.title_lv.label("meeting_lv"),
                meeting.c.title_en.label("meeting_en"),
                report.c.reported_on.label("about"),
                found.c.note,
                found.c.origin,
                *citation.TITLES,
                meeting.c.locator,
                *entered(found, is_told=may(reader, Right.READ_RECORDS)),
            ).join_from(found, entry, found.c.recommendation_id == entry.c.id),
            filters,
        )
        .join(meeting, found.c.council_meeting_id == meeting.c.id)
        .join(report, found.c.progress_report_id == report.c.id, isouter=True)
        .join(schema.source, meeting.c.source_id == schema.source.c.id, isouter=True)
        .where(found.c.disagrees_with_id.is_(None))
        .order_by(meeting.c.held_on, found.c.entered_at, found.c.id)
    )
    return ask(connection, statement, FINDINGS)


def links(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """Entries that the chosen ones repeat, replace or narrow, and those that do so to them.

    ``kind`` says how the later of the two stands to the earlier one; ``is_later`` whether the
    other entry is the later one. Columns: LINKS.
    """
    require(reader, Right.READ_PUBLISHED)
    link = schema.recommendation_link.c
    both = union_all(
        _linked(filters, link.recommendation_id, link.earlier_id, is_later=False),
        _linked(filters, link.earlier_id, link.recommendation_id, is_later=True),
    ).subquery()
    ordered = select(both).order_by(both.c.reference, both.c.is_later, both.c.other, both.c.kind)
    return ask(connection, ordered, LINKS)


def _linked(filters: Filters, this: Any, that: Any, *, is_later: bool) -> Select[*tuple[Any, ...]]:
    link, entry = schema.recommendation_link, schema.recommendation
    other, version = entry.alias("other"), schema.recommendation_version
    return chosen(
        select(
            entry.c.reference,
            link.c.kind,
            literal(is_later).label("is_later"),
            other.c.reference.label("other"),
            other.c.made_on.label("other_made_on"),
            version.c.text_lv,
            version.c.text_en,
            link.c.origin,
        )
        .join_from(link, entry, this == entry.c.id)
        .join(other, that == other.c.id)
        .join(version, latest_wording(other)),
        filters,
    )
