"""The lines of a table in a file, each with its number, or a sentence that names the wrong one."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path


class FactsUnreadable(ValueError):
    """A line of a file that does not fit its table; the message names file and line."""


def lines_of(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Each line under the headings of the file: UTF-8, commas, as many cells as headings.

    Semicolons will do, as office programs write them where a comma parts whole and decimals.
    Refuses (FactsUnreadable) a missing file, another encoding, a quote out of place, and a line
    that is too short or too long.
    """
    text = _text_of(path)
    headings = text.partition("\n")[0]
    delimiter = ";" if ";" in headings and "," not in headings else ","
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True, delimiter=delimiter)
    try:
        for line in reader:
            if None in line or None in line.values():
                raise FactsUnreadable(
                    f"{path.name}, line {reader.line_num}: as many cells are needed as headings."
                )
            yield reader.line_num, line
    except csv.Error as error:
        raise FactsUnreadable(f"{path.name}, line {reader.reader.line_num}: {error}.") from error


def _text_of(path: Path) -> str:
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise FactsUnreadable(f"{path.name} is missing from {path.parent}.") from error
    except OSError as error:
        raise FactsUnreadable(f"{path} cannot be read: {error.strerror}.") from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        number = content.count(b"\n", 0, error.start) + 1
        raise FactsUnreadable(f"{path.name}, line {number}: this is not UTF-8.") from error
