"""The attendance screen: one row added, corrected and removed by hand, with its history."""

import pytest
from sqlalchemy import URL, Engine, select, update

from data_access import attendance, schema
from data_access.access import OPERATOR
from data_access.engine import reading, writing
from pages.shared import once
from tests.pages.attendance_screen import (
    ACTIVITY,
    GOOD,
    NAMES,
    attended,
    fill,
    press,
)
from tests.pages.conftest import Visit, shown


def test_one_attendance_is_added_by_hand_and_a_second_of_the_same_person_is_refused(
    facts_url: URL, facts: Engine, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(once, "MOMENT_SECONDS", 0.0)
    screen = visit(facts_url, "attendance", lang="en", activity=ACTIVITY)
    assert "no attendance on record yet" in shown(screen)
    for expected in ("Stored.", "This person has an attendance at this activity already."):
        fill(screen, "attendance-add", name=NAMES[0], contact="anna@example.org", category="state")
        press(screen, "Add the attendance")
        assert expected in shown(screen)
        assert attended(facts) == 1
    with reading(facts) as connection:
        row = connection.execute(select(schema.attendance)).mappings().one()
    said = [row[name] for name in ("capacity", "gender", "age_band", "place_kind")]
    assert said == ["state", *["not_stated"] * 3]
    assert NAMES[0] not in "\n".join(str(each.value) for each in screen.table)


def test_an_entry_without_a_name_or_with_an_unusable_contact_says_what_is_wrong(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    screen = visit(facts_url, "attendance", lang="lv", activity=ACTIVITY)
    press(screen, "Pievienot dalības reizi")
    assert "Aizpildiet: Vārds, uzvārds" in shown(screen)
    fill(screen, "attendance-add", name=NAMES[0], contact="nav")
    press(screen, "Pievienot dalības reizi")
    assert "nav ne e-pasta adrese, ne tālruņa numurs" in shown(screen)
    assert screen.text_input(key="attendance-add-contact").value == "nav"
    assert attended(facts) == 0


def test_one_row_is_corrected_and_its_history_says_so(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    with writing(facts) as connection:
        attendance.record(connection, OPERATOR, GOOD, "list", ACTIVITY)
    screen = visit(facts_url, "attendance", lang="en", activity=ACTIVITY, row="1")
    fill(screen, "attendance-correct-1", category="roma")
    press(screen, "Store the correction")
    text = shown(screen)
    assert "represents: State representatives → Roma representatives" in text
    assert "kind of place" not in text
    with reading(facts) as connection:
        rows = connection.execute(select(schema.attendance)).mappings().all()
    assert [(row["capacity"], row["place_kind"]) for row in rows if row["id"] == 1] == [
        ("roma", "municipality")
    ]


def test_a_place_of_another_division_stays_when_something_else_is_corrected(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    """The list offers the municipalities of the activity's day, and the one that stands there."""
    municipality, division = schema.municipality, schema.division
    later = (
        select(municipality.c.id)
        .join_from(municipality, division)
        .where(division.c.code == "2025", municipality.c.iso == "LV-101")
    )
    with writing(facts) as connection:
        attendance.record(connection, OPERATOR, GOOD, "list", ACTIVITY)
        place = connection.execute(later).scalar_one()
        there = {"municipality_id": place, "place_kind": "municipality"}
        connection.execute(update(schema.attendance).values(there))
    screen = visit(facts_url, "attendance", lang="en", activity=ACTIVITY, row="1")
    fill(screen, "attendance-correct-1", category="roma")
    press(screen, "Store the correction")
    with reading(facts) as connection:
        kept = select(schema.attendance.c.municipality_id).where(schema.attendance.c.id == 1)
        assert connection.execute(kept).scalar_one() == place


def test_one_row_is_removed_only_after_the_box_is_ticked(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    with writing(facts) as connection:
        attendance.record(connection, OPERATOR, GOOD, "list", ACTIVITY)
    screen = visit(facts_url, "attendance", lang="en", activity=ACTIVITY, row="1")
    press(screen, "Remove")
    assert "Tick the box first." in shown(screen)
    assert attended(facts) == 2
    screen.checkbox(key="attendance-remove-1-sure").check()
    press(screen, "Remove")
    assert "Removed." in shown(screen)
    assert attended(facts) == 1


def test_a_form_pressed_twice_in_a_moment_stores_once(
    facts_url: URL, facts: Engine, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    # However slow the machine is, both presses lie within the moment.
    monkeypatch.setattr(once, "MOMENT_SECONDS", 600.0)
    screen = visit(facts_url, "attendance", lang="en", activity=ACTIVITY)
    for _ in range(2):
        fill(screen, "attendance-add", name=NAMES[0], category="state")
        press(screen, "Add the attendance")
        assert "Stored." in shown(screen)
        assert attended(facts) == 1
    fill(screen, "attendance-add", name=NAMES[1], category="state")
    press(screen, "Add the attendance")
    assert attended(facts) == 2
