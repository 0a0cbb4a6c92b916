"""How many entries stand where, with what is not stated as a value of its own."""

import datetime as dt

from sqlalchemy import Connection

from data_access import recommendations, schema
from data_access.filters import Filters
from data_access.rules import Status
from tests.data_access.answers import records
from tests.data_access.people import a_round, add, an_activity
from tests.data_access.readers import READER
from tests.data_access.register import a_body, address, an_entry, report

IV = Filters(round="IV")
FIFTH = dt.date(2020, 5, 5)


def spread(connection: Connection, by: str, filters: Filters = IV) -> list[tuple[object, ...]]:
    answer = recommendations.spread(connection, READER, filters)
    return records(answer[answer["by"] == by], "code", "status", "entries")


def test_every_status_has_its_number_and_nothing_is_a_zero(connection: Connection) -> None:
    round_id = a_round(connection)
    an_entry(connection, round_id, "IV-01")
    an_entry(connection, round_id, "IV-02")
    report(connection, an_entry(connection, round_id, "IV-03"), FIFTH, "done")
    an_entry(connection, a_round(connection, "V"), "V-01")
    answer = recommendations.by_status(connection, READER, IV)
    assert list(answer["status"]) == list(Status)
    stated = {row[0]: row[1:] for row in records(answer, "status", "entries")}
    assert stated.pop("proposed") == (2,)
    assert stated.pop("claimed_done") == (1,)
    assert set(stated.values()) == {(0,)}


def test_what_is_not_stated_counts_as_a_value_of_its_own_and_comes_last(
    connection: Connection,
) -> None:
    round_id = a_round(connection)
    titles = {"title_lv": "Avots", "title_en": "Source"}
    source = add(connection, schema.source, code="zeta", **titles)
    activity = an_activity(connection, round_id, code="omega")
    an_entry(connection, round_id, "IV-01")
    stated = {"source_id": source, "activity_id": activity, "area": "youth"}
    an_entry(connection, round_id, "IV-02", **stated)
    for by, code in (("source", "zeta"), ("activity", "omega"), ("area", "youth")):
        expected = [(code, "proposed", 1), ("not_stated", "proposed", 1)]
        assert spread(connection, by) == expected


def test_an_entry_counts_once_under_each_of_its_addressees(connection: Connection) -> None:
    round_id = a_round(connection)
    lead, other = a_body(connection, "lead"), a_body(connection, "other")
    shared = an_entry(connection, round_id, "IV-01")
    address(connection, shared, lead)
    address(connection, shared, other, "supporting")
    claimed = an_entry(connection, round_id, "IV-02")
    address(connection, claimed, lead)
    report(connection, claimed, FIFTH, "done", lead)
    an_entry(connection, round_id, "IV-03")
    assert spread(connection, "addressee") == [
        ("lead", "proposed", 1),
        ("lead", "claimed_done", 1),
        ("other", "proposed", 1),
        ("not_stated", "proposed", 1),
    ]


def test_each_way_of_counting_sums_to_the_register_but_for_addressees(known: Connection) -> None:
    answer = recommendations.spread(known, READER, IV)
    sums = {by: int(of["entries"].sum()) for by, of in answer.groupby("by")}
    once = dict.fromkeys(("source", "activity", "area", "place", "round"), 9)
    assert sums == once | {"addressee": 8 + 4}


def test_a_name_comes_with_its_code_in_both_languages(known: Connection) -> None:
    answer = recommendations.spread(known, READER, IV)
    rows = records(answer[answer["by"] == "addressee"], "code", "name_lv", "name_en")
    assert rows[0] == (
        "izm",
        "Izglītības un zinātnes ministrija",
        "Ministry of Education and Science",
    )
    assert rows[-1] == ("not_stated", None, None)
