"""One list read, checked and recorded, by a process that does nothing else and measures itself.

``python -m tests.bench.taking FILE ACTIVITY`` records it into DATABASE_URL and prints seconds and
MiB as JSON: the most that this process and those which it started held at the same time.
"""

import json
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data_access import attendance
from data_access.engine import open_engine, reading, writing
from tests.data_access.readers import COORDINATOR

PROCESSES = Path("/proc")
EVERY = 0.05
KIB = 1024


def held(process: Path, what: str) -> float:
    """What a process holds (VmRSS), or held at most since it was started (VmHWM), in MiB."""
    try:
        lines = (process / "status").read_text().splitlines()
    except OSError:
        return 0.0  # it has ended
    told = (line.split() for line in lines if line.startswith(what))
    return next((int(number) / KIB for _, number, _ in told), 0.0)


def started() -> Iterator[Path]:
    """The processes that this one started and that still run."""
    own = Path("/proc/self").resolve().name
    for process in PROCESSES.glob("[0-9]*"):
        try:
            if (process / "stat").read_text().rpartition(")")[2].split()[1] == own:
                yield process
        except OSError:
            continue  # it has ended


@contextmanager
def watched() -> Iterator[list[float]]:
    """MiB that this process and its own held together, looked at again and again."""
    found: list[float] = []
    is_over = threading.Event()

    def look() -> None:
        while not is_over.wait(EVERY):
            everybody = [Path("/proc/self"), *started()]
            found.append(sum(held(process, "VmRSS") for process in everybody))

    looking = threading.Thread(target=look)
    looking.start()
    try:
        yield found
    finally:
        is_over.set()
        looking.join()
        found.append(held(Path("/proc/self"), "VmHWM"))


def take(path: Path, activity: str) -> float:
    """Read, check and record the file; seconds."""
    content, engine = path.read_bytes(), open_engine()
    start = time.perf_counter()
    sheet = attendance.read(content, path.name)
    with reading(engine) as connection:
        checked = attendance.check(connection, COORDINATOR, sheet, activity)
    if not checked.can_be_recorded:
        raise ValueError(f"{checked.waiting} rows wait")
    with writing(engine) as connection:
        attendance.record(
            connection, COORDINATOR, content, path.name, activity, sheet=sheet, checked=checked
        )
    return time.perf_counter() - start


if __name__ == "__main__":
    with watched() as memory:
        seconds = take(Path(sys.argv[1]), sys.argv[2])
    print(json.dumps([seconds, max(memory)]))
