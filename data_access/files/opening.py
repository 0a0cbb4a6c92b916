"""A file of unknown kind in, its sheets as text out; it is opened in a process of its own."""

import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data_access.files import answer, guard, kinds
from data_access.files.archive import Broken
from data_access.files.grid import Choices, FileKind, Opened
from data_access.files.kinds import Told
from data_access.files.limits import LIMITS, Limits
from data_access.files.problems import FileProblem, Refused

COMMAND = [sys.executable, "-P", str(Path(__file__).with_name("child.py"))]
AT_ONCE = threading.BoundedSemaphore(2)
"""Files opened at the same time: each may take as much memory as the limits say."""
NONE_MADE = Choices()
TO_START = 30.0
BUSY = 4
"""On a busy machine the time a file may take, which is time at work, goes by more slowly."""
WEIGHT = {FileKind.XLSX: 0.25, FileKind.ODS: 0.25, FileKind.XLS: 1.0, FileKind.HTML: 2.0}
"""Seconds for a million bytes, against those for as much text."""
BY_SIGNAL = {
    "SIGABRT": FileProblem.TOO_MUCH_MEMORY,
    "SIGKILL": FileProblem.TOO_MUCH_MEMORY,
    "SIGXCPU": FileProblem.TOO_SLOW,
    "SIGPROF": FileProblem.TOO_SLOW,
}
"""Why the other process ended, where it was not for a damaged file."""


class OpenerFault(RuntimeError):
    """The process that opens files does not start: a fault of the installation."""


def open_file(
    content: bytes, name: str = "", choices: Choices = NONE_MADE, limits: Limits = LIMITS
) -> Opened | Refused:
    """What a file holds, or why it is not read. Its ``name`` is not looked at and not kept.

    Raises OpenerFault where the installation, and not the file, is at fault.
    """
    del name
    told = _cheaply(content, limits)
    return told if isinstance(told, Refused) else _elsewhere(told, content, choices, limits)


def _cheaply(content: bytes, limits: Limits) -> Told | Refused:
    """What can be said of a file without unpacking any of it."""
    if len(content) > limits.size:
        return Refused(FileProblem.TOO_LARGE, {"most": limits.size, "found": len(content)})
    told = kinds.told(content, limits)
    if isinstance(told, Refused):
        return told
    try:
        guard.at_first(told.archive)
    except Broken as broken:
        return broken.refused
    return told


def _seconds(told: Told, content: bytes, limits: Limits) -> float:
    """As long as it may take: by what has to be unpacked, for more than that is not unpacked."""
    size = told.archive.unpacked if told.archive else len(content)
    return limits.patience(round(size * WEIGHT.get(told.kind, 1.0)))


def _elsewhere(told: Told, content: bytes, choices: Choices, limits: Limits) -> Opened | Refused:
    seconds = _seconds(told, content, limits)
    with AT_ONCE, _process() as process:
        if process.stdin is None or process.stdout is None:
            raise OpenerFault
        with _patience(process, TO_START):
            is_ready = process.stdout.readline() == answer.READY
        if not is_ready:
            raise OpenerFault("The process that opens files does not start.")
        with _patience(process, min(limits.seconds, seconds * BUSY)) as is_over:
            try:
                process.stdin.write(answer.request(choices, limits, seconds))
                process.stdin.write(content)
                process.stdin.close()
                return answer.unpacked(process.stdout)
            except (answer.Unfinished, OSError):
                return Refused(_reason(process.wait(), is_over))


@contextmanager
def _process() -> Iterator["subprocess.Popen[bytes]"]:
    """The other process, which does not outlast the question. What it complains of may hold text
    of the file, so nobody listens."""
    try:
        process = subprocess.Popen(  # noqa: S603 - our own module, and no word of the file in it
            COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
    except OSError as problem:
        raise OpenerFault("The process that opens files cannot be started.") from problem
    try:
        yield process
    finally:
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe:
                pipe.close()
        process.wait()


@contextmanager
def _patience(process: "subprocess.Popen[bytes]", seconds: float) -> Iterator[threading.Event]:
    """Ends the process when the time is over, and says so."""
    is_over = threading.Event()

    def end() -> None:
        is_over.set()
        process.kill()

    timer = threading.Timer(seconds, end)
    timer.start()
    try:
        yield is_over
    finally:
        timer.cancel()


def _reason(code: int, is_over: threading.Event) -> FileProblem:
    if is_over.is_set():
        return FileProblem.TOO_SLOW
    names = (sign.name for sign in signal.Signals if sign == -code)
    return BY_SIGNAL.get(next(names, ""), FileProblem.DAMAGED)
