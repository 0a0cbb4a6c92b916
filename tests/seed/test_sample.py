"""The made-up sample meets what round IV reports, and gives no real body an invented deed."""

import datetime as dt
import json
from collections import Counter, defaultdict
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, Select, func, select

from data_access import freshness, schema
from data_access.engine import reading, writing
from data_access.rules import Category
from seed.fill import DatabaseHoldsRecords
from seed.sample import fill_sample
from seed.sample.participants import HEADCOUNTS
from tests.conftest import written_out
from tests.data_access.command_lines import run
from tests.data_access.contents import Contents, changed, contents
from tests.data_access.people import a_person, attends
from tests.data_access.rows import opened
from tests.provide.databases import SqliteShelf

UNTOUCHED = {
    *("round", "round_statement", "activity", "activity_day", "reported_figure", "reported_place"),
    *("gap", "audit_event", "change", "upload", "person_identity", "document", "account"),
}
CODES = [category.value for category in Category]


def filled(engine: Engine) -> bool:
    with writing(engine) as connection:
        return fill_sample(connection)


def figures(engine: Engine) -> Any:
    said = run("data_access", "figures", "--round", "IV", "--json", url=written_out(engine.url))
    return json.loads(said.out)


def attended(connection: Connection) -> list[tuple[int, str, dt.date | None]]:
    """Person, capacity and last day of everything that counts."""
    row, activity = schema.attendance.c, schema.activity.c
    statement = (
        select(row.person_id, row.capacity, func.coalesce(activity.ends_on, activity.starts_on))
        .join_from(schema.attendance, schema.activity)
        .where(row.status == "attended")
    )
    return [tuple(found) for found in connection.execute(statement)]


def made_up(engine: Engine) -> Contents:
    """Every made-up row, and what belongs to one."""
    rows = contents(engine)
    for name, table in schema.metadata.tables.items():
        if "origin" in table.c:
            place = list(table.c.keys()).index("origin")
            rows[name] = [row for row in rows[name] if row[place] == "sample"]
    del rows["data_version"]
    return rows


def by_code(connection: Connection, statement: Select[str, int]) -> dict[str, int]:
    return {row[0]: row[1] for row in connection.execute(statement)}


def category_of(came: list[tuple[str, dt.date | None]]) -> str:
    """The counting rule once more: the most, then the latest, then the order of the codes."""
    stated = [(capacity, day or dt.date.min) for capacity, day in came if capacity != "not_stated"]
    often = Counter(capacity for capacity, _ in stated)
    latest = {code: max(day for c, day in stated if c == code) for code in often}
    ranked = sorted(often, key=lambda c: (-often[c], -latest[c].toordinal(), CODES.index(c)))
    return ranked[0] if ranked else "not_stated"


def test_the_recorded_figures_meet_the_reported_ones(facts: Engine) -> None:
    before = figures(facts)
    assert filled(facts)
    after = figures(facts)
    assert after["recorded"] == {
        "persons": 230,
        "persons_not_stated": 43,
        "attendances": 318,
        "municipalities": 19,
        "mediators": 5,
        "mediator_families": 128,
        "families": 149,
    }
    assert (after["reported"], after["gaps"]) == (before["reported"], before["gaps"])


def test_everybody_counts_once_and_the_categories_add_up(sample: Engine) -> None:
    came: dict[int, list[tuple[str, dt.date | None]]] = defaultdict(list)
    with reading(sample) as connection:
        for person, capacity, day in attended(connection):
            came[person].append((capacity, day))
    counted = Counter(category_of(rows) for rows in came.values())
    assert counted["state"] + counted["municipal"] == 103
    assert counted == {
        "state": 42,
        "municipal": 61,
        "roma": 70,
        "ngo": 9,
        "other": 5,
        "not_stated": 43,
    }


def test_the_rule_of_counting_matters(sample: Engine) -> None:
    capacities: dict[int, list[str]] = defaultdict(list)
    with reading(sample) as connection:
        for person, capacity, _ in attended(connection):
            capacities[person].append(capacity)
    mixed = [Counter(found) for found in capacities.values() if len(set(found)) > 1]
    stated = [Counter({c: n for c, n in m.items() if c != "not_stated"}) for m in mixed]
    ties = [s for s in stated if len(s) > 1 and len(set(s.values())) == 1]
    said_once = [
        m for m in mixed if m["not_stated"] > max(s for c, s in m.items() if c in CODES[:5])
    ]
    assert (len(mixed), len(ties), len(said_once)) == (10, 2, 2)


