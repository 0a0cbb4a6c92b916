"""What the cells of the monthly workbook take: words of lists, days, numbers; and what they say
to anything else."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from data_access import workbooks
from data_access.filters import FIRST_DAY
from data_access.monthly import columns as c
from data_access.monthly.days import last_of_month, spelled
from data_access.monthly.guide import GUIDE
from data_access.monthly.report import Part

FROM_ANY_DAY = frozenset({c.OPENED_ON})
"""A case that is written in was opened before the month."""
LEAST = {c.SIZE: 1}
Rule = dict[str, Any]


class Taking:
    """The rules of one month's workbook. ``lists`` say where the words of a column stand."""

    def __init__(self, month: dt.date, lists: Mapping[str, str]) -> None:
        self._first, self._last, self._lists = month, last_of_month(month), lists

    def apply(self, sheet: Worksheet, part: Part, position: int, column: str) -> None:
        """Let the cells of a column below its heading take what they may."""
        source = self._lists.get(c.AREA if column in c.NEEDS else column)
        if source:
            is_strict = column != c.INSTITUTION
            workbooks.offer(sheet, position, source, GUIDE, strict=is_strict)
        elif column == c.INSTITUTION:
            return  # The register has none yet, and so there is nothing to choose from.
        elif column != c.FAMILY or part is Part.CONTACTS:
            sheet.data_validation(1, position, workbooks.LAST_ROW, position, self.of(column))

    def of(self, column: str) -> Rule:
        """The rule of a column that takes no words; an empty cell is always taken."""
        told = {"error_type": "stop", "error_title": GUIDE.error_title}
        if column in c.DAYS:
            return told | self._day(FIRST_DAY if column in FROM_ANY_DAY else self._first)
        if column == c.FAMILY:
            return told | _family()
        return told | (_hours() if column == c.HOURS else _whole(column))

    def _day(self, first: dt.date) -> Rule:
        message = GUIDE.errors["day"].format(first=spelled(first), last=spelled(self._last))
        between = {"criteria": "between", "minimum": first, "maximum": self._last}
        return {"validate": "date", "error_message": message} | between


def _family() -> Rule:
    """Families of the families' sheet; the hint says where a new one has to be written first."""
    name = c.SHEETS[Part.FAMILIES].lv
    source = f"='{name}'!$A$2:$A${workbooks.LAST_ROW + 1}"
    return {"validate": "list", "source": source, "error_message": GUIDE.errors["family"]}


def _whole(column: str) -> Rule:
    least, most = LEAST.get(column, 0), c.MOST[column]
    message = GUIDE.errors["whole"].format(least=least, most=most)
    between = {"criteria": "between", "minimum": least, "maximum": most}
    return {"validate": "integer", "error_message": message} | between


def _hours() -> Rule:
    most = c.MOST[c.HOURS]
    between = {"criteria": "between", "minimum": 0, "maximum": most}
    message = GUIDE.errors["hours"].format(most=most)
    return {"validate": "decimal", "error_message": message} | between
