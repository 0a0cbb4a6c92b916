"""The upkeep of reported figures: citation, which one leads, and what is not removed."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection, select, update

from data_access import figures, schema, upkeep
from data_access.access import AccessRefused
from data_access.codes import CountryUnusable
from data_access.figures import CitationMissing, FigureOutOfPlace, SubjectUnknown
from data_access.filters import Filters
from data_access.rounds import RoundApproved
from data_access.sources import SourceUnknown
from tests.data_access.answers import records
from tests.data_access.contents import Contents
from tests.data_access.people import a_figure, a_post, a_round, add, an_activity
from tests.data_access.readers import COORDINATOR, READER

V = Filters(round="V")
MEDIATORS = {
    "subject": "round",
    "figure": "mediators",
    "kind": "reported",
    "value": 6,
    "qualifier": "exact",
    "source": "minutes",
}


@pytest.fixture
def round_v(connection: Connection) -> int:
    """Round V with a source to cite, and a decoy of round IV."""
    source = {"code": "minutes", "title_lv": "Protokols", "title_en": "Minutes"}
    add(connection, schema.source, **source)
    a_figure(connection, a_round(connection, "IV"), "mediators", 99)
    return a_round(connection, "V")


def row_of(connection: Connection, number: int) -> dict[str, Any]:
    table = schema.reported_figure
    statement = select(table).where(table.c.id == number)
    return {**connection.execute(statement).mappings().one()}


def told(connection: Connection, number: int) -> list[tuple[Any, ...]]:
    found = upkeep.history(connection, COORDINATOR, "reported_figure", number)
    return records(found, "column_name", "old_value", "new_value")


def leading(connection: Connection) -> list[tuple[Any, ...]]:
    found = figures.kept(connection, READER, V)
    return records(found[found["is_leading"]], "value")


def approve(connection: Connection, round_id: int, *, only_close: bool = False) -> None:
    moment = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    account = add(connection, schema.account, issuer="test", subject="x", created_at=moment)
    deeds = ("closed",) if only_close else ("closed", "approved")
    signed = {f"{deed}_at": moment for deed in deeds} | {f"{d}_by_id": account for d in deeds}
    connection.execute(update(schema.round).where(schema.round.c.id == round_id).values(signed))


def recorded_rows(connection: Connection) -> Contents:
    tables = (schema.attendance, schema.person, schema.mediation_case, schema.mediator_post)
    return {
        table.name: [tuple(row) for row in connection.execute(select(table))] for table in tables
    }


def test_the_facts_are_listed_by_what_they_are_about(known: Connection) -> None:
    found = figures.kept(known, READER, Filters(round="IV"))
    assert len(found) == 19
    assert list(dict.fromkeys(found["scope"])) == ["round", "activity"]
    course = found[found["subject"] == "activity:iv-english-course"]
    assert records(course, "figure", "value") == [("applicants", 2), ("completed_in_part", 1)]
    both = found[(found["subject"] == "round") & (found["figure"] == "participants")]
    assert records(both, "value", "is_leading", "qualifier") == [
        (230, True, "exact"),
        (230, False, "about"),
    ]
    assert set(found["source"].notna()) == {True}


def test_figures_are_stated_of_the_round_its_activities_and_posts(
    connection: Connection, round_v: int
) -> None:
    an_activity(connection, round_v, code="v-seminar")
    post = a_post(connection, round_v)
    an_activity(connection, a_round(connection, "VI"), code="vi-decoy")
    found = figures.subjects(connection, READER, V)
    assert list(found["subject"]) == ["round", "activity:v-seminar", f"post:{post}"]
    for subject, figure in (
        ("activity:v-seminar", "headcount"),
        (f"post:{post}", "mediator_families"),
    ):
        values = MEDIATORS | {"subject": subject, "figure": figure}
        figures.add(connection, COORDINATOR, "V", values)
    kept = figures.kept(connection, READER, V)
    assert set(kept["subject"]) == {"activity:v-seminar", f"post:{post}"}
    assert set(figures.kept(connection, READER, Filters(round="IV"))["value"]) == {99}


def test_a_figure_is_added_with_its_citation_and_nothing_recorded_changes(
    connection: Connection, round_v: int
) -> None:
    a_post(connection, round_v)
    before = recorded_rows(connection)
    number = figures.add(connection, COORDINATOR, "V", MEDIATORS | {"locator": "2. lapa"})
    assert recorded_rows(connection) == before
    found = row_of(connection, number)
    assert (found["value"], found["is_leading"], found["origin"]) == (6, True, "entered")
    assert ("source_id", None, "minutes") in told(connection, number)
    stated = figures.reported(connection, READER, V)
    assert records(stated[stated["figure"] == "mediators"], "value", "locator") == [(6, "2. lapa")]


def test_a_planned_figure_stands_beside_the_reported_one(
    connection: Connection, round_v: int
) -> None:
    figures.add(connection, COORDINATOR, "V", MEDIATORS)
    figures.add(connection, COORDINATOR, "V", MEDIATORS | {"kind": "planned", "value": 4})
    found = figures.kept(connection, READER, V)
    assert records(found, "kind", "value", "is_leading") == [
        ("reported", 6, True),
        ("planned", 4, True),
    ]


@pytest.mark.parametrize(
    ("values", "refusal"),
    [
        ({"source": None}, CitationMissing),
        ({"source": "nothing"}, SourceUnknown),
        ({"subject": "activity:nothing"}, SubjectUnknown),
        ({"subject": "post:0"}, SubjectUnknown),
        ({"figure": "headcount"}, FigureOutOfPlace),
        ({"country": "Latvia"}, CountryUnusable),
    ],
)
def test_a_figure_that_does_not_fit_is_refused(
    connection: Connection, round_v: int, values: dict[str, Any], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        figures.add(connection, COORDINATOR, "V", MEDIATORS | values)


def test_an_activity_of_another_round_is_no_subject(connection: Connection, round_v: int) -> None:
    an_activity(connection, a_round(connection, "VI"), code="vi-decoy")
    values = MEDIATORS | {"subject": "activity:vi-decoy", "figure": "headcount"}
    with pytest.raises(SubjectUnknown):
        figures.add(connection, COORDINATOR, "V", values)


def test_one_of_a_kind_leads(connection: Connection, round_v: int) -> None:
    first = figures.add(connection, COORDINATOR, "V", MEDIATORS)
    second = figures.add(connection, COORDINATOR, "V", MEDIATORS | {"value": 7})
    assert leading(connection) == [(6,)]
    third = figures.add(connection, COORDINATOR, "V", MEDIATORS | {"value": 8, "is_leading": True})
    assert leading(connection) == [(8,)]
    assert told(connection, first)[0] == ("is_leading", "True", "False")
    revision = row_of(connection, second)["revision"]
    figures.let_lead(connection, COORDINATOR, second, revision)
    assert leading(connection) == [(7,)]
    assert told(connection, second)[0] == ("is_leading", "False", "True")
    figures.remove(connection, COORDINATOR, second, revision + 1)
    assert leading(connection) == [(6,)]
    assert row_of(connection, third)["is_leading"] is False


def test_the_decoy_of_another_round_keeps_leading(connection: Connection, round_v: int) -> None:
    figures.add(connection, COORDINATOR, "V", MEDIATORS)
    figures.add(connection, COORDINATOR, "V", MEDIATORS | {"is_leading": True})
    assert records(figures.kept(connection, READER, Filters(round="IV")), "is_leading") == [(True,)]


def test_a_fact_is_corrected_with_its_citation_and_not_removed(known: Connection) -> None:
    found = figures.kept(known, READER, Filters(round="IV"))
    stated = found[(found["figure"] == "families")]
    number = int(stated.iloc[0]["id"])
    values = {"value": 150, "source": "mediators-work"}
    figures.correct(known, COORDINATOR, number, 1, values)
    assert set(told(known, number)) == {
        ("value", "149", "150"),
        ("source_id", "deck", "mediators-work"),
    }
    with pytest.raises(CitationMissing):
        figures.correct(known, COORDINATOR, number, 2, {"value": 151, "source": None})
    with pytest.raises(upkeep.NotByHand):
        figures.remove(known, COORDINATOR, number, 2)
    assert row_of(known, number)["value"] == 150


def test_the_second_of_two_editors_is_told(connection: Connection, round_v: int) -> None:
    number = figures.add(connection, COORDINATOR, "V", MEDIATORS)
    figures.correct(connection, COORDINATOR, number, 1, {"value": 7})
    attempts: tuple[Callable[[], object], ...] = (
        lambda: figures.correct(connection, COORDINATOR, number, 1, {"value": 8}),
        lambda: figures.let_lead(connection, COORDINATOR, number, 1),
        lambda: figures.remove(connection, COORDINATOR, number, 1),
    )
    for attempt in attempts:
        with pytest.raises(upkeep.ChangedMeanwhile):
            attempt()
    figures.remove(connection, COORDINATOR, number, 2)
    with pytest.raises(upkeep.RowUnknown):
        figures.correct(connection, COORDINATOR, number, 2, {"value": 8})
    assert ("value", "7", None) in told(connection, number)


def test_a_closed_round_still_takes_figures_and_an_approved_one_does_not(
    connection: Connection, round_v: int
) -> None:
    activity = an_activity(connection, round_v, code="v-seminar")
    headcount = {"scope": "activity", "figure": "headcount", "value": 3}
    of_activity = add(connection, schema.reported_figure, activity_id=activity, **headcount)
    of_post = add(
        connection,
        schema.reported_figure,
        **headcount | {"scope": "post", "mediator_post_id": a_post(connection, round_v)},
    )
    approve(connection, round_v, only_close=True)
    number = figures.add(connection, COORDINATOR, "V", MEDIATORS)
    figures.correct(connection, COORDINATOR, number, 1, {"value": 7})
    connection.execute(update(schema.round).values(closed_at=None, closed_by_id=None))
    connection.execute(schema.account.delete())
    approve(connection, round_v)
    attempts: tuple[Callable[[], object], ...] = (
        lambda: figures.add(connection, COORDINATOR, "V", MEDIATORS),
        lambda: figures.correct(connection, COORDINATOR, number, 2, {"value": 8}),
        lambda: figures.correct(connection, COORDINATOR, of_activity, 1, {"value": 8}),
        lambda: figures.correct(connection, COORDINATOR, of_post, 1, {"value": 8}),
        lambda: figures.let_lead(connection, COORDINATOR, number, 2),
        lambda: figures.remove(connection, COORDINATOR, number, 2),
    )
    for attempt in attempts:
        with pytest.raises(RoundApproved):
            attempt()
    assert figures.add(connection, COORDINATOR, "IV", MEDIATORS)


def test_who_only_reads_changes_nothing(connection: Connection, round_v: int) -> None:
    number = a_figure(connection, round_v, "families", 3)
    attempts: tuple[Callable[[], object], ...] = (
        lambda: figures.add(connection, READER, "V", MEDIATORS),
        lambda: figures.correct(connection, READER, number, 1, {"value": 4}),
        lambda: figures.let_lead(connection, READER, number, 1),
        lambda: figures.remove(connection, READER, number, 1),
    )
    for attempt in attempts:
        with pytest.raises(AccessRefused):
            attempt()
