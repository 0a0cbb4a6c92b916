"""What the Council has to look at in a meeting: one line an entry, in the order of the groups."""

from typing import Any

import pandas as pd
from sqlalchemy import Connection, Select, Table, func, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.filters import Filters, of_recommendation
from data_access.frames import DAY, FLAG, WHOLE, WORD, frame
from data_access.recommendations.late import deadline_day, lateness
from data_access.recommendations.register import Part
from data_access.recommendations.wanted import Wanted, worded
from data_access.reviewing.groups import Group, Sitting, grouped, sitting_of
from data_access.rules import Origin
from data_access.standings import on

LINE = {"reference": WORD, "group": WORD, "is_done": FLAG}
LINES = LINE | {"turn": WHOLE}
AGENDA = LINE | {
    "text_lv": WORD,
    "text_en": WORD,
    "status": WORD,
    "lateness": WORD,
    "deadline": DAY,
    "claim": WORD,
    "reported_on": DAY,
    "is_made_up": FLAG,
    "report": WHOLE,
    "finding": WHOLE,
    "mark": WHOLE,
}
GROUPS = list(Group)
TURN = ("place", "since", "ordinal", "reference")
"""By what the entries follow one another, decided or not."""
SEEN = {
    "report": schema.progress_report,
    "finding": schema.confirmation,
    "mark": schema.review_mark,
}


def lines(connection: Connection, reader: Reader, _filters: Filters, meeting: int) -> pd.DataFrame:
    """Every entry to look at, with its group, once, under the first that holds.

    As it stood on the meeting's day. What was decided at this very meeting ``is_done`` and comes
    last; ``turn`` is the place that it had before. Refuses a meeting that is none
    (MeetingUnknown). Columns: LINES.
    """
    require(reader, Right.READ_PUBLISHED)
    line = _ordered(sitting_of(connection, meeting)).subquery()
    turn = func.row_number().over(order_by=[line.c[name] for name in TURN])
    numbered = select(line, turn.label("turn")).order_by(line.c.is_done, turn)
    rows: list[dict[str, object]] = [
        {
            "reference": row.reference,
            "group": GROUPS[row.place],
            "is_done": bool(row.is_done),
            "turn": row.turn,
        }
        for row in connection.execute(numbered)
    ]
    return frame(rows, LINES)


def agenda(
    connection: Connection,
    reader: Reader,
    filters: Filters,
    meeting: int,
    part: Part | None = None,
) -> pd.DataFrame:
    """The same with where each entry stands on the meeting's day, all of it or a part.

    ``report``, ``finding`` and ``mark`` are the newest row of each sort, 0 for none, as
    ``recommendations.Seen`` has them. Of a chosen entry there is a line though nothing asks the
    Council to look at it: its ``group`` is missing then. Refuses MeetingUnknown. Columns: AGENDA.
    """
    require(reader, Right.READ_PUBLISHED)
    sitting = sitting_of(connection, meeting)
    listed = _ordered(sitting, filters)
    if part is not None:
        listed = listed.limit(part.entries).offset(part.skipped)
    found = connection.execute(_told(sitting, listed)).mappings()
    rows: list[dict[str, object]] = [
        {**row, "group": None if row["place"] is None else GROUPS[row["place"]]}
        | {"is_done": bool(row["is_done"])}
        for row in found
    ]
    return frame(rows, AGENDA)


def _ordered(sitting: Sitting, filters: Filters | None = None) -> Select[*tuple[Any, ...]]:
    chosen = filters is not None and filters.recommendation is not None
    statement = grouped(sitting)
    if chosen and filters is not None:
        statement = statement.where(of_recommendation(filters))
    found = statement.subquery()
    order = [found.c[name] for name in ("is_done", *TURN)]
    ordered = select(found).order_by(*order)
    return ordered if chosen else ordered.where(found.c.place.is_not(None))


def _told(sitting: Sitting, listed: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    line = listed.subquery()
    entry, standing, report, version = (
        schema.recommendation,
        schema.recommendation_standing,
        schema.progress_report,
        schema.recommendation_version,
    )
    order = [line.c[name] for name in ("is_done", *TURN)]
    return (
        select(
            *(line.c[name] for name in ("reference", "place", "is_done")),
            version.c.text_lv,
            version.c.text_en,
            standing.c.status,
            lateness(sitting.on).label("lateness"),
            deadline_day().label("deadline"),
            report.c.claim,
            standing.c.reported_on,
            (entry.c.origin == Origin.SAMPLE).label("is_made_up"),
            *(_newest(table).label(name) for name, table in SEEN.items()),
        )
        .join_from(line, entry, line.c.id == entry.c.id)
        .join(schema.round, entry.c.round_id == schema.round.c.id)
        .join(version, worded(Wanted(as_of=sitting.on)))
        .outerjoin(standing, (standing.c.recommendation_id == entry.c.id) & on(sitting.on))
        .outerjoin(report, standing.c.progress_report_id == report.c.id)
        .order_by(*order)
    )


def _newest(table: Table) -> Any:
    number = select(func.coalesce(func.max(table.c.id), 0)).where(
        table.c.recommendation_id == schema.recommendation.c.id
    )
    return number.correlate(schema.recommendation).scalar_subquery()
