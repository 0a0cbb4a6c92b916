"""Lines whose quotes do not pair: read by the width that the other rows have."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

QUOTES = re.compile('"+')
FURTHEST = 20
"""Lines that a cell in quotes may go over where quotes are wrong somewhere."""


class Quotes(Exception):
    """A quote that is left open, and no reading that gives the row the width of the others."""

    def __init__(self, row: int) -> None:
        super().__init__()
        self.row = row


def mended(lines: Iterable[str], delimiter: str | None) -> Iterator[list[str]]:
    """The rows of lines, where a quote ends a cell only before a delimiter or the line's end.

    A line that leaves a quote open goes on in those below it unless one of them is a row by
    itself; then it is read without its quote, if that gives it the width of the others. Raises
    Quotes where neither does.
    """
    plain = [line.rstrip("\r\n") for line in lines]
    if delimiter is None:
        yield from ([_whole(line)] if line else [] for line in plain)
        return
    usual = _usual(plain, delimiter)
    widths = {usual}
    at = row = 0
    while at < len(plain):
        row += 1
        cells, at = _record(plain, at, delimiter, widths, row)
        widths = {usual, len(cells)} if cells else widths
        yield cells


def _record(
    lines: list[str], at: int, delimiter: str, widths: set[int], row: int
) -> tuple[list[str], int]:
    """The record that begins at a line, and the line after it."""
    if not lines[at]:
        return [], at + 1
    cells = _cells(lines[at], delimiter)
    if cells is not None:
        return cells, at + 1
    text = lines[at]
    for further in range(at + 1, min(at + FURTHEST, len(lines))):
        if _stands_alone(lines[further], delimiter, widths):
            break
        text += "\n" + lines[further]
        cells = _cells(text, delimiter)
        if cells is not None and len(cells) in widths:
            return cells, further + 1
    alone = lines[at].split(delimiter)
    if len(alone) in widths:
        return [_whole(cell) for cell in alone], at + 1
    raise Quotes(row)


def _stands_alone(line: str, delimiter: str, widths: set[int]) -> bool:
    cells = _cells(line, delimiter) if line.count('"') % 2 == 0 else None
    return cells is not None and len(cells) > 1 and len(cells) in widths


def _usual(lines: list[str], delimiter: str) -> int:
    widths = Counter(
        len(cells) for line in lines if line and (cells := _cells(line, delimiter)) is not None
    )
    return widths.most_common(1)[0][0] if widths else 1


def _cells(line: str, delimiter: str) -> list[str] | None:
    """The cells of a line; None where one of them opens with a quote that does not end."""
    cells: list[str] = []
    at = 0
    is_quoted = '"' in line
    while at <= len(line):
        stop = line.find(delimiter, at)
        stop = len(line) if stop < 0 else stop
        if is_quoted and line.startswith('"', at):
            end = _end_of_quote(line, at, delimiter)
            if end >= 0:
                cells.append(line[at + 1 : end].replace('""', '"'))
                at = end + 2
                continue
            if line.count('"', at, stop) % 2:
                return None
            is_quoted = False
        cells.append(line[at:stop])
        at = stop + 1
    return cells


def _end_of_quote(line: str, at: int, delimiter: str) -> int:
    """Where the quote closes: before a delimiter or the end, and not as half of a doubled one.

    -1 where it does not, as in: "Ceļš" biedrība.
    """
    quotes = 1
    for run in QUOTES.finditer(line, at + 1):
        length = run.end() - run.start()
        quotes += length
        is_last = run.end() == len(line) or line[run.end()] == delimiter
        if is_last and (length % 2 == 1 or quotes % 2 == 0):
            return run.end() - 1
    return -1


def _whole(cell: str) -> str:
    return cell.strip()
