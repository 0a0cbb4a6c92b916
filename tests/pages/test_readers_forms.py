"""Forms are drawn for those who could store with them; what is refused all the same is told."""

import datetime as dt
import logging

import pytest
from sqlalchemy import URL, Connection, Engine, delete, func, insert, select, update
from streamlit.testing.v1 import AppTest

from data_access import schema
from data_access.accounts import persona_of
from data_access.engine import reading, writing
from data_access.rules import Role
from tests.pages.attendance_screen import ACTIVITY, GOOD, attended, give
from tests.pages.conftest import Visit, shown
from tests.pages.readers import go, refusal
from tests.pages.screens import labels, links, press

SCREENS = {
    "overview": {},
    "activities": {"activity": "iv-talsi"},
    "institutions": {"institution": "sample-school"},
    "rounds": {},
    "reported": {},
    "recommendations": {},
}
NOTHING_TO_KEEP = {
    "manager": [*SCREENS],
    "council-member": ["overview", "activities", "recommendations"],
    "mediator": ["institutions", "rounds"],
    "institution": ["activities", "recommendations", "reported"],
}
FIRST = dt.date(2000, 1, 1)
NOT_STORED = "Nothing was stored: your role does not include this"


def test_who_keeps_nothing_is_offered_nothing_to_keep(sample_url: URL, visit: Visit) -> None:
    screen = visit(sample_url, lang="en")
    assert labels(screen)
    for persona, topics in NOTHING_TO_KEEP.items():
        for topic in topics:
            go(screen, topic, **SCREENS[topic], **{"as": persona})
            assert not refusal(screen)
            assert not labels(screen), (persona, topic)
            assert "Attendance: upload a file, see all uploads" not in links(screen)
            assert "Upload attendance" not in links(screen)


def test_what_all_rounds_share_is_changed_by_who_is_not_limited(
    sample_url: URL, visit: Visit
) -> None:
    screen = visit(sample_url, lang="en", **{"as": "coordinator-riga"})
    in_reach = offered(screen)
    assert in_reach["overview"] == set()
    assert in_reach["institutions"] == {"Add the name"}
    assert in_reach["rounds"] == set()
    go(screen, "overview", **{"as": "coordinator"})
    everywhere = offered(screen)
    assert everywhere["overview"] == {"Store the answer"}
    assert {"Add the name", "Store the institution"} <= everywhere["institutions"]
    assert everywhere["rounds"] == set()
    go(screen, "rounds", **{"as": "administrator"})
    assert "Add the round" in labels(screen)


def test_an_activity_is_added_where_the_role_reaches(sample_url: URL, visit: Visit) -> None:
    screen = visit(sample_url, "activities", lang="en", **{"as": "coordinator-riga"})
    assert places(screen) == ["Rīga"]
    screen.text_input(key="activity-add-IV-title_lv").set_value("Sanāksme Rīgā")
    screen.selectbox(key="activity-add-IV-kind").set_value("meeting")
    press(screen, "Add the activity")
    assert "Stored." in shown(screen)
    assert [each.value for each in screen.title] == ["Sanāksme Rīgā"]
    del screen.query_params["activity"]
    go(screen, "activities", **{"as": "coordinator"})
    assert {"Rīga", "Jelgava", "place not stated"} < set(places(screen))


def test_a_list_is_given_for_activities_that_the_role_reaches(
    sample: Engine, sample_url: URL, visit: Visit
) -> None:
    screen = visit(sample_url, "attendance", lang="en", **{"as": "coordinator-riga"})
    with writing(sample) as connection:
        grant(connection, "coordinator-riga", Role.COUNCIL_MEMBER)
    go(screen, "attendance", activity="iv-talsi")
    (offered_here,) = [each for each in screen.selectbox if each.label == "Activity"]
    assert len(offered_here.options) == 2, "none, and the one in Rīga"
    assert offered_here.value == ""
    assert "Activities: add one within your role" in links(screen)
    go(screen, "attendance", activity="iv-final-meeting")
    assert screen.selectbox(key="choice-activity").value == "iv-final-meeting"
    go(screen, "attendance", **{"as": "coordinator"})
    assert "Activities: add one within your role" not in links(screen)


def test_figures_of_the_whole_round_are_kept_by_who_is_not_limited(
    sample_url: URL, visit: Visit
) -> None:
    screen = visit(sample_url, "reported", lang="en", **{"as": "coordinator-riga"})
    assert subjects(screen) == [
        "Coordination meeting of the Latvian Roma Platform",
        "a mediator's post, Rīga",
    ]
    (only,) = figures(screen)
    assert only.startswith("Coordination meeting of the Latvian Roma Platform: Headcount")
    go(screen, "reported", **{"as": "coordinator"})
    assert "the round" in subjects(screen)
    assert [each for each in figures(screen) if each.startswith("the round: ")]


