"""The activity that a file speaks of: its title, and its days from the surest place."""

import datetime as dt

import pytest

from data_access.attendance.problems import ProblemCode
from data_access.attendance.reading import Decisions, read
from data_access.attendance.reading.decisions import DateOrder
from tests.data_access.attendance.lists import a_workbook
from tests.data_access.attendance.reading.lines import codes, sheet

LIST = ("Vārds, uzvārds;Iestāde", "Anna Ozola;KM")
TALKS = ("Name;Email;Join time", "Anna Ozola;a@x.lv;2020-07-22 10:00")
DAY, OTHER = dt.date(2020, 7, 22), dt.date(2020, 7, 23)
PLACES: dict[str, tuple[tuple[str, ...], str, str | None, tuple[dt.date, ...]]] = {
    "a label": (("Datums: 22.07.2020.;", *LIST), "24.07.2020", None, (DAY,)),
    "a line above": (
        ("Talsi, 2020. gada 22. jūlijā;", *LIST), "x", "Talsi, 2020. gada 22. jūlijā", (DAY,),
    ),
    "a label goes before a line": (
        ("Seminārs Talsos, 01.02.2019.;", "Datums;22.07.2020.", *LIST), "x",
        "Seminārs Talsos, 01.02.2019.", (DAY,),
    ),
    "days over columns": (
        ("Vārds, uzvārds;22.07.2020.;23.07.2020.", "Anna Ozola;x;x"), "x", None, (DAY, OTHER),
    ),
    "the time of joining": (TALKS, "01.02.2019", None, (DAY,)),
    "a range in the title": (
        ("Seminārs 22.-23.07.2020.;", *LIST), "x", "Seminārs 22.-23.07.2020.", (DAY, OTHER),
    ),
    "the name of the file": (LIST, "dalībnieki_22.07.2020.csv", None, (DAY,)),
    "a folder says nothing": (LIST, "2019-02-01/dalībnieki.csv", None, ()),
    "nothing": (LIST, "dalībnieki.csv", None, ()),
    "telephones are no days": (("Vārds, uzvārds;Tālrunis", "Anna Ozola;22072020"), "x", None, ()),
    "what people filled in is none of the activity": (
        ("Vārds, uzvārds;Dzimšanas datums", "Anna Ozola;01.02.1990."), "x", None, (),
    ),
    "more days than a month has are none": (
        ("Name;Join time", *(f"Anna Ozola;2020-{month:02}-{day:02} 10:00"
                             for month in (1, 2) for day in range(1, 20))), "x", None, (),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", PLACES)
def test_the_days_are_those_of_the_surest_place(case: str) -> None:
    lines, name, title, days = PLACES[case]
    found = sheet(*lines, name=name)
    assert (found.title, found.days) == (title, days)
    assert (ProblemCode.DATE_UNKNOWN in codes(found)) is not bool(days)


def test_the_one_topic_of_a_column_is_the_title() -> None:
    found = sheet("Vārds, uzvārds;Pasākums", "Anna Ozola;Romu seminārs", "Jana Liepa;Romu seminārs")
    assert found.title == "Romu seminārs"
    other = sheet("Vārds, uzvārds;Pasākums", "Anna Ozola;Romu seminārs", "Jana Liepa;Cits seminārs")
    assert other.title is None


ORDERS = {
    "03/04/2020": (dt.date(2020, 4, 3), dt.date(2020, 3, 4)),
    "05/06/2020 - 05/06/2020": (dt.date(2020, 6, 5), dt.date(2020, 5, 6)),
}


@pytest.mark.parametrize("text", ORDERS)
def test_a_day_that_may_be_two_is_asked_for_and_never_guessed(text: str) -> None:
    lines = (f"Datums: {text};", *LIST)
    asked = sheet(*lines)
    assert asked.days == ()
    assert ProblemCode.DATE_ORDER in codes(asked)
    for order, day in zip((DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST), ORDERS[text], strict=True):
        decided = sheet(*lines, decided=Decisions(date_order=order))
        assert decided.days == (day,)
        assert ProblemCode.DATE_ORDER not in codes(decided)


def test_other_dates_of_the_file_settle_the_order_whatever_the_language() -> None:
    joined = (
        "Vārds, uzvārds;Pievienošanās laiks",
        "Anna Ozola;07/22/2020 10:00",
        "Jana Liepa;07/06/2020 10:00",
    )
    assert sheet("Datums: 07/06/2020;", *joined).days == (dt.date(2020, 7, 6),)


def test_a_question_about_the_surest_place_is_not_answered_by_a_less_sure_one() -> None:
    found = sheet("Datums: 03/04/2020;", *LIST, name="22.07.2020.csv")
    assert found.days == ()


@pytest.mark.parametrize("name", ["22.07.2020.", "Seminārs 22.07.2020."])
def test_the_name_of_the_only_sheet_may_be_its_day(name: str) -> None:
    book = a_workbook([line.split(";") for line in LIST])
    assert read(book, f"{name}.xlsx").days == (DAY,)
