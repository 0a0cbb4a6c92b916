"""``python -m tests.bench.map_page``: the map page in Chromium beside its frozen twin.

The twin draws the same specification and table with their data inline: no database, no filters, no
words. The bare map is the specification and nothing else, which no page with a menu can be. Both
stand at the same address as the page, since Streamlit looks for its server anew at each one below
"/". Measured is the time from navigation to the map drawn, all three in turns, over both databases;
ends with 1 where the page takes more than MOST times the twin.
"""

import json
import os
import statistics
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from unittest import mock
from urllib.parse import parse_qs

import pandas as pd
import streamlit as st
from playwright.sync_api import BrowserContext, sync_playwright
from sqlalchemy import URL
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from pages.shared import tables
from tests.bench.__main__ import RUNS, SHELL, shelves
from tests.conftest import written_out
from tests.provide import chromium
from tests.provide.leash import leashed
from tests.provide.platform import HOST, ROOT, Platforms
from tests.provide.postgresql import free_port

MOST = 1.25
WARM = 3
QUERY = "lang=lv&round=IV"
FROZEN = """
import io
import json
import pandas as pd
import streamlit as st

def start():
    pass

def coverage():
    for spec in json.loads({specs!r}):
        st.vega_lite_chart(spec)
    for table in json.loads({tables!r}):
        with st.expander("Table"):
            st.table(pd.read_json(io.StringIO(table), orient="split"))

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
class Frozen:
    """What the map page draws: specifications with all their data inline, and tables as JSON."""

    specs: list[dict[str, Any]]
    tables: list[str]

    @property
    def bare(self) -> "Frozen":
        """The same without tables."""
        return Frozen(self.specs, [])

    @property
    def script(self) -> str:
        """A Streamlit script that draws the same."""
        return FROZEN.format(specs=json.dumps(self.specs), tables=json.dumps(self.tables))


@dataclass(frozen=True)
class Line:
    """Median and spread in milliseconds, and how many times the twin it takes."""

    what: str
    database: str
    milliseconds: float
    spread: float
    ratio: float


def frozen(url: URL) -> Frozen:
    """The map page, taken down as it is drawn, with its table opened."""
    os.environ["DATABASE_URL"] = written_out(url)
    st.cache_resource.clear()
    st.cache_data.clear()
    found = Frozen([], [])

    def keep_spec(spec: dict[str, Any], **_told: object) -> None:
        found.specs.append(spec)

    def keep_table(rows: pd.DataFrame) -> None:
        found.tables.append(rows.reset_index().to_json(orient="split"))

    screen = AppTest.from_file(str(SHELL), default_timeout=60)
    screen._page_hash = calc_hash("coverage")
    for name, (value,) in parse_qs(QUERY).items():
        screen.query_params[name] = value
    with (
        mock.patch.object(st, "vega_lite_chart", keep_spec),
        mock.patch.object(st, "table", keep_table),
        mock.patch.object(tables, "IS_OPEN_AT_FIRST", True),
    ):
        screen.run()
    st.cache_resource.clear()
    if screen.exception or not found.specs or not found.tables:
        raise RuntimeError("the map page drew no map, or no table")
    return found


@contextmanager
def serving(folder: Path, name: str, twin: Frozen) -> Iterator[str]:
    """The address of a frozen page."""
    script, port = folder / f"{name}.py", free_port()
    script.write_text(twin.script, encoding="utf-8")
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
    with leashed(
        [*command, "--server.address", HOST, "--server.headless", "true"],
        log=folder / f"{name}.log",
        cwd=ROOT,
        environment={**os.environ, "HOME": str(folder)},
    ):
        yield f"http://{HOST}:{port}/coverage"


def drawn_after(context: BrowserContext, address: str, charts: int) -> float:
    """Milliseconds from navigation to the last chart drawn."""
    page = context.new_page()
    page.goto(address, wait_until="commit")
    found = page.wait_for_function(DRAWN, arg=charts, timeout=60_000).json_value()
    page.close()
    return float(found)


def visited(addresses: dict[str, str], charts: int) -> dict[str, list[float]]:
    """What each took, in turns, each visit a new session in the same browser."""
    took: dict[str, list[float]] = {what: [] for what in addresses}
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=chromium.executable(), chromium_sandbox=os.geteuid() != 0
        )
        with running.new_context(viewport={"width": 1280, "height": 900}) as context:
            for turn in range(WARM + RUNS):
                for what, address in addresses.items():
                    one = drawn_after(context, address, charts)
                    took[what] += [one] if turn >= WARM else []
        running.close()
    return took


def measured(database: str, url: URL) -> Iterator[Line]:
    """The page, its twin and the bare map."""
    twin = frozen(url)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        served = stack.enter_context(Platforms(folder).serving(written_out(url)))
        addresses = {
            "page": f"{served.address}/coverage?{QUERY}",
            "twin": stack.enter_context(serving(folder, "twin", twin)),
            "bare": stack.enter_context(serving(folder, "bare", twin.bare)),
        }
        took = visited(addresses, len(twin.specs))
    of_twin = statistics.median(took["twin"])
    for what, times in took.items():
        median = statistics.median(times)
        yield Line(what, database, median, max(times) - min(times), median / of_twin)


def main() -> int:
    """The table, then the same as JSON; 1 where a page is slower than it may be."""
    lines: list[Line] = []
    with shelves() as both:
        for database, shelf in both.items():
            with shelf.copy("sample") as url:
                lines += measured(database, url)
    print(f"{'map page':<12}{'database':<12}{'median ms':>10}{'spread':>9}{'x twin':>9}")
    for line in lines:
        print(
            f"{line.what:<12}{line.database:<12}{line.milliseconds:>10.0f}"
            f"{line.spread:>9.0f}{line.ratio:>9.2f}"
        )
    print(json.dumps([asdict(line) for line in lines]))
    return int(any(line.ratio > MOST for line in lines if line.what == "page"))


if __name__ == "__main__":
    raise SystemExit(main())
