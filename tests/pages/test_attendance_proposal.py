"""The attendance screen: the activity that a file proposes, and the one that it lacks."""

from sqlalchemy import URL, Engine
from streamlit.testing.v1 import AppTest

from data_access.engine import writing
from tests.data_access.attendance.lists import close
from tests.pages.attendance_screen import ACTIVITY, give, labels, press
from tests.pages.conftest import Visit, shown

ON_THAT_DAY = "Sanāksme 22.07.2020.\n\nVārds, uzvārds;Iestāde\nZane Kalna;LM\n".encode()
ON_NO_DAY = "Vārds, uzvārds;Iestāde\nZane Kalna;LM\n".encode()
CHOOSE = "Choose this activity"


def proposed(screen: AppTest) -> list[str]:
    return [line for line in shown(screen).splitlines() if line.startswith("Proposed")]


def test_the_activity_of_the_same_day_is_proposed_and_chosen_by_a_press(
    facts_url: URL, visit: Visit
) -> None:
    screen = give(visit(facts_url, "attendance", lang="en", round="III"), ON_THAT_DAY)
    assert [line.endswith("because the date is the same.") for line in proposed(screen)] == [True]
    assert "activity" not in screen.query_params
    press(screen, CHOOSE)
    assert screen.query_params["activity"] == ACTIVITY
    assert proposed(screen) == []
    assert "1 participant" in shown(screen)


def test_another_activity_than_the_chosen_one_is_proposed_and_never_taken(
    facts_url: URL, visit: Visit
) -> None:
    screen = visit(facts_url, "attendance", lang="en", activity="iv-valka-valga")
    give(screen, ON_THAT_DAY)
    said = "The file says 22 July 2020, the activity chosen is on 6 February 2020."
    assert said in shown(screen)
    assert len(proposed(screen)) == 1
    assert screen.query_params["activity"] == "iv-valka-valga"


def test_the_name_of_the_file_and_its_title_propose_where_no_day_is_stated(
    facts_url: URL, visit: Visit
) -> None:
    screen = visit(facts_url, "attendance", lang="en", round="IV")
    give(screen, ON_NO_DAY, "Valka_Valga_ekspertu_sanaksme.csv")
    assert "because the title is alike" in proposed(screen)[0]


def test_against_a_chosen_activity_a_title_alone_proposes_none(
    facts_url: URL, visit: Visit
) -> None:
    screen = visit(facts_url, "attendance", lang="en", activity=ACTIVITY)
    give(screen, ON_NO_DAY, "Valka_Valga_ekspertu_sanaksme.csv")
    assert proposed(screen) == []


def test_an_activity_of_a_closed_round_is_not_proposed(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    with writing(facts) as connection:
        close(connection, "IV")
    screen = give(visit(facts_url, "attendance", lang="en", round="V"), ON_THAT_DAY)
    assert CHOOSE not in labels(screen)


def test_where_none_fits_one_is_added_with_what_the_file_says(facts_url: URL, visit: Visit) -> None:
    content = "Ikgadējā tikšanās 03.11.2020.\n\nVārds, uzvārds;Iestāde\nZane Kalna;LM\n".encode()
    screen = give(visit(facts_url, "attendance", lang="en", round="V"), content)
    assert "No activity fits this file: add it, or choose one." in shown(screen)
    assert str(screen.date_input(key="attendance-activity-starts_on").value) == "2020-11-03"
    title = screen.text_input(key="attendance-activity-title_lv").value
    assert str(title).startswith("Ikgadējā")
    screen.selectbox(key="attendance-activity-kind").set_value("meeting")
    press(screen, "Add the activity")
    assert screen.query_params["activity"].startswith("v-")
    assert "3 November 2020, 1 participant" in shown(screen)
