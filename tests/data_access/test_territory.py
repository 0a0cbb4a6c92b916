"""Which division was in force when, and where its outlines are."""

import datetime as dt
import json

import pytest
from sqlalchemy import Connection

from data_access import schema
from data_access.filters import Filters
from data_access.territory import (
    DIVISIONS,
    AddedMap,
    NoOutlines,
    added_maps,
    division_of,
    divisions,
    outlines,
)
from tests.data_access.answers import records
from tests.data_access.land import TURN, a_division, two_divisions
from tests.data_access.people import a_round, add, span
from tests.data_access.readers import READER

LATE = dt.date(2022, 1, 1)


def found(connection: Connection, filters: Filters) -> dict[str, bool]:
    """The divisions, and whether each is the one in force as the period ends."""
    return dict(records(division_of(connection, READER, filters), "division", "is_latest"))


def days(kind: str, first: dt.date | None, last: dt.date | None) -> dict[str, object]:
    return {f"{kind}_{name}": value for name, value in span(first, last).items()}


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(round="IV"), {"2009": True}),
        (Filters(round="V"), {"2009": False, "2021": True}),
        (Filters(round="VII"), {"2021": True}),
        (Filters(), {"2009": False, "2021": True}),
        (Filters(round="V", end=dt.date(2021, 6, 30)), {"2009": True}),
        (Filters(round="V", start=dt.date(2021, 7, 1)), {"2021": True}),
        (Filters(start=dt.date(2025, 7, 1), end=dt.date(2025, 7, 2)), {"2025": True}),
    ],
)
def test_divisions_are_those_of_the_period(
    known: Connection, filters: Filters, expected: dict[str, bool]
) -> None:
    assert found(known, filters) == expected


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(round="IV", start=LATE), "2021"),
        (Filters(round="VII", end=dt.date(2010, 1, 1)), "2009"),
    ],
)
def test_a_day_beyond_the_round_is_asked_for_by_itself(
    known: Connection, filters: Filters, expected: str
) -> None:
    assert found(known, filters) == {expected: True}


def test_what_really_was_goes_before_the_plan(connection: Connection) -> None:
    two_divisions(connection)
    planned = days("planned", dt.date(2019, 1, 1), dt.date(2019, 12, 31))
    a_round(connection, "V", **planned, **days("actual", LATE, None))
    a_round(connection, "IV", **planned)
    assert found(connection, Filters(round="IV")) == {"2009": True}
    assert found(connection, Filters(round="V")) == {"2021": True}


def test_a_side_that_nobody_states_bounds_nothing(connection: Connection) -> None:
    two_divisions(connection)
    a_round(connection, "IV")
    assert found(connection, Filters(round="IV")) == {"2009": False, "2021": True}
    assert found(connection, Filters(round="IV", end=dt.date(2021, 6, 30))) == {"2009": True}


def test_an_empty_database_has_the_promised_columns(connection: Connection) -> None:
    answer = division_of(connection, READER, Filters())
    assert answer.empty
    assert {name: str(kind) for name, kind in answer.dtypes.items()} == DIVISIONS


@pytest.mark.parametrize(("division", "number"), [("2009", 119), ("2021", 43), ("2025", 42)])
def test_every_municipality_of_the_facts_has_an_outline(
    known: Connection, division: str, number: int
) -> None:
    shapes = outlines(division)["objects"]["municipalities"]["geometries"]
    drawn = {shape["properties"]["iso"] for shape in shapes}
    kept = known.scalars(
        schema.municipality.select()
        .join(schema.division)
        .with_only_columns(schema.municipality.c.iso)
        .where(schema.division.c.code == division)
    )
    assert len(drawn) == number
    assert drawn == set(kept)


@pytest.mark.parametrize("division", ["2010", "", "*", "../geometry/lv_2009", "2009.topo"])
def test_a_division_without_a_map_is_refused(division: str) -> None:
    with pytest.raises(NoOutlines):
        outlines(division)


def test_a_map_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    first = outlines("2021")
    monkeypatch.setattr(divisions, "GEOMETRY", divisions.GEOMETRY / "gone")
    assert outlines("2021") is first


def test_a_map_that_was_added_goes_before_the_one_at_hand(connection: Connection) -> None:
    number = a_division(connection, "2021", TURN)
    a_division(connection, "2009")
    assert added_maps(connection, READER, Filters()) == {}
    said = {"attribution_lv": "Robežas", "attribution_en": "Boundaries"}
    drawn = {"type": "Topology", "objects": {}}
    text = json.dumps(drawn)
    add(connection, schema.division_outline, division_id=number, topology=text, **said)
    found = added_maps(connection, READER, Filters())
    assert found == {"2021": AddedMap(text, **said)}
    assert outlines("2021", found["2021"]) == drawn
    assert outlines("2021", found["2021"]) is outlines("2021", AddedMap(text, **said))
    assert len(outlines("2021")["objects"]["municipalities"]["geometries"]) == 43


def test_a_division_to_come_is_not_in_force_before(connection: Connection) -> None:
    a_division(connection, "2009")
    a_division(connection, "2099", dt.date(2099, 1, 1))
    a_round(connection, "IV", **days("planned", LATE, LATE))
    assert found(connection, Filters(round="IV")) == {"2009": True}
