"""``python -m seed``: an empty database becomes a useful one, and any other is left alone."""

import re
import shutil
import stat
from pathlib import Path

import pytest
from sqlalchemy import Engine, select, union

from data_access import schema
from data_access.engine import database_url, reading, writing
from seed import fill
from seed.__main__ import main
from tests.conftest import written_out
from tests.data_access.command_lines import Said, call, run
from tests.data_access.contents import changed, contents
from tests.data_access.people import add
from tests.data_access.rows import opened, put

FILLED = "The facts and the made-up sample were filled in.\n"
IN_PLACE = "The facts and the made-up sample are in place already.\n"
LEFT = "The database holds records; it was left as it is.\n"


def seed(*options: str, url: str) -> Said:
    return run("seed", "--facts-only", *options, url=url)


def seed_here(*options: str, url: str) -> Said:
    return call(main, "--facts-only", *options, url=url)


def origins(engine: Engine) -> set[str]:
    """What the database's attendances and activities are."""
    statement = union(select(schema.attendance.c.origin), select(schema.activity.c.origin))
    with reading(engine) as connection:
        return set(connection.scalars(statement))


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
    assert said == Said(0, LEFT, "")
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


def test_without_an_option_the_facts_and_the_sample_are_filled_in(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/platform.sqlite"
    assert run("seed", "--if-empty", url=url) == Said(0, FILLED, "")
    with opened(database_url({"DATABASE_URL": url})) as engine:
        before = contents(engine)
        assert origins(engine) == {"fact", "sample"}
        assert call(main, url=url) == Said(0, IN_PLACE, "")
        assert call(main, "--if-empty", url=url) == Said(0, LEFT, "")
        assert call(main, "--facts-only", url=url).out == "The facts are in place already.\n"
        assert changed(before, contents(engine)) == []


def test_the_sample_comes_to_the_facts_only_when_asked_for(facts: Engine) -> None:
    url = written_out(facts.url)
    assert run("seed", "--if-empty", url=url) == Said(0, LEFT, "")
    assert origins(facts) == {"fact"}
    said = run("seed", url=url)
    assert said == Said(0, "The made-up sample was added to the facts.\n", "")
    assert origins(facts) == {"fact", "sample"}


def test_a_database_with_real_records_is_refused_the_sample_in_one_sentence(facts: Engine) -> None:
    put(facts, "entered")
    before = contents(facts)
    assert "holds real records" in run("seed", url=written_out(facts.url)).refusal()
    assert changed(before, contents(facts)) == []


def test_the_sample_is_dropped_and_the_facts_stay(sample: Engine) -> None:
    url = written_out(sample.url)
    said = run("seed", "--drop-sample", url=url)
    assert said.code == 0
    assert re.fullmatch(r"\d+ made-up rows were removed; the rest was left as it is\.\n", said.out)
    assert origins(sample) == {"fact"}
    again = run("seed", "--drop-sample", url=url)
    assert again == Said(0, "The database holds no made-up rows.\n", "")


def test_what_other_records_refer_to_is_said_to_have_stayed(sample: Engine) -> None:
    body = schema.institution.c
    with writing(sample) as connection:
        known = select(body.id).where(body.code == "sample-school")
        school = connection.execute(known).scalar_one()
        alias = {"name": "Skola", "name_folded": "skola"}
        add(connection, schema.institution_alias, institution_id=school, **alias)
    said = run("seed", "--drop-sample", url=written_out(sample.url))
    assert said.out.endswith("; 2 stayed, because other records refer to them.\n")


def test_there_is_nothing_to_drop_from_a_database_that_is_not_there(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/platform.sqlite"
    assert f"{tmp_path}/platform.sqlite" in call(main, "--drop-sample", url=url).refusal()
    assert not (tmp_path / "platform.sqlite").exists()


@pytest.mark.parametrize("other", ["--facts-only", "--if-empty"])
def test_dropping_and_filling_in_exclude_each_other(other: str, tmp_path: Path) -> None:
    said = run("seed", "--drop-sample", other, url=f"sqlite:///{tmp_path}/platform.sqlite")
    assert said.code == 2
    assert "not allowed with argument" in said.problem
