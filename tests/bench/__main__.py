"""``python -m tests.bench``: a table, then the same as JSON; medians of eleven runs."""

import json
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import streamlit as st
from sqlalchemy import URL, Engine, select
from streamlit.testing.v1 import AppTest

from data_access import accounts, activities, figures, overview, recommendations, rounds
from data_access.access import OPERATOR, Reader
from data_access.door import Door
from data_access.engine import open_engine, reading, writing
from data_access.filters import Filters
from data_access.identity import create_key
from tests.bench import rotation
from tests.conftest import written_out
from tests.provide import postgresql
from tests.provide.databases import PostgresShelf, Shelf, SqliteShelf

RUNS = 11
SHELL = Path(__file__).parents[2] / "pages" / "shell.py"
QUESTIONS = (
    rounds.listed,
    rounds.statements,
    figures.reported,
    figures.recorded,
    figures.gaps,
    activities.listed,
    recommendations.listed,
    overview.compared,
    overview.timeline,
)


@dataclass(frozen=True)
class Line:
    """One measurement: milliseconds, and how many times the baseline."""

    what: str
    database: str
    milliseconds: float
    spread: float
    ratio: float


def median_of(work: Callable[[], object]) -> tuple[float, float]:
    """Median and spread in milliseconds of RUNS runs, after one that warms up."""
    work()
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times), max(times) - min(times)


def questions(database: str, engine: Engine) -> Iterator[Line]:
    """Each question against a question that asks for nothing."""

    def nothing() -> None:
        with reading(engine) as connection:
            connection.execute(select(1))

    baseline, _ = median_of(nothing)
    for question in QUESTIONS:

        def asked(question: Callable[..., object] = question) -> None:
            with reading(engine) as connection:
                question(connection, OPERATOR, Filters(round="IV"))

        median, spread = median_of(asked)
        name = f"{question.__module__.removeprefix('data_access.')}.{question.__name__}"
        yield Line(name, database, median, spread, median / baseline)


def doors(database: str, url: URL) -> Iterator[Line]:
    """One question through the dashboards' door, against the same on a plain connection."""
    door, chosen = Door(url), Filters(round="IV")
    with writing(door.application) as connection:
        accounts.open_personas(connection)
        readers = [accounts.persona_of(connection, p) for p in ("manager", "coordinator-riga")]

    def plain() -> None:
        with reading(door.application) as connection:
            figures.recorded(connection, OPERATOR, chosen)

    baseline, _ = median_of(plain)
    for name, reader in zip(("everything", "one place"), filter(None, readers), strict=True):

        def asked(reader: Reader = reader) -> None:
            with door.asking(reader) as connection:
                figures.recorded(connection, reader, chosen)

        median, spread = median_of(asked)
        yield Line(f"through the door, {name}", database, median, spread, median / baseline)
    door.dispose()


def pages(database: str, url: URL) -> Iterator[Line]:
    """Each page's warm rerun against a page that draws one word."""
    os.environ["DATABASE_URL"] = written_out(url)
    st.cache_resource.clear()
    st.cache_data.clear()
    baseline, _ = median_of(AppTest.from_string("import streamlit\nstreamlit.write('x')").run)
    screen = AppTest.from_file(str(SHELL), default_timeout=60).run()
    for topic in ("overview", "activities"):
        screen.switch_page(f"{topic}/page.py")
        median, spread = median_of(screen.run)
        yield Line(f"rerun of {topic}", database, median, spread, median / baseline)
    st.cache_resource.clear()


def keys(database: str, shelf: Shelf) -> Line:
    """New keys for many names, once."""
    with shelf.copy("migrated") as url, tempfile.TemporaryDirectory() as folder:
        os.environ["IDENTITY_KEY_FILE"] = str(Path(folder) / "identity.key")
        os.environ["AUDIT_HEADS"] = folder
        create_key()
        engine = open_engine(url)
        took, ratio = rotation.turned(engine)
        engine.dispose()
    return Line(f"new keys for {rotation.NAMES:,} names", database, took, 0.0, ratio)


@contextmanager
def shelves() -> Iterator[dict[str, Shelf]]:
    """Templates of both databases."""
    with tempfile.TemporaryDirectory() as folder, postgresql.server() as server:
        found: dict[str, Shelf] = {
            "sqlite": SqliteShelf(Path(folder)),
            "postgresql": PostgresShelf(server),
        }
        yield found
        for shelf in found.values():
            shelf.close()


def measure() -> Iterator[Line]:
    """Every line, first one database and then the other."""
    with shelves() as both:
        for database, shelf in both.items():
            with shelf.copy("facts") as url:
                engine = open_engine(url)
                yield from questions(database, engine)
                engine.dispose()
                yield from pages(database, url)
            with shelf.copy("sample") as url:
                yield from doors(database, url)
            yield keys(database, shelf)


if __name__ == "__main__":
    lines = []
    print(f"{'what':<34}{'database':<12}{'median ms':>10}{'spread':>9}{'x baseline':>12}")
    for line in measure():
        lines.append(line)
        print(
            f"{line.what:<34}{line.database:<12}{line.milliseconds:>10.2f}"
            f"{line.spread:>9.2f}{line.ratio:>12.1f}"
        )
    print(json.dumps([asdict(line) for line in lines]))
