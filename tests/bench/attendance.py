"""A list of 200,000 rows read, checked and recorded, against reading cells and loading rows.

``python -m tests.bench.attendance [ROWS]`` prints a line for each kind of file and each database:
seconds of both, how many times the baseline, and the peak of memory, each in a process of its own;
and how long a list of 500 rows takes from drop to verdict. It ends with 1 where that is too much.
"""

import csv
import io
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from python_calamine import CalamineWorkbook
from sqlalchemy import Connection, Engine, Table, insert, select
from xlsxwriter import Workbook  # type: ignore[import-untyped]

from data_access import attendance, schema
from data_access.attendance.columns import HEADINGS
from data_access.engine import open_engine, reading, writing
from data_access.identity import create_key
from pages.attendance import verdict
from pages.shared.words import Words
from tests.conftest import written_out
from tests.data_access.attendance.lists import MEETING, prepare
from tests.data_access.readers import COORDINATOR
from tests.provide import postgresql
from tests.provide.databases import PostgresShelf, Shelf, SqliteShelf

ROWS, SHORT, KINDS = 200_000, 500, ("csv", "xlsx")
RUNS = 9
MOST_TIMES, MEGABYTE = 4.0, 10**6
MOST_BYTES = 500 * MEGABYTE
TABLES = (
    schema.person,
    schema.person_identity,
    schema.upload,
    schema.attendance,
    schema.upload_row,
)
GIVEN = ("Anna", "Jānis", "Kristīne", "Edgars", "Ilze", "Pēteris", "Zane", "Māris")
SYLLABLES = [c + v for c in "bdfgklmnprstvz" for v in "aeiou"]
MIB = 1024**2


@dataclass(frozen=True)
class Measured:
    """Seconds of ours, of reading cells and loading rows, and ours' peak of memory in MiB."""

    seconds: float
    baseline: float
    memory: float

    @property
    def ratio(self) -> float:
        """How many times the baseline."""
        return self.seconds / self.baseline


