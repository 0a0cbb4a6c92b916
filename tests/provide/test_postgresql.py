"""A PostgreSQL is found or brought along on any machine, and nothing of it is left over."""

import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import URL, create_engine, text

from data_access.engine import database_url
from tests.conftest import written_out
from tests.provide import binaries, postgresql
from tests.provide.account import Account

ROOT = Path(__file__).parents[2]
HOLD_A_SERVER = """
from tests.provide.postgresql import server
with server() as url:
    print(url.render_as_string(hide_password=False), flush=True)
    input()
"""


@pytest.fixture
def bare_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine on which no PostgreSQL is installed and none is named."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(binaries, "DEBIAN", tmp_path)
    monkeypatch.delenv("TEST_DATABASE_URL", raising=False)


def folder_of(url: URL) -> Path:
    """Where the server at the address keeps its data."""
    engine = create_engine(url)
    with engine.connect() as connection:
        folder = connection.execute(text("SHOW data_directory")).scalar_one()
    engine.dispose()
    return Path(folder)


@pytest.mark.usefixtures("bare_machine")
def test_the_wheel_serves_where_nothing_is_installed() -> None:
    assert binaries.WHEEL in str(binaries.server_programs())
    with postgresql.server() as url:
        data = folder_of(url)
        assert data.exists()
    assert not data.parent.exists()


@pytest.mark.usefixtures("bare_machine")
def test_the_wheel_serves_from_a_copy_where_its_own_programs_cannot_be_reached(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out_of_reach = binaries.server_programs()
    runs = Account.runs

    def refused(account: Account, command: Sequence[str | Path], *how: Path) -> bool:
        return Path(command[0]).parent != out_of_reach and runs(account, command, *how)

    monkeypatch.setattr(Account, "runs", refused)
    with postgresql.server() as url:
        copy = folder_of(url).parent / "programs"
        assert list(copy.glob(f"{binaries.WHEEL}/pginstall*/bin/postgres"))
    assert not copy.exists()


@pytest.mark.usefixtures("bare_machine")
def test_a_machine_without_any_says_how_to_get_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(binaries, "WHEEL", "no_such_wheel")
    with pytest.raises(binaries.PostgreSQLMissing, match="pip install"):
        binaries.server_programs()


@pytest.mark.usefixtures("bare_machine")
def test_of_several_versions_the_newest_is_taken(tmp_path: Path) -> None:
    for version in ("9.6", "15", "17"):
        programs = tmp_path / version / "bin"
        programs.mkdir(parents=True)
        (programs / "initdb").touch()
        (programs / "postgres").touch()
    (tmp_path / "18" / "bin").mkdir(parents=True)
    assert binaries.server_programs() == tmp_path / "17" / "bin"


def test_a_named_server_is_used_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEST_DATABASE_URL", "postgres://tester:pw@db.invalid:5433/postgres")
    with postgresql.server() as url:
        assert written_out(url) == "postgresql+psycopg://tester:pw@db.invalid:5433/postgres"


def test_a_server_goes_away_when_its_tests_are_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TEST_DATABASE_URL", raising=False)
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", HOLD_A_SERVER]
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as holder:
        assert holder.stdout
        url = database_url({"DATABASE_URL": holder.stdout.readline()})
        data = folder_of(url)
        holder.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + 15
    while data.parent.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not data.parent.exists()
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(written_out(url.set(drivername="postgresql")))
