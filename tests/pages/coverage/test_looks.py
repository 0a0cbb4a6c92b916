"""The coverage screen in three looks: what merged, what may lie in two, where a place is found."""

import datetime as dt
from typing import Any

import pandas as pd
import pytest
from sqlalchemy import URL, Engine, select
from streamlit.testing.v1 import AppTest

from data_access import schema
from data_access.access import Grant, Reader
from data_access.accounts import known_places
from data_access.engine import reading, writing
from data_access.filters import Filters
from data_access.rules import Look, Role
from pages.shared import data, reach, tables
from tests.data_access.people import a_person, an_activity, attends
from tests.pages.conftest import Visit, shown

MERGED = {
    "en": (
        "Of the places reported as represented: Kandavas novads and Tukuma novads are one "
        "municipality on this map: Tukuma novads; Rūjienas novads and Valmiera are one "
        "municipality on this map: Valmieras novads. 19 municipalities became 17. Part of another "
        "municipality now: Viļakas novads → Balvu novads."
    ),
    "lv": (
        "No vietām, kas ziņotas kā pārstāvētas: Kandavas novads un Tukuma novads šajā kartē ir "
        "viena pašvaldība: Tukuma novads; Rūjienas novads un Valmiera šajā kartē ir viena "
        "pašvaldība: Valmieras novads. 19 pašvaldību vietā šajā kartē ir 17. Tagad citas "
        "pašvaldības daļa: Viļakas novads → Balvu novads."
    ),
}
IN_TWO = {
    "en": (
        "Aglonas novads: in Krāslavas novads or Preiļu novads (the parish is not stated); counted "
        "once, in neither."
    ),
    "lv": (
        "Aglonas novads: tagad Krāslavas novads vai Preiļu novads (pagasts nav norādīts); "
        "ieskaitīts vienreiz, nevienā no tiem."
    ),
}


@pytest.fixture
def came(facts: Engine) -> None:
    """In round IV two people from Aglona, whose land was divided, and one from Rīga."""
    with writing(facts) as connection:
        division = select(schema.division.c.id).where(schema.division.c.code == "2009")
        town = schema.municipality.c
        numbers = dict(
            connection.execute(
                select(town.iso, town.id).where(town.division_id == division.scalar_subquery())
            ).all()
        )
        round_ = schema.round.c
        iv = connection.scalars(select(round_.id).where(round_.code == "IV")).one()
        meeting = an_activity(connection, iv, dt.date(2019, 9, 1))
        for iso in ("LV-001", "LV-001", "LV-RIX"):
            attends(connection, a_person(connection), meeting, municipality=numbers[iso])


def box(screen: AppTest) -> Any:
    (found,) = [widget for widget in screen.selectbox if widget.key == "choice-place"]
    return found


@pytest.mark.parametrize("language", ["lv", "en"])
def test_todays_map_says_what_merged_and_no_other_does(
    facts_url: URL, visit: Visit, language: str
) -> None:
    screen = visit(facts_url, "coverage", lang=language, round="IV", look="today")
    assert MERGED[language] in shown(screen)
    assert MERGED[language][:30] not in shown(visit(facts_url, "coverage", lang=language))


