"""The register on screen: searching, one institution, and what is refused."""

import pytest
from sqlalchemy import URL, Engine, select, update

from data_access import schema
from data_access.engine import reading, writing
from tests.pages.conftest import Visit, shown
from tests.pages.screens import links, press


def test_the_register_is_searched_by_any_name(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, "institutions", lang="lv")
    assert "26 iestādes" in shown(screen)
    for sought, expected in (
        ("KULTŪRAS", 3),
        ("lr kulturas", 1),
        ("nva", 1),
        ("ministry of culture", 2),
        ("Ž nekas", 0),
    ):
        screen.text_input(key="institutions-search").set_value(sought).run()
        assert len(links(screen)) == expected, sought
    assert "Neviena iestāde neatbilst" in shown(screen)


def test_the_register_is_narrowed_by_kind(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, "institutions", lang="en", kind="international")
    assert "3 institutions" in shown(screen)
    assert "Ministry of Culture" not in links(screen)


def test_one_institution_tells_its_names_and_where_it_appears(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, "institutions", lang="en", institution="lm")
    text = shown(screen)
    assert "In Latvian: Labklājības ministrija" in text
    assert any(link.startswith("IV, participant: Good-practice visit") for link in links(screen))
    assert any(link.startswith("Recommendation IV-") for link in links(screen))
    assert "made up" not in text


def test_an_address_of_no_institution_says_so(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, "institutions", lang="lv", institution="nobody")
    assert "Iestādes ar šādu adresi nav" in shown(screen)
    assert len(links(screen)) == 26


def test_a_made_up_institution_says_so(facts_url: URL, facts: Engine, visit: Visit) -> None:
    with writing(facts) as connection:
        connection.execute(
            update(schema.institution)
            .where(schema.institution.c.code == "vas")
            .values(origin="sample")
        )
    assert "This institution is made up." in shown(
        visit(facts_url, "institutions", lang="en", institution="vas")
    )
    assert shown(visit(facts_url, "institutions", lang="lv")).count("izdomāta iestāde · VAS") == 1


def test_an_institution_is_added_and_a_known_one_refused(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    screen = visit(facts_url, "institutions", lang="lv")
    screen.text_input(key="institution-add-name_lv").set_value("KM")
    press(screen, "Pievienot iestādi")
    assert "Šāds nosaukums jau ir iestādei „Kultūras ministrija”" in shown(screen)
    assert screen.text_input(key="institution-add-name_lv").value == "KM"
    screen.text_input(key="institution-add-name_lv").set_value("Jauna biedrība")
    screen.selectbox(key="institution-add-kind").select("ngo")
    press(screen, "Pievienot iestādi")
    assert "27 iestādes" in shown(screen)
    assert "Jauna biedrība" in links(screen)
    with reading(facts) as connection:
        named = schema.institution.c.name_lv == "Jauna biedrība"
        kind = select(schema.institution.c.kind).where(named)
        assert connection.scalars(kind).one() == "ngo"


def test_no_contact_becomes_an_institution(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, "institutions", lang="lv")
    screen.text_input(key="institution-add-name_lv").set_value("anna@example.org")
    press(screen, "Pievienot iestādi")
    assert "nevar piederēt iestādei" in shown(screen)
    assert "26 iestādes" in shown(screen)


def test_other_names_are_added_and_taken_away(facts_url: URL, facts: Engine, visit: Visit) -> None:
    screen = visit(facts_url, "institutions", lang="en", institution="lm")
    screen.text_input(key="alias-lm-name").set_value("Kultūras  MINISTRIJA")
    press(screen, "Add the name")
    assert "“Ministry of Culture” goes by this name already" in shown(screen)
    screen.text_input(key="alias-lm-name").set_value("LabMin")
    press(screen, "Add the name")
    assert "LabMin, LM" in shown(screen)
    screen.selectbox(key="alias-off-lm-number").set_value(_number_of(facts, "LabMin"))
    press(screen, "Take the name away")
    assert "other name: LabMin → nothing" in shown(screen)
    assert "LabMin, LM" not in shown(screen)


def test_a_correction_is_told_in_its_history(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, "institutions", lang="en", institution="vas")
    screen.selectbox(key="institution-vas-place").select("2025:LV-RIX")
    screen.text_input(key="institution-vas-country").set_value("Latvia")
    press(screen, "Store the institution")
    assert "A country is written with two letters" in shown(screen)
    screen.text_input(key="institution-vas-country").set_value("lv")
    press(screen, "Store the institution")
    assert "municipality: nothing → Rīga" in shown(screen)


@pytest.mark.parametrize("language", ["lv", "en"])
def test_an_empty_register_says_what_to_do(migrated_url: URL, visit: Visit, language: str) -> None:
    text = shown(visit(migrated_url, "institutions", lang=language))
    expected = {"lv": "Pievienojiet pirmo", "en": "Add the first one above"}
    assert expected[language] in text


def _number_of(facts: Engine, name: str) -> str:
    alias = schema.institution_alias
    with reading(facts) as connection:
        return str(connection.scalars(select(alias.c.id).where(alias.c.name == name)).one())


def test_the_words_that_tell_the_kind_are_listed(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, "institutions", lang="lv")
    assert [header.value for header in screen.header] == ["Vārdi, kas norāda veidu"]
    (table,) = screen.table
    told = dict(zip(table.value.index, table.value.iloc[:, 0], strict=True))
    assert told["ministrija"] == "Valsts iestāde"
    assert told["biedrība"] == "Nevalstiska organizācija"


def test_a_word_is_added_and_taken_away(facts_url: URL, facts: Engine, visit: Visit) -> None:
    screen = visit(facts_url, "institutions", lang="en")
    screen.text_input(key="institution-word-word").set_value("Klubs")
    screen.selectbox(key="institution-word-kind").set_value("ngo")
    press(screen, "Add the word")
    assert stored_word(facts, "Klubs") == "ngo"
    press_again = screen.selectbox(key="institution-word-off-number")
    press_again.set_value(str(number_of_word(facts, "Klubs")))
    press(screen, "Take the word away")
    assert stored_word(facts, "Klubs") is None
    assert stored_word(facts, "biedrība") == "ngo"
    assert "Removed by hand: 1" in [each.label for each in screen.expander]


def test_a_word_that_is_there_is_refused(facts_url: URL, facts: Engine, visit: Visit) -> None:
    screen = visit(facts_url, "institutions", lang="lv")
    screen.text_input(key="institution-word-word").set_value("MINISTRIJA")
    screen.selectbox(key="institution-word-kind").set_value("ngo")
    press(screen, "Pievienot vārdu")
    assert "Šis vārds sarakstā jau ir. Nekas netika saglabāts." in shown(screen)
    assert stored_word(facts, "ministrija") == "state"


@pytest.mark.parametrize("persona", ["manager", "coordinator-riga"])
def test_who_may_not_speak_of_every_list_reads_the_words_alone(
    sample_url: URL, visit: Visit, persona: str
) -> None:
    screen = visit(sample_url, "institutions", lang="en", **{"as": persona})
    labels = [each.label for each in screen.expander]
    assert any("words and phrases" in label for label in labels)
    assert "Change these words" not in labels


def stored_word(engine: Engine, word: str) -> str | None:
    table = schema.institution_word.c
    with reading(engine) as connection:
        return connection.scalar(select(table.kind).where(table.word == word))


def number_of_word(engine: Engine, word: str) -> int:
    table = schema.institution_word.c
    with reading(engine) as connection:
        return int(connection.scalars(select(table.id).where(table.word == word)).one())
