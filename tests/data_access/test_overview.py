"""Rounds side by side, and one round's work on a line of time."""

import datetime as dt

from sqlalchemy import Connection

from data_access import overview, schema
from data_access.filters import Filters
from tests.data_access.answers import records
from tests.data_access.people import a_figure, a_round, add, an_activity, span
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
