"""``python -m seed``: an empty database becomes a useful one, and any other is left alone."""

import shutil
import stat
from pathlib import Path

import pytest
from sqlalchemy import Engine

from data_access.engine import database_url
from seed import fill
from seed.__main__ import main
from tests.conftest import written_out
from tests.data_access.command_lines import Said, call, run
from tests.data_access.contents import changed, contents
from tests.data_access.rows import opened, put


def seed(*options: str, url: str) -> Said:
    return run("seed", "--facts-only", *options, url=url)


def seed_here(*options: str, url: str) -> Said:
    return call(main, "--facts-only", *options, url=url)


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_first_time_a_file_for_its_owner_only_is_made_and_filled(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/new/platform.sqlite"
    assert seed(url=url) == Said(0, "The facts were filled in.\n", "")
    assert mode_of(tmp_path / "new" / "platform.sqlite") == 0o600
    with opened(database_url({"DATABASE_URL": url})) as engine:
        before = contents(engine)
        assert seed(url=url) == Said(0, "The facts are in place already.\n", "")
        assert seed_here("--if-empty", url=url).out == "The facts are in place already.\n"
        assert changed(before, contents(engine)) == []
    assert len(before["municipality"]) == 204


def test_without_an_address_the_embedded_file_is_filled(tmp_path: Path) -> None:
    assert run("seed", "--facts-only", folder=tmp_path).out == "The facts were filled in.\n"
    assert mode_of(tmp_path / ".data") == 0o700
    assert mode_of(tmp_path / ".data" / "platform.sqlite") == 0o600


def test_a_database_with_records_is_refused_in_one_sentence(engine: Engine) -> None:
    put(engine, "entered")
    before = contents(engine)
    assert "holds records already" in seed(url=written_out(engine.url)).refusal()
    assert changed(before, contents(engine)) == []


def test_a_database_with_records_can_be_left_as_it_is_without_a_refusal(engine: Engine) -> None:
    put(engine, "entered")
    before = contents(engine)
    said = seed("--if-empty", url=written_out(engine.url))
    assert said == Said(0, "The database holds records; it was left as it is.\n", "")
    assert changed(before, contents(engine)) == []


def test_an_empty_database_is_filled_whatever_the_option(tmp_path: Path) -> None:
    said = seed_here("--if-empty", url=f"sqlite:///{tmp_path}/platform.sqlite")
    assert said == Said(0, "The facts were filled in.\n", "")


def test_a_wrong_address_is_refused_in_one_sentence(tmp_path: Path) -> None:
    assert "DATABASE_URL is not understood" in seed(url="nonsense").refusal()
    (tmp_path / "file").touch()
    url = f"sqlite:///{tmp_path}/file/platform.sqlite"
    assert f"{tmp_path}/file/platform.sqlite" in seed_here(url=url).refusal()


def test_facts_that_cannot_be_read_are_refused_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(fill.FACTS, tmp_path / "facts")
    monkeypatch.setattr(fill, "FACTS", tmp_path / "facts")
    (tmp_path / "facts" / "activity_day.csv").write_text("activity,day\niv-talsi,someday\n")
    sentence = seed_here(url=f"sqlite:///{tmp_path}/platform.sqlite").refusal()
    assert sentence == "activity_day.csv, line 2: day cannot be 'someday'."