def test_as_many_came_to_each_activity_as_was_published(sample: Engine) -> None:
    statement = (
        select(schema.activity.c.code, func.count())
        .join_from(schema.attendance, schema.activity)
        .where(schema.attendance.c.status == "attended")
        .group_by(schema.activity.c.code)
    )
    published = (
        select(schema.activity.c.code, schema.reported_figure.c.value)
        .join_from(schema.reported_figure, schema.activity)
        .where(schema.reported_figure.c.figure == "headcount")
    )
    with reading(sample) as connection:
        came, known = (by_code(connection, asked) for asked in (statement, published))
    assert came == HEADCOUNTS
    assert len(known) == 5
    assert {code: came[code] for code in known} == known
    assert not {"iv-stories", "iv-english-course"} & set(came)


def test_who_only_registered_is_beside_the_count(sample: Engine) -> None:
    row = schema.attendance.c
    came = select(row.person_id).where(row.status == "attended")
    with reading(sample) as connection:
        rows = connection.execute(select(row.status, func.count()).group_by(row.status)).all()
        absent = connection.scalars(
            select(row.person_id).distinct().where(row.person_id.not_in(came))
        ).all()
    assert dict(rows) == {"attended": 318, "registered": 14, "not_stated": 4}
    assert len(absent) == 5


def test_exactly_the_municipalities_that_the_document_lists_are_represented(
    sample: Engine,
) -> None:
    listed = schema.reported_place.c
    with reading(sample) as connection:
        named = connection.scalars(
            select(listed.municipality_id)
            .join(schema.round)
            .where(schema.round.c.code == "IV", listed.role == "represented")
        ).all()
        found = connection.scalars(select(schema.attendance.c.municipality_id).distinct()).all()
    assert set(found) - {None} == set(named)
    assert len(named) == 19


def test_national_officials_belong_to_no_municipality(sample: Engine) -> None:
    row = schema.attendance.c
    with reading(sample) as connection:
        places = connection.execute(
            select(row.place_kind, row.municipality_id).where(row.capacity == "state").distinct()
        ).all()
        kinds = set(connection.scalars(select(row.place_kind).distinct()))
    assert places == [("national_body", None)]
    assert kinds == {"municipality", "national_body", "abroad", "online", "not_stated"}


def test_only_women_came_to_the_womens_seminar_and_young_people_to_the_workshop(
    sample: Engine,
) -> None:
    row = schema.attendance.c
    of = (
        select(row.gender, row.age_band)
        .join_from(schema.attendance, schema.activity)
        .where(row.status == "attended")
    )
    with reading(sample) as connection:
        women = connection.execute(of.where(schema.activity.c.code == "iv-womens-seminar")).all()
        youth = connection.execute(of.where(schema.activity.c.code == "iv-youth-workshop")).all()
    assert {gender for gender, _ in women} == {"woman"}
    assert {age for _, age in youth} == {"under_18", "18_29"}


def test_the_sample_leaves_the_facts_as_they_are(facts: Engine) -> None:
    before = contents(facts)
    filled(facts)
    after = contents(facts)
    for name, rows in before.items():
        if name != "data_version":
            assert after[name][: len(rows)] == rows, name
    assert not UNTOUCHED & set(changed(before, after))


def test_every_added_row_says_that_it_is_made_up(sample: Engine, facts: Engine) -> None:
    known = contents(facts)
    for name, rows in contents(sample).items():
        table = schema.metadata.tables[name]
        if "origin" in table.c:
            place = list(table.c.keys()).index("origin")
            assert {row[place] for row in rows[len(known[name]) :]} <= {"sample"}, name


def test_it_is_the_same_each_time_and_on_both_databases(
    sample: Engine, sqlite_shelf: SqliteShelf
) -> None:
    with sqlite_shelf.copy("facts") as url, opened(url) as again:
        filled(again)
        assert made_up(again) == made_up(sample)


def test_filling_in_counts_as_one_change_and_again_as_none(facts: Engine) -> None:
    assert filled(facts)
    with reading(facts) as connection:
        assert freshness.current(connection).number == 2
    before = contents(facts)
    assert not filled(facts)
    assert changed(before, contents(facts)) == []


@pytest.mark.parametrize("origin", ["entered", "upload"])
def test_made_up_rows_are_never_mixed_with_real_ones(facts: Engine, origin: str) -> None:
    with writing(facts) as connection:
        if origin == "entered":
            activity = connection.scalars(select(schema.activity.c.id)).first()
            assert activity
            attends(connection, a_person(connection), activity)
        else:
            connection.execute(schema.upload.insert().values(an_upload()))
    before = contents(facts)
    with pytest.raises(DatabaseHoldsRecords, match="holds real records"):
        filled(facts)
    assert changed(before, contents(facts)) == []


def an_upload() -> dict[str, Any]:
    """A file that waits to be recorded."""
    at = dt.datetime(2020, 5, 1, tzinfo=dt.UTC)
    return {"sha256": "0" * 64, "file_kind": "csv", "size_bytes": 1, "uploaded_at": at}
