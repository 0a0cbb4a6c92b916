"""Persons recorded twice become one; taken apart again, everything is as it was."""

from itertools import permutations
from typing import Any

import pytest
from sqlalchemy import Engine, select

from data_access import attendance, schema
from data_access.access import AccessRefused, Grant, Reader
from data_access.attendance import (
    Entry,
    JoinUndone,
    JoinUnknown,
    NotJoinable,
    PersonUnknown,
    RoundClosed,
)
from data_access.attendance.joining import Why
from data_access.engine import reading, writing
from data_access.filters import Filters
from data_access.rules import Role
from data_access.upkeep import history
from tests.data_access.attendance.lists import (
    MEETING,
    OTHER,
    a_csv,
    came,
    close,
    figures,
    record,
)
from tests.data_access.contents import changed, contents
from tests.data_access.people import a_mediator, a_municipality, a_person, a_post, at, attends
from tests.data_access.readers import COORDINATOR

TOLD_OF_IT = {"account", "person_merge", "change", "audit_event", "data_version"}


def person(engine: Engine, name: str, contact: str = "", activity: str = MEETING) -> int:
    """Somebody at an activity; the person's number."""
    with writing(engine) as connection:
        entry = Entry(name, contact, status="attended")
        number = attendance.by_hand(connection, COORDINATOR, activity, entry)
        table = schema.attendance
        found = select(table.c.person_id).where(table.c.id == number)
        return int(connection.scalars(found).one())


def join(engine: Engine, kept: int, merged: int, reader: Reader = COORDINATOR) -> attendance.Joined:
    with writing(engine) as connection:
        return attendance.join(connection, reader, kept, merged)


def apart(engine: Engine, merge: int, reader: Reader = COORDINATOR) -> attendance.TakenApart:
    with writing(engine) as connection:
        return attendance.take_apart(connection, reader, merge)


def points(engine: Engine) -> dict[int, int]:
    """Who counts as whom."""
    table = schema.person
    with reading(engine) as connection:
        rows = connection.execute(select(table).where(table.c.merged_into_id.is_not(None)))
        return {row.id: row.merged_into_id for row in rows}


def listed(engine: Engine, reader: Reader = COORDINATOR, **chosen: Any) -> list[int]:
    with reading(engine) as connection:
        found = attendance.joined(connection, reader, Filters(**chosen))
    return list(found["merge"])


def coordinator(*towns: int) -> Reader:
    grant = Grant(Role.COORDINATOR, municipalities=frozenset(towns))
    return Reader("test:limited", frozenset({grant}))


def test_two_count_as_one_and_apart_again_as_two(venue: Engine) -> None:
    one, other = person(venue, "Anna Ozola"), person(venue, "Anna Ozole", activity=OTHER)
    before = contents(venue)
    assert figures(venue)["persons"] == 3
    done = join(venue, one, other)
    assert done.both_at == 0
    assert points(venue) == {other: one}
    assert (figures(venue)["persons"], figures(venue)["attendances"]) == (2, 3)
    found = apart(venue, done.merge)
    assert (found.kept, found.merged, found.since) == (one, other, 0)
    assert set(changed(before, contents(venue))) <= TOLD_OF_IT
    assert figures(venue)["persons"] == 3


def test_two_at_one_activity_are_there_once_and_it_is_said(venue: Engine) -> None:
    one, other = person(venue, "Anna Ozola"), person(venue, "Anna Ozole")
    assert join(venue, one, other).both_at == 1
    assert figures(venue, activity=MEETING)["attendances"] == 1
    assert apart(venue, 1).since == 0
    assert figures(venue, activity=MEETING)["attendances"] == 2


def test_whoever_was_joined_before_moves_along_and_comes_apart_in_any_order(venue: Engine) -> None:
    a, b, c, d = (person(venue, name) for name in ("Anna", "Berta", "Cilda", "Dace"))
    before = contents(venue)
    order = [join(venue, b, c).merge, join(venue, a, b).merge, join(venue, d, a).merge]
    assert points(venue) == {a: d, b: d, c: d}
    apart(venue, order[1])
    assert points(venue) == {a: d, c: b}
    apart(venue, order[0])
    assert points(venue) == {a: d}
    apart(venue, order[2])
    assert points(venue) == {}
    for sequence in permutations(range(3)):
        again = [join(venue, b, c).merge, join(venue, a, b).merge, join(venue, d, a).merge]
        for step in sequence:
            apart(venue, again[step])
        assert points(venue) == {}
    assert set(changed(before, contents(venue))) <= TOLD_OF_IT


def test_what_came_while_two_were_one_stays_with_the_kept_one_and_is_told(venue: Engine) -> None:
    one = person(venue, "Anna Ozola", "anna@x.lv")
    other = person(venue, "Anna Ozole", "ozole@x.lv")
    merge = join(venue, one, other).merge
    record(venue, a_csv(came("Anna Ozole", "ozole@x.lv")), OTHER)
    assert apart(venue, merge).since == 1


def test_the_next_list_knows_the_joined_person_by_either_name(venue: Engine) -> None:
    one = person(venue, "Anna Ozola", "anna@x.lv")
    other = person(venue, "Anna Ozole", "ozole@x.lv")
    join(venue, one, other)
    lines = [came("Anna Ozola", "anna@x.lv"), came("Anna Ozole", "ozole@x.lv")]
    assert record(venue, a_csv(*lines), OTHER).persons == 0
    assert figures(venue, activity=OTHER)["persons"] == 2


