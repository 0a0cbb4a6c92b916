"""The register: where each entry stands, why, and how it stands to its deadline."""

from dataclasses import dataclass

import pandas as pd
from sqlalchemy import Connection, case, func, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.filters import Filters
from data_access.frames import DAY, FLAG, WHOLE, WORD, ask
from data_access.recommendations.chosen import standing_there
from data_access.recommendations.entries import IN_ORDER, LISTED, entries
from data_access.recommendations.late import deadline_day, lateness
from data_access.recommendations.wanted import Wanted
from data_access.rules import Origin, RecommendationKind

REGISTER = LISTED | {
    "id": WHOLE,
    "revision": WHOLE,
    "status": WORD,
    "stands_since": DAY,
    "lateness": WORD,
    "deadline": DAY,
    "claim": WORD,
    "reported_on": DAY,
    "by_lv": WORD,
    "by_en": WORD,
    "verdict": WORD,
    "found_on": DAY,
    "meeting_lv": WORD,
    "meeting_en": WORD,
    "replaced_by": WORD,
    "is_made_up": FLAG,
}
HOW_MANY = {"kind": WORD, "entries": WHOLE, "made_up": WHOLE}
EVERYTHING = Wanted()


@dataclass(frozen=True)
class Part:
    """So many entries of the list, from the first after ``skipped`` on."""

    entries: int
    skipped: int = 0


def register(
    connection: Connection,
    reader: Reader,
    filters: Filters,
    wanted: Wanted = EVERYTHING,
    part: Part | None = None,
) -> pd.DataFrame:
    """One row an entry, with its status and its lateness that day; all, or a part of the list.

    ``claim`` and what follows it are the addressee's latest report; ``verdict`` and what follows
    it the Council's finding, where that decides the status; ``replaced_by`` the later entry that
    took this one's place; ``stands_since`` the day of what decides it; ``deadline`` the last day
    of a stated one. The rules are those of ``data_access.rules``; reports and findings count by
    their own day, whenever they were entered. Whom an entry binds and by when is what is known of
    it today. Columns: REGISTER.
    """
    require(reader, Right.READ_PUBLISHED)
    standing, report = schema.recommendation_standing, schema.progress_report
    found, meeting = schema.confirmation, schema.council_meeting
    entry, body = schema.recommendation, schema.institution.alias("body")
    later = entry.alias("later")
    statement = (
        entries(filters, wanted)
        .add_columns(
            standing.c.status,
            standing.c.starts_on.label("stands_since"),
            lateness(wanted.day).label("lateness"),
            deadline_day().label("deadline"),
            report.c.claim,
            standing.c.reported_on,
            body.c.name_lv.label("by_lv"),
            body.c.name_en.label("by_en"),
            found.c.verdict,
            meeting.c.held_on.label("found_on"),
            meeting.c.title_lv.label("meeting_lv"),
            meeting.c.title_en.label("meeting_en"),
            later.c.reference.label("replaced_by"),
            (entry.c.origin == Origin.SAMPLE).label("is_made_up"),
        )
        .outerjoin(report, standing.c.progress_report_id == report.c.id)
        .outerjoin(body, report.c.institution_id == body.c.id)
        .outerjoin(found, standing.c.confirmation_id == found.c.id)
        .outerjoin(meeting, found.c.council_meeting_id == meeting.c.id)
        .outerjoin(later, standing.c.replaced_by_id == later.c.id)
        .order_by(*IN_ORDER)
    )
    if part is not None:
        statement = statement.where(entry.c.id.in_(_numbers(connection, filters, wanted, part)))
    return ask(connection, statement, REGISTER)


def _numbers(connection: Connection, filters: Filters, wanted: Wanted, part: Part) -> list[int]:
    """The entries of a part by their numbers: what they say is read of these alone."""
    entry = schema.recommendation
    those = standing_there(select(entry.c.id).select_from(entry), filters, wanted)
    ordered = those.order_by(*IN_ORDER).limit(part.entries).offset(part.skipped)
    return list(connection.scalars(ordered))


def how_many(
    connection: Connection, reader: Reader, filters: Filters, wanted: Wanted = EVERYTHING
) -> pd.DataFrame:
    """Entries of each kind, and how many of them are made up; none has a 0. Columns: HOW_MANY."""
    require(reader, Right.READ_PUBLISHED)
    entry = schema.recommendation
    made_up = func.sum(case((entry.c.origin == Origin.SAMPLE, 1), else_=0))
    statement = standing_there(
        select(entry.c.kind, func.count().label("entries"), made_up.label("made_up")).select_from(
            entry
        ),
        filters,
        wanted,
    ).group_by(entry.c.kind)
    counted = {row["kind"]: dict(row) for row in connection.execute(statement).mappings()}
    none = {"entries": 0, "made_up": 0}
    rows = [none | {"kind": kind.value} | counted.get(kind, {}) for kind in RecommendationKind]
    return pd.DataFrame(rows).astype(HOW_MANY)
