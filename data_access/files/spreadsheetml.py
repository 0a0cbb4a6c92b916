"""The sheets of an Excel workbook (.xlsx) as XML, looked at before anything is built of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from data_access.files.archive import Broken
from data_access.files.limits import Limits
from data_access.files.problems import FileProblem

Cell = tuple[int, int]
SHEET_ROOT = re.compile(rb"<(\w+:)?worksheet\b")
ROOT_WITHIN = 4_096
PLACE = re.compile(rb"""\sr\s*=\s*["']([A-Za-z]*)(\d+)["']""")
SHEETS = re.compile(rb"<(?:\w+:)?sheet\s([^<>]*)>")
RELATED = re.compile(rb"<(?:\w+:)?Relationship\s([^<>]*)>")
ATTRIBUTE = re.compile(rb"""\b([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
EPOCH_1904 = re.compile(rb"""<(?:\w+:)?workbookPr\b[^<>]*\bdate1904\s*=\s*["'](?:1|true|on)["']""")
WORKBOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
LETTERS, DIGITS = ("A", "Z"), ("0", "9")


@dataclass(frozen=True)
class Signs:
    """What to look for in a sheet whose elements have a prefix, or none."""

    end_of_cell: bytes
    cell: bytes
    placed_cell: bytes
    formula: bytes
    failed: re.Pattern[bytes]
    uncached: re.Pattern[bytes]
    steps: re.Pattern[bytes]

    @classmethod
    def of(cls, prefix: bytes) -> "Signs":
        p = re.escape(prefix)
        return cls(
            b"</" + prefix + b"c>",
            b"<" + prefix + b"c ",
            b"<" + prefix + b'c r="',
            b"<" + prefix + b"f",
            re.compile(rb"<%bc\s[^<>]*\bt=[\"']e[\"'][^<>]*>" % p),
            re.compile(
                rb"<%bc\b([^<>]*)>\s*(?:<%bf\b[^<>]*>[^<]*</%bf>|<%bf\b[^<>]*/>)"
                rb"\s*(<%bv\s*/>|<%bv></%bv>)?\s*</%bc>" % ((p,) * 8)
            ),
            re.compile(rb"<%b(row|c)(?=[\s/>])([^<>]*)>" % p),
        )


def looked_at(xml: bytes, limits: Limits) -> frozenset[Cell]:
    """The cells of a sheet that hold an error, or a formula nobody has worked out.

    Raises Broken: TOO_MANY_ROWS, TOO_MANY_COLUMNS, TOO_MANY_CELLS (``most``). Cells that are
    formatted and hold nothing do not count, wherever they are.
    """
    root = SHEET_ROOT.search(xml, 0, ROOT_WITHIN)
    signs = Signs.of((root[1] or b"") if root else b"")
    if xml.count(signs.end_of_cell) > limits.cells:
        raise Broken(FileProblem.TOO_MANY_CELLS, most=limits.cells)
    is_placed = xml.count(signs.cell) == xml.count(signs.placed_cell) and (
        signs.cell[:-1] + b">" not in xml
    )
    if is_placed:
        if _far(DIGITS, limits.rows, rb' r="[A-Z]+(?:%b)"').search(xml):
            raise Broken(FileProblem.TOO_MANY_ROWS, most=limits.rows)
        if _far(LETTERS, limits.columns, rb' r="(?:%b)[0-9]+"').search(xml):
            raise Broken(FileProblem.TOO_MANY_COLUMNS, most=limits.columns)
    else:
        _counted(xml, signs, limits)
    return frozenset(_unreadable(xml, signs, is_placed))


def _far(signs: tuple[str, str], most: int, place: bytes) -> re.Pattern[bytes]:
    """A cell that is not closed at once and stands beyond the last row or column there may be."""
    last = str(most) if signs is DIGITS else letters(most - 1)
    return re.compile(place % above(last, *signs).encode() + rb"[^<>]*(?<!/)>")


def above(number: str, lowest: str, highest: str) -> str:
    """A pattern for whatever is longer than ``number``, or as long and greater.

    >>> above("25", "0", "9")
    '[0-9]{3,}|[3-9][0-9]{1}|2[6-9][0-9]{0}'
    """
    one = f"[{lowest}-{highest}]"
    patterns = [f"{one}{{{len(number) + 1},}}"]
    for at, sign in enumerate(number):
        if sign < highest:
            greater = f"[{chr(ord(sign) + 1)}-{highest}]"
            patterns.append(f"{number[:at]}{greater}{one}{{{len(number) - at - 1}}}")
    return "|".join(patterns)


def letters(column: int) -> str:
    """A column, counted from 0, as spreadsheets call it."""
    further, own = divmod(column, 26)
    return (letters(further - 1) if further else "") + chr(ord("A") + own)


def column_of(name: bytes) -> int:
    """The column, counted from 0, that spreadsheets call so."""
    found = 0
    for letter in name.upper():
        found = found * 26 + letter - 64
    return found - 1


def _counted(xml: bytes, signs: Signs, limits: Limits) -> None:
    """The same for a sheet whose cells do not say where they are."""
    for (row, column), tag in _steps(xml, signs):
        if tag.endswith(b"/"):
            continue
        if row >= limits.rows:
            raise Broken(FileProblem.TOO_MANY_ROWS, most=limits.rows)
        if column >= limits.columns:
            raise Broken(FileProblem.TOO_MANY_COLUMNS, most=limits.columns)


def _steps(xml: bytes, signs: Signs) -> Iterator[tuple[Cell, bytes]]:
    """Every cell with its place, stated or counted, and the inside of its tag."""
    row, column = -1, -1
    for step in signs.steps.finditer(xml):
        stated = PLACE.search(step[2])
        if step[1] == b"row":
            row, column = int(stated[2][:9]) - 1 if stated else row + 1, -1
            continue
        if stated and stated[1]:
            row, column = int(stated[2][:9]) - 1, column_of(stated[1][:9])
        else:
            column += 1
        yield (row, column), step[2]


def _unreadable(xml: bytes, signs: Signs, is_placed: bool) -> Iterator[Cell]:
    begins = []
    if b't="e"' in xml or b"t='e'" in xml:
        begins += [found.start() for found in signs.failed.finditer(xml)]
    if signs.formula in xml:
        found_ones = signs.uncached.finditer(xml)
        begins += [one.start() for one in found_ones if not (one[2] and b't="str"' in one[1])]
    if not is_placed:
        yield from _by_counting(xml, signs, set(begins)) if begins else ()
        return
    for begin in begins:
        place = PLACE.search(xml, begin, xml.find(b">", begin))
        if place:
            yield int(place[2]) - 1, column_of(place[1])


def _by_counting(xml: bytes, signs: Signs, begins: set[int]) -> Iterator[Cell]:
    cells = (step.start() for step in signs.steps.finditer(xml) if step[1] == b"c")
    for begin, (place, _) in zip(cells, _steps(xml, signs), strict=True):
        if begin in begins:
            yield place


def parts_of_sheets(parts: dict[str, bytes]) -> list[str]:
    """The names of the parts that hold the sheets, in the workbook's order; "" where unknown."""
    targets = {
        found["Id"]: _path(found.get("Target", ""))
        for found in map(_attributes, RELATED.findall(parts.get(RELATIONS, b"")))
        if "Id" in found
    }
    sheets = map(_attributes, SHEETS.findall(parts.get(WORKBOOK, b"")))
    return [targets.get(_id_of(sheet), "") for sheet in sheets]


def _id_of(sheet: dict[str, str]) -> str:
    return next((value for name, value in sheet.items() if name.endswith(":id")), "")


def _path(target: str) -> str:
    return target[1:] if target.startswith("/") else f"xl/{target}"


def _attributes(tag: bytes) -> dict[str, str]:
    return {
        name.decode(): (double or single).decode("utf-8", "replace")
        for name, double, single in ATTRIBUTE.findall(tag)
    }


def leads_outside(relations: bytes) -> bool:
    """Whether relations name something outside the file that is not a link for people to click."""
    return any(
        found.get("TargetMode") == "External" and not found.get("Type", "").endswith("/hyperlink")
        for found in map(_attributes, RELATED.findall(relations))
    )
