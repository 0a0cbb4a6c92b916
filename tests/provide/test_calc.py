"""Workbooks come out of a real LibreOffice as somebody would have filled them in."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from xlsxwriter import Workbook  # type: ignore[import-untyped]

from data_access.files.grid import Opened
from data_access.files.opening import open_file
from tests.provide.calc import Calc, CalcFailed, calc

STEPS = [
    ("day", "Sheet", "A2", "2019-09-03"),
    ("text", "Sheet", "B2", "~10"),
    ("number", "Sheet", "C2", 4),
    ("number", "Sheet", "C3", 5),
    ("formula", "Sheet", "C4", "=SUM(C2:C3)"),
    ("merge", "Sheet", "A2:A3"),
]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Calc]:
    with calc(tmp_path_factory.mktemp("profile")) as running:
        yield running


def a_workbook() -> bytes:
    content = io.BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        book.add_worksheet("Sheet").write_row(0, 0, ["day", "word", "number"])
    return content.getvalue()


@pytest.mark.parametrize("kind", ["xlsx", "ods", "xls"])
def test_what_was_typed_is_in_the_file(office: Calc, tmp_path: Path, kind: str) -> None:
    opened = open_file(office.edit(a_workbook(), STEPS, tmp_path, kind))
    assert isinstance(opened, Opened)
    assert opened.kind == kind
    (sheet,) = opened.sheets
    assert sheet.merged == ((1, 0, 2, 0),)
    assert [row[1:3] for row in sheet.rows[1:4]] == [["~10", "4"], ["", "5"], ["", "9"]]
    assert sheet.rows[1][0].startswith("2019-09-03")


def test_what_cannot_be_done_is_said(office: Calc, tmp_path: Path) -> None:
    with pytest.raises(CalcFailed, match="NoSuchElement"):
        office.edit(a_workbook(), [("text", "No such sheet", "A1", "x")], tmp_path, "xlsx")
    assert office.edit(a_workbook(), [], tmp_path, "xlsx")
