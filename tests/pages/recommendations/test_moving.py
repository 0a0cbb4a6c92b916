"""How the register moved: by half-year, what waits and for how long, and what comes back."""

import datetime as dt
import json

import pytest
from sqlalchemy import URL, Engine
from streamlit.testing.v1 import AppTest

from data_access import schema
from data_access.engine import writing
from tests.data_access.people import a_round, add
from tests.data_access.register import an_entry, find, link, report
from tests.pages.conftest import Visit, shown
from tests.pages.recommendations.planted import round_iv

MADE = dt.date(2020, 3, 1)


def described(screen: AppTest) -> list[str]:
    return [json.loads(c.proto.spec)["description"] for c in screen.get("vega_lite_chart")]


def headers(screen: AppTest) -> list[str]:
    return [header.value.replace("\\", "") for header in screen.header]


def moved(visit: Visit, url: URL, language: str = "en", **query: str) -> AppTest:
    return visit(url, "recommendations", lang=language, part="moved", **query)


def plant(engine: Engine) -> None:
    """Four entries claimed done in the second half of 2020, three of them confirmed in 2021."""
    with writing(engine) as connection:
        iv = round_iv(connection)
        for number in range(4):
            entry = an_entry(connection, iv, f"P-0{number}", made_on=MADE, area="health")
            report(connection, entry, dt.date(2020, 9, 1), "done")
            if number:
                find(connection, entry, dt.date(2021, 2, 1), "done")
        carried = {"recommendation_id": entry, "round_id": a_round(connection, "VI")}
        add(connection, schema.recommendation_carry, **carried)
        link(connection, an_entry(connection, iv, "P-09", made_on=MADE), entry, "repeats")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("lv", ["nekas nav virzījies", "nav apstiprinājusi neviena", "Nekas nav atgriezies"]),
        ("en", ["Nothing has moved by", "has confirmed no entry", "Nothing has come back"]),
    ],
)
def test_where_nothing_happened_a_sentence_stands_for_the_pictures(
    facts_url: URL, visit: Visit, language: str, said: list[str]
) -> None:
    screen = moved(visit, facts_url, language, round="IV")
    text = shown(screen)
    assert [part for part in said if part not in text] == []
    assert len(described(screen)) == 1  # the ages of what is open


def test_each_title_says_what_its_picture_shows(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    plant(facts)
    screen = moved(visit, facts_url, as_of="2021-05-31", round="IV")
    assert headers(screen) == [
        "As of 31 May 2021: 11 of 14 entries are still open",
        "In the second half of 2020, 4 entries were claimed done",
        "0 of 11 open entries are two years old or older",
        "Half of 3 confirmed entries took 337 days or less; 11 are still open",
        "1 recommendation has come back; it was asked 3 times",
    ]
    stood, reached, _, waits, back = described(screen)
    assert "first half of 2021, until 31 May 2021: " in stood
    assert "Done, confirmed by the Council 3" in stood
    assert "first half of 2021, until 31 May 2021, Done, confirmed by the Council: 3" in reached
    assert "Health: 337 days (confirmed: 3, still open: 1)" in waits
    assert "P-03 → P-09: IV, VI, 3 times, Proposed, no report yet" in back


def test_as_of_a_day_before_the_confirmations_they_are_still_open(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    plant(facts)
    screen = moved(visit, facts_url, as_of="2020-12-01", round="IV")
    assert "As of 1 December 2020: 14 of 14 entries are still open" in headers(screen)
    assert "The Council has confirmed no entry; 14 are still open" in headers(screen)
    assert "From the claim to the confirmation" not in shown(screen)


def test_the_time_by_another_part_stands_in_the_address(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    plant(facts)
    screen = moved(visit, facts_url, round="IV")
    screen.segmented_control(key="choice-waits").set_value("addressee").run()
    assert screen.query_params["waits"] == "addressee"
    assert "not stated: 337 days (confirmed: 3" in described(screen)[3]


def test_a_click_leads_from_how_entries_stand_to_how_they_moved(
    facts_url: URL, visit: Visit
) -> None:
    screen = visit(facts_url, "recommendations", lang="en", round="IV")
    assert "Nothing has moved" not in shown(screen)
    screen.segmented_control(key="choice-part").set_value("moved").run()
    assert screen.query_params["part"] == "moved"
    assert "Nothing has moved" in shown(screen)
    assert "By status" not in headers(screen)
