"""A PostgreSQL of the tests' own, from the first test that asks to the end of the run."""

import contextlib
import os
import shutil
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
from sqlalchemy import URL

from data_access.engine import database_url
from tests.provide.account import Account, clean_environment, unprivileged
from tests.provide.binaries import PostgreSQLMissing, server_programs
from tests.provide.leash import Leashed, leashed

START_WITHIN = 30.0
OWNER = "platform"
INITDB = ["--auth=trust", "--encoding=UTF8", "--no-locale", "--no-sync", f"--username={OWNER}"]
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    # Nothing here outlives the run, so nothing needs to reach a disk.
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "autovacuum": "off",
    "max_wal_size": "256MB",
}


@contextlib.contextmanager
def server() -> Iterator[URL]:
    """The address of a server on which databases may be made: $TEST_DATABASE_URL, or a new one.

    Refuses (PostgreSQLMissing) a machine on which no server starts.
    """
    given = os.environ.get("TEST_DATABASE_URL", "").strip()
    if given:
        yield database_url({"DATABASE_URL": given})
    else:
        with own_server() as url:
            yield url


@contextlib.contextmanager
def own_server() -> Iterator[URL]:
    """The address of a new server, on which nobody has made a database or a role.

    Refuses (PostgreSQLMissing) a machine on which no server starts.
    """
    account = unprivileged()
    folder = account.folder()
    try:
        programs = _programs_for(account, folder)
        _make_cluster(programs, folder, account)
        with _started(programs, folder, account) as url:
            yield url
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def free_port() -> int:
    """A port of the loopback interface on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _programs_for(account: Account, folder: Path) -> Path:
    """The server's programs, copied to the folder where the account cannot get at them."""
    programs = server_programs()
    if account.runs([programs / "postgres", "--version"], folder):
        return programs
    # A wheel keeps the libraries of its programs in a folder beside the package's.
    package, copy = programs.parent.parent, folder / "programs"
    for part in (programs.parent, *package.parent.glob(f"{package.name}.libs")):
        shutil.copytree(part, copy / part.relative_to(package.parent), symlinks=True)
    account.owns(copy, *copy.rglob("*"))
    return copy / programs.relative_to(package.parent)


def _make_cluster(programs: Path, folder: Path, account: Account) -> None:
    log = folder / "initdb.log"
    if not account.runs([programs / "initdb", *INITDB, "-D", folder / "data"], folder, log):
        raise PostgreSQLMissing(f"PostgreSQL of {programs} makes no cluster: {_end_of(log)}")


@contextlib.contextmanager
def _started(programs: Path, folder: Path, account: Account) -> Iterator[URL]:
    port = free_port()
    settings = [f"--{name}={value}" for name, value in SETTINGS.items()]
    with leashed(
        [str(programs / "postgres"), "-D", str(folder / "data"), "-p", str(port), *settings],
        log=folder / "log",
        stop="INT",
        folder=folder,
        cwd=folder,
        environment=clean_environment(),
        account=account,
    ) as running:
        yield _answering(running, port)


def _answering(running: Leashed, port: int) -> URL:
    """The address, once the server takes connections."""
    url = URL.create("postgresql+psycopg", OWNER, None, "127.0.0.1", port, "postgres")
    address = url.set(drivername="postgresql").render_as_string(hide_password=False)
    deadline = time.monotonic() + START_WITHIN
    while time.monotonic() < deadline and not running.has_ended():
        try:
            psycopg.connect(address).close()
        except psycopg.OperationalError:
            time.sleep(0.02)
        else:
            return url
    raise PostgreSQLMissing(f"PostgreSQL does not start: {_end_of(running.log)}")


def _end_of(log: Path) -> str:
    return log.read_text(encoding="utf-8", errors="replace").strip()[-600:]
