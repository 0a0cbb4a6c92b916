"""What was said and found of an entry, and what came later, each with its day and its author."""

import datetime as dt
from collections.abc import Callable

import pandas as pd
from sqlalchemy import Connection

from data_access import recommendations
from data_access.access import Reader
from data_access.filters import Filters
from tests.data_access.answers import records
from tests.data_access.people import a_round
from tests.data_access.readers import READER
from tests.data_access.register import a_body, an_entry, find, link, report

ONE = Filters(recommendation="IV-01")
Question = Callable[[Connection, Reader, Filters], pd.DataFrame]

QUESTIONS: dict[Question, dict[str, str]] = {
    recommendations.reports: recommendations.REPORTS,
    recommendations.findings: recommendations.FINDINGS,
    recommendations.links: recommendations.LINKS,
}


def may(number: int) -> dt.date:
    return dt.date(2020, 5, number)


def plant_two(connection: Connection) -> tuple[int, int]:
    """The entry that is asked for, and one of another round beside it."""
    this = an_entry(connection, a_round(connection, "IV"), "IV-01", made_on=may(1))
    other = an_entry(connection, a_round(connection, "V"), "V-01", made_on=may(2))
    return this, other


def test_reports_come_by_their_days_with_those_who_gave_them(connection: Connection) -> None:
    this, other = plant_two(connection)
    body = a_body(connection, "body")
    report(connection, this, may(9), "done", body)
    report(connection, this, may(4), "accepted")
    report(connection, other, may(5), "not_accepted", body)
    answer = recommendations.reports(connection, READER, ONE)
    assert records(answer, "reference", "claim", "by_en", "text") == [
        ("IV-01", "accepted", None, "We say accepted"),
        ("IV-01", "done", "Body body", "We say done"),
    ]
    assert len(recommendations.reports(connection, READER, Filters())) == 3


def test_findings_come_by_their_meetings_with_the_report_they_are_about(
    connection: Connection,
) -> None:
    this, other = plant_two(connection)
    said = report(connection, this, may(4), "done")
    find(connection, this, may(20), "done")
    find(connection, this, may(10), "not_done", about=said)
    find(connection, other, may(15), "superseded")
    answer = recommendations.findings(connection, READER, ONE)
    assert records(answer, "verdict", "meeting_en", "about", "note") == [
        ("not_done", "Title 2020-05-10", pd.Timestamp(2020, 5, 4), "We find not_done"),
        ("done", "Title 2020-05-20", None, "We find done"),
    ]
    assert list(recommendations.findings(connection, READER, Filters("V"))["verdict"]) == [
        "superseded"
    ]


def test_a_link_is_told_from_both_of_its_ends(connection: Connection) -> None:
    this, later = plant_two(connection)
    link(connection, later, this, "narrows")
    columns = ("reference", "kind", "is_later", "other", "text_en")
    assert records(recommendations.links(connection, READER, ONE), *columns) == [
        ("IV-01", "narrows", True, "V-01", "First wording")
    ]
    assert records(recommendations.links(connection, READER, Filters("V")), *columns) == [
        ("V-01", "narrows", False, "IV-01", "First wording")
    ]


def test_each_answer_keeps_its_promised_columns_full_or_empty(connection: Connection) -> None:
    this, later = plant_two(connection)
    assert {question: columns_of(question, connection) for question in QUESTIONS} == QUESTIONS
    report(connection, this, may(4), "done")
    find(connection, this, may(10), "done")
    link(connection, later, this)
    assert {question: columns_of(question, connection) for question in QUESTIONS} == QUESTIONS


def columns_of(question: Question, connection: Connection) -> dict[str, str]:
    answer = question(connection, READER, Filters())
    return {str(name): str(kind) for name, kind in answer.dtypes.items()}
