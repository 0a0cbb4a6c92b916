"""The next reform: a list and a map become a division, or a sentence says what is wrong."""

import copy
import datetime as dt
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import time_machine
from sqlalchemy import Connection, Engine, or_, select

from data_access import audit, freshness, schema, territory
from data_access.access import OPERATOR, Reader
from data_access.coverage import places
from data_access.engine import reading, writing
from data_access.filters import Filters
from data_access.rules import Look, PlaceKind, Role, Stands
from seed import topology
from seed.reform import listed, outlined, planned, present, stored
from seed.reform.__main__ import main
from seed.reform.present import Present, ReformRefused
from tests.conftest import written_out
from tests.data_access.command_lines import Said, call
from tests.data_access.contents import Contents, changed, contents
from tests.data_access.land import a_division, a_town
from tests.data_access.people import a_person, an_activity, attends
from tests.data_access.readers import READER
from tests.seed.reforms import (
    GAINS,
    GIVES,
    MOVED,
    TAKEN_IN,
    TAKES_IN,
    Land,
    Line,
    geojson,
    put,
    today,
    tomorrow,
    written,
)

BEGINS = dt.date(2029, 7, 1)
TOLD = planned.Told("2029", BEGINS, "Likums (2028)", "Robežas: izdomātas", "Boundaries: made up")
OPTIONS = (
    *("--division", "2029", "--from", "2029-07-01", "--legal-basis", TOLD.legal_basis or ""),
    *("--attribution-lv", TOLD.attribution_lv, "--attribution-en", TOLD.attribution_en),
)
AFTER = dt.datetime(2029, 7, 2, 12, tzinfo=dt.UTC)

Files = tuple[Path, Path]


@pytest.fixture
def files(tmp_path: Path, lines: list[Line], land: Land) -> Files:
    return put(tmp_path, "list.csv", written(lines)), put(tmp_path, "map.json", geojson(land))


def plan(connection: Connection, files: Files, told: planned.Told = TOLD) -> planned.Plan:
    return planned.plan(present.read(connection), told, territory.outlines("2025"), files)


def add(engine: Engine, files: Files) -> None:
    with writing(engine) as connection:
        stored.add(connection, plan(connection, files))


def commanded(engine: Engine, command: str, *arguments: object) -> Said:
    return call(main, command, *map(str, arguments), url=written_out(engine.url))


def test_a_check_says_what_would_be_done_and_changes_nothing(facts: Engine, files: Files) -> None:
    before = contents(facts)
    said = commanded(facts, "check", *files, *OPTIONS)
    assert said.code == 0, said.problem
    for sentence in (
        "The division 2025 ends on 30.06.2029.",
        "begins on 01.07.2029: 41 municipalities, 7 of them cities, with 589 units.",
        "Balvu novads (LV-015) has land of: Alūksnes novads, Balvu novads.",
        "Ādažu novads (LV-011) is divided: Ādažu novads 7",
        "Unchanged: 38 municipalities.",
        "rings of the map ran the wrong way round and are turned.",
        "Nothing was changed: this was a check.",
    ):
        assert sentence in said.out
    assert changed(before, contents(facts)) == []


def test_a_reform_is_added_once_and_taken_out_again(facts: Engine, files: Files) -> None:
    before = contents(facts)
    with reading(facts) as connection:
        version = freshness.current(connection).number
    assert commanded(facts, "add", *files, *OPTIONS).out.endswith("The division was added.\n")
    assert commanded(facts, "add", *files, *OPTIONS).refusal() == (
        "The division 2029 was added already."
    )
    with reading(facts) as connection:
        assert freshness.current(connection).number == version + 1
        events = audit.events(connection, Reader.with_roles("test", Role.AUDITOR))
        assert list(events["action"]) == ["division.added"]
        assert list(events["actor"]) == [OPERATOR.who]
    assert commanded(facts, "drop", "2029").code == 0
    assert set(changed(before, contents(facts))) <= {"audit_event", "carried_land", "data_version"}
    assert carried(contents(facts)) == carried(before)


def carried(found: Contents) -> list[tuple[Any, ...]]:
    """Where land lies, whatever the numbers of the rows."""
    return sorted((row[1:] for row in found["carried_land"]), key=str)


