"""What documents report: every figure of a round, with its source, stated or not."""

import pytest
from sqlalchemy import Connection

from data_access import schema
from data_access.figures import of_activity, reported
from data_access.filters import Filters
from data_access.rules import ROUND_FIGURES
from tests.data_access.answers import by_figure, records
from tests.data_access.people import a_figure, a_round, add, an_activity
from tests.data_access.readers import READER

IV = Filters(round="IV")
NAMES = [figure.value for figure in ROUND_FIGURES]


def test_each_round_has_every_figure_in_the_order_of_the_promise(known: Connection) -> None:
    answer = reported(known, READER, Filters())
    leading = answer[answer["is_leading"]]
    rounds = ("II", "III", "IV", "V", "VII")
    expected = [(code, name) for code in rounds for name in NAMES]
    assert records(leading, "round", "figure") == expected


def test_a_chosen_round_stands_alone(known: Connection) -> None:
    assert set(reported(known, READER, IV)["round"]) == {"IV"}
    assert reported(known, READER, Filters(round="VI")).empty


def test_what_no_document_states_is_missing_and_says_so(known: Connection) -> None:
    answer = reported(known, READER, Filters(round="III"))
    stated = {"mediators": 4, "service_months": 8, "mediator_families": 125}
    assert by_figure(answer) == dict.fromkeys(NAMES) | stated
    qualities = dict(records(answer, "figure", "quality"))
    assert {name for name in NAMES if qualities[name] == "exact"} == set(stated)
    assert set(qualities.values()) == {"exact", "not_stated"}
    assert set(answer["source_en"].notna() == answer["value"].notna()) == {True}


def test_a_stated_zero_is_a_number(connection: Connection) -> None:
    a_figure(connection, a_round(connection), "mediators", 0)
    found = dict(records(reported(connection, READER, IV), "figure", "quality"))
    assert by_figure(reported(connection, READER, IV))["mediators"] == 0
    assert found["mediators"] == "exact"
    assert found["families"] == "not_stated"


def test_what_a_second_document_says_has_a_row_of_its_own_after_the_leading_one(
    connection: Connection,
) -> None:
    round_id = a_round(connection)
    a_figure(connection, round_id, "participants", 240, is_leading=False, qualifier="about")
    a_figure(connection, round_id, "participants", 230)
    rows = records(reported(connection, READER, IV), "figure", "value", "is_leading", "qualifier")
    assert [row[1:] for row in rows if row[0] == "participants"] == [
        (230, True, "exact"),
        (240, False, "about"),
    ]


def test_a_figure_comes_with_what_its_source_says_of_itself(connection: Connection) -> None:
    titles = {"title_lv": "Lapa", "title_en": "Page", "address": "https://example.org"}
    source, other = (add(connection, schema.source, code=c, **titles) for c in "ab")
    round_id = a_round(connection, source_id=other)
    a_figure(connection, round_id, "families", 149, source_id=source, locator="p. 3", note_en="!")
    answer = reported(connection, READER, IV)
    columns = ("source_lv", "source_en", "address", "locator", "note_en", "note_lv", "origin")
    assert records(answer[answer["figure"] == "families"], *columns) == [
        ("Lapa", "Page", "https://example.org", "p. 3", "!", None, "entered")
    ]


def test_what_is_said_of_an_activity_is_no_figure_of_the_round(connection: Connection) -> None:
    activity = an_activity(connection, a_round(connection))
    stated = {"round_id": None, "scope": "activity", "activity_id": activity}
    add(connection, schema.reported_figure, figure="participants", value=7, **stated)
    assert by_figure(reported(connection, READER, IV)) == dict.fromkeys(NAMES)


@pytest.mark.parametrize(
    ("activity", "expected"),
    [
        ("iv-valka-valga", [("headcount", 20, "about", "LV", "exact")]),
        (
            "iv-lithuania",
            [("foreign_project_participants", 300, "more_than", "LT", "exact")],
        ),
        (
            "iv-english-course",
            [
                ("applicants", 2, "exact", "LV", "exact"),
                ("completed_in_part", 1, "exact", "LV", "exact"),
            ],
        ),
        ("iv-talsi", []),
    ],
)
def test_a_chosen_activity_has_its_own_figures(
    known: Connection, activity: str, expected: list[tuple[object, ...]]
) -> None:
    answer = of_activity(known, READER, Filters(activity=activity))
    assert records(answer, "figure", "value", "qualifier", "country", "quality") == expected
