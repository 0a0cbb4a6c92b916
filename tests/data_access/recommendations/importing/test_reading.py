"""What a file of entries is read as: tables of bytes to outcome."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from data_access.recommendations import importing
from data_access.recommendations.deadlines import Deadline
from data_access.recommendations.importing import Code, Decisions, Draft, Outcome, Table, deadlines
from data_access.rules import Precision
from tests.data_access.readers import COORDINATOR
from tests.data_access.recommendations.importing.files import (
    HEADINGS,
    ROW,
    a_csv,
    a_workbook,
    opened,
    plant,
)

OTHER = ("IV-91", "IV", "Šķērslis žurnālā.", "An obstacle.", "Labklājības ministrija", "")
SWAPPED = ("Termiņš", "WHAT IS ASKED", "ko ludz darit", "karta", "nr")
FILES = {
    "UTF-8": a_csv(ROW, OTHER),
    "commas": a_csv(ROW, OTHER, mark=","),
    "tabs": a_csv(ROW, OTHER, mark="\t"),
    "old Latvian": a_csv(ROW, OTHER, encoding="windows-1257"),
    "UTF-16": a_csv(ROW, OTHER, encoding="utf-16"),
    "a workbook": a_workbook({"Lapa": (HEADINGS, ROW, OTHER)}),
    "a title above": a_workbook({"Lapa": (("Izdomāts saraksts",), (), HEADINGS, ROW, OTHER)}),
    "an empty sheet first": a_workbook({"Tukša": ((),), "Lapa": (HEADINGS, ROW, OTHER)}),
}


def read(connection: Connection, content: bytes, **decided: object) -> Draft:
    return importing.check(connection, COORDINATOR, opened(content), Decisions(**decided))  # type: ignore[arg-type]


def codes(draft: Draft) -> set[str]:
    return {p.code for p in (*draft.problems, *(p for row in draft.rows for p in row.problems))}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_read_however_it_is_written(connection: Connection, name: str) -> None:
    plant(connection)
    draft = read(connection, FILES[name])
    assert [row.outcome for row in draft.rows] == [Outcome.NEW, Outcome.NEW]
    one, two = (row.said for row in draft.rows)
    assert (one["lead"], two["lead"]) == (("km",), ("lm",))
    assert one["deadline"] == Deadline.in_half_year(2027, 1)
    assert two["text_lv"] == "Šķērslis žurnālā."


def test_headings_are_known_in_any_order_case_and_without_accents(connection: Connection) -> None:
    plant(connection)
    draft = read(connection, a_csv(("2027", "Text", "Teksts", "iv", "IV-90"), headings=SWAPPED))
    assert draft.rows[0].said["round"] == "IV"
    assert draft.rows[0].reference == "IV-90"


FILES_AMISS = {
    Code.NO_HEADINGS: a_csv(("a", "b"), headings=("Vārds", "Uzvārds")),
    Code.NO_ROWS: a_csv(),
    Code.COLUMN_UNKNOWN: a_csv((*ROW, "x"), headings=(*HEADINGS, "Piezīme")),
    Code.COLUMN_WORKED_OUT: a_csv((*ROW, "x"), headings=(*HEADINGS, "Statuss")),
    Code.COLUMN_TWICE: a_csv((*ROW, "x"), headings=(*HEADINGS, "Deadline")),
    Code.SHEET_HIDDEN: a_workbook({"A": (HEADINGS, ROW), "B": (HEADINGS, OTHER)}, hidden=["B"]),
    Code.SHEET_BESIDE: a_workbook({"A": (HEADINGS, ROW), "B": (HEADINGS, OTHER)}),
    Code.EXAMPLE_LEFT_OUT: a_csv(ROW, ("PIEMĒRS", *ROW[1:])),
    Code.CELL_UNREADABLE: a_workbook({"A": (HEADINGS, (*ROW[:5], "=NOW()+x"))}),
    "file_pdf": b"%PDF-1.7 made up",
}


@pytest.mark.parametrize("code", FILES_AMISS)
def test_what_is_wrong_with_a_file_is_told(connection: Connection, code: str) -> None:
    plant(connection)
    assert code in codes(read(connection, FILES_AMISS[code]))
    assert not codes(read(connection, FILES["UTF-8"]))


COLUMNS = ("reference", "round", "text_lv", "text_en", "lead", "deadline")
CELLS_AMISS = {
    Code.REFERENCE_MISSING: {"reference": ""},
    Code.REFERENCE_UNUSABLE: {"reference": "IV 90"},
    Code.REFERENCE_TWICE: {"reference": "iv-91"},
    Code.ROUND_MISSING: {"round": ""},
    Code.ROUND_UNKNOWN: {"round": "IX"},
    Code.TEXT_MISSING: {"text_en": ""},
    Code.TEXT_TOO_LONG: {"text_en": "x" * 4001},
    Code.WORD_UNKNOWN: {"area": "zveja"},
    Code.PLACE_UNKNOWN: {"place": "Nekurene"},
    Code.INSTITUTION_UNKNOWN: {"lead": "Kulturas min."},
    Code.INSTITUTION_TWICE: {"supporting": "LM; Kultūras ministrija"},
    Code.DEADLINE_UNREADABLE: {"deadline": "drīz"},
    Code.DEADLINE_BEFORE_MADE: {"deadline": "2019", "made_on": "6.2.2020."},
    Code.DAY_UNREADABLE: {"made_on": "2020"},
    Code.DAY_AHEAD: {"deadline": "", "made_on": "31.12.2099."},
    Code.SOURCE_UNKNOWN: {"source": "Grāmata"},
    Code.LINK_UNKNOWN: {"replaces": "IV-55"},
    Code.LINK_TO_ITSELF: {"replaces": "IV-90"},
    Code.LINK_CIRCLE: {"repeats": "IV-91"},
    Code.LINK_BACKWARDS: {"narrows": "IV-92", "made_on": "2020-02-06"},
}


@pytest.mark.parametrize("code", CELLS_AMISS)
def test_what_is_wrong_with_a_row_is_told(connection: Connection, code: Code) -> None:
    plant(connection)
    row, other = dict(zip(COLUMNS, ROW, strict=True)), dict(zip(COLUMNS, OTHER, strict=True))
    later = other | {"reference": "IV-92", "made_on": "2020-02-07"}
    rows = {2: row | CELLS_AMISS[code], 3: other | {"replaces": "IV-90"}, 4: later}
    draft = importing.check(connection, COORDINATOR, Table("0" * 64, rows))
    assert code in {problem.code for problem in draft.rows[0].problems}
    assert draft.rows[0].outcome is Outcome.PROBLEM
    assert draft.rows[2].outcome is Outcome.NEW


def test_an_entry_that_stands_is_compared_and_empty_cells_say_nothing(
    connection: Connection,
) -> None:
    plant(connection)
    same = ("IV-01", "", "First wording", "", "", "")
    other = ("v-01", "V", "Second wording", "", "KM, Labklājības ministrija", "nav norādīts")
    draft = read(connection, a_csv(same, other))
    assert [row.outcome for row in draft.rows] == [Outcome.SAME, Outcome.CHANGED]
    assert draft.rows[1].changes == {
        "text_lv": ("First wording", "Second wording"),
        "lead": ((), ("km", "lm")),
    }


def test_what_is_amiss_is_mended_left_out_or_numbered(connection: Connection) -> None:
    plant(connection)
    content = a_csv(("", *ROW[1:]), (*ROW[:3], "", "Kulturas min.", ""))
    assert read(connection, content).waiting == (2, 3)
    mended = {"cells": {(3, "text_en"): "Text"}, "institutions": {"kulturas min.": "km"}}
    draft = read(connection, content, numbered=True, **mended)
    assert [(row.reference, row.outcome) for row in draft.rows] == [
        ("IV-02", Outcome.NEW),
        ("IV-90", Outcome.NEW),
    ]
    assert draft.rows[1].said["lead"] == ("km",)
    left = read(connection, content, left_out=frozenset({2, 3}))
    assert {row.outcome for row in left.rows} == {Outcome.LEFT_OUT}


WRITTEN = {
    "31.12.2027.": Deadline.on_day(dt.date(2027, 12, 31)),
    "2027-12-31": Deadline.on_day(dt.date(2027, 12, 31)),
    "2027. gada 31. decembris": Deadline.on_day(dt.date(2027, 12, 31)),
    "31 December 2027": Deadline.on_day(dt.date(2027, 12, 31)),
    "12.2027": Deadline.in_month(2027, 12),
    "2027. gada decembris": Deadline.in_month(2027, 12),
    "2027. gada 1. pusgads": Deadline.in_half_year(2027, 1),
    "2027. gada II pusgads": Deadline.in_half_year(2027, 2),
    "1st half of 2027": Deadline.in_half_year(2027, 1),
    "01.2027.–06.2027.": Deadline.in_half_year(2027, 1),
    "2027": Deadline.in_year(2027),
    "2021–2027": Deadline.horizon(2021, 2027),
    "nav norādīts; laika apvārsnis 2021.–2027.": Deadline.horizon(2021, 2027),
    "31.02.2027": None,
    "2027-2021": None,
    "drīz": None,
}


@pytest.mark.parametrize("text", WRITTEN)
def test_a_deadline_is_known_as_exactly_as_it_is_written(text: str) -> None:
    assert deadlines.deadline(text) == WRITTEN[text]


YEARS, MONTHS = st.integers(2010, 2060), st.integers(1, 12)
DEADLINES = st.one_of(
    st.builds(Deadline.on_day, st.dates(dt.date(2010, 1, 1), dt.date(2060, 12, 31))),
    st.builds(Deadline.in_month, YEARS, MONTHS),
    st.builds(Deadline.in_half_year, YEARS, st.sampled_from([1, 2])),
    st.builds(Deadline.in_year, YEARS),
    st.builds(lambda year, more: Deadline.horizon(year, year + more), YEARS, st.integers(0, 20)),
)


@settings(max_examples=60)
@given(DEADLINES)
def test_a_deadline_that_is_spelled_is_read_back(when: Deadline) -> None:
    assert deadlines.deadline(deadlines.spelled(when)) == when
    assert when.precision is not Precision.NOT_STATED
