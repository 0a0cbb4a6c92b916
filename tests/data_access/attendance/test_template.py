"""The template: what it offers, and that it comes back without a problem."""

import io
import zipfile
from collections.abc import Callable, Iterable

import pytest
from python_calamine import CalamineWorkbook, SheetVisibleEnum
from sqlalchemy import Connection, Engine

from data_access import attendance, places
from data_access.access import Reader
from data_access.attendance import Problem, read
from data_access.attendance.columns import HEADINGS, PLACE_KINDS, VOCABULARIES, Said
from data_access.attendance.guide import GUIDES
from data_access.attendance.reading.sheet import Source
from data_access.engine import reading
from data_access.filters import Filters
from tests.data_access.attendance.lists import MEETING, a_csv, a_workbook, check
from tests.data_access.people import an_institution
from tests.data_access.readers import COORDINATOR

Template = Callable[[Connection, Reader, Filters], bytes]
TALSI = Filters(activity="iv-talsi")
GIVEN = "Anna Pēteris Zoja Uldis Kristaps Marta Jēkabs Elvīra Gunārs Sofija Haralds Inese Oskars"
SURNAMES = (
    "Ozols Krūze Bergmanis Vītola Zemgals Dombrovska Tukums Freimane Apsītis Gailis Mežs Nagle"
)
NAMES = [f"{given} {surname}" for given in GIVEN.split() for surname in SURNAMES.split()]
WORKBOOKS = {"lv": attendance.template_lv, "en": attendance.template_en}
TEXTS = {"lv": attendance.template_csv_lv, "en": attendance.template_csv_en}


def word(said: Said, language: str) -> str:
    return said.lv if language == "lv" else said.en


def asked(problems: Iterable[Problem]) -> list[Problem]:
    """What somebody has to decide, or at least to look at."""
    return [problem for problem in problems if problem.code.asks]


def lists_of(content: bytes) -> list[list[str]]:
    """The columns of the hidden sheet."""
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name("Lists")
    return [
        [str(cell) for cell in column if cell] for column in zip(*rows.to_python(), strict=True)
    ]


@pytest.mark.parametrize("language", ["lv", "en"])
def test_a_workbook_shows_headings_a_guide_and_hides_its_lists(
    known: Connection, language: str
) -> None:
    content = WORKBOOKS[language](known, COORDINATOR, TALSI)
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    shown = [s.name for s in book.sheets_metadata if s.visible is SheetVisibleEnum.Visible]
    headings, *rows = book.get_sheet_by_name(shown[0]).to_python()
    assert (len(shown), rows) == (2, [])
    assert headings == [word(said, language) for said in HEADINGS.values()]
    guide = str(book.get_sheet_by_name(shown[1]).to_python())
    assert all(word(said, language) in guide for said in HEADINGS.values())
    example = {"lv": "Izdomāts piemērs", "en": "Invented example"}[language]
    assert example in guide
    assert "Anna Paraudziņa" in guide


@pytest.mark.parametrize("templates", [WORKBOOKS, TEXTS])
@pytest.mark.parametrize("language", ["lv", "en"])
def test_an_empty_template_has_no_rows_and_no_other_problem(
    known: Connection, templates: dict[str, Template], language: str
) -> None:
    sheet = read(templates[language](known, COORDINATOR, TALSI), "template")
    assert [problem.code for problem in sheet.problems if problem.code.asks] == ["no_rows"]


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
@pytest.mark.parametrize("language", ["lv", "en"])
def test_every_word_that_a_template_offers_comes_back_without_a_problem(
    facts: Engine, language: str, kind: str
) -> None:
    with reading(facts) as connection:
        template = WORKBOOKS[language](connection, COORDINATOR, TALSI)
        headings = TEXTS[language](connection, COORDINATOR, TALSI).decode("utf-8-sig").strip()
        names = places.municipalities(connection, COORDINATOR, TALSI)["name"]
    offered = dict(zip([*VOCABULARIES, "place", "institution"], lists_of(template), strict=True))
    assert set(offered["place"]) == {*names, *(word(s, language) for s in PLACE_KINDS.values())}
    lines = [
        {"name": NAMES[number], "contact": f"p{number}@example.org"}
        | {column: words[number % len(words)] for column, words in offered.items()}
        for number in range(max(map(len, offered.values())))
    ]
    grid = [headings.split(";"), *([line.get(c, "") for c in HEADINGS] for line in lines)]
    content = a_workbook(grid) if kind == "xlsx" else a_csv(*lines, headings=headings.split(";"))
    sheet = read(content, "list")
    assert (sheet.source, asked(sheet.problems)) == (Source.TEMPLATE, [])
    assert [row.cells["name"] for row in sheet.rows] == NAMES[: len(lines)]
    found = check(facts, content, "iv-talsi")
    assert asked(found.problems) == []
    assert found.can_be_recorded
    assert found.attended == sum(line["status"] in {"Jā", "Yes"} for line in lines)
    assert {row.category for row in found.rows} == set(VOCABULARIES["category"])
    assert {row.institution for row in found.rows} - {None}


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
@pytest.mark.parametrize("language", ["lv", "en"])
def test_the_examples_of_the_guide_make_a_row_that_is_understood(language: str, kind: str) -> None:
    guide = GUIDES[language].columns
    headings = [word(said, language) for said in HEADINGS.values()]
    grid = [headings, [guide[column][1] for column in HEADINGS]]
    line = {column: guide[column][1] for column in HEADINGS}
    content = a_workbook(grid) if kind == "xlsx" else a_csv(line, headings=headings)
    sheet = read(content, "list")
    assert (sheet.source, asked(sheet.problems)) == (Source.TEMPLATE, [])
    (row,) = sheet.rows
    assert (row.cells["name"], row.cells["status"]) == ("Anna Paraudziņa", "Attended")


def test_institutions_made_up_are_not_offered(known: Connection) -> None:
    an_institution(known, "decoy", name_lv="Izdomu birojs", origin="sample")
    an_institution(known, "real", name_lv="Īstais birojs")
    offered = lists_of(attendance.template_lv(known, COORDINATOR, TALSI))[-1]
    assert "Īstais birojs" in offered
    assert "Izdomu birojs" not in offered


def test_municipalities_are_those_of_the_day(known: Connection) -> None:
    def offered(round_: str) -> list[str]:
        return lists_of(attendance.template_lv(known, COORDINATOR, Filters(round=round_)))[-2]

    assert "Kandavas novads" in offered("IV")
    assert "Kandavas novads" not in offered("VII")


def test_a_text_template_is_utf_8_with_a_mark_and_semicolons(known: Connection) -> None:
    content = attendance.template_csv_lv(known, COORDINATOR, Filters(activity=MEETING))
    assert content.startswith("\ufeffVārds, uzvārds;E-pasts vai tālrunis;".encode())


def test_cells_are_text_and_choices_are_strict_where_words_are_codes(known: Connection) -> None:
    content = attendance.template_lv(known, COORDINATOR, TALSI)
    sheet = zipfile.ZipFile(io.BytesIO(content)).read("xl/worksheets/sheet1.xml").decode()
    assert sheet.count("<dataValidation ") == 6
    assert sheet.count('errorStyle="warning"') == 2
    assert 'ySplit="1"' in sheet
