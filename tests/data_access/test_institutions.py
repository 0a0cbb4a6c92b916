"""Institutions: the register, where each appears, and its upkeep."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from data_access import institutions, schema, upkeep
from data_access.access import AccessRefused
from data_access.codes import CountryUnusable
from data_access.filters import Filters
from data_access.institutions import (
    AliasKnown,
    InstitutionKnown,
    InstitutionUnknown,
    NameUnusable,
)
from data_access.places import PlaceUnknown
from tests.data_access.answers import plain, records
from tests.data_access.people import a_mediator, a_person, a_round, add, an_activity
from tests.data_access.readers import COORDINATOR, READER, STRANGER

EVERYTHING = Filters()


def an_institution(connection: Connection, code: str, **values: Any) -> int:
    named = {"name_lv": f"Iestāde {code}", "name_en": f"Body {code}"}
    folded = {"name_folded": f"iestade {code}"}
    return add(connection, schema.institution, code=code, **named | folded | values)


def listed(connection: Connection, code: str) -> dict[str, Any]:
    found = institutions.listed(connection, READER, EVERYTHING)
    (row,) = found[found["code"] == code].to_dict("records")
    return {str(name): plain(value) for name, value in row.items()}


def told(connection: Connection, code: str) -> list[tuple[Any, ...]]:
    number = listed(connection, code)["id"]
    found = upkeep.history(connection, COORDINATOR, "institution", number)
    return records(found, "column_name", "old_value", "new_value")


def number_of_alias(connection: Connection, code: str, name: str) -> int:
    found = institutions.aliases(connection, READER, EVERYTHING)
    chosen = found[(found["institution"] == code) & (found["name"] == name)]
    return int(chosen.iloc[0]["number"])


def test_the_register_stands_in_the_order_of_the_latvian_alphabet(connection: Connection) -> None:
    for name in ("Čiekurs", "Dārzs", "Cielava", "āboli"):
        an_institution(connection, name, name_lv=name)
    found = institutions.listed(connection, READER, EVERYTHING)
    assert list(found["name_lv"]) == ["āboli", "Cielava", "Čiekurs", "Dārzs"]


def test_the_register_tells_place_aliases_and_source(known: Connection) -> None:
    found = listed(known, "ventspils-city")
    assert (found["place"], found["municipality"]) == ("2009:LV-VEN", "Ventspils")
    ministry = listed(known, "km")
    assert (ministry["place"], ministry["aliases"]) == (None, 2)
    assert ministry["aliases_folded"].split("\n") == ["km", "lr kulturas ministrija"]
    assert ministry["source"] == "deck"


def test_appearances_are_those_of_each_institution(known: Connection) -> None:
    found = institutions.appearances(known, READER, EVERYTHING)
    of_nva = found[found["institution"] == "nva"]
    assert records(of_nva[of_nva["where"] == "activity"], "as", "code") == [
        ("participant", "iv-lithuania")
    ]
    of_izm = found[(found["institution"] == "izm") & (found["where"] == "recommendation")]
    assert set(of_izm["round"]) == {"IV"}


def test_records_are_counted_by_institution(connection: Connection) -> None:
    this, other = an_institution(connection, "this"), an_institution(connection, "other")
    activity = an_activity(connection, a_round(connection))
    for institution in (this, this, other, None):
        add(
            connection,
            schema.attendance,
            activity_id=activity,
            person_id=a_person(connection),
            institution_id=institution,
        )
    learnt = {"mediator_id": a_mediator(connection), "round_id": a_round(connection, "V")}
    add(connection, schema.mediator_training, institution_id=this, **learnt)
    found = institutions.appearances(connection, READER, EVERYTHING)
    assert records(found, "institution", "where", "rows") == [
        ("other", "attendance", 1),
        ("this", "attendance", 2),
        ("this", "mediator_training", 1),
    ]


def test_municipalities_are_those_of_today_and_former_ones_in_use(known: Connection) -> None:
    found = institutions.municipalities(known, READER, EVERYTHING)
    former = records(found[found["valid_to"].notna()], "place")
    assert former == [("2009:LV-JEL",), ("2009:LV-101",), ("2009:LV-VEN",)]
    assert (found["valid_to"].isna()).sum() == 42


def test_an_institution_is_added_under_a_code_without_its_name(connection: Connection) -> None:
    values = {"name_lv": "Biedrība „Rīts”", "kind": "ngo", "abbreviation": "BR"}
    code = institutions.add(connection, COORDINATOR, values)
    assert "rits" not in code
    found = listed(connection, code)
    assert (found["name_en"], found["country"], found["origin"]) == (
        "Biedrība „Rīts”",
        "LV",
        "entered",
    )
    assert ("abbreviation", None, "BR") in told(connection, code)
    other = institutions.add(connection, COORDINATOR, {"name_lv": "Biedrība „Vakars”"})
    assert other != code
    assert listed(connection, other)["kind"] == "not_stated"


@pytest.mark.parametrize("name", ["KULTŪRAS  ministrija", "km", "lr kulturas MINISTRIJA"])
def test_a_name_that_stands_for_another_is_refused_and_tells_which(
    known: Connection, name: str
) -> None:
    attempts: tuple[Callable[[], object], ...] = (
        lambda: institutions.add(known, COORDINATOR, {"name_lv": name}),
        lambda: institutions.add(known, COORDINATOR, {"name_lv": "Cita", "abbreviation": name}),
        lambda: institutions.add_alias(known, COORDINATOR, "lm", name),
        lambda: institutions.change(known, COORDINATOR, "lm", 1, {"name_lv": name}),
    )
    for attempt in attempts:
        with pytest.raises(InstitutionKnown) as refused:
            attempt()
        assert refused.value.row["code"] == "km"


@pytest.mark.parametrize(
    ("values", "refusal"),
    [({"country": "Latvija"}, CountryUnusable), ({"place": "2009:LV-NOWHERE"}, PlaceUnknown)],
)
def test_an_institution_that_does_not_fit_is_refused(
    known: Connection, values: dict[str, Any], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        institutions.add(known, COORDINATOR, {"name_lv": "Jauna"} | values)


def test_a_correction_changes_what_it_names_and_tells_it(known: Connection) -> None:
    before = listed(known, "km")
    values = {"kind": "other", "place": "2025:LV-RIX", "abbreviation": "KM"}
    institutions.change(known, COORDINATOR, "km", 1, values)
    after = listed(known, "km")
    assert {name for name in before if before[name] != after[name]} == {
        *("kind", "place", "municipality", "revision")
    }
    assert set(told(known, "km")) == {
        ("kind", "state", "other"),
        ("municipality_id", None, "2025:LV-RIX"),
    }


def test_the_second_of_two_editors_is_told(known: Connection) -> None:
    institutions.change(known, COORDINATOR, "km", 1, {"abbreviation": "KMin"})
    with pytest.raises(upkeep.ChangedMeanwhile):
        institutions.change(known, COORDINATOR, "km", 1, {"abbreviation": "KMs"})
    assert listed(known, "km")["abbreviation"] == "KMin"


def test_another_name_is_added_once_and_taken_away(known: Connection) -> None:
    institutions.add_alias(known, COORDINATOR, "km", "Kultūras min.")
    with pytest.raises(AliasKnown):
        institutions.add_alias(known, COORDINATOR, "km", "KULTURAS MIN.")
    number = number_of_alias(known, "km", "Kultūras min.")
    with pytest.raises(upkeep.RowUnknown):
        institutions.remove_alias(known, COORDINATOR, "lm", number)
    assert listed(known, "km")["aliases"] == 3
    institutions.remove_alias(known, COORDINATOR, "km", number)
    assert listed(known, "km")["aliases"] == 2
    assert told(known, "km") == [
        ("alias", "Kultūras min.", None),
        ("alias", None, "Kultūras min."),
    ]


def test_an_institution_that_nobody_knows_is_told(known: Connection) -> None:
    attempts: tuple[Callable[[], object], ...] = (
        lambda: institutions.change(known, COORDINATOR, "nobody", 1, {}),
        lambda: institutions.add_alias(known, COORDINATOR, "nobody", "x"),
        lambda: institutions.remove_alias(known, COORDINATOR, "nobody", 1),
    )
    for attempt in attempts:
        with pytest.raises(InstitutionUnknown):
            attempt()


def test_names_of_an_upload_are_put_on_the_register_once(known: Connection) -> None:
    before = len(institutions.listed(known, READER, EVERYTHING))
    names = ["Jauna  biedrība", "jaunā BIEDRĪBA", "KM", "", "Otra biedrība"]
    assert institutions.add_institutions(known, COORDINATOR, names) == 2
    assert institutions.add_institutions(known, COORDINATOR, names) == 0
    found = institutions.listed(known, READER, EVERYTHING)
    assert len(found) == before + 2
    added = found[found["code"].str.startswith("institution-")]
    assert set(added["name_lv"]) == {"Jauna biedrība", "Otra biedrība"}
    assert set(added["kind"]) == {"not_stated"}


def test_nothing_real_goes_by_a_made_up_name(connection: Connection) -> None:
    an_institution(connection, "sample", name_folded="skola h", name_lv="Skola H", origin="sample")
    with pytest.raises(InstitutionKnown):
        institutions.add_institutions(connection, COORDINATOR, ["Skola H"])
    rows = connection.execute(select(func.count()).select_from(schema.institution))
    assert rows.scalar_one() == 1


@pytest.mark.parametrize("name", ["anna@example.org", "+371 29 123 456", "Anna, 26123456"])
def test_no_contact_becomes_an_institution(known: Connection, name: str) -> None:
    before = len(institutions.listed(known, READER, EVERYTHING))
    attempts: tuple[Callable[[], object], ...] = (
        lambda: institutions.add(known, COORDINATOR, {"name_lv": name}),
        lambda: institutions.add(known, COORDINATOR, {"name_lv": "Jauna", "name_en": name}),
        lambda: institutions.add(known, COORDINATOR, {"name_lv": "Jauna", "abbreviation": name}),
        lambda: institutions.add_institutions(known, COORDINATOR, [name]),
        lambda: institutions.change(known, COORDINATOR, "km", 1, {"name_lv": name}),
        lambda: institutions.add_alias(known, COORDINATOR, "km", name),
    )
    for attempt in attempts:
        with pytest.raises(NameUnusable):
            attempt()
    assert len(institutions.listed(known, READER, EVERYTHING)) == before
    assert listed(known, "km")["aliases"] == 2


def test_a_name_of_signs_that_nobody_sees_stands_for_nothing(known: Connection) -> None:
    assert institutions.add_institutions(known, COORDINATOR, ["\u200b", "Jauna"]) == 1
    for values in ({"name_lv": "\u200b"}, {"name_lv": "Cita", "abbreviation": "\u00ad"}):
        with pytest.raises(NameUnusable):
            institutions.add(known, COORDINATOR, values)
    with pytest.raises(NameUnusable):
        institutions.add_alias(known, COORDINATOR, "km", "\u200b")


def test_who_only_reads_changes_nothing(known: Connection) -> None:
    attempts: tuple[Callable[[], object], ...] = (
        lambda: institutions.add(known, READER, {"name_lv": "Jauna"}),
        lambda: institutions.change(known, READER, "km", 1, {"abbreviation": "x"}),
        lambda: institutions.add_alias(known, READER, "km", "x"),
        lambda: institutions.add_institutions(known, READER, ["x"]),
        lambda: institutions.listed(known, STRANGER, EVERYTHING),
        lambda: institutions.aliases(known, STRANGER, EVERYTHING),
        lambda: institutions.appearances(known, STRANGER, EVERYTHING),
        lambda: institutions.municipalities(known, STRANGER, EVERYTHING),
    )
    for attempt in attempts:
        with pytest.raises(AccessRefused):
            attempt()
