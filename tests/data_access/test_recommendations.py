"""The register: its entries in their latest wording, and whom they address."""

import datetime as dt

from sqlalchemy import Connection

from data_access import recommendations, schema
from data_access.filters import Filters
from tests.data_access.answers import records
from tests.data_access.people import a_round, add, an_activity
from tests.data_access.readers import READER

IV = Filters(round="IV")


def an_entry(connection: Connection, round_id: int, reference: str, **values: object) -> int:
    """An entry of the register in a first wording."""
    named = {"round_id": round_id, "reference": reference}
    entry = add(connection, schema.recommendation, **named | values)
    word(connection, entry, 1, "First wording")
    return entry


def word(connection: Connection, entry: int, number: int, text: str) -> None:
    texts = {"text_lv": text, "text_en": text, "text_folded": text.casefold()}
    written = {"number": number, "written_at": dt.datetime(2020, 7, number, tzinfo=dt.UTC)}
    add(connection, schema.recommendation_version, recommendation_id=entry, **texts | written)


def test_the_register_of_round_iv_has_eight_recommendations_and_one_undertaking(
    known: Connection,
) -> None:
    answer = recommendations.listed(known, READER, IV)
    assert list(answer["reference"]) == [f"IV-0{number}" for number in range(1, 10)]
    assert list(answer["kind"]) == ["recommendation"] * 8 + ["undertaking"]
    assert set(answer["source_en"].notna()) == {True}


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


def test_another_round_and_another_activity_have_their_own_entries(
    connection: Connection,
) -> None:
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


def test_a_period_does_not_narrow_the_register(known: Connection) -> None:
    later = Filters(round="IV", start=dt.date(2030, 1, 1))
    assert len(recommendations.listed(known, READER, later)) == 9


def test_those_addressed_are_named_with_their_part(known: Connection) -> None:
    answer = recommendations.addressees(known, READER, IV)
    assert records(answer, "reference", "role", "abbreviation") == [
        ("IV-08", "lead", "IZM"),
        ("IV-08", "lead", "LM"),
        ("IV-08", "lead", "VM"),
        ("IV-08", "supporting", "JSPA"),
    ]
    assert recommendations.addressees(known, READER, Filters(round="V")).empty
    assert recommendations.addressees(known, READER, Filters(activity="iv-lithuania")).empty
