"""Load against hours for everybody, and for the coordinator whoever has to be asked or replaced."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import URL, Connection, Engine
from streamlit.testing.v1 import AppTest

from data_access import schema
from data_access.engine import writing
from tests.data_access.land import a_division, a_town
from tests.data_access.people import (
    a_case,
    a_family,
    a_need,
    a_post,
    a_report,
    a_round,
    add,
    at,
)
from tests.pages.caseloads import charts, described, table
from tests.pages.conftest import Visit, shown

JANUARY, MARCH = dt.date(2020, 1, 1), dt.date(2020, 3, 31)
MOMENT = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
COMPARED, FOLLOW_UP = ({"lang": "en", "section": part} for part in ("compared", "follow_up"))
OF_THE_SAMPLE = {
    "lv": [
        "Mediāna 3 amata vietām, kurām zināma slodze, ir 0,5.",
        "Trūkst 1 mēneša pārskata: Vieta nav norādīta, 03.2020. Izdomāts",
        "Uzskaitīts bez nostrādātajām stundām: Valmiera, 04.2020.",
        "Nevienai amata vietai slodze nesasniedz divkāršu mediānu.",
        "2 vietās ir atvērtas lietas, bet V kārtā nav mediatora.",
    ],
    "en": [
        "The median of 3 posts with a load is 0.5.",
        "1 month is missing: Place not stated, March 2020. Made up",
        "Recorded without hours worked: Valmiera, April 2020.",
        "No post has a load of at least twice the median.",
        "2 towns have open cases and no mediator in round V.",
    ],
}
FOR_COORDINATORS = ("For the coordinator", "Who has not reported", "To be handed over")


def towns(connection: Connection) -> list[dict[str, Any]]:
    division = a_division(connection, "2009")
    return [at(a_town(connection, division, f"LV-{n}", n)) for n in ("Ainaži", "Cēsis", "Valka")]


def plant(connection: Connection) -> None:
    """Three posts of round IV, one of them with twice the median, and two of round V.

    Ainaži: reported in full. Cēsis: a month waits, one is missing, one is a gap. Valka: heavy, with
    months that nobody reported, a substitute and no mediator to follow.
    """
    fourth, fifth = a_round(connection), a_round(connection, "V")
    ainazi, cesis, valka = towns(connection)
    for place in (ainazi, cesis, at(None)):
        a_post(connection, fifth, **place)
    held: dict[str, Any] = {"first": JANUARY, "last": MARCH, "hours_per_week": 10}
    one, two, three = (a_post(connection, fourth, **held, **p) for p in (ainazi, cesis, valka))
    a_post(connection, fourth, JANUARY, JANUARY, substitutes_post_id=three, **valka)
    for post, number in ((one, 1), (two, 1), (three, 2)):
        for at_once in range(number):
            family = a_family(connection, code=f"{post}-{at_once}")
            case = a_case(connection, family, post, JANUARY)
            a_need(connection, case, "housing")
    for month in (1, 2, 3):
        a_report(connection, one, dt.date(2020, month, 1), 40)
    waiting = {"mediator_post_id": two, "month": JANUARY, "received_at": MOMENT}
    add(connection, schema.monthly_report, **waiting)
    gap = {"starts_on": dt.date(2020, 3, 1), "ends_on": MARCH}
    add(connection, schema.post_gap, mediator_post_id=two, **gap)


@pytest.fixture
def planted_url(engine: Engine, migrated_url: URL) -> URL:
    """A database with the rows of ``plant`` and no made-up one."""
    with writing(engine) as connection:
        plant(connection)
    return migrated_url


def drawn(screen: AppTest, beginning: str) -> str:
    """What the chart whose text begins so says in words."""
    (found,) = (text for text in described(screen) if beginning in text)
    return found


@pytest.mark.parametrize("language", OF_THE_SAMPLE)
def test_of_the_sample_one_month_is_missing_and_two_towns_are_handed_over(
    sample_url: URL, visit: Visit, language: str
) -> None:
    screen = visit(sample_url, "caseloads", lang=language, section="follow_up")
    text = shown(screen).replace("**", "")
    assert [line for line in OF_THE_SAMPLE[language] if line not in text] == []
    made_up = {"lv": "Izdomāts", "en": "Made up"}[language]
    reports = drawn(screen, {"lv": "Pārskati pa amata", "en": "Reports by post"}[language])
    assert reports.startswith(made_up)


def test_bars_stand_beside_the_median_and_twice_it(planted_url: URL, visit: Visit) -> None:
    screen = visit(planted_url, "caseloads", round="IV", **COMPARED)
    told = drawn(screen, "Load by post")
    assert "Ainaži · 1 family in care · 10 h a week: 0.1; " in told
    assert "Valka, post 1 · 2 families in care · 10 h a week · heavy: 0.2; " in told
    assert "Valka, post 2: not held on that day" in told
    assert told.endswith("median: 0.1; twice the median: 0.2")
    rows = {row[0]: row[1:] for row in table(screen, "Months stating hours")}
    assert rows["Ainaži"] == ["10", "120", "3", "0", "0", "1", "0.1", "no"]
    assert rows["Cēsis"] == ["10", "not stated", "0", "2", "31", "1", "0.1", "no"]
    assert rows["Valka, post 1"] == ["10", "not stated", "0", "3", "0", "2", "0.2", "yes"]
    (substitute,) = (row for name, row in rows.items() if "post 2" in name)
    assert substitute == [
        "not stated",
        "not stated",
        "0",
        "1",
        "0",
        "–",
        "not held on that day",
        "–",
    ]
    assert "Valka, post 2, substitute for Valka, post 1" in rows


def test_each_month_says_by_its_sign_what_became_of_the_report(
    planted_url: URL, visit: Visit
) -> None:
    screen = visit(planted_url, "caseloads", round="IV", **FOLLOW_UP)
    text = shown(screen)
    assert "A load of at least twice the median: Valka, post 1 (0.2)." in text
    assert "5 months are missing: Cēsis, February 2020; Valka, post 1, January 2020, " in text
    assert "Waiting for decisions: Cēsis, January 2020." in text
    told = drawn(screen, "Reports by post and month")
    assert (
        "Cēsis: January 2020 waits for decisions, February 2020 missing, "
        "March 2020 no mediator all month" in told
    )
    (grid,) = (chart for chart in charts(screen) if chart["description"] == told)
    (signs,) = (
        layer for layer in grid["layer"] if layer["encoding"].get("text", {}).get("field") == "sign"
    )
    assert signs["mark"]["type"] == "text"
    reports = [row[2:] for row in table(screen, "Report") if row[0] == "Cēsis"]
    assert reports == [
        ["waits for decisions", "–"],
        ["missing", "–"],
        ["no mediator all month", "–"],
    ]


def test_the_list_to_be_handed_over_is_taken_along(
    planted_url: URL, visit: Visit, files: list[str]
) -> None:
    screen = visit(planted_url, "caseloads", round="IV", **FOLLOW_UP)
    assert table(screen, "In the next round") == [["Valka", "no mediator", "2", "2", "1"]]
    assert "Of 1 post of round V the town is not stated" in shown(screen)
    (towns_file,) = (file for file in files if "In the next round" in file)
    (cases_file,) = (file for file in files if file.startswith("Place;Family;"))
    assert "Valka;no mediator;2;2;1" in towns_file
    assert "Counted are the cases of round IV that are open as 31 March 2020 ends." in towns_file
    assert [line for line in cases_file.splitlines() if line.startswith("Valka")] == [
        f"Valka;{family};1 January 2020;Housing" for family in ("6-0", "6-1")
    ]
    assert "Ainaži" not in cases_file


def test_managers_see_loads_and_no_list_of_the_coordinators(sample_url: URL, visit: Visit) -> None:
    as_manager = {"as": "manager"}
    screen = visit(sample_url, "caseloads", **COMPARED, **as_manager)
    assert "The median of 3 posts with a load is 0.5." in shown(screen)
    assert drawn(screen, "Load by post").startswith("Made up")
    text = shown(visit(sample_url, "caseloads", **FOLLOW_UP, **as_manager))
    assert not any(title in text for title in FOR_COORDINATORS)
    assert "sample-family" not in text


@pytest.mark.parametrize(("persona", "leads"), [("administrator", False), ("coordinator", True)])
def test_whoever_keeps_reports_is_led_to_them(
    sample_url: URL, visit: Visit, persona: str, leads: bool
) -> None:
    screen = visit(sample_url, "caseloads", **FOLLOW_UP, **{"as": persona})
    assert all(title in shown(screen) for title in FOR_COORDINATORS)
    links = [link.proto.label for link in screen.get("page_link")]
    assert ("Monthly reports: upload one, decide what waits" in links) is leads


def test_a_coordinator_of_riga_is_told_of_riga_alone(sample_url: URL, visit: Visit) -> None:
    screen = visit(
        sample_url, "caseloads", lang="en", section="follow_up", **{"as": "coordinator-riga"}
    )
    text = shown(screen)
    assert "no case is open in a town without a mediator in the next round" in text
    assert "A median needs 3 posts with a load, and 1 has one" in text
    assert not any(town in text for town in ("Valmiera", "Ventspils", "Jelgava"))


def test_without_a_next_round_nobody_is_said_to_be_left(
    engine: Engine, migrated_url: URL, visit: Visit
) -> None:
    with writing(engine) as connection:
        place = towns(connection)[0]
        for code in ("IV", "VI"):
            post = a_post(connection, a_round(connection, code), JANUARY, MARCH, **place)
            a_case(connection, a_family(connection), post, JANUARY)
        a_post(connection, a_round(connection, "VII"))
    served = visit(migrated_url, "caseloads", round="IV", **FOLLOW_UP)
    assert "no case is open in a town without a mediator in the next round" in shown(served)
    left = visit(migrated_url, "caseloads", round="VI", **FOLLOW_UP)
    assert "1 town has open cases and no mediator in round VII." in shown(left)
    assert "Of 1 post of round VII the town is not stated: it may be one of these." in shown(left)
    last = visit(migrated_url, "caseloads", round="VII", **FOLLOW_UP)
    assert "Of 1 post the days are not stated: nobody can tell which of its months" in shown(last)
    every = visit(migrated_url, "caseloads", round="all", **FOLLOW_UP)
    assert "Choose one round to see which of its towns" in shown(every)


def test_where_the_next_round_is_not_known_it_is_said(
    engine: Engine, migrated_url: URL, visit: Visit
) -> None:
    with writing(engine) as connection:
        post = a_post(connection, a_round(connection), JANUARY, MARCH, **towns(connection)[0])
        a_case(connection, a_family(connection), post, JANUARY)
    screen = visit(migrated_url, "caseloads", round="IV", **FOLLOW_UP)
    assert "No round after IV is entered" in shown(screen)
    assert table(screen, "In the next round") == [["Ainaži", "not known yet", "1", "1", "1"]]
    with writing(engine) as connection:
        a_round(connection, "V")
    screen = visit(migrated_url, "caseloads", round="IV", **FOLLOW_UP)
    assert "No mediator's post of round V is recorded" in shown(screen)