@pytest.mark.parametrize("language", ["lv", "en"])
@pytest.mark.usefixtures("came")
def test_what_may_lie_in_two_is_named_and_counted_once(
    facts_url: URL, visit: Visit, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[pd.DataFrame] = []
    monkeypatch.setattr(tables, "download", lambda _words, rows, *_more: offered.append(rows))
    query = {"lang": language, "round": "IV", "look": "today", "show": "persons"}
    screen = visit(facts_url, "coverage", **query, place="2009:LV-001")
    text = shown(screen)
    assert text.count(IN_TWO[language]) == 2
    assert ("+ 0 = 3" in text, "2 = 3." in text) == (False, True)
    assert [found.value for found in screen.metric][-2:] == ["2", "3"]
    assert box(screen).value == "either:2009:LV-001"
    (row,) = offered[-1][offered[-1]["name"].str.startswith("Aglonas novads")].to_dict("records")
    assert (row["persons"], row["attendances"]) == ("2", "2")


@pytest.mark.usefixtures("came")
def test_what_is_on_no_list_is_named(facts_url: URL, visit: Visit) -> None:
    query = {"lang": "en", "round": "IV", "look": "reported", "show": "persons"}
    text = shown(visit(facts_url, "coverage", **query, place="unlisted"))
    assert text.count("Recorded and not on the round's list: Aglonas novads.") == 2
    assert "Not on the round's list: 2" in text
    assert "not on the round's list 2 = 3." in text


def test_a_place_of_then_is_found_today_and_comes_back(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, "coverage", lang="en", round="IV", look="today", place="2009:LV-043")
    assert "Kandavas novads (2009) lies in Tukuma novads (2025) on this map." in shown(screen)
    assert box(screen).value == "2025:LV-099"
    assert "Listed as: Kandavas novads, Tukuma novads." in shown(screen)
    switch: Any = screen.radio(key="look")
    switch.set_value("was").run()
    assert box(screen).value == "2009:LV-043"
    assert "lies in" not in shown(screen)


def test_the_same_land_needs_no_word(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, "coverage", lang="en", round="IV", look="today", place="2009:LV-RIX")
    assert box(screen).value == "2025:LV-RIX"
    assert "Rīga (2009)" not in shown(screen)


def test_of_several_one_is_chosen(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, "coverage", lang="en", round="IV", place="2025:LV-099")
    assert "several municipalities have land of Tukuma novads (2025):" in shown(screen)
    (kandava,) = [found for found in screen.button if found.label == "Kandavas novads"]
    kandava.click().run()
    assert screen.query_params["place"] == "2009:LV-043"
    assert box(screen).value == "2009:LV-043"


def test_the_list_clears_what_was_carried_over(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, "coverage", lang="en", round="IV", look="today", place="2009:LV-043")
    box(screen).set_value("none").run()
    assert box(screen).value == "none"
    assert not screen.subheader


def test_two_rounds_stand_side_by_side_and_no_rows_are_no_zero(
    facts_url: URL, visit: Visit
) -> None:
    query = {"lang": "en", "round": "IV", "with": "V"}
    screen = visit(facts_url, "coverage", **query)
    headings = [found.value.replace("\\", "") for found in screen.subheader]
    assert headings == ["Round IV", "Round V", "What differs: round IV and round V"]
    text = shown(screen)
    assert "there is no difference to tell" in text
    assert "are not the same land on all of them" in text
    (button,) = [found for found in screen.button if found.label == "Show both on today's map"]
    button.click().run()
    assert screen.query_params["look"] == "today"
    assert "are not the same land" not in shown(screen)
    assert len(screen.get("vega_lite_chart")) == 2


def test_the_difference_is_told_with_its_table(
    facts_url: URL, facts: Engine, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    with writing(facts) as connection:
        third = connection.execute(select(schema.round.c.id).where(schema.round.c.code == "III"))
        an_activity(connection, third.scalar_one(), dt.date(2018, 5, 1))
    offered: list[pd.DataFrame] = []
    monkeypatch.setattr(tables, "download", lambda _words, rows, *_more: offered.append(rows))
    visit(facts_url, "coverage", lang="en", round="IV", look="today", show="activities",
          **{"with": "III"})  # fmt: skip
    assert list(offered[0].columns) == ["name", "first", "second", "change", "kind"]


def seen(engine: Engine, iso: str, look: Look, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The municipalities that a reader of one municipality of 2009 sees on the look's maps."""
    with reading(engine) as connection:
        town, division = schema.municipality, schema.division
        every = connection.execute(
            select(division.c.code + ":" + town.c.iso, town.c.id).join_from(town, division)
        ).all()
        (number,) = [number for place, number in every if place == f"2009:{iso}"]
        grant = Grant(Role.COORDINATOR, municipalities=known_places(connection, number))
        reader = Reader("test:limited", frozenset({grant}))
        monkeypatch.setattr(data, "reader", lambda: reader)
        monkeypatch.setattr(
            data, "frame", lambda question, filters: question(connection, reader, filters)
        )
        sees = reach.seen_on_map(Filters(round="IV", look=look))
        return {place for place, _ in every if sees(place)} | (
            {"either"} if sees(f"either:2009:{iso}") else set()
        )


def test_a_part_of_the_land_is_not_shown_as_the_whole(
    facts: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    for look in (Look.WAS, Look.REPORTED):
        assert "2009:LV-043" in seen(facts, "LV-043", look, monkeypatch)
    today = seen(facts, "LV-043", Look.TODAY, monkeypatch)
    assert not {place for place in today if place.startswith("2025:")}
    assert "2025:LV-RIX" in seen(facts, "LV-RIX", Look.TODAY, monkeypatch)
    assert "either" in seen(facts, "LV-001", Look.TODAY, monkeypatch)


def test_who_sees_riga_sees_it_on_todays_map_and_nothing_else(
    sample_url: URL, visit: Visit
) -> None:
    query = {"lang": "en", "round": "IV", "look": "today", "show": "persons"}
    text = shown(visit(sample_url, "coverage", **query, **{"as": "coordinator-riga"}))
    assert "Hidden from your role are 41 municipalities." in text
    assert "1 of 1." in text
