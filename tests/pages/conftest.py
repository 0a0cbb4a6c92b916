"""A screen as AppTest shows it, always through the shell."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Protocol
from zlib import crc32

import pytest
import streamlit as st
from sqlalchemy import URL
from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.scriptrunner.script_cache import ScriptCache
from streamlit.testing.v1 import AppTest, local_script_runner
from streamlit.testing.v1.local_script_runner import LocalScriptRunner
from streamlit.util import calc_hash

from pages.shared import tables
from pages.shared.words import WORD_JOINER
from tests.conftest import DATABASES, written_out
from tests.provide.databases import Shelf

ON_BOTH = {
    "tests.pages.test_canary",
    "tests.pages.test_caseloads_everywhere",
    "tests.pages.test_local_mode",
}
"""Where what happens to whoever reads, or in the database, is seen on each."""

SHELL = Path(__file__).parents[2] / "pages" / "shell.py"
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test of a screen runs on one database, its neighbour on the other.

    What a database decides is tested on both in ``tests/data_access``; here databases, languages
    and screens are paired, not multiplied.
    """
    if "shelf" not in metafunc.fixturenames:
        return
    one = DATABASES[crc32(metafunc.function.__name__.encode()) % len(DATABASES)]
    on_both = metafunc.module.__name__ in ON_BOTH
    metafunc.parametrize("shelf", DATABASES if on_both else [one], indirect=True)


@pytest.fixture
def shelf(request: pytest.FixtureRequest) -> Shelf:
    """Templates of the database, or of both in turn, on which the test runs."""
    found: Shelf = request.getfixturevalue(f"{request.param}_shelf")
    return found


@pytest.fixture(scope="session", autouse=True)
def _once_for_all_visits() -> Iterator[None]:
    """At each visit AppTest looks through everything installed, compiles the page anew, and asks
    a thousand times a second whether it is drawn: together about a third of the time."""
    looked, compiled = cache(manifest_scanner.scan_component_manifests), ScriptCache()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", looked)
        patch.setattr(local_script_runner, "ScriptCache", lambda: compiled)
        patch.setattr(local_script_runner, "require_widgets_deltas", _drawn)
        yield


def _drawn(runner: LocalScriptRunner, timeout: float) -> None:
    """Wait until the page is drawn.

    Raises RuntimeError when that takes more than the seconds of ``timeout``.
    """
    thread = runner._script_thread
    if thread is not None:
        thread.join(timeout)
    if not runner.script_stopped():
        runner.request_stop()
        raise RuntimeError(f"The page was not drawn within {timeout:g} s.")


class Visit(Protocol):
    """Opens a screen of a database."""

    def __call__(self, url: URL, topic: str = "overview", **query: str) -> AppTest: ...


@pytest.fixture
def visit(monkeypatch: pytest.MonkeyPatch) -> Iterator[Visit]:
    """``visit(url, topic, lang="en", ...)``: the screen after its first run."""

    def open_screen(url: URL, topic: str = "overview", **query: str) -> AppTest:
        monkeypatch.setenv("DATABASE_URL", written_out(url))
        monkeypatch.setattr(tables, "IS_OPEN_AT_FIRST", True)
        st.cache_resource.clear()
        st.cache_data.clear()
        screen = AppTest.from_file(str(SHELL), default_timeout=30)
        path = "" if topic == "overview" else topic
        if path:
            # As a deep link: for AppTest.switch_page() the overview would have to be drawn first.
            screen._page_hash = calc_hash(path)
        for name, value in query.items():
            screen.query_params[{"since": "from"}.get(name, name)] = value
        screen.run()
        assert not screen.exception
        assert screen._finished_page_script_hash == calc_hash(path)
        return screen

    yield open_screen
    st.cache_resource.clear()


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that screens hand over, as they are written once somebody asks for them."""
    handed: list[str] = []

    def note(_label: str, *, data: Any, **_told: object) -> None:
        content = data() if callable(data) else data
        handed.append(bytes(content).decode("utf-8-sig", errors="replace"))

    monkeypatch.setattr(st, "download_button", note)
    return handed


def shown(screen: AppTest) -> str:
    """Every text on the screen as a person reads it, one a line."""
    kinds = (
        "title",
        "header",
        "subheader",
        "markdown",
        "caption",
        "info",
        "warning",
        "error",
        "success",
    )
    texts = [getattr(found, "value", "") for kind in kinds for found in screen.get(kind)]
    texts += [f"{metric.label}: {metric.value}" for metric in screen.metric]
    return "\n".join(ESCAPED.sub(r"\1", str(text)).replace(WORD_JOINER, "") for text in texts)
