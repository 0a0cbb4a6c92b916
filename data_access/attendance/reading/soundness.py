"""Rows whose letters were damaged before the file came here, and those rows put right."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from data_access.attendance.problems import ProblemCode
from data_access.files.damage import examined
from data_access.files.grid import Damage, FileKind, Grid, Opened


def sound(
    opened: Opened, grids: Sequence[Grid], *, repair: bool
) -> tuple[list[Grid], Mapping[int, ProblemCode]]:
    """The sheets, put right where somebody asked for it; by running number what is still wrong."""
    if opened.kind is FileKind.TEXT:
        return list(grids), _of_text(opened)
    mended: list[Grid] = []
    wrong: dict[int, ProblemCode] = {}
    offset = 0
    for grid in grids:
        found = examined(grid.rows)
        mended.append(replace(grid, rows=found.mended) if repair and found.misread else grid)
        if not repair:
            wrong |= {offset + row: ProblemCode.MOJIBAKE for row in found.misread}
        wrong |= {offset + row: ProblemCode.LETTERS_LOST for row in found.lost}
        offset += len(grid.rows)
    return mended, wrong


def _of_text(opened: Opened) -> dict[int, ProblemCode]:
    if opened.damage is None or opened.repaired:
        return {}
    lost = opened.damage is Damage.LOST
    code = ProblemCode.LETTERS_LOST if lost else ProblemCode.MOJIBAKE
    return dict.fromkeys(opened.damaged_rows, code)
