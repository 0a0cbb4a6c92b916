"""What happened to letters before a file came here, found in the rows of any kind of file."""

from dataclasses import dataclass, field

from data_access.files.grid import Damage, Rows
from data_access.files.lost import lost_rows
from data_access.files.misreading import cure_of, is_left

BETWEEN = "\x1f"
"""Stands between the cells of a row, and is part of no word."""


@dataclass(frozen=True)
class Examined:
    """Rows that were misread and are put right, and those with letters that are gone (from 1)."""

    mended: Rows = field(repr=False)
    misread: tuple[int, ...]
    lost: tuple[int, ...]

    @property
    def damage(self) -> Damage | None:
        """LOST where any letter is gone for good; MOJIBAKE where all can be brought back."""
        if self.lost:
            return Damage.LOST
        return Damage.MOJIBAKE if self.misread else None

    @property
    def damaged(self) -> tuple[int, ...]:
        """All rows that are not what they were."""
        return tuple(sorted({*self.misread, *self.lost}))


def examined(rows: Rows) -> Examined:
    """What is wrong with letters in these rows, and the rows put right as far as that is exact.

    Best asked of cells that still have their control characters: those are halves of letters.
    """
    texts = [BETWEEN.join(row) for row in rows]
    cure = cure_of(texts)
    if cure is None:
        return Examined(rows, (), lost_rows(rows))
    mended = list(rows)
    misread = []
    left = set()
    for number, (row, text) in enumerate(zip(rows, texts, strict=True), start=1):
        right = cure(text)
        if right != text:
            misread.append(number)
            mended[number - 1] = [cure(cell) for cell in row]
        if is_left(right):
            left.add(number)
    return Examined(mended, tuple(misread), tuple(sorted(left.union(lost_rows(mended)))))


def repaired(rows: Rows) -> Rows:
    """The rows with every letter brought back that can be, exactly; the others as they are."""
    return examined(rows).mended
