"""The activities of one file: by sheet, by the days in titles, by the column that names them."""

import datetime as dt
from collections.abc import Mapping, Sequence

from data_access.attendance.reading import dates
from data_access.attendance.reading.activity import found_activity
from data_access.attendance.reading.dates import Orders
from data_access.attendance.reading.facts import facts_of, labelled
from data_access.attendance.reading.finding import Found, List
from data_access.attendance.reading.roles import ColumnRole as Role
from data_access.attendance.reading.roles import role_of
from data_access.attendance.reading.sheet import Part
from data_access.files.grid import Grid
from data_access.rules import fold


def blocks_of(found: Found) -> dict[str, list[List]]:
    """The lists by activity: those of one sheet belong together until another title or day."""
    blocks: dict[str, list[List]] = {}
    begun: dict[int, tuple[dt.date, ...]] = {}
    titles: dict[int, str] = {}
    numbers: dict[int, int] = {}
    topics: dict[tuple[int, str], int] = {}
    for one in found.lists:
        sheet = one.table.sheet
        if one.topic:
            number = topics.setdefault((sheet, one.topic), len(topics) + 1)
            blocks.setdefault(f"{sheet}:{number}", []).append(one)
            continue
        days, title = _days_above(one), _title_above(one)
        is_other = title and titles.get(sheet, title) not in ("", title)
        if is_other or (sheet in begun and days and days != begun[sheet]):
            numbers[sheet] = numbers.get(sheet, 1) + 1
        begun[sheet] = days or begun.get(sheet, ())
        titles[sheet] = title or titles.get(sheet, "")
        number = numbers.get(sheet, 1)
        blocks.setdefault(f"{sheet}.{number}" if number > 1 else str(sheet), []).append(one)
    return blocks


def _days_above(one: List) -> tuple[dt.date, ...]:
    return tuple(
        day
        for _, row in one.table.above
        for text in row
        if text and (told := dates.find_days(text)) and told.days
        for day in told.days
    )


def _title_above(one: List) -> str:
    """The title of an activity that is called one."""
    told = ([cell for cell in row if cell] for _, row in one.table.above)
    pairs = (pair for cells in told if cells for pair in labelled(cells))
    return next((fold(value) for label, value in pairs if role_of(label) is Role.TOPIC), "")


def parts_of(blocks: Mapping[str, Sequence[List]], visible: Sequence[Grid]) -> tuple[Part, ...]:
    """The activities of a file that holds several; none where it holds one."""
    if len(blocks) < 2:  # noqa: PLR2004
        return ()
    parts = []
    for key, lists in blocks.items():
        grid = visible[lists[0].table.sheet]
        facts = facts_of([row for one in lists for row in one.table.above], ())
        activity = found_activity(facts, lists, Orders(), "", [grid])
        title = lists[0].topic or activity.title or grid.name
        rows = sum(len(one.table.body) for one in lists)
        parts.append(Part(key, title, activity.days, rows, grid.is_hidden))
    return tuple(parts)
