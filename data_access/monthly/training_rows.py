"""The rows of the trainings' sheet."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import replace

from data_access.monthly import columns as c
from data_access.monthly.asked_row import Row
from data_access.monthly.report import Code, TrainingLine
from data_access.rules import TrainingKind


def training_lines(rows: Iterable[Row], month: dt.date) -> Iterator[TrainingLine]:
    """A line for each row that leaves no question; one that is wholly alike is asked about."""
    seen = set()
    for row in rows:
        line = _line(row, month)
        says = row.spelled if row.is_open else replace(line, row=0)
        if says in seen:
            row.ask(Code.ROWS_ALIKE)
        seen.add(says)
        if not row.is_open:
            yield line


def _line(row: Row, month: dt.date) -> TrainingLine:
    if row.lacks(c.HELD_ON):
        row.ask(Code.DAY_MISSING, c.HELD_ON)
    held_on = row.day_of_month(c.HELD_ON, month)
    kind = TrainingKind(row.word(c.KIND) or TrainingKind.NOT_STATED)
    hours = row.hours()
    if hours == 0:
        row.ask(Code.NUMBER_UNCLEAR, c.HOURS)
    return TrainingLine(row.number, held_on, kind, hours)
