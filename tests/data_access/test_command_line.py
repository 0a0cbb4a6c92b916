"""``python -m data_access``: figures for programs and people, and one sentence when it refuses."""

import json
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from data_access.__main__ import main
from data_access.engine import writing
from data_access.upgrade import check
from tests.conftest import written_out
from tests.data_access.command_lines import Said, call, run
from tests.provide.databases import SqliteShelf
from tests.provide.postgresql import free_port

SECRET = "s3cret"  # noqa: S105 - nobody's
# Reported figures, by the names and values the project promises to whoever reads them by program.
PROMISED = {
    "participants": 230,
    "participants_state_municipal": 103,
    "participants_roma": 70,
    "participants_ngo_other": 14,
    "families": 149,
    "municipalities": 19,
    "mediators": 5,
    "service_months": 10,
    "mediator_families": 128,
}
RECORDED = {
    *("persons", "persons_not_stated", "attendances", "municipalities"),
    *("mediators", "mediator_families", "families"),
}
GAP = {"figure", "reported", "against", "difference", "rule", "owner", "explanation", "status"}


@pytest.fixture(scope="module")
def file(sqlite_shelf: SqliteShelf) -> Iterator[str]:
    """The address of a file with the facts."""
    with sqlite_shelf.copy("facts") as url:
        yield written_out(url)


def figures(*arguments: str, url: str) -> Said:
    return run("data_access", "figures", "--round", "IV", *arguments, url=url)


def migrate_to_a_later_version(engine: Engine) -> None:
    with writing(engine, rebuilds=True) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))


def test_figures_of_round_iv_are_those_of_the_promise(facts_database_url: str) -> None:
    said = figures("--json", url=facts_database_url)
    assert (said.code, said.problem) == (0, "")
    found = json.loads(said.out)
    assert set(found) == {"round", "reported", "recorded", "gaps"}
    assert found["round"] == "IV"
    assert found["reported"] == PROMISED
    assert found["recorded"] == dict.fromkeys(RECORDED)
    assert [gap["difference"] for gap in found["gaps"]] == [43, 21, 1]
    assert all(set(gap) == GAP for gap in found["gaps"])


def test_without_json_the_figures_are_a_table_for_people(file: str) -> None:
    said = call(main, "figures", "--round", "IV", url=file)
    assert (said.code, said.problem) == (0, "")
    lines = [line.split() for line in said.out.splitlines()]
    assert lines[0] == ["Round", "IV"]
    assert all([name, str(value)] in lines for name, value in PROMISED.items())
    assert all([name, "no", "rows", "yet"] in lines for name in RECORDED)
    assert [line[0] for line in lines if "difference" in line] == [
        *("participants:", "families:", "mediators:")
    ]


def test_a_round_of_which_little_is_stated_says_so(file: str) -> None:
    said = call(main, "figures", "--round", "VII", "--json", url=file)
    assert json.loads(said.out)["reported"] == dict.fromkeys(PROMISED)


@pytest.mark.parametrize("form", [(), ("--json",)])
def test_an_unknown_round_is_refused_with_those_there_are(file: str, form: tuple[str, ...]) -> None:
    sentence = call(main, "figures", "--round", "VIII", *form, url=file).refusal()
    assert "'VIII'" in sentence
    assert "II, III, IV, V, VII" in sentence


def test_a_database_that_waits_for_an_upgrade_is_refused_until_it_is_migrated(
    empty: Engine,
) -> None:
    url = written_out(empty.url)
    assert "python -m data_access migrate" in figures(url=url).refusal()
    assert run("data_access", "migrate", url=url).out == "The schema was brought up to date.\n"
    check(empty)


def test_migrating_what_is_up_to_date_says_so(file: str) -> None:
    assert call(main, "migrate", url=file) == Said(0, "The schema is up to date.\n", "")


def test_a_newer_schema_is_refused(engine: Engine) -> None:
    migrate_to_a_later_version(engine)
    url = written_out(engine.url)
    assert "later version" in figures(url=url).refusal()
    if engine.dialect.name == "sqlite":
        assert "later version" in call(main, "migrate", url=url).refusal()


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        (f"nonsense:{SECRET}", "DATABASE_URL is not understood"),
        (f"postgresql://platform:{SECRET}@127.0.0.1:{{port}}/platform", "does not answer"),
        ("sqlite:///{folder}/missing.sqlite", "cannot be opened"),
        ("sqlite:///{folder}/text.sqlite", "is not a SQLite database"),
    ],
)
def test_a_wrong_address_is_refused_in_one_sentence(
    tmp_path: Path, address: str, reason: str
) -> None:
    (tmp_path / "text.sqlite").write_text("This is a text, and no database at all. " * 100)
    url = address.format(port=free_port(), folder=tmp_path)
    sentence = call(main, "figures", "--round", "IV", url=url).refusal()
    assert reason in sentence
    assert SECRET not in sentence
    assert [path.name for path in tmp_path.iterdir()] == ["text.sqlite"]


def test_a_refusal_is_all_that_is_said(tmp_path: Path) -> None:
    for url in ("nonsense", f"sqlite:///{tmp_path}/missing.sqlite"):
        assert figures("--json", url=url).refusal()


def test_migrating_makes_the_embedded_file_for_its_owner_only(tmp_path: Path) -> None:
    assert run("data_access", "migrate", folder=tmp_path).code == 0
    file = tmp_path / ".data" / "platform.sqlite"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
