"""A workbook is read by its names and headings; what is none of ours is counted and not kept."""

import dataclasses
import datetime as dt
from typing import Any

import pytest

from data_access.files.grid import Grid
from data_access.monthly import Code, Part, Problem, Sheets, read_sheets
from data_access.monthly import columns as c
from data_access.monthly.reading import sheets_of
from data_access.monthly.report import LONGEST_VALUE
from data_access.workbooks import LAST_ROW
from tests.data_access.monthly.books import (
    FAMILY,
    GROUP,
    LEARNED,
    TALK,
    UNTOLD,
    a_book,
    head,
    headings,
    read,
    sheets,
    table,
)

HEAD, FAMILIES, CONTACTS, TRAININGS = Part
REMARK = "Zelma Ozola dzīvo Meža ielā 5, vīrs cietumā"
AS_TOLD = {FAMILIES: [FAMILY], CONTACTS: [TALK, GROUP], TRAININGS: [LEARNED]}
REMARKS = [[*headings(CONTACTS), "Piezīmes"], [*table(CONTACTS, TALK)[1], REMARK]]
LONG = {**TALK, c.AREA: REMARK}


def rows(found: Sheets) -> dict[Part, list[dict[str, str]]]:
    return {part: [dict(cells) for cells in told.values()] for part, told in found.rows.items()}


def told(found: Sheets) -> list[tuple[Any, ...]]:
    """The problems without what stands in the cells."""
    return [(p.code, p.part, p.row, p.column) for p in found.problems]


def without(part: Part, column: str) -> Any:
    """The usual sheet with a column deleted."""
    whole = sheets()[c.SHEETS[part].lv]
    at = list(c.HEADINGS[part]).index(column)
    return [[*row[:at], *row[at + 1 :]] for row in whole]


def test_a_filled_workbook_says_what_was_filled_in() -> None:
    found = read(sheets())
    assert found.head == {"post": "1", "month": "09.2019", "hours": "72"}
    assert rows(found) == AS_TOLD
    assert list(found.rows[CONTACTS]) == [2, 3]
    assert (found.problems, found.absent) == ((), frozenset())


ALIKE: dict[str, dict[str, Any]] = {
    "headings in another order, in capitals, without accents": {
        "contacts": [["PERSONAS", "gimenes nr", "Veids ", "DATUMS", "tiksanas vieta", "Joma",
                      "IESTADE:", "Rezultats"],
                     ["2", "G-01", "Individuāla", "05.09.2019."],
                     ["9", "", "Ar grupu", "12.09.2019."]],
    },
    "a title above the headings": {
        "families": [[], ["Mediatora mēneša pārskats"], *table(FAMILIES, FAMILY)],
    },
    "empty rows between the rows": {
        "contacts": [*table(CONTACTS, TALK), [], ["", " ", "-"], table(CONTACTS, GROUP)[1], []],
    },
    "days and numbers as a spreadsheet keeps them": {
        "contacts": table(CONTACTS, {**TALK, c.HELD_ON: dt.date(2019, 9, 5), c.PERSONS: 2},
                          {**GROUP, c.HELD_ON: 43720, c.PERSONS: 9.0}),
    },
    "labels of the head with a colon, and the value in the same cell": {
        "head": [["Amata vietas nr.:", "1"], ["mēnesis: 09.2019"], ["", "STUNDAS", "", 72]],
    },
}  # fmt: skip


@pytest.mark.parametrize("change", ALIKE.values(), ids=list(ALIKE))
def test_what_people_change_without_saying_anything_else_is_read_alike(
    change: dict[str, Any],
) -> None:
    found = read(sheets(**change))
    days = {"2019-09-05": "05.09.2019.", "2019-09-12": "12.09.2019."}
    spelled = {
        part: [{n: days.get(text, text) for n, text in row.items()} for row in some]
        for part, some in rows(found).items()
    }
    assert spelled == AS_TOLD
    assert found.head == {"post": "1", "month": "09.2019", "hours": "72"}
    assert {p.code for p in found.problems} <= {Code.TEXT_LEFT_OUT}


def test_a_file_is_read_as_its_cells_are() -> None:
    """All other tests read cells that no file was made of."""
    usual = sheets(
        head=head(hours=72.5),
        contacts=table(
            CONTACTS,
            {**TALK, c.HELD_ON: dt.date(2019, 9, 5), c.PERSONS: 2},
            {**GROUP, c.HELD_ON: 43720, c.PERSONS: UNTOLD, c.FORM: ""},
        ),
    )
    how: dict[str, Any] = {"merged": [("Kontakti", "B2:B3")], "hidden": ["Mācības"]}
    assert read_sheets(a_book(usual, **how)) == read(usual, **how)
    assert read(usual, **how).problems


def test_sheets_of_other_names_are_told_by_their_headings() -> None:
    whole = sheets()
    named = dict(zip(("Lapa1", "Lapa2", "Lapa3", "Lapa4"), whole.values(), strict=True))
    assert rows(read(named)) == AS_TOLD
    swapped = dict(zip(whole, reversed(whole.values()), strict=True))
    assert rows(read(swapped)) == AS_TOLD


