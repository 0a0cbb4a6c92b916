"""What somebody has to mend: the rows as they came, and the same people once it is read again."""

import io
import zipfile
from collections.abc import Collection
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from data_access.attendance.columns import CODE_OF, STATUS, plain
from data_access.attendance.mending import MADE_UP, Told, workbook
from data_access.attendance.mending_columns import BESIDE
from data_access.attendance.problems import NotRecordable, ProblemCode
from data_access.attendance.reading import Sheet, SheetRow, read
from data_access.attendance.reading.sheet import LeftOut
from tests.data_access.attendance.lists import a_csv, came

CORPUS = Path(__file__).parents[2] / "corpus"
LISTS = (
    *("samples/teams_resaved_cp1257_semicolon.csv", "samples/signin.ods", "samples/meet.csv"),
    *("samples/signin_merged.xlsx", "samples/two_row_header_multiday.xlsx"),
    *("samples/webex_utf16.csv", "samples/zoom_webinar.csv", "samples/zoom_with_header.csv"),
    *("sources/teams_4_devices.csv", "sources/teams_1_user_action.csv", "sources/civicrm.csv"),
    *("sources/teams_5_webinar.csv", "sources/indico.xlsx", "people/comma_names.csv"),
    *("people/markup_and_formulas.csv", "people/null_and_na.csv", "people/personal_codes.xlsx"),
    *("structure/a_column_a_day_x.xlsx", "structure/organisation_rows_between.csv"),
    *("structure/heading_two_rows.xlsx", "structure/merged_organisations.xlsx"),
    *("structure/came_yes_no.csv", "places/abroad.csv"),
)
ROW = "Kaut kas nav kārtībā."
LIST = a_csv(
    came("Anna Ozola", "+371 26123456", "Ministrija km"),
    came("=HYPERLINK(1)", "0037126111222"),
    came("Decoy Decoy"),
)
Person = tuple[object, ...]


def listed(name: str) -> Sheet:
    path = CORPUS / name
    return read(path.read_bytes(), path.name)


def told(rows: Collection[SheetRow]) -> dict[int, list[Told]]:
    return {row.number: [Told(ROW, "Izlabojiet.")] for row in rows}


def person(row: SheetRow) -> Person:
    """Whom a row speaks of, whatever words and whichever order it says it with."""
    cells = {name: text for name, text in row.cells.items() if name not in ("name", STATUS)}
    came = CODE_OF[STATUS].get(plain(row.cells.get(STATUS, "")))
    words = frozenset(row.cells.get("name", "").split())
    return words, came, row.days, *sorted(cells.items())


