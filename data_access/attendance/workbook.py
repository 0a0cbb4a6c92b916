"""Excel workbooks: their sizes are looked at first, then another process reads them."""

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

from data_access.attendance import unpacking
from data_access.attendance.problems import Problem, ProblemCode

MAX_ROWS, MAX_COLUMNS = 5_000, 50
MAX_UNPACKED = 20 * 1024**2
MAX_ENTRIES = 500
PATIENCE = 30.0
WORKBOOK = "xl/workbook.xml"

Grid = list[list[str]]
FAULT = 1
REFUSALS = {unpacking.NOT_READABLE: ProblemCode.NOT_READABLE}
"""Whatever else ends the process, it is that the workbook asks for too much."""


class ReaderFault(RuntimeError):
    """The process that reads workbooks does not start: a fault of the installation."""


def sheets(content: bytes) -> list[Grid] | Problem:
    """The visible sheets of a workbook as rows of text, or why they cannot be had."""
    return _unsafe(content) or _unpacked(content)


def _unsafe(content: bytes) -> Problem | None:
    """What is wrong with the archive before anything of it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return Problem(ProblemCode.NOT_READABLE)
    if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        return Problem(ProblemCode.SHEET_TOO_LARGE)
    if WORKBOOK not in {entry.filename for entry in entries}:
        return Problem(ProblemCode.OTHER_FORMAT)
    return None


def _unpacked(content: bytes) -> list[Grid] | Problem:
    limits = [str(MAX_ROWS), str(MAX_COLUMNS)]
    command = [sys.executable, "-P", str(Path(unpacking.__file__)), *limits]
    try:
        done = subprocess.run(  # noqa: S603 - our own reader, and no word of the file in its call
            command, input=content, capture_output=True, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        return Problem(ProblemCode.SHEET_TOO_LARGE)
    if done.returncode == FAULT:
        raise ReaderFault("The reader of workbooks does not start.")
    if done.returncode:
        return Problem(REFUSALS.get(done.returncode, ProblemCode.SHEET_TOO_LARGE))
    found: list[Grid] = json.loads(done.stdout)
    return found
