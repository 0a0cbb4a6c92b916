"""The workbook: what it asks, what it offers, and that it comes back without a question."""

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterable, Mapping

import pytest
from python_calamine import CalamineWorkbook, SheetVisibleEnum
from sqlalchemy import Connection

from data_access import monthly
from data_access.filters import Filters
from data_access.monthly import Code, Part, read_sheets
from data_access.monthly import columns as c
from data_access.monthly.guide import GUIDE, example_of
from data_access.monthly.vocabularies import NOTHING
from tests.data_access.monthly.books import headings, read
from tests.data_access.monthly.september import CLOSED, OPENED, SEPTEMBER, September
from tests.data_access.people import a_case, a_family, a_need, a_post
from tests.data_access.readers import COORDINATOR

SHEETS = ["Pārskats", "Ģimenes", "Kontakti", "Mācības", "Kā aizpildīt"]
FIELDS = {"Ģimenes": 10, "Kontakti": 8, "Mācības": 3}


def workbook(month: September, post: str = "here", of: dt.date = SEPTEMBER) -> bytes:
    return monthly.template(
        month.connection, COORDINATOR, Filters(), month.posts.get(post, 0) or int(post), of
    )


def texts(content: bytes, sheet: str) -> list[list[str]]:
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name(sheet).to_python()
    return [[str(cell) for cell in row] for row in rows]


def test_the_sheets_are_those_of_a_month_and_a_guide(month: September) -> None:
    content = workbook(month, of=dt.date(2019, 9, 17))
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    shown = [s.name for s in book.sheets_metadata if s.visible is SheetVisibleEnum.Visible]
    assert shown == SHEETS
    assert book.sheet_names == [*SHEETS, "Saraksti"]
    for part in Part:
        if part is not Part.HEAD:
            assert texts(content, c.SHEETS[part].lv)[0] == headings(part)
    said = {row[0]: row[1] for row in texts(content, "Pārskats") if len(row) > 1 and row[0]}
    assert said.pop("Mediatora mēneša pārskats") == ""
    assert said.pop("Amata vietas nr.").removesuffix(".0") == str(month.posts["here"])
    assert said == {"Vieta": "Jelgava", "Mēnesis": "09.2019", "Nostrādātās stundas": ""}


def test_the_same_records_give_the_same_bytes(month: September) -> None:
    assert workbook(month) == workbook(month)
    assert workbook(month) != workbook(month, of=dt.date(2019, 10, 1))
    assert workbook(month) != workbook(month, "elsewhere")


def test_the_cases_in_care_as_the_month_before_ended_are_written_in(
    connection: Connection, month: September
) -> None:
    here = month.posts["here"]
    days = {
        "A-closed on the last day": (OPENED, dt.date(2019, 8, 31)),
        "B-closed on the first day": (OPENED, SEPTEMBER),
        "C-closed in the month": (None, dt.date(2019, 9, 30)),
        "D-closed after it": (dt.date(2019, 8, 31), dt.date(2019, 10, 1)),
        "E-opened on the first day": (SEPTEMBER, None),
        "F-not dated": (None, None),
    }
    for code, (opened, closed) in days.items():
        case = a_case(connection, a_family(connection, code=code), here, opened, closed)
        a_need(connection, case, "not_stated")
    found = read_sheets(workbook(month)).rows[Part.FAMILIES]
    written = {
        row[c.FAMILY]: {n: t for n, t in row.items() if n != c.FAMILY} for row in found.values()
    }
    assert written == {
        "B-closed on the first day": {c.OPENED_ON: "2019-08-05", c.CLOSED_ON: "2019-09-01"},
        "C-closed in the month": {c.CLOSED_ON: "2019-09-30"},
        "D-closed after it": {c.OPENED_ON: "2019-08-31"},
        "F-not dated": {},
        "G-01": {
            c.OPENED_ON: "2019-08-05",
            **dict(zip(c.NEEDS, ("Izglītība", "Nodarbinātība", "Veselība"), strict=True)),
            c.SIZE: "4",
            c.CHILDREN: "2",
        },
    }


def test_a_workbook_that_nobody_filled_in_changes_nothing_and_asks_for_the_hours_alone(
    connection: Connection, month: September
) -> None:
    full = {"closing_reason": "moved_away", "referred_by": "ngo"}
    here, family = month.posts["here"], a_family(connection, code="H-5", size=1, children=0)
    case = a_case(connection, family, here, OPENED, dt.date(2019, 9, 9), **full)
    for area in ("not_stated", "youth"):
        a_need(connection, case, area)
    a_case(connection, family, here, CLOSED)
    sheets = read_sheets(workbook(month))
    assert sheets.problems == ()
    draft = month.check(sheets)
    assert [problem.code for problem in draft.problems] == [Code.HOURS_MISSING]
    assert [line.family for line in draft.cases] == ["G-01", "H-5", "H-5"]
    assert not any(line.changes for line in draft.cases)
    assert (draft.contacts, draft.trainings) == ((), ())


