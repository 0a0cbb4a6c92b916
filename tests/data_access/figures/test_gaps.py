"""Open questions between two reported figures: which there are."""

import pytest
from sqlalchemy import Connection

from data_access.figures import gaps
from data_access.filters import Filters
from tests.data_access.answers import records
from tests.data_access.people import a_figure, a_round, name_place
from tests.data_access.readers import READER

IV = Filters(round="IV")
PARTS = ("participants_state_municipal", "participants_roma", "participants_ngo_other")
ROUND_IV = [
    ("IV", "participants", "sum_of_parts", 230, 187, 43),
    ("IV", "families", "mediator_families", 149, 128, 21),
    ("IV", "mediators", "named_places", 5, 4, 1),
]


def found(connection: Connection, filters: Filters = IV) -> list[tuple[object, ...]]:
    """The gaps as figure, what it is held against, and the difference."""
    return records(gaps(connection, READER, filters), "figure", "rule", "difference")


def test_round_iv_has_three_gaps_and_no_other_round_has_one(known: Connection) -> None:
    columns = ("round", "figure", "rule", "reported", "against", "difference")
    for filters in (IV, Filters()):
        assert records(gaps(known, READER, filters), *columns) == ROUND_IV
    assert gaps(known, READER, Filters(round="II")).empty


def test_a_gap_that_nobody_answered_is_open_and_has_no_owner(known: Connection) -> None:
    columns = ("status", "revision", "owner", "explanation")
    assert records(gaps(known, READER, IV), *columns) == [("open", 0, None, None)] * 3


def test_figures_that_meet_leave_no_gap(connection: Connection) -> None:
    round_id = a_round(connection)
    for figure, value in zip(("participants", *PARTS), (30, 10, 15, 5), strict=True):
        a_figure(connection, round_id, figure, value)
    for figure in ("families", "mediator_families"):
        a_figure(connection, round_id, figure, 12)
    a_figure(connection, round_id, "mediators", 1)
    name_place(connection, round_id)
    assert found(connection) == []


def test_a_whole_below_the_sum_of_its_parts_is_a_gap_too(connection: Connection) -> None:
    round_id = a_round(connection)
    for figure, value in zip(("participants", *PARTS), (30, 10, 15, 15), strict=True):
        a_figure(connection, round_id, figure, value)
    assert found(connection) == [("participants", "sum_of_parts", -10)]


def test_a_part_that_no_document_states_is_left_out_of_the_sum(connection: Connection) -> None:
    round_id = a_round(connection)
    a_figure(connection, round_id, "participants", 30)
    a_figure(connection, round_id, PARTS[1], 20)
    assert found(connection) == [("participants", "sum_of_parts", 10)]


def test_a_stated_zero_on_the_other_side_leaves_a_gap(connection: Connection) -> None:
    round_id = a_round(connection)
    a_figure(connection, round_id, "families", 3)
    a_figure(connection, round_id, "mediator_families", 0)
    assert found(connection) == [("families", "mediator_families", 3)]


@pytest.mark.parametrize("figure", ["participants", "families", "mediators", "mediator_families"])
def test_a_figure_is_held_against_nothing_where_the_other_side_is_not_stated(
    connection: Connection, figure: str
) -> None:
    round_id = a_round(connection)
    a_figure(connection, round_id, figure, 12)
    name_place(connection, round_id, role="represented")
    assert found(connection) == []


def test_one_round_is_not_held_against_another(connection: Connection) -> None:
    this, other = a_round(connection, "IV"), a_round(connection, "V")
    a_figure(connection, this, "families", 149)
    a_figure(connection, this, "mediators", 5)
    a_figure(connection, other, "mediator_families", 128)
    name_place(connection, other)
    assert found(connection, Filters()) == []


def test_only_the_leading_document_is_held_against_another_figure(connection: Connection) -> None:
    round_id = a_round(connection)
    a_figure(connection, round_id, "mediators", 1)
    a_figure(connection, round_id, "mediators", 7, is_leading=False)
    name_place(connection, round_id)
    assert found(connection) == []


def test_what_was_planned_is_no_side_of_a_gap(connection: Connection) -> None:
    round_id = a_round(connection)
    a_figure(connection, round_id, "families", 149)
    a_figure(connection, round_id, "mediator_families", 149)
    a_figure(connection, round_id, "mediator_families", 200, kind="planned")
    a_figure(connection, round_id, "mediators", 7, kind="planned")
    name_place(connection, round_id)
    assert found(connection) == []
