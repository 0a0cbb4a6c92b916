"""What divides a text into columns, judged by the rows that it would make."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

DELIMITERS = "\t~;|,"
"""From the one that stands in prose least often to the one that stands there most often."""
WRAPPED = re.compile(r'^"((?:[^"\r\n]|"")*+)"[;,\t]*+(?=[\r\n]|\Z)', re.MULTILINE)
TABLE = 3
SAMPLE = 60
"""Lines looked at; where a text has more, as many again from its middle."""
LONGEST = 2_000
"""Characters of a line that are looked at."""
FEW, ALONE = 3, 0.25
"""Up to so many rows each counts; in more of them, one without its like beside it hardly does."""
WEAK = 0.6
PROSE = {",": ", "}
"""A mark followed by a blank is punctuation more often than a delimiter."""


@dataclass(frozen=True)
class Division:
    """How well a delimiter fits: the share of lines in blocks of one width, and that width."""

    share: float
    width: float
    tidy: float

    @property
    def worth(self) -> float:
        return self.share * self.tidy * (self.width - 1) ** 0.5 if self.width > 1 else 0.0


def delimiter_of(text: str) -> str | None:
    """The delimiter whose rows keep one width best; None where the text is one column.

    A title or a section of another width above the table does not decide, nor do commas in names.
    """
    lines = _sample(text)
    found = {mark: division(lines, mark) for mark in DELIMITERS}
    best = max(DELIMITERS, key=lambda mark: found[mark].worth)
    return best if found[best].worth > 0 else None


def is_weak(text: str, mark: str | None) -> bool:
    """Whether a delimiter divides so few lines alike that something else may divide them."""
    return mark is None or division(_sample(text), mark).share < WEAK


def without_wrapping(text: str) -> str:
    """A text of which a spreadsheet made one column: each line a single cell in quotes.

    As it was where the lines inside the quotes make no table of three columns or more.
    """
    lines = _sample(text)
    wrapped = [bool(WRAPPED.fullmatch(line)) for line in lines]
    if not any(wrapped) or 2 * sum(wrapped) < len(lines):
        return text
    inner = [WRAPPED.sub(_inside, line) for line in lines]
    mark = delimiter_of("\n".join(inner))
    widths = [] if mark is None else [len(row) for line in inner for row in _rows([line], mark)]
    if len(widths) < len(lines):
        return text
    usual = Counter(widths).most_common(1)[0][0]
    fitting = sum(is_one and width == usual for is_one, width in zip(wrapped, widths, strict=True))
    is_table = usual >= TABLE and 2 * fitting > sum(wrapped)
    return WRAPPED.sub(_inside, text) if is_table else text


def _inside(found: re.Match[str]) -> str:
    return found[1].replace('""', '"')


def division(lines: list[str], mark: str) -> Division:
    """How a delimiter would divide these lines."""
    rows = [row for row in _rows(lines, mark) if any(cell.strip() for cell in row)]
    if not rows:
        return Division(0.0, 0.0, 0.0)
    blocks = [(width, len(list(block))) for width, block in groupby(len(row) for row in rows)]
    wide = [(width, count) for width, count in blocks if width > 1]
    lone = 1.0 if len(rows) <= FEW else ALONE
    weights = [(width, count if count > 1 else lone) for width, count in wide]
    total = sum(weight for _, weight in weights)
    if not total:
        return Division(0.0, 0.0, 0.0)
    width = sum(width * weight for width, weight in weights) / total
    return Division(total / len(rows), width, _tidiness(rows, mark))


def _tidiness(rows: list[list[str]], mark: str) -> float:
    """The share of cells that look like one: quotes in pairs, no other delimiter, no torn prose."""
    cells = [cell for row in rows if len(row) > 1 for cell in row]
    others = [other for other in DELIMITERS[:-1] if other != mark]
    torn = sum(
        cell.count('"') % 2 == 1
        or any(other in cell for other in others)
        or (mark in PROSE and cell.startswith(" ") and bool(cell.strip()))
        for cell in cells
    )
    return 1 - torn / len(cells) if cells else 0.0


def _rows(lines: list[str], mark: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO("\n".join(lines), newline=""), delimiter=mark)
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            continue
        yield row


def _sample(text: str) -> list[str]:
    """Up to 60 lines that say anything, from the beginning, and as many from the middle."""
    first = _filled(io.StringIO(text[: SAMPLE * LONGEST * 2], newline=""))
    if len(first) < SAMPLE:
        return first
    middle = len(text) // 2
    later = _filled(io.StringIO(text[middle : middle + SAMPLE * LONGEST], newline=""))
    return [*first, *later[1:-1]]


def _filled(lines: io.StringIO) -> list[str]:
    kept: list[str] = []
    for line in lines:
        if line.strip():
            kept.append(line[:LONGEST].rstrip("\r\n"))
        if len(kept) == SAMPLE:
            break
    return kept
