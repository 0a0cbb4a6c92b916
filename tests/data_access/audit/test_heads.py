"""The heads outside the database: what is exported, when, where, and what cannot stop it."""

import logging
import stat
from pathlib import Path

import pytest
from sqlalchemy import URL, Engine, make_url

from data_access import audit
from data_access.audit import Head
from data_access.engine import DEFAULT_FILE, writing
from tests.data_access.audit.log import chain, verdict, write

A_HASH = "0123456789abcdef" * 4


def lines(engine: Engine) -> list[str]:
    file = audit.heads_file(engine.url)
    return file.read_text().splitlines() if file.exists() else []


def append(engine: Engine, *actions: str) -> None:
    with writing(engine) as connection:
        for action in actions:
            audit.append(connection, "test:one", action)


def append_and_fail(engine: Engine) -> None:
    with writing(engine) as connection:
        audit.append(connection, "test:one", "never")
        raise ZeroDivisionError


def test_every_transaction_exports_its_latest_head_and_nothing_else(engine: Engine) -> None:
    append(engine, "one")
    append(engine, "two", "three", "four")
    written = [(entry["sequence"], entry["hash"]) for entry in chain(engine)]
    assert lines(engine) == [f"{number} {hash_}" for number, hash_ in (written[0], written[3])]


def test_a_transaction_that_appends_nothing_exports_nothing(engine: Engine) -> None:
    append(engine, "one")
    append(engine)
    assert len(lines(engine)) == 1


def test_a_transaction_that_is_rolled_back_exports_nothing(engine: Engine) -> None:
    append(engine, "one")
    with pytest.raises(ZeroDivisionError):
        append_and_fail(engine)
    append(engine, "two")
    assert [line.partition(" ")[0] for line in lines(engine)] == ["1", "2"]
    assert verdict(engine).broken is None


def test_an_entry_that_a_part_of_a_transaction_took_back_is_not_exported(engine: Engine) -> None:
    with writing(engine) as connection:
        audit.append(connection, "test:one", "one")
        part = connection.begin_nested()
        audit.append(connection, "test:one", "never")
        part.rollback()
    assert [line.partition(" ")[0] for line in lines(engine)] == ["1"]
    assert verdict(engine).broken is None
    with writing(engine) as connection:
        part = connection.begin_nested()
        audit.append(connection, "test:one", "never")
        part.rollback()
    assert len(lines(engine)) == 1


def test_the_file_is_its_owners_alone(engine: Engine) -> None:
    append(engine, "one")
    assert stat.S_IMODE(audit.heads_file(engine.url).stat().st_mode) == 0o600


def test_a_folder_that_is_not_there_is_made(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AUDIT_HEADS", str(tmp_path / "kept" / "heads"))
    append(engine, "one")
    assert len(lines(engine)) == 1
    assert audit.heads_file(engine.url).parent == tmp_path / "kept" / "heads"


def test_a_file_that_cannot_be_written_loses_no_transaction_and_is_logged(
    engine: Engine,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.touch()
    monkeypatch.setenv("AUDIT_HEADS", str(in_the_way))
    with caplog.at_level(logging.ERROR):
        append(engine, "deed.secret")
    assert [entry["action"] for entry in chain(engine)] == ["deed.secret"]
    (told,) = caplog.records
    assert "head of the audit log was not exported" in told.getMessage()
    assert told.exc_info is None
    assert not any(said in caplog.text for said in ("deed.secret", "test:one", str(in_the_way)))


def test_heads_lie_beside_the_data_unless_told_otherwise() -> None:
    platform = URL.create("sqlite", database=str(DEFAULT_FILE))
    assert audit.heads_file(platform, {}) == Path(".data") / "platform.sqlite.heads"
    assert audit.heads_file(platform, {"AUDIT_HEADS": " "}).parent == Path(".data")
    told = audit.heads_file(platform, {"AUDIT_HEADS": "/srv/heads"})
    assert told == Path("/srv/heads/platform.sqlite.heads")


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("sqlite:////srv/other.sqlite", "other.sqlite.heads"),
        ("postgresql://me:s3cret@db.example.org:5433/platform", "platform-db.example.org-5433"),
        ("postgresql:///platform", "platform-localhost-5432"),
        ("postgresql://me@[::1]/up%2F..%2Fetc", "up%2F..%2Fetc-%3A%3A1-5432"),
    ],
)
def test_the_name_tells_databases_apart_and_nothing_of_who_asks(address: str, name: str) -> None:
    file = audit.heads_file(make_url(address), {"AUDIT_HEADS": "heads"})
    assert file == Path("heads") / (name if name.endswith(".heads") else f"{name}.heads")


@pytest.mark.parametrize(
    ("line", "head"),
    [
        (f"12 {A_HASH}", Head(12, A_HASH)),
        (f"  12\t{A_HASH.upper()} \n", Head(12, A_HASH)),
        ("", None),
        (f"0 {A_HASH}", None),
        (f"12 {A_HASH[1:]}", None),
        (f"12 {A_HASH}13 {A_HASH}", None),
        (f"-1 {A_HASH}", None),
    ],
)
def test_a_line_is_a_head_or_none(line: str, head: Head | None) -> None:
    assert Head.of(line) == head
    assert head is None or Head.of(str(head)) == head


def test_what_was_exported_is_read_back_and_torn_lines_are_counted(engine: Engine) -> None:
    heads = write(engine, 2)
    with audit.heads_file(engine.url).open("ab") as file:
        file.write(b"3 0123\xff\n")
    said = audit.exported(engine.url)
    assert (said.heads, said.unreadable, said.trouble) == (tuple(heads), 1, None)


def test_a_missing_file_says_why_there_are_no_heads(engine: Engine) -> None:
    said = audit.exported(engine.url)
    assert (said.heads, said.trouble) == ((), "No such file or directory")
