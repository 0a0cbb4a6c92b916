"""Which part of a numeric date is the day: told by the dates of a file, never by its language."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from data_access.attendance.reading.day_forms import Marks, days_in, plain

NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{4}|\d\d)(?![\d/-])")
YEAR_FIRST = re.compile(r"(?<![\d./-])((?:19|20)\d\d)([./]) ?(\d{1,2})\2 ?(\d{1,2})(?!\d)")
HALF_OF_DAY = re.compile(r"\d\s?[ap]\.?m\b", re.IGNORECASE)
MONTHS = 12
ENOUGH = 20_000
"""So many different dates of a file tell everything that all of them would."""
LONGEST = 300


class Order(StrEnum):
    """Which part of a numeric date is which; ``YDM`` is 2020.22.07, ``YMD`` also 20-07-22."""

    DMY = "dmy"
    MDY = "mdy"
    YMD = "ymd"
    YDM = "ydm"
    UNKNOWN = "unknown"
    CONFLICT = "conflict"


@dataclass(frozen=True)
class Orders:
    """The order by what stands between the parts: a proof for one mark is none for another.

    Dots are day first unless the file disproves it: 22.07.2020 is how Latvian, Lithuanian,
    Polish, Russian, Estonian and German write, and no country writes months first with dots.
    Dates that begin with four digits go on with the month, unless the file disproves that.
    """

    dots: Order = Order.DMY
    slashes: Order = Order.UNKNOWN
    dashes: Order = Order.UNKNOWN
    year_first: Order = Order.YMD

    @classmethod
    def of(cls, order: "Order | Orders") -> "Orders":
        """One order, as somebody decided it, for slashes and dashes."""
        if isinstance(order, Orders):
            return order
        if order is Order.YDM:
            return cls(year_first=order)
        return cls(slashes=order, dashes=order)

    def decided(self, order: Order) -> "Orders":
        """What the file leaves open, as somebody decided it: ``DMY``, ``MDY`` or ``YMD``."""
        years = Order.YDM if order is Order.DMY else Order.YMD
        dots, slashes, dashes = (
            order if one in OPEN else one for one in (self.dots, self.slashes, self.dashes)
        )
        return Orders(dots, slashes, dashes, years if self.year_first in OPEN else self.year_first)


OPEN = frozenset({Order.UNKNOWN, Order.CONFLICT})


def order_of(texts: Iterable[str]) -> Order:
    """Which part of 03/04/2020 is the day in a file, by its dates alone; never by its language.

    A part above 12 proves it; that all rows have the same first number proves nothing (a list of
    one day), nor does AM or PM (``leaning_of``). CONFLICT where dates prove both. Pass on what one
    program wrote (a column, a report's own lines), not what people typed in a title.
    """
    orders = orders_of(texts)
    found = {orders.slashes, orders.dashes}
    proven = found - {Order.UNKNOWN}
    if Order.CONFLICT in found or len(proven) > 1:
        return Order.CONFLICT
    return proven.pop() if proven else Order.UNKNOWN


def orders_of(texts: Iterable[str]) -> Orders:
    """The order by mark: see ``order_of``; what is not proven stays UNKNOWN."""
    left: dict[tuple[str, int], set[Order]] = {}
    years: set[Order] = set()
    for text in _different(texts):
        for found in NUMERIC.finditer(text):
            if len(found[4]) == len("yyyy") or _is_all(text, found):
                _narrow(left, found)
        years |= {order for found in YEAR_FIRST.finditer(text) for order in _year_first(found)}
    return Orders(
        dots=_proven(left, ".", Order.DMY),
        slashes=_proven(left, "/", Order.UNKNOWN),
        dashes=_proven(left, "-", Order.UNKNOWN),
        year_first=_one(years, Order.YMD),
    )


def leaning_of(texts: Iterable[str]) -> Order:
    """Which answer to offer first: MDY beside AM or PM, else UNKNOWN; no proof of anything."""
    beside = (NUMERIC.search(text) and HALF_OF_DAY.search(text) for text in _different(texts))
    return Order.MDY if any(beside) else Order.UNKNOWN


def _different(texts: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    for text in texts:
        if len(text) <= LONGEST and text not in seen:
            seen.add(text)
            yield text
            if len(seen) >= ENOUGH:
                return


def _is_all(text: str, found: re.Match[str]) -> bool:
    """Whether a date with a short year is all that the cell says, but for the time."""
    return bool(plain(text)) and plain(text).startswith(plain(found.group()).rstrip("."))


def _narrow(left: dict[tuple[str, int], set[Order]], found: re.Match[str]) -> None:
    """Of the orders that are possible so far those in which this date exists; junk is left out."""
    first, mark, second, third = found.groups()
    orders = (Order.DMY, Order.MDY) + ((Order.YMD,) if len(third) == len("yy") else ())
    written = f"{first}{mark}{second}{mark}{third}"
    fitting = {
        order
        for order in orders
        if days_in(written, Marks(order.value, order.value, order.value), None)
    }
    if fitting:
        key = (mark, len(third))
        left[key] = left.get(key, set(orders)) & fitting


def _proven(left: Mapping[tuple[str, int], set[Order]], mark: str, usual: Order) -> Order:
    """By dates with full years, else by those with short ones; ``usual`` where none proves."""
    found = [left[mark, length] for length in (4, 2) if (mark, length) in left]
    if any(not orders for orders in found):
        return Order.CONFLICT
    proven = {next(iter(orders)) for orders in found if len(orders) == 1}
    if len(proven) > 1:
        return Order.CONFLICT
    return proven.pop() if proven else usual


def _year_first(found: re.Match[str]) -> Iterator[Order]:
    second, third = int(found[3]), int(found[4])
    if second > MONTHS >= third:
        yield Order.YDM
    if third > MONTHS >= second:
        yield Order.YMD


def _one(found: set[Order], usual: Order) -> Order:
    if len(found) > 1:
        return Order.CONFLICT
    return next(iter(found), usual)
