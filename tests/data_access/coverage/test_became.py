"""What the places of a round are on today's map: the deck's own sentence, and made-up land."""

import csv
import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from data_access import schema
from data_access.access import AccessRefused
from data_access.coverage import BECAME, became
from data_access.filters import Filters
from data_access.gazetteer import Found, Gazetteer
from data_access.territory import shared_land
from tests.data_access.answers import plain, records
from tests.data_access.land import a_town, two_divisions
from tests.data_access.people import a_person, a_round, an_activity, attends
from tests.data_access.readers import READER, STRANGER

SENTENCE = (
    "Pārstāvji no 19 Latvijas pilsētām un novadiem: no Daugavpils pilsētas, Dobeles novada, "
    "Jelgavas pilsētas, Jūrmalas pilsētas, Kandavas novada, Krāslavas novada, Kuldīgas novada, "
    "Limbažu novada, Madonas novada, Preiļu novada, Rēzeknes novada, Rīgas pilsētas, "
    "Rūjienas novada, Talsu novada, Tukuma novada, Valmieras pilsētas, Valkas novada, "
    "Ventspils pilsētas un Viļakas novada."
)
"""From the slide "Projekta rezultāti" of the deck."""

SHOWN_ON = dt.date(2020, 7, 22)
LISTED = Path(__file__).parents[3] / "seed" / "facts" / "reported_place.csv"


def named() -> list[str]:
    """The places of the sentence, as it writes them."""
    _, _, places = SENTENCE.rstrip(".").partition(": no ")
    return places.replace(" un ", ", ").split(", ")


def resolved(connection: Connection) -> set[str]:
    """The places of the sentence as municipalities of the day on which the deck was shown."""
    gazetteer = Gazetteer.of(connection, READER)
    answers = [gazetteer.look_up(name, SHOWN_ON) for name in named()]
    return {answer.municipality.place for answer in answers if isinstance(answer, Found)}


def test_the_19_places_of_the_deck_are_those_of_the_facts(known: Connection) -> None:
    with LISTED.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["round"] == "IV"]
    listed = {row["municipality"].replace("/", ":") for row in rows if row["role"] == "represented"}
    assert len(named()) == 19
    assert resolved(known) == listed
    assert {place.partition(":")[0] for place in listed} == {"2009"}


@pytest.mark.parametrize("division", ["2021", "2025"])
def test_they_are_17_after_each_reform(known: Connection, division: str) -> None:
    land = shared_land(known, READER, Filters())
    of_deck = land[land["place"].isin(resolved(known)) & (land["there_division"] == division)]
    assert bool(of_deck["is_whole"].all())
    assert (len(of_deck), of_deck["there"].nunique()) == (19, 17)
    one = of_deck[of_deck["there"].duplicated(keep=False)].groupby("there_name")["name"].agg(set)
    assert one.to_dict() == {
        "Tukuma novads": {"Kandavas novads", "Tukuma novads"},
        "Valmieras novads": {"Rūjienas novads", "Valmiera"},
    }


def test_the_facts_say_what_became_of_them(known: Connection) -> None:
    answer = became(known, READER, Filters(round="IV"))
    assert {name: str(kind) for name, kind in answer.dtypes.items()} == BECAME
    assert len(answer) == 19
    assert answer["there"].nunique() == 17
    assert not answer["is_recorded"].any()
    moved = answer[answer["name"] != answer["there_name"]]
    assert records(moved, "name", "there_name", "is_same_land") == [
        ("Kandavas novads", "Tukuma novads", False),
        ("Rūjienas novads", "Valmieras novads", False),
        ("Valmiera", "Valmieras novads", False),
        ("Viļakas novads", "Balvu novads", False),
    ]
    same = set(answer.loc[answer["is_same_land"], "name"])
    assert same >= {"Rīga", "Valkas novads"}
    assert "Talsu novads" not in same


def test_where_people_came_from_is_there_as_well_and_split_land_is_nowhere(
    known: Connection,
) -> None:
    places = dict(
        known.execute(
            select(schema.municipality.c.iso, schema.municipality.c.id)
            .join(schema.division)
            .where(schema.division.c.code == "2009")
        ).all()
    )
    round_ = known.scalars(select(schema.round.c.id).where(schema.round.c.code == "V")).one()
    meeting = an_activity(known, round_, dt.date(2020, 9, 1), code="meeting")
    for iso in ("LV-001", "LV-043", "LV-RIX"):
        attends(known, a_person(known), meeting, municipality=places[iso])
    absent = a_person(known)
    attends(known, absent, meeting, status="registered", municipality=places["LV-VEN"])
    answer = became(known, READER, Filters(round="V"))
    assert records(answer, "place", "there", "is_reported", "is_recorded") == [
        ("2009:LV-001", None, False, True),
        ("2009:LV-043", "2025:LV-099", False, True),
        ("2009:LV-RIX", "2025:LV-RIX", False, True),
    ]


def test_a_municipality_without_known_units_stays_in_its_own_division(
    connection: Connection,
) -> None:
    old, new = two_divisions(connection)
    round_ = a_round(connection, "IV")
    meeting = an_activity(connection, round_)
    for division in (old, new):
        town = a_town(connection, division, "LV-VLK", "Valka")
        attends(connection, a_person(connection), meeting, municipality=town)
    answer = became(connection, READER, Filters(round="IV"))
    assert {row[0]: plain(row[1]) for row in records(answer, "place", "there")} == {
        "2009:LV-VLK": None,
        "2021:LV-VLK": "2021:LV-VLK",
    }


def test_strangers_are_refused(connection: Connection) -> None:
    with pytest.raises(AccessRefused):
        became(connection, STRANGER, Filters())
