"""Families in care on the caseloads: on a chosen day, month by month, in all and in slices."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import URL, Connection, Engine

from data_access.engine import writing
from tests.data_access.land import a_division, a_town
from tests.data_access.people import a_case, a_family, a_need, a_post, a_round, at
from tests.pages.caseloads import JANUARY, cells, described, drawing, table, telling
from tests.pages.conftest import Visit, shown

APRIL = dt.date(2020, 4, 30)
STOCK, FLOW = "At the end of each month", "By month: "
CARDS = ("Families in care", "Cases open that day", "Persons in families in care")


def plant(connection: Connection) -> None:
    """Valka, Ainaži and a post without a case; a family that moves, one more, and an undated one.

    On 10 February the family of five moves from Valka to Ainaži.
    """
    fourth, fifth = a_round(connection, "IV"), a_round(connection, "V")
    division = a_division(connection, "2009")
    valka = a_town(connection, division, "LV-VLK", "Valka")
    ainazi = a_town(connection, division, "LV-AIN", "Ainaži")
    old, new, _ = (a_post(connection, fourth, JANUARY, APRIL, **at(town))
                   for town in (valka, ainazi, None))  # fmt: skip
    moved = dt.date(2020, 2, 10)
    family, other = a_family(connection, size=5), a_family(connection)
    case = a_case(connection, family, old, dt.date(2020, 1, 5), moved)
    a_need(connection, case, "health")
    a_case(connection, family, new, moved)
    a_case(connection, other, old, dt.date(2020, 2, 15), dt.date(2020, 4, 10))
    a_case(connection, a_family(connection, size=9), old)
    elsewhere = a_post(connection, fifth, JANUARY, APRIL, **at(valka))
    a_case(connection, a_family(connection, size=7), elsewhere, JANUARY)


@pytest.fixture
def care_url(engine: Engine, migrated_url: URL) -> URL:
    """A database with the rows of ``plant``, and no made-up one."""
    with writing(engine) as connection:
        plant(connection)
    return migrated_url


def cards(screen: Any) -> tuple[str, ...]:
    """What stands on the cards of the day."""
    found = {metric.label: metric.value for metric in screen.metric}
    return tuple(found[name] for name in CARDS)


def test_cards_show_the_last_day_until_another_is_picked(care_url: URL, visit: Visit) -> None:
    screen = visit(care_url, "caseloads", lang="en", round="IV")
    assert cards(screen) == ("1", "1", "5")
    assert "1 case has no stated opening date and is in none of these numbers." in shown(screen)
    screen.date_input(key="choice-day").set_value(dt.date(2020, 3, 1)).run()
    assert screen.query_params["day"] == "2020-03-01"
    assert cards(screen) == ("2", "2", "5")
    assert "size stated of 1 families, not stated of 1" in shown(screen)
    screen.date_input(key="choice-day").set_value(APRIL).run()
    assert "day" not in screen.query_params


def test_on_the_day_of_the_move_there_is_one_family(care_url: URL, visit: Visit) -> None:
    screen = visit(care_url, "caseloads", lang="en", round="IV", day="2020-02-10", slice="post")
    assert cards(screen) == ("1", "1", "5")
    rows = {row[0]: row[1:] for row in table(screen, "Families without a stated size")}
    assert rows == {
        "Ainaži": ["1", "1", "5", "0", "0"],
        "Valka": ["0", "0", "0", "0", "1"],
        "Place not stated": ["no rows yet"] * 5,
    }


@pytest.mark.parametrize("day", ["2019-12-31", "2020-05-01", "soon"])
def test_a_day_that_is_none_of_the_posts_is_told_and_the_last_one_shown(
    care_url: URL, visit: Visit, day: str
) -> None:
    text = shown(visit(care_url, "caseloads", lang="en", round="IV", day=day))
    told = "none from 1 January 2020 to 30 April 2020: here stands 30 April 2020."
    assert told in text
    assert "Families in care: 1" in text


def test_stock_and_flow_are_two_pictures_with_a_sentence_each_that_tell_every_month(
    care_url: URL, visit: Visit
) -> None:
    screen = visit(care_url, "caseloads", lang="en", round="IV")
    text = shown(screen)
    assert "1 family was in care at the end of April 2020, 1 fewer than a month before." in text
    assert "January 2020–April 2020: 2 new families, 1 whose cases closed." in text
    months = "January 2020 1; February 2020 2; March 2020 2; April 2020 1."
    assert telling(screen, STOCK).endswith(months)
    came = "January 2020, new families 1; January 2020, families whose cases closed 0; February"
    assert came in telling(screen, FLOW)
    assert set(cells(screen, drawing(screen, STOCK))["what"]) == {"at_end"}
    drawn = cells(screen, drawing(screen, FLOW))
    assert set(drawn["what"]) == {"opened", "closed"}
    closed = drawn[drawn["what"] == "closed"]
    assert list(closed["value"]) == [0, 0, 0, 1]
    assert list(closed["height"]) == [0, 0, 0, -1]
    assert "not to be added" in text


def test_the_table_behind_has_every_slice_and_month(care_url: URL, visit: Visit) -> None:
    screen = visit(care_url, "caseloads", lang="en", round="IV", slice="place")
    rows = table(screen, "In care at the start")
    assert [row[2:] for row in rows if row[0] == "Valka"] == [
        ["0", "1", "0", "1", "1"],
        ["1", "1", "1", "1", "1"],
        ["1", "0", "0", "1", "1"],
        ["1", "0", "1", "0", "0"],
    ]
    assert [row[1] for row in rows if row[0] == "Ainaži"] == [
        f"{month} 2020" for month in ("January", "February", "March", "April")
    ]


def test_one_slice_at_a_time_is_shown_month_by_month(care_url: URL, visit: Visit) -> None:
    screen = visit(care_url, "caseloads", lang="en", round="IV", slice="area")
    assert telling(screen, STOCK).startswith("Health: 0 families were in care at the end of April")
    screen.selectbox(key="choice-part").set_value("Area not stated").run()
    assert screen.query_params["part"] == "not_stated"
    named = "Area not stated: 1 family was in care at the end of April 2020, 1 fewer"
    assert named in shown(screen)
    assert telling(screen, STOCK).startswith(named)
    assert "may add up to more than all together" in shown(screen)


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2020-02-01", "2020-02-20", "on 20 February 2020 (1 more than on 31 January 2020)."),
        ("2020-03-12", "2020-03-31", "on 31 March 2020 (as many as on 11 March 2020)."),
    ],
)
def test_days_that_cut_a_month_are_told_to_the_day(
    care_url: URL, visit: Visit, first: str, last: str, told: str
) -> None:
    text = shown(visit(care_url, "caseloads", lang="en", round="IV", since=first, to=last))
    assert f"2 families were in care {told}" in text


def test_the_sentences_in_latvian(care_url: URL, visit: Visit) -> None:
    screen = visit(care_url, "caseloads", lang="lv", round="IV", slice="area")
    text = shown(screen)
    assert "Ģimenes ar atvērtu lietu: 1" in text
    assert "1 lietai nav norādīts atvēršanas datums" in text
    stock = telling(screen, "Mēnešu beigās")
    assert stock.startswith("Veselība: 04.2020. beigās atvērta lieta bija 0 ģimenēm – tikpat, cik")
    assert "Veselība: 01.2020.–04.2020.: jaunas ģimenes – 1; ģimenes, kuru" in text


def test_posts_without_any_case_say_so(engine: Engine, migrated_url: URL, visit: Visit) -> None:
    with writing(engine) as connection:
        a_post(connection, a_round(connection), JANUARY, APRIL)
    screen = visit(migrated_url, "caseloads", lang="en")
    assert "No case is recorded in the selection." in shown(screen)
    assert not [text for text in described(screen) if STOCK in text]


def test_undated_cases_alone_are_no_zero(engine: Engine, migrated_url: URL, visit: Visit) -> None:
    with writing(engine) as connection:
        post = a_post(connection, a_round(connection), JANUARY, APRIL)
        a_case(connection, a_family(connection), post)
    screen = visit(migrated_url, "caseloads", lang="en", slice="post")
    assert cards(screen) == ("not stated",) * 3
    assert "No case states when it was opened" in shown(screen)
    assert [row[1] for row in table(screen, "Cases without a stated opening")] == ["not stated"]


def test_a_round_of_undated_posts_and_cases_has_no_day(
    engine: Engine, migrated_url: URL, visit: Visit
) -> None:
    with writing(engine) as connection:
        a_case(connection, a_family(connection), a_post(connection, a_round(connection)))
    text = shown(visit(migrated_url, "caseloads", lang="en"))
    assert "there is no day to count on" in text
