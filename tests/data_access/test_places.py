"""Places as records name them: of the day asked for, exact names, no guessing."""

import datetime as dt

import pytest
from sqlalchemy import Connection

from data_access import places, schema
from data_access.filters import Filters
from data_access.places import PlaceUnknown, columns_of, entered, municipalities
from data_access.rules import fold
from tests.data_access.people import a_round, add, an_activity, span
from tests.data_access.readers import READER

OLD, NEW = "2009", "2021"
TURN = dt.date(2021, 7, 1)


@pytest.fixture
def divided(connection: Connection) -> Connection:
    """Two divisions in turn; Valka in both, one municipality late and one early in the first."""
    first = dt.date(2009, 7, 1)
    old = a_division(connection, OLD, first, dt.date(2021, 6, 30))
    new = a_division(connection, NEW, TURN, None)
    for division, start in ((old, first), (new, TURN)):
        a_place(connection, division, "VLK", "Valka", start)
    a_place(connection, old, "LATE", "Mērsraga novads", dt.date(2011, 1, 3))
    a_place(connection, old, "GONE", "Zudušais novads", first, dt.date(2010, 12, 31))
    return connection


def a_division(connection: Connection, code: str, start: dt.date, end: dt.date | None) -> int:
    return add(connection, schema.division, code=code, valid_from=start, valid_to=end)


def a_place(connection: Connection, division: int, iso: str, name: str, *days: dt.date) -> int:
    """A municipality from its first day on, to its last one if there is one."""
    named = {"iso": iso, "name": name, "name_folded": fold(name)}
    start, end = (*days, None)[:2]
    spans = {"valid_from": start, "valid_to": end, "is_city": True}
    return add(connection, schema.municipality, division_id=division, **named, **spans)


def in_round(connection: Connection, day: dt.date) -> Filters:
    """A round that began on the day, with no activity."""
    planned = {f"planned_{name}": value for name, value in span(day).items()}
    a_round(connection, "IV", **planned)
    return Filters(round="IV")


def found(connection: Connection, filters: Filters) -> list[str]:
    return sorted(municipalities(connection, READER, filters)["place"])


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (dt.date(2010, 12, 31), ["2009:GONE", "2009:VLK"]),
        (dt.date(2011, 1, 2), ["2009:VLK"]),
        (dt.date(2011, 1, 3), ["2009:LATE", "2009:VLK"]),
        (dt.date(2021, 6, 30), ["2009:LATE", "2009:VLK"]),
        (TURN, ["2021:VLK"]),
    ],
)
def test_municipalities_are_those_of_the_rounds_first_day(
    divided: Connection, day: dt.date, expected: list[str]
) -> None:
    assert found(divided, in_round(divided, day)) == expected


def test_the_day_of_an_activity_goes_before_that_of_its_round(divided: Connection) -> None:
    planned = {f"planned_{name}": value for name, value in span(dt.date(2020, 1, 1)).items()}
    round_id = a_round(divided, "IV", **planned)
    an_activity(divided, round_id, TURN, code="late")
    an_activity(divided, round_id, code="undated")
    assert found(divided, Filters(activity="late")) == ["2021:VLK"]
    assert found(divided, Filters(activity="undated")) == ["2009:LATE", "2009:VLK"]


def test_what_a_round_really_began_on_goes_before_its_plan(divided: Connection) -> None:
    spans = [(("planned", dt.date(2010, 1, 1))), ("actual", TURN)]
    values = {f"{kind}_{name}": v for kind, day in spans for name, v in span(day).items()}
    a_round(divided, "IV", **values)
    assert found(divided, Filters(round="IV")) == ["2021:VLK"]


def test_without_any_date_it_is_today(divided: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    a_round(divided, "IV")
    monkeypatch.setattr(places, "today", lambda: dt.date(2012, 1, 1))
    for filters in (Filters(), Filters(round="IV"), Filters(activity="none")):
        assert found(divided, filters) == ["2009:LATE", "2009:VLK"]


def test_a_code_names_a_municipality_of_its_division_or_a_kind(divided: Connection) -> None:
    old, new = (columns_of(divided, READER, f"{code}:VLK") for code in (OLD, NEW))
    assert old["place_kind"] == new["place_kind"] == "municipality"
    assert old["municipality_id"] != new["municipality_id"]
    kind = {"place_kind": "national_body", "municipality_id": None}
    assert columns_of(divided, READER, "national_body") == kind


@pytest.mark.parametrize(
    "text", ["2021:LATE", "1999:VLK", "municipality", "Valka", "", ":", "2009:"]
)
def test_any_other_text_is_refused(divided: Connection, text: str) -> None:
    with pytest.raises(PlaceUnknown):
        columns_of(divided, READER, text)


def test_the_day_of_places_is_told(divided: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    round_id = a_round(divided, "IV", **{f"planned_{n}": v for n, v in span(TURN).items()})
    an_activity(divided, round_id, dt.date(2020, 1, 1), code="early")
    a_round(divided, "V")
    monkeypatch.setattr(places, "today", lambda: dt.date(2012, 1, 1))
    for filters, expected in (
        (Filters(activity="early"), dt.date(2020, 1, 1)),
        (Filters(round="IV"), TURN),
        (Filters(round="V"), dt.date(2012, 1, 1)),
    ):
        assert places.day_of(divided, READER, filters) == expected


def test_a_part_of_a_municipality_stays_while_the_municipality_does(divided: Connection) -> None:
    town = columns_of(divided, READER, f"{OLD}:VLK")
    stood = town | {"territorial_unit_id": 7}
    assert entered(divided, READER, {}, stood) == {}
    assert entered(divided, READER, {"place": f"{OLD}:VLK"}, stood) == town
    moved = entered(divided, READER, {"place": f"{NEW}:VLK"}, stood)
    assert moved == columns_of(divided, READER, f"{NEW}:VLK") | {"territorial_unit_id": None}
    nowhere = {"place_kind": "not_stated", "municipality_id": None, "territorial_unit_id": None}
    assert entered(divided, READER, {"place": None}, stood) == nowhere
