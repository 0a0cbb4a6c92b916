"""Every page that shows places shows them in the look that is chosen, and says which it is."""

import datetime as dt

import pytest
from sqlalchemy import URL, Connection, Engine, select, update

from data_access import schema
from data_access.engine import writing
from pages.shared.data import PERSONA
from tests.data_access.people import a_person, a_post, an_activity, at, attends
from tests.data_access.register import an_entry
from tests.pages.conftest import Visit, shown

DAY = dt.date(2019, 9, 1)
THEN, NOW = "Kandavas novads", "Tukuma novads"
SAID = {
    ("today", "lv"): "Vietas šodienas kartē",
    ("reported", "en"): "Places as reported",
}
TOPICS = ("overview", "participants", "activities", "caseloads", "recommendations")


def plant(engine: Engine) -> None:
    """One record of each kind in Kandava, and an activity in Aglona, which was divided."""
    with writing(engine) as connection:
        round_ = connection.scalars(
            select(schema.round.c.id).where(schema.round.c.code == "IV")
        ).one()
        there = at(number_of(connection, THEN))
        held = an_activity(connection, round_, DAY, code="in-kandava", **there)
        aglona = at(number_of(connection, "Aglonas novads"))
        an_activity(connection, round_, DAY, code="in-aglona", **aglona)
        for place in (there, there, aglona):
            attends(connection, a_person(connection), held, **place)
        a_post(connection, round_, DAY, DAY, **there)
        an_entry(connection, round_, "K-1", made_on=DAY, **there)


def number_of(connection: Connection, name: str) -> int:
    municipality = schema.municipality
    named = select(municipality.c.id).join(schema.division).where(municipality.c.name == name)
    return int(connection.execute(named.where(schema.division.c.code == "2009")).scalar_one())


@pytest.mark.parametrize(("look", "language"), [("today", "lv"), ("reported", "en")])
def test_each_page_says_which_look_is_on(
    facts_url: URL, facts: Engine, visit: Visit, look: str, language: str
) -> None:
    plant(facts)
    for topic in TOPICS:
        screen = visit(facts_url, topic, lang=language, round="IV", look=look)
        assert SAID[look, language] in shown(screen), topic


def test_the_usual_look_is_not_mentioned(facts_url: URL, visit: Visit) -> None:
    text = shown(visit(facts_url, "activities", lang="lv", round="IV"))
    assert not any(said in text for said in SAID.values())


def test_activities_of_kandava_lie_in_tukums_today(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    plant(facts)
    texts = {
        look: shown(visit(facts_url, "activities", lang="lv", round="IV", look=look))
        for look in ("was", "reported", "today")
    }
    moved, divided = f"{NOW} (toreiz {THEN})", "(tagad Krāslavas novads vai Preiļu novads)"
    assert [look for look in texts if moved in texts[look]] == ["today"]
    assert [look for look in texts if divided in texts[look]] == ["today"]
    assert "Aglonas novads (nav kārtas sarakstā)" in texts["reported"]
    alone = shown(visit(facts_url, "activities", lang="lv", activity="in-kandava", look="today"))
    assert moved in alone


def test_a_form_keeps_the_place_that_was_recorded(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    plant(facts)
    screen = visit(facts_url, "activities", lang="en", activity="in-kandava", look="today")
    (place,) = [each for each in screen.selectbox if each.label == "Place"]
    assert place.value == "2009:LV-043"


def test_participants_of_kandava_are_of_tukums_today(
    facts_url: URL, facts: Engine, visit: Visit, files: list[str]
) -> None:
    plant(facts)
    visit(facts_url, "participants", lang="en", round="IV", look="today", by="place")
    lines = {
        line.partition(";")[0]: line.split(";")[1] for line in files[-1].splitlines() if ";" in line
    }
    assert lines[NOW] == "2"
    assert lines["Aglonas novads (may lie in one of several)"] == "1"
    assert THEN not in lines


def test_a_post_and_an_entry_say_where_they_stand(
    facts_url: URL, facts: Engine, visit: Visit, files: list[str]
) -> None:
    plant(facts)
    for topic in ("caseloads", "recommendations"):
        visit(facts_url, topic, lang="en", round="IV", look="today")
        assert any(f"{NOW} (then {THEN})" in file for file in files), topic
        files.clear()
    alone = visit(facts_url, "recommendations", lang="lv", recommendation="K-1", look="today")
    assert f"{NOW} (toreiz {THEN})" in shown(alone)


def test_the_overview_says_what_the_municipalities_are_counted_over(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    plant(facts)
    later = {"starts_on": dt.date(2021, 7, 1), "ends_on": None, "date_precision": "day"}
    with writing(facts) as connection:
        round_, there = connection.execute(
            select(schema.activity.c.round_id, schema.activity.c.municipality_id).where(
                schema.activity.c.code == "in-kandava"
            )
        ).one()
        after = an_activity(connection, round_, code="after")
        connection.execute(
            update(schema.activity).where(schema.activity.c.code == "after").values(later)
        )
        attends(connection, a_person(connection), after, municipality=there)
    was = shown(visit(facts_url, lang="en", round="IV"))
    today = shown(visit(facts_url, lang="en", round="IV", look="today"))
    assert "of several divisions: 2009: 2; 2021: 1." in was
    assert "19 then, 17 on today's map. 1 attendance counts in no municipality" in today
    assert "19 then" not in was


def test_a_look_shows_nothing_of_places_beyond_the_role(
    sample_url: URL, sample: Engine, visit: Visit, files: list[str]
) -> None:
    plant(sample)
    asked = {"lang": "en", "round": "IV", "look": "today", PERSONA: "coordinator-riga"}
    for topic in ("participants", "caseloads"):
        visit(sample_url, topic, **asked | ({"by": "place"} if topic == "participants" else {}))
    assert any("Rīga" in file for file in files)
    assert not any(name in file for file in files for name in (THEN, NOW, "Aglonas", "Preiļu"))
