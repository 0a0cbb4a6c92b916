"""What may lie in one of several municipalities, and what is on no list, by name."""

import datetime as dt

import pytest
from sqlalchemy import Connection, select

from data_access import schema
from data_access.coverage import CANDIDATES, UNLISTED, candidates, places, unlisted
from data_access.filters import Filters
from data_access.rules import Look, Stands
from tests.data_access.answers import records
from tests.data_access.people import (
    a_case,
    a_family,
    a_person,
    a_post,
    a_round,
    add,
    an_activity,
    at,
    attends,
)
from tests.data_access.readers import READER

EARLY, LATE = dt.date(2010, 5, 1), dt.date(2019, 9, 1)
AGLONA, INCUKALNS, ROJA, RIGA, KANDAVA = "LV-001", "LV-037", "LV-079", "LV-RIX", "LV-043"
IN_TWO = "Krāslavas novads; Preiļu novads"


@pytest.fixture
def numbers(known: Connection) -> dict[str, int]:
    """The municipalities of 2009 by their codes."""
    municipality, division = schema.municipality, schema.division
    found = known.execute(
        select(municipality.c.iso, municipality.c.id)
        .join(division)
        .where(division.c.code == "2009")
    )
    return dict(found.all())


def round_iv(connection: Connection) -> int:
    found = connection.scalars(select(schema.round.c.id).where(schema.round.c.code == "IV"))
    return int(found.one())


def among(connection: Connection, look: Look) -> dict[str, str]:
    answer = candidates(connection, READER, Filters(round="IV", look=look))
    return dict(records(answer, "place", "among"))


def test_each_kind_of_record_has_its_candidates(known: Connection, numbers: dict[str, int]) -> None:
    meeting = an_activity(known, round_iv(known), LATE, **at(numbers[INCUKALNS]))
    attends(known, a_person(known), meeting, municipality=numbers[AGLONA])
    attends(known, a_person(known), meeting, municipality=numbers[RIGA])
    a_post(known, round_iv(known), LATE, **at(numbers[AGLONA]))
    found = among(known, Look.TODAY)
    assert list(found) == [f"either:2009:{AGLONA}", f"either:2009:{INCUKALNS}"]
    assert found[f"either:2009:{AGLONA}"] == IN_TWO
    answer = places(known, READER, Filters(round="IV", look=Look.TODAY))
    assert set(answer.loc[answer["place_kind"] == Stands.EITHER, "place"]) == set(found)
    assert among(known, Look.WAS) == {}


@pytest.mark.parametrize("kind", ["attendance", "activity", "further", "post", "recommendation"])
def test_one_record_alone_is_enough(known: Connection, numbers: dict[str, int], kind: str) -> None:
    where = at(numbers[AGLONA])
    if kind == "attendance":
        attends(known, a_person(known), an_activity(known, round_iv(known)), **where)
    elif kind == "activity":
        an_activity(known, round_iv(known), LATE, **where)
    elif kind == "further":
        further = {"activity_id": an_activity(known, round_iv(known)), "position": 1}
        add(known, schema.activity_further_place, **further, **where)
    elif kind == "post":
        a_post(known, round_iv(known), **where)
    else:
        entry = {"reference": "T-1", "kind": "recommendation"}
        add(known, schema.recommendation, round_id=round_iv(known), **entry, **where)
    assert among(known, Look.TODAY) == {f"either:2009:{AGLONA}": IN_TWO}


def test_a_case_is_told_though_its_post_was_over(
    known: Connection, numbers: dict[str, int]
) -> None:
    """A family counts where the mediator served, be it before the days that are asked for."""
    family, later = a_family(known), LATE + dt.timedelta(days=1)
    for round_ in (round_iv(known), a_round(known, "I")):
        post = a_post(known, round_, LATE, LATE, **at(numbers[AGLONA]))
        a_case(known, family, post, LATE)
        a_case(known, family, post, LATE)
    found = candidates(known, READER, Filters(look=Look.TODAY, start=later))
    assert records(found, "place", "among") == [(f"either:2009:{AGLONA}", IN_TWO)]
    reported = Filters(look=Look.REPORTED, start=later)
    answer = unlisted(known, READER, reported)
    assert records(answer, "place", "posts", "families") == [(f"2009:{AGLONA}", 0, 1)]
    counted = places(known, READER, reported).query("place == 'unlisted'")
    assert records(counted, "posts", "families") == [(None, 1)]


