"""One search finds activities, institutions, places and recommendations, and no people."""

import pytest
from sqlalchemy import Connection, insert

from data_access import schema
from data_access.filters import Filters
from data_access.rules import Look
from data_access.search import AT_MOST, found
from tests.data_access.people import a_round, add, an_activity
from tests.data_access.readers import READER


def codes(connection: Connection, text: str, kind: str) -> list[str]:
    """The codes of one kind that a text finds."""
    answer = found(connection, READER, text)
    return list(answer.loc[answer["kind"] == kind, "code"])


@pytest.mark.parametrize(
    ("text", "kind", "code"),
    [
        ("lietuva", "activity", "iv-lithuania"),
        ("LITHUANIA", "activity", "iv-lithuania"),
        ("kultūras ministrija", "institution", "km"),
        ("KULTURAS", "institution", "km"),
        ("km", "institution", "km"),
        ("ministry of culture", "institution", "km"),
        ("valkas novads", "place", "2009:LV-101"),
        ("rezekne", "place", "2025:LV-REZ"),
        ("IV-08", "recommendation", "IV-08"),
        ("mediac", "recommendation", "IV-03"),
    ],
)
def test_a_word_finds_whatever_its_case_accents_and_language(
    known: Connection, text: str, kind: str, code: str
) -> None:
    assert code in codes(known, text, kind)


def test_every_word_must_be_there(known: Connection) -> None:
    assert codes(known, "vizīte lietuvā", "activity") == ["iv-lithuania"]
    assert codes(known, "vizīte lietuvā igaunijā", "activity") == []


def test_a_unit_is_found_where_it_lies_now(known: Connection) -> None:
    answer = found(known, READER, "aglonas pag")
    unit = answer[answer["kind"] == "unit"].to_dict("records")[0]
    assert (unit["title_lv"], unit["lies_in"]) == ("Aglonas pag.", "Preiļu novads")


@pytest.mark.parametrize(
    ("text", "name", "lies_in"),
    [
        ("sabile", "Sabile", "Talsu novads"),
        ("SABILES", "Sabile", "Talsu novads"),
        ("valka", "Valka", "Valkas novads"),
        ("Valkā", "Valka", "Valkas novads"),
        ("kandavas pagasts", "Kandavas pag.", "Tukuma novads"),
        ("cesis", "Cēsis", "Cēsu novads"),
    ],
)
def test_towns_and_parishes_are_found_as_people_write_them(
    known: Connection, text: str, name: str, lies_in: str
) -> None:
    answer = found(known, READER, text)
    units = answer[answer["kind"] == "unit"]
    assert (name, lies_in) in list(zip(units["title_lv"], units["lies_in"], strict=True))


@pytest.mark.parametrize("text", ["talsu novada", "Talsi", "talsu nov."])
def test_a_municipality_is_found_in_other_cases(known: Connection, text: str) -> None:
    assert "2025:LV-097" in codes(known, text, "place")


@pytest.mark.parametrize(
    ("filters", "lay_in", "place"),
    [
        (Filters(round="IV"), "Kandavas novads", "2009:LV-043"),
        (Filters(round="VII"), None, None),
        (Filters(round="IV", look=Look.TODAY), None, None),
    ],
)
def test_a_unit_says_where_it_lay_in_the_chosen_look(
    known: Connection, filters: Filters, lay_in: str | None, place: str | None
) -> None:
    answer = found(known, READER, "kandavas pag", filters)
    (unit,) = answer[answer["kind"] == "unit"].to_dict("records")
    assert (unit["code"], unit["lies_in"]) == ("2025:LV-099", "Tukuma novads")
    assert (unit["lay_in"], unit["lay_in_place"]) == (lay_in, place)


@pytest.mark.parametrize("text", ["", " ", "a", "\u0301"])
def test_what_is_too_short_finds_nothing(known: Connection, text: str) -> None:
    assert found(known, READER, text).empty


@pytest.mark.parametrize("text", ["%%", "__", "100%", "' or 1=1 --", "\\\\"])
def test_signs_of_the_database_stand_for_themselves(known: Connection, text: str) -> None:
    assert found(known, READER, text).empty


def test_a_made_up_institution_says_so_and_a_real_one_does_not(connection: Connection) -> None:
    names = {"name_en": "Board", "kind": "ngo"}
    for code, origin in (("a", "sample"), ("b", "entered")):
        row = {"code": code, "name_lv": f"Valde {code}", "name_folded": f"valde {code}"}
        add(connection, schema.institution, **row, **names, origin=origin)
    answer = found(connection, READER, "valde")
    assert dict(zip(answer["code"], answer["is_made_up"], strict=True)) == {"a": True, "b": False}


def test_an_alias_finds_its_institution_once(connection: Connection) -> None:
    row = {"code": "a", "name_lv": "Valde", "name_en": "Board", "name_folded": "valde"}
    board = add(connection, schema.institution, **row, kind="ngo")
    for name in ("vecā valde", "senā valde"):
        alias = {"institution_id": board, "name": name, "name_folded": name.replace("ā", "a")}
        add(connection, schema.institution_alias, **alias)
    assert codes(connection, "vecā", "institution") == ["a"]
    assert codes(connection, "valde", "institution") == ["a"]


def test_people_are_never_found(connection: Connection) -> None:
    person = add(connection, schema.person)
    sealed = {"name_sealed": b"Berzina", "name_match": b"berzina"}
    connection.execute(insert(schema.person_identity).values(person_id=person, **sealed))
    assert found(connection, READER, "berzina").empty


def test_more_than_can_be_shown_is_told_by_one_row_more(connection: Connection) -> None:
    round_id = a_round(connection)
    for _ in range(AT_MOST + 3):
        an_activity(connection, round_id)
    assert len(codes(connection, "nosaukums", "activity")) == AT_MOST + 1


@pytest.mark.parametrize("text", ["Krāslava castle", "kraslava CASTLE", "LVĢMC", "lvgmc"])
def test_english_and_abbreviations_are_found_without_their_accents(
    connection: Connection, text: str
) -> None:
    an_activity(connection, a_round(connection), title_en="Meeting at Krāslava castle")
    an_activity(connection, a_round(connection, "V"), title_en="Meeting at a castle")
    row = {"code": "a", "name_lv": "Centrs", "name_en": "Centre", "name_folded": "centrs"}
    add(connection, schema.institution, **row, kind="state", abbreviation="LVĢMC")
    assert len(found(connection, READER, text)) == 1
