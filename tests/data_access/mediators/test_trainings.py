"""Trainings and supervision: of a mediator in a round, told at every post they hold there."""

from collections.abc import Callable

import pytest
from sqlalchemy import Connection

from data_access import schema, upkeep
from data_access.access import AccessRefused, Grant, Reader
from data_access.institutions import InstitutionUnknown
from data_access.mediators import HoursUnusable, trainings
from data_access.rounds import RoundClosed
from data_access.rules import Role
from tests.data_access.mediators.rows import JANUARY, JUNE, close, every, row_of, told
from tests.data_access.people import (
    a_mediator,
    a_municipality,
    a_post,
    a_round,
    add,
    an_institution,
    at,
)
from tests.data_access.readers import COORDINATOR

TRAINING = schema.mediator_training


def test_a_training_belongs_to_the_mediator_and_the_round(connection: Connection) -> None:
    four, five = a_round(connection, "IV"), a_round(connection, "V")
    an_institution(connection, "km")
    mediator = a_mediator(connection)
    post, beside = (a_post(connection, four, mediator=mediator) for _ in range(2))
    later, another = a_post(connection, five, mediator=mediator), a_post(connection, four)
    stated = {"kind": "supervision", "held_on": JANUARY, "hours": 2, "institution": "km"}
    number = trainings.add(connection, COORDINATOR, post, stated)
    row = row_of(connection, TRAINING, number)
    assert (row["mediator_id"], row["round_id"], row["origin"]) == (mediator, four, "entered")
    assert (row["kind"], row["held_on"], row["hours"]) == ("supervision", JANUARY, 2.0)
    trainings.change(connection, COORDINATOR, number, 1, {"institution": None, "hours": None})
    trainings.change(connection, COORDINATOR, number, 2, {"kind": "supervision"})
    row = row_of(connection, TRAINING, number)
    assert (row["institution_id"], row["hours"], row["revision"]) == (None, None, 2)
    trainings.remove(connection, COORDINATOR, number, 2)
    assert every(connection, TRAINING) == []
    whole, less = "2020-01-01 · supervision · 2.0 · km", "2020-01-01 · supervision · – · –"
    for told_of in (post, beside):
        assert told(connection, told_of, "training") == [
            ("training", less, None),
            ("training", whole, less),
            ("training", None, whole),
        ]
    assert told(connection, later, "training") == told(connection, another, "training") == []


def test_what_is_left_out_is_not_stated(connection: Connection) -> None:
    number = trainings.add(connection, COORDINATOR, a_post(connection, a_round(connection)), {})
    row = row_of(connection, TRAINING, number)
    assert (row["kind"], row["held_on"], row["hours"]) == ("not_stated", None, None)


def test_a_training_that_does_not_fit_is_refused(connection: Connection) -> None:
    post = a_post(connection, a_round(connection))
    number = trainings.add(connection, COORDINATOR, post, {"hours": 744})
    for hours in (0, 744.5):
        with pytest.raises(HoursUnusable):
            trainings.add(connection, COORDINATOR, post, {"hours": hours})
        with pytest.raises(HoursUnusable):
            trainings.change(connection, COORDINATOR, number, 1, {"hours": hours})
    with pytest.raises(InstitutionUnknown):
        trainings.add(connection, COORDINATOR, post, {"institution": "nobody"})
    assert [row["hours"] for row in every(connection, TRAINING)] == [744]


def test_it_is_kept_by_whoever_keeps_one_of_the_posts(connection: Connection) -> None:
    round_id, mediator = a_round(connection), a_mediator(connection)
    here, there, nowhere_near = (a_municipality(connection) for _ in range(3))
    post = a_post(connection, round_id, mediator=mediator, **at(here))
    a_post(connection, round_id, mediator=mediator, **at(there))
    a_post(connection, round_id, **at(nowhere_near))
    number = trainings.add(connection, COORDINATOR, post, {})
    for revision, town in enumerate((here, there), 1):
        keeper = Reader("test:town", frozenset({limited(town)}))
        trainings.change(connection, keeper, number, revision, {"hours": revision})
    stranger = Reader("test:town", frozenset({limited(nowhere_near)}))
    with pytest.raises(AccessRefused):
        trainings.change(connection, stranger, number, 3, {"hours": 3})
    assert row_of(connection, TRAINING, number)["hours"] == 2


def limited(town: int) -> Grant:
    return Grant(Role.COORDINATOR, municipalities=frozenset({town}))


def test_the_second_of_two_editors_is_told(connection: Connection) -> None:
    post = a_post(connection, a_round(connection))
    number = trainings.add(connection, COORDINATOR, post, {})
    trainings.change(connection, COORDINATOR, number, 1, {"held_on": JUNE})
    with pytest.raises(upkeep.ChangedMeanwhile):
        trainings.change(connection, COORDINATOR, number, 1, {"held_on": JANUARY})
    with pytest.raises(upkeep.ChangedMeanwhile):
        trainings.remove(connection, COORDINATOR, number, 1)
    trainings.remove(connection, COORDINATOR, number, 2)
    with pytest.raises(upkeep.RowUnknown):
        trainings.remove(connection, COORDINATOR, number, 2)


def test_a_training_of_a_report_is_corrected_and_not_removed(connection: Connection) -> None:
    round_id, mediator = a_round(connection), a_mediator(connection)
    a_post(connection, round_id, mediator=mediator)
    of = {"mediator_id": mediator, "round_id": round_id, "origin": "upload"}
    number = add(connection, TRAINING, **of)
    with pytest.raises(upkeep.NotByHand):
        trainings.remove(connection, COORDINATOR, number, 1)
    trainings.change(connection, COORDINATOR, number, 1, {"hours": 1.5})
    assert row_of(connection, TRAINING, number)["hours"] == 1.5


def test_a_closed_round_keeps_its_trainings(connection: Connection) -> None:
    four, five, mediator = (
        a_round(connection, "IV"),
        a_round(connection, "V"),
        a_mediator(connection),
    )
    kept, free = (a_post(connection, of, mediator=mediator) for of in (four, five))
    number = trainings.add(connection, COORDINATOR, kept, {})
    close(connection, four)
    attempts: tuple[Callable[[], object], ...] = (
        lambda: trainings.add(connection, COORDINATOR, kept, {}),
        lambda: trainings.change(connection, COORDINATOR, number, 1, {"hours": 1}),
        lambda: trainings.remove(connection, COORDINATOR, number, 1),
    )
    for attempt in attempts:
        with pytest.raises(RoundClosed):
            attempt()
    trainings.add(connection, COORDINATOR, free, {})
