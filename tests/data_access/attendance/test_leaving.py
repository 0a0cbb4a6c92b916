"""Whoever nothing names any more goes, name and all; whoever may come back stays."""

import pytest
from sqlalchemy import Engine, select, update

from data_access import attendance, schema
from data_access.engine import reading, writing
from tests.data_access.attendance.lists import (
    MEETING,
    OTHER,
    a_csv,
    came,
    figures,
    number,
    record,
    undo,
)
from tests.data_access.people import a_mediator
from tests.data_access.readers import COORDINATOR

ANNA, JANA = came("Anna Ozola", "anna@x.lv"), came("Jana Liepa", "jana@x.lv")
NAMES = "person_identity"


def came_by(engine: Engine, upload: int) -> list[tuple[int, int]]:
    """The attendances of an upload, each with its person."""
    table = schema.attendance
    with reading(engine) as connection:
        mine = select(table.c.id, table.c.person_id).where(table.c.upload_id == upload)
        return [(row.id, row.person_id) for row in connection.execute(mine.order_by(table.c.id))]


@pytest.mark.parametrize("by_hand", [False, True])
def test_whoever_a_list_took_out_can_come_back_whatever_goes_elsewhere(
    venue: Engine, *, by_hand: bool
) -> None:
    record(venue, a_csv(ANNA, JANA))
    elsewhere = record(venue, a_csv(ANNA), OTHER)
    newer = record(venue, a_csv(JANA, came("Zane Egle", "zane@x.lv")), take_out=True)
    if by_hand:
        ((row, _),) = came_by(venue, elsewhere.upload)
        with writing(venue) as connection:
            attendance.remove(connection, COORDINATOR, row, 1)
    else:
        assert undo(venue, elsewhere.upload).persons == 0
    assert undo(venue, newer.upload).restored == 1
    assert figures(venue, activity=MEETING)["attendances"] == 2


def test_whoever_cannot_come_back_goes_with_the_list_that_brought_them(venue: Engine) -> None:
    before = number(venue, NAMES)
    first = record(venue, a_csv(ANNA, JANA))
    newer = record(venue, a_csv(JANA, came("Zane Egle", "zane@x.lv")), take_out=True)
    assert number(venue, NAMES) == before + 3
    assert undo(venue, first.upload).persons == 1
    assert number(venue, NAMES) == before + 2
    assert len(undo(venue, newer.upload).failed) == 1
    assert number(venue, NAMES) == before


@pytest.mark.parametrize("apart", [False, True])
def test_of_persons_that_were_joined_no_name_stays_behind(venue: Engine, *, apart: bool) -> None:
    before = number(venue, NAMES)
    done = record(venue, a_csv(ANNA, came("Anna Kalna-Liepa", "al@x.lv")))
    (_, kept), (_, merged) = came_by(venue, done.upload)
    with writing(venue) as connection:
        join = attendance.join(connection, COORDINATOR, kept, merged)
        if apart:
            attendance.take_apart(connection, COORDINATOR, join.merge)
    undone = undo(venue, done.upload)
    assert (undone.attendances, undone.persons) == ((2, 2) if apart else (1, 1))
    assert number(venue, NAMES) == before


def test_of_persons_that_are_one_all_names_stay_while_one_of_them_is_there(venue: Engine) -> None:
    first = record(venue, a_csv(ANNA))
    other = record(venue, a_csv(came("Anna Kalna-Liepa", "al@x.lv")), OTHER)
    before = number(venue, NAMES)
    ((_, kept),), ((_, merged),) = (came_by(venue, one.upload) for one in (first, other))
    with writing(venue) as connection:
        attendance.join(connection, COORDINATOR, kept, merged)
    undone = undo(venue, first.upload)
    assert (undone.persons, undone.persons_kept) == (0, 1)
    assert number(venue, NAMES) == before


def test_a_mediator_stays(venue: Engine) -> None:
    done = record(venue, a_csv(ANNA))
    ((_, person),) = came_by(venue, done.upload)
    with writing(venue) as connection:
        mediator = a_mediator(connection)
        table = schema.mediator
        named = update(table).where(table.c.id == mediator).values(person_id=person)
        connection.execute(named)
    assert undo(venue, done.upload).persons == 0
