"""A database that does not answer, or cannot be written, says so and keeps its secrets."""

import contextlib
import shutil
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import URL, Engine, text

from data_access.engine import (
    DatabaseBusy,
    DatabaseReadOnly,
    DatabaseUnreachable,
    database_url,
    open_engine,
    reading,
)
from tests.data_access.engine.test_address import SECRET, everything_said
from tests.data_access.rows import codes, opened, put
from tests.provide.account import unprivileged
from tests.provide.databases import PostgresShelf, Shelf
from tests.provide.postgresql import free_port


@contextlib.contextmanager
def hanging_up() -> Iterator[int]:
    """A port where somebody answers and hangs up at once."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(10)

        def answer() -> None:
            listener.accept()[0].close()

        thread = threading.Thread(target=answer)
        thread.start()
        yield int(listener.getsockname()[1])
        thread.join()


@pytest.fixture
def file(sqlite_shelf: Shelf) -> Iterator[Path]:
    """A migrated file, alone in a folder, of an account that is not root."""
    account = unprivileged()
    folder = account.folder()
    file = folder / "platform.sqlite"
    with sqlite_shelf.copy("migrated") as url:
        shutil.copy(str(url.database), file)
    account.owns(file)
    yield file
    folder.chmod(0o700)
    file.unlink()
    folder.rmdir()


def test_a_server_that_is_not_there_is_unreachable() -> None:
    port = free_port()
    url = URL.create("postgresql+psycopg", "platform", SECRET, "127.0.0.1", port, "platform")
    with pytest.raises(DatabaseUnreachable, match=f"platform at 127.0.0.1:{port} ") as caught:
        codes(open_engine(url))
    assert SECRET not in everything_said(caught.value)


def test_a_server_that_hangs_up_is_unreachable() -> None:
    with hanging_up() as port:
        url = URL.create("postgresql+psycopg", "platform", SECRET, "127.0.0.1", port, "platform")
        with pytest.raises(DatabaseUnreachable, match="does not answer") as caught:
            codes(open_engine(url))
    assert SECRET not in everything_said(caught.value)


def test_a_database_that_is_not_there_is_unreachable_and_not_created(migrated_url: URL) -> None:
    missing = migrated_url.set(database=f"{migrated_url.database}_missing")
    with opened(missing) as engine, opened(migrated_url) as other:
        for _ in range(2):
            with pytest.raises(DatabaseUnreachable, match="_missing"):
                put(engine, "lost")
        assert codes(other) == []
    assert not Path(str(missing.database)).exists()


@pytest.mark.parametrize("content", [b"code,title\n" * 100, b"PK\x03\x04" * 300])
def test_a_file_that_is_no_database_is_unreachable(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "table.csv"
    file.write_bytes(content)
    with pytest.raises(DatabaseUnreachable, match="is not a SQLite database"):
        put(open_engine(URL.create("sqlite", database=str(file))), "lost")
    assert file.read_bytes() == content


def test_a_folder_is_unreachable(tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnreachable, match="cannot be opened"):
        codes(open_engine(URL.create("sqlite", database=str(tmp_path))))


def test_a_file_that_cannot_be_read_is_unreachable(file: Path) -> None:
    engine = open_engine(URL.create("sqlite", database=str(file)))
    with unprivileged().acting():
        assert codes(engine) == []
        file.chmod(0)
        with pytest.raises(DatabaseUnreachable, match="cannot be opened"):
            codes(engine)


@pytest.mark.parametrize(("what", "mode"), [("file", 0o400), ("folder", 0o500)])
def test_a_file_that_can_only_be_read_says_so_when_written(
    file: Path, what: str, mode: int
) -> None:
    engine = open_engine(URL.create("sqlite", database=str(file)))
    with unprivileged().acting():
        put(engine, "before")
        {"file": file, "folder": file.parent}[what].chmod(mode)
        with pytest.raises(DatabaseReadOnly, match="can only be read"):
            put(engine, "after")
        assert codes(engine) == ["before"]


def test_a_server_that_only_lets_read_says_so_when_written(postgresql_shelf: PostgresShelf) -> None:
    with postgresql_shelf.copy("migrated") as url, opened(url) as engine:
        put(engine, "before")
        with engine.connect() as connection:
            connection.execute(text("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY"))
            connection.commit()
        with pytest.raises(DatabaseReadOnly, match="can only be read"):
            put(engine, "after")
        assert codes(engine) == ["before"]


def ask_for_too_long(engine: Engine) -> None:
    with reading(engine) as connection:
        connection.execute(text("SET LOCAL statement_timeout = 20"))
        connection.execute(text("SELECT pg_sleep(5)"))


def test_a_question_stopped_for_taking_too_long_is_not_called_unreachable(
    postgresql_shelf: PostgresShelf,
) -> None:
    with postgresql_shelf.copy("migrated") as url, opened(url) as engine:
        with pytest.raises(DatabaseBusy, match="try again"):
            ask_for_too_long(engine)
        assert codes(engine) == []


def test_a_server_that_listens_and_never_answers_is_unreachable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"postgresql://platform@127.0.0.1:{silent.getsockname()[1]}/platform"
        url = database_url({"DATABASE_URL": f"{address}?connect_timeout=2"})
        with opened(url) as engine, pytest.raises(DatabaseUnreachable, match="does not answer"):
            codes(engine)
