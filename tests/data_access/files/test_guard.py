"""What is found in a workbook before it is opened."""

import dataclasses
import io
import re
import zipfile

import pytest

from data_access.files import biff, guard, kinds, opendocument, spreadsheetml
from data_access.files.archive import Broken
from data_access.files.guard import Checked
from data_access.files.kinds import Told
from data_access.files.limits import LIMITS, Limits
from data_access.files.problems import FileProblem
from tests.hostile import ods, xls, xlsx
from tests.hostile.xlsx import cell, sheet

FORMATTED = '<row r="1048576"><c r="A1048576" s="1"/><c r="XFD1048576" s="1" /></row>'
SMALL = dataclasses.replace(LIMITS, rows=25, columns=30, cells=100)


def checked(content: bytes, limits: Limits = LIMITS) -> Checked:
    told = kinds.told(content, limits)
    assert isinstance(told, Told)
    return guard.checked(told.kind, content, told.archive, limits)


def problem(content: bytes, limits: Limits = LIMITS) -> FileProblem:
    with pytest.raises(Broken) as broken:
        checked(content, limits)
    return broken.value.refused.problem


@pytest.mark.parametrize(
    ("number", "most"), [("25", 25), ("99", 99), ("100", 100), ("9", 9), ("2500", 2_500)]
)
def test_a_pattern_for_greater_numbers_knows_each_of_them(number: str, most: int) -> None:
    pattern = re.compile(spreadsheetml.above(number, "0", "9"))
    assert [n for n in range(1, 3_000) if pattern.fullmatch(str(n))] == [*range(most + 1, 3_000)]


def test_a_pattern_for_columns_further_right_knows_each_of_them() -> None:
    last = spreadsheetml.letters(499)
    pattern = re.compile(spreadsheetml.above(last, "A", "Z"))
    names = map(spreadsheetml.letters, range(1_500))
    assert [n for n, name in enumerate(names) if pattern.fullmatch(name)] == [*range(500, 1_500)]
    assert [spreadsheetml.column_of(name) for name in (b"A", b"Z", b"AA", b"SF")] == [
        0,
        25,
        26,
        499,
    ]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (cell("A26", "x"), FileProblem.TOO_MANY_ROWS),
        (cell("AE1", "x"), FileProblem.TOO_MANY_COLUMNS),
        (cell("A1", "x") * 101, FileProblem.TOO_MANY_CELLS),
        ('<c r="A26" t="n" ><v>1</v></c>', FileProblem.TOO_MANY_ROWS),
    ],
)
def test_a_cell_beyond_the_last_row_or_column_is_found(data: str, expected: FileProblem) -> None:
    assert problem(xlsx.workbook(sheet(f'<row r="1">{data}</row>')), SMALL) is expected


def test_the_last_cell_there_may_be_is_within() -> None:
    data = f'<row r="25">{cell("AD25", "x")}</row>'
    assert checked(xlsx.workbook(sheet(data)), SMALL).sheets


def test_cells_that_are_formatted_and_empty_are_not_far_cells() -> None:
    assert checked(xlsx.workbook(sheet(xlsx.rows() + FORMATTED))).sheets


@pytest.mark.parametrize("prefix", ["", "x:"])
@pytest.mark.parametrize("placed", [True, False])
def test_errors_and_formulas_nobody_worked_out_are_told_from_empty_cells(
    prefix: str, placed: bool
) -> None:
    inside = (
        'r="A1" t="e"><v>#N/A</v></c>',
        'r="B1"><f>1+1</f></c>',
        'r="C1"><f>1+1</f><v>2</v></c>',
        'r="D1" t="str"><f>""</f><v></v></c>',
        'r="E1"><f>1+1</f><v></v></c>',
        'r="F1"><f>1+1</f><v/></c>',
        'r="G1"><f t="shared" si="0"/></c>',
        'r="H1" s="1"/>',
    )
    row = "".join("<c" + (f" {part}" if placed else part[6:]) for part in inside)
    data = f'<row r="1">{row}</row>'
    xml = sheet(data)
    if prefix:
        xml = xml.replace("</", "</\0").replace("<", "<x:").replace("<x:/\0", "</x:")
        xml = xml.replace("<x:?xml", "<?xml").replace("xmlns=", "xmlns:x=")
    found = checked(xlsx.workbook(xml)).sheets[0]
    assert found.unreadable == {(0, 0), (0, 1), (0, 4), (0, 5), (0, 6)}


def test_what_is_handed_on_is_what_was_looked_at_and_no_more() -> None:
    content = xlsx.workbook(sheet(xlsx.rows()), xl__media__image1_dot_png=b"\x89PNG")
    found = checked(content)
    assert found.has_pictures
    assert b"image1.png" in content
    assert b"image1.png" not in found.content
    with zipfile.ZipFile(io.BytesIO(found.content)) as archive:
        assert any("Bērziņa".encode() in archive.read(name) for name in archive.namelist())


