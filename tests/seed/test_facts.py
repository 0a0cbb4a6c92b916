"""The facts in the database, held against what the sources say."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Connection, select

from data_access import schema
from data_access.engine import reading
from tests.data_access.rows import opened
from tests.provide.databases import Shelf

ROUNDS = {
    "II": (dt.date(2017, 1, 1), dt.date(2018, 12, 31), "year"),
    "III": (dt.date(2018, 1, 1), dt.date(2019, 12, 31), "year"),
    "IV": (dt.date(2019, 8, 1), dt.date(2020, 7, 31), "day"),
    "V": (dt.date(2020, 8, 17), dt.date(2021, 8, 16), "day"),
    "VII": (dt.date(2023, 9, 1), dt.date(2025, 4, 30), "day"),
}
# Cents, then the shares of the programme and of the state in percent.
FUNDING = {
    "II": (None, None, None),
    "III": (None, None, None),
    "IV": (None, 95, 5),
    "V": (6_495_221, 90, None),
    "VII": (21_850_500, None, None),
}
FIGURES = {
    ("II", "mediators", 5),
    ("II", "service_months", 7),
    ("II", "mediator_families", 134),
    ("III", "mediators", 4),
    ("III", "service_months", 8),
    ("III", "mediator_families", 125),
    ("IV", "participants", 230),
    ("IV", "participants_state_municipal", 103),
    ("IV", "participants_roma", 70),
    ("IV", "participants_ngo_other", 14),
    ("IV", "families", 149),
    ("IV", "municipalities", 19),
    ("IV", "mediators", 5),
    ("IV", "service_months", 10),
    ("IV", "mediator_families", 128),
}
REPRESENTED = {
    *("Daugavpils", "Jelgava", "Jūrmala", "Rīga", "Valmiera", "Ventspils"),
    *("Dobeles novads", "Kandavas novads", "Krāslavas novads", "Kuldīgas novads"),
    *("Limbažu novads", "Madonas novads", "Preiļu novads", "Rēzeknes novads", "Rūjienas novads"),
    *("Talsu novads", "Tukuma novads", "Valkas novads", "Viļakas novads"),
}
MEDIATORS = {
    "II": {"Valmiera", "Ventspils", "Jelgava", "Dobeles novads", "Rīga"},
    "IV": {"Jelgava", "Rīga", "Valmiera", "Ventspils"},
}
HEADCOUNTS = {
    ("iv-youth-workshop", 22, "exact"),
    ("iv-womens-seminar", 39, "exact"),
    ("iv-mediators-seminar", 28, "exact"),
    ("iv-valka-valga", 20, "about"),
    ("iv-final-meeting", 35, "exact"),
}
DATES = {
    "iv-lithuania": (dt.date(2019, 11, 21), dt.date(2019, 11, 22)),
    "iv-valka-valga": (dt.date(2020, 2, 6), dt.date(2020, 2, 6)),
    "iv-mediators-seminar": (dt.date(2020, 6, 11), dt.date(2020, 6, 11)),
    "iv-talsi": (dt.date(2020, 7, 2), dt.date(2020, 7, 3)),
    "iv-womens-seminar": (dt.date(2020, 7, 9), dt.date(2020, 7, 11)),
    "iv-youth-workshop": (dt.date(2020, 7, 14), dt.date(2020, 7, 16)),
    "iv-final-meeting": (dt.date(2020, 7, 22), dt.date(2020, 7, 22)),
}
DIRECTIONS = ["mediators", "youth", "understanding", "Fundamental Rights", "practice"]


@pytest.fixture(scope="module")
def known(shelf: Shelf) -> Iterator[Connection]:
    """A connection to a database with the facts, in which nothing is written."""
    with shelf.copy("facts") as url, opened(url) as engine, reading(engine) as connection:
        yield connection


def rows(connection: Connection, statement: Any) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in connection.execute(statement)]


def test_rounds_run_from_day_to_day_as_planned(known: Connection) -> None:
    c = schema.round.c
    days = (c.planned_starts_on, c.planned_ends_on, c.planned_date_precision)
    assert {code: tuple(span) for code, *span in rows(known, select(c.code, *days))} == ROUNDS
    assert set(known.scalars(select(c.actual_date_precision))) == {"not_stated"}


def test_funding_and_its_shares_belong_to_the_round(known: Connection) -> None:
    c = schema.round.c
    money = select(c.code, c.funding_cents, c.eu_share_percent, c.state_share_percent)
    assert {code: tuple(found) for code, *found in rows(known, money)} == FUNDING


def test_round_iv_has_its_contract_its_programme_and_its_disclaimer(known: Connection) -> None:
    c = schema.round.c
    found = known.execute(select(schema.round).where(c.code == "IV")).one()
    assert found.contract == "856468-NRP4-LV"
    assert "Rights, Equality and Citizenship" in found.programme_en
    for disclaimer, ministry, commission in (
        (found.disclaimer_lv, "Kultūras ministrija", "Eiropas Komisijas"),
        (found.disclaimer_en, "Ministry of Culture", "European Commission"),
    ):
        assert "856468-NRP4-LV" in disclaimer
        assert ministry in disclaimer
        assert commission in disclaimer
    others = select(c.contract, c.disclaimer_en).where(c.code != "IV")
    assert set(rows(known, others)) == {(None, None)}


def test_the_figures_of_the_rounds_are_those_of_their_sources(known: Connection) -> None:
    c = schema.reported_figure.c
    statement = select(schema.round.c.code, c.figure, c.value).join_from(
        schema.reported_figure, schema.round
    )
    assert {*rows(known, statement.where(c.is_leading))} == FIGURES
    others = rows(known, statement.add_columns(c.qualifier).where(c.is_leading.is_(False)))
    assert others == [("IV", "participants", 230, "about")]


def test_the_lithuanian_figure_is_lithuanian_and_no_figure_of_a_round(known: Connection) -> None:
    c = schema.reported_figure.c
    abroad = rows(
        known,
        select(c.figure, c.value, c.qualifier, c.round_id, c.country).where(c.country != "LV"),
    )
    assert abroad == [("foreign_project_participants", 300, "more_than", None, "LT")]
    assert not known.scalars(select(c.id).where(c.round_id.is_not(None), c.value == 300)).all()


def test_the_headcounts_add_up_to_144(known: Connection) -> None:
    c = schema.reported_figure.c
    counted = (
        select(schema.activity.c.code, c.value, c.qualifier)
        .join_from(schema.reported_figure, schema.activity)
        .where(c.figure == "headcount")
    )
    found = rows(known, counted)
    assert set(found) == HEADCOUNTS
    assert sum(value for _, value, _ in found) == 144


def places(connection: Connection, code: str, role: str) -> list[str]:
    statement = (
        select(schema.municipality.c.name)
        .join_from(schema.reported_place, schema.municipality)
        .join(schema.round)
        .join(schema.division)
        .where(schema.round.c.code == code, schema.reported_place.c.role == role)
        .where(schema.division.c.code == "2009")
    )
    return list(connection.scalars(statement))


def test_nineteen_towns_and_municipalities_were_represented(known: Connection) -> None:
    found = places(known, "IV", "represented")
    assert len(found) == 19
    assert set(found) == REPRESENTED


@pytest.mark.parametrize("code", MEDIATORS)
def test_mediators_worked_in_the_places_that_the_source_names(known: Connection, code: str) -> None:
    assert sorted(places(known, code, "mediator")) == sorted(MEDIATORS[code])


def test_activities_took_place_on_the_days_of_their_pages(known: Connection) -> None:
    c = schema.activity.c
    spans = rows(known, select(c.code, c.starts_on, c.ends_on).where(c.starts_on.is_not(None)))
    assert {code: tuple(span) for code, *span in spans} == DATES
    days = rows(known, select(c.code, schema.activity_day.c.day).join(schema.activity_day))
    assert Counter(code for code, _ in days) == {
        code: (last - first).days + 1 for code, (first, last) in DATES.items()
    }
    assert all(DATES[code][0] <= day <= DATES[code][1] for code, day in days)


def statements(connection: Connection, code: str, kind: str) -> list[tuple[int, str]]:
    c = schema.round_statement.c
    statement = select(c.position, c.text_en).join_from(schema.round_statement, schema.round)
    found = statement.where(schema.round.c.code == code, c.kind == kind).order_by(c.position)
    return [(position, text) for position, text in connection.execute(found)]


@pytest.mark.parametrize(
    ("kind", "count"), [("task", 1), ("aim", 4), ("measure", 9), ("result", 6)]
)
def test_round_iv_is_told_in_as_many_lines_as_in_its_slides(
    known: Connection, kind: str, count: int
) -> None:
    found = statements(known, "IV", kind)
    assert [position for position, _ in found] == list(range(1, count + 1))


def test_round_v_has_five_directions(known: Connection) -> None:
    found = [text for _, text in statements(known, "V", "direction")]
    assert len(found) == 5
    assert all(word in text for word, text in zip(DIRECTIONS, found, strict=True))


def test_the_register_has_eight_recommendations_and_one_undertaking(known: Connection) -> None:
    c = schema.recommendation.c
    assert Counter(known.scalars(select(c.kind))) == {"recommendation": 8, "undertaking": 1}
    made = select(schema.activity.c.code).join_from(schema.recommendation, schema.activity)
    assert Counter(known.scalars(made)) == {"iv-valka-valga": 4, "iv-lithuania": 3}
    assert Counter(known.scalars(select(c.deadline_date_precision))) == {
        "not_stated": 8,
        "horizon": 1,
    }


def test_three_divisions_have_their_municipalities(known: Connection) -> None:
    units = select(schema.division.c.code).join_from(schema.municipality, schema.division)
    assert Counter(known.scalars(units)) == {"2009": 119, "2021": 43, "2025": 42}


def test_the_two_counts_of_roma_in_latvia_name_their_sources(known: Connection) -> None:
    c = schema.denominator.c
    counted = select(schema.source.c.code, c.value, c.population).join_from(
        schema.denominator, schema.source
    )
    assert set(rows(known, counted)) == {
        ("population-register", 6279, "roma"),
        ("statistics-office", 4784, "roma"),
    }
