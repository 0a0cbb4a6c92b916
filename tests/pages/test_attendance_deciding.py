"""The attendance screen: rows decided in place, the good ones recorded now, the others later."""

import io
import zipfile

import pytest
from sqlalchemy import URL, Engine, select
from streamlit.testing.v1 import AppTest

from data_access import attendance, schema
from data_access.access import OPERATOR
from data_access.engine import reading, writing
from tests.data_access.attendance.lists import a_csv, came
from tests.pages.attendance_screen import (
    ACTIVITY,
    attended,
    everything,
    fill,
    give,
    labels,
    press,
    press_nothing,
)
from tests.pages.conftest import Visit, shown
from tests.pages.test_names_shown import IN_FILE, REASON, state, told, unfold

ANNA, ZANE = "Anna Paraudziņa", "Zane Kalna"
IN_QUEUE = "attendance-waiting-1-names"
GOOD_AND_OPEN = a_csv(
    came(ANNA, "anna@example.org"), came("iPhone 12"), came(ZANE, place="Nekuriene")
)


def choose(screen: AppTest, label: str, option: str, button: str = "Take this answer") -> AppTest:
    """Choose an answer by what it is called."""
    box = next(each for each in screen.selectbox if each.label == label and each.value is None)
    box.set_value(option)
    return press(screen, button)


def open_queue(screen: AppTest, upload: int = 1) -> AppTest:
    screen.session_state[f"attendance-queue-{upload}-open"] = True
    return press_nothing(screen)


def wait(engine: Engine, content: bytes = GOOD_AND_OPEN) -> None:
    """The good rows on record, the others in the queue."""
    with writing(engine) as connection:
        attendance.record(connection, OPERATOR, content, "list", ACTIVITY, keep_waiting=True)


def statuses(engine: Engine) -> list[str]:
    row = schema.upload_row
    with reading(engine) as connection:
        return list(connection.scalars(select(row.c.outcome).order_by(row.c.row_number)))


