"""Words that tell what sort of body an institution is: what they say together, and their upkeep."""

import pytest
from sqlalchemy import Connection, Engine, select

from data_access import documented, institutions, schema, upkeep
from data_access.access import AccessRefused, Right
from data_access.engine import reading, writing
from data_access.filters import Filters
from data_access.institutions import InstitutionWords, WordKnown, WordUnusable
from data_access.institutions.names import distinct
from data_access.rules import InstitutionKind, Origin
from tests.data_access.answers import records
from tests.data_access.people import add
from tests.data_access.readers import COORDINATOR, READER, STRANGER

EVERYTHING = Filters()
FACTS = InstitutionWords.of_facts()
STATE, MUNICIPAL, NGO = institutions.KINDS_OF_WORDS
SAID_NOTHING = InstitutionKind.NOT_STATED


def listed(connection: Connection) -> list[tuple[object, ...]]:
    return records(institutions.words(connection, READER, EVERYTHING), "word", "kind", "origin")


def number_of(connection: Connection, word: str) -> int:
    found = institutions.words(connection, READER, EVERYTHING)
    return int(found[found["word"] == word].iloc[0]["number"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Finanšu ministrija", STATE),
        ("FINANSU MINISTRIJA", STATE),
        ("Valsts policija", STATE),
        ("Saldus novada pašvaldības policija", MUNICIPAL),
        ("Talsu novada dome", MUNICIPAL),
        ("Sociālais dienests", MUNICIPAL),
        ("Biedrība „Ceļš”", NGO),
        ("nodibinājums", NGO),
        ("Rīgas Valsts ģimnāzija", SAID_NOTHING),
        ("Valsts akciju sabiedrība „Ceļš”", SAID_NOTHING),
        ("pašvaldības biedrība", SAID_NOTHING),
        ("Lietuvas Kultūras ministrija", SAID_NOTHING),
        ("Latvijas Pašvaldību savienība", SAID_NOTHING),
        ("ministrijas biedrs", STATE),
        ("priekšministrija", SAID_NOTHING),
        ("", SAID_NOTHING),
    ],
)
def test_words_say_a_kind_where_they_agree(text: str, expected: InstitutionKind) -> None:
    assert FACTS.kind_of(text) == expected


def test_the_longer_phrase_is_one_thing() -> None:
    known = {"policija": "state", "pašvaldības": "ngo", "Pašvaldības  policija": "municipal"}
    assert InstitutionWords(known).kind_of("Jelgavas pašvaldības policija") == MUNICIPAL
    assert InstitutionWords(known).kind_of("policija pašvaldības") == SAID_NOTHING
    assert InstitutionWords(known).kind_of("Valsts policija") == STATE
    assert InstitutionWords({}).kind_of("policija") == SAID_NOTHING


def test_the_documented_words_state_three_kinds_and_nobody_is_roma() -> None:
    lines = documented.lines("institution_word")
    assert {line["kind"] for line in lines} == set(institutions.KINDS_OF_WORDS)
    assert not [line for line in lines if "rom" in line["word"].casefold()]


def test_the_database_and_the_file_agree(facts: Engine) -> None:
    with reading(facts) as connection:
        found = InstitutionWords.of(connection, READER)
        assert len(listed(connection)) == len(documented.lines("institution_word"))
    for text in ("Finanšu ministrija", "Biedrība", "Rīgas dome", "nekas"):
        assert found.kind_of(text) == FACTS.kind_of(text)


def test_words_are_listed_by_kind_and_alphabet(connection: Connection) -> None:
    for word, kind in (
        ("zars", "state"),
        ("čiekurs", "ngo"),
        ("cirvis", "ngo"),
        ("ābols", "state"),
    ):
        institutions.add_word(connection, COORDINATOR, word, kind)
    assert [word for word, *_ in listed(connection)] == ["ābols", "zars", "cirvis", "čiekurs"]


def test_a_word_is_added_and_taken_away_and_the_history_keeps_it(connection: Connection) -> None:
    add(connection, schema.institution_word, word="cits", word_folded="cits", kind="state")
    institutions.add_word(connection, COORDINATOR, " Sporta   klubs ", "ngo")
    assert ("Sporta klubs", "ngo", Origin.ENTERED) in listed(connection)
    number = number_of(connection, "Sporta klubs")
    institutions.remove_word(connection, COORDINATOR, number, 1)
    assert [word for word, *_ in listed(connection)] == ["cits"]
    told = upkeep.history(connection, COORDINATOR, "institution_word", number)
    assert ("word", "Sporta klubs", None) in records(told, "column_name", "old_value", "new_value")


@pytest.mark.parametrize(
    ("word", "kind", "refusal"),
    [
        ("KLUBS", "state", WordKnown),
        ("klubs", "ngo", WordKnown),
        ("", "ngo", WordUnusable),
        ("„ ”", "ngo", WordUnusable),
        ("a" * 101, "ngo", WordUnusable),
        ("anna@example.org", "ngo", WordUnusable),
        ("romi", "roma", WordUnusable),
        ("cits", "not_stated", WordUnusable),
    ],
)
def test_what_is_no_word_of_the_three_kinds_is_refused(
    connection: Connection, word: str, kind: str, refusal: type[Exception]
) -> None:
    institutions.add_word(connection, COORDINATOR, "Klubs", "ngo")
    with pytest.raises(refusal):
        institutions.add_word(connection, COORDINATOR, word, kind)
    assert listed(connection) == [("Klubs", "ngo", Origin.ENTERED)]


def test_who_keeps_no_records_changes_no_words(connection: Connection) -> None:
    institutions.add_word(connection, COORDINATOR, "Klubs", "ngo")
    number = number_of(connection, "Klubs")
    for refused in (READER, STRANGER):
        with pytest.raises(AccessRefused):
            institutions.add_word(connection, refused, "cits", "ngo")
        with pytest.raises(AccessRefused):
            institutions.remove_word(connection, refused, number, 1)
    with pytest.raises(AccessRefused):
        InstitutionWords.of(connection, STRANGER)
    assert Right.KEEP_RECORDS
    with pytest.raises(upkeep.RowUnknown):
        institutions.remove_word(connection, COORDINATOR, number + 1, 1)
    with pytest.raises(upkeep.ChangedMeanwhile):
        institutions.remove_word(connection, COORDINATOR, number, 2)


def test_names_that_differ_in_quotation_marks_alone_are_one_institution() -> None:
    same = ("Biedrība „Ceļš”", 'biedrība "Ceļš"', "Ceļš, biedrība", "Ceļš")
    assert distinct((*same, "Cits ceļš")) == ("Ceļš", "Cits ceļš")
    assert set(distinct(("SIA Ceļš", "Biedrība Ceļš"))) == {"SIA Ceļš", "Biedrība Ceļš"}


def test_institutions_are_proposed_and_added_with_the_kind_of_their_words(facts: Engine) -> None:
    names = ("Finanšu ministrija", "Biedrība „Ceļš”", 'biedrība "Ceļš"', "Skola")
    with writing(facts) as connection:
        kinds = institutions.proposed(connection, READER, names)
        assert kinds == {
            "Skola": SAID_NOTHING,
            "Finanšu ministrija": STATE,
            "Biedrība „Ceļš”": NGO,
        }
        assert institutions.add_institutions(connection, COORDINATOR, names, kinds) == 3
        assert institutions.add_institutions(connection, COORDINATOR, names, kinds) == 0
        table = schema.institution.c
        stored = select(table.name_lv, table.kind).where(table.origin == Origin.ENTERED)
        assert dict(iter(connection.execute(stored))) == kinds
