"""Facts fill an empty database once, whole, and never one that holds something else."""

import csv
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, select

from data_access import freshness, schema
from data_access.engine import reading, writing
from data_access.rules import fold
from data_access.schema import metadata
from seed import fill
from seed.fill import ORDER, DatabaseHoldsRecords, fill_facts
from seed.lines import FactsUnreadable
from tests.conftest import written_out
from tests.data_access.command_lines import ROOT, environment
from tests.data_access.contents import changed, contents
from tests.data_access.people import a_person, add
from tests.data_access.rows import put

TITLES = {"title_lv": "Nosaukums", "title_en": "Title"}
NAMES = {"name_lv": "Biedrība", "name_en": "Association", "name_folded": "biedriba"}
SEED_ON_COMMAND = """
from seed.__main__ import main
print("ready", flush=True)
input()
raise SystemExit(main(["--facts-only"]))
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the facts that a test may break."""
    copy = tmp_path / "facts"
    shutil.copytree(fill.FACTS, copy)
    monkeypatch.setattr(fill, "FACTS", copy)
    return copy


def filled(engine: Engine) -> bool:
    with writing(engine) as connection:
        return fill_facts(connection)


def enter_institution(engine: Engine) -> None:
    with writing(engine) as connection:
        add(connection, schema.institution, code="association", **NAMES)


def enter_round(engine: Engine) -> None:
    with writing(engine) as connection:
        add(connection, schema.round, code="IV", ordinal=4, **TITLES)


def enter_person(engine: Engine) -> None:
    with writing(engine) as connection:
        a_person(connection)


