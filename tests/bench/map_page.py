"""``python -m tests.bench.map_page``: the map page in Chromium beside its frozen twin.

The twin draws the same specification with its data inline: no database, no filters, nothing else;
it stands at the same address, since Streamlit looks for its server anew at each address below "/".
Measured is the time from navigation to the map drawn, page and twin in turns, over both databases;
ends with 1 where the page takes more than MOST times the twin.
"""

import json
import os
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import streamlit as st
from playwright.sync_api import BrowserContext, sync_playwright
from sqlalchemy import URL
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from tests.bench.__main__ import RUNS, SHELL, shelves
from tests.conftest import written_out
from tests.provide import chromium
from tests.provide.leash import leashed
from tests.provide.platform import HOST, ROOT, Platforms
from tests.provide.postgresql import free_port

MOST = 1.25
WARM = 3
QUERY = "lang=lv&round=IV"
TWIN = """
import json
import streamlit as st

def start():
    pass

def coverage():
    for spec in json.loads({specs!r}):
        st.vega_lite_chart(spec)

st.set_page_config(layout="wide")
pages = [st.Page(start, default=True), st.Page(coverage, url_path="coverage")]
st.navigation(pages, position="hidden").run()
"""
DRAWN = """count => {
  const drawn = [...document.querySelectorAll("[data-testid=stVegaLiteChart] :is(canvas, svg)")];
  return drawn.filter(it => it.getBoundingClientRect().height > 50).length >= count
    && performance.now();
}"""


@dataclass(frozen=True)
class Line:
    """Medians and spreads in milliseconds, and how many times the twin the page takes."""

    database: str
    page: float
    page_spread: float
    twin: float
    twin_spread: float
    ratio: float


def specifications(url: URL) -> list[dict[str, Any]]:
    """What the map page draws, with all its data inline."""
    os.environ["DATABASE_URL"] = written_out(url)
    st.cache_resource.clear()
    st.cache_data.clear()
    drawn: list[dict[str, Any]] = []

    def keep(spec: dict[str, Any], **_told: object) -> None:
        drawn.append(spec)

    screen = AppTest.from_file(str(SHELL), default_timeout=60)
    screen._page_hash = calc_hash("coverage")
    for part in QUERY.split("&"):
        name, _, value = part.partition("=")
        screen.query_params[name] = value
    with mock.patch.object(st, "vega_lite_chart", keep):
        screen.run()
    st.cache_resource.clear()
    if screen.exception or not drawn:
        raise RuntimeError("the map page drew no map")
    return drawn


@contextmanager
def twin(folder: Path, specs: list[dict[str, Any]]) -> Iterator[str]:
    """The address of the frozen twin."""
    script, port = folder / "twin.py", free_port()
    script.write_text(TWIN.format(specs=json.dumps(specs)), encoding="utf-8")
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
    settings = {**os.environ, "HOME": str(folder)}
    with leashed(
        [*command, "--server.address", HOST, "--server.headless", "true"],
        log=folder / "twin.log",
        cwd=ROOT,
        environment=settings,
    ):
        yield f"http://{HOST}:{port}/coverage"


def drawn_after(context: BrowserContext, address: str, charts: int) -> float:
    """Milliseconds from navigation to the last chart drawn."""
    page = context.new_page()
    page.goto(address, wait_until="commit")
    found = page.wait_for_function(DRAWN, arg=charts, timeout=60_000).json_value()
    page.close()
    return float(found)


def measured(database: str, url: URL) -> Line:
    """Page and twin in turns, each visit a new session in the same browser."""
    specs = specifications(url)
    with (
        tempfile.TemporaryDirectory() as name,
        twin(Path(name), specs) as twins,
        Platforms(Path(name)).serving(written_out(url)) as served,
        sync_playwright() as playwright,
    ):
        running = playwright.chromium.launch(
            executable_path=chromium.executable(), chromium_sandbox=os.geteuid() != 0
        )
        with running.new_context(viewport={"width": 1280, "height": 900}) as context:
            addresses = {"page": f"{served.address}/coverage?{QUERY}", "twin": twins}
            took: dict[str, list[float]] = {"page": [], "twin": []}
            for turn in range(WARM + RUNS):
                for what, address in addresses.items():
                    one = drawn_after(context, address, len(specs))
                    took[what] += [one] if turn >= WARM else []
        running.close()
    medians = {what: statistics.median(found) for what, found in took.items()}
    spreads = {what: max(found) - min(found) for what, found in took.items()}
    ratio = medians["page"] / medians["twin"]
    return Line(database, medians["page"], spreads["page"], medians["twin"], spreads["twin"], ratio)


def main() -> int:
    """The table, then the same as JSON; 1 where a page is slower than it may be."""
    lines = []
    with shelves() as both:
        for database, shelf in both.items():
            with shelf.copy("sample") as url:
                lines.append(measured(database, url))
    print(f"{'map page':<12}{'page ms':>10}{'spread':>9}{'twin ms':>10}{'spread':>9}{'ratio':>8}")
    for line in lines:
        print(
            f"{line.database:<12}{line.page:>10.0f}{line.page_spread:>9.0f}"
            f"{line.twin:>10.0f}{line.twin_spread:>9.0f}{line.ratio:>8.2f}"
        )
    print(json.dumps([asdict(line) for line in lines]))
    return int(any(line.ratio > MOST for line in lines))


if __name__ == "__main__":
    raise SystemExit(main())