MISTAKES: dict[str, tuple[dict[str, Any], dict[str, Any], list[tuple[Any, ...]]]] = {
    "a sheet deleted": ({"trainings": None}, {}, [(Code.SHEET_MISSING, TRAININGS, None, None)]),
    "a sheet hidden": (
        {}, {"hidden": ["Mācības"]},
        [(Code.SHEET_LEFT_OUT, None, None, None), (Code.SHEET_MISSING, TRAININGS, None, None)],
    ),
    "a column deleted": (
        {"contacts": without(CONTACTS, c.PERSONS)}, {},
        [(Code.COLUMN_MISSING, CONTACTS, None, c.PERSONS)],
    ),
    "a heading twice with other cells": (
        {"families": [[*headings(FAMILIES), "Ģimene"], [*table(FAMILIES, FAMILY)[1], "G-02"]]},
        {},
        [(Code.COLUMN_TWICE, FAMILIES, None, c.FAMILY)],
    ),
    "a label of the head twice": (
        {"head": [*head(), ["Mēnesis", "10.2019"]]}, {},
        [(Code.COLUMN_TWICE, HEAD, None, c.MONTH)],
    ),
    "a sheet of another month beside": (
        {"Kontakti (2)": table(CONTACTS, {**TALK, c.PERSONS: "3"})}, {},
        [(Code.SHEET_TWICE, CONTACTS, None, None)],
    ),
    "an empty copy of a sheet": (
        {"Kontakti (2)": table(CONTACTS)}, {},
        [(Code.SHEET_LEFT_OUT, CONTACTS, None, None)],
    ),
    "a sheet of notes": (
        {"Piezīmes": [[REMARK]]}, {}, [(Code.SHEET_LEFT_OUT, None, None, None)],
    ),
    "a formula that nobody worked out": (
        {"contacts": table(CONTACTS, {**TALK, c.PERSONS: UNTOLD})}, {},
        [(Code.CELL_UNREADABLE, CONTACTS, 2, c.PERSONS)],
    ),
    "hours that nobody worked out": (
        {"head": head(hours=UNTOLD)}, {}, [(Code.CELL_UNREADABLE, HEAD, None, c.HOURS)],
    ),
    "one number over two rows": (
        {"contacts": table(CONTACTS, TALK, {**GROUP, c.PERSONS: ""})},
        {"merged": [("Kontakti", "D2:D3")]},
        [(Code.CELL_MERGED, CONTACTS, 2, c.PERSONS), (Code.CELL_MERGED, CONTACTS, 3, c.PERSONS)],
    ),
    "one day over two rows": (
        {"contacts": table(CONTACTS, TALK, {**GROUP, c.HELD_ON: ""})},
        {"merged": [("Kontakti", "A2:A3")]},
        [(Code.CELL_MERGED, CONTACTS, 2, c.HELD_ON), (Code.CELL_MERGED, CONTACTS, 3, c.HELD_ON)],
    ),
    "one cell over rows and columns": (
        {"contacts": table(CONTACTS, TALK, {**TALK, c.FORM: "", c.FAMILY: "", c.PERSONS: "3"})},
        {"merged": [("Kontakti", "B2:C3")]},
        [(Code.CELL_MERGED, CONTACTS, row, name) for row in (2, 3) for name in (c.FORM, c.FAMILY)],
    ),
    "the word for a sum under another heading": (
        {"contacts": [[*headings(CONTACTS), "Nr."], [*table(CONTACTS, GROUP)[1], "Kopā"]]}, {},
        [(Code.LOOKS_LIKE_TOTAL, CONTACTS, 2, None), (Code.TEXT_LEFT_OUT, CONTACTS, None, None)],
    ),
    "an example copied": (
        {"families": table(FAMILIES, {**FAMILY, c.FAMILY: "PIEMĒRS"}, FAMILY)}, {},
        [(Code.EXAMPLE_LEFT_OUT, FAMILIES, 2, None)],
    ),
    "remarks": ({"contacts": REMARKS}, {}, [(Code.TEXT_LEFT_OUT, CONTACTS, None, None)]),
    "remarks on the head": (
        {"head": [*head(), ["", REMARK]]}, {}, [(Code.TEXT_LEFT_OUT, HEAD, None, None)],
    ),
}  # fmt: skip


def mistaken(name: str) -> Sheets:
    change, how, _ = MISTAKES[name]
    ours = {part for part in Part if part in change}
    book = sheets(**{part: change[part] for part in ours if change[part] is not None})
    gone = {c.SHEETS[part].lv for part in ours if change[part] is None}
    beside = {name: rows for name, rows in change.items() if name not in set(Part)}
    return read({n: r for n, r in book.items() if n not in gone} | beside, **how)


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_in_the_file_is_told_and_nothing_else(name: str) -> None:
    found = mistaken(name)
    assert told(found) == MISTAKES[name][2]
    assert REMARK not in repr([vars(problem) for problem in found.problems])
    assert REMARK not in str(found.rows)


