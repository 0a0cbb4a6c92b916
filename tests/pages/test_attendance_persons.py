"""The attendance screen: persons joined, taken apart, and a row given to a namesake, by numbers."""

import pytest
from sqlalchemy import URL, Engine, select

from data_access import attendance, schema
from data_access.access import OPERATOR
from data_access.engine import reading, writing
from pages.shared import once
from tests.data_access.attendance.lists import a_csv, came
from tests.pages.attendance_screen import ACTIVITY, NAMES, everything, labels, press
from tests.pages.conftest import Visit, shown

LIST = a_csv(came("Anna Paraudziņa", "anna@x.lv"), came("Anna Paraugs", "a@x.lv"))


def persons(engine: Engine) -> list[tuple[int, int | None]]:
    table = schema.person
    with reading(engine) as connection:
        rows = connection.execute(select(table).order_by(table.c.id)).all()
    return [(row.id, row.merged_into_id) for row in rows]


@pytest.fixture
def listed(facts: Engine, monkeypatch: pytest.MonkeyPatch) -> Engine:
    monkeypatch.setattr(once, "MOMENT_SECONDS", 0.0)
    with writing(facts) as connection:
        attendance.record(connection, OPERATOR, LIST, "list", ACTIVITY)
    return facts


def test_two_are_joined_and_taken_apart_again(facts_url: URL, listed: Engine, visit: Visit) -> None:
    (one, _), (other, _) = persons(listed)
    screen = visit(facts_url, "attendance", lang="en", activity=ACTIVITY)
    assert "These are two persons" not in labels(screen)
    screen.number_input(key="persons-other").set_value(other)
    screen.run()
    press(screen, "These are one person")
    assert "Tick the box first." in shown(screen)
    screen.checkbox(key="persons-same-sure").check()
    press(screen, "These are one person")
    assert "Both were recorded at 1 activity" in shown(screen)
    assert persons(listed) == [(one, None), (other, one)]
    screen.checkbox(key="persons-apart-sure").check()
    press(screen, "These are two persons")
    assert "They are two persons again." in shown(screen)
    assert persons(listed) == [(one, None), (other, None)]
    assert not any(name in everything(screen) for name in (*NAMES, "Anna"))


def test_why_it_was_not_done_is_said(facts_url: URL, listed: Engine, visit: Visit) -> None:
    before = persons(listed)
    screen = visit(facts_url, "attendance", lang="lv", activity=ACTIVITY)
    for number, said in ((before[0][0], "divas dažādas personas"), (999, "šādu numuru nav")):
        screen.number_input(key="persons-other").set_value(number)
        screen.run()
        screen.checkbox(key="persons-same-sure").check()
        press(screen, "Šī ir viena persona")
        assert said in shown(screen)
    screen.checkbox(key="persons-split-sure").check()
    press(screen, "Piešķirt rindu citai personai")
    assert "nav citas dalības reizes" in shown(screen)
    assert persons(listed) == before


def test_a_row_is_given_to_a_namesake(facts_url: URL, listed: Engine, visit: Visit) -> None:
    with writing(listed) as connection:
        activity = schema.activity
        other = connection.scalars(
            select(activity.c.code).where(activity.c.code != ACTIVITY)
        ).first()
        assert other is not None
        attendance.record(
            connection, OPERATOR, a_csv(came("Anna Paraudziņa", "anna@x.lv")), "l", other
        )
    assert len(persons(listed)) == 2
    screen = visit(facts_url, "attendance", lang="en", activity=ACTIVITY)
    screen.checkbox(key="persons-split-sure").check()
    press(screen, "Give the row to another person")
    assert "The row is of No. 3 from now on." in shown(screen)
    assert len(persons(listed)) == 3


def test_whoever_keeps_no_records_is_offered_nothing(sample_url: URL, visit: Visit) -> None:
    screen = visit(sample_url, "attendance", **{"as": "manager"})
    assert "persons-open" not in everything(screen)
    assert "These are one person" not in labels(screen)
