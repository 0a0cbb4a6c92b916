"""Real servers without a sign-in: whoever is not at this machine is not let in, however started."""

import contextlib
import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

import app
from data_access.accounts import OperatorUnusable
from data_access.engine import writing
from data_access.local_mode import OPEN
from seed.sample import drop_sample
from tests.conftest import written_out
from tests.data_access.rows import opened
from tests.provide.databases import SqliteShelf
from tests.provide.leash import leashed
from tests.provide.platform import READY_WITHIN, Served
from tests.provide.postgresql import free_port

ROOT = Path(__file__).parents[1]
ANYWHERE = "0.0.0.0"  # noqa: S104 - what must not open the platform
HANDSHAKE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}
WAYS = {
    "streamlit": ["streamlit", "run", "app.py", "--server.address", ANYWHERE, "--server.port"],
    "uvicorn": ["uvicorn", "app:app", "--host", ANYWHERE, "--port"],
}
STREAM, READY = "/_stcore/stream", "/readyz"
OPENED, TAKEN_IN, SHUT = 101, 200, 403


@contextlib.contextmanager
def serving(command: list[str], port: int, folder: Path, **environment: str) -> Iterator[Served]:
    """A server once it answers this machine."""
    settings = {**os.environ, "HOME": str(folder), **environment}
    program = [sys.executable, *(command if command == ["app.py"] else ["-m", *command])]
    log = folder / f"{port}.log"
    with leashed(program, log=log, cwd=ROOT, environment=settings) as process:
        served, deadline = Served(port, process), time.monotonic() + READY_WITHIN
        while served.answer(READY)[0] != TAKEN_IN:
            assert time.monotonic() < deadline, served.log()
            assert not process.has_ended(), served.log()
            time.sleep(0.05)
        yield served


@pytest.fixture(scope="module")
def facts_file(sqlite_shelf: SqliteShelf) -> Iterator[str]:
    """The address of a file with the facts and no made-up row."""
    with sqlite_shelf.copy("facts") as url:
        yield written_out(url)


@pytest.fixture(scope="module", params=WAYS)
def shut(
    request: pytest.FixtureRequest, facts_file: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    """A server that listens on every address of the machine, which nobody asked it to."""
    port, folder = free_port(), tmp_path_factory.mktemp("shut")
    command = [*WAYS[request.param], str(port)]
    with serving(command, port, folder, DATABASE_URL=facts_file, PLATFORM_OPERATOR="anna") as one:
        yield one


def status(served: Served, path: str, host: str = "127.0.0.1", **headers: str) -> tuple[int, str]:
    """Status and text of one request, its headers as they are told and no others."""
    connection = http.client.HTTPConnection(host, served.port, timeout=20)
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    if path == STREAM:
        told = HANDSHAKE | told
    try:
        connection.putrequest("GET", path, skip_host="Host" in told)
        for name, value in told.items():
            connection.putheader(name, value)
        connection.endheaders()
        response = connection.getresponse()
        text = "" if response.status == OPENED else response.read().decode()
        return response.status, text
    finally:
        connection.close()


def other_addresses() -> list[str]:
    """Addresses by which other machines reach this one; nothing is sent to find them."""
    with contextlib.suppress(OSError), socket.socket(type=socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))
        return [str(probe.getsockname()[0])]
    return []


@pytest.mark.parametrize("path", [READY, "/", STREAM])
def test_this_machine_is_let_in_by_its_own_names(shut: Served, path: str) -> None:
    good = OPENED if path == STREAM else TAKEN_IN
    assert status(shut, path)[0] == good
    for name in ("localhost", f"localhost:{shut.port}", "[::1]:8501", "127.0.0.1"):
        assert status(shut, path, Host=name)[0] == good, name


@pytest.mark.parametrize("path", [READY, "/", "/_stcore/health", STREAM])
def test_other_machines_are_not_let_in(shut: Served, path: str) -> None:
    for address in other_addresses():
        assert status(shut, path, address)[0] == SHUT, address
        assert status(shut, path, address, Host="127.0.0.1")[0] == SHUT, address


@pytest.mark.parametrize("path", [READY, "/coverage", "/media/x", STREAM])
@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "platform.example.org"},
        {"Host": "127.0.0.1.example.org:8501"},
        {"X_Forwarded_For": "127.0.0.1"},
        {"X_Real_IP": "127.0.0.1"},
        {"Forwarded": "for=127.0.0.1"},
        {"X_Forwarded_Proto": "https"},
    ],
    ids=str,
)
def test_neither_is_a_page_elsewhere_that_a_browser_here_shows_nor_a_proxy(
    shut: Served, path: str, headers: Mapping[str, str]
) -> None:
    assert status(shut, path, **headers)[0] == SHUT


def test_a_page_elsewhere_gets_no_stream_by_the_machines_own_name(shut: Served) -> None:
    assert status(shut, STREAM, Origin="http://platform.example.org")[0] == SHUT
    assert status(shut, STREAM, Origin=f"http://127.0.0.1:{shut.port}")[0] == OPENED


def test_who_is_not_let_in_reads_why_in_both_languages(shut: Served) -> None:
    code, text = status(shut, "/", Host="platform.example.org")
    latvian, english = text.split(" / ")
    assert (code, text.count("\n")) == (SHUT, 1)
    assert "tikai datorā, kurā tā darbojas." in latvian
    assert "on the machine that runs it alone." in english


def test_who_is_not_let_in_gets_the_security_headers_too(shut: Served) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", shut.port, timeout=20)
    with contextlib.closing(connection):
        connection.request("GET", "/", headers={"Forwarded": "for=127.0.0.1"})
        response = connection.getresponse()
    assert response.status == SHUT
    assert response.headers["x-frame-options"] == "DENY"