def test_a_stated_parish_settles_it(known: Connection, numbers: dict[str, int]) -> None:
    units = schema.unit_membership.c
    unit = known.scalars(
        select(units.territorial_unit_id).where(units.municipality_id == numbers[AGLONA])
    ).first()
    meeting = an_activity(known, round_iv(known), LATE)
    person = a_person(known)
    attends(known, person, meeting, municipality=numbers[AGLONA], territorial_unit_id=unit)
    assert among(known, Look.TODAY) == {}


def test_before_a_part_left_it_lies_in_one_of_both(
    known: Connection, numbers: dict[str, int]
) -> None:
    for day in (EARLY, LATE):
        meeting = an_activity(known, round_iv(known), day)
        attends(known, a_person(known), meeting, municipality=numbers[ROJA])
    assert among(known, Look.WAS) == {f"either:2009:{ROJA}": "Mērsraga novads; Rojas novads"}
    assert among(known, Look.TODAY) == {}


def test_what_is_on_no_list_is_named_with_its_numbers(
    known: Connection, numbers: dict[str, int]
) -> None:
    listed = an_activity(known, round_iv(known), LATE, code="listed", **at(numbers[KANDAVA]))
    off = an_activity(known, round_iv(known), LATE, code="off", **at(numbers[INCUKALNS]))
    for activity in (listed, off):
        for iso in (AGLONA, RIGA):
            attends(known, a_person(known), activity, municipality=numbers[iso])
    attends(known, a_person(known), off, status="registered", municipality=numbers[ROJA])
    a_post(known, round_iv(known), LATE, **at(numbers[AGLONA]))
    iv = Filters(round="IV", look=Look.REPORTED)
    answer = unlisted(known, READER, iv)
    counts = ("attendances", "activities", "posts", "entries")
    assert records(answer, "place", *counts) == [
        (f"2009:{AGLONA}", 2, 0, 1, 0),
        (f"2009:{INCUKALNS}", 0, 1, 0, 0),
    ]
    (row,) = records(
        places(known, READER, iv).query("place == 'unlisted'"), "attendances", "activities", "posts"
    )
    assert row == (2, 1, 1)
    assert unlisted(known, READER, Filters(round="III")).empty


def test_who_was_merged_is_on_no_list_once_at_most(
    known: Connection, numbers: dict[str, int]
) -> None:
    """Of two rows of one person at one activity the one that the list has, or beside it, counts."""
    meeting = an_activity(known, round_iv(known), LATE, **at(numbers[KANDAVA]))
    for other in (at(numbers[KANDAVA]), {"place_kind": "online"}):
        kept = a_person(known)
        attends(known, kept, meeting, municipality=numbers[AGLONA])
        row = {"person_id": a_person(known, merged_into=kept), "activity_id": meeting}
        stated = {"capacity": "not_stated", "status": "attended"}
        add(known, schema.attendance, **row, **stated, **other)
    reported = Filters(round="IV", look=Look.REPORTED)
    off = places(known, READER, reported).query("place == 'unlisted'")
    assert records(off, "attendances", "last_activity_quality") == [(0, "not_stated")]
    assert unlisted(known, READER, reported).empty


def test_columns_are_as_promised(connection: Connection) -> None:
    for question, columns in ((candidates, CANDIDATES), (unlisted, UNLISTED)):
        answer = question(connection, READER, Filters())
        assert answer.empty
        assert {name: str(kind) for name, kind in answer.dtypes.items()} == columns
