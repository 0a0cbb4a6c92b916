"""What was decided at a meeting, row by row as it was entered, and which rows are one's own."""

from typing import Any

import pandas as pd
from sqlalchemy import (
    Connection,
    Integer,
    Select,
    Table,
    cast,
    literal,
    null,
    select,
    union_all,
)

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.clock import RIGA, today
from data_access.filters import Filters, of_recommendation
from data_access.frames import DAY, FLAG, MOMENT, WHOLE, WORD, frame
from data_access.recommendations.taking_back import Stored

DECIDED = {
    "reference": WORD,
    "sort": WORD,
    "number": WHOLE,
    "word": WORD,
    "note": WORD,
    "about": DAY,
    "against": WHOLE,
    "entered_at": MOMENT,
    "is_mine": FLAG,
    "is_of_today": FLAG,
    "origin": WORD,
}


def decided(connection: Connection, reader: Reader, filters: Filters, meeting: int) -> pd.DataFrame:
    """What the Council found, marked and settled at the meeting, of all entries or the chosen one.

    In the order in which it was entered. ``sort`` is one of ``recommendations.Stored``: decision,
    disagreement (``against`` is the number of the finding) or mark; ``word`` the verdict or the
    outcome; ``about`` the day of the report that was looked at. ``is_mine`` says whether the
    reader's own account entered it; nobody else is named. Columns: DECIDED.
    """
    require(reader, Right.READ_PUBLISHED)
    both = union_all(_found(filters, meeting), _marked(filters, meeting)).subquery()
    found = connection.execute(
        select(both).order_by(both.c.entered_at, both.c.sort, both.c.number)
    ).mappings()
    rows: list[dict[str, object]] = [
        {
            **row,
            "is_mine": reader.account is not None and row["entered_by"] == reader.account,
            "is_of_today": row["entered_at"].astimezone(RIGA).date() == today(),
        }
        | ({"sort": Stored.DISAGREEMENT.value} if row["against"] else {})
        for row in found
    ]
    return frame(rows, DECIDED)


def _found(filters: Filters, meeting: int) -> Select[*tuple[Any, ...]]:
    found, report = schema.confirmation, schema.progress_report
    columns = _columns(found, Stored.DECISION)
    return (
        select(
            *columns,
            found.c.verdict.label("word"),
            report.c.reported_on.label("about"),
            found.c.disagrees_with_id.label("against"),
        )
        .join_from(found, schema.recommendation)
        .outerjoin(report, found.c.progress_report_id == report.c.id)
        .where(found.c.council_meeting_id == meeting, of_recommendation(filters))
    )


def _marked(filters: Filters, meeting: int) -> Select[*tuple[Any, ...]]:
    mark = schema.review_mark
    about = cast(null(), schema.progress_report.c.reported_on.type)
    columns = _columns(mark, Stored.MARK)
    return (
        select(*columns, mark.c.outcome, about, cast(null(), Integer))
        .join_from(mark, schema.recommendation)
        .where(mark.c.council_meeting_id == meeting, of_recommendation(filters))
    )


def _columns(table: Table, sort: Stored) -> list[Any]:
    return [
        schema.recommendation.c.reference,
        schema.recommendation.c.id.label("entry"),
        literal(sort.value).label("sort"),
        table.c.id.label("number"),
        table.c.note,
        table.c.entered_at,
        table.c.entered_by_id.label("entered_by"),
        table.c.origin,
    ]