def cells(content: bytes) -> list[list[str]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    assert len(book.sheet_names) == 1
    rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    return [[str(cell) for cell in row] for row in rows]


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("language", ["lv", "en"])
def test_the_same_people_come_back(name: str, language: str) -> None:
    sheet = listed(name)
    again = read(workbook(sheet, told(sheet.rows), language), "labots.xlsx")
    named = [row for row in sheet.rows if row.cells.get("name")]
    assert [person(row) for row in again.rows] == [person(row) for row in named]


@pytest.mark.parametrize("name", LISTS)
def test_some_rows_alone_say_of_their_people_what_they_said_among_all(name: str) -> None:
    sheet = listed(name)
    for some in (sheet.rows[:1], sheet.rows[1::2], sheet.rows[-1:]):
        again = read(workbook(sheet, told(some), "lv"), "labots.xlsx")
        named = [row for row in some if row.cells.get("name")]
        assert [person(row) for row in again.rows] == [person(row) for row in named]


@pytest.mark.parametrize("language", ["lv", "en"])
def test_what_is_added_is_passed_over_when_it_comes_back(language: str) -> None:
    sheet = read(LIST, "saraksts.csv")
    once = read(workbook(sheet, told(sheet.rows), language), "labots.xlsx")
    assert [column.heading for column in once.columns[-3:]] == list(BESIDE[language])
    assert all(column.role is None for column in once.columns[-3:])
    twice = cells(workbook(once, told(once.rows), language))[0]
    assert len(twice) == len(set(twice))


def test_only_the_rows_of_which_something_is_told_are_there_unless_all_are_asked_for() -> None:
    sheet = read(LIST, "saraksts.csv")
    some = workbook(sheet, {3: [Told("Slikts vārds.", "Labojiet."), Told("Slikts vārds.")]}, "lv")
    head, *rows = cells(some)
    assert head[-3:] == list(BESIDE["lv"])
    assert [row[-3:] for row in rows] == [["3", "Slikts vārds.", "Labojiet."]]
    every = cells(workbook(sheet, {3: [Told("Slikts.")]}, "lv", every_row=True))
    assert [row[-3:] for row in every[1:]] == [["2", "", ""], ["3", "Slikts.", ""], ["4", "", ""]]


def test_everything_is_a_text_and_nothing_is_calculated() -> None:
    sheet = read(LIST, "saraksts.csv")
    content = workbook(sheet, told(sheet.rows), "en")
    rows = cells(content)
    assert rows[1][:2] == ["Anna Ozola", "+371 26123456"]
    assert rows[2][:2] == ["=HYPERLINK(1)", "0037126111222"]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        page = archive.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in page
    assert "<hyperlink" not in page
    assert 'ySplit="1"' in page


def test_cells_in_which_something_is_wrong_are_marked_and_say_what() -> None:
    sheet = read(LIST, "saraksts.csv")
    wrong = {2: [Told("Iestādes nav.", "Izvēlieties citu.", "institution")]}
    content = workbook(sheet, wrong, "lv")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        notes = archive.read("xl/comments1.xml").decode()
    assert 'ref="C2"' in notes
    assert "Iestādes nav. Izvēlieties citu." in notes


def test_it_says_that_the_database_holds_made_up_rows() -> None:
    sheet = read(LIST, "saraksts.csv")
    for is_made_up in (False, True):
        content = workbook(sheet, told(sheet.rows), "lv", is_made_up=is_made_up)
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        assert (book.sheet_names == [MADE_UP["lv"]]) is is_made_up
        assert len(read(content, "labots.xlsx").rows) == 3


def test_personal_codes_do_not_come_along() -> None:
    sheet = listed("people/personal_codes.xlsx")
    assert any(column.left_out is LeftOut.PERSONAL_CODE for column in sheet.columns)
    content = workbook(sheet, told(sheet.rows), "lv", every_row=True)
    codes = {c.heading for c in sheet.columns if c.left_out is LeftOut.PERSONAL_CODE}
    assert not codes & set(cells(content)[0])
    again = read(content, "labots.xlsx")
    assert ProblemCode.PERSONAL_CODE not in {problem.code for problem in again.problems}


def test_whoever_is_not_ticked_has_not_come_though_nobody_else_is_listed() -> None:
    ticked = "Vārds, uzvārds;Ieradās\nAnna Ozola;x\nIvo Kalns;\nZane Priede;x\n".encode()
    sheet = read(ticked, "saraksts.csv")
    assert [row.cells[STATUS] for row in sheet.rows] == ["Attended", "Registered", "Attended"]
    again = read(workbook(sheet, told(sheet.rows[1:2]), "lv"), "labots.xlsx")
    assert [row.cells[STATUS] for row in again.rows] == ["Registered"]


def test_a_file_of_which_something_has_to_be_decided_first_is_refused() -> None:
    sheet = listed("structure/some_signed.xlsx")
    with pytest.raises(NotRecordable) as refused:
        workbook(sheet, told(sheet.rows), "lv")
    assert {p.code for p in refused.value.problems} == {ProblemCode.ATTENDED_OR_REGISTERED}


def test_what_is_told_is_not_printed() -> None:
    assert ROW not in repr(Told(ROW))
