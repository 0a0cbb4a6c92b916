"""Where the lists of a sheet stand: headings in one row or two, titles, pages, side by side."""

from dataclasses import dataclass

import pytest

from data_access.attendance.reading.finding import is_day
from data_access.attendance.reading.tables import filled_down, halves, tables_of
from data_access.files.grid import Area
from tests.data_access.attendance.reading.lines import grid, table


@dataclass(frozen=True)
class Case:
    """Lines of a sheet, and of each list: its headings, and the rows above, under and repeated."""

    lines: tuple[str, ...]
    lists: tuple[tuple[str, list[int], list[int], list[int]], ...]
    merged: tuple[Area, ...] = ()
    rest: tuple[int, ...] = ()


NAMED = "Vārds, uzvārds;Iestāde"
ANNA, JANIS, ILZE = "Anna Ozola;KM", "Jānis Bērziņš;LM", "Ilze Kalniņa;TM"
CASES = {
    "headings in the first row": Case((NAMED, ANNA, JANIS), ((NAMED, [], [2, 3], []),)),
    "titles above": Case(
        ("Dalībnieku saraksts", "", "Seminārs;22.07.2020.", NAMED, ANNA),
        ((NAMED, [1, 3], [5], []),),
    ),
    "one heading alone": Case(("Vārds, uzvārds", "Anna Ozola"), (("Vārds, uzvārds", [], [2], []),)),
    "a label and its value are no headings": Case(
        ("Datums;Seminārs", NAMED, ANNA), ((NAMED, [1], [3], []),)
    ),
    "headings in two rows": Case(
        ("Dalībnieks;;Kontakti;", "Vārds;Uzvārds;E-pasts;Tālrunis", "Anna;Ozola;a@x.lv;26123456"),
        (("Vārds;Uzvārds;E-pasts;Tālrunis", [], [3], []),),
    ),
    "headings merged over two rows": Case(
        ("Nr.;Vārds, uzvārds;Klātbūtne;", ";;22.07.2020.;23.07.2020.", "1;Anna Ozola;x;"),
        (("Nr.;Vārds, uzvārds;22.07.2020.;23.07.2020.", [], [3], []),),
        merged=((0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 3)),
    ),
    "a day under a word": Case(
        ("Vārds, uzvārds;Paraksts;", ";1. diena;2. diena", "Anna Ozola;x;x"),
        (("Vārds, uzvārds;1. diena;2. diena", [], [3], []),),
        merged=((0, 1, 0, 2),),
    ),
    "headings again on each page": Case(
        (NAMED, ANNA, NAMED, JANIS, "", NAMED, ILZE), ((NAMED, [], [2, 4, 7], [3, 6]),)
    ),
    "sections with headings of their own": Case(
        ("Lektori", NAMED, ANNA, "", "Klausītāji", "Uzvārds;Vārds", "Bērziņš;Jānis"),
        ((NAMED, [1], [3], []), ("Uzvārds;Vārds", [5], [7], [])),
    ),
    "a section's title alone stays in its list": Case(
        (NAMED, "NVO:;", ANNA, "Valsts iestādes:;", JANIS), ((NAMED, [], [2, 3, 4, 5], []),)
    ),
    "a table of the call before that of the people": Case(
        ("Meeting title;Start time", "Seminārs;22.07.2020 10:00", "", "Name;First join;Email",
         "Anna Ozola;22.07.2020 10:01;a@x.lv"),
        (("Meeting title;Start time", [], [2], []), ("Name;First join;Email", [], [5], [])),
    ),
    "no headings": Case((ANNA, JANIS), (), rest=(1, 2)),
    "nothing": Case(("", ";", ""), ()),
    "an address is in no heading": Case(("Name;Email", "a@x.lv;Email"),
                                        (("Name;Email", [], [2], []),)),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_the_lists_of_a_sheet_are_found_with_what_belongs_to_each(case: Case) -> None:
    found, rest = tables_of(grid(*case.lines, merged=case.merged), 0, is_day)
    assert (
        tuple(
            (
                ";".join(one.headings),
                [number for number, _ in one.above],
                [number for number, _ in one.body],
                one.again,
            )
            for one in found
        )
        == case.lists
    )
    assert tuple(number for number, _ in rest) == case.rest


def test_headings_stand_where_somebody_says() -> None:
    (found,), above = tables_of(grid(NAMED, "Kas;Kur", ANNA, JANIS), 0, is_day, heading_row=2)
    assert (found.first, found.headings) == (2, ["Kas", "Kur"])
    assert [number for number, _ in found.body] == [3, 4]
    assert above == []


def test_a_merged_cell_says_the_same_in_each_of_its_rows_and_once_across() -> None:
    whole = grid(
        NAMED, "Anna Ozola;KM", "Jānis Bērziņš", "Kopā 2;;", merged=((1, 1, 2, 1), (3, 0, 3, 2))
    )
    assert filled_down(whole) == [
        NAMED.split(";"),
        ["Anna Ozola", "KM"],
        ["Jānis Bērziņš", "KM"],
        ["Kopā 2", "", ""],
    ]


def test_a_merged_area_that_ends_outside_the_sheet_is_none_of_its_rows() -> None:
    assert filled_down(grid("Anna;KM", merged=((0, 1, 9, 1), (5, 0, 7, 0)))) == [["Anna", "KM"]]


def test_letters_apart_from_their_marks_are_put_together() -> None:
    assert filled_down(grid("Ja\u0304nis;Be\u0304rzin\u0327s\u030c")) == [["Jānis", "Bērziņš"]]


def test_lists_side_by_side_are_lists_of_their_own() -> None:
    both = table("Vārds, uzvārds;Iestāde;;Vārds, uzvārds;Iestāde",
                 "Anna Ozola;KM;;Jānis Bērziņš;LM", "Ilze Kalniņa;TM;;;")  # fmt: skip
    left, right = halves(both)
    assert [(number, row[:2]) for number, row in left.body] == [
        (2, ["Anna Ozola", "KM"]),
        (3, ["Ilze Kalniņa", "TM"]),
    ]
    assert right.body == [(2, ["Jānis Bērziņš", "LM"])]
    assert left.roles[:2] == right.roles


@pytest.mark.parametrize(
    "headings", ["Vārds;Uzvārds;Iestāde", NAMED, "Vārds, uzvārds;E-pasts;E-pasts"]
)
def test_other_lists_are_one(headings: str) -> None:
    one = table(headings, "Anna;Ozola;KM")
    assert halves(one) == [one]
