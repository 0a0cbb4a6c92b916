"""The activity that a file speaks of: its days from the surest place that states any."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Protocol

from data_access.attendance.reading import dates
from data_access.attendance.reading.dates import Orders
from data_access.attendance.reading.facts import Facts
from data_access.attendance.reading.layout import Layout
from data_access.attendance.reading.roles import ColumnRole as Role
from data_access.attendance.reading.tables import Table
from data_access.files.grid import Grid

SAMPLE = 2_000
MOST_DAYS = 31
UNDERSCORED = re.compile(r"(?<!\d)(\d{4})_(\d\d)_(\d\d)(?!\d)")
ENDING = re.compile(r"\.[A-Za-z0-9]{2,5}$")


class Listed(Protocol):
    """A table with its columns understood."""

    @property
    def table(self) -> Table:
        """Its rows."""

    @property
    def layout(self) -> Layout:
        """Its columns."""


@dataclass(frozen=True)
class ActivityFacts:
    """Title and days as the file states them; ``is_ambiguous`` where a date may mean two days."""

    title: str | None = field(repr=False)
    days: tuple[dt.date, ...]
    is_ambiguous: bool = False


def found_activity(
    facts: Facts, lists: Sequence[Listed], orders: Orders, name: str, grids: Sequence[Grid]
) -> ActivityFacts:
    """The title and the days; each place is asked only where those before it say nothing."""
    epoch_1904 = any(grid.epoch_1904 for grid in grids)
    places = (
        facts.dates,
        list(_columns(lists, Role.JOIN)),
        _agreeing(facts.dated_lines, orders),
        list(_columns(lists, Role.START)),
        _headings(lists),
        facts.titles,
        _agreeing([*_columns(lists, Role.CHECK_IN), *_signed(lists)], orders),
        [grid.name for grid in grids] if len(grids) == 1 else [],
        [UNDERSCORED.sub(r"\1-\2-\3", ENDING.sub("", name.rsplit("/", 1)[-1]))],
    )
    for texts in places:
        days, unclear = _days_of(texts, orders, epoch_1904=epoch_1904)
        if days or unclear:
            return ActivityFacts(_title(facts, lists), days, is_ambiguous=unclear)
    return ActivityFacts(_title(facts, lists), ())


def _agreeing(lines: Sequence[str], orders: Orders) -> list[str]:
    """The lines that state a day, unless they state different ones."""
    told = [line for line in lines if (day := dates.find_days(line, orders)) and day.candidates]
    days = {_days_in(line, orders) for line in told}
    return told if len(days) <= 1 else []


def _days_in(line: str, orders: Orders) -> tuple[dt.date, ...] | None:
    found = dates.find_days(line, orders)
    return found.days if found else None


def _title(facts: Facts, lists: Sequence[Listed]) -> str | None:
    if facts.titles:
        return facts.titles[0]
    topics = set(_columns(lists, Role.TOPIC))
    if len(topics) == 1:
        return topics.pop()
    return None


def _headings(lists: Sequence[Listed]) -> list[str]:
    return [one.layout.headings[at] for one in lists for at in one.layout.of(Role.DAY)]


def _signed(lists: Sequence[Listed]) -> list[str]:
    """What stands over columns of signatures."""
    return [one.layout.headings[at] for one in lists for at in one.layout.of(Role.SIGNATURE)]


def _columns(lists: Sequence[Listed], role: Role) -> Iterator[str]:
    """What stands in the columns of the role, each text once."""
    seen: set[str] = set()
    for one in lists:
        for at in one.layout.of(role):
            for _, row in islice(one.table.body, SAMPLE):
                if at < len(row) and row[at] and row[at] not in seen:
                    seen.add(row[at])
                    yield row[at]


def _days_of(
    texts: Iterable[str], orders: Orders, *, epoch_1904: bool
) -> tuple[tuple[dt.date, ...], bool]:
    """All days of the texts, and whether one of them may mean another day."""
    found: set[dt.date] = set()
    unclear = False
    for text in texts:
        told = dates.read_days(text, orders) or dates.find_days(text, orders)
        if told is None or not (told.candidates or told.lacks_year):
            serial = dates.serial(text, epoch_1904=epoch_1904)
            found |= {serial} if serial else set()
        elif told.days:
            found |= set(told.days)
        else:
            unclear = unclear or bool(told.candidates)
    if len(found) > MOST_DAYS:
        return (), False
    return tuple(sorted(found)), unclear and not found
