"""The platform as a server of its own, as an operator starts it."""

import contextlib
import http.client
import os
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest

from tests.provide.leash import Leashed, leashed
from tests.provide.postgresql import free_port

ROOT = Path(__file__).parents[2]
HOST = "127.0.0.1"
READY_WITHIN = 40.0


class NotReady(Exception):
    """The platform did not answer as expected; the message holds its log."""


@dataclass(frozen=True)
class Served:
    """A running platform."""

    port: int
    process: Leashed

    @property
    def host(self) -> str:
        """Host and port."""
        return f"{HOST}:{self.port}"

    @property
    def address(self) -> str:
        """What a browser asks for, without a slash at the end."""
        return f"http://{self.host}"

    def log(self) -> str:
        """Everything the platform has written so far."""
        return self.process.said()

    def answer(self, path: str) -> tuple[int, str]:
        """Status and text of one GET request; status 0 where nobody listens yet."""
        connection = http.client.HTTPConnection(HOST, self.port, timeout=20)
        try:
            connection.request("GET", path)
            response = connection.getresponse()
            return response.status, response.read().decode("utf-8", errors="replace")
        except ConnectionError:
            return 0, ""
        finally:
            connection.close()


class Platforms:
    """Starts platforms, and remembers the hosts under which a browser may have met them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.hosts: set[str] = set()

    @contextlib.contextmanager
    def serving(
        self,
        database_url: str,
        *,
        status: int = 200,
        environment: Mapping[str, str] | None = None,
    ) -> Iterator[Served]:
        """`streamlit run app.py` on a free port, once ``/readyz`` answers with the status."""
        port = free_port()
        settings = {"HOME": str(self._folder), "DATABASE_URL": database_url, **(environment or {})}
        command = [sys.executable, "-m", "streamlit", "run", "app.py"]
        options = ["--server.port", str(port), "--server.address", HOST]
        with leashed(
            [*command, *options],
            log=self._folder / f"{port}.log",
            cwd=ROOT,
            environment={**os.environ, **settings},
        ) as process:
            served = Served(port, process)
            _wait(served, status)
            self.hosts.add(served.host)
            yield served


def _wait(served: Served, status: int) -> None:
    deadline = time.monotonic() + READY_WITHIN
    found = 0
    while time.monotonic() < deadline and not served.process.has_ended():
        found, _ = served.answer("/readyz")
        if found == status:
            return
        time.sleep(0.05)
    raise NotReady(f"/readyz answered {found} and not {status}. The log:\n{served.log()}")


class Serve(Protocol):
    """Starts a platform on a database."""

    def __call__(
        self,
        database_url: str,
        *,
        status: int = 200,
        environment: Mapping[str, str] | None = None,
    ) -> Served: ...


@pytest.fixture(scope="session")
def platforms(tmp_path_factory: pytest.TempPathFactory) -> Platforms:
    """Starts platforms for a module; a test asks for ``serve``."""
    return Platforms(tmp_path_factory.mktemp("platform"))


@pytest.fixture
def serve(platforms: Platforms) -> Iterator[Serve]:
    """``serve(database_url, status=200, environment=None)``: a platform until the test ends."""
    with ExitStack() as stack:

        def start(
            database_url: str, *, status: int = 200, environment: Mapping[str, str] | None = None
        ) -> Served:
            how = platforms.serving(database_url, status=status, environment=environment)
            return stack.enter_context(how)

        yield start
