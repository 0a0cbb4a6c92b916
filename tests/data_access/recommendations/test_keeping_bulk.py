"""One change of many entries: all or none of them, and all of it undone."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import Connection

from data_access import recommendations, schema
from data_access.access import AccessRefused, Grant, Reader
from data_access.filters import Filters
from data_access.institutions import InstitutionUnknown
from data_access.recommendations import beside, keeping
from data_access.recommendations.deadlines import Deadline
from data_access.recommendations.keeping import Change, What, change_many
from data_access.rules import AddresseeRole, Role
from data_access.upkeep import ChangedMeanwhile
from tests.data_access.contents import changed, held
from tests.data_access.people import a_municipality, a_round, add, at
from tests.data_access.readers import COORDINATOR, READER
from tests.data_access.register import a_body, address, an_entry, deadline

ALL = ("V-1", "V-2", "V-3")
TWO = ALL[:2]


@pytest.fixture
def town(connection: Connection) -> int:
    """Three entries of round V that differ in all that can be changed, and round VI."""
    five, town = a_round(connection, "V"), a_municipality(connection)
    a_round(connection, "VI")
    titles = {"title_lv": "Protokols", "title_en": "Minutes"}
    source, body = (
        add(connection, schema.source, code="minutes", **titles),
        a_body(connection, "a"),
    )
    due = deadline(dt.date(2021, 5, 1))
    first = an_entry(connection, five, "V-1", area="health", **due, **at(town))
    address(connection, first, body)
    cited = {"source_id": source, "locator": "p. 1"}
    an_entry(connection, five, "V-2", made_on=dt.date(2021, 1, 1), **cited)
    an_entry(connection, five, "V-3")
    return town


def stand(connection: Connection) -> list[Any]:
    """What can be changed in them, an entry a line."""
    chosen = Filters()
    listed = recommendations.listed(connection, READER, chosen)
    names = ["area", "deadline_starts_on", "deadline_date_precision", "source", "locator"]
    rows = listed[["reference", *names]].astype(str).to_numpy().tolist()
    of = recommendations.addressees(connection, READER, chosen)
    carried = beside.carried(connection, READER, chosen)
    return [
        rows,
        of[["reference", "role", "institution"]].to_numpy().tolist(),
        list(carried["round"]),
    ]


@pytest.mark.parametrize(
    "change",
    [
        Change(What.AREA, "housing"),
        Change(What.DEADLINE, Deadline.in_half_year(2022, 1)),
        Change(What.DEADLINE, Deadline()),
        Change(What.SOURCE, ("minutes", "p. 9")),
        Change(What.SOURCE, None),
        Change(What.ADDRESSEE, AddresseeRole.SUPPORTING, of="a"),
        Change(What.ADDRESSEE, None, of="a"),
        Change(What.CARRIED, True, of="VI"),
    ],
)
def test_a_change_reaches_those_named_alone_and_is_undone(
    connection: Connection, town: int, change: Change
) -> None:
    before = stand(connection)
    done = change_many(connection, COORDINATOR, TWO, change)
    after = stand(connection)
    assert after != before
    assert after[0][2] == before[0][2]
    assert set(done.back) | set(done.alike) == set(TWO)
    again = change_many(connection, COORDINATOR, TWO, change)
    assert not again.back
    change_many(connection, COORDINATOR, tuple(done.back), done.back)
    assert stand(connection) == before


def test_all_or_none_are_changed(connection: Connection, town: int) -> None:
    early = Change(What.DEADLINE, Deadline.in_year(2020))
    before = held(connection)
    with pytest.raises(keeping.DeadlineBeforeMade) as told, connection.begin_nested():
        change_many(connection, COORDINATOR, ALL, early)
    assert told.value.reference == "V-2"
    assert set(changed(before, held(connection))) <= {"data_version"}


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        (Change(What.CARRIED, True, of="V"), keeping.CarriedBack),
        (Change(What.CARRIED, True, of="IX"), keeping.RoundUnknown),
        (Change(What.ADDRESSEE, AddresseeRole.LEAD, of="nobody"), InstitutionUnknown),
    ],
)
def test_what_does_not_fit_is_refused(
    connection: Connection, town: int, change: Change, kind: type[Exception]
) -> None:
    with pytest.raises(kind):
        change_many(connection, COORDINATOR, ALL, change)


def test_nothing_that_somebody_changed_since_is_undone(connection: Connection, town: int) -> None:
    done = change_many(connection, COORDINATOR, ALL, Change(What.AREA, "housing"))
    keeping.edit(connection, COORDINATOR, "V-2", 2, {"area": "youth"})
    with pytest.raises(ChangedMeanwhile), connection.begin_nested():
        change_many(connection, COORDINATOR, tuple(done.back), done.back)
    listed = recommendations.listed(connection, READER, Filters())
    assert list(listed["area"]) == ["housing", "youth", "housing"]


def test_who_reaches_some_of_them_changes_none(connection: Connection, town: int) -> None:
    grant = Grant(Role.COORDINATOR, municipalities=frozenset({town}))
    limited = Reader("test:limited", frozenset({grant}))
    change = Change(What.AREA, "housing")
    with pytest.raises(AccessRefused), connection.begin_nested():
        change_many(connection, limited, TWO, change)
    assert list(change_many(connection, limited, ("V-1",), change).back) == ["V-1"]


def test_more_than_can_be_looked_at_are_refused(connection: Connection, town: int) -> None:
    many = ("V-1",) * (keeping.CHANGED_AT_ONCE + 1)
    with pytest.raises(keeping.TooMany):
        change_many(connection, COORDINATOR, many, Change(What.AREA, "housing"))
