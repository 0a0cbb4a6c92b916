"""The server: ready or not, its headers, its sentences at the start, its error page."""

import http
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import URL, Engine, create_engine, make_url, text
from starlette.requests import Request

import app
from data_access.engine import writing
from tests.provide.hands import arrive
from tests.provide.platform import Serve

ROOT = Path(__file__).parents[1]
HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
}


@contextmanager
def gone(url: URL) -> Iterator[None]:
    """The database away for as long as the block lasts, and as it was afterwards."""
    if url.get_backend_name() == "sqlite":
        path = Path(url.database or "")
        hidden = path.rename(path.with_suffix(".away"))
        yield
        hidden.rename(path)
        return
    server = create_engine(url.set(database="postgres"), isolation_level="AUTOCOMMIT")
    try:
        with server.connect() as connection:
            # Nobody new gets in, and who is there has to go, before it can be renamed.
            connection.exec_driver_sql(f'ALTER DATABASE "{url.database}" ALLOW_CONNECTIONS false')
            others = text(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = :d"
            )
            while connection.execute(others, {"d": url.database}).scalar_one():
                time.sleep(0.05)
            connection.exec_driver_sql(f'ALTER DATABASE "{url.database}" RENAME TO "away"')
            yield
            connection.exec_driver_sql('ALTER DATABASE "away" ALLOW_CONNECTIONS true')
            connection.exec_driver_sql(f'ALTER DATABASE "away" RENAME TO "{url.database}"')
    finally:
        server.dispose()


def test_it_is_ready_while_the_database_answers_and_not_ready_while_it_does_not(
    facts_url: URL, facts_database_url: str, serve: Serve
) -> None:
    served = serve(facts_database_url)
    with gone(facts_url):
        assert served.answer("/readyz") == (503, "not ready: DatabaseUnreachable\n")
    assert served.answer("/readyz") == (200, "ready\n")


def test_a_page_says_that_the_database_is_gone_and_comes_back_by_itself(
    facts_url: URL, facts_database_url: str, serve: Serve, page: Page
) -> None:
    served = serve(facts_database_url)
    page.goto(served.address)
    expect(page.get_by_role("heading", name="Latvijas romu platforma IV")).to_be_visible()
    with gone(facts_url):
        page.goto(served.address + "/activities?lang=lv")
        expect(page.get_by_text("Datubāze neatbild.")).to_be_visible()
        expect(page.get_by_text("Traceback")).to_have_count(0)
    expect(page.get_by_role("heading", name="Pasākumi", exact=True)).to_be_visible(timeout=20_000)


def test_every_answer_carries_the_security_headers(facts_database_url: str, serve: Serve) -> None:
    served = serve(facts_database_url)
    for path in ("/", "/activities", "/readyz", "/_stcore/health", "/no-such"):
        with urllib.request.urlopen(served.address + path) as response:  # noqa: S310
            sent = {name.lower(): value for name, value in response.headers.items()}
        assert {name: sent.get(name) for name in HEADERS} == HEADERS, path
        policy = sent["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "frame-ancestors 'none'" in policy
        assert not re.search(r"https?:|\*", policy)


def test_a_page_is_told_where_its_server_is_and_nothing_else_is_changed(
    facts_database_url: str, serve: Serve
) -> None:
    address = serve(facts_database_url).address
    told, answers = b'{BACKEND_BASE_URL: location.origin + "/"}', []
    for path, accept in (("/coverage", "text/html"), ("/coverage", "*/*"), ("/readyz", "*/*")):
        asked = urllib.request.Request(address + path, headers={"Accept": accept})  # noqa: S310
        with urllib.request.urlopen(asked) as response:  # noqa: S310
            body = response.read()
            assert int(response.headers["content-length"]) == len(body)
        answers.append(body)
    page, as_it_is, ready = answers
    assert page.count(told) == 1
    assert told not in as_it_is
    assert page.replace(b"<script>window.__streamlit = " + told + b"</script>", b"") == as_it_is
    assert ready == b"ready\n"


def test_below_an_address_no_request_of_a_page_fails(
    facts_database_url: str, serve: Serve, page: Page
) -> None:
    answers: list[tuple[int, str]] = []
    page.on("response", lambda response: answers.append((response.status, response.url)))
    arrive(page, serve(facts_database_url).address + "/activities?lang=en")
    assert any(url.endswith("/_stcore/health") for _, url in answers)
    assert [url for status, url in answers if status >= http.HTTPStatus.BAD_REQUEST] == []


def test_a_fault_gives_the_reader_a_number_that_is_also_in_the_log(
    facts: Engine, facts_database_url: str, serve: Serve, page: Page
) -> None:
    with writing(facts, rebuilds=True) as connection:
        connection.execute(text("DROP TABLE reported_place"))
    served = serve(facts_database_url)
    page.goto(served.address + "/?lang=en")
    message = page.get_by_text("Something went wrong here")
    expect(message).to_be_visible()
    found = re.search(r"number: ([0-9a-f]{8})", message.inner_text())
    assert found
    assert f"reference {found[1]}" in served.log()
    assert "Traceback" in served.log()
    expect(page.get_by_text("Traceback")).to_have_count(0)
    expect(page.get_by_text("reported_place")).to_have_count(0)


def start(**environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "app.py"],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def one_sentence(finished: subprocess.CompletedProcess[str]) -> str:
    assert finished.returncode == 1
    assert finished.stdout == ""
    assert len(finished.stderr.splitlines()) == 1, finished.stderr
    return finished.stderr


def test_a_taken_port_is_one_sentence(facts_database_url: str) -> None:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        said = start(DATABASE_URL=facts_database_url, STREAMLIT_SERVER_PORT=str(port))
    assert f"Port {port} on 127.0.0.1 is taken" in one_sentence(said)


def test_a_port_that_is_no_number_is_one_sentence(facts_database_url: str) -> None:
    said = start(DATABASE_URL=facts_database_url, STREAMLIT_SERVER_PORT="many")
    assert "STREAMLIT_SERVER_PORT" in one_sentence(said)


def test_a_missing_database_stops_the_start_with_one_sentence(tmp_path: Path) -> None:
    said = start(DATABASE_URL=f"sqlite:///{tmp_path}/none.sqlite")
    assert "cannot be opened" in one_sentence(said)
    assert not (tmp_path / "none.sqlite").exists()


def test_a_password_is_in_no_sentence_at_the_start() -> None:
    address = make_url("postgresql://reader:hush@127.0.0.1:1/none")
    said = one_sentence(start(DATABASE_URL=address.render_as_string(hide_password=False)))
    assert "does not answer" in said
    assert "hush" not in said


def test_a_fault_outside_the_pages_gives_the_same_number_to_the_reader_and_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    answer = app.fault(Request({"type": "http"}), ValueError("hush"))
    found = re.search(r"Nr\. ([0-9a-f]{8})", bytes(answer.body).decode())
    assert answer.status_code == 500
    assert found
    assert f"reference {found[1]}" in caplog.text
    assert "hush" not in bytes(answer.body).decode()


def test_a_fault_outside_the_pages_carries_the_security_headers_too() -> None:
    answer = app.fault(Request({"type": "http"}), ValueError())
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
