"""The process of its own in which files are opened: what ends it, ends nothing else.

It stands on the standard library, python-calamine and what tells encodings apart; it is given
little memory and time, and holds nothing that would be missed.
"""

import gc
import json
import math
import signal
import sys
from pathlib import Path
from typing import IO, Any

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from data_access.files import answer, guard, kinds, workbook
from data_access.files.archive import Broken
from data_access.files.grid import Choices, FileKind, Opened
from data_access.files.kinds import Told
from data_access.files.limits import MIB, Limits
from data_access.files.problems import FileProblem, Refused

ROW_MARKS = {FileKind.TEXT: ("\r", "\n"), FileKind.HTML: ("<tr", "<TR", "<Row")}
LINES = 3
"""As many times the rows there may be such marks: a row may go over a few lines."""
HANDS = 64
"""As many files as this process may have open at once; it needs none."""


def main() -> int:
    """Standard input to standard output: a line of what is asked and the file, then the answer."""
    gc.disable()  # nothing goes in circles here, and looking for it takes a third of the time
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    answers.write(answer.READY)
    answers.flush()
    try:
        _serve(requests, answers)
    except MemoryError:
        _tell(answers, Refused(FileProblem.TOO_MUCH_MEMORY))
    return 0


def _serve(requests: IO[bytes], answers: IO[bytes]) -> None:
    asked = json.loads(requests.readline())
    limits, choices = Limits(**asked["limits"]), Choices(**asked["choices"])
    _hold_back(limits, asked["seconds"])
    _tell(answers, opened(requests.read(), choices, limits))


def _tell(answers: IO[bytes], found: Opened | Refused) -> None:
    for piece in answer.packed(found):
        answers.write(piece)
    answers.flush()


def _hold_back(limits: Limits, seconds: float) -> None:
    """Little of everything, where the operating system can say so; Windows cannot."""
    try:
        import resource  # noqa: PLC0415 - Windows has no such module
    except ImportError:
        return
    signal.setitimer(signal.ITIMER_PROF, seconds)
    for limit, value in (
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_CPU, math.ceil(seconds) + 1),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, MIB),
        (resource.RLIMIT_NOFILE, HANDS),
    ):
        try:
            resource.setrlimit(limit, (value, value))
        except (ValueError, OSError):
            continue


def opened(content: bytes, choices: Choices, limits: Limits) -> Opened | Refused:
    """A file's sheets as text, or why it is not read; whatever goes wrong is a reason."""
    told = kinds.told(content, limits)
    if isinstance(told, Refused):
        return told
    try:
        found = OPENING.get(told.kind, _workbook)(told, content, choices, limits)
        return found if isinstance(found, Refused) else _short_enough(found, limits)
    except Broken as broken:
        return broken.refused
    except MemoryError:
        return Refused(FileProblem.TOO_MUCH_MEMORY)
    except BaseException as problem:  # noqa: BLE001 - a panic of the library is no Exception
        return Refused(_reason(problem))


def _short_enough(found: Opened, limits: Limits) -> Opened | Refused:
    """Whoever asked gets all of the text at once."""
    room = limits.characters
    for grid in found.sheets:
        for at, row in enumerate(grid.rows, start=1):
            length = sum(map(len, row))
            room -= length
            if length > limits.cell and max(map(len, row)) > limits.cell:
                return Refused(FileProblem.TOO_MUCH_TEXT, {"most": limits.cell, "row": at})
            if room < 0:
                return Refused(FileProblem.TOO_MUCH_TEXT, {"most": limits.characters})
    return found


def _reason(problem: BaseException) -> FileProblem:
    """A workbook that says it is larger than memory is called so, anything else is damaged."""
    too_much = isinstance(problem, OverflowError) or "capacity overflow" in str(problem)
    return FileProblem.TOO_MUCH_MEMORY if too_much else FileProblem.DAMAGED


def _workbook(told: Told, content: bytes, _choices: Choices, limits: Limits) -> Opened:
    book = guard.checked(told.kind, content, told.archive, limits)
    return Opened(told.kind, tuple(workbook.grids_of(book, limits)))


def _text(told: Told, content: bytes, choices: Choices, limits: Limits) -> Opened | Refused:
    """Text is read by its own modules, which workbooks do not wait for."""
    from data_access.files import delimited, encoding, markup  # noqa: PLC0415
    from data_access.files.grid import Grid  # noqa: PLC0415

    text = encoding.decoded(content, choices)
    if isinstance(text, Refused):
        return text
    if max(map(text.text.count, ROW_MARKS[told.kind])) > limits.rows * LINES:
        return Refused(FileProblem.TOO_MANY_ROWS, {"most": limits.rows})
    found: list[Grid] | Refused
    if told.kind is FileKind.HTML:
        found = markup.grids_of(text.text, limits)
    else:
        rows = delimited.rows_of(text.text, limits)
        found = rows if isinstance(rows, Refused) else [Grid("", rows)]
    if isinstance(found, Refused):
        return found
    return _as_read(told.kind, found, text)


def _as_read(kind: FileKind, grids: list[Any], text: Any) -> Opened:
    return Opened(
        kind,
        tuple(grids),
        encoding=text.encoding,
        is_certain=text.is_certain,
        candidates=text.candidates,
        damage=text.damage,
        damaged_rows=text.damaged_rows,
        repaired=text.repaired,
    )


OPENING = {FileKind.HTML: _text, FileKind.TEXT: _text}

if __name__ == "__main__":
    raise SystemExit(main())
