"""``python -m data_access rotate-key``: done, or refused in one sentence."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from data_access import __main__ as command_line
from data_access.__main__ import main
from data_access.identity import create_key, open_keyring
from data_access.rotation import anew
from tests.conftest import written_out
from tests.data_access.command_lines import Said, call, run
from tests.data_access.contents import contents
from tests.data_access.rotation.sealed_rows import are_known, opened


def called(engine: Engine) -> Said:
    return call(main, "rotate-key", url=written_out(engine.url))


def test_it_says_what_was_done_and_what_to_keep(kept: Engine, key: Path) -> None:
    names, before = opened(kept), key.read_text()
    said = run("data_access", "rotate-key", url=written_out(kept.url))
    assert (said.code, said.problem) == (0, "")
    assert "4 rows were sealed anew" in said.out
    assert f"Keep a copy of {key}" in said.out
    assert key.read_text() != before
    assert opened(kept) == names
    assert are_known(kept)


def spoil(key: Path, what: str) -> None:
    if what in ("missing", "another"):
        key.unlink()
    if what == "another":
        create_key(key)
    if what == "damaged":
        key.write_text("match half")
    if what == "a place that cannot be written":
        key.with_name(f"{key.name}.new").mkdir()


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ("missing", "The key for names is missing"),
        ("damaged", "The key for names cannot be read"),
        ("another", "The key for names does not open what was sealed"),
        ("a place that cannot be written", "The key for names cannot be written to"),
    ],
)
def test_it_refuses_in_one_sentence(kept: Engine, key: Path, what: str, sentence: str) -> None:
    before = contents(kept)
    spoil(key, what)
    assert called(kept).refusal().startswith(sentence)
    assert contents(kept) == before


def test_it_refuses_a_database_that_waits_for_an_upgrade(empty: Engine, key: Path) -> None:
    before = key.read_text()
    assert "python -m data_access migrate" in called(empty).refusal()
    assert key.read_text() == before


def test_whoever_waits_is_told_how_far_it_is(
    kept: Engine, key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command_line, "A_SECOND", 0.0)
    monkeypatch.setattr(anew, "BATCH", 3)
    said = called(kept)
    assert said.problem.splitlines() == [
        "3 of 4 rows are sealed anew",
        "4 of 4 rows are sealed anew",
    ]
    assert not open_keyring().is_turning
