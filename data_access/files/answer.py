"""How the process that opens a file is asked, and how it tells what it found."""

import dataclasses
import json
from collections.abc import Iterator
from itertools import islice
from typing import IO, Any

from data_access.files.grid import Choices, Damage, FileKind, Grid, Opened, Rows
from data_access.files.limits import Limits
from data_access.files.problems import FileProblem, Refused

READY = b"ready\n"
CELL, ROW = "\x1f", "\x1e"
"""Between the cells of a row and after each row; no cell holds them."""
SEPARATORS = str.maketrans({CELL: None, ROW: None})
END = ROW.encode()
PIECE = 1024**2


class Unfinished(Exception):
    """The other process ended before it had said everything."""


def request(choices: Choices, limits: Limits, seconds: float) -> bytes:
    """The line that asks for a file to be opened; the file follows it."""
    asked: dict[str, Any] = {"choices": dataclasses.asdict(choices), "seconds": seconds}
    return _line({**asked, "limits": dataclasses.asdict(limits)})


def packed(found: Opened | Refused) -> Iterator[bytes]:
    """What is sent: a line that says what follows, and the rows of all sheets."""
    if isinstance(found, Refused):
        yield _line({"refused": found.problem, "figures": dict(found.figures)})
        return
    yield _line({**_about(found), "sheets": [_about_sheet(grid) for grid in found.sheets]})
    for grid in found.sheets:
        for begin in range(0, len(grid.rows), 10_000):
            yield "".join(map(_row, grid.rows[begin : begin + 10_000])).encode("utf-8", "replace")


def _line(about: dict[str, Any]) -> bytes:
    return json.dumps(about).encode() + b"\n"


def _about(found: Opened) -> dict[str, Any]:
    return {name: value for name, value in vars(found).items() if name != "sheets"}


def _about_sheet(grid: Grid) -> dict[str, Any]:
    kept = {name: value for name, value in vars(grid).items() if name != "rows"}
    return {**kept, "unreadable": sorted(grid.unreadable), "rows": len(grid.rows)}


def _row(cells: list[str]) -> str:
    line = CELL.join(cells)
    if line.count(CELL) >= max(1, len(cells)) or ROW in line:
        line = CELL.join(cell.translate(SEPARATORS) for cell in cells)
    return line + ROW


def unpacked(stream: IO[bytes]) -> Opened | Refused:
    """What was sent. Raises Unfinished where something is missing."""
    try:
        return _unpacked(stream)
    except (ValueError, LookupError, TypeError, AttributeError) as problem:
        raise Unfinished from problem


def _unpacked(stream: IO[bytes]) -> Opened | Refused:
    about = json.loads(stream.readline())
    if "refused" in about:
        return Refused(FileProblem(about["refused"]), about["figures"])
    rows = _rows(stream)
    sheets = tuple(_grid(sheet, rows) for sheet in about.pop("sheets"))
    return _opened(about, sheets)


def _opened(about: dict[str, Any], sheets: tuple[Grid, ...]) -> Opened:
    damage = about["damage"]
    return Opened(
        **{
            **about,
            "kind": FileKind(about["kind"]),
            "sheets": sheets,
            "candidates": tuple(about["candidates"]),
            "damage": Damage(damage) if damage else None,
            "damaged_rows": tuple(about["damaged_rows"]),
        }
    )


def _grid(about: dict[str, Any], rows: Iterator[list[str]]) -> Grid:
    kept: Rows = list(islice(rows, about["rows"]))
    if len(kept) < about["rows"]:
        raise Unfinished
    return Grid(
        **{
            **about,
            "rows": kept,
            "merged": tuple(tuple(area) for area in about["merged"]),
            "unreadable": frozenset((row, column) for row, column in about["unreadable"]),
        }
    )


def _rows(stream: IO[bytes]) -> Iterator[list[str]]:
    """Row by row as they come; texts that are the same are one text in memory."""
    rest = b""
    known: dict[str, str] = {}
    same = known.setdefault
    while piece := stream.read(PIECE):
        whole, mark, rest = (rest + piece).rpartition(END)
        if not mark:
            continue
        for line in whole.decode().split(ROW):
            cells = line.split(CELL) if line else []
            yield list(map(same, cells, cells))