def lines_of(table: str) -> int:
    with (fill.FACTS / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return sum(1 for _ in csv.DictReader(file))


def counts(engine: Engine) -> dict[str, int]:
    """How many rows each table has that has any."""
    rows = {name: len(found) for name, found in contents(engine).items()}
    return {name: number for name, number in rows.items() if number}


EVERY_LINE = {table.name: lines_of(table.name) for table in ORDER} | {
    "carried_land": lines_of("municipality") * lines_of("division"),
    "recommendation_standing": lines_of("recommendation"),
    "data_version": 1,
}


def test_every_line_of_the_facts_becomes_a_row(engine: Engine) -> None:
    assert filled(engine)
    assert counts(engine) == EVERY_LINE


def test_every_file_of_facts_is_filled_in_after_those_it_refers_to() -> None:
    assert {table.name for table in ORDER} == {path.stem for path in fill.FACTS.glob("*.csv")}
    for place, table in enumerate(ORDER):
        named = {key.column.table for key in table.foreign_keys} & set(ORDER)
        assert named <= set(ORDER[:place])


def test_filling_in_counts_as_one_change_of_the_data(engine: Engine) -> None:
    filled(engine)
    with reading(engine) as connection:
        assert freshness.current(connection).number == 1


def test_every_row_of_the_facts_says_that_it_is_one(facts: Engine) -> None:
    with reading(facts) as connection:
        for table in (table for table in metadata.sorted_tables if "origin" in table.c):
            found = connection.scalars(select(table.c.origin).distinct()).all()
            assert found == (["fact"] if table in ORDER else []), table.name


def test_everything_that_can_be_cited_names_its_source(facts: Engine) -> None:
    cited = [table for table in ORDER if "source_id" in table.c]
    assert {schema.reported_figure, schema.round_statement, schema.reported_place} < set(cited)
    with reading(facts) as connection:
        for table in cited:
            without = select(func.count()).where(table.c.source_id.is_(None))
            assert connection.execute(without).scalar_one() == 0, table.name


def test_what_is_searched_for_is_folded(facts: Engine) -> None:
    municipality, activity = schema.municipality.c, schema.activity.c
    for text, folded in (
        (municipality.name, municipality.name_folded),
        (activity.title_lv, activity.title_folded),
    ):
        with reading(facts) as connection:
            found = connection.execute(select(text, folded)).all()
        assert {name: fold(name) for name, _ in found} == dict(found)
        assert any(name.casefold() != plain for name, plain in found)


def test_filling_in_again_changes_nothing(engine: Engine) -> None:
    assert filled(engine)
    before = contents(engine)
    assert not filled(engine)
    assert changed(before, contents(engine)) == []


def test_filling_in_again_leaves_alone_what_was_entered_since(engine: Engine) -> None:
    filled(engine)
    put(engine, "entered since")
    before = contents(engine)
    assert not filled(engine)
    assert changed(before, contents(engine)) == []


@pytest.mark.parametrize("enter", [enter_institution, enter_round, enter_person])
def test_a_database_with_other_records_is_refused_and_left_as_it_is(
    engine: Engine, enter: Callable[[Engine], None]
) -> None:
    enter(engine)
    before = contents(engine)
    with pytest.raises(DatabaseHoldsRecords, match="holds records already"):
        filled(engine)
    assert changed(before, contents(engine)) == []


def replace_line(file: Path, number: int, line: bytes) -> None:
    lines = file.read_bytes().split(b"\n")
    lines[number - 1] = line
    file.write_bytes(b"\n".join(lines))


BROKEN_LINES = {
    "a reference to nothing": ("activity_day", 4, b"iv-nothing,2020-07-03"),
    "a day that is none": ("activity_day", 4, b"iv-talsi,2020-07-32"),
    "an empty cell that must be filled": ("activity_day", 4, b"iv-talsi,"),
    "one cell too few": ("activity_day", 4, b"iv-talsi"),
    "one cell too many": ("activity_day", 4, b"iv-talsi,2020-07-03,2020-07-04"),
    "a quote out of place": ("activity_day", 4, b'"iv-talsi"s,2020-07-03'),
    "a letter of another encoding": ("activity_day", 4, b"iv-t\xe2lsi,2020-07-03"),
    "a number that is none": ("denominator", 3, b",roma,4 784,,statistics-office,"),
    "a yes that is none": ("municipality", 2, b"2009,LV-001,Aglonas novads,no,2009-07-01,"),
}
NOT_FITTING = {
    "a word outside the vocabulary": ("activity_institution", 2, b"iv-talsi,vas,guest,deck,"),
    "a line that stands there twice": ("activity_day", 4, b"iv-talsi,2020-07-02"),
    "a number out of bounds": ("denominator", 3, b",roma,-1,,statistics-office,"),
}


@pytest.mark.parametrize("broken", BROKEN_LINES)
def test_a_broken_line_is_named_and_nothing_is_stored(
    engine: Engine, folder: Path, broken: str
) -> None:
    table, number, line = BROKEN_LINES[broken]
    replace_line(folder / f"{table}.csv", number, line)
    before = contents(engine)
    with pytest.raises(FactsUnreadable, match=rf"^{table}\.csv, line {number}:"):
        filled(engine)
    assert changed(before, contents(engine)) == []


@pytest.mark.parametrize("broken", NOT_FITTING)
def test_a_line_that_the_table_refuses_names_its_file_and_nothing_is_stored(
    engine: Engine, folder: Path, broken: str
) -> None:
    table, number, line = NOT_FITTING[broken]
    replace_line(folder / f"{table}.csv", number, line)
    before = contents(engine)
    with pytest.raises(FactsUnreadable, match=rf"^{table}\.csv") as caught:
        filled(engine)
    (sentence,) = str(caught.value).splitlines()
    assert sentence.endswith(".")
    assert not sentence.endswith("..")
    assert changed(before, contents(engine)) == []


def test_a_strange_heading_is_named(engine: Engine, folder: Path) -> None:
    replace_line(folder / "activity_day.csv", 1, b"activity,date")
    with pytest.raises(FactsUnreadable, match=r"activity_day\.csv, line 2: .* date"):
        filled(engine)


def test_a_missing_file_is_named_and_nothing_is_stored(engine: Engine, folder: Path) -> None:
    (folder / "recommendation.csv").unlink()
    before = contents(engine)
    with pytest.raises(FactsUnreadable, match=r"recommendation\.csv"):
        filled(engine)
    assert changed(before, contents(engine)) == []


def popen(url: str) -> subprocess.Popen[str]:
    pipe, command = subprocess.PIPE, [sys.executable, "-c", SEED_ON_COMMAND]
    return subprocess.Popen(
        command, cwd=ROOT, env=environment(url), stdin=pipe, stdout=pipe, text=True
    )


def test_of_two_that_fill_in_at_once_one_does_the_work(empty: Engine) -> None:
    with ExitStack() as stack:
        both = [stack.enter_context(popen(written_out(empty.url))) for _ in range(2)]
        assert [start.stdout and start.stdout.readline() for start in both] == ["ready\n"] * 2
        for start in both:
            assert start.stdin
            start.stdin.write("\n")
            start.stdin.flush()
        said = [start.communicate(timeout=60)[0] for start in both]
    assert sorted(said) == ["The facts are in place already.\n", "The facts were filled in.\n"]
    assert counts(empty) == EVERY_LINE
