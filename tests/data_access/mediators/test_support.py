"""Support outside mediation, and how many people a family has."""

from collections.abc import Callable

import pytest
from sqlalchemy import Connection

from data_access import schema, upkeep
from data_access.access import AccessRefused, Grant, Reader
from data_access.activities import RoundUnknown
from data_access.institutions import InstitutionUnknown
from data_access.mediators import FamilyUnknown, SizeUnusable, correct_family, support
from data_access.rounds import RoundClosed
from data_access.rules import Role
from tests.data_access.answers import records
from tests.data_access.mediators.rows import JANUARY, close, every, row_of
from tests.data_access.people import (
    a_case,
    a_family,
    a_municipality,
    a_post,
    a_round,
    an_institution,
    at,
)
from tests.data_access.people import support as given
from tests.data_access.readers import COORDINATOR

FAMILY, SUPPORT = schema.family, schema.family_support


def test_support_is_added_to_a_family_by_its_number(connection: Connection) -> None:
    round_id = a_round(connection)
    family, decoy = a_family(connection, code="G-0007"), a_family(connection, code="G-0070")
    institution = an_institution(connection, "km")
    stated = {"area": "culture", "given_on": JANUARY, "institution": "km"}
    number = support.add(connection, COORDINATOR, "IV", stated | {"family": " g-0007 "})
    row = row_of(connection, SUPPORT, number)
    assert (row["family_id"], row["round_id"], row["institution_id"]) == (
        *(family, round_id),
        institution,
    )
    assert (row["area"], row["given_on"], row["origin"]) == ("culture", JANUARY, "entered")
    assert {row["id"] for row in every(connection, FAMILY)} == {family, decoy}


def test_a_new_family_gets_the_next_number_and_goes_with_what_it_was_given(
    connection: Connection,
) -> None:
    a_round(connection)
    known = a_family(connection)
    number = support.add(connection, COORDINATOR, "IV", {"size": 4, "children": 2})
    family = row_of(connection, SUPPORT, number)["family_id"]
    row = row_of(connection, FAMILY, family)
    assert (row["size"], row["children"], row["origin"]) == (4, 2, "entered")
    assert row["code"].startswith("G-")
    support.remove(connection, COORDINATOR, number, 1)
    assert [row["id"] for row in every(connection, FAMILY)] == [known]
    again = support.add(connection, COORDINATOR, "IV", {})
    code = row_of(connection, FAMILY, row_of(connection, SUPPORT, again)["family_id"])["code"]
    assert code != row["code"]
    found = upkeep.removed(connection, COORDINATOR, "family_support", ("round_id", "IV"))
    assert set(found["subject_id"]) == {number}


def test_a_family_with_a_case_or_more_support_stays(connection: Connection) -> None:
    post = a_post(connection, a_round(connection))
    first = support.add(connection, COORDINATOR, "IV", {})
    family = row_of(connection, FAMILY, row_of(connection, SUPPORT, first)["family_id"])
    second = support.add(connection, COORDINATOR, "IV", {"family": family["code"]})
    support.remove(connection, COORDINATOR, first, 1)
    a_case(connection, family["id"], post)
    support.remove(connection, COORDINATOR, second, 1)
    assert [row["id"] for row in every(connection, FAMILY)] == [family["id"]]


def test_what_does_not_fit_is_refused(connection: Connection) -> None:
    a_round(connection)
    number = support.add(connection, COORDINATOR, "IV", {})
    for values, refusal in (
        ({"family": "G-9999"}, FamilyUnknown),
        ({"institution": "nobody"}, InstitutionUnknown),
        ({"size": 0}, SizeUnusable),
        ({"size": 2, "children": 3}, SizeUnusable),
    ):
        with pytest.raises(refusal):
            support.add(connection, COORDINATOR, "IV", values)
    with pytest.raises(InstitutionUnknown):
        support.change(connection, COORDINATOR, number, 1, {"institution": "nobody"})
    with pytest.raises(RoundUnknown):
        support.add(connection, COORDINATOR, "V", {})
    assert len(every(connection, SUPPORT)) == len(every(connection, FAMILY)) == 1


