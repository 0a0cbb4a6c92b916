"""Municipalities: their names and kin, their parishes and towns, and what has reached each."""

import datetime as dt
from dataclasses import replace

import pandas as pd
import pytest
from sqlalchemy import Connection, insert

from data_access import municipalities, schema
from data_access.filters import Filters
from data_access.rules import Look
from data_access.territory import carrying
from tests.data_access.answers import records
from tests.data_access.land import a_division, a_town, two_divisions
from tests.data_access.people import a_person, a_post, a_round, add, an_activity, at, attends
from tests.data_access.readers import READER

IV = Filters(round="IV")
MAY = dt.date(2020, 5, 1)


def of(place: str) -> Filters:
    return Filters(place=place)


def reached(connection: Connection, filters: Filters = IV) -> dict[str, dict[str, object]]:
    answer = municipalities.reached(connection, READER, filters)
    return {str(row["place"]): dict(row) for row in answer.to_dict("records")}  # type: ignore[arg-type]


def numbers(row: dict[str, object], *columns: str) -> tuple[object, ...]:
    return tuple(None if pd.isna(row[name]) else row[name] for name in columns)  # type: ignore[call-overload]


def test_every_municipality_of_every_division_is_known_with_its_days(known: Connection) -> None:
    answer = municipalities.known(known, READER, Filters())
    assert answer.groupby("division").size().to_dict() == {"2009": 119, "2021": 43, "2025": 42}
    assert set(answer.loc[answer["is_today"], "division"]) == {"2025"}
    (young,) = records(answer[answer["iso"] == "LV-063"], "name", "valid_from", "valid_to")
    assert young == ("Mērsraga novads", pd.Timestamp(2011, 1, 3), pd.Timestamp(2021, 6, 30))


def test_names_stand_in_latvian_order(connection: Connection) -> None:
    division = a_division(connection, "2009")
    for number, name in enumerate(["Ķekava", "Ādaži", "Kuldīga", "Čiekuri", "Aizpute", "Ģibuļi"]):
        a_town(connection, division, f"LV-{number}", name)
    order = ["Ādaži", "Aizpute", "Čiekuri", "Ģibuļi", "Kuldīga", "Ķekava"]
    assert list(municipalities.known(connection, READER, Filters())["name"]) == order
    assert list(municipalities.reached(connection, READER, Filters())["name"]) == order


def test_other_names_are_those_of_the_place_alone(known: Connection) -> None:
    answer = municipalities.aliases(known, READER, of("2009:LV-DGV"))
    assert list(answer["name"]) == ["Daugavpils pilsēta"]
    assert municipalities.aliases(known, READER, of("2009:LV-XXX")).empty


def test_kin_stand_on_both_sides_with_their_share(known: Connection) -> None:
    columns = ("predecessor_name", "successor_name", "share_of_area")
    split = municipalities.successions(known, READER, of("2009:LV-001"))
    assert records(split, *columns) == [
        ("Aglonas novads", "Krāslavas novads", 0.6643),
        ("Aglonas novads", "Preiļu novads", 0.3357),
    ]
    whole = municipalities.successions(known, READER, of("2021:LV-099"))
    assert [row[0] for row in records(whole, "predecessor_name", "predecessor_division")] == [
        *("Engures novads", "Jaunpils novads", "Kandavas novads", "Tukuma novads"),
        "Tukuma novads",
    ]
    assert len(municipalities.successions(known, READER, Filters())) == 165


def test_parishes_and_towns_tell_where_each_went(known: Connection) -> None:
    answer = municipalities.units(known, READER, of("2009:LV-001"))
    today = answer[answer["division"] == "2025"]
    assert records(today, "name", "there_name") == [
        ("Aglonas pag.", "Preiļu novads"),
        ("Grāveru pag.", "Krāslavas novads"),
        ("Kastuļinas pag.", "Krāslavas novads"),
        ("Šķeltovas pag.", "Krāslavas novads"),
    ]
    assert set(answer["division"]) == {"2009", "2021", "2025"}


@pytest.fixture
def towns(connection: Connection) -> dict[str, int]:
    """Round IV, two towns of 2009, one of 2021 with the land of both; and one divided."""
    old, new = two_divisions(connection)
    found = {
        "round": a_round(connection, "IV"),
        "VLK": a_town(connection, old, "LV-VLK", "Valka"),
        "CES": a_town(connection, old, "LV-CES", "Cēsis"),
        "AGL": a_town(connection, old, "LV-AGL", "Aglona"),
        "new VLK": a_town(connection, new, "LV-VLK", "Valka"),
        "new CES": a_town(connection, new, "LV-CES", "Cēsis"),
    }
    land = {"a": ("VLK", "new VLK"), "b": ("CES", "new CES")}
    land |= {"c": ("AGL", "new VLK"), "d": ("AGL", "new CES")}
    for code, those in land.items():
        unit = add(connection, schema.territorial_unit, code=code, name=code, name_folded=code)
        for town in those:
            values = {"territorial_unit_id": unit, "municipality_id": found[town]}
            connection.execute(insert(schema.unit_membership).values(values))
    carrying.renew(connection)
    return found