def test_what_is_stored_of_a_reform(facts: Engine, files: Files) -> None:
    add(facts, files)
    municipality, division, alias = (
        schema.municipality,
        schema.division,
        schema.municipality_alias,
    )
    spans = select(
        division.c.code, municipality.c.origin, municipality.c.valid_from, municipality.c.valid_to
    ).join_from(municipality, division)
    named = select(alias.c.name).join_from(alias, municipality).join(division)
    with reading(facts) as connection:
        found = Counter(map(tuple, connection.execute(spans.where(division.c.code >= "2025"))))
        assert found == {
            ("2025", "fact", dt.date(2025, 7, 1), BEGINS - dt.timedelta(days=1)): 42,
            ("2029", "entered", BEGINS, None): 41,
        }
        assert shares(connection) == {
            (TAKEN_IN, TAKES_IN): 1.0,
            (TAKES_IN, TAKES_IN): 1.0,
            (GIVES, GIVES): pytest.approx(0.75, abs=0.01),
            (GIVES, GAINS): pytest.approx(0.25, abs=0.01),
            (GAINS, GAINS): 1.0,
        }
        of_2029 = set(connection.scalars(named.where(division.c.code == "2029")))
        assert of_2029 == set(connection.scalars(named.where(division.c.code == "2025")))


def shares(connection: Connection) -> dict[tuple[str, str], float]:
    """The shares of those whose land is not their own alone."""
    old, new = schema.municipality.alias(), schema.municipality.alias()
    change = schema.succession
    statement = (
        select(old.c.iso, new.c.iso, change.c.share_of_area)
        .join_from(change, old, change.c.predecessor_id == old.c.id)
        .join(new, change.c.successor_id == new.c.id)
        .where(change.c.effective_on == BEGINS, new.c.iso.in_([TAKES_IN, GIVES, GAINS]))
    )
    return {(a, b): share for a, b, share in connection.execute(statement)}


def test_the_map_that_is_kept_is_whole_clockwise_and_says_whose_it_is(
    facts: Engine, files: Files
) -> None:
    add(facts, files)
    with reading(facts) as connection:
        added = territory.added_maps(connection, READER, Filters())["2029"]
    assert (added.attribution_lv, added.attribution_en) == (
        TOLD.attribution_lv,
        TOLD.attribution_en,
    )
    drawn = territory.outlines("2029", added)
    shapes = drawn["objects"]["municipalities"]["geometries"]
    assert len({shape["properties"]["iso"] for shape in shapes}) == len(shapes) == 41
    assert all(set(shape["properties"]) == {"iso", "name", "is_city"} for shape in shapes)
    topology.require_clockwise(drawn)
    assert territory.outlines("2029", added) is drawn
    with pytest.raises(territory.NoOutlines):
        territory.outlines("2029")


def test_records_stand_once_in_each_look(facts: Engine, files: Files) -> None:
    add(facts, files)
    with writing(facts) as connection:
        number = attended(connection)
    with time_machine.travel(AFTER, tick=False), reading(facts) as connection:
        assert territory.in_force_today(connection) == "2029"
        for look in Look:
            answer = places(connection, READER, Filters(activity="all", look=look))
            assert answer["attendances"].sum() == answer["persons"].sum() == number
        drawn = answer[answer["place_kind"] == PlaceKind.MUNICIPALITY]
        assert set(drawn["division"]) == {"2029"}
        assert len(drawn) == 41
        # Aglona lies in two, and now Ādaži does; Carnikava of 2009 and the unit are Saulkrasti's.
        either = answer.loc[answer["place_kind"] == Stands.EITHER, "attendances"]
        assert either.sum() == 2
        assert drawn.set_index("iso").loc[GAINS, "attendances"] == 3
    with time_machine.travel(BEGINS, tick=False), reading(facts) as connection:
        assert territory.in_force_today(connection) == "2029"
    with time_machine.travel(BEGINS - dt.timedelta(days=1), tick=False), reading(facts) as asking:
        assert territory.in_force_today(asking) == "2025"


