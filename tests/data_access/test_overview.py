"""Rounds side by side, and one round's work on a line of time."""

import datetime as dt
from typing import Any

from sqlalchemy import Connection, insert

from data_access import overview, schema
from data_access.filters import Filters
from tests.data_access.answers import records
from tests.data_access.people import (
    a_figure,
    a_person,
    a_round,
    add,
    an_activity,
    attends,
    span,
)
from tests.data_access.readers import READER

IV = Filters(round="IV")


def july(number: int) -> dt.date:
    return dt.date(2020, 7, number)


def test_all_rounds_are_compared_whichever_is_chosen(known: Connection) -> None:
    everything = records(overview.compared(known, READER, Filters()), "round", "figure", "value")
    assert records(overview.compared(known, READER, IV), "round", "figure", "value") == everything
    assert [row for row in everything if row[2] is not None] == [
        ("II", "mediators", 5),
        ("II", "service_months", 7),
        ("II", "mediator_families", 134),
        ("III", "mediators", 4),
        ("III", "service_months", 8),
        ("III", "mediator_families", 125),
        ("IV", "mediators", 5),
        ("IV", "service_months", 10),
        ("IV", "mediator_families", 128),
    ]
    assert len(everything) == 5 * 3


def test_a_round_of_which_nothing_is_stated_says_so(known: Connection) -> None:
    answer = overview.compared(known, READER, Filters())
    assert set(answer[answer["round"] == "VII"]["quality"]) == {"not_stated"}
    assert set(answer[answer["round"] == "IV"]["quality"]) == {"exact"}


def test_a_comparison_holds_one_leading_number_for_each_figure(connection: Connection) -> None:
    round_id = a_round(connection)
    a_figure(connection, round_id, "mediators", 5)
    a_figure(connection, round_id, "mediators", 6, is_leading=False)
    a_figure(connection, round_id, "mediators", 7, kind="planned")
    a_figure(connection, round_id, "families", 149)
    answer = overview.compared(connection, READER, IV)
    assert records(answer, "figure", "value") == [
        ("mediators", 5),
        ("service_months", None),
        ("mediator_families", None),
    ]


def test_the_line_of_time_holds_what_is_dated_by_its_first_day(known: Connection) -> None:
    answer = overview.timeline(known, READER, IV)
    assert records(answer, "activity", "kind") == [
        (None, "measure"),
        ("iv-lithuania", "visit"),
        ("iv-valka-valga", "meeting"),
        ("iv-mediators-seminar", "seminar"),
        ("iv-talsi", "visit"),
        ("iv-womens-seminar", "seminar"),
        ("iv-youth-workshop", "workshop"),
        ("iv-final-meeting", "meeting"),
    ]


def test_a_period_cuts_the_line_of_time(known: Connection) -> None:
    chosen = Filters(round="IV", start=dt.date(2020, 6, 30), end=july(2))
    assert records(overview.timeline(known, READER, chosen), "activity") == [(None,), ("iv-talsi",)]


def test_only_measures_and_activities_of_the_round_stand_on_its_line(
    connection: Connection,
) -> None:
    this, other = a_round(connection, "IV"), a_round(connection, "V")
    for owner, code in ((this, "this"), (other, "other")):
        an_activity(connection, owner, july(1), july(2), code=code)
    an_activity(connection, this, code="undated")
    texts = {"text_lv": "Teksts", "text_en": "Text"}
    for owner, kind, first in ((this, "note", july(1)), (other, "measure", july(1))):
        line = {"round_id": owner, "kind": kind, "position": 1, **texts, **span(first)}
        add(connection, schema.round_statement, **line)
    undated = {"round_id": this, "kind": "measure", "position": 1}
    add(connection, schema.round_statement, **undated, **texts)
    assert records(overview.timeline(connection, READER, IV), "activity") == [("this",)]


def test_each_line_of_the_list_says_what_is_known_of_it(known: Connection) -> None:
    answer = overview.reached(known, READER, IV)
    listed = records(answer, "position", "activities", "with_attendance", "attendances")
    assert [row[:2] for row in listed] == [
        (1, 2), (2, 4), (3, 2), (4, 1), (5, 1), (6, 1), (7, 1), (8, 1), (9, 1), (None, 1),
    ]  # fmt: skip
    assert {row[2:] for row in listed} == {(0, 0)}


def test_a_line_counts_those_who_attended_its_activities(connection: Connection) -> None:
    round_id = a_round(connection)
    line = {"round_id": round_id, "kind": "measure", "text_lv": "Tikties", "text_en": "Meet"}
    first, second = (
        add(connection, schema.round_statement, position=n, **line) for n in (1, 2)
    )  # fmt: skip
    meeting = an_activity(connection, round_id, measure_id=first)
    an_activity(connection, round_id, measure_id=first)
    kept = a_person(connection)
    for person in (kept, a_person(connection, merged_into=kept), a_person(connection)):
        attends(connection, person, meeting)
    attends(connection, a_person(connection), meeting, status="registered")
    elsewhere = an_activity(connection, a_round(connection, "V"))
    attends(connection, a_person(connection), elsewhere)
    answer = overview.reached(connection, READER, IV)
    assert records(answer, "position", "activities", "with_attendance", "attendances") == [
        (1, 2, 1, 2),
        (2, 0, 0, 0),
    ]
    assert second > first


def changed(connection: Connection, table: str, row: int, day: int) -> None:
    """Somebody changed a row by hand on a day of July 2020."""
    value = {"column_name": "title_lv", "old_value": "a", "new_value": "b", "changed_by": "x:y"}
    moment = dt.datetime(2020, 7, day, tzinfo=dt.UTC)
    values = {"subject_table": table, "subject_id": row, "changed_at": moment}
    connection.execute(insert(schema.change).values(**values, **value))


def recorded_on(connection: Connection, day: int, **values: Any) -> None:
    """A file was recorded on a day of July 2020."""
    moment = dt.datetime(2020, 7, day, tzinfo=dt.UTC)
    row = {"sha256": f"{day:x}" * 64, "file_kind": "csv", "size_bytes": 1, "uploaded_at": moment}
    row |= {"status": "recorded", "recorded_at": moment} | values
    connection.execute(insert(schema.upload).values(**row))


def test_what_was_changed_by_hand_counts_since_the_last_recorded_file(
    connection: Connection,
) -> None:
    for table, row, day in (("activity", 1, 2), ("activity", 1, 8), ("activity", 2, 9)):
        changed(connection, table, row, day)
    changed(connection, "institution", 7, 3)

    def entries() -> list[tuple[object, ...]]:
        return records(overview.changed_by_hand(connection, READER, IV), "subject_table", "entries")

    this, other = (an_activity(connection, a_round(connection, code)) for code in ("IV", "V"))
    recorded_on(connection, 9, activity_id=other)
    assert entries() == [("activity", 2), ("institution", 1)]
    recorded_on(connection, 5, activity_id=this)
    assert entries() == [("activity", 2)]
    undone = {"status": "undone", "undone_at": dt.datetime(2020, 7, 11, tzinfo=dt.UTC)}
    recorded_on(connection, 10, activity_id=this, **undone)
    assert entries() == [("activity", 2)]
