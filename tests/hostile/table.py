"""What became of each hostile file, how long it took and how much memory it left behind."""

import gc
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from data_access.files.grid import Opened
from data_access.files.opening import open_file
from tests.hostile import archives, excel, others, texts
from tests.hostile.case import Case
from tests.hostile.texts import PLAIN, flipped

MIB = 1024**2
SEEDS = range(8)
CASES = (*archives.CASES, *excel.CASES, *others.CASES, *texts.CASES)
MOST_SECONDS, MOST_MIB = 2.0, 50.0
STATUS = Path("/proc/self/statm")


@dataclass(frozen=True)
class Outcome:
    """What became of one file."""

    case: Case
    size: int
    code: str
    seconds: float
    grown: float

    @property
    def is_as_it_should(self) -> bool:
        """Refused for the right reason, or read where it may be."""
        expected = {str(problem) for problem in self.case.problems}
        return self.code in expected or (self.case.may_be_read and self.code == "read")

    @property
    def is_quick_and_small(self) -> bool:
        """Within two seconds, and without leaving much in memory."""
        return self.seconds < MOST_SECONDS and self.grown < MOST_MIB


def outcome(case: Case) -> Outcome:
    """Opens one file and measures it; what it was made of does not count."""
    content = case.make()
    gc.collect()
    before, began = resident(), time.perf_counter()
    found = open_file(content)
    seconds, grown = time.perf_counter() - began, resident() - before
    code = "read" if isinstance(found, Opened) else str(found.problem)
    return Outcome(case, len(content), code, seconds, grown)


def resident() -> float:
    """How much of this process is in memory, in MiB; 0 where the system does not say."""
    if not STATUS.exists():
        return 0.0
    return int(STATUS.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / MIB


def flips() -> Iterator[tuple[str, bytes]]:
    """Workbooks of every kind with a few bits turned over."""
    for kind, make in PLAIN.items():
        for seed in SEEDS:
            yield f"{kind}, bits turned over, {seed}", flipped(make(), seed)


def table() -> bool:
    """Prints a line for each file; True where all are as they should be."""
    good = True
    print(f"{'file':58} {'bytes':>10} {'outcome':26} {'s':>6} {'MiB':>6}")
    for case in CASES:
        found = outcome(case)
        wrong = not (found.is_as_it_should and found.is_quick_and_small)
        good = good and not wrong
        print(
            f"{case.name:58} {found.size:10} {found.code:26} {found.seconds:6.2f}"
            f" {found.grown:6.1f}{'  <-' if wrong else ''}"
        )
    return good
