"""Rounds side by side, one round's work in time and against its plan, and what changed lately."""

from dataclasses import replace

import pandas as pd
from sqlalchemy import Connection, Subquery, distinct, func, literal, null, or_, select, union_all

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.figures import REPORTED, reported
from data_access.filters import Filters, of_round, within
from data_access.frames import DAY, MOMENT, WHOLE, WORD, ask, frame
from data_access.rules import AttendanceStatus, Figure, StatementKind, UploadStatus

COMPARED = REPORTED
COMPARED_FIGURES = (Figure.MEDIATORS, Figure.SERVICE_MONTHS, Figure.MEDIATOR_FAMILIES)
TIMELINE = {
    "activity": WORD,
    "kind": WORD,
    "title_lv": WORD,
    "title_en": WORD,
    "starts_on": DAY,
    "ends_on": DAY,
    "date_precision": WORD,
}
REACHED = {
    "position": WHOLE,
    "text_lv": WORD,
    "text_en": WORD,
    "activities": WHOLE,
    "with_attendance": WHOLE,
    "attendances": WHOLE,
}
CHANGED = {"subject_table": WORD, "entries": WHOLE, "changed_at": MOMENT}


def compared(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """Mediators, months of service and families with mediators, a row a round and figure.

    All rounds, whichever one is chosen: a comparison needs its others. Columns: COMPARED,
    those of reported figures.
    """
    require(reader, Right.READ_PUBLISHED)
    everything = reported(connection, reader, replace(filters, round=None))
    wanted = everything["figure"].isin(COMPARED_FIGURES) & everything["is_leading"]
    return everything.loc[wanted, list(COMPARED)].reset_index(drop=True)


def timeline(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """Dated activities, and measures that a document dates as a whole, by their first day.

    A measure has kind ``measure`` and no activity code. Columns: TIMELINE.
    """
    require(reader, Right.READ_PUBLISHED)
    activity, line = schema.activity, schema.round_statement
    spans = ("starts_on", "ends_on", "date_precision")
    activities = (
        select(
            activity.c.code.label("activity"),
            activity.c.kind,
            activity.c.title_lv,
            activity.c.title_en,
            *(activity.c[name] for name in spans),
        )
        .join_from(activity, schema.round)
        .where(of_round(filters), within(filters, activity.c.starts_on, activity.c.ends_on))
        .where(activity.c.starts_on.is_not(None))
    )
    measures = (
        select(
            null().label("activity"),
            literal("measure").label("kind"),
            line.c.text_lv,
            line.c.text_en,
            *(line.c[name] for name in spans),
        )
        .join_from(line, schema.round)
        .where(of_round(filters), within(filters, line.c.starts_on, line.c.ends_on))
        .where(line.c.starts_on.is_not(None), line.c.kind == "measure")
    )
    both = union_all(activities, measures).subquery()
    last_day = func.coalesce(both.c.ends_on, both.c.starts_on)
    in_time = select(both).order_by(both.c.starts_on, last_day, both.c.activity.is_not(None))
    return ask(connection, in_time, TIMELINE)


def reached(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """What a round planned, line by line, beside what was done of it as far as it is known here.

    One row a line of the round's own list, and a last one, without position, for activities that
    stand outside the list. ``with_attendance`` counts the activities with anybody recorded there.
    The period does not narrow it: a plan is one of the whole round. Columns: REACHED.
    """
    require(reader, Right.READ_FIGURES)
    activity, line, came = schema.activity, schema.round_statement, _came()
    done = (
        func.count(activity.c.id).label("activities"),
        func.count(came.c.activity_id).label("with_attendance"),
        func.coalesce(func.sum(came.c.attendances), 0).label("attendances"),
    )
    listed = (
        select(line.c.position, line.c.text_lv, line.c.text_en, *done)
        .join_from(line, schema.round)
        .join(activity, activity.c.measure_id == line.c.id, isouter=True)
        .join(came, came.c.activity_id == activity.c.id, isouter=True)
        .where(of_round(filters), line.c.kind == StatementKind.MEASURE)
        .group_by(schema.round.c.ordinal, line.c.position, line.c.text_lv, line.c.text_en)
        .order_by(schema.round.c.ordinal, line.c.position)
    )
    outside = (
        select(*done)
        .join_from(activity, schema.round)
        .join(came, came.c.activity_id == activity.c.id, isouter=True)
        .where(of_round(filters), activity.c.measure_id.is_(None))
        .having(func.count(activity.c.id) > 0)
    )
    rows = [*connection.execute(listed).mappings(), *connection.execute(outside).mappings()]
    return frame([dict(row) for row in rows], REACHED)


def changed_by_hand(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """How many entries of all rounds were changed by hand since the round's last recorded file.

    Where no file of the round stands, since the beginning. Columns: CHANGED, a row a table.
    """
    require(reader, Right.READ_FIGURES)
    change, upload = schema.change, schema.upload
    last = (
        select(func.max(upload.c.recorded_at))
        .join_from(upload, schema.activity)
        .join(schema.round)
        .where(of_round(filters), upload.c.status == UploadStatus.RECORDED)
        .scalar_subquery()
    )
    statement = (
        select(
            change.c.subject_table,
            func.count(distinct(change.c.subject_id)).label("entries"),
            func.max(change.c.changed_at).label("changed_at"),
        )
        .where(or_(last.is_(None), change.c.changed_at > last))
        .group_by(change.c.subject_table)
        .order_by(change.c.subject_table)
    )
    return ask(connection, statement, CHANGED)


def _came() -> Subquery:
    """How many attended each activity; a person merged out of two is there once."""
    attendance, person = schema.attendance, schema.person
    who = func.coalesce(person.c.merged_into_id, person.c.id)
    return (
        select(attendance.c.activity_id, func.count(distinct(who)).label("attendances"))
        .join_from(attendance, person)
        .where(attendance.c.status == AttendanceStatus.ATTENDED)
        .group_by(attendance.c.activity_id)
        .subquery("came")
    )