def test_what_another_role_shows_is_not_changed_where_this_one_does_not_reach(
    sample: Engine, sample_url: URL, visit: Visit
) -> None:
    screen = visit(sample_url, "activities", lang="en", **{"as": "coordinator-riga"})
    with writing(sample) as connection:
        grant(connection, "coordinator-riga", Role.COUNCIL_MEMBER)
    go(screen, "activities", activity="iv-talsi")
    assert "Store the activity" not in labels(screen)
    assert "Talsu novads" in shown(screen)
    go(screen, "activities", activity="iv-final-meeting")
    assert "Store the activity" in labels(screen)


def test_what_lies_beyond_the_role_is_refused_at_its_form(
    sample: Engine, sample_url: URL, visit: Visit
) -> None:
    screen = visit(sample_url, "activities", lang="en", **{"as": "coordinator"})
    screen.text_input(key="activity-add-IV-title_lv").set_value("Sanāksme Jelgavā")
    screen.selectbox(key="activity-add-IV-kind").set_value("meeting")
    screen.selectbox(key="activity-add-IV-place").set_value("2009:LV-JEL")
    with writing(sample) as connection:
        limit_to_riga(connection, "coordinator")
    press(screen, "Add the activity")
    assert shown(screen).count(NOT_STORED) == 1
    assert places(screen) == ["Rīga"]
    with reading(sample) as connection:
        activity = schema.activity
        statement = select(func.count()).where(activity.c.title_lv == "Sanāksme Jelgavā")
        assert connection.execute(statement).scalar_one() == 0


def test_what_a_role_that_ended_may_not_store_is_told_though_the_form_is_gone(
    sample: Engine, sample_url: URL, visit: Visit, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.ERROR)
    screen = visit(sample_url, "institutions", lang="en", **{"as": "coordinator"})
    with writing(sample) as connection:
        grant(connection, "coordinator", Role.MANAGER)
        end(connection, "coordinator", Role.COORDINATOR)
    screen.text_input(key="institution-add-name_lv").set_value("Jauna iestāde")
    press(screen, "Add the institution")
    assert shown(screen).count(NOT_STORED) == 1
    assert "Add the institution" not in labels(screen)
    screen.run()
    assert NOT_STORED not in shown(screen)
    with reading(sample) as connection:
        assert not count(connection, "Jauna iestāde")
    assert not caplog.records


def test_a_list_that_was_looked_at_is_not_recorded_once_the_role_has_ended(
    sample: Engine, sample_url: URL, visit: Visit, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.ERROR)
    screen = visit(sample_url, "attendance", lang="en", activity=ACTIVITY, **{"as": "coordinator"})
    give(screen, GOOD)
    before = attended(sample)
    with writing(sample) as connection:
        end(connection, "coordinator", Role.COORDINATOR)
    press(screen, "Record 2 attendances")
    assert "You have no role here yet." in shown(screen)
    assert attended(sample) == before
    assert not caplog.records


def test_who_has_no_role_any_more_is_told_twice_over(
    sample: Engine, sample_url: URL, visit: Visit
) -> None:
    screen = visit(sample_url, lang="lv", **{"as": "coordinator"})
    with writing(sample) as connection:
        end(connection, "coordinator", Role.COORDINATOR)
    press_first(screen, "Saglabāt atbildi")
    text = shown(screen)
    assert "Nekas netika saglabāts: jūsu loma to neparedz" in text
    assert "Jums šeit vēl nav nevienas lomas." in text
    assert not screen.get("page_link")


def offered(screen: AppTest) -> dict[str, set[str]]:
    """The buttons of each screen."""
    return {topic: labels(go(screen, topic, **query)) for topic, query in SCREENS.items()}


def places(screen: AppTest) -> list[str]:
    return list(screen.selectbox(key="activity-add-IV-place").options)


def subjects(screen: AppTest) -> list[str]:
    return list(screen.selectbox(key="figure-add-IV-subject").options)


def figures(screen: AppTest) -> list[str]:
    (one,) = [each for each in screen.selectbox if each.label == "Correct one figure"]
    return [each for each in one.options if each != "Choose a figure"]


def press_first(screen: AppTest, label: str) -> None:
    next(each for each in screen.button if each.label == label).click().run()
    assert not screen.exception


def grant(connection: Connection, persona: str, role: Role) -> None:
    account = account_of(connection, persona)
    values = {"account_id": account, "role": role.value, "valid_from": FIRST}
    connection.execute(insert(schema.role_grant).values(values))


def limit_to_riga(connection: Connection, persona: str) -> None:
    held, place = schema.role_grant, schema.municipality
    riga = select(place.c.id).where(place.c.iso == "LV-RIX").order_by(place.c.id).limit(1)
    mine = held.c.account_id == account_of(connection, persona)
    connection.execute(update(held).where(mine).values(municipality_id=riga.scalar_subquery()))


def end(connection: Connection, persona: str, role: Role) -> None:
    held = schema.role_grant
    account = account_of(connection, persona)
    connection.execute(delete(held).where(held.c.account_id == account, held.c.role == role.value))


def account_of(connection: Connection, persona: str) -> int:
    found = persona_of(connection, persona)
    assert found is not None
    assert found.account is not None
    return found.account


def count(connection: Connection, name: str) -> int:
    institution = schema.institution
    statement = select(func.count()).where(institution.c.name_lv == name)
    return int(connection.execute(statement).scalar_one())
