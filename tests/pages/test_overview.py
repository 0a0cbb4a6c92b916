"""The overview shows what documents report, what is recorded, and never one for the other."""

import json

import pytest
from sqlalchemy import URL, Engine, select

from data_access import figures, schema
from data_access.access import OPERATOR
from data_access.engine import reading, writing
from data_access.rules import GapStatus
from tests.pages.conftest import Visit, shown

OF_ROUND_IV = {
    "lv": ["Dalībnieki: 230", "Atbalstītās ģimenes: 149", "Pilsētas un novadi: 19", "Mediatori: 5"],
    "en": ["Participants: 230", "Families supported: 149", "Towns and municipalities: 19"],
}


@pytest.mark.parametrize("language", OF_ROUND_IV)
def test_the_headlines_are_the_reported_figures(
    facts_url: URL, visit: Visit, language: str
) -> None:
    text = shown(visit(facts_url, lang=language))
    assert all(line in text for line in OF_ROUND_IV[language])


def test_a_visitor_without_any_choice_reads_latvian_and_the_round_with_figures(
    facts_url: URL, visit: Visit
) -> None:
    screen = visit(facts_url)
    assert "Latvijas romu platforma IV" in shown(screen)
    assert screen.query_params["lang"] == "lv"


def test_the_parts_of_the_participants_leave_43_unsaid(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, lang="lv")
    assert "sadalīti pa grupām: 103 + 70 + 14 = 187; nav sadalīti: 43" in shown(screen)
    described = [json.loads(c.proto.spec)["description"] for c in screen.get("vega_lite_chart")]
    assert any("Nav sadalīti pa grupām: 43" in text for text in described)


def test_a_figure_that_no_source_states_is_not_a_zero(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, lang="en", round="V")
    assert {metric.value for metric in screen.metric} == {"not stated"}
    assert "funding 64,952.21\u00a0EUR" in shown(screen)
    assert "European Union 90%" in shown(screen)


def test_recorded_figures_without_rows_say_so(facts_url: URL, visit: Visit) -> None:
    tables = [element.value for element in visit(facts_url, lang="lv").table]
    beside = next(table for table in tables if "Uzskaitīts" in table.columns)
    assert set(beside["Uzskaitīts"]) == {"ierakstu vēl nav"}
    assert list(beside["Ziņots"])[:4] == ["230", "103", "70", "14"]


def test_all_rounds_side_by_side_show_no_sum_over_rounds(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, lang="en", round="all")
    assert not screen.metric
    compared = next(e.value for e in screen.table if "Mediators" in e.value.columns)
    assert list(compared["Families with mediators"]) == [
        "134", "125", "128", "not stated", "not stated",
    ]  # fmt: skip


def test_the_register_counts_eight_recommendations_and_one_undertaking(
    facts_url: URL, visit: Visit
) -> None:
    assert "8 ieteikumi, 1 apņemšanās" in shown(visit(facts_url, lang="lv"))
    assert "8 recommendations, 1 undertaking" in shown(visit(facts_url, lang="en"))


def test_each_entry_of_the_register_says_where_it_stands_and_leads_to_its_page(
    facts_url: URL, visit: Visit
) -> None:
    links = [link.proto for link in visit(facts_url, lang="en").get("page_link")]
    entries = [link for link in links if "recommendation=" in link.query_string]
    assert [link.query_string.split("=")[-1] for link in entries] == [
        f"IV-0{number}" for number in range(1, 10)
    ]
    assert all(link.label.endswith("Proposed\\, no report yet") for link in entries)


def test_an_empty_database_says_what_to_do(migrated_url: URL, visit: Visit) -> None:
    text = shown(visit(migrated_url, lang="en"))
    assert "run “python -m seed” and start it again" in text
    assert "The database is empty." in text


def test_days_without_activities_say_what_to_change(facts_url: URL, visit: Visit) -> None:
    text = shown(visit(facts_url, lang="en", since="2030-01-01"))
    assert "clear the days from and to" in text


@pytest.mark.parametrize("query", [{"round": "XIX"}, {"since": "yesterday"}])
def test_an_address_that_asks_for_nothing_there_is_says_so(
    facts_url: URL, visit: Visit, query: dict[str, str]
) -> None:
    assert "that part was left out" in shown(visit(facts_url, lang="en", **query))
    assert "that part was left out" not in shown(visit(facts_url, lang="en", round="IV"))


def test_a_made_up_row_is_announced(facts_url: URL, facts: Engine, visit: Visit) -> None:
    assert "made up" not in shown(visit(facts_url, lang="en"))
    with writing(facts) as connection:
        connection.execute(schema.family.insert().values(code="P-1", origin="sample"))
    assert "made up" in shown(visit(facts_url, lang="en"))


def test_an_open_question_takes_an_owner_and_keeps_its_figures(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    screen = visit(facts_url, lang="lv")
    screen.text_input(key="gap-IV-participants-owner").set_value("Kultūras ministrija")
    screen.button[0].click().run()
    text = shown(screen)
    assert "Atbilde ir saglabāta" in text
    assert "Atbildīgais: Kultūras ministrija" in text
    assert "sadalīti pa grupām: 187. Nav izskaidroti: 43." in text
    with reading(facts) as connection:
        assert connection.scalars(select(schema.gap.c.owner)).all() == ["Kultūras ministrija"]


def test_the_later_of_two_answers_is_told_and_not_stored(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    screen = visit(facts_url, lang="en")
    with writing(facts) as connection:
        figures.answer_gap(
            connection, OPERATOR, ("IV", "participants", "sum_of_parts"),
            owner="First", explanation=None, status=GapStatus.OPEN, revision=0,
        )  # fmt: skip
    screen.text_input(key="gap-IV-participants-owner").set_value("Second")
    screen.button[0].click().run()
    assert "Somebody else answered" in shown(screen)
    assert "Owner: First" in shown(screen)


def test_explained_without_an_explanation_is_refused(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    screen = visit(facts_url, lang="en")
    screen.selectbox(key="gap-IV-families-status").set_value(GapStatus.EXPLAINED)
    screen.button[1].click().run()
    assert "Write the explanation first" in shown(screen)
    with reading(facts) as connection:
        assert not connection.execute(select(schema.gap)).all()


def test_a_horizon_is_no_deadline(facts_url: URL, visit: Visit) -> None:
    assert "deadline: not stated; horizon 2021–2027" in shown(visit(facts_url, lang="en"))
    assert "deadline: 2021–2027" not in shown(visit(facts_url, lang="en"))


def test_every_figure_on_the_page_names_its_source(facts_url: URL, visit: Visit) -> None:
    text = shown(visit(facts_url, lang="en", round="V"))
    assert "funding: Public pages of the Ministry of Culture" in text
    rounds = shown(visit(facts_url, lang="en", round="IV"))
    assert "II, Mediators: 5" in rounds
    assert "Platforma II" in rounds


def test_days_in_the_wrong_order_are_said_and_stay_in_their_boxes(
    facts_url: URL, visit: Visit
) -> None:
    screen = visit(facts_url, lang="en", since="2020-07-01", to="2020-01-01")
    assert "The first day lies after the last one" in shown(screen)
    assert str(screen.date_input(key="from").value) == "2020-07-01"
    assert "Lithuania" in shown(screen)