def test_what_was_held_served_and_attended_counts_where_it_was(
    connection: Connection, towns: dict[str, int]
) -> None:
    here, there = at(towns["VLK"]), at(towns["CES"])
    first = an_activity(connection, towns["round"], MAY, **here)
    both = an_activity(connection, towns["round"], dt.date(2020, 6, 1), **there)
    an_activity(connection, a_round(connection, "V"), dt.date(2020, 8, 1), **here)
    for place in (here, there):
        add(
            connection,
            schema.activity_further_place,
            activity_id=both,
            position=1 + (place is there),
            **place,
        )
    attends(connection, a_person(connection), first, municipality=towns["VLK"])
    attends(connection, a_person(connection), first, status="registered", municipality=towns["CES"])
    a_post(connection, towns["round"], **there)
    found = reached(connection)
    columns = ("activities", "further", "attendances", "posts", "last_starts_on")
    june = pd.Timestamp(2020, 6, 1)
    assert numbers(found["2009:LV-VLK"], *columns) == (1, 1, 1, 0, june)
    assert numbers(found["2009:LV-CES"], *columns) == (1, 0, 0, 1, june)
    assert numbers(found["2021:LV-VLK"], *columns) == (0, 0, 0, 0, None)
    assert numbers(reached(connection, Filters())["2009:LV-VLK"], "activities") == (2,)
    late = reached(connection, replace(IV, start=dt.date(2020, 5, 2)))
    assert numbers(late["2009:LV-VLK"], "activities", "further") == (0, 1)


def test_without_a_row_of_a_kind_its_numbers_are_missing_and_not_zero(
    connection: Connection, towns: dict[str, int]
) -> None:
    an_activity(connection, towns["round"], **at(towns["VLK"]))
    row = reached(connection)["2009:LV-CES"]
    assert numbers(row, "activities", "attendances", "posts", "recommendations") == (
        0, None, None, None,
    )  # fmt: skip
    here = reached(connection)["2009:LV-VLK"]
    assert numbers(here, "activities", "last_starts_on") == (1, None)


def test_entries_count_at_the_place_they_are_about_whatever_the_days(
    connection: Connection, towns: dict[str, int]
) -> None:
    for reference, place in (("IV-1", at(towns["VLK"])), ("IV-2", at(None))):
        add(
            connection, schema.recommendation, reference=reference, round_id=towns["round"],
            **place,
        )  # fmt: skip
    found = reached(connection, replace(IV, start=dt.date(2020, 1, 1)))
    assert numbers(found["2009:LV-VLK"], "recommendations") == (1,)
    assert numbers(found["2009:LV-CES"], "recommendations") == (0,)


def test_on_todays_map_records_are_carried_and_a_divided_town_is_beside_it(
    connection: Connection, towns: dict[str, int]
) -> None:
    an_activity(connection, towns["round"], MAY, **at(towns["VLK"]))
    an_activity(connection, towns["round"], MAY, **at(towns["AGL"]))
    found = reached(connection, replace(IV, look=Look.TODAY))
    assert numbers(found["2021:LV-VLK"], "activities") == (1,)
    assert numbers(found["2009:LV-VLK"], "activities") == (0,)
    assert numbers(found["either:2009:LV-AGL"], "name", "activities") == ("Aglona", 1)
    assert "either:2009:LV-AGL" not in reached(connection)


def test_as_reported_what_is_on_no_list_stands_beside(
    connection: Connection, towns: dict[str, int]
) -> None:
    for town in ("VLK", "CES"):
        an_activity(connection, towns["round"], MAY, **at(towns[town]))
    listed = {"round_id": towns["round"], "role": "represented", "municipality_id": towns["VLK"]}
    add(connection, schema.reported_place, **listed)
    found = reached(connection, replace(IV, look=Look.REPORTED))
    columns = ("activities", "is_reported")
    assert numbers(found["2009:LV-VLK"], *columns) == (1, True)
    assert numbers(found["2009:LV-CES"], *columns) == (0, False)
    assert numbers(found["unlisted"], "activities") == (1,)
