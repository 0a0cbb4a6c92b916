"""A list of those who registered, and then one of those who came: both hold, and both go."""

from collections.abc import Sequence
from itertools import permutations
from typing import Any

import pytest
from sqlalchemy import Engine, Row, select

from data_access import attendance, schema
from data_access.engine import reading, writing
from data_access.filters import Filters
from tests.data_access.attendance.lists import MEETING, a_csv, came, check, figures, record, undo
from tests.data_access.contents import contents
from tests.data_access.readers import COORDINATOR

ANNA, JANA = ("Anna Ozola", "anna@x.lv"), ("Jana Liepa", "jana@x.lv")
REGISTERED = a_csv(came(*ANNA, "Ministrija km", status="Nē"), came(*JANA, status="Nē"))
ATTENDED = a_csv(came(*ANNA), came("Zane Egle", "zane@x.lv"))
ATTENDED_TOO = a_csv(came(*ANNA), came("Ilze Roze", "ilze@x.lv"))
ALONE = a_csv(came("Ilze Roze", "ilze@x.lv"))


def counted(engine: Engine) -> int:
    return int(figures(engine, activity=MEETING)["attendances"] or 0)


def statuses(engine: Engine) -> list[str]:
    return [row.status for row in uploaded(engine)]


def uploaded(engine: Engine) -> Sequence[Row[Any]]:
    """The attendances that lists brought."""
    column = schema.attendance.c
    mine = select(schema.attendance).where(column.upload_id.is_not(None)).order_by(column.id)
    with reading(engine) as connection:
        return connection.execute(mine).all()


def test_whoever_registered_and_then_came_counts(venue: Engine) -> None:
    assert record(venue, REGISTERED).attendances == 0
    found = check(venue, ATTENDED)
    assert (found.new_attendances, found.new_persons, found.already_there) == (2, 1, 0)
    assert (found.counts.accepted, found.counts.skipped) == (2, 0)
    assert found.difference is not None
    assert (found.difference.raised, found.difference.changed) == ((2,), ())
    assert record(venue, ATTENDED).attendances == 2
    assert counted(venue) == 2
    assert statuses(venue) == ["attended", "registered", "attended"]


def test_each_list_is_told_with_those_who_count_by_its_word(venue: Engine) -> None:
    record(venue, REGISTERED)
    record(venue, ATTENDED)
    with reading(venue) as connection:
        told = attendance.uploads(connection, COORDINATOR, Filters(activity=MEETING))
    assert list(told["attendances"]) == [2, 0]


def test_what_the_first_list_said_of_them_stays(venue: Engine) -> None:
    record(venue, REGISTERED)
    record(venue, ATTENDED)
    assert uploaded(venue)[0].institution_id


def test_a_list_of_nobody_but_those_who_registered_adds_something(venue: Engine) -> None:
    record(venue, REGISTERED)
    assert record(venue, a_csv(came(*ANNA), came(*JANA))).attendances == 2


def test_undoing_the_later_list_leaves_every_table_as_it_was(venue: Engine) -> None:
    record(venue, REGISTERED)
    before = contents(venue)
    done = undo(venue, record(venue, ATTENDED).upload)
    assert (done.attendances, done.persons) == (2, 1)
    after = contents(venue)
    told = {"upload", "upload_row", "audit_event", "data_version"}
    assert {name for name in after if after[name] != before[name]} == told


def test_undoing_the_earlier_list_leaves_those_who_came(venue: Engine) -> None:
    first = record(venue, REGISTERED).upload
    record(venue, ATTENDED)
    assert undo(venue, first).attendances == 0
    assert statuses(venue) == ["attended", "attended"]


def test_who_was_entered_or_corrected_by_hand_stays_registered(venue: Engine) -> None:
    record(venue, REGISTERED)
    anna = uploaded(venue)[0].id
    with writing(venue) as connection:
        attendance.correct(connection, COORDINATOR, anna, 1, age_band="18_29")
    found = check(venue, ATTENDED)
    assert (found.new_attendances, found.already_there) == (1, 1)
    assert found.difference is not None
    assert found.difference.raised == ()
    record(venue, ATTENDED)
    assert counted(venue) == 1


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_three_lists_go_in_any_order(venue: Engine, order: tuple[int, ...]) -> None:
    lists = (REGISTERED, ATTENDED, ATTENDED_TOO)
    uploads = [record(venue, content).upload for content in lists]
    standing = set(range(3))
    for gone in order:
        undo(venue, uploads[gone])
        standing -= {gone}
        came_to = {"anna"} if standing & {1, 2} else set()
        came_to |= {name for at, name in ((1, "zane"), (2, "ilze")) if at in standing}
        assert counted(venue) == len(came_to)


def test_somebody_taken_out_comes_back_as_those_lists_say_that_stand(venue: Engine) -> None:
    record(venue, REGISTERED)
    raising = record(venue, ATTENDED).upload
    last = record(venue, ALONE, take_out=True).upload
    assert counted(venue) == 1
    undo(venue, raising)
    undo(venue, last)
    assert counted(venue) == 0
    assert statuses(venue) == ["registered", "registered"]
