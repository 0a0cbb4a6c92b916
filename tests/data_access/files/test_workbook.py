"""Every cell of a workbook as text, whichever program wrote it."""

import datetime as dt
import io
from collections.abc import Callable
from decimal import Decimal

import pytest
import xlsxwriter  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from data_access.files import guard, kinds, workbook
from data_access.files.archive import Broken
from data_access.files.grid import Grid
from data_access.files.kinds import Told
from data_access.files.limits import LIMITS
from data_access.files.problems import FileProblem
from tests.hostile import ods, xls, xlsx
from tests.hostile.xlsx import cell, sheet

DAY = dt.date(2020, 7, 22)
ALMOST_TEN = dt.datetime.combine(DAY, dt.time(9, 59, 59, 999_000))
Fill = Callable[[xlsxwriter.Workbook], None]


def opened(content: bytes) -> list[Grid]:
    told = kinds.told(content, LIMITS)
    assert isinstance(told, Told)
    return list(workbook.grids_of(guard.checked(told.kind, content, told.archive, LIMITS), LIMITS))


def written(fill: Fill) -> list[Grid]:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        fill(book)
    return opened(out.getvalue())


def one(value: object, look: str = "General") -> str:
    """A cell written by xlsxwriter, beside a decoy."""

    def fill(book: xlsxwriter.Workbook) -> None:
        page = book.add_worksheet()
        page.write(0, 0, value, book.add_format({"num_format": look}))
        page.write(0, 1, "decoy")

    row = written(fill)[0].rows[0]
    assert row[1] == "decoy"
    return row[0]


@pytest.mark.parametrize(
    ("value", "look", "expected"),
    [
        (12, "General", "12"),
        (37_129_123_456, "General", "37129123456"),
        (-3, "General", "-3"),
        (0, "General", "0"),
        (0.1, "General", "0.1"),
        (1e-7, "General", "0.0000001"),
        (1e22, "General", "1" + "0" * 22),
        (44_034, "General", "44034"),
        (44_034.5, "General", "44034.5"),
        (True, "General", "TRUE"),
        (False, "General", "FALSE"),
        ("0037129", "General", "0037129"),
        ("Null", "General", "Null"),
        ("NA", "General", "NA"),
        ("P1", "General", "P1"),
        ("  Līga\u00a0Bērziņa\u200b\n", "General", "Līga Bērziņa"),
        ("Līga\nJānis", "General", "Līga\nJānis"),
        ("V\x01ārds", "General", "Vārds"),
        (DAY, "dd.mm.yyyy", "2020-07-22"),
        (dt.datetime.combine(DAY, dt.time(10)), "dd.mm.yyyy hh:mm", "2020-07-22T10:00:00"),
        (ALMOST_TEN, "dd.mm.yyyy hh:mm:ss", "2020-07-22T10:00:00"),
        (dt.time(10), "hh:mm", "10:00:00"),
        (dt.time(10, 20, 30), "hh:mm:ss", "10:20:30"),
        (1.5, "[h]:mm", "36:00:00"),
        (0.0625, "[h]:mm:ss", "1:30:00"),
    ],
)  # fmt: skip
def test_a_cell_is_what_its_reader_would_write_down(
    value: object, look: str, expected: str
) -> None:
    assert one(value, look) == expected


@given(st.integers(-(10**14), 10**14))
def test_whole_numbers_keep_their_digits_and_have_no_point(number: int) -> None:
    assert workbook.TEXT_OF[float](float(number)) == str(number)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_no_number_has_an_exponent_and_none_is_another_one(number: float) -> None:
    text = workbook.TEXT_OF[float](number)
    assert "e" not in text.lower()
    assert float(Decimal(text)) == number


def test_rows_and_columns_count_from_the_first_one_of_the_sheet() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        book.add_worksheet().write(3, 2, "x")

    assert written(fill)[0].rows == [[], [], [], ["", "", "x"]]


def test_hidden_sheets_are_marked_and_charts_are_none() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        pages = [book.add_worksheet(name) for name in ("A", "B", "C")]
        for page in pages:
            page.write(0, 0, page.get_name())
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=A!$A$1:$A$2"})
        book.add_chartsheet("D").set_chart(chart)
        pages[1].hide()
        pages[2].very_hidden()

    grids = written(fill)
    assert [(grid.name, grid.is_hidden) for grid in grids] == [
        ("A", False),
        ("B", True),
        ("C", True),
    ]
    assert [grid.rows for grid in grids] == [[["A"]], [["B"]], [["C"]]]


def test_merged_cells_and_errors_are_told_of_the_sheet_they_are_on() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        book.add_worksheet("Cita").write(0, 0, "x")
        page = book.add_worksheet("Saraksts")
        page.merge_range("A1:C2", "Nosaukums")
        page.write_formula("B4", "=NA()", None, "#N/A")
        page.write_formula("C4", "=1+1", None, 2)

    other, grid = written(fill)
    assert (other.merged, other.unreadable) == ((), frozenset())
    assert grid.merged == ((0, 0, 1, 2),)
    assert grid.unreadable == {(3, 1)}
    assert grid.rows[3] == ["", "", "2"]


def test_numbers_that_are_dates_say_from_when_they_count() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        page = book.add_worksheet()
        page.write(0, 0, 44_034)
        page.write_datetime(0, 1, DAY, book.add_format({"num_format": "dd.mm.yyyy"}))

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "date_1904": True}) as book:
        fill(book)
    (grid,) = opened(out.getvalue())
    assert grid.epoch_1904
    assert grid.rows == [["44034", "2020-07-22"]]
    assert not written(fill)[0].epoch_1904


def test_truths_dates_and_lengths_of_time_of_libreoffice() -> None:
    cells = (
        '<table:table-cell office:value-type="boolean" office:boolean-value="false"/>'
        '<table:table-cell office:value-type="date" office:date-value="2020-07-22"/>'
        '<table:table-cell office:value-type="date" office:date-value="2020-07-22T10:30:00"/>'
        '<table:table-cell office:value-type="time" office:time-value="PT26H30M00S"/>'
        '<table:table-cell office:value-type="float" office:value="37129123456"/>'
        '<table:table-cell office:value-type="string" table:number-columns-repeated="2">'
        "<text:p>x</text:p></table:table-cell>"
    )
    (grid,) = opened(ods.workbook(ods.content(ods.row(cells))))
    assert grid.rows == [
        ["FALSE", "2020-07-22", "2020-07-22T10:30:00", "26:30:00", "37129123456", "x", "x"]
    ]


def test_numbers_of_old_workbooks_have_no_point() -> None:
    (grid,) = opened(xls.workbook(xls.cells() + xls.number(4, 0, 12) + xls.number(4, 1, 0.5)))
    assert grid.rows[4] == ["12", "0.5"]
    assert grid.rows[3] == []


def test_rows_that_do_not_say_where_they_are_follow_each_other() -> None:
    data = "<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>"
    assert opened(xlsx.workbook(sheet(data)))[0].rows == [["1", "2"], [], ["3"]]


def test_a_workbook_of_nothing_is_empty_and_one_of_a_scan_is_a_picture() -> None:
    with pytest.raises(Broken) as empty:
        opened(xlsx.workbook(sheet(f'<row r="1">{cell("A1", "  ")}</row>')))
    assert empty.value.refused.problem is FileProblem.EMPTY
    with pytest.raises(Broken) as picture:
        opened(xlsx.workbook(sheet(""), xl__media__image1_dot_png=b"\x89PNG"))
    assert picture.value.refused.problem is FileProblem.ONLY_PICTURES
