"""The schema's versions: up, down and up again, one at a time, and never with the wrong one."""

import subprocess
import sys
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import Engine, inspect, select, text

from data_access.engine import (
    DatabaseFault,
    DatabaseForeign,
    SchemaTooNew,
    SchemaTooOld,
    reading,
    writing,
)
from data_access.schema import data_version, metadata
from data_access.upgrade import check, downgrade, upgrade
from tests.conftest import written_out
from tests.data_access.rows import codes, put
from tests.data_access.upgrade.description import described

ROOT = Path(__file__).parents[3]
AT_ONCE = 3
UPGRADE_ON_COMMAND = """
from data_access.engine import open_engine
from data_access.upgrade import upgrade
print("ready", flush=True)
input()
print(upgrade(open_engine()))
"""


def tables(engine: Engine) -> set[str]:
    return set(inspect(engine).get_table_names())


def upgrades_at_once(count: int) -> list[str]:
    """What each of several processes says of its upgrade, all let go at the same moment."""
    command = [sys.executable, "-c", UPGRADE_ON_COMMAND]
    with ExitStack() as stack:
        starts = [stack.enter_context(popen(command)) for _ in range(count)]
        for start in starts:
            assert start.stdout
            assert start.stdout.readline() == "ready\n"
        for start in starts:
            assert start.stdin
            start.stdin.write("\n")
            start.stdin.flush()
        return [start.communicate(timeout=60)[0].strip() for start in starts]


def popen(command: list[str]) -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True)


def take_back(engine: Engine) -> None:
    downgrade(engine, "base")


def migrate_to_a_later_version(engine: Engine) -> None:
    with writing(engine, rebuilds=True) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))


def test_the_first_upgrade_has_something_to_do_and_the_second_has_not(empty: Engine) -> None:
    assert upgrade(empty)
    put(empty, "kept")
    before = tables(empty)
    assert not upgrade(empty)
    check(empty)
    assert codes(empty) == ["kept"]
    assert tables(empty) == before == {*metadata.tables, "alembic_version"}


def test_an_upgraded_database_counts_its_changes_from_zero(engine: Engine) -> None:
    with reading(engine) as connection:
        assert connection.execute(select(data_version.c.number)).scalars().all() == [0]


def test_a_database_without_tables_waits_for_an_upgrade(empty: Engine) -> None:
    with pytest.raises(SchemaTooOld, match="migrate"):
        check(empty)
    upgrade(empty)
    check(empty)


@pytest.mark.parametrize("use", [check, upgrade, take_back])
def test_a_database_of_a_later_version_is_left_alone(
    engine: Engine, use: Callable[[Engine], object]
) -> None:
    put(engine, "kept")
    migrate_to_a_later_version(engine)
    with pytest.raises(SchemaTooNew, match="later version"):
        use(engine)
    assert codes(engine) == ["kept"]
    assert tables(engine) == {*metadata.tables, "alembic_version"}


def test_up_down_and_up_again_ends_where_it_began(engine: Engine) -> None:
    before = described(engine)
    downgrade(engine, "base")
    assert tables(engine) == {"alembic_version"}
    with pytest.raises(SchemaTooOld):
        check(engine)
    assert upgrade(engine)
    assert described(engine) == before


def test_an_upgrade_that_fails_half_way_leaves_nothing_behind(empty: Engine) -> None:
    with writing(empty) as connection:
        connection.execute(text("CREATE VIEW upload_row AS SELECT 1 AS stranger"))
    with pytest.raises(DatabaseFault):
        upgrade(empty)
    assert tables(empty) == set()
    with writing(empty) as connection:
        connection.execute(text("DROP VIEW upload_row"))
    assert upgrade(empty)


def test_of_several_upgrades_at_once_one_does_the_work(
    empty: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", written_out(empty.url))
    said = upgrades_at_once(AT_ONCE)
    assert sorted(said) == ["False"] * (AT_ONCE - 1) + ["True"]
    check(empty)


def test_the_database_of_another_program_is_refused_and_left_as_it_is(empty: Engine) -> None:
    with writing(empty) as connection:
        connection.execute(text("CREATE TABLE stranger (number INTEGER)"))
    with pytest.raises(DatabaseForeign, match="belongs to another program"):
        upgrade(empty)
    assert tables(empty) == {"stranger"}
