"""The files that came in, and what the latest one added."""

from dataclasses import replace
from typing import Any

import pandas as pd
from sqlalchemy import (
    Connection,
    ScalarSelect,
    Select,
    Subquery,
    case,
    distinct,
    func,
    null,
    select,
)

from data_access import reached, schema
from data_access.access import Reader, Right, require
from data_access.attendance.raising import credited
from data_access.counting import recorded_rows
from data_access.filters import Filters, of_activity, of_round
from data_access.frames import FLAG, MOMENT, WHOLE, WORD, ask
from data_access.rules import AttendanceStatus, PlaceKind, RowOutcome, UploadStatus

UPLOADS = {
    "upload": WHOLE,
    "uploaded_at": MOMENT,
    "activity": WORD,
    "title_lv": WORD,
    "title_en": WORD,
    "round": WORD,
    "status": WORD,
    "is_trial": FLAG,
    "attendances": WHOLE,
    "persons_new": WHOLE,
    "not_recorded": WHOLE,
    "undone_at": MOMENT,
    "undone_reason": WORD,
    "file_kind": WORD,
    "size_bytes": WHOLE,
    "sha256": WORD,
}
LAST_UPLOAD = {
    "upload": WHOLE,
    "uploaded_at": MOMENT,
    "activity": WORD,
    "title_lv": WORD,
    "title_en": WORD,
    "is_trial": FLAG,
    "attendances": WHOLE,
    "persons": WHOLE,
    "municipalities": WHOLE,
}
SHORT_HASH = 12


def uploads(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """The uploads of the round or the activity, the latest first. Columns: UPLOADS.

    ``attendances`` that count and, among them, ``persons_new`` are what the upload still has in
    the data, ``not_recorded`` its rows that had waited and were left out, or deleted on their day
    before anybody decided; missing where it was undone. ``sha256`` is cut to its first twelve
    letters. Where the right to read records reaches some places alone, these are uploads into
    activities there, and their rows from there.
    """
    require(reader, Right.READ_RECORDS)
    upload, activity, kept = schema.upload, schema.activity, _kept(reader)
    stands = upload.c.status == UploadStatus.RECORDED
    statement = (
        select(
            upload.c.id.label("upload"),
            upload.c.uploaded_at,
            activity.c.code.label("activity"),
            activity.c.title_lv,
            activity.c.title_en,
            schema.round.c.code.label("round"),
            upload.c.status,
            upload.c.is_trial,
            *(
                case((stands, func.coalesce(kept.c[name], 0)), else_=null()).label(name)
                for name in ("attendances", "persons_new")
            ),
            case((stands, _not_recorded()), else_=null()).label("not_recorded"),
            upload.c.undone_at,
            upload.c.undone_reason,
            upload.c.file_kind,
            upload.c.size_bytes,
            func.substr(upload.c.sha256, 1, SHORT_HASH).label("sha256"),
        )
        .join_from(upload, activity)
        .join(schema.round)
        .join(kept, kept.c.upload_id == upload.c.id, isouter=True)
        .where(of_round(filters), of_activity(filters), reached.activities(reader))
        .order_by(upload.c.uploaded_at.desc(), upload.c.id.desc())
    )
    return ask(connection, statement, UPLOADS)


def last_upload(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """The latest upload of the round that stands, and what it added. Columns: LAST_UPLOAD.

    Attendances, persons and municipalities that the round would not have without it. No row
    where nothing was uploaded.
    """
    require(reader, Right.READ_FIGURES)
    upload, activity = schema.upload, schema.activity
    latest = (
        select(upload.c.id)
        .join_from(upload, activity)
        .join(schema.round)
        .where(of_round(filters), upload.c.status == UploadStatus.RECORDED)
        .order_by(upload.c.recorded_at.desc(), upload.c.id.desc())
        .limit(1)
    )
    number = connection.scalars(latest).first()
    statement = (
        select(
            upload.c.id.label("upload"),
            upload.c.uploaded_at,
            activity.c.code.label("activity"),
            activity.c.title_lv,
            activity.c.title_en,
            upload.c.is_trial,
            *_added(filters, number),
        )
        .join_from(upload, activity)
        .where(upload.c.id == number)
    )
    return ask(connection, statement, LAST_UPLOAD)


def _not_recorded() -> ScalarSelect[int]:
    row = schema.upload_row
    rejected = (row.c.outcome == RowOutcome.REJECTED) & (row.c.row_number > 0)
    number = select(func.count()).where(row.c.upload_id == schema.upload.c.id, rejected)
    return number.scalar_subquery()


def _kept(reader: Reader) -> Subquery:
    """What each upload has in the data: attendances that count, persons it was first to bring.

    Rows of other uploads that list the same attendance do not speak for it. Persons joined to one
    count once, for the upload that brought the kept one.
    """
    attendance, row, person = schema.attendance, schema.upload_row, schema.person
    own = (row.c.attendance_id == attendance.c.id) & (row.c.upload_id == attendance.c.upload_id)
    is_new = (row.c.outcome == RowOutcome.ACCEPTED) & person.c.merged_into_id.is_(None)
    counted = (
        select(
            credited().label("upload_id"),
            func.coalesce(person.c.merged_into_id, person.c.id).label("who"),
            case((is_new, person.c.id)).label("brought"),
        )
        .join_from(attendance, schema.activity)
        .join(person, attendance.c.person_id == person.c.id)
        .join(row, own, isouter=True)
        .where(attendance.c.status == AttendanceStatus.ATTENDED, reached.attendances(reader))
        .subquery("counted")
    )
    return (
        select(
            counted.c.upload_id,
            func.count(distinct(counted.c.who)).label("attendances"),
            func.count(distinct(counted.c.brought)).label("persons_new"),
        )
        .group_by(counted.c.upload_id)
        .subquery("kept")
    )


def _added(filters: Filters, upload: int | None) -> list[Any]:
    """Three numbers: what of the round rests on rows of this upload alone."""
    whole_round = replace(filters, start=None, end=None, activity=None)
    rows = recorded_rows(whole_round).where(
        schema.attendance.c.status == AttendanceStatus.ATTENDED
    ).add_columns(credited().label("upload_id")).subquery("rows")  # fmt: skip
    elsewhere = func.max(case((rows.c.upload_id == upload, 0), else_=1))

    def resting(*key: Any) -> Select[tuple[Any, ...]]:
        return select(*key).group_by(*key).having(elsewhere == 0)

    municipality = rows.c.municipality_id
    found = {
        "attendances": resting(rows.c.activity_id, rows.c.who),
        "persons": resting(rows.c.who),
        "municipalities": resting(municipality).where(rows.c.place_kind == PlaceKind.MUNICIPALITY),
    }
    return [
        select(func.count()).select_from(statement.subquery()).scalar_subquery().label(name)
        for name, statement in found.items()
    ]
