"""Numbers of inhabitants: many at once, by one of several editors, out of files, and their past."""

import datetime as dt

import pytest
from sqlalchemy import Connection

from data_access import denominators, sources
from data_access.access import AccessRefused, Grant, Reader
from data_access.denominators import COUNTRY, Number, Of, Read, Remark, Unread
from data_access.filters import Filters
from data_access.places import PlaceUnknown
from data_access.rules import Role
from data_access.sources import SourceUnknown
from tests.data_access.answers import records
from tests.data_access.attendance.lists import a_workbook
from tests.data_access.readers import COORDINATOR, READER, STRANGER

RIGA, TALSI, VALKA = "2025:LV-RIX", "2025:LV-097", "2025:LV-101"
DAY, LATER = dt.date(2024, 1, 1), dt.date(2025, 1, 1)
REGISTER = Of("inhabitants", "population-register")
ROMA = Of("roma", "population-register")
NUMBERS = {RIGA: Number(605_000, DAY), TALSI: Number(35_000, DAY)}


def stored(connection: Connection, place: str, of: Of = REGISTER) -> list[tuple[object, ...]]:
    """What a source states of a place: the number and its year."""
    found = denominators.listed(connection, READER, Filters(place=place))
    found = found[(found["population"] == of.population) & (found["source"] == of.source)]
    return [(row["value"], row["as_of"].year) for row in found.to_dict("records")]


def test_two_sources_that_differ_stand_beside_each_other(known: Connection) -> None:
    found = denominators.listed(known, READER, Filters())
    assert records(found, "place", "population", "source", "value", "is_made_up") == [
        (None, "roma", "population-register", 6279, False),
        (None, "roma", "statistics-office", 4784, False),
    ]


def test_numbers_stand_by_division_and_in_latvian_order(known: Connection) -> None:
    numbers = dict.fromkeys(("2025:LV-DGV", "2025:LV-026", "2009:LV-026", TALSI), Number(7))
    denominators.store(known, COORDINATOR, ROMA, numbers, {})
    found = denominators.listed(known, READER, Filters())
    assert records(found[2:], "division", "name") == [
        ("2009", "Dobeles novads"),
        ("2025", "Daugavpils"),
        ("2025", "Dobeles novads"),
        ("2025", "Talsu novads"),
    ]


def test_many_are_stored_changed_and_taken_back_at_once(known: Connection) -> None:
    first = denominators.store(known, COORDINATOR, REGISTER, NUMBERS, {})
    assert (first.stored, first.removed) == (2, 0)
    assert stored(known, TALSI) == [(35_000, 2024)]
    later = {RIGA: Number(610_000, LATER), TALSI: None, VALKA: None}
    done = denominators.store(known, COORDINATOR, REGISTER, later, NUMBERS)
    assert (done.stored, done.removed) == (1, 1)
    assert (stored(known, RIGA), stored(known, TALSI)) == ([(610_000, 2025)], [])
    denominators.store(known, COORDINATOR, REGISTER, done.before, done.after)
    assert (stored(known, RIGA), stored(known, TALSI)) == ([(605_000, 2024)], [(35_000, 2024)])
    told = denominators.changes(known, COORDINATOR, REGISTER)
    values = told[told["column_name"] == "value"]
    assert records(values, "place", "old_value", "new_value") == [
        (TALSI, None, "35000"),
        (RIGA, "610000", "605000"),
        (TALSI, "35000", None),
        (RIGA, "605000", "610000"),
        (TALSI, None, "35000"),
        (RIGA, None, "605000"),
    ]
    assert denominators.changes(known, COORDINATOR, ROMA).empty


def test_the_later_of_two_editors_is_told_and_nothing_is_lost(known: Connection) -> None:
    denominators.store(known, COORDINATOR, REGISTER, NUMBERS, {})
    mine = {RIGA: Number(1), TALSI: NUMBERS[TALSI], VALKA: Number(2)}
    with pytest.raises(denominators.NumbersChanged) as refused:
        denominators.store(known, COORDINATOR, REGISTER, mine, {})
    assert refused.value.places == (RIGA,)
    assert (stored(known, RIGA), stored(known, VALKA)) == ([(605_000, 2024)], [])


@pytest.mark.parametrize("value", [-1, 3_000_001, 2.5, True])
def test_a_number_that_cannot_be_is_refused_with_its_place(known: Connection, value: int) -> None:
    numbers = {RIGA: Number(5), TALSI: Number(value)}
    with pytest.raises(denominators.NumbersUnusable) as refused:
        denominators.store(known, COORDINATOR, REGISTER, numbers, {})
    assert refused.value.places == (TALSI,)
    assert not stored(known, RIGA)


