"""The activities: a list of a round, and a page for each one."""

import datetime as dt

import pytest
from sqlalchemy import URL, Engine, insert, select, update

from data_access import activities, schema
from data_access.access import OPERATOR
from data_access.engine import reading, writing
from data_access.filters import Filters
from data_access.rules import ActivityPart
from tests.pages.conftest import Visit, shown
from tests.pages.screens import labels, links, press


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


def close_round(engine: Engine, code: str) -> None:
    """Close a round behind the screen's back."""
    moment = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    with writing(engine) as connection:
        values = {"issuer": "test", "subject": "x", "created_at": moment}
        account = insert(schema.account).values(values).returning(schema.account.c.id)
        closed = {"closed_at": moment, "closed_by_id": connection.execute(account).scalar_one()}
        connection.execute(update(schema.round).where(schema.round.c.code == code).values(closed))
        version = schema.data_version
        connection.execute(update(version).values(number=version.c.number + 1))


def test_an_activity_is_added_and_opens(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, "activities", lang="lv", round="V")
    screen.text_input(key="activity-add-V-title_lv").set_value("Seminārs Rīgā")
    press(screen, "Pievienot pasākumu")
    assert "Aizpildiet: Veids" in shown(screen)
    screen.selectbox(key="activity-add-V-kind").select("seminar")
    screen.date_input(key="activity-add-V-starts_on").set_value(dt.date(2021, 3, 2))
    press(screen, "Pievienot pasākumu")
    assert screen.query_params["activity"] == "v-seminars-riga"
    text = shown(screen)
    assert "Seminārs Rīgā" in text
    assert "02.03.2021." in text
    screen.query_params["lang"] = "en"
    assert "No English title is known" in shown(screen.run())


def test_a_correction_is_shown_with_its_history(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, "activities", lang="en", activity="iv-talsi")
    assert screen.selectbox(key="activity-iv-talsi-place").value == "2009:LV-097"
    assert screen.selectbox(key="activity-iv-talsi-measure").value == "3"
    screen.text_area(key="activity-iv-talsi-outcome_en").set_value("Much was agreed.")
    screen.selectbox(key="activity-iv-talsi-place").select("online")
    press(screen, "Store the activity")
    text = shown(screen)
    assert "Much was agreed." in text
    assert "place: Municipality → Online" in text
    assert "municipality: Talsu novads → nothing" in text
    assert "line of the round's list" not in text


def test_days_back_to_front_are_refused_and_stay_typed(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, "activities", lang="lv", activity="iv-talsi")
    screen.date_input(key="activity-iv-talsi-ends_on").set_value(dt.date(2020, 7, 1))
    press(screen, "Saglabāt pasākumu")
    assert "Dienas nesaskan" in shown(screen)
    assert screen.date_input(key="activity-iv-talsi-ends_on").value == dt.date(2020, 7, 1)


def test_a_document_and_an_institution_are_put_to_it_and_taken_off(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    screen = visit(facts_url, "activities", lang="en", activity="iv-stories")
    screen.text_input(key="document-iv-stories-title_lv").set_value("Stāsti")
    screen.text_input(key="document-iv-stories-address").set_value("www.lsm.lv")
    press(screen, "Add the document")
    assert "An address begins with https://" in shown(screen)
    screen.text_input(key="document-iv-stories-address").set_value("https://www.lsm.lv/")
    press(screen, "Add the document")
    assert "document: nothing → Stāsti" in shown(screen)
    assert screen.text_input(key="document-iv-stories-title_lv").value == ""
    screen.selectbox(key="part-iv-stories-institution").select("km")
    screen.selectbox(key="part-iv-stories-part").select("host")
    press(screen, "Add the institution")
    assert "Received by: Latvian Public Media, Ministry of Culture" in shown(screen).replace(
        "*", ""
    )
    assert "institution: nothing → Ministry of Culture, host" in shown(screen)
    with reading(facts) as connection:
        found = activities.documents(connection, OPERATOR, Filters(activity="iv-stories"))
    number = str(found.iloc[0]["number"])
    screen.selectbox(key="document-off-iv-stories-number").set_value(number)
    press(screen, "Take the document off")
    assert "document: Stāsti → nothing" in shown(screen)
    assert "No document of this activity is known here" in shown(screen)


def test_an_activity_added_by_hand_is_removed_once_nothing_hangs_on_it(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    with writing(facts) as connection:
        activities.add(connection, OPERATOR, "V", {"title_lv": "Kļūda", "kind": "meeting"})
        activities.add_institution(connection, OPERATOR, "v-kluda", "km", ActivityPart.HOST)
    screen = visit(facts_url, "activities", lang="lv", round="V", activity="v-kluda")
    press(screen, "Dzēst šo pasākumu")
    assert "vēl ir saistīti: iesaistītās iestādes" in shown(screen)
    with writing(facts) as connection:
        (part,) = activities.institutions(
            connection, OPERATOR, Filters(activity="v-kluda")
        ).to_dict("records")
        activities.remove_institution(connection, OPERATOR, "v-kluda", int(part["number"]))
    press(screen.run(), "Dzēst šo pasākumu")
    assert "activity" not in screen.query_params
    assert "Kļūda" not in links(screen)


def test_a_fact_offers_no_removal(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, "activities", lang="en", activity="iv-talsi")
    assert "Store the activity" in labels(screen)
    assert "Remove this activity" not in labels(screen)


def test_a_closed_round_takes_no_changes_and_says_so(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    screen = visit(facts_url, "activities", lang="en", activity="iv-talsi")
    screen.text_area(key="activity-iv-talsi-outcome_en").set_value("Too late.")
    close_round(facts, "IV")
    press(screen, "Store the activity")
    text = shown(screen)
    assert "Too late." not in text
    assert "this activity stays as it is" in text
    assert labels(screen) & {"Store the activity", "Add the document"} == set()
    listing = visit(facts_url, "activities", lang="en", round="IV")
    assert "no activity is added to it" in shown(listing)
