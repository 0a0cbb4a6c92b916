"""Activities: the list and its order, and what is known of each one."""

import datetime as dt

import pytest
from sqlalchemy import Connection

from data_access import activities, schema
from data_access.filters import Filters
from tests.data_access.answers import records
from tests.data_access.people import a_municipality, a_round, add, an_activity, at
from tests.data_access.readers import READER

IV = Filters(round="IV")
DATED = [
    *("iv-lithuania", "iv-valka-valga", "iv-mediators-seminar", "iv-talsi"),
    *("iv-womens-seminar", "iv-youth-workshop", "iv-final-meeting"),
]


def codes(connection: Connection, filters: Filters = IV) -> list[str]:
    return list(activities.listed(connection, READER, filters)["code"])


def july(number: int) -> dt.date:
    return dt.date(2020, 7, number)


def test_the_dated_come_first_and_by_date(known: Connection) -> None:
    found = codes(known)
    assert len(found) == len(set(found)) == 15
    assert found[: len(DATED)] == DATED


def test_activities_of_one_first_day_stand_by_their_last(connection: Connection) -> None:
    round_id = a_round(connection)
    for code, last in (("long", july(9)), ("short", july(2))):
        an_activity(connection, round_id, july(1), last, code=code)
    assert codes(connection) == ["short", "long"]


def test_another_round_has_its_own(connection: Connection) -> None:
    an_activity(connection, a_round(connection, "V"), july(1), code="other")
    an_activity(connection, a_round(connection, "IV"), july(1), code="this")
    assert codes(connection) == ["this"]
    assert codes(connection, Filters()) == ["other", "this"]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(round="IV", start=july(3), end=july(9)), ["iv-talsi", "iv-womens-seminar"]),
        (Filters(round="IV", start=july(4), end=july(8)), []),
        (Filters(round="IV", start=july(22)), ["iv-final-meeting"]),
        (Filters(round="IV", end=dt.date(2019, 11, 21)), ["iv-lithuania"]),
        (Filters(round="IV", end=dt.date(2019, 11, 20)), []),
        (Filters(round="V", start=july(3)), []),
    ],
)
def test_a_period_keeps_what_happened_in_it(
    known: Connection, filters: Filters, expected: list[str]
) -> None:
    assert codes(known, filters) == expected


def test_the_undated_are_counted_whatever_the_period(known: Connection) -> None:
    for filters in (IV, Filters(round="IV", start=july(3), end=july(9))):
        assert activities.undated(known, READER, filters) == 15 - len(DATED)
    assert activities.undated(known, READER, Filters(round="V")) == 0


def test_a_chosen_activity_is_found_whatever_its_date(known: Connection) -> None:
    for filters in (Filters(activity="iv-talsi"), Filters(start=july(30), activity="iv-talsi")):
        assert codes(known, filters) == ["iv-talsi"]
    assert codes(known, Filters(activity="iv-nothing")) == []


def test_headcounts_are_those_that_a_document_reports_for_the_activity(known: Connection) -> None:
    answer = activities.listed(known, READER, IV)
    columns = ("code", "headcount", "headcount_qualifier")
    counted = [row for row in records(answer, *columns) if row[1] is not None]
    assert counted == [
        ("iv-valka-valga", 20, "about"),
        ("iv-mediators-seminar", 28, "exact"),
        ("iv-womens-seminar", 39, "exact"),
        ("iv-youth-workshop", 22, "exact"),
        ("iv-final-meeting", 35, "exact"),
    ]


def test_a_planned_a_second_and_another_figure_are_no_headcount(connection: Connection) -> None:
    activity = an_activity(connection, a_round(connection))
    for other in (
        {"figure": "headcount", "kind": "planned"},
        {"figure": "headcount", "is_leading": False},
        {"figure": "applicants"},
    ):
        values = {"scope": "activity", "activity_id": activity, "value": 9} | other
        add(connection, schema.reported_figure, **values)
    answer = activities.listed(connection, READER, IV)
    assert records(answer, "headcount", "documents") == [(None, 0)]


def test_documents_are_counted_one_activity_at_a_time(known: Connection) -> None:
    counts = dict(records(activities.listed(known, READER, IV), "code", "documents"))
    assert (counts["iv-valka-valga"], counts["iv-talsi"], counts["iv-stories"]) == (2, 1, 0)


def test_a_place_is_a_municipality_or_what_the_source_calls_it(connection: Connection) -> None:
    round_id, valka = a_round(connection), a_municipality(connection, "Valkas novads")
    kinds = ("place_kind", "place_lv")
    an_activity(connection, round_id, july(1), **at(valka) | {"place_name_lv": "Valka"})
    an_activity(connection, round_id, july(2), place_kind="abroad", place_name_lv="Viļņa")
    an_activity(connection, round_id, july(3))
    assert records(activities.listed(connection, READER, IV), *kinds) == [
        ("municipality", "Valkas novads"),
        ("abroad", "Viļņa"),
        ("not_stated", None),
    ]


def test_one_activity_tells_who_had_which_part(known: Connection) -> None:
    found = activities.institutions(known, READER, Filters(activity="iv-lithuania"))
    parts = records(found, "part", "abbreviation", "country")
    assert parts[:4] == [("host", None, "LT")] * 4
    assert [part for part in parts if part[0] == "participant"] == [
        ("participant", None, "LV"),
        ("participant", "KM", "LV"),
        ("participant", "LM", "LV"),
        ("participant", "NVA", "LV"),
        ("participant", None, "LV"),
    ]
    assert len(found) == 9


def test_one_activity_tells_its_documents_and_their_sources(known: Connection) -> None:
    found = activities.documents(known, READER, Filters(activity="iv-lithuania"))
    (summary, page) = found.to_dict("records")
    assert summary["title_en"] == "Summary of the good-practice visit to Lithuania"
    assert summary["address"].startswith("https://www.km.gov.lv/")
    assert page["source_en"].startswith("Public pages of the Ministry of Culture on the visits")


def test_one_activity_tells_the_places_beside_its_own(known: Connection) -> None:
    found = activities.further_places(known, READER, Filters(activity="iv-valka-valga"))
    expected = [(1, "abroad", "Valga, Igaunija")]
    assert records(found, "position", "place_kind", "place_lv") == expected
    assert activities.further_places(known, READER, Filters(activity="iv-talsi")).empty


def test_one_activity_tells_the_line_it_belongs_to(known: Connection) -> None:
    found = activities.measures(known, READER, Filters(activity="iv-talsi"))
    assert records(found, "position") == [(3,)]
    assert "Talsu novad" in found.iloc[0]["text_lv"]
    assert activities.measures(known, READER, Filters(activity="iv-final-meeting")).empty
