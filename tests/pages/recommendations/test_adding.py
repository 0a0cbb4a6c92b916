"""An entry added on screen: who may, what is asked for, and where it leads."""

import pytest
from sqlalchemy import URL, Engine
from streamlit.testing.v1 import AppTest

from data_access import recommendations
from data_access.engine import reading
from data_access.filters import Filters
from tests.data_access.readers import READER
from tests.pages.conftest import Visit, shown
from tests.pages.screens import labels, links, press

FORM = "entry-add-IV"


def fill(screen: AppTest, **texts: str) -> None:
    """Write into the fields of the form."""
    for name, text in texts.items():
        kind = screen.text_area if name.startswith("text") else screen.text_input
        kind(key=f"{FORM}-{name}").set_value(text)


def test_an_entry_is_added_with_its_deadline_and_its_page_opens(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    screen = visit(facts_url, "recommendations", lang="en", round="IV", do="add")
    assert "the next free one: IV-10" in shown(screen)
    screen.selectbox(key=f"{FORM}-precision").set_value("half_year").run()
    fill(screen, text_lv="Rīkot kursus.", text_en="Hold courses.", earlier="IV-01")
    screen.selectbox(key=f"{FORM}-deadline_half").set_value("2")
    screen.number_input(key=f"{FORM}-deadline_year").set_value(2027)
    screen.multiselect(key=f"{FORM}-lead").set_value(["izm", "lm"])
    screen.multiselect(key=f"{FORM}-supporting").set_value(["lm", "vm"])
    screen.selectbox(key=f"{FORM}-link").set_value("repeats")
    press(screen, "Add the entry")
    assert screen.query_params["recommendation"] in ("IV-10", ["IV-10"])
    assert "do" not in screen.query_params
    text = shown(screen)
    for part in ("Recommendation IV-10", "Added.", "second half of 2027"):
        assert part in text
    assert "Repeats IV-01" in links(screen)
    with reading(facts) as connection:
        of = recommendations.addressees(connection, READER, Filters(recommendation="IV-10"))
    assert list(of["role"]) == ["lead", "lead", "supporting"]


def test_what_is_missing_is_asked_for_and_nothing_typed_is_lost(
    facts_url: URL, visit: Visit
) -> None:
    screen = visit(facts_url, "recommendations", lang="en", round="IV", do="add")
    fill(screen, text_lv="Rīkot kursus.", reference="iv-01")
    press(screen, "Add the entry")
    assert "Fill in: What is asked, in English. Nothing was stored." in shown(screen)
    fill(screen, text_en="Hold courses.")
    press(screen, "Add the entry")
    assert "Another entry has this number." in shown(screen)
    assert screen.text_area(key=f"{FORM}-text_lv").value == "Rīkot kursus."
    screen.selectbox(key=f"{FORM}-precision").set_value("year").run()
    assert screen.text_area(key=f"{FORM}-text_en").value == "Hold courses."


def test_an_earlier_entry_without_a_kind_of_link_is_asked_about(
    facts_url: URL, visit: Visit
) -> None:
    screen = visit(facts_url, "recommendations", lang="lv", round="IV", do="add")
    labelled = {each.label: each.key for each in screen.text_input}
    assert labelled["Ieraksta numurs"] == f"{FORM}-reference"
    fill(screen, text_lv="Rīkot kursus.", text_en="Hold courses.", earlier="iv-01")
    press(screen, "Pievienot ierakstu")
    assert "Norādiet, kā tas saistīts ar agrāko ierakstu." in shown(screen)
    assert screen.text_input(key=f"{FORM}-earlier").value == "iv-01"
    screen.selectbox(key=f"{FORM}-link").set_value("repeats")
    press(screen, "Pievienot ierakstu")
    assert "Pievienots." in shown(screen)
    assert any("IV-01" in label for label in links(screen))


@pytest.mark.parametrize(
    ("persona", "is_kept"), [("coordinator", True), ("institution", False), ("manager", False)]
)
def test_forms_are_drawn_for_whoever_keeps_records(
    sample_url: URL, visit: Visit, persona: str, is_kept: bool
) -> None:
    chosen = {"lang": "en", "round": "IV", "as": persona}
    screen = visit(sample_url, "recommendations", do="add", **chosen)
    assert ("Add the entry" in labels(screen)) is is_kept
    assert ("Entries are kept by the coordinators." in shown(screen)) is not is_kept
    screen = visit(sample_url, "recommendations", **chosen)
    offered = [link.proto.label for link in screen.get("page_link")]
    assert ("Add an entry" in offered) is is_kept


def test_without_a_round_one_is_asked_for(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, "recommendations", lang="lv", round="all", do="add")
    assert "katrs ieraksts pieder kādai kārtai" in shown(screen)
