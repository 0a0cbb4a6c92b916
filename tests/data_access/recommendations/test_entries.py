"""The register: its entries in their latest wording, and whom they address."""

import datetime as dt

from sqlalchemy import Connection

from data_access import recommendations
from data_access.filters import Filters
from tests.data_access.answers import records
from tests.data_access.people import a_municipality, a_round, an_activity, at
from tests.data_access.readers import READER
from tests.data_access.register import a_body, address, an_entry, word

IV = Filters(round="IV")


def test_the_register_of_round_iv_has_eight_recommendations_and_one_undertaking(
    known: Connection,
) -> None:
    answer = recommendations.listed(known, READER, IV)
    assert list(answer["reference"]) == [f"IV-0{number}" for number in range(1, 10)]
    assert list(answer["kind"]) == ["recommendation"] * 8 + ["undertaking"]
    assert set(answer["source_en"].notna()) == {True}
    assert set(answer["source"]) == {"deck"}


def test_a_deadline_nobody_stated_is_missing_and_a_horizon_is_not(known: Connection) -> None:
    columns = ("deadline_date_precision", "deadline_starts_on", "deadline_ends_on")
    answer = recommendations.listed(known, READER, IV)
    stated = {row[0]: row[1:] for row in records(answer, "reference", *columns)}
    precision, starts, ends = stated.pop("IV-05")
    assert (precision, starts.date(), ends.date()) == (
        "horizon",
        dt.date(2021, 1, 1),
        dt.date(2027, 12, 31),
    )
    assert set(stated.values()) == {("not_stated", None, None)}


def test_the_latest_wording_is_the_one_shown(connection: Connection) -> None:
    round_id = a_round(connection)
    entry = an_entry(connection, round_id, "IV-01")
    an_entry(connection, round_id, "IV-02")
    for number, text in ((3, "Third wording"), (2, "Second wording")):
        word(connection, entry, number, text)
    answer = recommendations.listed(connection, READER, IV)
    expected = [("IV-01", "Third wording"), ("IV-02", "First wording")]
    assert records(answer, "reference", "text_en") == expected


def test_another_round_activity_and_entry_leave_the_others_out(connection: Connection) -> None:
    this, other = a_round(connection, "IV"), a_round(connection, "V")
    activity = an_activity(connection, this, code="talk")
    an_entry(connection, other, "V-01")
    an_entry(connection, this, "IV-02", activity_id=activity)
    an_entry(connection, this, "IV-01")

    def found(filters: Filters) -> list[str]:
        return list(recommendations.listed(connection, READER, filters)["reference"])

    assert found(Filters()) == ["IV-01", "IV-02", "V-01"]
    assert found(IV) == ["IV-01", "IV-02"]
    assert found(Filters(activity="talk")) == ["IV-02"]
    assert found(Filters(recommendation="IV-01")) == ["IV-01"]
    assert found(Filters(recommendation="IV-99")) == []


def test_a_chosen_entry_is_found_whatever_round_stands_beside_it(connection: Connection) -> None:
    an_entry(connection, a_round(connection, "IV"), "IV-01")
    an_entry(connection, a_round(connection, "V"), "V-01")
    answer = recommendations.listed(connection, READER, Filters("V", recommendation="IV-01"))
    assert list(answer["reference"]) == ["IV-01"]


def test_a_period_does_not_narrow_the_register(known: Connection) -> None:
    later = Filters(round="IV", start=dt.date(2030, 1, 1))
    assert len(recommendations.listed(known, READER, later)) == 9


def test_a_place_is_what_the_source_calls_it_else_its_municipality(connection: Connection) -> None:
    round_id, place = a_round(connection), at(a_municipality(connection, "Valkas novads"))
    names = {"place_name_lv": "Valka un Valga", "place_name_en": "Valka and Valga"}
    an_entry(connection, round_id, "IV-01", **place)
    an_entry(connection, round_id, "IV-02", **place | names)
    an_entry(connection, round_id, "IV-03")
    answer = recommendations.listed(connection, READER, IV)
    assert records(answer, "place_kind", "place_lv", "place_en") == [
        ("municipality", "Valkas novads", "Valkas novads"),
        ("municipality", "Valka un Valga", "Valka and Valga"),
        ("not_stated", None, None),
    ]


def test_those_addressed_are_named_with_their_part(known: Connection) -> None:
    answer = recommendations.addressees(known, READER, IV)
    assert records(answer, "reference", "role", "abbreviation", "institution") == [
        ("IV-08", "lead", "IZM", "izm"),
        ("IV-08", "lead", "LM", "lm"),
        ("IV-08", "lead", "VM", "vm"),
        ("IV-08", "supporting", "JSPA", "jspa"),
    ]
    assert recommendations.addressees(known, READER, Filters(round="V")).empty
    assert recommendations.addressees(known, READER, Filters(activity="iv-lithuania")).empty


def test_those_addressed_belong_to_their_entry(connection: Connection) -> None:
    round_id, body = a_round(connection), a_body(connection, "one")
    address(connection, an_entry(connection, round_id, "IV-01"), body, "supporting")
    address(connection, an_entry(connection, round_id, "IV-02"), a_body(connection, "other"))
    answer = recommendations.addressees(connection, READER, Filters(recommendation="IV-01"))
    assert records(answer, "institution", "role") == [("one", "supporting")]
