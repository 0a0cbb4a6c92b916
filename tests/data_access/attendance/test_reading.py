"""Bytes in: rows under the template's columns, or a problem for each thing that is wrong."""

import io
import struct
import tracemalloc
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.attendance import FileKind, Problem, ProblemCode, read
from data_access.attendance.columns import HEADINGS
from data_access.attendance.problems import NOTES
from data_access.attendance.reading import MAX_BYTES
from data_access.attendance.workbook import MAX_COLUMNS, MAX_ROWS
from tests.data_access.attendance.lists import a_csv, a_workbook, came

LATVIAN = [said.lv for said in HEADINGS.values()]
ENGLISH = [said.en for said in HEADINGS.values()]
PLAIN = ["Full name", "Attended"]
MUCH_TEXT = [PLAIN, *(["A" * 1000] * MAX_COLUMNS for _ in range(1_500))]
TOO_MANY = [PLAIN, *([f"Person {n}", "Yes"] for n in range(MAX_ROWS))]


def stray_cell() -> bytes:
    """A small workbook whose one cell in the last corner makes a reader ask for all memory."""
    small = a_workbook([PLAIN, ["Anna Ozola", "Yes"]])
    old = zipfile.ZipFile(io.BytesIO(small))
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                cell = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
                part = part.replace(b"</sheetData>", cell)
            new.writestr(name, part)
    return content.getvalue()


