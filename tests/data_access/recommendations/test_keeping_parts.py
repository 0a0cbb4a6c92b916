"""What hangs on an entry kept by hand: its wordings, addressees, links, and later rounds."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import Connection

from data_access import recommendations
from data_access.access import AccessRefused, Grant, Reader
from data_access.filters import Filters
from data_access.recommendations import EntryUnknown, beside, keeping
from data_access.rules import AddresseeRole, RecommendationLinkKind, Role
from data_access.upkeep import ChangedMeanwhile, RowUnknown
from tests.data_access.answers import records
from tests.data_access.people import a_round
from tests.data_access.readers import COORDINATOR, READER
from tests.data_access.register import a_body, an_entry

LEAD, SUPPORTING = AddresseeRole
REPEATS, REPLACES, NARROWS = RecommendationLinkKind
NEW = {"text_lv": "Skaidrāk.", "text_en": "Clearer."}


@pytest.fixture
def two(connection: Connection) -> dict[str, int]:
    """Rounds IV to VI with two entries of V, and two institutions."""
    four, five, six = (a_round(connection, code) for code in ("IV", "V", "VI"))
    found = {name: an_entry(connection, five, name) for name in ("V-1", "V-2")}
    a_body(connection, "a")
    a_body(connection, "b")
    return found | {"IV": four, "V": five, "VI": six}


def told(connection: Connection, reader: Reader = COORDINATOR) -> list[tuple[Any, ...]]:
    answer = keeping.versions(connection, reader, "V-1")
    return records(answer, "number", "text_lv", "reason", "column_name", "old_value", "new_value")


def status(connection: Connection, reference: str) -> Any:
    answer = recommendations.register(connection, READER, Filters(recommendation=reference))
    return answer["status"].item()


def test_a_new_wording_holds_and_the_earlier_one_stays(
    connection: Connection, two: dict[str, int]
) -> None:
    assert keeping.word_anew(connection, COORDINATOR, "V-1", NEW, reason="x", seen_number=1) == 2
    answer = keeping.versions(connection, COORDINATOR, "V-1")
    assert records(answer, "number", "text_lv", "reason", "changed_by") == [
        (2, "Skaidrāk.", "x", COORDINATOR.who),
        (1, "First wording", None, None),
    ]
    listed = recommendations.listed(connection, READER, Filters(round="V"))
    assert list(listed["text_en"]) == ["Clearer.", "First wording"]


def test_the_later_of_two_wordings_is_told(connection: Connection, two: dict[str, int]) -> None:
    keeping.word_anew(connection, COORDINATOR, "V-1", NEW, reason=None, seen_number=1)
    for texts, seen, kind in (
        (NEW | {"text_lv": "Vēl skaidrāk."}, 1, ChangedMeanwhile),
        (NEW, 2, keeping.WordedAlike),
        ({"text_lv": "Tikai latviski."}, 2, keeping.NotInBothLanguages),
    ):
        with pytest.raises(kind):
            keeping.word_anew(connection, COORDINATOR, "V-1", texts, reason=None, seen_number=seen)
    assert len(told(connection)) == 2


def test_every_change_is_told_to_who_reads_records_and_to_nobody_else(
    connection: Connection, two: dict[str, int]
) -> None:
    keeping.edit(connection, COORDINATOR, "V-1", 1, {"area": "health"})
    keeping.edit(connection, COORDINATOR, "V-2", 1, {"area": "housing"})
    keeping.address(connection, COORDINATOR, "V-1", "a", LEAD)
    wording = (1, "First wording", None, None, None, None)
    assert [line[3:] for line in told(connection)[1:]] == [
        ("addressee", None, "lead: a"),
        ("area", "not_stated", "health"),
    ]
    assert told(connection, READER) == [wording]
    assert set(keeping.versions(connection, READER, "V-1")["changed_by"]) == {None}


def test_institutions_are_addressed_and_let_off(
    connection: Connection, two: dict[str, int]
) -> None:
    keeping.address(connection, COORDINATOR, "V-1", "a", SUPPORTING)
    keeping.address(connection, COORDINATOR, "V-1", "b", LEAD)
    keeping.address(connection, COORDINATOR, "V-1", "a", LEAD)
    with pytest.raises(keeping.StandsAlready):
        keeping.address(connection, COORDINATOR, "V-1", "a", LEAD)
    keeping.unaddress(connection, COORDINATOR, "V-1", "b")
    with pytest.raises(RowUnknown):
        keeping.unaddress(connection, COORDINATOR, "V-1", "b")
    with pytest.raises(EntryUnknown):
        keeping.address(connection, COORDINATOR, "V-9", "a", LEAD)
    named = recommendations.addressees(connection, READER, Filters(round="V"))
    assert records(named, "reference", "institution", "role") == [("V-1", "a", "lead")]
    assert [line[4:] for line in told(connection)[1:]] == [
        ("lead: b", None),
        ("supporting: a", "lead: a"),
        (None, "lead: b"),
        (None, "supporting: a"),
    ]


def test_a_link_that_replaces_supersedes_until_it_is_taken_away(
    connection: Connection, two: dict[str, int]
) -> None:
    keeping.link(connection, COORDINATOR, "V-2", REPLACES, "V-1")
    assert (status(connection, "V-1"), status(connection, "V-2")) == ("superseded", "proposed")
    with pytest.raises(keeping.StandsAlready):
        keeping.link(connection, COORDINATOR, "V-2", REPLACES, "V-1")
    keeping.unlink(connection, COORDINATOR, "V-2", REPLACES, "V-1")
    assert status(connection, "V-1") == "proposed"
    with pytest.raises(RowUnknown):
        keeping.unlink(connection, COORDINATOR, "V-2", REPLACES, "V-1")


def test_links_go_neither_round_nor_back(connection: Connection, two: dict[str, int]) -> None:
    an_entry(connection, two["V"], "V-3", made_on=dt.date(2020, 1, 1))
    an_entry(connection, two["V"], "V-4", made_on=dt.date(2020, 1, 2))
    keeping.link(connection, COORDINATOR, "V-2", REPEATS, "V-1")
    keeping.link(connection, COORDINATOR, "V-3", REPLACES, "V-2")
    for later, earlier, kind in (
        ("V-1", "V-1", keeping.LinkToItself),
        ("V-1", "V-3", keeping.LinkInCircle),
        ("V-3", "V-4", keeping.LinkBackwards),
    ):
        with pytest.raises(kind), connection.begin_nested():
            keeping.link(connection, COORDINATOR, later, NARROWS, earlier)
    keeping.link(connection, COORDINATOR, "V-4", NARROWS, "V-3")


def test_an_entry_is_carried_into_a_later_round_and_stays_in_its_own(
    connection: Connection, two: dict[str, int]
) -> None:
    keeping.carry(connection, COORDINATOR, "V-1", "VI")
    for code in ("V", "VI"):
        listed = recommendations.listed(connection, READER, Filters(round=code))
        assert "V-1" in set(listed["reference"])
    carried = beside.carried(connection, READER, Filters())
    assert records(carried, "reference", "round") == [("V-1", "VI")]
    with pytest.raises(keeping.StandsAlready):
        keeping.carry(connection, COORDINATOR, "V-1", "VI")
    for code in ("IV", "V"):
        with pytest.raises(keeping.CarriedBack):
            keeping.carry(connection, COORDINATOR, "V-1", code)
    with pytest.raises(keeping.CarriedBack):
        keeping.edit(connection, COORDINATOR, "V-1", 1, {"round": "VI"})
    keeping.uncarry(connection, COORDINATOR, "V-1", "VI")
    assert beside.carried(connection, READER, Filters()).empty


def test_who_is_limited_to_one_round_carries_into_no_other(
    connection: Connection, two: dict[str, int]
) -> None:
    grant = Grant(Role.COORDINATOR, round=two["V"])
    with pytest.raises(AccessRefused):
        keeping.carry(connection, Reader("test:one", frozenset({grant})), "V-1", "VI")
