"""Which row of a sheet is one of headings, and what headings in several rows say together."""

import re
from collections.abc import Callable, Sequence

from data_access.attendance.reading import marks
from data_access.attendance.reading.roles import (
    NAMES,
    OF_A_CALL,
    ColumnRole,
    is_exact,
    role_of,
)
from data_access.files.grid import Grid

IsDay = Callable[[str], bool]

LONGEST_HEADING = 200
LEAST_ROLES, STRONG = 2, 3
HALF = 0.5
NUMBERED = re.compile(r"^([1-9]|[12]\d|3[01])\.?$")
"""The day of a month or the number of a lesson, over a column of marks."""
TALLEST = 3
"""Rows of headings."""


def heads(row: Sequence[str], is_day: IsDay, number: int, said: int | None) -> bool:
    """Whether a row is one of headings: most of its cells say what stands under them."""
    if said is not None:
        return number == said
    told = [cell for cell in row if cell]
    if any("@" in cell or len(cell) > LONGEST_HEADING for cell in told):
        return False
    roles = [role for cell in told if (role := role_of(cell))]
    exact = sum(map(is_exact, told))
    days = sum(1 for cell in told if not role_of(cell) and _is_heading_word(cell, is_day))
    if len(told) == 1:
        return exact == 1 and roles[0] in NAMES
    if exact >= STRONG and set(roles) & NAMES and not any(map(_is_value, told)):
        return True
    if exact == 0 or len(set(roles)) + bool(days and set(roles) & NAMES) < LEAST_ROLES:
        return False
    return len(roles) + days >= HALF * len(told) and not _is_pair(told, roles)


def _is_value(cell: str) -> bool:
    """Whether a cell is of somebody or something: it has digits, as few headings have."""
    return any(map(str.isdigit, cell))


def _is_pair(told: Sequence[str], roles: Sequence[ColumnRole]) -> bool:
    """A label and its value side by side: "Tēma | Izglītība" is no heading of two columns."""
    is_two = len(told) == LEAST_ROLES and not set(roles) & NAMES
    return is_two and roles[0] in OF_A_CALL and not is_exact(told[1])


def is_label(rows: list[list[str]], at: int) -> bool:
    """Whether two words of a call are a label and its value: the headings of people follow them."""
    told = [role_of(cell) for cell in rows[at] if cell]
    if len(told) != LEAST_ROLES or not set(told) <= OF_A_CALL or at + 1 >= len(rows):
        return False
    below = [cell for cell in rows[at + 1] if cell]
    return any(role_of(cell) in NAMES for cell in below) and all(map(is_exact, below))


def across_at(grid: Grid, at: int) -> dict[int, int]:
    """Columns of the row that belong to an area merged across, with the column of its text."""
    return {
        column: left
        for top, left, bottom, right in grid.merged
        if top <= at <= bottom and right > left
        for column in range(left, right + 1)
    }


def headings_at(
    rows: list[list[str]], at: int, is_day: IsDay, across: dict[int, int]
) -> tuple[list[str], int]:
    """The headings as one text a column, and over how many rows they stand."""
    found = list(rows[at])
    height = 1
    while height < TALLEST and at + height < len(rows):
        below = rows[at + height]
        if not _is_second(found, below, is_day):
            if height + 1 < TALLEST and _is_all_words(rows, at + height + 1, below):
                height += 1
                continue
            break
        found = _put_together(found, below, is_day, across if height == 1 else {})
        height += 1
    return found, height


def _is_all_words(rows: list[list[str]], at: int, between: Sequence[str]) -> bool:
    """Whether a row says all headings by itself, below one that only groups them."""
    told = [cell for cell in rows[at] if cell] if at < len(rows) else []
    is_wider = len(told) > max(sum(map(bool, between)), LEAST_ROLES)
    return is_wider and all(map(is_exact, told))


def _put_together(
    top: Sequence[str], below: Sequence[str], is_day: IsDay, across: dict[int, int]
) -> list[str]:
    """Two rows of headings as one; a text over several columns stands over each of them."""
    width = max(len(top), len(below))
    upper = [*top, *[""] * (width - len(top))]
    lower = [*below, *[""] * (width - len(below))]
    spread: list[str] = []
    for index, text in enumerate(upper):
        over = upper[across[index]] if index in across else ""
        carried = spread[-1] if index and not text and lower[index] and not across else ""
        spread.append(text or over or carried)
    return [_together(*pair, is_day) for pair in zip(spread, lower, strict=True)]


def _is_second(top: Sequence[str], below: Sequence[str], is_day: IsDay) -> bool:
    """Whether the next row goes on with the headings: words of headings or days, and nobody."""
    told = [(index, cell) for index, cell in enumerate(below) if cell]
    if not told or any("@" in cell for cell in below):
        return False
    roles = {role_of(cell) for cell in top if cell}
    named = {index for index, cell in enumerate(top) if role_of(cell) in NAMES and cell}
    if (named and len(told) == 1) or roles <= OF_A_CALL:
        return False
    if roles & OF_A_CALL and not roles & NAMES and not all(is_exact(cell) for _, cell in told):
        return False
    if any(index in named and cell == top[index] for index, cell in told):
        told = [(index, cell) for index, cell in told if cell != _at(top, index)]
    kinds = [_is_heading_word(cell, is_day) for _, cell in told]
    if any(index in named and not is_exact(cell) for index, cell in told):
        return False
    return bool(kinds) and any(kinds) and sum(kinds) >= HALF * len(kinds)


def _is_heading_word(cell: str, is_day: IsDay) -> bool:
    return (
        bool(NUMBERED.match(cell))
        or is_exact(cell)
        or marks.day_number(cell) is not None
        or is_day(cell)
    )


def _at(row: Sequence[str], index: int) -> str:
    return row[index] if index < len(row) else ""


def _together(upper: str, lower: str, is_day: IsDay) -> str:
    """Two headings as one: the lower one where it says enough, else both."""
    if not lower or upper == lower:
        return upper
    if not upper or marks.day_number(lower) is not None or is_day(lower):
        return lower
    both = f"{upper} {lower}"
    if is_exact(both):
        return both
    role = role_of(lower)
    weak = role in OF_A_CALL or role is ColumnRole.OTHER
    return lower if role and not weak and is_exact(lower) else (both if role_of(both) else lower)
