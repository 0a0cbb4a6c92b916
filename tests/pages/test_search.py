"""The search screen: findings by kind, and what to do where there are none."""

from urllib.parse import parse_qs

import pytest
from sqlalchemy import URL
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Visit, shown


@pytest.mark.parametrize(
    ("language", "text", "heading"),
    [("lv", "valka", "Pilsētas un novadi"), ("en", "VALKA", "Municipalities")],
)
def test_a_word_finds_by_kind(
    facts_url: URL, visit: Visit, language: str, text: str, heading: str
) -> None:
    screen = visit(facts_url, "search", lang=language)
    screen.text_input(key="search").set_value(text).run()
    found = shown(screen)
    assert heading in found
    links = [link.proto.label for link in screen.get("page_link")]
    assert any("IV\\-02" in label for label in links)
    assert any("Valkas novads" in label for label in links)


def test_nothing_found_says_what_to_try(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, "search", lang="en")
    assert "at least two letters" in shown(screen)
    screen.text_input(key="search").set_value("qqqq").run()
    assert "Nothing found. Try a shorter word" in shown(screen)


def test_what_was_typed_does_not_stand_in_the_address(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, "search", lang="en")
    screen.text_input(key="search").set_value("Anna Paraudziņa").run()
    assert not any("Anna" in str(value) for value in screen.query_params.values())


def test_an_empty_database_says_how_to_begin(migrated_url: URL, visit: Visit) -> None:
    assert "python -m seed" in shown(visit(migrated_url, "search", lang="en"))


def found_places(screen: AppTest, text: str) -> dict[str, str]:
    """The municipalities' pages that the links for the text open, by what the links say."""
    screen.text_input(key="search").set_value(text).run()
    found = {}
    for link in screen.get("page_link"):
        if link.proto.page == "municipalities":
            query = parse_qs(link.proto.query_string.lstrip("?"))
            found[link.proto.label.replace("\\", "")] = query["place"][0]
    return found


def test_towns_and_parishes_open_the_municipality_of_today_and_of_the_look(
    facts_url: URL, visit: Visit
) -> None:
    screen = visit(facts_url, "search", lang="en", round="IV")
    assert found_places(screen, "sabiles") == {"Sabile (now in Talsu novads)": "2025:LV-097"}
    found = found_places(screen, "kandavas pagasts")
    assert found == {
        "Kandavas pag. (now in Tukuma novads)": "2025:LV-099",
        "Kandavas pag. in the division of 2009: Kandavas novads": "2009:LV-043",
    }


def test_who_may_not_open_municipalities_still_reads_where_places_lie(
    sample_url: URL, visit: Visit
) -> None:
    screen = visit(sample_url, "search", lang="en", **{"as": "council-member"})
    assert found_places(screen, "sabile") == {}
    assert "Sabile (now in Talsu novads)" in shown(screen)
