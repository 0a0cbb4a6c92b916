"""Rows whose letters were damaged before the file came here, and those rows put right."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from data_access.attendance.columns import CONTACT, NAME
from data_access.attendance.problems import ProblemCode
from data_access.files.damage import examined
from data_access.files.grid import Damage, FileKind, Grid, Opened
from data_access.files.lost import SUSPECT
from data_access.files.misreading import looks

OF_LETTERS = frozenset({ProblemCode.LETTERS_LOST, ProblemCode.MOJIBAKE})


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


def is_put_right(cells: Mapping[str, str], decided: Mapping[str, str]) -> bool:
    """Whether somebody wrote anew what of a damaged row may be damaged, and not asked by itself.

    Nothing else recognises a damaged name or contact; other words that are damaged mean nothing.
    """
    return bool(decided) and not any(
        SUSPECT.search(text) or looks().search(text)
        for column in (NAME, CONTACT)
        if column not in decided and (text := cells.get(column, ""))
    )


def _of_text(opened: Opened) -> dict[int, ProblemCode]:
    if opened.damage is None or opened.repaired:
        return {}
    lost = opened.damage is Damage.LOST
    code = ProblemCode.LETTERS_LOST if lost else ProblemCode.MOJIBAKE
    return dict.fromkeys(opened.damaged_rows, code)
