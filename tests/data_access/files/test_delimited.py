"""Text divided by some mark becomes the rows that somebody wrote, or a reason."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.files.delimited import rows_of
from data_access.files.delimiter import delimiter_of
from data_access.files.grid import Rows
from data_access.files.limits import LIMITS
from data_access.files.problems import FileProblem, Refused

TABLE = [
    ["Vārds, uzvārds", "Iestāde", "Datums"],
    ["Bērziņa, Anna", 'Biedrība "Nākotnes ceļš"', "22.07.2020, 10:00"],
    ["Kalns, Jānis", "Rīgas dome; nodaļa", "22.07.2020, 10:05"],
]
ABOVE = [["1. Summary"], ["Meeting title", "Romu platforma, 2020"], ["Dalībnieki", "2"], []]


def written(rows: Rows, mark: str = ";", end: str = "\r\n") -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=mark, lineterminator=end).writerows(rows)
    return text.getvalue()


@pytest.mark.parametrize("mark", [";", ",", "\t", "|"])
@pytest.mark.parametrize("above", [[], ABOVE])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_a_table_is_divided_by_its_mark_whatever_stands_above_it(
    mark: str, above: Rows, end: str
) -> None:
    rows = [*above, *TABLE, ["Kopā:", "2"]]
    assert rows_of(written(rows, mark, end), LIMITS) == rows


@pytest.mark.parametrize("mark", [";", "\t", "|"])
def test_commas_in_names_do_not_divide(mark: str) -> None:
    rows = [["Uzvārds, vārds", "Pilsēta"], ["Bērziņa, Anna", "Rīga"], ["Kalns, Jānis", "Cēsis"]]
    assert rows_of("\n".join(mark.join(row) for row in rows), LIMITS) == rows


def test_rows_without_their_like_beside_them_do_not_decide() -> None:
    above = ["1,2,3,4,5,6", "1,2,3,4", "1,2,3,4,5,6,7", "1,2,3"]
    text = "\n".join([*above, "Vārds;Uzvārds", "Anna;Kalna", "Jānis;Ozols"])
    assert delimiter_of(text) == ";"


def test_columns_that_blanks_keep_apart_are_told_by_where_they_begin() -> None:
    text = (
        "Seminārs, Rīga\n\n"
        "Nr.   Vārds, uzvārds    Iestāde   Vieta\n"
        "1.    Anna Kalna        Dome      Rīga\n"
        "2.    Jānis Ozols                 Cēsis\n"
        "3.    Līga Bērza        Dome      Rīga\n"
    )
    assert rows_of(text, LIMITS) == [
        ["Seminārs, Rīga"],
        [],
        ["Nr.", "Vārds, uzvārds", "Iestāde", "Vieta"],
        ["1.", "Anna Kalna", "Dome", "Rīga"],
        ["2.", "Jānis Ozols", "", "Cēsis"],
        ["3.", "Līga Bērza", "Dome", "Rīga"],
    ]
    torn = text.replace("2.    Jānis", "2.  Jānis")
    rows = rows_of(torn, LIMITS)
    assert isinstance(rows, list)
    assert ["2.  Jānis Ozols                 Cēsis"] in rows


def test_a_single_column_stays_one() -> None:
    assert rows_of("Vārds\nJānis Bērziņš\nAnna\n", LIMITS) == [
        ["Vārds"],
        ["Jānis Bērziņš"],
        ["Anna"],
    ]
    assert delimiter_of("Vārds\nJānis\n") is None


@pytest.mark.parametrize("first", ["sep=;", "SEP=;", '"sep=;"'])
def test_a_first_line_that_names_the_mark_is_an_empty_row(first: str) -> None:
    text = f"{first}\r\na,b;c\r\n1,2;3\r\n"
    assert rows_of(text, LIMITS) == [[], ["a,b", "c"], ["1,2", "3"]]


def test_empty_lines_are_empty_rows_and_a_record_of_two_lines_is_one() -> None:
    text = 'a;b\n\n1;"x\ny"\n2;z\n'
    assert rows_of(text, LIMITS) == [["a", "b"], [], ["1", "x\ny"], ["2", "z"]]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('Biedrība "Nākotnes ceļš"', 'Biedrība "Nākotnes ceļš"'),
        ('"Nākotnes ceļš" biedrība', '"Nākotnes ceļš" biedrība'),
        ('"Biedrība ""Nākotnes ceļš"""', 'Biedrība "Nākotnes ceļš"'),
        ('"Biedrība "Nākotnes ceļš""', 'Biedrība "Nākotnes ceļš"'),
        ('"a;b"', "a;b"),
        ('="0037129"', "0037129"),
        ('"=""2020-07-22 10:00:00"""', "2020-07-22 10:00:00"),
        ('""', ""),
        (" \xa0Jānis\xa0Kalns ", "Jānis Kalns"),
        ("Jā\u200bnis\x00\x07\ufeff", "Jānis"),
        ("Null", "Null"),
        ("=1+1", "=1+1"),
        ('5" caurule', '5" caurule'),
    ],
)
def test_a_cell_is_what_it_says(cell: str, text: str) -> None:
    content = f"Nr;Iestāde;Vieta\n1;{cell};Rīga\n2;Dome;Cēsis\n"
    expected = [["Nr", "Iestāde", "Vieta"], ["1", text, "Rīga"], ["2", "Dome", "Cēsis"]]
    assert rows_of(content, LIMITS) == expected