def test_what_was_left_out_is_counted_by_its_heading_alone() -> None:
    (problem,) = mistaken("remarks").problems
    assert (problem.value, problem.others) == ("Piezīmes", ("1",))
    (problem,) = mistaken("remarks on the head").problems
    assert (problem.value, problem.others) == ("", ("1",))


def test_what_is_gone_is_told_apart_from_what_is_empty() -> None:
    assert mistaken("a sheet deleted").absent == {(TRAININGS, None)}
    assert mistaken("a column deleted").absent == {(CONTACTS, c.PERSONS)}
    bare = [row[:2] for row in table(CONTACTS)]
    emptied = read(sheets(contacts=bare, families=table(FAMILIES)))
    assert (emptied.problems, emptied.absent) == ((), frozenset())
    assert (emptied.rows[CONTACTS], emptied.rows[FAMILIES]) == ({}, {})


def test_a_word_over_several_rows_holds_in_each_and_a_tall_row_is_one_row() -> None:
    alone = {c.HELD_ON: "06.09.2019.", c.FORM: "Individuāla", c.PERSONS: "1"}
    book = sheets(contacts=[*table(CONTACTS, TALK, alone), [], []])
    found = read(book, merged=[("Kontakti", "C2:C3")])
    assert rows(found)[CONTACTS] == [TALK, {**alone, c.FAMILY: "G-01"}]
    tall = read(book, merged=[("Kontakti", "D3:D5"), ("Kontakti", "A3:A5")])
    assert rows(tall)[CONTACTS][1] == alone
    assert (len(tall.rows[CONTACTS]), tall.problems) == (2, ())


def test_a_cell_too_long_for_its_column_is_not_kept_whole() -> None:
    found = read(sheets(contacts=table(CONTACTS, LONG, {**LONG, c.INSTITUTION: "a" * 90})))
    first, second = found.rows[CONTACTS].values()
    assert first[c.AREA] == REMARK[: LONGEST_VALUE - 1] + "…"
    assert second[c.INSTITUTION] == "a" * 90


def test_the_guide_and_the_lists_are_no_sheets_of_the_month() -> None:
    beside = {"Kā aizpildīt": table(CONTACTS, TALK), "Saraksti": [["Izglītība"]]}
    renamed = {"Lapa9": [["Kā aizpildīt"], *table(CONTACTS, TALK)]}
    assert read(sheets() | beside | renamed).problems == ()


REFUSED = {
    "nothing": (b"", "file_empty"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(50), "file_picture"),
    "a text": (b"vards;uzvards\r\nAnna;Ozola\r\n", Code.NOT_THE_TEMPLATE),
}


@pytest.mark.parametrize("content", REFUSED.values(), ids=list(REFUSED))
def test_what_is_no_report_says_so(content: tuple[bytes, str]) -> None:
    found = read_sheets(content[0], "parskats.xlsx")
    assert [str(problem.code) for problem in found.problems] == [content[1]]
    assert (found.head, found.rows) == ({}, {})


def test_a_head_alone_is_no_report() -> None:
    assert told(read({"Pārskats": head()})) == [(Code.NOT_THE_TEMPLATE, None, None, None)]


def test_a_file_beyond_a_limit_tells_its_figures() -> None:
    problem = Problem("file_too_large", others=("most=20", "found=21"))
    assert problem.figures == {"most": 20, "found": 21}
    assert Problem(Code.WORD_UNKNOWN, others=("Skola", "a=b")).figures == {}


def test_a_month_may_be_a_day_as_a_number_and_nothing_else_of_the_head() -> None:
    found = read(sheets(head=head(post=43720, month=43709, hours=43721)))
    assert found.head == {"post": "43720", "month": "2019-09-01", "hours": "43721"}


def test_more_rows_than_a_month_has_are_refused() -> None:
    row = table(CONTACTS, TALK)[1]
    grids = [
        Grid("Kontakti", [headings(CONTACTS), *[list(map(str, row))] * number])
        for number in (LAST_ROW, LAST_ROW + 1)
    ]
    codes = [{p.code for p in sheets_of([grid]).problems} for grid in grids]
    assert codes[1] - codes[0] == {Code.TOO_MANY_ROWS}


def test_a_day_as_a_number_goes_by_the_epoch_of_its_workbook() -> None:
    rows_ = [["Datums", "Veids", "Stundas"], ["42258", "Mācības", "42258"]]
    grid = Grid("Mācības", rows_)
    cells = [
        sheets_of([dataclasses.replace(grid, epoch_1904=epoch)]).rows[TRAININGS][2]
        for epoch in (False, True)
    ]
    assert [row[c.HELD_ON] for row in cells] == ["2015-09-11", "2019-09-12"]
    assert [row[c.HOURS] for row in cells] == ["42258", "42258"]
