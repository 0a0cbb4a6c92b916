"""Text divided by semicolons, commas, tabs or bars: its records as rows of cells."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from data_access.files.aligned import aligned
from data_access.files.delimiter import DELIMITERS, delimiter_of, is_weak, without_wrapping
from data_access.files.grid import Rows
from data_access.files.limits import Limits
from data_access.files.problems import FileProblem, Refused
from data_access.files.tidy import tidied, unwrapped
from data_access.files.unquoted import Quotes, mended

if TYPE_CHECKING:
    import _csv

LONG = 10_000
"""Characters of a line that may hold more delimiters than a row may have cells."""
EMPTY = DELIMITERS + '" \r\n'
"""What a table without a single word is made of."""
LINES_A_ROW = 4
"""On average, of a table with line breaks in its cells."""
SEPARATOR = re.compile(r'\s*"?sep=(.)"?[ ;,\t]*(?:\r\n?|\n|$)', re.IGNORECASE)


def rows_of(text: str, limits: Limits) -> Rows | Refused:
    """The records of a text, each a row of cells; an empty line is an empty row.

    A first line ``sep=;`` names the delimiter and is an empty row. Cells lose control and
    zero-width characters, ``="..."`` around them and outer blanks. Refused: EMPTY, TOO_MANY_ROWS,
    TOO_MANY_COLUMNS, TOO_MANY_CELLS (``most``, ``row`` or ``found``), QUOTES (``row``).
    """
    text = tidied(text)
    lines = max(text.count("\n"), text.count("\r"))
    if lines > LINES_A_ROW * limits.rows:
        return Refused(FileProblem.TOO_MANY_ROWS, {"most": limits.rows, "found": lines})
    named = SEPARATOR.match(text)
    body = without_wrapping(text[named.end() :] if named else text)
    if not body.strip(EMPTY):
        return Refused(FileProblem.EMPTY)
    if named and not named[1].isalnum():
        rows = _divided(body, named[1], limits)
        return rows if isinstance(rows, Refused) else [[], *rows]
    delimiter = delimiter_of(body)
    columns = aligned(_lines(body)) if is_weak(body, delimiter) else None
    if columns is not None:
        return _bounded(iter(columns), limits)
    return _divided(body, delimiter, limits)


def _divided(text: str, delimiter: str | None, limits: Limits) -> Rows | Refused:
    return _too_wide(text, delimiter, limits) or _read(text, delimiter, limits)


def _too_wide(text: str, delimiter: str | None, limits: Limits) -> Refused | None:
    """A line of nothing but delimiters is met before it is taken apart."""
    if delimiter is None:
        return None
    for number, line in enumerate(_lines(text), start=1):
        if len(line) > LONG and line.count(delimiter) > LONG:
            return _refused(FileProblem.TOO_MANY_COLUMNS, limits.columns, row=number)
    return None


def _read(text: str, delimiter: str | None, limits: Limits) -> Rows | Refused:
    """The rows as the quotes say; where those are wrong, as the width of the other rows says."""
    limit = csv.field_size_limit(len(text) + 1)
    try:
        rows = _by_the_book(text, delimiter, limits)
    except csv.Error:
        rows = None
    finally:
        csv.field_size_limit(limit)
    if rows is not None:
        return rows
    try:
        return _bounded(mended(_lines(text), delimiter), limits)
    except Quotes as problem:
        return Refused(FileProblem.QUOTES, {"row": problem.row})


def _by_the_book(text: str, delimiter: str | None, limits: Limits) -> Rows | Refused | None:
    """None where a quote was left open and swallowed the rows below it."""
    reader = csv.reader(_lines(text), delimiter=delimiter or "\x1f", strict=True)
    spans: list[tuple[int, list[str]]] = []
    rows = _bounded(_watched(reader, spans), limits)
    if spans and delimiter and not isinstance(rows, Refused):
        usual = Counter(map(len, rows)).most_common(1)[0][0]
        if any(_swallowed(row, delimiter, usual) for _, row in spans):
            return None
    return rows


def _watched(reader: "_csv.Reader", spans: list[tuple[int, list[str]]]) -> Iterator[list[str]]:
    """The rows, with those set aside that go over several lines."""
    before = 0
    for row in reader:
        if reader.line_num - before > 1:
            spans.append((before + 1, row))
        before = reader.line_num
        yield row


def _swallowed(row: list[str], delimiter: str, usual: int) -> bool:
    """Whether a cell that goes over several lines holds what looks like a whole row."""
    return usual > 1 and any(
        line.count(delimiter) >= usual - 1
        for cell in row
        if "\n" in cell or "\r" in cell
        for line in cell.splitlines()
    )


def _bounded(rows: Iterator[list[str]], limits: Limits) -> Rows | Refused:
    kept: Rows = []
    known: dict[str, str] = {}
    same = known.setdefault
    cells = 0
    for row in rows:
        cells += len(row)
        if len(row) > limits.columns:
            return _refused(FileProblem.TOO_MANY_COLUMNS, limits.columns, row=len(kept) + 1)
        if cells > limits.cells:
            return _refused(FileProblem.TOO_MANY_CELLS, limits.cells, row=len(kept) + 1)
        if len(kept) >= limits.rows:
            return _refused(FileProblem.TOO_MANY_ROWS, limits.rows, row=len(kept) + 1)
        texts = [unwrapped(cell.strip()) for cell in row]
        kept.append(list(map(same, texts, texts)))
    return kept


def _refused(problem: FileProblem, most: int, row: int) -> Refused:
    return Refused(problem, {"most": most, "row": row})


def _lines(text: str) -> io.StringIO:
    """Lines by any of the three line ends; those inside quotes stay what they are."""
    return io.StringIO(text, newline="")
