"""Rows by hand: the right, the turn, the revision and the history of whoever writes."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, func, select, update

from data_access import freshness, schema
from data_access.access import AccessRefused, Right
from data_access.engine import reading, writing
from data_access.upkeep import HISTORY, ChangedMeanwhile, Hand, RowUnknown, history, removed
from tests.data_access.answers import records
from tests.data_access.people import (
    TITLES,
    a_municipality,
    a_person,
    a_round,
    an_activity,
    an_institution,
)
from tests.data_access.readers import COORDINATOR, READER, STRANGER

TABLE = schema.document
NAMED = {"code": "summary", "address": "https://example.org"} | TITLES
LINES = ("column_name", "old_value", "new_value", "changed_by")
WHO = COORDINATOR.who


def kept(connection: Connection, table: str, row: int) -> list[tuple[Any, ...]]:
    """The history of a row, as it came."""
    return records(history(connection, COORDINATOR, table, row), *LINES)[::-1]


def row_of(connection: Connection, number: int) -> dict[str, Any]:
    found = connection.execute(select(TABLE).where(TABLE.c.id == number)).mappings()
    return dict(found.one())


@pytest.mark.parametrize("reader", [STRANGER, READER])
def test_who_may_not_write_does_not_even_take_a_turn(connection: Connection, reader: Any) -> None:
    before = freshness.current(connection).number
    with pytest.raises(AccessRefused):
        Hand(connection, reader)
    with pytest.raises(AccessRefused):
        Hand(connection, reader, Right.KEEP_ROUNDS)
    assert freshness.current(connection).number == before
    Hand(connection, COORDINATOR)
    assert freshness.current(connection).number == before + 1


def test_an_account_is_opened_once_for_each_who(connection: Connection) -> None:
    hand = Hand(connection, COORDINATOR)
    assert hand.account() == hand.account() == Hand(connection, COORDINATOR).account()
    account = connection.execute(select(schema.account)).one()
    assert (account.issuer, account.subject) == ("test", "coordinator")
    assert account.created_at == hand.now


def test_a_row_added_is_entered_and_told_column_by_column(connection: Connection) -> None:
    number = Hand(connection, COORDINATOR).add(TABLE, **NAMED, published_on=dt.date(2020, 7, 22))
    row = row_of(connection, number)
    assert (row["origin"], row["revision"], row["code"]) == ("entered", 1, "summary")
    told = {"published_on": "2020-07-22", **NAMED}
    assert sorted(kept(connection, "document", number)) == sorted(
        (name, None, value, WHO) for name, value in told.items()
    )


def test_only_what_differs_is_changed_and_told(connection: Connection) -> None:
    hand = Hand(connection, COORDINATOR)
    number, decoy = hand.add(TABLE, **NAMED), hand.add(TABLE, **NAMED | {"code": "decoy"})
    before, standing = kept(connection, "document", number), row_of(connection, decoy)
    hand.change(TABLE, number, 1, address=None, title_lv="Nosaukums", title_en="Heading")
    assert row_of(connection, number) | {"id": 0} == standing | {
        "id": 0,
        "code": "summary",
        "address": None,
        "title_en": "Heading",
        "revision": 2,
    }
    assert sorted(kept(connection, "document", number)[len(before) :]) == [
        ("address", "https://example.org", None, WHO),
        ("title_en", "Title", "Heading", WHO),
    ]
    assert row_of(connection, decoy) == standing


def test_a_change_that_changes_nothing_leaves_the_revision(connection: Connection) -> None:
    hand = Hand(connection, COORDINATOR)
    number = hand.add(TABLE, **NAMED)
    hand.change(TABLE, number, 1, title_en="Title")
    assert row_of(connection, number)["revision"] == 1


def test_the_later_editor_and_the_one_whose_row_is_gone_are_told(connection: Connection) -> None:
    hand = Hand(connection, COORDINATOR)
    number = hand.add(TABLE, **NAMED)
    hand.change(TABLE, number, 1, title_en="Heading")
    with pytest.raises(ChangedMeanwhile):
        hand.change(TABLE, number, 1, title_en="Other")
    with pytest.raises(ChangedMeanwhile):
        hand.remove(TABLE, number, 1)
    assert row_of(connection, number)["title_en"] == "Heading"
    hand.remove(TABLE, number, 2)
    for attempt in (hand.remove, hand.change):
        with pytest.raises(RowUnknown):
            attempt(TABLE, number, 2)


def test_a_row_removed_says_in_the_history_what_it_said(connection: Connection) -> None:
    hand = Hand(connection, COORDINATOR)
    number = hand.add(TABLE, **NAMED)
    hand.add(TABLE, **NAMED | {"code": "decoy"})
    before = kept(connection, "document", number)
    hand.remove(TABLE, number, 1)
    assert list(connection.scalars(select(TABLE.c.code))) == ["decoy"]
    told = {**NAMED, "origin": "entered", "revision": "1"}
    assert sorted(kept(connection, "document", number)[len(before) :]) == sorted(
        (name, value, None, WHO) for name, value in told.items()
    )


def test_a_row_referred_to_goes_by_its_code(connection: Connection) -> None:
    activity = an_activity(connection, a_round(connection, "IV"))
    other = a_round(connection, "V")
    Hand(connection, COORDINATOR).change(schema.activity, activity, 1, round_id=other)
    assert kept(connection, "activity", activity) == [("round_id", "IV", "V", WHO)]


def test_what_belongs_to_a_row_is_told_in_its_history(connection: Connection) -> None:
    body = an_institution(connection, "km")
    hand, of = Hand(connection, COORDINATOR), (schema.institution, body)
    alias = schema.institution_alias
    values = {"institution_id": body, "name": "Ministrija", "name_folded": "ministrija"}
    hand.attach(alias, of, "alias", "Ministrija", **values)
    row = connection.execute(select(alias)).one()
    assert row.origin == "entered"
    hand.detach(alias, of, "alias", "Ministrija", row.id)
    with pytest.raises(RowUnknown):
        hand.detach(alias, of, "alias", "Ministrija", row.id)
    assert kept(connection, "institution", body) == [
        ("alias", None, "Ministrija", WHO),
        ("alias", "Ministrija", None, WHO),
    ]


def test_the_history_is_of_one_row_and_for_whoever_reads_records(connection: Connection) -> None:
    hand = Hand(connection, COORDINATOR)
    number = hand.add(TABLE, **NAMED)
    answer = history(connection, COORDINATOR, "document", number)
    assert list(answer.columns) == list(HISTORY)
    assert set(answer["changed_at"]) == {hand.now}
    assert history(connection, COORDINATOR, "document", number + 1).empty
    assert history(connection, COORDINATOR, "source", number).empty
    with pytest.raises(AccessRefused):
        history(connection, READER, "document", number)


def test_of_eight_editors_at_once_one_is_stored(engine: Engine) -> None:
    with writing(engine) as connection:
        number = Hand(connection, COORDINATOR).add(TABLE, **NAMED)

    def edit(editor: int) -> bool:
        try:
            with writing(engine) as connection:
                Hand(connection, COORDINATOR).change(TABLE, number, 1, title_en=f"By {editor}")
        except ChangedMeanwhile:
            return False
        return True

    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(edit, range(8))) == 1
    with reading(engine) as connection:
        assert row_of(connection, number)["revision"] == 2
        lines = select(func.count()).where(schema.change.c.column_name == "title_en")
        assert connection.execute(lines).scalar_one() == 2


def test_the_same_code_in_another_division_is_another_place(connection: Connection) -> None:
    """Codes of municipalities outlive a reform; the land behind them does not."""
    town = schema.municipality
    old, new = a_municipality(connection), a_municipality(connection)
    connection.execute(update(town).where(town.c.id.in_((old, new))).values(iso="LV-101"))
    number = an_institution(connection, "board", municipality_id=old)
    Hand(connection, COORDINATOR).change(schema.institution, number, 1, municipality_id=new)
    ((column, before, after, _),) = kept(connection, "institution", number)
    assert column == "municipality_id"
    assert before != after
    assert all(place.endswith(":LV-101") for place in (before, after))


def test_a_sign_that_no_database_takes_is_left_out(connection: Connection) -> None:
    number = Hand(connection, COORDINATOR).add(TABLE, **NAMED | {"title_lv": "Kop\x00savilkums"})
    Hand(connection, COORDINATOR).change(TABLE, number, 1, title_en="Sum\x00mary")
    row = row_of(connection, number)
    assert (row["title_lv"], row["title_en"]) == ("Kopsavilkums", "Summary")


def test_a_removed_row_is_told_where_it_belonged(connection: Connection) -> None:
    activities = [
        an_activity(connection, a_round(connection, code), code=f"in-{code}")
        for code in ("IV", "V")
    ]
    hand = Hand(connection, COORDINATOR)
    for activity in activities:
        values = {"activity_id": activity, "person_id": a_person(connection)}
        number = hand.add(schema.attendance, **values, capacity="roma")
        hand.remove(schema.attendance, number, 1)
    kept_one = {"activity_id": activities[0], "person_id": a_person(connection)}
    hand.add(schema.attendance, **kept_one)
    found = removed(connection, COORDINATOR, "attendance", ("activity_id", "in-IV"))
    assert set(records(found, "column_name", "old_value")) >= {("capacity", "roma")}
    assert found["subject_id"].nunique() == 1
