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
