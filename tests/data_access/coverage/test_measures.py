"""Families, open entries and the last activity of each place; what lies outside the lists."""

import datetime as dt

import pandas as pd
import pytest
import time_machine
from sqlalchemy import Connection

from data_access import schema
from data_access.coverage import places
from data_access.coverage.since import years_between
from data_access.filters import Filters
from data_access.rules import Look
from data_access.territory import carrying
from tests.data_access.answers import records
from tests.data_access.land import a_town, beside, two_divisions
from tests.data_access.people import (
    a_case,
    a_family,
    a_post,
    a_round,
    add,
    an_activity,
    at,
    of_sample,
    span,
)
from tests.data_access.readers import READER
from tests.data_access.register import an_entry, find, link, report

IV = Filters(round="IV")
MAY, JULY = dt.date(2020, 5, 1), dt.date(2020, 7, 31)
MEASURED = ("families", "open_recommendations", "years_since_activity")

Land = dict[str, int]


@pytest.fixture
def land(connection: Connection) -> Land:
    """Round IV until the end of July 2020; Valka of 2009 and 2021 is the same land."""
    old, new = two_divisions(connection)
    planned = {f"planned_{k}": v for k, v in span(dt.date(2019, 8, 1), JULY).items()}
    found = {
        "round": a_round(connection, "IV", **planned),
        "VLK": a_town(connection, old, "LV-VLK", "Valka"),
        "CES": a_town(connection, old, "LV-CES", "Cēsis"),
        "new VLK": a_town(connection, new, "LV-VLK", "Valka"),
    }
    unit = add(connection, schema.territorial_unit, code="u", name="Valka", name_folded="valka")
    for town in ("VLK", "new VLK"):
        values = {"territorial_unit_id": unit, "municipality_id": found[town]}
        add(connection, schema.unit_membership, **values)
    carrying.renew(connection)
    return found


def said(
    connection: Connection, *columns: str, filters: Filters = IV
) -> dict[str, tuple[object, ...]]:
    rows = records(places(connection, READER, filters), "place", *columns)
    return {row[0]: row[1:] for row in rows}


def test_a_family_counts_once_at_a_place_and_again_at_another(
    connection: Connection, land: Land
) -> None:
    here, there = (a_post(connection, land["round"], **at(land[t])) for t in ("VLK", "CES"))
    family = a_family(connection)
    for post in (here, here, there):
        a_case(connection, family, post, MAY)
    a_case(connection, a_family(connection), here, MAY, MAY)
    a_case(connection, a_family(connection), a_post(connection, land["round"], **beside("online")))
    decoy = a_post(connection, a_round(connection, "V"), **at(land["VLK"]))
    a_case(connection, a_family(connection), decoy, MAY)
    found = said(connection, "families", "families_quality")
    assert found["2009:LV-VLK"] == (2, "exact")
    assert found["2009:LV-CES"] == (1, "exact")
    assert found["online"] == (1, "exact")
    late = said(connection, "families", filters=Filters(round="IV", start=dt.date(2020, 6, 1)))
    assert (late["2009:LV-VLK"], late["online"]) == ((1,), (0,))


def test_open_is_what_the_register_calls_open(connection: Connection, land: Land) -> None:
    entries = [an_entry(connection, land["round"], f"IV-{n}", **at(land["VLK"])) for n in range(6)]
    report(connection, entries[0], MAY, "in_progress")
    report(connection, entries[1], MAY, "done")
    find(connection, entries[2], MAY, "partly_done")
    report(connection, entries[3], MAY, "done")
    find(connection, entries[3], MAY, "not_done")
    link(connection, entries[5], entries[4])
    an_entry(connection, land["round"], "IV-9", **beside("not_stated"))
    an_entry(connection, a_round(connection, "V"), "V-1", **at(land["VLK"]))
    found = said(connection, "open_recommendations", "open_recommendations_quality")
    assert found["2009:LV-VLK"] == (3, "exact")
    assert found["2009:LV-CES"] == found["not_stated"] == (0, "exact")


def test_the_last_activity_is_that_of_any_round_up_to_the_last_day(
    connection: Connection, land: Land
) -> None:
    early, later = a_round(connection, "II"), a_round(connection, "V")
    an_activity(connection, early, dt.date(2017, 7, 31), **at(land["VLK"]))
    an_activity(connection, early, dt.date(2016, 1, 1), **at(land["VLK"]))
    an_activity(connection, later, dt.date(2020, 12, 1), **at(land["VLK"]))
    an_activity(
        connection, early, JULY - dt.timedelta(1), JULY + dt.timedelta(1), **beside("online")
    )
    columns = ("last_activity_on", "years_since_activity", "last_activity_quality")
    found = said(connection, *columns)
    assert found["2009:LV-VLK"] == (pd.Timestamp("2017-07-31"), 3.0, "exact")
    assert found["2009:LV-CES"] == (None, None, "exact")
    assert found["online"] == (pd.Timestamp("2020-07-31"), 0.0, "exact")
    until = Filters(round="IV", end=dt.date(2020, 12, 31))
    assert said(connection, *columns, filters=until)["2009:LV-VLK"][1] == 0.0


