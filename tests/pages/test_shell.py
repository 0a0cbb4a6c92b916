"""Every address goes through the shell, and a lost database is a sentence."""

from pathlib import Path

import pytest
from sqlalchemy import URL, Engine, text

from data_access.engine import writing
from pages.shared.words import LANGUAGES
from tests.pages.conftest import Visit, shown

PAGES = Path(__file__).parents[2] / "pages"
OTHERS = sorted({page.parent.name for page in PAGES.glob("*/page.py")} - {"overview"})


def test_pages_holds_no_script_but_the_shell() -> None:
    """Streamlit would serve any other one by itself, without the shell and its sign-in."""
    scripts = {path.name for path in PAGES.glob("*.py")}
    assert scripts == {"__init__.py", "shell.py"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_visitor_goes_from_the_overview_through_every_screen_and_back(
    sample_url: URL, visit: Visit, lang: str
) -> None:
    screen = visit(sample_url, lang=lang)
    first = shown(screen)
    for topic in OTHERS:
        screen.switch_page(f"{topic}/page.py").run()
        assert not screen.exception
        assert screen.query_params["lang"] == lang
        assert shown(screen) != first
    screen.switch_page("overview/page.py").run()
    assert shown(screen) == first


def test_language_and_round_survive_a_change_of_page(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, lang="en", round="III")
    screen.query_params.clear()
    screen.switch_page("activities/page.py").run()
    assert screen.query_params["lang"] == "en"
    assert screen.query_params["round"] == "III"
    assert "Activities" in shown(screen)


def test_the_language_switch_writes_a_neutral_code_into_the_address(
    facts_url: URL, visit: Visit
) -> None:
    screen = visit(facts_url, lang="lv")
    screen.segmented_control(key="language").set_value("en").run()
    assert screen.query_params["lang"] == "en"
    assert "Latvian Roma Platform IV" in shown(screen)


def test_a_chosen_round_and_day_stand_in_the_address(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, lang="lv")
    screen.selectbox(key="round").set_value("III").run()
    assert screen.query_params["round"] == "III"
    assert "Latvijas romu platforma III" in shown(screen)


def test_a_database_of_a_later_version_is_a_sentence_on_the_page(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    with writing(facts, rebuilds=True) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'ffff'"))
    shown_text = shown(visit(facts_url, lang="en"))
    assert "belongs to a later version" in shown_text
    assert "Participants" not in shown_text
