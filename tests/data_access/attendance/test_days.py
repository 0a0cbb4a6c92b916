"""Days on which people were there: kept with their attendance, and taken back with the list."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from unittest.mock import patch

import pytest
from sqlalchemy import Engine, select

from data_access import attendance, schema
from data_access.attendance.reading import Decisions, Sheet, SheetRow
from data_access.engine import reading
from tests.data_access.attendance.lists import OTHER, a_csv, came, record, undo
from tests.data_access.contents import changed, contents

TOLD_OF_IT = {"upload", "upload_row", "audit_event", "data_version"}
MON, TUE, WED = (dt.date(2020, 7, day) for day in (13, 14, 15))
ANNA, JANA = came("Anna Ozola", "anna@x.lv"), came("Jana Liepa", "jana@x.lv")
Days = dict[int, tuple[dt.date, ...]]


@pytest.fixture
def stated() -> Iterator[Days]:
    """The days that rows of the next list state, by the number of the row."""
    found: Days = {}

    def read(content: bytes, name: str, decisions: Decisions) -> Sheet:
        sheet = attendance.read(content, name, decisions)
        rows = tuple(
            SheetRow(row.number, row.cells, found.get(row.number, ()), row.source)
            for row in sheet.rows
        )
        return replace(sheet, rows=rows)

    with patch.dict(attendance.record.__globals__, {"read": read}):
        yield found


def days(engine: Engine) -> list[tuple[int, dt.date]]:
    table = schema.attendance_day
    with reading(engine) as connection:
        rows: Any = connection.execute(select(table).order_by(table.c.attendance_id, table.c.day))
        return [(row.attendance_id, row.day) for row in rows]


def said(stated: Days, rows: Days) -> None:
    stated.clear()
    stated.update(rows)


def test_the_days_of_a_persons_rows_are_together(venue: Engine, stated: Days) -> None:
    said(stated, {2: (MON,), 3: (MON, WED), 4: (TUE,)})
    before = contents(venue)
    done = record(venue, a_csv(ANNA, came("ANNA OZOLA", "Anna@x.lv"), JANA))
    anna, jana = sorted({attendance for attendance, _ in days(venue)})
    assert days(venue) == [(anna, MON), (anna, WED), (jana, TUE)]
    undo(venue, done.upload)
    assert set(changed(before, contents(venue))) == TOLD_OF_IT


def test_days_come_to_somebody_who_is_there_and_go_again(venue: Engine, stated: Days) -> None:
    said(stated, {2: (MON,)})
    record(venue, a_csv(ANNA))
    before = contents(venue)
    said(stated, {2: (MON, TUE), 3: (TUE,)})
    done = record(venue, a_csv(ANNA, JANA))
    assert [day for _, day in days(venue)] == [MON, TUE, TUE]
    undo(venue, done.upload)
    assert set(changed(before, contents(venue))) == TOLD_OF_IT


def test_a_day_that_another_list_states_as_well_stays(venue: Engine, stated: Days) -> None:
    start = contents(venue)
    uploads = []
    for content, known in ((a_csv(ANNA), (MON,)), (a_csv(ANNA, JANA), (TUE,))):
        said(stated, {2: known})
        uploads.append(record(venue, content).upload)
    said(stated, {2: (TUE, WED)})
    uploads.append(record(venue, a_csv(ANNA, came("Zane Egle", "z@x.lv"))).upload)
    first, second, third = uploads
    undo(venue, second)
    assert [day for _, day in days(venue)] == [MON, TUE, WED]
    undo(venue, third)
    assert [day for _, day in days(venue)] == [MON]
    undo(venue, first)
    assert set(changed(start, contents(venue))) == TOLD_OF_IT


def test_elsewhere_the_days_are_those_of_that_activity(venue: Engine, stated: Days) -> None:
    said(stated, {2: (MON,)})
    record(venue, a_csv(ANNA))
    said(stated, {2: (WED,)})
    record(venue, a_csv(ANNA, JANA), OTHER)
    assert [day for _, day in days(venue)] == [MON, WED]
