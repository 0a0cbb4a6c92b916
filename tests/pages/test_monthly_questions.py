"""Questions about a monthly report: asked one by one, answered in place, kept, and taken back."""

import pytest
from sqlalchemy import URL, Engine, func, select
from streamlit.testing.v1 import AppTest

from data_access import schema
from data_access.engine import reading
from data_access.monthly import Part
from data_access.monthly import columns as c
from tests.pages.conftest import Visit, shown
from tests.pages.monthly_screen import number, unreported, upload
from tests.pages.screens import labels, press

ASKED = {"lang": "en", "round": "IV"}


def choose(screen: AppTest, key: str, option: str) -> None:
    """Choose in the only list whose name ends so, by what is read there."""
    (found,) = [each for each in screen.selectbox if str(each.key).endswith(key)]
    assert option in found.options
    found.select(option)


def recorded(engine: Engine, report: str) -> list[tuple[object, ...]]:
    """Day, form, persons and area of the report's contacts, in their order."""
    contact = schema.contact.c
    columns = (contact.held_on, contact.form, contact.persons, contact.area)
    rows = select(*columns).where(contact.monthly_report_id == int(report)).order_by(contact.id)
    with reading(engine) as connection:
        return [(day and day.day, *rest) for day, *rest in connection.execute(rows)]


def test_each_mistake_is_asked_once_answered_and_recorded_as_answered(
    visit: Visit, sample_url: URL, sample: Engine
) -> None:
    book = unreported(sample)
    screen = upload(visit(sample_url, "monthly", **ASKED), book.with_(*book.good(), *book.bad()))
    report = number(screen)
    assert f"1 of 5 to decide · Contacts, row {book.at(Part.CONTACTS, 2)}" in shown(screen)
    assert "Persons: “~10” is no number that can be meant here." in shown(screen)
    assert "5 questions are open (Contacts 5)." in shown(screen)
    press(screen, "“10” is meant")
    assert "Area: “Skola” is none of the words of this column." in shown(screen)
    assert "Family no.: J1 · Persons: 1" in shown(screen)
    choose(screen, "cell-area", "Education")
    press(screen, "Take this answer")
    assert "1 of 2 to decide" in shown(screen)
    press(screen, "Leave the day not stated")
    assert "The row seems to add up others." in shown(screen)
    press(screen, "Leave this row out")
    assert "5 decisions so far" in {each.label for each in screen.expander}
    press(screen, "Record the report")
    assert "Recorded: 6 contacts" in shown(screen)
    assert recorded(sample, report) == [
        (6, "individual", 2, "education"),
        (12, "group", 14, "not_stated"),
        (13, "group", 10, "not_stated"),
        (14, "individual", 1, "education"),
        (15, "individual", 2, "education"),
        (None, "individual", 3, "not_stated"),
    ]


def test_an_answer_for_one_row_alone_leaves_the_other_asking(
    visit: Visit, sample_url: URL, sample: Engine
) -> None:
    book = unreported(sample)
    screen = upload(visit(sample_url, "monthly", **ASKED), book.with_(*book.good(), *book.bad()))
    press(screen, "Next")
    choose(screen, "cell-area", "Education")
    (everywhere,) = [each for each in screen.checkbox if str(each.key).endswith("write-all")]
    everywhere.uncheck()
    press(screen, "Take this answer")
    assert f"Contacts, row {book.at(Part.CONTACTS, 4)}" in shown(screen)
    assert "4 questions are open" in shown(screen)


def test_answers_are_kept_for_the_next_visit_and_each_is_taken_back(
    visit: Visit, sample_url: URL, sample: Engine
) -> None:
    book = unreported(sample)
    screen = upload(visit(sample_url, "monthly", **ASKED), book.with_(*book.good(), *book.bad()))
    press(press(screen, "“10” is meant"), "Next")
    press(screen, "Leave this row out")
    screen = visit(sample_url, "monthly", **ASKED, report=number(screen))
    assert "3 questions are open" in shown(screen)
    told = f"Contacts, row {book.at(Part.CONTACTS, 2)}, column “Persons”: 10"
    assert told in shown(screen)
    backs = [each for each in screen.button if each.label == "Take back"]
    assert len(backs) == 2
    backs[0].click().run()
    assert told not in shown(screen)
    assert "4 questions are open" in shown(screen)
    press(screen, "Start over")
    assert "5 questions are open" in shown(screen)
    assert "Start over" not in labels(screen)