def test_a_quote_left_open_swallows_nobody() -> None:
    text = 'a;b;c\n"x;y;z\n1;2;Biedrība "Ceļš"\n4;5;6\n7;8;"9"\n'
    rows = rows_of(text, LIMITS)
    assert rows == [
        ["a", "b", "c"],
        ['"x', "y", "z"],
        ["1", "2", 'Biedrība "Ceļš"'],
        ["4", "5", "6"],
        ["7", "8", "9"],
    ]


def test_two_quotes_that_happen_to_pair_swallow_nobody() -> None:
    text = 'a;b;c\n1;"x;z\n2;y;z\n3;y";z\n4;5;6\n'
    assert rows_of(text, LIMITS) == [
        ["a", "b", "c"],
        ["1", '"x', "z"],
        ["2", "y", "z"],
        ["3", 'y"', "z"],
        ["4", "5", "6"],
    ]


def test_a_wrong_quote_in_one_row_leaves_the_breaks_in_another() -> None:
    text = 'a;b\n1;"x\ny"\n2;"Ceļš" biedrība\n'
    assert rows_of(text, LIMITS) == [["a", "b"], ["1", "x\ny"], ["2", '"Ceļš" biedrība']]


def test_a_quote_that_no_reading_closes_is_refused_with_its_row() -> None:
    text = 'a;b;c\n1;2;3\n4;5;6\n7;"8\n9;10;11\n'
    assert rows_of(text, LIMITS) == Refused(FileProblem.QUOTES, {"row": 4})


def test_lines_that_a_spreadsheet_took_for_one_column_are_a_table_again() -> None:
    text = (
        '"Name,Email,""Time, joined"""\r\n'
        '"Anna,a@b.lv,""07/22/2020, 10:00"""\r\n'
        "Jānis,j@b.lv,10\r\n"
    )
    assert rows_of(text, LIMITS) == [
        ["Name", "Email", "Time, joined"],
        ["Anna", "a@b.lv", "07/22/2020, 10:00"],
        ["Jānis", "j@b.lv", "10"],
    ]


def test_titles_in_quotes_above_a_table_stay_titles() -> None:
    text = '"Projekts, seminārs"\n"Vieta: Rīga, iela 1"\nNr,Vārds,Vieta\n1,Anna,Rīga\n'
    assert rows_of(text, LIMITS) == [
        ["Projekts, seminārs"],
        ["Vieta: Rīga, iela 1"],
        ["Nr", "Vārds", "Vieta"],
        ["1", "Anna", "Rīga"],
    ]


@pytest.mark.parametrize("text", ["", " \n\t\n", "\x00\u200b", "sep=;\n", ";;;\n;;;\n", '"";""'])
def test_nothing_is_empty(text: str) -> None:
    assert rows_of(text, LIMITS) == Refused(FileProblem.EMPTY)


@pytest.mark.parametrize(
    ("limit", "problem"),
    [
        ({"rows": 2}, FileProblem.TOO_MANY_ROWS),
        ({"columns": 2}, FileProblem.TOO_MANY_COLUMNS),
        ({"cells": 5}, FileProblem.TOO_MANY_CELLS),
    ],
)
def test_more_than_the_limits_is_refused_with_the_figure(
    limit: dict[str, int], problem: FileProblem
) -> None:
    found = rows_of(written(TABLE), replace(LIMITS, **limit))
    assert isinstance(found, Refused)
    assert (found.problem, found.figures["most"]) == (problem, next(iter(limit.values())))


@pytest.mark.parametrize("text", [';"a"' * 100_000, '"a"b;' * 100_000, 'a;"b\n' * 1_000_001])
def test_a_hostile_text_is_refused(text: str) -> None:
    assert isinstance(rows_of(text, LIMITS), Refused)


PLAIN = st.text("aābcčžŠ Ķ.12-@", min_size=1, max_size=8).map(str.strip).filter(bool)
ANY = st.text('aābž ;,|\t"\n.1', max_size=8).map(str.strip)


@given(
    st.integers(2, 6).flatmap(
        lambda width: st.lists(
            st.lists(PLAIN, min_size=width, max_size=width), min_size=1, max_size=12
        )
    ),
    st.sampled_from(";,\t|"),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_any_table_of_plain_cells_comes_back(rows: Rows, mark: str, end: str) -> None:
    assert rows_of(written(rows, mark, end), LIMITS) == rows


@given(
    st.lists(st.lists(ANY, min_size=3, max_size=3), min_size=1, max_size=6),
    st.sampled_from([";", "\t", ","]),
)
def test_any_cells_under_a_named_mark_come_back_or_are_refused(rows: Rows, mark: str) -> None:
    found = rows_of(f"sep={mark}\n" + written([["a", "b", "c"], *rows], mark, "\n"), LIMITS)
    assert isinstance(found, Refused) or len(found) >= 2


@given(st.text('aā;,"\n\r\t=\x00\xa0 1', max_size=60))
def test_any_text_is_rows_or_a_reason(text: str) -> None:
    found = rows_of(text, LIMITS)
    assert isinstance(found, list | Refused)
