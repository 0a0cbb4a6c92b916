"""How each list of a file is read: the order of its dates and of its names, the days it has."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from data_access.attendance.reading import dates, marks, names
from data_access.attendance.reading.activity import ActivityFacts
from data_access.attendance.reading.cells import cell
from data_access.attendance.reading.dates import Order, Orders
from data_access.attendance.reading.decisions import Decisions
from data_access.attendance.reading.facts import Facts
from data_access.attendance.reading.finding import List
from data_access.attendance.reading.layout import Layout
from data_access.attendance.reading.listed import Reader
from data_access.attendance.reading.presence import Days
from data_access.attendance.reading.roles import ColumnRole as Role

SAMPLE = 2_000
FIRST = 20
DATED = re.compile(r"^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b")


def orders_of(chosen: Sequence[List], facts: Facts, decisions: Decisions) -> Orders:
    """The order of day and month, by every date in the lists and above them."""
    texts = [text for one in chosen for text in _dates_of(one)]
    headings = [one.layout.headings[at] for one in chosen for at in one.layout.of(Role.DAY)]
    orders = dates.orders_of([*texts, *headings, *facts.dates])
    return orders.decided(Order(decisions.date_order.value)) if decisions.date_order else orders


def _dates_of(one: List) -> Iterator[str]:
    """What stands in columns of dates, whatever the dates are of."""
    rows = [row for _, row in islice(one.table.body, SAMPLE)]
    for at in range(len(one.layout.roles)):
        filled = [row[at] for row in rows if at < len(row) and row[at]]
        first = filled[:FIRST]
        if first and sum(bool(DATED.match(text)) for text in first) > len(first) / 2:
            yield from filled


def reader_of(one: List, orders: Orders, activity: ActivityFacts, decisions: Decisions) -> Reader:
    """The reader of a list."""
    whole = one.layout.of(Role.FULL_NAME)[:1]
    told = [cell(row, at) for at in whole for _, row in islice(one.table.body, SAMPLE)]
    heading = next((one.layout.headings[at] for at in whole), "")
    order = names.order_of_names(told, heading=heading)
    days = _days(one.layout, orders, activity)
    return Reader(one, order, days, decisions)


def _days(layout: Layout, orders: Orders, activity: ActivityFacts) -> Days:
    """The days that the columns of days stand for."""
    columns = layout.of(Role.DAY)
    year = activity.days[0].year if activity.days else None
    found: Days = {}
    for at in columns:
        heading = layout.headings[at]
        number = marks.day_number(heading)
        if number is None:
            found = {**found, at: dates.days_of(heading, orders, year) or ()}
        elif len(activity.days) == len(columns) and number <= len(columns):
            found = {**found, at: (activity.days[number - 1],)}
    return found
