"""Headings that a comma of their own took apart: "Vārds, uzvārds,Iestāde" over rows of two."""

from dataclasses import replace
from itertools import islice, pairwise

from data_access.attendance.reading.content import SAMPLE, Content, is_whole_name
from data_access.attendance.reading.roles import NAMES, is_exact, role_of
from data_access.attendance.reading.tables import Table


def rejoined(table: Table) -> Table:
    """The table with one heading of whole names, where its rows are one cell narrower."""
    at = _torn(table)
    if at is None:
        return table
    both = f"{table.headings[at]}, {table.headings[at + 1]}"
    headings = [*table.headings[:at], both, *table.headings[at + 2 :], ""]
    return replace(table, headings=headings, roles=[role_of(h) for h in headings])


def _torn(table: Table) -> int | None:
    """The first of two headings that are one, where whole names stand under it."""
    width = len(table.headings)
    rows = [row for _, row in islice(table.body, SAMPLE)]
    narrow = sum(not any(row[width - 1 :]) for row in rows)
    if width < 2 or not rows or 2 * narrow <= len(rows) or not table.headings[-1]:  # noqa: PLR2004
        return None
    for at, (left, right) in enumerate(pairwise(table.headings)):
        both = f"{left}, {right}"
        is_one = left and right and is_exact(both) and role_of(both) in NAMES
        if is_one and Content.of(table.body, at).is_mostly(is_whole_name):
            return at
    return None
