"""Cells of rows, of which some are shorter than others."""

from collections.abc import Sequence


def cell(row: Sequence[str], at: int) -> str:
    """What stands in a column; nothing past the end of a short row."""
    return row[at] if at < len(row) else ""


def first(row: Sequence[str], columns: Sequence[int]) -> str:
    """The first of the columns that is filled."""
    for at in columns:
        if at < len(row) and row[at]:
            return row[at]
    return ""
