"""A municipality is granted through all divisions: with what it swallowed, never with more land."""

from collections import defaultdict

import pytest
from sqlalchemy import Connection, select

from data_access import schema
from data_access.accounts import known_places
from tests.data_access.accounts.grants import place_number

TUKUMS = {"2009:LV-029", "2009:LV-040", "2009:LV-043", "2009:LV-099", "2021:LV-099", "2025:LV-099"}
RIGA = {"2009:LV-RIX", "2021:LV-RIX", "2025:LV-RIX"}


def place_names(connection: Connection) -> dict[int, str]:
    municipality, division = schema.municipality, schema.division
    statement = select(
        municipality.c.id, (division.c.code + ":" + municipality.c.iso).label("place")
    )
    rows = connection.execute(statement.join_from(municipality, division))
    return {row.id: row.place for row in rows}


@pytest.mark.parametrize(
    ("granted", "reached"),
    [
        ("2025:LV-099", TUKUMS),
        ("2021:LV-099", TUKUMS),
        ("2009:LV-099", {"2009:LV-099"}),
        ("2009:LV-043", {"2009:LV-043"}),
        *((place, RIGA) for place in sorted(RIGA)),
        # Aglona was split between Krāslava and Preiļi, so it went to neither.
        ("2009:LV-001", {"2009:LV-001"}),
        # Mērsrags left Roja in 2011, and each is itself.
        ("2009:LV-079", {"2009:LV-079"}),
        ("2009:LV-063", {"2009:LV-063"}),
    ],
)
def test_a_municipality_is_reached_with_what_went_into_it_whole(
    known: Connection, granted: str, reached: set[str]
) -> None:
    names = place_names(known)
    assert {names[n] for n in known_places(known, place_number(known, granted))} == reached


def test_a_municipality_that_was_split_is_reached_through_neither_part(known: Connection) -> None:
    aglona = place_number(known, "2009:LV-001")
    for part in ("2021:LV-047", "2021:LV-073", "2025:LV-047", "2025:LV-073"):
        assert aglona not in known_places(known, place_number(known, part))


def test_every_municipality_is_reached_as_the_successions_say(known: Connection) -> None:
    expected = followed(known)
    assert len(expected) == 204
    assert {place: known_places(known, place) for place in expected} == expected


def followed(connection: Connection) -> dict[int, frozenset[int]]:
    """Each municipality with the ones reached from it step by step, in plain Python."""
    change = schema.succession.c
    rows = connection.execute(select(change.predecessor_id, change.successor_id)).all()
    whole = select(change.predecessor_id, change.successor_id).where(change.share_of_area == 1)
    went_into = defaultdict(set)
    for before, after in rows:
        went_into[after].add(before)
    steps = defaultdict(set)
    for before, after in connection.execute(whole):
        steps[after].add(before)
        if went_into[after] == {before}:
            steps[before].add(after)
    places = connection.scalars(select(schema.municipality.c.id)).all()
    return {place: _from(place, steps) for place in places}


def _from(place: int, steps: dict[int, set[int]]) -> frozenset[int]:
    reached, ahead = {place}, [place]
    while ahead:
        new = steps.get(ahead.pop(), set()) - reached
        reached |= new
        ahead.extend(new)
    return frozenset(reached)
