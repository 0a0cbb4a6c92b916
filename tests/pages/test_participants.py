"""Participants: persons apart from attendances, recorded beside reported, and no rows yet."""

import pytest
from sqlalchemy import URL, Engine, select

from data_access import schema
from data_access.engine import writing
from pages.shared import tables
from tests.data_access.people import a_person, attends
from tests.pages.conftest import Visit, shown
from tests.pages.participants.reading import described, numbers
from tests.pages.screens import links


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("lv", ["Personas: 230", "Dalības reizes: 318", "Dalībnieki: 230",
                "uzskaitītas; bez norādītas grupas: 43", "ziņots par visu kārtu"]),
        ("en", ["Persons: 230", "Attendances: 318", "Participants: 230",
                "recorded; of no stated category: 43", "reported of the whole round"]),
    ],
)  # fmt: skip
def test_persons_attendances_and_the_reported_figure_stand_apart(
    sample_url: URL, visit: Visit, language: str, expected: list[str]
) -> None:
    text = shown(visit(sample_url, "participants", lang=language))
    assert [line for line in expected if line not in text] == []


def test_the_reported_figure_has_its_source(sample_url: URL, visit: Visit) -> None:
    text = shown(visit(sample_url, "participants", lang="en"))
    assert "Participants: 230" in text
    assert "Project results" in text or "Projekta rezultāti" in text


def test_codes_that_are_none_are_ignored(sample_url: URL, visit: Visit) -> None:
    query = {"by": "name", "count": "heads", "compare": "roma~roma"}
    screen = visit(sample_url, "participants", lang="en", **query)
    assert "Persons by category" in shown(screen)


def test_a_choice_stands_in_the_address_as_a_code(sample_url: URL, visit: Visit) -> None:
    screen = visit(sample_url, "participants", lang="lv")
    screen.segmented_control(key="choice-count").set_value("attendances").run()
    screen.selectbox(key="choice-by").set_value("place").run()
    screen.selectbox(key="choice-compare").set_value("state~roma").run()
    found = {name: screen.query_params[name] for name in ("count", "by", "compare")}
    assert found == {"count": "attendances", "by": "place", "compare": "state~roma"}
    assert "Dalības reizes pa vietām" in shown(screen)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("lv", ["ierakstu vēl nav", "Dokumentos ziņots dalībnieku kopskaits – 230", "„Dalība”"]),
        ("en", ["no rows yet", "Documents report 230 participants", "page “Attendance”"]),
    ],
)
def test_the_facts_alone_say_what_is_reported_and_how_rows_come_in(
    facts_url: URL, visit: Visit, language: str, expected: list[str]
) -> None:
    screen = visit(facts_url, "participants", lang=language)
    assert [line for line in expected if line not in shown(screen)] == []
    assert not screen.get("vega_lite_chart")
    assert links(screen) & {"Augšupielādēt dalībnieku sarakstu", "Upload attendance"}


def test_a_round_that_no_document_counts_says_nothing_of_numbers(
    facts_url: URL, visit: Visit
) -> None:
    text = shown(visit(facts_url, "participants", lang="en", round="V"))
    assert "Participants: not stated" in text
    assert "No attendance is recorded here yet." in text
    assert "Documents report" not in text


def test_days_without_attendance_say_what_to_change(sample_url: URL, visit: Visit) -> None:
    screen = visit(sample_url, "participants", lang="en", since="2030-01-01")
    text = shown(screen)
    assert "No attendance lies within these days" in text
    assert "8 activities without a stated date are left out" in text
    assert not links(screen) & {"Upload attendance"}


def test_an_empty_database_says_how_to_begin(migrated_url: URL, visit: Visit) -> None:
    assert "python -m seed" in shown(visit(migrated_url, "participants", lang="en"))


def test_all_rounds_have_no_reported_sum(sample_url: URL, visit: Visit) -> None:
    text = shown(visit(sample_url, "participants", lang="en", round="all"))
    assert "Choose one round to see what documents report of it." in text
    assert "Participants: 230" not in text


def test_one_activity_is_named_and_can_be_left(sample_url: URL, visit: Visit) -> None:
    screen = visit(sample_url, "participants", lang="en", activity="iv-lithuania")
    text = shown(screen)
    assert "Only this activity is counted: Good-practice visit to Lithuania" in text
    assert "Attendances: 9" in text
    assert "Count all activities" in links(screen)
    unknown = shown(visit(sample_url, "participants", lang="en", activity="no-such"))
    assert "Only this activity is counted: unknown here." in unknown
    assert "No attendance of this activity is recorded yet." in unknown


def test_rows_that_nobody_made_up_are_not_called_so(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    with writing(facts) as connection:
        activity = select(schema.activity.c.id).where(schema.activity.c.code == "iv-talsi")
        number = connection.scalars(activity).one()
        attends(connection, a_person(connection), number, "roma")
    screen = visit(facts_url, "participants", lang="en")
    assert "Persons: 1" in shown(screen)
    assert "Made up" not in shown(screen)
    assert "Made up" not in described(screen)


def test_everybody_registered_only_is_zero_and_no_absence_of_rows(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    with writing(facts) as connection:
        activity = select(schema.activity.c.id).where(schema.activity.c.code == "iv-talsi")
        number = connection.scalars(activity).one()
        attends(connection, a_person(connection), number, "roma", status="registered")
    screen = visit(facts_url, "participants", lang="en")
    assert "Persons: 0" in shown(screen)
    assert set(numbers(screen, "Persons").values()) == {0}


@pytest.mark.parametrize("query", [{}, {"compare": "state~roma", "by": "gender"}])
def test_what_is_taken_away_says_what_it_is(
    sample_url: URL, visit: Visit, monkeypatch: pytest.MonkeyPatch, query: dict[str, str]
) -> None:
    notes: list[str] = []
    monkeypatch.setattr(tables, "behind", lambda *told: notes.append(str(told[-1])))
    visit(sample_url, "participants", lang="en", round="IV", since="2020-07-01", **query)
    (note,) = {note for note in notes if "Recorded persons" in note}
    assert note.startswith("Round: IV. Days: 1 July 2020–….")
    assert "Recorded persons: each counts once" in note
    assert "Made up, wholly or in part" in note