def test_it_is_on_record_who_did_it_and_no_name(venue: Engine) -> None:
    one, other = person(venue, "Anna Ozola"), person(venue, "Anna Ozole")
    merge = join(venue, one, other).merge
    apart(venue, merge)
    with reading(venue) as connection:
        events = connection.execute(select(schema.audit_event)).all()
        row = connection.execute(select(schema.person_merge)).one()
        lines = history(connection, COORDINATOR, "person", other)
    assert [(event.action, event.subject_id) for event in events[-2:]] == [
        ("persons.joined", merge),
        ("persons.taken_apart", merge),
    ]
    assert row.undone_at >= row.merged_at
    assert row.merged_by_id == row.undone_by_id
    assert list(lines["new_value"].fillna("")) == ["", str(one)]
    assert "Anna" not in str([event.details for event in events])


def test_who_cannot_be_joined_is_refused_and_nothing_changes(venue: Engine) -> None:
    one, other, third = (person(venue, name) for name in ("Anna", "Berta", "Cilda"))
    merge = join(venue, one, other).merge
    with writing(venue) as connection:
        made_up = a_person(connection)
        table = schema.person
        connection.execute(table.update().where(table.c.id == made_up).values(origin="sample"))
    before = contents(venue)
    refused = {
        Why.SAME: (third, third),
        Why.JOINED_BEFORE: (third, other),
        Why.MADE_UP: (third, made_up),
    }
    for why, pair in refused.items():
        with pytest.raises(NotJoinable) as caught:
            join(venue, *pair)
        assert caught.value.why is why
    with pytest.raises(PersonUnknown):
        join(venue, one, 10_000)
    with pytest.raises(JoinUnknown):
        apart(venue, merge + 1)
    assert contents(venue) == before
    apart(venue, merge)
    with pytest.raises(JoinUndone):
        apart(venue, merge)


def test_a_closed_round_in_which_both_were_keeps_its_figures(venue: Engine) -> None:
    one, other = person(venue, "Anna Ozola"), person(venue, "Anna Ozole")
    merge = join(venue, one, other).merge
    third = person(venue, "Anna Ozolina")
    with writing(venue) as connection:
        close(connection, "IV")
    before = contents(venue)
    with pytest.raises(RoundClosed):
        join(venue, one, third)
    with pytest.raises(RoundClosed):
        apart(venue, merge)
    assert contents(venue) == before


def test_whoever_reaches_some_towns_joins_those_alone_who_lie_in_them(venue: Engine) -> None:
    with writing(venue) as connection:
        town, other_town = (a_municipality(connection, name) for name in ("Rīga", "Jelgava"))
        activity = schema.activity
        connection.execute(activity.update().where(activity.c.code == MEETING).values(**at(town)))
        meeting = connection.scalars(select(activity.c.id).where(activity.c.code == MEETING)).one()
        one, other, third, post_holder = (a_person(connection) for _ in range(4))
        for who, where in ((one, town), (other, None), (third, other_town), (post_holder, town)):
            attends(connection, who, meeting, municipality=where)
        mediator, mediators = a_mediator(connection), schema.mediator
        holds = mediators.update().where(mediators.c.id == mediator)
        connection.execute(holds.values(person_id=post_holder))
        round_id = connection.scalars(select(activity.c.round_id)).first()
        assert round_id is not None
        a_post(connection, round_id, mediator=mediator, **at(other_town))
    here, both = coordinator(town), coordinator(town, other_town)
    before = contents(venue)
    for pair in ((one, third), (third, one), (one, post_holder)):
        with pytest.raises(AccessRefused):
            join(venue, pair[0], pair[1], here)
    assert contents(venue) == before
    merge = join(venue, one, other, here).merge
    further = join(venue, one, third, both).merge
    for attempt in (merge, further):
        with pytest.raises(AccessRefused):
            apart(venue, attempt, here)
    assert listed(venue, here, activity=MEETING) == []
    assert listed(venue, both, activity=MEETING) == [further, merge]
    apart(venue, further, both)
    assert listed(venue, here, activity=MEETING) == [merge]
    apart(venue, merge, here)


def test_the_joins_of_an_activity_are_those_of_whoever_was_there(venue: Engine) -> None:
    one, other = person(venue, "Anna Ozola"), person(venue, "Anna Ozole", activity=OTHER)
    zane, zana = (person(venue, name, activity=OTHER) for name in ("Zane", "Zana"))
    merge, beside = join(venue, one, other).merge, join(venue, zane, zana).merge
    assert listed(venue, activity=MEETING) == [merge]
    assert listed(venue, activity=OTHER) == [beside, merge]
    assert listed(venue, round="IV") == [beside, merge]
    assert listed(venue, round="V") == []
    with reading(venue) as connection:
        row = attendance.joined(connection, COORDINATOR, Filters(activity=MEETING)).iloc[0]
    assert (row["person"], row["kept"], row["merged"]) == (one, one, other)
    apart(venue, merge)
    assert listed(venue, activity=MEETING) == []