def rules(content: bytes, sheet: int) -> dict[str, str]:
    """The rules of a sheet's cells by the first of them."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        xml = book.read(f"xl/worksheets/sheet{sheet}.xml").decode()
    found = re.findall(r"<dataValidation (.*?)</dataValidation>", xml, re.DOTALL)
    return {re.findall(r'sqref="([A-Z]+\d+)', rule)[0]: rule for rule in found}


def test_every_cell_refuses_what_it_does_not_take_and_says_why(month: September) -> None:
    content = workbook(month)
    assert set(rules(content, 1)) == {"B6"}
    for number, (sheet, width) in enumerate(FIELDS.items(), start=2):
        found = rules(content, number)
        columns = [chr(ord("A") + n) for n in range(width)]
        free = {"Ģimenes": {"A"}}.get(sheet, set())
        assert {cell[0] for cell in found} == set(columns) - free
        for cell, rule in found.items():
            told = re.findall(r'error="([^"]+)"', rule)[0]
            assert "errorStyle" not in rule or (sheet, cell[0]) == ("Kontakti", "G")
            assert set(told) & set("āēīūčģķļņšž")
    held_on = rules(content, 3)["A2"]
    assert re.findall(r"<formula\d>(\d+)<", held_on) == ["43709", "43738"]
    assert "no 01.09.2019. līdz 30.09.2019." in held_on
    assert "'Ģimenes'!$A$2" in rules(content, 3)["C2"].replace("&apos;", "'")


def test_the_lists_hold_the_words_and_the_register(month: September) -> None:
    content = workbook(month)
    offered = [
        [word for word in column if word]
        for column in zip(*texts(content, "Saraksti"), strict=True)
    ]
    columns = (c.REASON, c.AREA, c.REFERRED_BY, c.FORM, c.MET_AT, c.RESULT, c.KIND)
    assert offered[:-1] == [list(c.offered(column)) for column in columns]
    assert offered[-1] == [
        "Jelgavas sociālais dienests",
        "Kultūras ministrija",
        "Valkas sociālais dienests",
    ]


def test_a_made_up_post_says_so_and_has_made_up_institutions(
    connection: Connection, month: September
) -> None:
    post = a_post(connection, month.rounds["IV"], origin="sample")
    content = workbook(month, str(post))
    assert ["Dati", "izdomāti paraugdati"] in texts(content, "Pārskats")
    assert ["Vieta", "nav norādīta"] in texts(content, "Pārskats")
    assert "Parauga skola" in str(texts(content, "Saraksti"))
    assert "Dati" not in str(texts(workbook(month), "Pārskats"))
    assert read_sheets(content).problems == ()


@pytest.mark.parametrize("column", c.VOCABULARIES)
def test_every_word_that_is_offered_is_understood(column: str) -> None:
    words = c.VOCABULARIES[column]
    for code, said in words.items():
        if said is not NOTHING:
            assert said.lv in c.offered(column)
        assert c.CODE_OF[column][c.key(said.lv)] == code.value
        assert c.CODE_OF[column][c.key(code.value)] == code.value
    assert len(c.CODE_OF[column]) >= len(words)
    assert NOTHING.lv not in c.offered(column)


def test_the_guide_tells_of_every_cell_and_its_examples_are_understood(month: September) -> None:
    rows = texts(workbook(month), "Kā aizpildīt")
    told = [
        [c.SHEETS[part].lv, heading.lv] for part in Part for heading in c.HEADINGS[part].values()
    ]
    assert [row[:2] for row in rows[-len(told) :]] == told
    assert [row for row in rows if "Izdomāts piemērs" in row]
    examples = {
        part: {column: example_of(example, SEPTEMBER) for column, (_, example) in columns.items()}
        for part, columns in GUIDE.columns.items()
    }
    post = {c.POST: str(month.posts["here"])}
    body = {c.INSTITUTION: "Kultūras ministrija"}
    said: dict[Part, Iterable[Mapping[str, str]]] = {
        part: [cells] for part, cells in examples.items() if part is not Part.HEAD
    }
    draft = month.check(month.sheets(examples[Part.HEAD] | post, said))
    assert examples[Part.CONTACTS].items() >= body.items()
    assert draft.problems == ()
    assert [len(lines) for lines in (draft.cases, draft.contacts, draft.trainings)] == [1, 1, 1]


def test_the_guide_asks_for_no_names_and_no_remarks() -> None:
    told = " ".join(GUIDE.sentences)
    assert "Nerakstiet vārdus, adreses, personas kodus un piezīmes" in told
    assert not {c.key("Piezīmes"), c.key("Vārds")} & {k for of in c.COLUMN_OF.values() for k in of}


def test_cells_of_tests_are_read_as_the_template_has_them(month: September) -> None:
    book = {name: texts(workbook(month), name) for name in SHEETS[:4]}
    found = read(
        {
            name: [[cell.removesuffix(".0") for cell in row] for row in rows]
            for name, rows in book.items()
        }
    )
    assert found == read_sheets(workbook(month))
