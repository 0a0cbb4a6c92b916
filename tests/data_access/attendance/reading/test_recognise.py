"""Bytes in: the people of a list, and whatever somebody has to decide; never with a name in it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data_access.attendance.mending_columns import BESIDE
from data_access.attendance.problems import Problem
from data_access.attendance.problems import ProblemCode as Code
from data_access.attendance.reading import Decisions, FileKind, read
from data_access.attendance.reading.recognise import table_in
from data_access.attendance.reading.sheet import LeftOut
from tests.data_access.attendance.lists import a_csv, a_workbook, came
from tests.data_access.attendance.reading.lines import codes, names, sheet, told

NAMED = ["Full name", "Attended"]
ANNA, JANA, ILZE = ["Anna Ozola", "Yes"], ["Jana Liepa", "Yes"], ["Ilze Kalniņa", "Yes"]


def lines(*told: str) -> bytes:
    return "\n".join(told).encode()


def test_what_was_decided_about_a_file_changes_what_it_says() -> None:
    assert names(sheet("KM;Anna Ozola", decided=Decisions(columns={1: "full_name"}))) == [
        "Anna Ozola"
    ]
    kept = sheet("Name;Company", "Anna Ozola;KM", decided=Decisions(columns={1: "-"}))
    assert "institution" not in kept.rows[0].cells
    headed = sheet("Semināra ļaudis;", "Kas;Kur", "Anna Ozola;Talsi", "Jana Liepa;Talsi",
                   decided=Decisions(heading_row=2))  # fmt: skip
    assert [column.heading for column in headed.columns] == ["Kas", "Kur"]
    assert (
        read("Name\nЮлия\n".encode("cp1251"), "x", Decisions(encoding="cp1252")).encoding
        == "cp1252"
    )


def test_a_file_without_a_list_still_tells_its_columns() -> None:
    found = sheet("Sar?ksts", "", "Nr.;V?rds;E-pasts", "1;?anna;zanna@example.org")
    assert found.rows == ()
    assert Code.NO_NAMES in codes(found)
    assert [(one.letter, one.heading) for one in found.columns] == [
        ("A", "Nr."),
        ("B", "V?rds"),
        ("C", "E-pasts"),
    ]
    assert [column.heading for column in sheet("Labdien", "Visu labu").columns] == ["Labdien"]


def test_rows_have_the_numbers_that_the_file_shows() -> None:
    content = b'\nFull name;City\n\n"Anna\nOzola";Talsi\n;\nJanis Liepa;Riga\n'
    assert [(row.number, row.cells["name"]) for row in read(content, "a.csv").rows] == [
        (4, "Anna Ozola"),
        (6, "Janis Liepa"),
    ]
    book = a_workbook([[], [], NAMED, [], ANNA, [" "], JANA])
    assert [row.number for row in read(book, "a.xlsx").rows] == [5, 7]


def test_rows_of_later_sheets_are_numbered_on_and_told_as_their_sheet_counts() -> None:
    book = a_workbook([["A note"]], [["Seminar"], NAMED, ANNA], [NAMED, JANA, ILZE])
    found = read(book, "a.xlsx")
    assert names(found) == ["Anna Ozola", "Jana Liepa", "Ilze Kalniņa"]
    assert [found.place_of(row.number) for row in found.rows] == [
        ("Sheet2", 3),
        ("Sheet3", 2),
        ("Sheet3", 3),
    ]
    assert [(part.title, part.rows) for part in found.parts] == [("Seminar", 1), ("Sheet3", 2)]


@pytest.mark.parametrize(
    ("part", "people"),
    [("0", ["Anna Ozola"]), ("1", ["Jana Liepa"]), ("*", ["Anna Ozola", "Jana Liepa"])],
)
def test_of_several_lists_the_one_is_read_that_somebody_chose(part: str, people: list[str]) -> None:
    book = a_workbook([NAMED, ANNA], [NAMED, JANA])
    found = read(book, "a.xlsx", Decisions(part=part))
    assert (names(found), found.part) == (people, part)
    one_sheet = [found.place_of(row.number)[1] for row in found.rows]
    assert one_sheet == [2] * len(people)


def test_in_a_file_of_one_list_a_row_is_where_it_stands() -> None:
    for book in (a_workbook([NAMED, ANNA]), a_workbook([["A note"]], [NAMED, ANNA])):
        found = read(book, "a.xlsx")
        (row,) = found.rows
        assert found.place_of(row.number) == (None, 2)


def test_people_beside_each_other_are_each_found_in_their_row() -> None:
    side = sheet(
        "Full name;City;;Full name;City", "Anna Ozola;Talsi;;Jana Liepa;Riga", "Ilze Kalna;Talsi;;;"
    )
    assert {name: side.place_of(number)[1] for number, name, _ in told(side)} == {
        "Anna Ozola": 2, "Ilze Kalna": 3, "Jana Liepa": 2,
    }  # fmt: skip


def test_hidden_sheets_are_named_and_not_read() -> None:
    found = read(a_workbook([["Notes"]], [NAMED, ANNA], [NAMED, JANA], hidden=1), "a.xlsx")
    assert (found.kind, names(found), found.hidden_sheets) == (
        FileKind.XLSX,
        ["Anna Ozola"],
        ("Sheet3",),
    )
    only_hidden = read(a_workbook([NAMED, ANNA], hidden=1), "a.xlsx")
    assert names(only_hidden) == ["Anna Ozola"]


TEXTS = ["Null", "NA", "None", "nan", "TRUE", "=1+1", "0037129", "1.50", "1e5", "-", "00"]


@pytest.mark.parametrize("text", TEXTS)
def test_text_stays_the_text_it_is(text: str) -> None:
    content = f"Full name;Organisation\nAnna Ozola;{text}\n".encode()
    (row,) = read(content, "list.csv").rows
    assert row.cells["institution"] == text
    assert list(row.source) == ["Anna Ozola", text]
    if not text.startswith("="):
        book = a_workbook([["Full name", "Organisation"], ["Anna Ozola", text]])
        assert read(book, "list.xlsx").rows[0].cells["institution"] == text


def test_somebody_may_be_called_null() -> None:
    assert names(sheet("Full name;City", "Anna Null;Talsi", "Null Anna;Talsi")) == ["Anna Null"] * 2


def test_whole_numbers_of_a_workbook_lose_their_point() -> None:
    book = a_workbook(
        [["Full name", "Organisation"], ["Anna Ozola", 26123456], ["Jana Liepa", 1.5]]
    )
    assert [row.cells["institution"] for row in read(book, "x.xlsx").rows] == ["26123456", "1.5"]


def test_signs_that_nobody_sees_are_no_text() -> None:
    unseen = "\u200b\u00ad\u2060\x01"
    people = [[f"Anna {unseen}Ozola", "Skola\u00a0H"], [unseen, unseen], ["Jana Liepa", unseen]]
    grid = [["Full name", "Organisation"], *people]
    text = "\n".join(";".join(row) for row in grid).replace("\x01", "")
    for content in (a_workbook(grid), text.encode()):
        assert [(row.number, row.cells["name"], row.cells.get("institution"))
                for row in read(content, "list").rows] == [
            (2, "Anna Ozola", "Skola H"),
            (4, "Jana Liepa", None),
        ]  # fmt: skip


SECRETS = (
    "Anna Slepenā",
    "slepena@example.org",
    "010190-12345",
    "26987654",
    "Slepenās ielas skola",
)


def test_nothing_of_a_person_stands_in_a_problem_or_in_what_is_printed() -> None:
    name, mail, code, phone, school = SECRETS
    found = sheet(
        "Slepens pasākums;;;", "Vārds, uzvārds;E-pasts;Tālrunis;Iestāde",
        f"{name};{mail};{phone};{school}", f"{name} iPhone;{mail};;", f"{mail};;;{school}",
        f"{name} {code};;;", f"Kopā: {name}, 3;;;",
    )  # fmt: skip
    assert found.problems
    printed = repr(found)
    assert [secret for secret in (*SECRETS, "Slepen") if secret in printed] == []


@pytest.mark.parametrize(
    "cell", ["010190-12345", "32123456789", "321234-56789", "p.k. 010190-12345", "010190 - 12345"]
)
def test_a_personal_code_stands_nowhere_in_what_is_read(cell: str) -> None:
    for row in (f"Anna Ozola;{cell};KM", f"Anna Ozola {cell};;KM", f"Anna Ozola;;KM, {cell}"):
        found = sheet("Vārds, uzvārds;Personas kods;Iestāde", row, "Jana Liepa;;KM")
        assert Code.PERSONAL_CODE in codes(found)
        assert names(found) == ["Anna Ozola", "Jana Liepa"]
        for told_row in found.rows:
            everything = "|".join([*told_row.cells.values(), *told_row.source])
            assert not any(digits in everything for digits in ("12345", "56789"))


def test_after_a_crafted_workbook_the_next_one_is_read() -> None:
    crafted = a_workbook([NAMED, ANNA])[:-40] + b"\0" * 40
    assert codes(read(crafted, "list.xlsx"))
    assert names(read(a_workbook([NAMED, ANNA]), "list.xlsx")) == ["Anna Ozola"]


@settings(max_examples=60)
@given(st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
def test_no_bytes_are_too_strange_for_an_answer(content: bytes) -> None:
    for start in (b"", b"Full name;Gender\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        found = read(start + content, "list.csv")
        assert found.rows or found.problems
        assert isinstance(table_in(start + content, "list.csv"), list | Problem)


@pytest.mark.parametrize("text", [*TEXTS, 'a "quoted" word', "two\nlines", "a;b,c"])
def test_a_table_is_given_as_it_stands(text: str) -> None:
    content = a_csv(came("Anna Ozola", institution=text), came("Anna Ozola"))
    table = table_in(content, "list.csv")
    assert isinstance(table, list)
    heading, first, second = table
    assert (heading[0], first[0], first[2], second[2]) == ("Vārds, uzvārds", "Anna Ozola", text, "")


def test_a_table_keeps_the_rows_that_name_nobody() -> None:
    table = table_in(lines("A title;", "Name;City", "Anna;Talsi", "Kopā: 1;", "Zane;"), "x")
    assert table == [["Name", "City"], ["Anna", "Talsi"], ["Kopā: 1", ""], ["Zane", ""]]
    assert table_in(b"", "x") == Problem(Code.EMPTY)
    assert table_in(lines("Apples;Pears", "3;4"), "x") == Problem(Code.NO_NAMES)


def test_a_row_of_the_list_is_left_out_where_somebody_says_so() -> None:
    decided = Decisions().with_row(3, leave_out=True)
    found = sheet("Name;City", "Anna Ozola;Talsi", "Jana Liepa;Talsi", decided=decided)
    assert (names(found), found.left_out) == (["Anna Ozola"], {3: LeftOut.DECIDED})


def test_files_of_the_same_columns_have_the_same_signature() -> None:
    first = sheet("Vārds, uzvārds;22.07.2020.", "Anna Ozola;x").signature
    assert first == sheet("vārds, uzvārds;23.07.2020.", "Jana Liepa;x").signature
    assert first != sheet("Vārds, uzvārds;Iestāde", "Anna Ozola;KM").signature


def test_what_was_decided_or_added_to_have_rows_mended_changes_no_signature() -> None:
    lines_ = ("Vārds, uzvārds;Apavi", "Anna Ozola;x")
    plain = sheet(*lines_).signature
    assert sheet(*lines_, decided=Decisions(columns={1: "day"})).signature == plain
    for beside in BESIDE.values():
        added = sheet(f"{lines_[0]};{';'.join(beside)}", f"{lines_[1]};4;cancelled;check")
        assert added.signature == plain
        assert Code.ABSENCE_NOTED not in codes(added)


def test_an_apostrophe_that_belongs_to_a_text_stays_in_the_table() -> None:
    table = table_in(lines("Name;Tel", "'t Hart Anna;'+371 26123456"), "x")
    assert table == [["Name", "Tel"], ["'t Hart Anna", "+371 26123456"]]