def listed(rows: int) -> Iterator[list[str]]:
    """People unlike each other, under the template's columns."""
    order = list(range(rows))
    random.Random(4).shuffle(order)  # noqa: S311 - the same order each time
    for number in order:
        scattered = number * 7_919 % 24_010_000
        surname = "".join(SYLLABLES[scattered // 70**place % 70] for place in range(4))
        body = "Ministrija km" if number % 3 else "Ministrija lm"
        traits = ("Valsts iestāde", "Tiešsaistē", "Sieviete", "30-54", "Jā")
        name = f"{GIVEN[number % len(GIVEN)]} {surname.capitalize()}s"
        yield [name, f"p{number}@paraugs.example", body, *traits]


def a_file(kind: str, rows: int) -> bytes:
    """The list as a file."""
    headings = [said.lv for said in HEADINGS.values()]
    if kind == "csv":
        text = io.StringIO(newline="")
        csv.writer(text, delimiter=";").writerows([headings, *listed(rows)])
        return text.getvalue().encode()
    content = io.BytesIO()
    with Workbook(content, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate([headings, *listed(rows)]):
            sheet.write_row(at, 0, row)
    return content.getvalue()


def cells_of(content: bytes, kind: str) -> int:
    """Read every cell and do nothing with it; how many there are."""
    rows: Iterable[Sequence[Any]]
    if kind == "csv":
        rows = csv.reader(io.StringIO(content.decode(), newline=""), delimiter=";")
    else:
        rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0).to_python()
    return sum(map(len, rows))


def in_a_process(url: str, path: Path) -> tuple[float, float]:
    """Seconds and memory of reading, checking and recording, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.taking", str(path), MEETING],
        env=os.environ | {"DATABASE_URL": url},
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    seconds, memory = json.loads(done.stdout.splitlines()[-1])
    return seconds, memory


def verdict_on(engine: Engine, content: bytes, kind: str) -> str:
    """What the page says of a file that was dropped: opened, read, recalled, checked, told."""
    sheet = attendance.read(content, f"list.{kind}")
    with reading(engine) as connection:
        decisions = attendance.recalled(connection, COORDINATOR, sheet)
        found = attendance.check(connection, COORDINATOR, sheet, MEETING, decisions)
    return verdict.sentence(Words("lv"), sheet, found)


def from_drop(shelf: Shelf, kind: str) -> tuple[float, float]:
    """Milliseconds of the verdict on a short list, and of reading its cells; medians."""
    content = a_file(kind, SHORT)
    with shelf.copy("migrated") as url:
        engine = open_engine(url)
        with writing(engine) as connection:
            prepare(connection)
        told = median_of(lambda: verdict_on(engine, content, kind))
        engine.dispose()
    return told, median_of(lambda: cells_of(content, kind))


def median_of(work: Callable[[], object]) -> float:
    """The median in milliseconds of RUNS runs, after one that warms up."""
    work()
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def loaded(connection: Connection, rows: dict[Table, list[dict[str, Any]]]) -> float:
    """Seconds that loading the rows into their tables takes, by the quickest way there is."""
    is_postgresql = connection.dialect.name == "postgresql"
    if is_postgresql:
        connection.exec_driver_sql("RESET ROLE")
    start = time.perf_counter()
    for table, some in rows.items():
        names = ", ".join(some[0])
        values = [tuple(row.values()) for row in some]
        if is_postgresql:
            raw: Any = connection.connection.driver_connection
            with raw.cursor().copy(f"COPY {table.name} ({names}) FROM STDIN") as copy:
                for row in values:
                    copy.write_row(row)
        else:
            compiled = insert(table).values(dict.fromkeys(some[0])).compile(connection.engine)
            connection.exec_driver_sql(str(compiled), values)
    return time.perf_counter() - start


def rows_of(connection: Connection) -> dict[Table, list[dict[str, Any]]]:
    """The rows that recording made, as a driver takes them."""
    found = {}
    for table in TABLES:
        result = connection.execute(select(table).order_by(table.c.id))
        found[table] = [{name: _plain(v) for name, v in row.items()} for row in result.mappings()]
    return found


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return json.dumps(value)
    return str(value) if hasattr(value, "isoformat") else value


def measure(shelf: Shelf, kind: str, path: Path) -> Measured:
    """Ours into one database, and then the same rows loaded into another."""
    with shelf.copy("migrated") as url, shelf.copy("migrated") as other:
        engine, empty = open_engine(url), open_engine(other)
        for each in (engine, empty):
            with writing(each) as connection:
                prepare(connection)
        seconds, memory = in_a_process(written_out(url), path)
        with reading(engine) as connection:
            rows = rows_of(connection)
        content = path.read_bytes()
        start = time.perf_counter()
        cells_of(content, kind)
        baseline = time.perf_counter() - start
        with writing(empty) as connection:
            baseline += loaded(connection, rows)
        engine.dispose()
        empty.dispose()
    return Measured(seconds, baseline, memory)


def too_much(database: str, kind: str, one: Measured) -> Iterator[str]:
    """What goes beyond what it may take."""
    if one.ratio > MOST_TIMES:
        yield f"{database} {kind} takes {one.ratio:.1f} times the baseline, not {MOST_TIMES:.0f}"
    if one.memory * MIB > MOST_BYTES:
        yield f"{database} {kind} takes {one.memory * MIB / MEGABYTE:.0f} MB of memory, not 500"


def measured(shelves: Mapping[str, Shelf], folder: Path, rows: int) -> Iterator[str]:
    """A line for each database and each kind of file is printed; what goes too far comes back."""
    print(f"{'database':<12}{'file':<6}{'ours s':>9}{'baseline s':>12}{'x':>6}{'MiB':>7}")
    for kind in KINDS:
        path = folder / f"list.{kind}"
        path.write_bytes(a_file(kind, rows))
        for database, shelf in shelves.items():
            one = measure(shelf, kind, path)
            figures = f"{one.seconds:>9.1f}{one.baseline:>12.1f}{one.ratio:>6.1f}"
            print(f"{database:<12}{kind:<6}{figures}{one.memory:>7.0f}", flush=True)
            print(json.dumps({"database": database, "file": kind, **asdict(one)}), flush=True)
            yield from too_much(database, kind, one)


def verdicts(shelves: Mapping[str, Shelf]) -> None:
    """How long a short list takes from drop to verdict, for each database and kind of file."""
    for database, shelf in shelves.items():
        for kind in KINDS:
            ours, cells = from_drop(shelf, kind)
            what = f"a {SHORT}-row file from drop to verdict"
            print(f"{what}: {database} {kind} {ours:.0f} ms, reading its cells {cells:.1f} ms")


def main(rows: int) -> str | None:
    """Everything, and one sentence on what takes too much, where something does."""
    with tempfile.TemporaryDirectory() as folder, postgresql.server() as server:
        os.environ |= {"IDENTITY_KEY_FILE": f"{folder}/identity.key", "AUDIT_HEADS": folder}
        create_key()
        shelves: dict[str, Shelf] = {
            "sqlite": SqliteShelf(Path(folder)),
            "postgresql": PostgresShelf(server),
        }
        verdicts(shelves)
        found = list(measured(shelves, Path(folder), rows))
        for shelf in shelves.values():
            shelf.close()
    return f"Too much: {'; '.join(found)}." if found else None


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS))
