"""A round's figures in one piece, for programs and for people."""

import pytest
from sqlalchemy import Connection

from data_access.figures.gaps import answer_gap
from data_access.figures.summary import RoundUnknown, Summary, as_table, summary
from data_access.rules import GapStatus
from tests.data_access.people import (
    a_figure,
    a_person,
    a_round,
    an_activity,
    attends,
)
from tests.data_access.readers import COORDINATOR, READER


def lines(found: Summary) -> list[list[str]]:
    """The table's lines as words."""
    return [line.split() for line in as_table(found).splitlines()]


def test_a_round_without_anything_has_every_figure_and_no_number(connection: Connection) -> None:
    a_round(connection)
    found = summary(connection, READER, "IV")
    assert found["round"] == "IV"
    assert (len(found["reported"]), len(found["recorded"])) == (9, 7)
    assert {*found["reported"].values(), *found["recorded"].values()} == {None}
    assert found["gaps"] == []
    assert as_table(found).count("not stated") == 9
    assert as_table(found).count("no rows yet") == 7
    assert lines(found)[-1] == ["none"]


def test_figures_of_both_sides_stand_apart(connection: Connection) -> None:
    round_id = a_round(connection)
    a_figure(connection, round_id, "participants", 230)
    a_figure(connection, round_id, "participants", 240, is_leading=False)
    attends(connection, a_person(connection), an_activity(connection, round_id), "roma")
    found = summary(connection, READER, "IV")
    assert found["reported"]["participants"] == 230
    assert (found["recorded"]["persons"], found["recorded"]["persons_not_stated"]) == (1, 0)
    assert found["recorded"]["families"] is None
    assert ["participants", "230"] in lines(found)
    assert ["persons_not_stated", "0"] in lines(found)
    assert ["families", "no", "rows", "yet"] in lines(found)


def test_another_round_says_nothing_here(connection: Connection) -> None:
    a_round(connection)
    other = a_round(connection, "V")
    a_figure(connection, other, "participants", 7)
    attends(connection, a_person(connection), an_activity(connection, other))
    found = summary(connection, READER, "IV")
    assert {*found["reported"].values(), *found["recorded"].values()} == {None}


def test_what_was_planned_is_not_what_was_reported(connection: Connection) -> None:
    round_id = a_round(connection)
    a_figure(connection, round_id, "participants", 230)
    a_figure(connection, round_id, "participants", 300, kind="planned")
    a_figure(connection, round_id, "families", 100, kind="planned")
    found = summary(connection, READER, "IV")
    assert (found["reported"]["participants"], found["reported"]["families"]) == (230, None)


def test_an_answered_gap_tells_its_answer(known: Connection) -> None:
    words = {"owner": "KM", "explanation": "Not broken down."}
    gap = ("IV", "participants", "sum_of_parts")
    answer_gap(known, COORDINATOR, gap, **words, status=GapStatus.EXPLAINED, revision=0)
    found = summary(known, READER, "IV")
    first, *others = found["gaps"]
    assert first == {
        **words,
        "figure": "participants",
        "reported": 230,
        "against": 187,
        "difference": 43,
        "rule": "sum_of_parts",
        "status": "explained",
    }
    assert [gap["status"] for gap in others] == ["open", "open"]
    assert as_table(found).count("(explained, ") == 1
    assert as_table(found).count("(open, ") == 2


@pytest.mark.parametrize("code", ["VI", "iv", "", "IV'"])
def test_a_round_that_is_none_is_refused_with_those_there_are(known: Connection, code: str) -> None:
    with pytest.raises(RoundUnknown, match="knows II, III, IV, V, VII"):
        summary(known, READER, code)


def test_a_database_without_rounds_says_so(connection: Connection) -> None:
    with pytest.raises(RoundUnknown, match="knows none"):
        summary(connection, READER, "IV")
