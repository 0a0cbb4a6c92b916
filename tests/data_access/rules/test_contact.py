"""What looks like a contact is told from what only has signs and digits of its own."""

import pytest

from data_access.rules import resembles_contact, resembles_personal_code

CONTACTS = (
    *("anna@example.org", "anna @ example.org", "ANNA\uff20EXAMPLE.ORG", "a@b", "Anna <a@b.lv>"),
    *("29123456", "+371 29 123 456", "(+371) 6712-3456", "tel. 291.23.456", "2,6123456E+07"),
    *("010190-12345", "Anna Ozola 29 123 456", "Anna Ozola, t. +37129123456", "\u0662" * 8),
)
OTHERS = (
    *("", "Kultūras ministrija", "Rīgas 95. vidusskola", "18-29", "55+", "@ Home", "Home @"),
    *("Fonds 2014-2020", "Fonds „2021-2027”, 2. kārta", "Biedrība 1991", "LV-1050"),
    *("SIA Kopā, reģ. nr. 40003012345", "2014. gada 1. marta biedrība"),
)


@pytest.mark.parametrize("text", CONTACTS)
def test_a_contact_is_seen_in_any_spelling(text: str) -> None:
    assert resembles_contact(text)


@pytest.mark.parametrize("text", OTHERS)
def test_what_has_other_signs_and_digits_is_none(text: str) -> None:
    assert not resembles_contact(text)


PERSONAL_CODES = (
    *("010190-12345", "01019012345", "Pārbaudīt personu 311299 – 10001 sarakstā", "321234-56789"),
    *("310190\uff0d12345", "(320000-00000)"),
)
NO_CODES = (
    *("", "Reģ. nr. 40003012345", "29123456", "2020-07-22", "No 2014 līdz 2020", "0101901-2345"),
    *("33019012345", "010190123456", "9010190-12345"),
)


@pytest.mark.parametrize("text", PERSONAL_CODES)
def test_a_personal_code_is_seen_with_its_dash_and_without(text: str) -> None:
    assert resembles_personal_code(text)


@pytest.mark.parametrize("text", NO_CODES)
def test_other_numbers_are_no_personal_codes(text: str) -> None:
    assert not resembles_personal_code(text)
