"""Who may open which page, and what each reader is told of what they do not see."""

import logging
from collections.abc import Mapping
from typing import Any

import pytest
import streamlit as st
from sqlalchemy import URL
from streamlit.testing.v1 import AppTest

from pages.shared.words import LANGUAGES, Words
from tests.pages.conftest import Visit, shown
from tests.pages.readers import OPEN_TO, TITLES, go, refusal
from tests.pages.screens import links

TOPICS = list(TITLES)
FULL = {
    "overview": "operator",
    "participants": "administrator",
    "coverage": "manager",
    "caseloads": "mediator",
    "recommendations": "institution",
    "search": "council-member",
    "activities": "coordinator-riga",
    "attendance": "coordinator",
    "mediators": "coordinator-riga",
    "rounds": "administrator",
    "institutions": "coordinator-riga",
    "reported": "manager",
    "audit": "auditor",
}
"""Each page with a reader who may open it, so that every reader opens one full of records."""


LIMIT = (
    "Your role reaches only this: {limits}. Activities and recorded figures shown here are not "
    "the whole round's."
)


@pytest.fixture
def menus(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, list[str]]]:
    """What the menu showed in each run: its groups with their pages."""
    seen: list[dict[str, list[str]]] = []
    draw = st.navigation

    def note(groups: Mapping[str, list[Any]], **how: Any) -> Any:
        seen.append(
            {
                group: [page.title for page in pages if page.visibility == "visible"]
                for group, pages in groups.items()
            }
        )
        return draw(groups, **how)

    monkeypatch.setattr(st, "navigation", note)
    return seen


@pytest.mark.parametrize("persona", OPEN_TO)
def test_every_role_opens_its_pages_and_no_other(
    persona: str,
    sample_url: URL,
    visit: Visit,
    menus: list[dict[str, list[str]]],
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.ERROR)
    turn = list(OPEN_TO).index(persona)
    screen = visit(sample_url, lang="lv", round="III", **{"as": persona})
    for place, topic in enumerate(TOPICS):
        words = Words(LANGUAGES[(turn + place) % len(LANGUAGES)])
        go(screen, topic, lang=words.language)
        titles = {words.say(TITLES[each]) for each in OPEN_TO[persona]}
        limit = words.say(LIMIT, limits="Rīga")
        assert (limit in shown(screen)) is (persona == "coordinator-riga"), topic
        in_menu = [title for pages in menus[-1].values() for title in pages]
        assert set(in_menu) == titles
        assert all(menus[-1].values()), "a group without a page"
        if topic in OPEN_TO[persona]:
            assert not refusal(screen), topic
        else:
            assert refusal(screen), topic
            assert [each.value for each in screen.title] == [words.say(TITLES[topic])]
            assert links(screen) == titles
            assert not any(screen.get(kind) for kind in ("metric", "table", "vega_lite_chart"))
    assert not caplog.records


def test_pages_full_of_rows_open_to_their_roles(sample_url: URL, visit: Visit) -> None:
    screen = visit(sample_url, "rounds", lang="lv", **{"as": "auditor"})
    made_up = "These data are made up in part: they show how the platform works."
    for place, (topic, persona) in enumerate(FULL.items()):
        words = Words(LANGUAGES[place % len(LANGUAGES)])
        go(screen, topic, lang=words.language, **{"as": persona})
        assert not refusal(screen), topic
        assert words.say(made_up) in shown(screen), topic


def test_the_choice_of_a_reader_stands_in_the_address_beside_everything_else(
    sample_url: URL, visit: Visit
) -> None:
    screen = visit(sample_url, "activities", lang="en", round="III", since="2018-01-01")
    assert person(screen) == "operator"
    screen.selectbox(key="persona").set_value("council-member").run()
    kept = {name: screen.query_params[name] for name in ("lang", "round", "from")}
    assert kept == {"lang": "en", "round": "III", "from": "2018-01-01"}
    assert screen.query_params["as"] == "council-member"
    assert "Shown to your role" in shown(screen)
    go(screen, "rounds")
    assert person(screen) == "council-member"


def test_a_reader_chosen_on_a_page_that_is_not_theirs_is_refused_in_a_sentence(
    sample_url: URL, visit: Visit
) -> None:
    screen = visit(sample_url, "participants", lang="en", **{"as": "manager"})
    assert screen.metric
    screen.selectbox(key="persona").set_value("institution").run()
    assert not screen.exception
    assert refusal(screen) == "This page is not for the role you are here in (institution)."
    assert not screen.metric


def test_nobody_is_chosen_who_is_no_reader_of_the_sample(sample_url: URL, visit: Visit) -> None:
    screen = visit(sample_url, lang="en", **{"as": "minister"})
    assert "as" not in screen.query_params
    assert person(screen) == "operator"


def test_without_made_up_data_nobody_is_chosen_and_the_operator_is_named(
    facts_url: URL, visit: Visit
) -> None:
    screen = visit(facts_url, "participants", lang="en", **{"as": "auditor"})
    assert "as" not in screen.query_params
    assert not refusal(screen)
    assert "persona" not in {each.key for each in screen.selectbox}
    assert "Works here: tester" in shown(screen)


def test_an_operator_without_a_usable_name_is_a_sentence(
    facts_url: URL, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLATFORM_OPERATOR", "Anna Paraudziņa")
    text = shown(visit(facts_url, lang="en"))
    assert "Nobody is named who works with the platform here" in text
    assert "Paraudziņa" not in text
    assert "Rounds compared" not in text


def test_the_auditor_has_no_round_to_choose_and_sees_that_data_are_made_up(
    sample_url: URL, visit: Visit
) -> None:
    screen = visit(sample_url, "audit", lang="en", **{"as": "auditor"})
    assert {each.key for each in screen.selectbox} & {"round", "persona"} == {"persona"}
    assert "These data are made up in part" in shown(screen)
    assert "attendances recorded" not in shown(screen)
    go(screen, "audit", **{"as": "operator"})
    assert "round" in {each.key for each in screen.selectbox}


def person(screen: AppTest) -> str:
    return str(screen.selectbox(key="persona").value)