def test_the_epoch_of_1904_is_seen() -> None:
    inside = xlsx.parts(sheet(xlsx.rows()))
    book = str(inside["xl/workbook.xml"])
    old = book.replace("<sheets>", '<workbookPr date1904="1"/><sheets>')
    assert checked(xlsx.zipped({**inside, "xl/workbook.xml": old})).epoch_1904
    new = book.replace("<sheets>", '<workbookPr date1904="0"/><sheets>')
    assert not checked(xlsx.zipped({**inside, "xl/workbook.xml": new})).epoch_1904
    assert checked(xls.workbook(xls.cells(), xls.record(0x22, b"\1\0"))).epoch_1904


def test_an_open_document_tells_merged_cells_errors_and_truths() -> None:
    truth = '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>'
    failed = (
        '<table:table-cell table:formula="of:=NA()" office:value-type="string"'
        ' calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>'
    )
    uncached = '<table:table-cell table:formula="of:=1+1"/>'
    wide = ods.cell("x", ' table:number-columns-spanned="2" table:number-rows-spanned="3"')
    one = ods.row(wide + "<table:covered-table-cell/>" + truth)
    blank = ods.row("<table:table-cell/>", ' table:number-rows-repeated="4"')
    two = ods.row('<table:table-cell table:number-columns-repeated="2"/>' + failed + uncached)
    (found,) = opendocument.looked_at(ods.content(one + blank + two).encode(), LIMITS)
    assert found.merged == [(0, 0, 2, 1)]
    assert found.truths == {(0, 2): True}
    assert found.unreadable == {(5, 2), (5, 3)}
    assert (found.rows, found.columns) == (6, 4)


def test_repeated_cells_count_and_repeated_blanks_at_the_end_do_not() -> None:
    blanks = '<table:table-cell table:number-columns-repeated="16000"/>'
    data = ods.row(ods.cell("x", ' table:number-columns-repeated="3"') + blanks) * 2
    (found,) = opendocument.looked_at(ods.content(data).encode(), LIMITS)
    assert (found.rows, found.columns, found.cells) == (2, 3, 6)


def test_cells_in_repeated_rows_count_as_often_as_the_rows() -> None:
    def content(rows: int) -> bytes:
        ten = ods.cell("x", ' table:number-columns-repeated="10"')
        return ods.workbook(ods.content(ods.row(ten, f' table:number-rows-repeated="{rows}"')))

    assert checked(content(10), SMALL).sheets
    assert problem(content(11), SMALL) is FileProblem.TOO_MANY_CELLS


def test_old_records_tell_merged_cells_and_errors() -> None:
    merged = xls.record(0xE5, b"\1\0" + b"\0\0\2\0\1\0\3\0")
    failed = xls.record(0x06, b"\4\0\1\0\x0f\0" + b"\2\0\x2a\0\0\0\xff\xff" + bytes(8))
    worked = xls.record(0x06, b"\5\0\1\0\x0f\0" + b"\0\0\0\0\0\0\x08\x40" + bytes(8))
    truth = xls.record(0x205, b"\6\0\1\0\x0f\0\1\0")
    data = xls.cells() + merged + failed + worked + truth + xls.error(3, 0)
    book = biff.looked_through(xls.stream(data), LIMITS)
    assert book.sheets[0].merged == [(0, 1, 2, 3)]
    assert book.sheets[0].unreadable == {(4, 1), (3, 0)}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("xl/vbaProject.bin", FileProblem.MACROS),
        ("other/VBAPROJECT.BIN", FileProblem.MACROS),
        ("xl/macrosheets/sheet1.xml", FileProblem.MACROS),
        ("Basic/Standard/Module1.xml", FileProblem.MACROS),
        ("xl/externalLinks/externalLink1.xml", FileProblem.EXTERNAL_LINKS),
    ],
)
def test_what_would_run_or_lead_outside_is_seen_by_its_name(
    name: str, expected: FileProblem
) -> None:
    inside = {**xlsx.parts(sheet(xlsx.rows())), name: "<a/>"}
    told = kinds.told(xlsx.zipped(inside), LIMITS)
    assert isinstance(told, Told)
    with pytest.raises(Broken) as broken:
        guard.at_first(told.archive)
    assert broken.value.refused.problem is expected


def test_a_library_without_modules_and_an_address_to_click_are_harmless() -> None:
    library = {"Basic/Standard/script-lb.xml": "<a/>", "Basic/script-lc.xml": "<a/>"}
    assert checked(ods.workbook(ods.content(ods.rows()), more=library)).sheets
    link = xlsx.relations("https://paraugs.example/", "hyperlink")
    assert checked(
        xlsx.workbook(sheet(xlsx.rows()), xl__worksheets___rels__sheet1_dot_xml_dot_rels=link)
    ).sheets
