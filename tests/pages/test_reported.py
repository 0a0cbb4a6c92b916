"""The reported figures on screen: with their sources, corrected, and one of a kind leading."""

import pytest
from sqlalchemy import URL, Engine, select

from data_access import figures, schema
from data_access.access import OPERATOR
from data_access.engine import reading, writing
from tests.pages.conftest import Visit, shown
from tests.pages.screens import labels, press


def number_of(engine: Engine, **values: object) -> int:
    figure = schema.reported_figure
    with reading(engine) as connection:
        return int(connection.scalars(select(figure.c.id).filter_by(**values)).one())


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("lv", ["Dalībnieki: 230", "aptuveni 230", "galvenais ir cits dokuments", "300 (LT)"]),
        ("en", ["Participants: 230", "about 230", "another document leads", "300 (LT)"]),
    ],
)
def test_figures_stand_with_their_sources(
    facts_url: URL, visit: Visit, language: str, expected: list[str]
) -> None:
    text = shown(visit(facts_url, "reported", lang=language, round="IV")).replace("*", "")
    assert [part for part in expected if part not in text] == []
    assert "Projekta rezultāti" in text


def test_a_round_without_figures_says_what_to_do(facts_url: URL, visit: Visit) -> None:
    assert "Add one below" in shown(visit(facts_url, "reported", lang="en", round="V"))


def test_a_source_is_added_and_a_planned_figure_cites_it(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, "reported", lang="en", round="V")
    screen.text_input(key="source-add-title_lv").set_value("V kārtas pieteikums")
    press(screen, "Add the source")
    screen.selectbox(key="figure-add-V-figure").select("mediators")
    screen.selectbox(key="figure-add-V-kind").select("planned")
    screen.number_input(key="figure-add-V-value").set_value(4)
    press(screen, "Add the figure")
    assert "Fill in: Source." in shown(screen)
    screen.selectbox(key="figure-add-V-source").select("v-kartas-pieteikums")
    press(screen, "Add the figure")
    text = shown(screen).replace("*", "")
    assert "Mediators: 4" in text
    assert "planned · entered by hand · V kārtas pieteikums" in text


def test_a_figure_of_the_wrong_subject_is_refused(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, "reported", lang="lv", round="IV")
    screen.selectbox(key="figure-add-IV-figure").select("headcount")
    screen.selectbox(key="figure-add-IV-source").select("deck")
    screen.number_input(key="figure-add-IV-value").set_value(4)
    press(screen, "Pievienot rādītāju")
    assert "Šādu rādītāju par to nenorāda" in shown(screen)


def test_a_fact_is_corrected_and_offers_no_removal(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    number = number_of(facts, figure="families")
    screen = visit(facts_url, "reported", lang="en", round="IV", figure=str(number))
    assert "can be corrected, and not removed" in shown(screen)
    assert "Remove the figure" not in labels(screen)
    screen.number_input(key=f"figure-{number}-value").set_value(150)
    press(screen, "Store the figure")
    text = shown(screen).replace("*", "")
    assert "Families supported: 150" in text
    assert "value: 149 → 150" in text


def test_another_document_is_let_lead(facts_url: URL, facts: Engine, visit: Visit) -> None:
    number = number_of(facts, figure="participants", qualifier="about")
    screen = visit(facts_url, "reported", lang="en", round="IV", figure=str(number))
    assert "Another document leads" in shown(screen)
    press(screen, "Let this one lead")
    assert "Another document leads" not in shown(screen)
    assert "leads: no → yes" in shown(screen)


def test_what_was_entered_by_hand_is_removed(facts_url: URL, facts: Engine, visit: Visit) -> None:
    values = {
        "subject": "round",
        "figure": "families",
        "kind": "reported",
        "value": 77,
        "source": "deck",
    }
    with writing(facts) as connection:
        number = figures.add(connection, OPERATOR, "V", values)
    screen = visit(facts_url, "reported", lang="lv", round="V", figure=str(number))
    assert "77" in shown(screen)
    press(screen, "Dzēst rādītāju")
    assert "figure" not in screen.query_params
    assert "Saglabāts" in shown(screen)
    assert "77" not in str([table.value for table in screen.table])
    assert "vērtība: 77 → nekā" in shown(screen)


def test_an_empty_database_says_how_to_begin(migrated_url: URL, visit: Visit) -> None:
    assert "The database holds no round yet" in shown(visit(migrated_url, "reported", lang="en"))