def attended(connection: Connection) -> int:
    """In 2019 somebody of each municipality of 2025, of two of 2009, and of the unit that moves."""
    municipality, division, unit = schema.municipality, schema.division, schema.territorial_unit.c
    round_ = connection.scalars(select(schema.round.c.id).where(schema.round.c.code == "IV")).one()
    meeting = an_activity(connection, round_, dt.date(2019, 9, 1), code="all")
    numbers = select(municipality.c.id, municipality.c.iso, division.c.code).join(division)
    is_asked = or_(
        division.c.code == "2025",
        municipality.c.name.in_(["Aglonas novads", "Carnikavas novads"])
        & (division.c.code == "2009"),
    )
    found = connection.execute(numbers.where(is_asked)).all()
    for row in found:
        attends(connection, a_person(connection), meeting, municipality=row.id)
    moves = connection.scalars(select(unit.id).where(unit.code == MOVED)).one()
    (gives,) = (row.id for row in found if (row.code, row.iso) == ("2025", GIVES))
    someone = a_person(connection)
    attends(connection, someone, meeting, municipality=gives, territorial_unit_id=moves)
    return len(found) + 1


def test_nothing_is_stored_of_a_reform_that_is_refused(
    facts: Engine, files: Files, lines: list[Line], tmp_path: Path
) -> None:
    before = contents(facts)
    short = put(tmp_path, "short.csv", written(lines[1:]))
    said = commanded(facts, "add", short, files[1], *OPTIONS)
    assert said.refusal() == "short.csv: 1 of 589 units are missing: adazu-novads.adazu-pag."
    overlapping = put(tmp_path, "over.json", geojson(tomorrow() | {GIVES: today()[GIVES]}))
    assert "overlap" in commanded(facts, "add", files[0], overlapping, *OPTIONS).refusal()
    assert changed(before, contents(facts)) == []


def test_the_list_may_have_semicolons_and_names_alone(
    latest: Present, tmp_path: Path, lines: list[Line]
) -> None:
    named = [{name: text for name, text in line.items() if name != "unit"} for line in lines]
    path = put(tmp_path, "list.csv", "\ufeff" + written(named, ";"))
    assert (
        listed.read(path, latest).homes
        == listed.read(put(tmp_path, "codes.csv", written(lines)), latest).homes
    )


def test_the_template_is_the_list_of_a_reform_that_changes_nothing(
    facts: Engine, latest: Present, tmp_path: Path
) -> None:
    said = commanded(facts, "template")
    found = listed.read(put(tmp_path, "list.csv", said.out), latest)
    assert found.municipalities == latest.municipalities
    assert found.homes == {code: unit.home for code, unit in latest.units.items()}


def test_a_map_as_the_project_has_them_is_taken_as_it_is(latest: Present, tmp_path: Path) -> None:
    drawn = territory.outlines("2025")
    found = outlined.read(put(tmp_path, "map.json", drawn), latest.municipalities)
    assert found.turned == 0
    assert found.topology["arcs"] == drawn["arcs"]
    turned = copy.deepcopy(drawn)
    walk = turned["objects"]["municipalities"]["geometries"][0]["arcs"][0]
    walk[:] = [~arc for arc in reversed(walk)]
    again = outlined.read(put(tmp_path, "map.json", turned), latest.municipalities)
    assert again.turned == 1
    assert again.topology == found.topology


def test_a_division_stays_that_a_record_names(facts: Engine, files: Files) -> None:
    add(facts, files)
    with writing(facts) as connection:
        municipality, division = schema.municipality, schema.division
        numbers = select(municipality.c.id).join(division).where(division.c.code == "2029")
        number = connection.scalars(numbers.where(municipality.c.iso == GAINS)).one()
        round_ = connection.scalars(select(schema.round.c.id).limit(1)).one()
        an_activity(connection, round_, place_kind="municipality", municipality_id=number)
    before = contents(facts)
    assert commanded(facts, "drop", "2029").refusal() == (
        "The division 2029 stays: its municipalities are named by rows of activity."
    )
    assert changed(before, contents(facts)) == []


def test_what_the_facts_brought_is_not_taken_out(facts: Engine) -> None:
    assert commanded(facts, "drop", "2025").refusal() == (
        "The division 2025 came with the documented facts and stays."
    )
    assert commanded(facts, "drop", "2021").refusal() == (
        "2021 is not the latest division: only that can be taken out."
    )


def test_there_must_be_something_to_reform(engine: Engine) -> None:
    with writing(engine) as connection:
        with pytest.raises(ReformRefused, match="holds no division of municipalities yet"):
            present.read(connection)
        a_town(connection, a_division(connection, "2025"), "LV-001", "Aglona")
        with pytest.raises(ReformRefused, match="No territorial unit of the division 2025 is kno"):
            present.read(connection)
