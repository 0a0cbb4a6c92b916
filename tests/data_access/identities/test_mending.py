"""Workbooks of rows to be mended: for whoever stated a reason for that file, and no other."""

import io

import pytest
from python_calamine import CalamineWorkbook

from data_access import attendance
from data_access.access import AccessRefused, Reader
from data_access.attendance.mending import MADE_UP, TITLES, Told
from data_access.engine import reading, writing
from data_access.identities import (
    Disclosure,
    Occasion,
    error_workbook,
    open_names,
    waiting_workbook,
)
from tests.data_access.attendance.lists import a_csv, came
from tests.data_access.identities.scene import LIST, MEETING, REASON, Scene, coordinator
from tests.data_access.people import an_institution
from tests.data_access.readers import READER

FILE = Occasion.of_file(MEETING, LIST)
TOLD = {2: [Told("Nav skaidrs.", "Izlabojiet.")]}
WAITS = a_csv(came("Dace Skuja", "dace@example.org"), came("Elza Kalve", "nav"))


def made(scene: Scene, reader: Reader, disclosure: Disclosure, content: bytes = LIST) -> bytes:
    sheet = attendance.read(content, "saraksts.csv")
    with reading(scene.engine) as connection:
        return error_workbook(
            connection, reader, disclosure, content, sheet, told=TOLD, language="lv"
        )


def rows(content: bytes) -> list[list[str]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return [[str(cell) for cell in row] for row in book.get_sheet_by_index(0).to_python()]


def test_under_a_reason_for_the_file_its_rows_come_back(scene: Scene, reader: Reader) -> None:
    content = made(scene, reader, open_names(scene.engine, reader, FILE, REASON))
    assert [row[0] for row in rows(content)[1:]] == ["Anna Ozola"]
    assert CalamineWorkbook.from_filelike(io.BytesIO(content)).sheet_names == [TITLES["lv"]]


def test_a_reason_for_anything_else_opens_no_row(scene: Scene, reader: Reader) -> None:
    for occasion in (Occasion(MEETING), Occasion.of_file(MEETING, LIST + b"\n")):
        disclosure = open_names(scene.engine, reader, occasion, REASON)
        with pytest.raises(AccessRefused):
            made(scene, reader, disclosure)
    with pytest.raises(AccessRefused):
        made(scene, reader, Disclosure(1, reader.who, FILE))
    another = open_names(scene.engine, coordinator(), FILE, REASON)
    with pytest.raises(AccessRefused):
        made(scene, reader, another)


def test_whoever_may_not_see_names_makes_none(scene: Scene, reader: Reader) -> None:
    disclosure = open_names(scene.engine, reader, FILE, REASON)
    with pytest.raises(AccessRefused):
        made(scene, READER, disclosure)


def test_rows_that_wait_come_back_with_the_reason_for_their_upload(
    own_scene: Scene, reader: Reader
) -> None:
    with writing(own_scene.engine) as connection:
        done = attendance.record(
            connection,
            reader,
            WAITS,
            "saraksts.csv",
            MEETING,
            keep_waiting=True,
            confirmed_difference=True,
        )
    engine = own_scene.engine
    disclosure = open_names(engine, reader, Occasion.of_file(MEETING, WAITS), REASON)
    other = open_names(engine, reader, FILE, REASON)
    with reading(engine) as connection:
        content = waiting_workbook(
            connection, reader, disclosure, done.upload, told={3: TOLD[2]}, language="lv"
        )
        with pytest.raises(AccessRefused):
            waiting_workbook(
                connection, reader, other, done.upload, told={3: TOLD[2]}, language="lv"
            )
    _, *found = rows(content)
    assert [row[:2] for row in found] == [["Elza Kalve", "nav"]]
    again = attendance.read(content, "labots.xlsx")
    assert [row.cells["name"] for row in again.rows] == ["Elza Kalve"]


def test_among_made_up_rows_the_workbook_says_so(own_scene: Scene, reader: Reader) -> None:
    with writing(own_scene.engine) as connection:
        an_institution(connection, "made-up", origin="sample")
    content = made(own_scene, reader, open_names(own_scene.engine, reader, FILE, REASON))
    assert CalamineWorkbook.from_filelike(io.BytesIO(content)).sheet_names == [MADE_UP["lv"]]