def test_the_same_land_had_it_on_a_later_map(connection: Connection, land: Land) -> None:
    an_activity(connection, land["round"], dt.date(2020, 7, 1), **at(land["VLK"]))
    then = Filters(start=dt.date(2022, 1, 1), end=dt.date(2022, 7, 1))
    assert said(connection, "years_since_activity", filters=then)["2021:LV-VLK"] == (2.0,)
    assert said(connection, "activities", filters=then)["2021:LV-VLK"] == (None,)


def test_a_further_place_had_it_too_and_an_undated_one_has_no_day(
    connection: Connection, land: Land
) -> None:
    activity = an_activity(connection, land["round"], MAY, **beside("abroad"))
    further = {"activity_id": activity, "position": 1}
    add(connection, schema.activity_further_place, **further, **at(land["CES"]))
    an_activity(connection, land["round"], **at(land["VLK"]))
    found = said(connection, "years_since_activity", "last_activity_quality")
    assert found["2009:LV-CES"] == (0.1, "exact")
    assert found["2009:LV-VLK"] == (None, "not_stated")


def test_nothing_follows_where_there_is_nothing(connection: Connection, land: Land) -> None:
    columns = ("families", "open_recommendations", "last_activity")
    found = said(connection, *MEASURED, *(f"{name}_quality" for name in columns))
    assert set(found.values()) == {(None, None, None, *["no_data"] * 3)}


def test_without_a_round_or_a_last_day_it_is_measured_to_today(
    connection: Connection, land: Land
) -> None:
    with time_machine.travel(dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)):
        for filters, day in (
            (Filters(), pd.Timestamp("2026-11-23")),
            (Filters(end=dt.date(2099, 1, 1)), pd.Timestamp("2026-11-23")),
            (IV, pd.Timestamp("2020-07-31")),
            (Filters(round="IV", end=MAY), pd.Timestamp("2020-05-01")),
        ):
            assert set(said(connection, "measured_on", filters=filters).values()) == {(day,)}


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [
        ("2019-07-31", "2020-07-30", 0.9),
        ("2019-07-31", "2020-07-31", 1.0),
        ("2020-02-29", "2021-02-28", 0.9),
        ("2020-02-29", "2021-03-01", 1.0),
        ("2020-07-01", "2020-07-31", 0.0),
        ("2020-07-01", "2020-09-01", 0.1),
        ("2020-01-31", "2023-06-30", 3.3),
    ],
)
def test_years_are_completed_months_down_to_a_tenth(first: str, last: str, years: float) -> None:
    assert years_between(dt.date.fromisoformat(first), dt.date.fromisoformat(last)) == years


@pytest.mark.parametrize("what", [None, "case", "entry", "activity"])
def test_each_says_whether_it_is_made_up(
    connection: Connection, land: Land, what: str | None
) -> None:
    rows = of_sample(what, "case", "entry", "activity")
    post = a_post(connection, land["round"], **at(land["VLK"]))
    a_case(connection, a_family(connection), post, **rows["case"])
    an_entry(connection, land["round"], "IV-1", **at(land["VLK"]), **rows["entry"])
    an_activity(connection, land["round"], MAY, **at(land["VLK"]), **rows["activity"])
    names = ("families", "open_recommendations", "last_activity")
    found = said(connection, *(f"{name}_made_up" for name in names))
    assert found["2009:LV-VLK"] == tuple(what == one for one in ("case", "entry", "activity"))
    assert found["2009:LV-CES"] == (False, False, False)


def test_as_reported_what_is_on_no_list_is_outside(known: Connection) -> None:
    for look, outside in ((Look.WAS, 0), (Look.REPORTED, 100), (Look.TODAY, 0)):
        answer = places(known, READER, Filters(round="IV", look=look))
        assert int(answer["is_outside"].fillna(value=False).sum()) == outside
    answer = places(known, READER, Filters(round="IV", look=Look.REPORTED))
    on_map = answer[answer["division"].notna()]
    assert (on_map["is_outside"] == ~(on_map["is_reported"] | on_map["is_reported_post"])).all()
    assert answer.loc[answer["division"].isna(), "is_outside"].isna().all()
