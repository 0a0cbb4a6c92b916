"""One record of every kind in a town, or in none, each attended by people of several towns."""

import datetime as dt
from collections.abc import Iterable, Mapping, Set
from typing import Any

from sqlalchemy import Connection, Table, func, select

from data_access import schema
from tests.data_access.people import (
    NUMBERS,
    a_case,
    a_contact,
    a_family,
    a_need,
    a_person,
    a_post,
    add,
    an_activity,
    at,
    attends,
    support,
)

DAY = dt.date(2020, 2, 3)
MOMENT = dt.datetime(2020, 8, 1, tzinfo=dt.UTC)
LATER = dt.datetime(2030, 1, 1, tzinfo=dt.UTC)
Rows = Mapping[str, list[Mapping[str, Any]]]


def plant(
    connection: Connection, round_id: int, town: int | None, visitors: Set[int], **named: Any
) -> int:
    """Records of a town, and of those who came there from others; the activity's number."""
    activity = an_activity(connection, round_id, DAY, **named, **at(town))
    told(connection, "activity", activity)
    _parts(connection, activity, visitors)
    for visitor in {town, None, *visitors}:
        _came(connection, activity, visitor)
    _mediation(connection, round_id, town)
    return activity


def told(connection: Connection, table: str, number: int) -> None:
    """A line of the history about a row."""
    line = {"column_name": "revision", "changed_at": LATER, "changed_by": "account:1"}
    add(connection, schema.change, subject_table=table, subject_id=number, **line)


def _parts(connection: Connection, activity: int, towns: Iterable[int]) -> None:
    add(connection, schema.activity_day, activity_id=activity, day=DAY)
    document = _first(connection, schema.document)
    add(connection, schema.activity_document, activity_id=activity, document_id=document)
    part = {"institution_id": _first(connection, schema.institution), "part": "organiser"}
    add(connection, schema.activity_institution, activity_id=activity, **part)
    for position, town in enumerate((None, *towns), 1):
        place = {"activity_id": activity, "position": position}
        add(connection, schema.activity_further_place, **place, **at(town))
    _figure(connection, "headcount", scope="activity", activity_id=activity)


def _figure(connection: Connection, figure: str, **of: Any) -> None:
    number = add(connection, schema.reported_figure, figure=figure, value=97, **of)
    told(connection, "reported_figure", number)


def _first(connection: Connection, table: Table) -> int:
    """A row that every reader may know: what is planted adds nothing to such tables."""
    return int(connection.execute(select(func.min(table.c.id))).scalar_one())


def _came(connection: Connection, activity: int, town: int | None) -> None:
    """Two from a town: one added by hand, and one by a file, each with a day and a history."""
    upload = _upload(connection, activity)
    from_file: dict[str, Any] = {"origin": "upload", "upload_id": upload}
    for number, origin in enumerate(({}, from_file), 1):
        person = a_person(connection)
        came = attends(connection, person, activity, "roma", municipality=town, **origin)
        add(connection, schema.attendance_day, attendance_id=came, day=DAY)
        row = {"upload_id": upload, "row_number": number, "outcome": "accepted"}
        add(connection, schema.upload_row, attendance_id=came, **row)
        told(connection, "attendance", came)
    waiting = {"upload_id": upload, "row_number": 3, "outcome": "waiting"}
    add(connection, schema.upload_row, cells_sealed=b"sealed", **waiting)


def _upload(connection: Connection, activity: int) -> int:
    file = {"sha256": f"{next(NUMBERS):064x}", "file_kind": "csv", "size_bytes": 1}
    when = {"uploaded_at": MOMENT, "recorded_at": MOMENT, "status": "recorded"}
    number = add(connection, schema.upload, activity_id=activity, **file, **when)
    told(connection, "upload", number)
    return number


def _mediation(connection: Connection, round_id: int, town: int | None) -> None:
    named = {"code": f"mediator-{next(NUMBERS)}", "person_id": a_person(connection)}
    mediator = add(connection, schema.mediator, **named)
    post = a_post(connection, round_id, DAY, mediator=mediator, **at(town))
    told(connection, "mediator_post", post)
    case = a_case(connection, a_family(connection), post, DAY)
    told(connection, "mediation_case", case)
    a_need(connection, case, "housing")
    told(connection, "contact", a_contact(connection, post, DAY, mediation_case_id=case))
    _month_of(connection, round_id, post, mediator)
    family = a_family(connection)
    told(connection, "family", family)
    told(connection, "family_support", support(connection, family, round_id, DAY))
    _figure(connection, "mediator_families", scope="post", mediator_post_id=post)


def _month_of(connection: Connection, round_id: int, post: int, mediator: int) -> None:
    """A gap, a training and a month's report of a post, with what only the importer reads."""
    add(connection, schema.post_gap, mediator_post_id=post, starts_on=DAY, ends_on=DAY)
    add(connection, schema.mediator_training, mediator_id=mediator, round_id=round_id)
    report = add(
        connection, schema.monthly_report, mediator_post_id=post, month=DAY, received_at=MOMENT
    )
    add(connection, schema.monthly_report_content, monthly_report_id=report, sheets_sealed=b"x")


def everything(connection: Connection) -> Rows:
    """Every row of every table with a number of its own."""
    return {
        table.name: [dict(row) for row in connection.execute(select(table)).mappings()]
        for table in schema.metadata.sorted_tables
        if "id" in table.c
    }