def bomb(*, declared: int | None = None) -> bytes:
    """A workbook of few bytes that unpacks to very many, and may say that they are few."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as book:
        small = zipfile.ZipFile(io.BytesIO(a_workbook([PLAIN])))
        for name in small.namelist():
            if name != "xl/worksheets/sheet1.xml":
                book.writestr(name, small.read(name))
        row = b'<row><c t="inlineStr"><is><t>' + b"A" * 1000 + b"</t></is></c></row>"
        book.writestr("xl/worksheets/sheet1.xml", b"<worksheet><sheetData>" + row * 300_000)
    packed = content.getvalue()
    if declared is None:
        return packed
    return packed.replace(struct.pack("<I", 22 + len(row) * 300_000), struct.pack("<I", declared))


def without_workbook() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("content.xml", "<office/>")
    return content.getvalue()


REFUSED = {
    "nothing": (b"", ProblemCode.FILE_EMPTY),
    "blanks": (b" \r\n ", ProblemCode.FILE_EMPTY),
    "a mark and no text": (b"\xef\xbb\xbf", ProblemCode.FILE_EMPTY),
    "blanks of another kind": ("\u00a0\n".encode(), ProblemCode.FILE_EMPTY),
    "too many bytes": (b"a" * (MAX_BYTES + 1), ProblemCode.FILE_TOO_LARGE),
    "an old or locked workbook": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99,
        ProblemCode.OLD_OR_LOCKED,
    ),
    "another archive": (without_workbook(), ProblemCode.OTHER_FORMAT),
    "half a workbook": (a_workbook([PLAIN])[:2000], ProblemCode.NOT_READABLE),
    "Windows-1257": ("Vārds, uzvārds".encode("cp1257"), ProblemCode.OTHER_ENCODING),
    "UTF-16": ("Full name".encode("utf-16"), ProblemCode.OTHER_ENCODING),
    "UTF-16 without a mark": ("Full name".encode("utf-16-le"), ProblemCode.OTHER_ENCODING),
    "an open quotation mark": (b'Full name\n"Anna\nJanis\n', ProblemCode.QUOTES),
    "a stray cell": (stray_cell(), ProblemCode.SHEET_TOO_LARGE),
    "a bomb": (bomb(), ProblemCode.SHEET_TOO_LARGE),
    "a bomb that says it is small": (bomb(declared=1000), ProblemCode.NOT_READABLE),
    "too many rows of a workbook": (a_workbook(TOO_MANY), ProblemCode.SHEET_TOO_LARGE),
    "too many rows of text": (b"Full name\n" + b"A\n" * MAX_ROWS, ProblemCode.SHEET_TOO_LARGE),
    "two sheets with headings": (a_workbook([PLAIN], [PLAIN]), ProblemCode.SEVERAL_SHEETS),
    "headings alone": (a_workbook([PLAIN]), ProblemCode.NO_ROWS),
    "headings of text alone": (a_csv(), ProblemCode.NO_ROWS),
    "no heading of the name": (b"Attended\nYes\n", ProblemCode.HEADING_MISSING),
    "an empty workbook": (a_workbook([]), ProblemCode.HEADING_MISSING),
    "no headings at all": ("Anna Ozola;Jā\n".encode(), ProblemCode.HEADING_MISSING),
    "an unknown heading": (b"Full name;Shoe size\nAnna;38\n", ProblemCode.HEADING_UNKNOWN),
    "one heading twice": (b"Full name;Full name\nAnna;Ozola\n", ProblemCode.HEADING_TWICE),
    "one heading in two languages": (
        "Full name;Vārds, uzvārds\nAnna;Ozola\n".encode(),
        ProblemCode.HEADING_TWICE,
    ),
    "a cell beside the headings": (b"Full name\nAnna;Yes\n", ProblemCode.CELL_WITHOUT_HEADING),
    "a text without end": (b"Full name\n" + b"A" * 151, ProblemCode.TEXT_TOO_LONG),
    "a text that fills the file": (b"Full name\n" + b"A" * 200_000, ProblemCode.TEXT_TOO_LONG),
    "a quotation mark open for long": (
        b'Full name\n"Anna' + b"\nJanis" * 30_000,
        ProblemCode.QUOTES,
    ),
    "too many cells of text": (
        b"Full name" + b";" * MAX_COLUMNS + b"\nAnna",
        ProblemCode.SHEET_TOO_LARGE,
    ),
    "much text in a small workbook": (a_workbook(MUCH_TEXT), ProblemCode.SHEET_TOO_LARGE),
    "rows of nothing that anybody sees": (
        "Full name;Gender\n\u200b;\u00ad\n".encode(),
        ProblemCode.NO_ROWS,
    ),
}
SEEN_BY_THE_CHECK = {
    ProblemCode.NAME_MISSING,
    ProblemCode.CONTACT_UNUSABLE,
    ProblemCode.ROW_SHIFTED,
    ProblemCode.WORD_UNKNOWN,
    ProblemCode.INSTITUTION_UNKNOWN,
    ProblemCode.INSTITUTION_SHARED,
    ProblemCode.PLACE_UNKNOWN,
    ProblemCode.ROWS_ALIKE,
    ProblemCode.SEVERAL_PERSONS,
    ProblemCode.NAMESAKE_HERE,
    ProblemCode.NOTHING_NEW,
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_wrong_with_a_file_has_a_code(case: str) -> None:
    content, code = REFUSED[case]
    sheet = read(content, "list")
    assert [problem.code for problem in sheet.problems] == [code]
    assert code.blocks


def test_every_code_of_a_file_has_a_case() -> None:
    assert {code for _, code in REFUSED.values()} == set(ProblemCode) - SEEN_BY_THE_CHECK - NOTES


def test_what_calls_itself_a_workbook_and_is_none_is_not_read_as_text() -> None:
    content = a_csv(came("Anna Ozola"))
    assert read(content, "list.XLSX").problems == (Problem(ProblemCode.NOT_READABLE),)
    assert not read(content, "list.csv").problems


def test_after_a_crafted_workbook_the_next_one_is_read() -> None:
    assert read(stray_cell(), "list.xlsx").problems
    assert len(read(a_workbook([PLAIN, ["Anna Ozola", "Yes"]]), "list.xlsx").rows) == 1


@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_no_bytes_are_too_strange_for_an_answer(content: bytes) -> None:
    for start in (b"", b"Full name;Gender\n", b"PK\x03\x04"):
        sheet = read(start + content, "list.csv")
        assert sheet.rows or sheet.problems


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("headings", [LATVIAN, ENGLISH])
def test_text_is_read_whatever_divides_it_and_in_either_language(
    delimiter: str, mark: bytes, headings: list[str]
) -> None:
    content = a_csv(came("Ozola; Anna, A."), delimiter=delimiter, headings=headings)
    sheet = read(mark + content, "list.csv")
    assert sheet.kind is FileKind.CSV
    assert not sheet.problems
    assert [(row.number, row.cells["name"]) for row in sheet.rows] == [(2, "Ozola; Anna, A.")]


def test_headings_are_known_in_any_order_without_case_and_accents() -> None:
    sheet = read("PIEDALIJAS;dzimums;vards,  uzvards\nJā;Vīrietis;Jānis\n".encode(), "list.csv")
    assert not sheet.problems
    assert dict(sheet.rows[0].cells) == {"status": "Jā", "gender": "Vīrietis", "name": "Jānis"}


@pytest.mark.parametrize("name", ["Null", "NA", "None", "nan", "TRUE", "=1+1", "0037129"])
def test_text_stays_the_text_it_is(name: str) -> None:
    book = a_workbook([PLAIN])
    text = read(f"Full name;Attended\n{name};Yes\n".encode(), "list.csv")
    assert [row.cells["name"] for row in text.rows] == [name]
    if not name.startswith("="):
        book = a_workbook([PLAIN, [name, "Yes"]])
        assert [row.cells["name"] for row in read(book, "list.xlsx").rows] == [name]


def test_whole_numbers_of_a_workbook_lose_their_point() -> None:
    book = a_workbook([["Full name", "E-mail or telephone"], ["Anna", 26123456], ["Jana", 1.5]])
    assert [row.cells["contact"] for row in read(book, "x.xlsx").rows] == ["26123456", "1.5"]


def test_rows_keep_the_numbers_that_the_file_shows() -> None:
    content = b'\nFull name\n\n"Anna\nOzola"\n;\nJanis\n'
    assert [(r.number, r.cells["name"]) for r in read(content, "a.csv").rows] == [
        (4, "Anna Ozola"),
        (6, "Janis"),
    ]
    book = a_workbook([[], [], PLAIN, [], ["Anna", "Yes"], [" "], ["Janis", "Yes"]])
    assert [row.number for row in read(book, "a.xlsx").rows] == [5, 7]


def test_hidden_sheets_and_those_without_headings_are_not_read() -> None:
    book = a_workbook([["Notes"]], [PLAIN, ["Anna", "Yes"]], [PLAIN, ["Janis", "Yes"]], hidden=1)
    sheet = read(book, "a.xlsx")
    assert (sheet.kind, sheet.problems) == (FileKind.XLSX, ())
    assert [row.cells["name"] for row in sheet.rows] == ["Anna"]


def test_a_problem_says_where_and_never_repeats_a_name_or_a_contact() -> None:
    secret = "Kārkliņa" * 20
    text = f"Full name;E-mail or telephone;Gender\nAnna;{secret};{secret}\n{secret};;\n"
    problems = read(text.encode(), "a.csv").problems
    assert [(p.row, p.column, p.value) for p in problems] == [
        (2, "contact", None),
        (2, "gender", None),
        (3, "name", None),
    ]
    headless = read(b"Anna Ozola;anna@example.org\n", "a.csv")
    assert [problem.value for problem in headless.problems] == [None]


def test_a_heading_is_told_by_the_letter_of_its_column_as_it_may_be_a_name() -> None:
    beside = ["Full name", "Anna Ozola", "Gender", *[""] * 23, "anna@example.org", "Jana"]
    for content in (";".join(beside).encode(), a_workbook([beside])):
        assert [(p.code, p.row, p.value) for p in read(content, "list").problems] == [
            (ProblemCode.HEADING_UNKNOWN, 1, letter) for letter in ("B", "AA", "AB")
        ]


LARGE = {
    "lines of nothing": b"Full name\nAnna\n" + b"\n" * (MAX_BYTES - 20),
    "nothing before the headings": b"\n" * (MAX_BYTES - 20) + b"Full name\nAnna\n",
    "cells of nothing": b"Full name\n" + b"aa;" * (MAX_BYTES // 3 - 20),
    "headings of nothing": b"Full name" + b";a" * (MAX_BYTES // 2 - 20),
    "a workbook of one long text": a_workbook(MUCH_TEXT),
    "a workbook of short texts": a_workbook(*[[["ab"] * MAX_COLUMNS] * 2_000] * 5),
}


@pytest.mark.parametrize("case", LARGE)
def test_a_file_of_the_largest_size_takes_little_memory(case: str) -> None:
    tracemalloc.start()
    try:
        problems = read(LARGE[case], "list").problems
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert [problem.code for problem in problems] == [ProblemCode.SHEET_TOO_LARGE]
    assert peak < 80 * 1024**2


def test_signs_that_nobody_sees_are_no_text() -> None:
    unseen = "\u200b\u00ad\u2060\x01"
    grid = [["Full name", "Gender", "Institution or organisation"]]
    grid += [["Anna\x00Ozola", unseen, "Skola\x1fH\tno\x852"], [unseen, unseen, unseen]]
    grid += [["Jana", "", ""]]
    text = "\n".join(";".join(row) for row in grid).replace("\x00", "").replace("\x85", " ")
    for content in (a_workbook(grid), text.encode()):
        sheet = read(content, "list")
        assert not sheet.problems
        assert [(row.number, list(row.cells.values())) for row in sheet.rows] == [
            (2, ["AnnaOzola", "", "Skola H no 2"]),
            (4, ["Jana", "", ""]),
        ]


def test_a_row_of_more_cells_than_headings_overhangs() -> None:
    content = b"Full name,Gender\nAnna,Woman\nOzola, Anna,Woman\nJana,Woman,\n"
    assert [row.overhangs for row in read(content, "a.csv").rows] == [False, True, True]
    book = a_workbook([["Full name", "Gender"], ["Anna"], ["Ozola", "Anna", "Woman"]])
    assert [row.overhangs for row in read(book, "a.xlsx").rows] == [False, True]


def test_a_row_shows_nobody_when_it_is_printed() -> None:
    assert "Ozola" not in repr(read(a_csv(came("Anna Ozola")), "a.csv"))
