"""Words, dates and numbers as Latvian and English readers expect them."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.rules import Precision
from pages.shared.words import Words, safe

LV, EN = Words("lv"), Words("en")
NO_BREAK = "\u00a0"


def test_an_unknown_language_falls_back_to_latvian() -> None:
    assert Words("xx").language == "lv"


@pytest.mark.parametrize(
    ("number", "latvian"),
    [
        (0, "0 dokumentu"),
        (1, "1 dokuments"),
        (2, "2 dokumenti"),
        (11, "11 dokumenti"),
        (21, "21 dokuments"),
        (111, "111 dokumenti"),
        (1001, f"1{NO_BREAK}001 dokuments"),
    ],
)
def test_latvian_plurals_follow_the_number(number: int, latvian: str) -> None:
    assert LV.count("{n} document", "{n} documents", number) == latvian


def test_english_plurals_follow_the_number() -> None:
    assert EN.count("{n} document", "{n} documents", 1) == "1 document"
    assert EN.count("{n} document", "{n} documents", 0) == "0 documents"


def test_numbers_have_the_marks_of_their_language() -> None:
    assert LV.number(6279) == f"6{NO_BREAK}279"
    assert LV.number(26.8) == "26,8"
    assert EN.number(6279.5) == "6,279.5"


def test_decimals_are_as_many_as_asked_for_and_rounded_half_up() -> None:
    assert LV.decimal(Decimal("3.90"), 2) == "3,90"
    assert EN.decimal(31.25, 1) == "31.3"
    assert EN.decimal(0.05, 1) == "0.1"
    assert LV.decimal(1234.0, 1) == f"1{NO_BREAK}234,0"
    assert LV.money(6_495_221) == f"64{NO_BREAK}952,21{NO_BREAK}EUR"


D = dt.datetime  # as a data frame hands days over


@pytest.mark.parametrize(
    ("start", "end", "precision", "latvian", "english"),
    [
        (D(2020, 7, 22), D(2020, 7, 22), Precision.DAY, "22.07.2020.", "22 July 2020"),
        (D(2020, 7, 9), D(2020, 7, 11), Precision.DAY, "09.–11.07.2020.", "9–11 July 2020"),
        (D(2019, 8, 1), D(2020, 7, 31), Precision.DAY, "01.08.2019.–31.07.2020.",
         "1 August 2019–31 July 2020"),
        (D(2019, 9, 1), D(2020, 6, 30), Precision.MONTH, "09.2019.–06.2020.",
         "September 2019–June 2020"),
        (D(2020, 7, 1), D(2020, 12, 31), Precision.HALF_YEAR, "2020. gada 2. pusgads",
         "second half of 2020"),
        (D(2020, 1, 1), D(2020, 6, 30), Precision.HALF_YEAR, "2020. gada 1. pusgads",
         "first half of 2020"),
        (D(2020, 7, 1), D(2021, 6, 30), Precision.HALF_YEAR, "07.2020.–06.2021.",
         "July 2020–June 2021"),
        (D(2017, 1, 1), D(2018, 12, 31), Precision.YEAR, "2017.–2018.", "2017–2018"),
        (None, None, Precision.NOT_STATED, "datums nav norādīts", "date not stated"),
    ],
)  # fmt: skip
def test_a_period_is_as_exact_as_it_is_known(
    start: dt.datetime | None,
    end: dt.datetime | None,
    precision: Precision,
    latvian: str,
    english: str,
) -> None:
    assert LV.period(start, end, precision) == latvian
    assert EN.period(start, end, precision) == english


def test_a_moment_is_told_by_the_clock_of_riga() -> None:
    assert LV.moment(dt.datetime(2026, 7, 1, 21, 30, tzinfo=dt.UTC)) == "02.07.2026. 00:30"


def test_names_stand_in_latvian_order() -> None:
    names = ["Cēsis", "Šķēde", "Ādaži", "Čiekuri", "Saldus", "Aizkraukle", "Zilupe", "Žīguri"]
    assert LV.sort(names) == [
        "Ādaži", "Aizkraukle", "Cēsis", "Čiekuri", "Saldus", "Šķēde", "Zilupe", "Žīguri",
    ]  # fmt: skip


def test_a_chart_gets_the_marks_and_months_of_its_reader() -> None:
    assert LV.chart_locale()["number"]["decimal"] == ","
    months = LV.chart_locale()["time"]["months"]
    assert isinstance(months, list)
    assert months[0] == "janvāris"


@given(st.text(max_size=60))
def test_safe_text_holds_no_mark_that_markdown_could_read(text: str) -> None:
    escaped = safe(text)
    bare = escaped.replace("\\\\", "")
    assert all(bare[at - 1] == "\\" for at, letter in enumerate(bare) if letter in "*_[]()<>!`$:#|")
