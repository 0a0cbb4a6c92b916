"""The activities: a list of a round, and a page for each one."""

import pytest
from sqlalchemy import URL, Engine, select, update

from data_access import schema
from data_access.engine import reading, writing
from tests.pages.conftest import Visit, shown


def test_the_list_holds_every_activity_of_the_round(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, "activities", lang="lv", round="IV")
    assert "15 pasākumi" in shown(screen)
    assert len(screen.get("page_link")) == 15


def test_chosen_days_leave_undated_activities_out_and_say_so(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, "activities", lang="en", since="2020-07-01", to="2020-07-31")
    text = shown(screen)
    assert "4 activities" in text
    assert "8 activities without a stated date are left out" in text


def test_a_round_without_activities_says_what_to_do(facts_url: URL, visit: Visit) -> None:
    text = shown(visit(facts_url, "activities", lang="en", round="V"))
    assert "Choose another round" in text


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("lv", ["21.–22.11.2019.", "vairāk nekā 300", "nepieskaita", "IV-05", "Uzņēma"]),
        ("en", ["21–22 November 2019", "more than 300", "never added to Latvian totals"]),
    ],
)
def test_the_visit_to_lithuania_shows_its_figure_as_lithuanias(
    facts_url: URL, visit: Visit, language: str, expected: list[str]
) -> None:
    screen = visit(facts_url, "activities", lang=language, activity="iv-lithuania")
    assert [part for part in expected if part not in shown(screen)] == []


def test_an_activity_opens_whatever_round_and_days_are_chosen(facts_url: URL, visit: Visit) -> None:
    screen = visit(
        facts_url, "activities", lang="en", round="II", since="2030-01-01",
        activity="iv-final-meeting",
    )  # fmt: skip
    assert "Headcount: 35" in shown(screen)


def test_every_activity_has_a_page(facts_url: URL, facts: Engine, visit: Visit) -> None:
    with reading(facts) as connection:
        codes = connection.scalars(select(schema.activity.c.code)).all()
    screen = visit(facts_url, "activities", lang="lv")
    for code in codes:
        screen.query_params["activity"] = code
        assert not screen.run().exception
        assert "Pasākums nav atrasts" not in shown(screen)


def test_an_unknown_activity_says_so(facts_url: URL, visit: Visit) -> None:
    text = shown(visit(facts_url, "activities", lang="en", activity="no-such"))
    assert "No activity has this address" in text


def test_markdown_in_a_title_stays_text(facts_url: URL, facts: Engine, visit: Visit) -> None:
    hostile = "![x](http://elsewhere.example/p.png) :red[r] $x$ <b>"
    with writing(facts) as connection:
        connection.execute(
            update(schema.activity)
            .where(schema.activity.c.code == "iv-talsi")
            .values(title_en=hostile)
        )
    screen = visit(facts_url, "activities", lang="en", activity="iv-talsi")
    assert hostile in shown(screen)
    assert all(hostile not in str(element.value) for element in screen.title)