def test_all_rows_of_devices_are_left_out_at_once(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    content = a_csv(came(ANNA), came("iPhone 12"), came("Galaxy A52"))
    screen = give(visit(facts_url, "attendance", lang="en", activity=ACTIVITY), content)
    assert "1 participant, 2 to be decided" in shown(screen)
    assert "1 of 2 to decide · row 3" in shown(screen)
    assert "2 of 2 to decide · row 4" in shown(press(screen, "Next"))
    press(screen, "Leave out all 2 rows like this")
    assert "Nothing is left to decide." in shown(screen)
    assert "3 read = 1 accepted + 0 merged + 2 skipped + 0 waiting" in shown(screen)
    press(screen, "Record 1 attendance")
    assert attended(facts) == 1


def test_a_place_is_chosen_for_every_row_with_the_same_text(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    content = a_csv(came(ANNA, place="Nekuriene"), came(ZANE, place="Nekuriene"), came("Decoy One"))
    screen = give(visit(facts_url, "attendance", lang="en", activity=ACTIVITY), content)
    assert "Also in 1 other row with the same text" in [each.label for each in screen.checkbox]
    choose(screen, "Place", "2009:LV-097")
    press(screen, "Record 3 attendances")
    kinds = select(schema.attendance.c.place_kind).order_by(schema.attendance.c.id)
    with reading(facts) as connection:
        found = list(connection.scalars(kinds))
    assert found == ["municipality", "municipality", "not_stated"]


def test_an_institution_is_chosen_for_this_row_alone(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    content = a_csv(*(came(name, institution="Biedrība „Nekur nav”") for name in (ANNA, ZANE)))
    screen = give(visit(facts_url, "attendance", lang="en", activity=ACTIVITY), content)
    next(box for box in screen.checkbox if box.label.startswith("Also in")).uncheck()
    choose(screen, "Institution", "not_stated")
    assert "2 participants" not in shown(screen)
    assert "1 participant, 1 to be decided" in shown(screen)


@pytest.mark.parametrize(
    ("answer", "number"), [("The same person as in row 2", 1), ("Another person", 2)]
)
def test_rows_of_one_name_are_one_person_or_two(
    facts_url: URL, facts: Engine, visit: Visit, answer: str, number: int
) -> None:
    content = a_csv(came(ANNA, status="Jā"), came(ANNA, status="Jā"))
    screen = give(visit(facts_url, "attendance", lang="en", activity=ACTIVITY), content)
    (label,) = [each for each in labels(screen) if each.startswith(answer)]
    press(screen, label)
    press(screen, {1: "Record 1 attendance", 2: "Record 2 attendances"}[number])
    assert attended(facts) == number


def test_a_row_is_somebody_on_record_told_by_number_and_where_they_were_met(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    with writing(facts) as connection:
        for contact in ("anna@example.org", "decoy@example.org"):
            met = a_csv(came(ANNA, contact, "LM"))
            attendance.record(
                connection,
                OPERATOR,
                met,
                "list",
                "iv-valka-valga",
                confirmed_difference=True,
            )
    screen = give(
        visit(facts_url, "attendance", lang="lv", activity=ACTIVITY),
        a_csv(came(ANNA, "", "LM")),
    )
    assert "Ekspertu sanāksme Valkā un Valgā" in "".join(
        each.value.to_csv() for each in screen.table
    )
    press(screen, "Tā ir jau uzskaitītā persona Nr. 1")
    press(screen, "Ierakstīt 1 dalības reizi")
    persons = select(schema.attendance.c.person_id).order_by(schema.attendance.c.id)
    with reading(facts) as connection:
        assert list(connection.scalars(persons)) == [1, 2, 1]


def test_a_missing_name_is_written_and_stands_in_no_field_any_more(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    content = a_csv(came("", "zane@example.org"))
    screen = give(visit(facts_url, "attendance", lang="en", activity=ACTIVITY), content)
    (field,) = [
        each for each in screen.text_input if str(each.key).endswith("name_missing-name-name")
    ]
    field.set_value(ZANE)
    press(screen, "Write it so")
    assert ZANE not in repr(screen.session_state)
    assert ZANE not in everything(screen)
    press(screen, "Record 1 attendance")
    assert attended(facts) == 1


def test_devices_that_wait_are_left_out_at_once_as_well(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    wait(facts, a_csv(came("iPhone 12"), came("Galaxy A52"), came("+371 29123456")))
    screen = open_queue(visit(facts_url, "attendance", lang="en", round="IV"))
    press(screen, "Leave out all 2 rows like this")
    assert "A telephone number stands in place of the name." in shown(screen)
    assert "The name is missing." not in shown(screen)
    press(screen, "Store the decisions, 1 row waits")
    assert "1 row waits. 2 rows were left out." in shown(screen)
    assert statuses(facts) == ["rejected", "rejected", "waiting"]


def test_good_rows_are_recorded_now_and_the_others_decided_later(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    screen = give(visit(facts_url, "attendance", lang="en", activity=ACTIVITY), GOOD_AND_OPEN)
    press(screen, "Accept 1 attendance now, 2 rows wait")
    assert "Recorded: 1 attendance, 1 new person, 2 rows wait." in shown(screen)
    assert attended(facts) == 1
    screen = open_queue(visit(facts_url, "attendance", lang="en", round="IV"))
    assert "Rows that wait" in shown(screen)
    assert [name for name in (ANNA, ZANE, "iPhone") if name in everything(screen)] == []
    press(screen, "Leave this row out")
    choose(screen, "Place", "online")
    press(screen, "Record 1 attendance")
    assert "Recorded: 1 attendance, 1 new person. 1 row was left out." in shown(screen)
    assert "Rows that wait" not in shown(screen).splitlines()
    assert attended(facts) == 2
    assert statuses(facts) == ["accepted", "rejected", "accepted"]


def test_some_of_the_rows_that_wait_are_decided_and_the_others_go_on_waiting(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    wait(facts)
    screen = open_queue(visit(facts_url, "attendance", lang="lv", round="IV"))
    assert "1. no 2 precizējamām · rinda 3" in shown(screen)
    press(press(screen, "Izlaist šo rindu"), "Saglabāt lēmumus, 1 rinda gaida")
    assert statuses(facts) == ["accepted", "rejected", "waiting"]
    assert "1. no 1 precizējamām · rinda 4" in shown(screen)


def test_names_of_rows_that_wait_are_shown_for_the_reason_given_for_their_file(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    screen = give(visit(facts_url, "attendance", lang="en", activity=ACTIVITY), GOOD_AND_OPEN)
    state(unfold(screen, IN_FILE), IN_FILE, REASON)
    assert "Full name: iPhone" in shown(screen).replace("**", "")
    press(screen, "Accept 1 attendance now, 2 rows wait")
    open_queue(screen)
    unfold(screen, IN_QUEUE)
    assert ZANE not in told(screen) + shown(screen)
    press(screen, "Show the names again")
    assert "Full name: iPhone" in shown(screen).replace("**", "")
    assert ZANE in shown(press(screen, "Next"))


def test_rows_to_mend_come_as_a_workbook_while_names_are_shown(
    facts_url: URL, visit: Visit, files: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[bytes] = []
    monkeypatch.setattr(
        "streamlit.download_button",
        lambda _label, *, data, **told: made.append(data()) if "mending" in told["key"] else None,
    )
    screen = give(visit(facts_url, "attendance", lang="lv", activity=ACTIVITY), GOOD_AND_OPEN)
    assert (made, files) == ([], [])
    button = "Pierakstīt iemeslu un rādīt vārdus"
    state(unfold(screen, IN_FILE), IN_FILE, REASON, button)
    with zipfile.ZipFile(io.BytesIO(made[-1])) as archive:
        text = archive.read("xl/sharedStrings.xml").decode()
    assert (ZANE in text, ANNA in text) == (True, False)
    assert "Pašvaldības ar nosaukumu „Nekuriene” nav." in text


def test_rows_that_wait_are_let_go_only_after_the_box_is_ticked(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    wait(facts)
    screen = open_queue(visit(facts_url, "attendance", lang="en", round="IV"))
    press(screen, "Leave out")
    assert "Tick the box first." in shown(screen)
    screen.checkbox(key="attendance-dismiss-1-sure").check()
    press(screen, "Leave out")
    assert "2 rows were left out." in shown(screen)
    assert statuses(facts) == ["accepted", "rejected", "rejected"]


def test_another_list_of_the_activity_is_recorded_once_the_difference_was_seen(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    wait(facts, a_csv(came(ANNA, "anna@example.org"), came(ZANE, "zane@example.org")))
    content = a_csv(came(ANNA, "anna@example.org"), came("Decoy One", "decoy@example.org"))
    screen = give(visit(facts_url, "attendance", lang="en", activity=ACTIVITY), content)
    said = "Compared with it: 1 person is not in it yet, 1 stays as recorded, 1 of the earlier"
    assert said in shown(screen)
    (table,) = [each.value for each in screen.table if "What differs" in each.value.columns]
    assert [list(row) for row in table.itertuples()] == [
        ["3", "–", "not in the earlier list"],
        ["–", "No\\. 2", "missing in this list"],
    ]
    press(screen, "Record 1 attendance")
    assert "Tick that you have seen the difference first." in shown(screen)
    assert attended(facts) == 2
    screen.checkbox(key="attendance-difference-take-out").check()
    screen.checkbox(key="attendance-difference-seen").check()
    press(screen, "Record 1 attendance")
    assert "Recorded: 1 attendance, 1 new person, 1 person taken out." in shown(screen)
    assert attended(facts) == 2
    undo(screen, 2)
    assert "Back, after this upload had taken it out: 1 attendance." in shown(screen)
    assert attended(facts) == 2


def test_undoing_says_what_stays_and_why(facts_url: URL, facts: Engine, visit: Visit) -> None:
    wait(facts)
    with reading(facts) as connection:
        number = connection.scalars(select(schema.attendance.c.id)).one()
    with writing(facts) as connection:
        attendance.correct(connection, OPERATOR, number, 1, category="roma")
    screen = visit(facts_url, "attendance", lang="en", activity=ACTIVITY)
    undo(screen, 1)
    assert "Undone: 0 attendances and 0 persons taken out." in shown(screen)
    assert "Kept, since somebody changed it by hand: 1 attendance." in shown(screen)
    assert "Deleted from the rows that wait: 2 rows." in shown(screen)
    assert attended(facts) == 1


def undo(screen: AppTest, upload: int) -> AppTest:
    fill(screen, f"attendance-undo-{upload}", reason="Wrong list")
    screen.checkbox(key=f"attendance-undo-{upload}-sure").check()
    (button,) = [
        each for each in screen.button if each.proto.form_id == f"attendance-undo-{upload}"
    ]
    button.click()
    return press_nothing(screen)
