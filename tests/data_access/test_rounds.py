"""Rounds: which there are, which one is looked at first, and what documents say of them."""

import datetime as dt

import pytest
from sqlalchemy import Connection

from data_access import rounds, schema
from data_access.filters import Filters
from tests.data_access.answers import records
from tests.data_access.people import (
    a_figure,
    a_person,
    a_round,
    add,
    an_activity,
    attends,
    name_place,
)
from tests.data_access.readers import READER

IV = Filters(round="IV")


def test_rounds_stand_in_their_order_and_not_in_that_of_entry(connection: Connection) -> None:
    for code in ("VII", "II", "IV"):
        a_round(connection, code)
    assert list(rounds.listed(connection, READER, Filters())["code"]) == ["II", "IV", "VII"]


def test_a_round_comes_with_its_frame_and_its_source(known: Connection) -> None:
    (found,) = rounds.listed(known, READER, IV).to_dict("records")
    assert (found["planned_starts_on"].date(), found["planned_ends_on"].date()) == (
        dt.date(2019, 8, 1),
        dt.date(2020, 7, 31),
    )
    assert (found["contract"], found["eu_share_percent"]) == ("856468-NRP4-LV", 95)
    assert found["source_lv"].startswith("Prezentācija")
    assert found["locator"] == "Ietvars"


def test_a_period_does_not_narrow_the_rounds(known: Connection) -> None:
    chosen = Filters(round="IV", start=dt.date(2030, 1, 1))
    assert list(rounds.listed(known, READER, chosen)["code"]) == ["IV"]


def test_a_round_without_a_source_is_listed_too(connection: Connection) -> None:
    a_round(connection)
    assert records(rounds.listed(connection, READER, IV), "code", "source_en") == [("IV", None)]


def test_the_facts_are_first_looked_at_in_round_iv(known: Connection) -> None:
    assert rounds.default_round(known, READER) == "IV"


def test_without_rounds_there_is_none_to_look_at(connection: Connection) -> None:
    assert rounds.default_round(connection, READER) is None


def test_without_participants_the_latest_round_is_looked_at_first(connection: Connection) -> None:
    for code in ("VII", "V", "VI"):
        a_figure(connection, a_round(connection, code), "mediators", 5)
    assert rounds.default_round(connection, READER) == "VII"


def test_recorded_people_make_a_round_the_first_to_look_at(connection: Connection) -> None:
    ids = {code: a_round(connection, code) for code in ("IV", "VI", "VII")}
    a_figure(connection, ids["IV"], "participants", 230)
    assert rounds.default_round(connection, READER) == "IV"
    attends(connection, a_person(connection), an_activity(connection, ids["VI"]))
    assert rounds.default_round(connection, READER) == "VI"


def test_planned_participants_do_not_make_a_round_the_first_to_look_at(
    connection: Connection,
) -> None:
    ids = {code: a_round(connection, code) for code in ("IV", "VII")}
    a_figure(connection, ids["IV"], "participants", 230)
    a_figure(connection, ids["VII"], "participants", 300, kind="planned")
    assert rounds.default_round(connection, READER) == "IV"


def test_statements_stand_by_kind_and_position(connection: Connection) -> None:
    round_id, other = a_round(connection), a_round(connection, "V")
    texts = {"text_lv": "Teksts", "text_en": "Text"}
    for owner, kind, position in (
        (round_id, "measure", 10),
        (round_id, "measure", 9),
        (round_id, "aim", 1),
        (other, "aim", 2),
    ):
        place = {"round_id": owner, "kind": kind, "position": position}
        add(connection, schema.round_statement, **place, **texts)
    answer = rounds.statements(connection, READER, IV)
    expected = [("IV", "aim", 1), ("IV", "measure", 9), ("IV", "measure", 10)]
    assert records(answer, "round", "kind", "position") == expected


def test_a_statement_comes_with_its_days_and_its_source(known: Connection) -> None:
    answer = rounds.statements(known, READER, IV)
    (measure,) = answer[(answer["kind"] == "measure") & answer["starts_on"].notna()].to_dict(
        "records"
    )
    assert (measure["starts_on"].date(), measure["ends_on"].date()) == (
        dt.date(2019, 9, 1),
        dt.date(2020, 6, 30),
    )
    assert (measure["date_precision"], measure["locator"]) == ("month", "Projekta pasākumi")
    assert set(answer["source_en"].notna()) == {True}


@pytest.mark.parametrize(
    ("code", "role", "count"),
    [("IV", "represented", 19), ("IV", "mediator", 4), ("II", "mediator", 5), ("III", None, 0)],
)
def test_a_round_names_its_places_by_their_part(
    known: Connection, code: str, role: str | None, count: int
) -> None:
    answer = rounds.places(known, READER, Filters(round=code))
    assert set(answer["round"]) <= {code}
    assert (answer["role"] == role).sum() == count
    assert set(answer["division"]) <= {"2009"}


def test_the_places_of_one_round_are_not_those_of_another(connection: Connection) -> None:
    name_place(connection, a_round(connection))
    name_place(connection, a_round(connection, "V"))
    assert len(rounds.places(connection, READER, IV)) == 1
    assert len(rounds.places(connection, READER, Filters())) == 2