def test_of_two_who_decide_the_second_is_told(
    visit: Visit, sample_url: URL, sample: Engine
) -> None:
    book = unreported(sample)
    screen = upload(visit(sample_url, "monthly", **ASKED), book.with_(*book.good(), *book.bad()))
    other = AppTest.from_file(screen._script_path, default_timeout=30)
    other._page_hash = screen._page_hash
    for name, value in (ASKED | {"report": number(screen)}).items():
        other.query_params[name] = value
    other.run()
    first, second = ([b for b in s.button if b.label == "“10” is meant"] for s in (screen, other))
    first[0].click()
    second[0].click()
    screen.run()
    with reading(sample) as connection:
        decided = connection.scalar(select(func.max(schema.monthly_report.c.revision)))
    other.run()
    assert "Somebody else changed this in the meantime." in shown(other)
    assert "4 questions are open" in shown(other)
    with reading(sample) as connection:
        assert connection.scalar(select(func.max(schema.monthly_report.c.revision))) == decided


def test_without_post_and_month_nothing_is_said_of_the_rows_until_both_are_chosen(
    visit: Visit, sample_url: URL, sample: Engine
) -> None:
    book = unreported(sample)
    nothing = (book.head(c.POST, ""), book.head(c.MONTH, ""))
    content = book.with_(*book.good(), *book.bad(), *nothing)
    screen = upload(visit(sample_url, "monthly", **ASKED), content)
    assert "post not stated · month not stated" in shown(screen)
    assert "What recording it would do" not in shown(screen)
    assert "“~10”" not in shown(screen)
    choose(screen, "cell-post", "Place not stated")
    (take, *_) = [each for each in screen.button if each.label == "Take this answer"]
    take.click().run()
    assert "Place not stated · month not stated" in shown(screen)
    choose(screen, "cell-month", "March 2020")
    press(screen, "Take this answer")
    assert "Place not stated · March 2020" in shown(screen)
    assert "“~10” is no number" in shown(screen)


@pytest.mark.parametrize("answer", ["Leave the day not stated", "Leave this row out"])
def test_the_same_is_answered_in_all_rows_at_once(
    visit: Visit, sample_url: URL, sample: Engine, answer: str
) -> None:
    book = unreported(sample)
    undated = [
        step
        for row in (2, 3, 4)
        for step in book.row(Part.CONTACTS, row, form="Ar grupu", persons=row)
    ]
    screen = upload(visit(sample_url, "monthly", **ASKED), book.with_(*book.good(), *undated))
    of_all = {
        "Leave the day not stated": "Leave the day not stated, in all 3 rows like this",
        "Leave this row out": "Leave out all 3 rows like this",
    }
    press(screen, of_all[answer])
    contacts = {"Leave the day not stated": 5, "Leave this row out": 2}
    assert f"Contacts: {contacts[answer]}" in shown(screen)
    assert "to decide" not in shown(screen)


def test_text_beside_the_columns_is_dropped_told_and_nowhere_shown(
    visit: Visit, sample_url: URL, sample: Engine
) -> None:
    book = unreported(sample)
    sheet, row = book.form.sheets[Part.CONTACTS], book.form.rows[Part.CONTACTS]
    heading = book.form.headings[Part.CONTACTS]
    beside = [("text", sheet, f"M{heading}", "Piezīmes"), ("text", sheet, f"M{row}", "Slepens")]
    screen = upload(visit(sample_url, "monthly", **ASKED), book.with_(*book.good(), *beside))
    told = "What stands under the heading “Piezīmes”, which the workbook does not have"
    assert told in shown(screen)
    assert "Slepens" not in str(list(screen.main))
    assert "Record the report" in labels(screen)
