"""The register at a glance: by status, by what it spreads over, and against deadlines."""

import json

import pytest
from sqlalchemy import URL
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Visit, shown
from tests.pages.recommendations.planted import cards


def described(screen: AppTest) -> list[str]:
    return [json.loads(c.proto.spec)["description"] for c in screen.get("vega_lite_chart")]


EXPECTED = {
    "lv": [
        "8 ieteikumi, 1 apņemšanās",
        "Pārāk ilgi nav ziņots: 9",
        "Nokavēts: 0",
        "Ziņojums par izpildi šeit nav zināms.",
        "adresāts: nav norādīts",
    ],
    "en": [
        "8 recommendations, 1 undertaking",
        "No report for too long: 9",
        "Late: 0",
        "No progress report is known here.",
        "addressed to: not stated",
    ],
}


@pytest.mark.parametrize("language", EXPECTED)
def test_the_entries_of_the_deck_stand_as_the_deck_left_them(
    facts_url: URL, visit: Visit, language: str
) -> None:
    screen = visit(facts_url, "recommendations", lang=language, round="IV")
    assert [part for part in EXPECTED[language] if part not in shown(screen)] == []
    assert cards(screen) == [f"IV-0{number}" for number in range(1, 10)]
    assert "zdomāt" not in shown(screen)
    assert "ade up" not in shown(screen)


@pytest.mark.parametrize(
    ("language", "nothing", "something"),
    [
        ("lv", "Izpildīts, ziņo adresāts: 0", "Ierosināts, ziņojuma vēl nav: 9"),
        ("en", "Done, says the addressee: 0", "Proposed, no report yet: 9"),
    ],
)
def test_a_status_without_entries_is_a_zero_in_the_picture_and_the_table(
    facts_url: URL, visit: Visit, language: str, nothing: str, something: str
) -> None:
    screen = visit(facts_url, "recommendations", lang=language)
    assert nothing in described(screen)[0]
    assert something in described(screen)[0]
    assert sorted(screen.table[0].value.iloc[:, -1]) == ["0"] * 7 + ["9"]


@pytest.mark.parametrize(
    ("by", "values"),
    [
        ("source", [("Slides shown", "9"), ("not stated", "0")]),
        ("activity", [("Expert meeting", "4"), ("Good", "3"), ("not stated", "2")]),
        ("area", [("Employment", "3"), ("Culture", "1"), ("Education", "0")]),
        ("addressee", [("Agency for", "1"), ("Ministry of E", "1"), ("Ministry of H", "1")]),
    ],
)
def test_statuses_spread_with_what_is_not_stated_last(
    facts_url: URL, visit: Visit, by: str, values: list[tuple[str, str]]
) -> None:
    screen = visit(facts_url, "recommendations", lang="en", by=by)
    table = screen.table[1].value
    for (label, number), (value, row) in zip(values, table.iterrows(), strict=False):
        assert str(value).startswith(label)
        assert row["Entries"] == number
    assert table.index[-1] == "not stated"
    assert "not stated" in described(screen)[1]


def test_an_area_nobody_asked_anything_of_is_a_zero(facts_url: URL, visit: Visit) -> None:
    table = visit(facts_url, "recommendations", lang="lv", by="area").table[1].value
    assert len(table) == 10
    assert table.loc["Mājoklis", "Ieraksti"] == "0"
    assert table.loc["nav norādīts", "Ieraksti"] == "5"


def test_a_click_spreads_by_another_part_and_stands_in_the_address(
    facts_url: URL, visit: Visit
) -> None:
    screen = visit(facts_url, "recommendations", lang="en")
    screen.selectbox(key="choice-by").set_value("addressee").run()
    assert screen.query_params["by"] == "addressee"
    assert "counts under each of its addressees" in shown(screen)


@pytest.mark.parametrize(
    ("language", "expected"),
    [("lv", "Izvēlieties citu kārtu vai visas kārtas"), ("en", "Choose another round")],
)
def test_a_round_without_entries_says_what_to_do(
    facts_url: URL, visit: Visit, language: str, expected: str
) -> None:
    assert expected in shown(visit(facts_url, "recommendations", lang=language, round="V"))


@pytest.mark.parametrize("query", [{}, {"recommendation": "IV-08"}])
def test_an_empty_database_says_what_to_do(
    migrated_url: URL, visit: Visit, query: dict[str, str]
) -> None:
    screen = visit(migrated_url, "recommendations", lang="en", **query)
    assert "python -m seed --facts-only" in shown(screen)
    assert screen.title[0].value == "Recommendations"


def test_chosen_days_say_that_they_do_not_narrow(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, "recommendations", lang="en", since="2030-01-01")
    assert "do not narrow the register" in shown(screen)
    assert len(cards(screen)) == 9
