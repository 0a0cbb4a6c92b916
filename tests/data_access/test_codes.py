"""Codes for what is entered on screen: neutral, free, and numerals that count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection

from data_access import schema
from data_access.codes import (
    LONGEST,
    CountryUnusable,
    NumeralUnusable,
    country,
    free_code,
    is_web_address,
    numbered_code,
    roman,
    slug,
)
from data_access.upkeep import Hand
from tests.data_access.readers import COORDINATOR
from tests.data_access.rows import source_called

NUMERALS = ("I", "IV", "V", "VII", "VIII", "IX", "X", "XIV", "XIX", "XX", "XXXIX")
NUMBERS = (1, 4, 5, 7, 8, 9, 10, 14, 19, 20, 39)


@pytest.mark.parametrize(("numeral", "number"), list(zip(NUMERALS, NUMBERS, strict=True)))
def test_a_numeral_counts(numeral: str, number: int) -> None:
    assert roman(numeral) == number


@pytest.mark.parametrize("text", ["", "i", "IIII", "VV", "IL", "XL", "4", "IV ", "IVI"])
def test_another_text_is_no_numeral(text: str) -> None:
    with pytest.raises(NumeralUnusable):
        roman(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("V Seminārs Rīgā", "v-seminars-riga"),
        ("IV  „SĀRE KHETENE” 2020!", "iv-sare-khetene-2020"),
        ("…", ""),
        ("a" * 90, "a" * LONGEST),
    ],
)
def test_a_slug_is_plain(text: str, expected: str) -> None:
    assert slug(text) == expected


@given(st.text(max_size=200))
def test_a_slug_is_neutral_in_an_address_whatever_the_text(text: str) -> None:
    found = slug(text)
    assert len(found) <= LONGEST
    assert set(found) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_a_code_that_is_taken_gets_a_number(connection: Connection) -> None:
    for code in ("parskats", "parskats-2", "parskats-gada"):
        connection.execute(source_called(code))
    assert free_code(connection, schema.source, "Pārskats") == "parskats-3"
    assert free_code(connection, schema.source, "Pārskats gada") == "parskats-gada-2"
    assert free_code(connection, schema.source, "…") == "source"


def test_a_country_has_two_letters() -> None:
    assert country(" lt ") == "LT"
    for text in (None, "", "Latvija", "L1", "ĀĀ"):
        with pytest.raises(CountryUnusable):
            country(text)


@pytest.mark.parametrize(
    ("address", "opens"),
    [
        ("https://www.km.gov.lv/a?b#c", True),
        ("http://km.gov.lv", True),
        ("HTTPS://KM.GOV.LV", True),
        ("https:///a", False),
        ("javascript:alert(1)", False),
        ("https://a\nb", False),
        ("www.km.gov.lv", False),
    ],
)
def test_an_address_is_one_that_a_browser_opens(address: str, opens: bool) -> None:
    assert is_web_address(address) is opens


def test_a_number_is_given_once_though_its_row_is_gone(connection: Connection) -> None:
    hand = Hand(connection, COORDINATOR)
    table, handed = schema.mediator, list[str]()
    for _ in range(3):
        handed.append(numbered_code(connection, table, "mediator-{}"))
        row = hand.add(table, code=handed[-1])
        hand.remove(table, row)
    assert len(set(handed)) == 3
    hand.add(table, code=f"mediator-{int(handed[-1].removeprefix('mediator-')) + 1}")
    assert numbered_code(connection, table, "mediator-{}") not in handed
    assert numbered_code(connection, schema.family, "G-{:04}") == "G-0001"