def test_a_correction_is_told_and_the_second_editor_too(connection: Connection) -> None:
    a_round(connection)
    number = support.add(connection, COORDINATOR, "IV", {"area": "culture"})
    support.change(connection, COORDINATOR, number, 1, {"area": None, "given_on": JANUARY})
    row = row_of(connection, SUPPORT, number)
    assert (row["area"], row["given_on"]) == ("not_stated", JANUARY)
    attempts: tuple[Callable[[], object], ...] = (
        lambda: support.change(connection, COORDINATOR, number, 1, {"area": "youth"}),
        lambda: support.remove(connection, COORDINATOR, number, 1),
    )
    for attempt in attempts:
        with pytest.raises(upkeep.ChangedMeanwhile):
            attempt()
    found = upkeep.history(connection, COORDINATOR, "family_support", number)
    lines = records(found, "column_name", "old_value", "new_value")
    assert ("area", "culture", "not_stated") in lines


def test_what_did_not_come_by_hand_is_not_removed(connection: Connection) -> None:
    number = given(connection, a_family(connection), a_round(connection), origin="sample")
    with pytest.raises(upkeep.NotByHand):
        support.remove(connection, COORDINATOR, number, 1)
    with pytest.raises(upkeep.RowUnknown):
        support.remove(connection, COORDINATOR, number + 1, 1)


def test_a_closed_round_keeps_its_support(connection: Connection) -> None:
    closed = a_round(connection, "IV")
    a_round(connection, "V")
    number = support.add(connection, COORDINATOR, "IV", {})
    close(connection, closed)
    attempts: tuple[Callable[[], object], ...] = (
        lambda: support.add(connection, COORDINATOR, "IV", {}),
        lambda: support.change(connection, COORDINATOR, number, 1, {"area": "youth"}),
        lambda: support.remove(connection, COORDINATOR, number, 1),
    )
    for attempt in attempts:
        with pytest.raises(RoundClosed):
            attempt()
    support.add(connection, COORDINATOR, "V", {})


def test_the_size_of_a_family_is_corrected_and_told(connection: Connection) -> None:
    round_id = a_round(connection)
    family, decoy = (a_family(connection, size=3) for _ in range(2))
    for each in (family, decoy):
        given(connection, each, round_id)
    correct_family(connection, COORDINATOR, family, 1, {"size": 6})
    correct_family(connection, COORDINATOR, family, 2, {"children": 6})
    row = row_of(connection, FAMILY, family)
    assert (row["size"], row["children"], row["revision"]) == (6, 6, 3)
    for sizes in ({"size": 5}, {"children": 7}, {"size": 0, "children": None}, {"children": -1}):
        with pytest.raises(SizeUnusable):
            correct_family(connection, COORDINATOR, family, 3, sizes)
    correct_family(connection, COORDINATOR, family, 3, {"size": None, "children": None})
    with pytest.raises(upkeep.ChangedMeanwhile):
        correct_family(connection, COORDINATOR, family, 3, {"size": 6})
    assert row_of(connection, FAMILY, decoy)["size"] == 3
    found = upkeep.history(connection, COORDINATOR, "family", family)
    assert ("size", "3", "6") in records(found, "column_name", "old_value", "new_value")


def test_a_family_is_corrected_by_whoever_keeps_one_of_its_records(connection: Connection) -> None:
    round_id = a_round(connection)
    here, there, elsewhere = (a_municipality(connection) for _ in range(3))
    family, supported = a_family(connection), a_family(connection)
    for town in (here, there):
        a_case(connection, family, a_post(connection, round_id, **at(town)))
    a_post(connection, round_id, **at(elsewhere))
    given(connection, supported, round_id)
    for revision, town in enumerate((here, there), 1):
        correct_family(connection, of_town(town), family, revision, {"size": revision})
    with pytest.raises(AccessRefused):
        correct_family(connection, of_town(elsewhere), family, 3, {"size": 9})
    with pytest.raises(AccessRefused):
        correct_family(connection, of_town(here), supported, 1, {"size": 9})
    of_round = Reader("test:round", frozenset({Grant(Role.COORDINATOR, round=round_id)}))
    correct_family(connection, of_round, supported, 1, {"size": 2})
    assert row_of(connection, FAMILY, family)["size"] == 2


def of_town(town: int) -> Reader:
    return Reader(
        "test:town", frozenset({Grant(Role.COORDINATOR, municipalities=frozenset({town}))})
    )


def test_a_family_of_a_closed_round_keeps_its_size(connection: Connection) -> None:
    four, five = a_round(connection, "IV"), a_round(connection, "V")
    family, decoy = a_family(connection), a_family(connection)
    a_case(connection, family, a_post(connection, four))
    for each in (family, decoy):
        a_case(connection, each, a_post(connection, five))
    close(connection, four)
    with pytest.raises(RoundClosed):
        correct_family(connection, COORDINATOR, family, 1, {"size": 4})
    correct_family(connection, COORDINATOR, decoy, 1, {"size": 4})