def test_the_operator_is_named_at_the_start_however_it_is_started(shut: Served) -> None:
    (line,) = [line for line in shut.log().splitlines() if "operator" in line]
    assert line == (
        "The operator is anna: the database holds no made-up rows, so “see it as” is off."
    )


def test_told_so_explicitly_it_serves_whoever_reaches_it_and_says_so(
    facts_file: str, tmp_path: Path
) -> None:
    port = free_port()
    told = {OPEN: "yes", "STREAMLIT_SERVER_ADDRESS": ANYWHERE, "STREAMLIT_SERVER_PORT": str(port)}
    with serving(["app.py"], port, tmp_path, DATABASE_URL=facts_file, **told) as served:
        for address in ("127.0.0.1", *other_addresses()):
            assert status(served, READY, address)[0] == TAKEN_IN
            assert status(served, STREAM, address)[0] == OPENED
        assert status(served, READY, Host="platform.example.org")[0] == TAKEN_IN
        assert status(served, READY, X_Forwarded_For="192.0.2.9")[0] == TAKEN_IN
        assert f"{OPEN}=yes: whoever reaches the server needs no sign-in." in served.log()


def serve_nothing(**_: object) -> None:
    raise AssertionError("the start was not refused")


@pytest.fixture
def begin(
    facts_file: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., str]:
    """``begin(NAME=value)``: the one sentence with which a start is refused."""

    def refused(**environment: str) -> str:
        for name, value in {"DATABASE_URL": facts_file, **environment}.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(app.app, "run", serve_nothing)
        assert app.start() == 1
        said = capsys.readouterr()
        assert said.out == ""
        (sentence,) = said.err.splitlines()
        assert sentence.endswith(".")
        return str(sentence)

    return refused


@pytest.mark.parametrize("address", [ANYWHERE, "::", "192.0.2.2", "platform.example.org"])
def test_another_address_is_refused_unless_told_so_in_a_word(
    begin: Callable[..., str], address: str
) -> None:
    said = begin(STREAMLIT_SERVER_ADDRESS=address)
    assert "the platform serves this machine alone" in said
    assert f"only {OPEN}=yes lets in whoever reaches the server" in said
    assert begin(STREAMLIT_SERVER_ADDRESS=address, **{OPEN: "true"}) == said


@pytest.mark.parametrize("address", ["198.51.100.7", "203.0.113.7"])
def test_an_address_that_is_not_the_machines_is_no_taken_port(
    begin: Callable[..., str], address: str
) -> None:
    said = begin(STREAMLIT_SERVER_ADDRESS=address, **{OPEN: "yes"})
    assert "is no address of this machine" in said


@pytest.mark.parametrize("address", ["127.0.0.1", "localhost"])
def test_by_the_machines_own_names_only_the_port_may_stand_in_the_way(
    begin: Callable[..., str], address: str
) -> None:
    with contextlib.closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        said = begin(STREAMLIT_SERVER_ADDRESS=address, STREAMLIT_SERVER_PORT=port)
    assert said.startswith(f"Port {port} on {address} is taken")


def test_an_operator_without_a_usable_name_stops_the_start(begin: Callable[..., str]) -> None:
    said = begin(PLATFORM_OPERATOR="Anna Ozola")
    assert said.startswith("Name who works with the platform")


def test_among_made_up_rows_one_is_told_of_see_it_as_and_needs_no_operator(
    sqlite_shelf: SqliteShelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> str:
        raise OSError

    monkeypatch.setattr("getpass.getuser", nobody)
    with sqlite_shelf.copy("sample") as url:
        monkeypatch.setenv("DATABASE_URL", written_out(url))
        assert "“see it as” shows the platform as any reader sees it" in app.who_works_here()
        monkeypatch.setenv("PLATFORM_OPERATOR", "Anna Ozola")
        with pytest.raises(OperatorUnusable):
            app.who_works_here()
        with opened(url) as engine, writing(engine) as connection:
            drop_sample(connection)
        monkeypatch.setenv("PLATFORM_OPERATOR", "anna")
        assert app.who_works_here().startswith("The operator is anna: ")
        monkeypatch.delenv("PLATFORM_OPERATOR")
        with pytest.raises(OperatorUnusable):
            app.who_works_here()


@pytest.mark.parametrize("way", WAYS)
def test_without_a_usable_operator_nothing_is_served(
    facts_file: str, tmp_path: Path, way: str
) -> None:
    finished = subprocess.run(
        [sys.executable, "-m", *WAYS[way], str(free_port())],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": facts_file, "PLATFORM_OPERATOR": "Anna Ozola"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert finished.returncode == 3
    assert "Name who works with the platform: PLATFORM_OPERATOR=name" in finished.stderr
    assert "Traceback" not in finished.stderr
    assert "Ozola" not in finished.stderr + finished.stdout


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [(["OPERATOR=anna"], {}), ([], {"PLATFORM_OPERATOR": "anna"})],
    ids=["told", "in the environment"],
)
def test_make_run_passes_the_operator_on(arguments: list[str], environment: dict[str, str]) -> None:
    # What a make around the tests says is not for the one that is tried here.
    around = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    planned = subprocess.run(
        ["make", "--no-print-directory", "-n", "run", *arguments],
        cwd=ROOT,
        env={**around, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "PLATFORM_OPERATOR='anna'" in planned.stdout.splitlines()[-1]


@pytest.mark.parametrize("setting", ["PLATFORM_KEEP_NAMES_DAYS", "PLATFORM_REVIEW_MONTHS"])
def test_a_number_that_is_none_stops_the_start(begin: Callable[..., str], setting: str) -> None:
    said = begin(**{setting: "many"})
    assert said.startswith(f"{setting} is no number of ")
    assert "write a whole number from 1 to" in said