def test_without_a_source_or_of_no_place_nothing_is_stored(known: Connection) -> None:
    for of, place, refusal in (
        (Of("roma", None), RIGA, denominators.SourceMissing),
        (Of("roma", "nothing"), RIGA, SourceUnknown),
        (ROMA, "2025:LV-000", PlaceUnknown),
        (ROMA, "online", PlaceUnknown),
    ):
        with pytest.raises(refusal):
            denominators.store(known, COORDINATOR, of, {place: Number(1)}, {})


def test_a_documented_number_is_corrected_and_not_taken_away(known: Connection) -> None:
    seen = {COUNTRY: Number(6279)}
    with pytest.raises(denominators.NumbersFromDocuments):
        denominators.store(known, COORDINATOR, ROMA, {COUNTRY: None}, seen)
    denominators.store(known, COORDINATOR, ROMA, {COUNTRY: Number(6280, DAY)}, seen)
    told = denominators.changes(known, COORDINATOR, ROMA)
    assert records(told, "place", "old_value", "new_value") == [
        (None, None, "2024-01-01"),
        (None, "6279", "6280"),
    ]


def test_who_is_limited_or_may_not_stores_nothing(known: Connection) -> None:
    grants = frozenset({Grant(Role.COORDINATOR, municipalities=frozenset({1}))})
    for reader in (Reader("test:limited", grants), READER, STRANGER):
        with pytest.raises(AccessRefused):
            denominators.store(known, reader, ROMA, {RIGA: Number(1)}, {})


def test_more_roma_than_inhabitants_of_the_year_is_doubted(known: Connection) -> None:
    denominators.store(known, COORDINATOR, REGISTER, NUMBERS, {})
    stated = denominators.listed(known, READER, Filters())
    for number, doubted in (
        (Number(35_001, DAY), (TALSI,)),
        (Number(35_001, LATER), ()),
        (Number(35_001), (TALSI,)),
        (Number(35_000, DAY), ()),
    ):
        assert denominators.doubtful(stated, "roma", {TALSI: number}) == doubted
    few = {COUNTRY: Number(6_000), RIGA: Number(1)}
    assert denominators.doubtful(stated, "inhabitants", few) == (COUNTRY,)


def test_a_table_of_names_or_codes_is_read(known: Connection) -> None:
    written = "Pašvaldība;Skaits\nTalsu novads;1 234\nlv-rix;5\nValkas nov.;0\n"
    assert read(known, written) == Read({TALSI: 1234, RIGA: 5, VALKA: 0})
    book = a_workbook([["Novads", "Skaits"], ["Talsu novads", 12]])
    assert denominators.read(known, READER, "2025", book, "").numbers == {TALSI: 12}


def test_what_a_table_says_wrong_is_told_row_by_row(known: Connection) -> None:
    written = (
        "Talsu novads;7\nTalsi;8\nRīga;1,5\nNekuriene;3\nMadona;-4\nValkas novads;\nRojas novads;2"
    )
    assert read(known, written) == Read(
        {},
        (
            Remark(Unread.TWICE, 1, "Talsu novads"),
            Remark(Unread.TWICE, 2, "Talsi"),
            Remark(Unread.NOT_A_NUMBER, 3, "Rīga: 1,5"),
            Remark(Unread.UNKNOWN, 4, "Nekuriene"),
            Remark(Unread.NOT_A_NUMBER, 5, "Madona: -4"),
            Remark(Unread.NO_NUMBER, 6, "Valkas novads: "),
            Remark(Unread.ANOTHER_DIVISION, 7, "Rojas novads"),
        ),
    )


def test_names_hold_in_the_division_that_is_asked_for(known: Connection) -> None:
    found = denominators.read(known, READER, "2009", b"Rojas novads;2", "")
    assert found.numbers == {"2009:LV-079": 2}


def test_other_columns_and_other_files_are_refused(known: Connection) -> None:
    assert read(known, "Rīga;1;2").remarks == (Remark(Unread.OTHER_COLUMNS, None, "3"),)
    assert read(known, "Novads;Skaits").remarks == (Remark(Unread.NO_ROWS),)
    assert read(known, "%PDF-1.4").refused is not None


def test_there_are_119_then_43_then_42_municipalities(known: Connection) -> None:
    found = denominators.municipalities(known, READER, Filters())
    assert found["division"].value_counts(sort=False).to_dict() == {
        "2025": 42,
        "2021": 43,
        "2009": 119,
    }
    assert list(found["name"][:2]) == ["Ādažu novads", "Aizkraukles novads"]


def read(connection: Connection, written: str) -> Read:
    return denominators.read(connection, READER, "2025", written.encode(), "saraksts.csv")


def test_a_new_source_can_be_named(connection: Connection) -> None:
    new = {"title_en": None, "published_on": None, "address": None}
    code = sources.add(connection, COORDINATOR, title_lv="Skaitlis", **new)
    denominators.store(connection, COORDINATOR, Of("roma", code), {COUNTRY: Number(5)}, {})
    found = denominators.listed(connection, READER, Filters())
    assert records(found, "source_en", "value") == [("Skaitlis", 5)]
