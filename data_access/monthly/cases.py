"""A family and its case at a post, as the database has them."""

import datetime as dt
from dataclasses import dataclass

from data_access.monthly.days import last_of_month
from data_access.rules import Area, ClosingReason, Referrer


@dataclass(frozen=True)
class Family:
    """A family by its row, and what is known of it."""

    number: int
    code: str
    size: int | None
    children: int | None
    is_counted: bool = False
    """Whether a closed round counts how many they are, so that it stays."""


@dataclass(frozen=True)
class Case:
    """A family's case at the post; ``needs`` in the order of the areas."""

    number: int
    family: Family
    opened_on: dt.date | None
    closed_on: dt.date | None
    reason: ClosingReason
    referred_by: Referrer
    needs: tuple[Area, ...]

    def is_open_in(self, month: dt.date) -> bool:
        """Whether it was open on a day of the month, as far as its days are stated."""
        begins = self.opened_on is None or self.opened_on <= last_of_month(month)
        return begins and (self.closed_on is None or self.closed_on >= month)

    def is_open_before(self, month: dt.date) -> bool:
        """Whether it was in care as the month before ended."""
        begins = self.opened_on is None or self.opened_on < month
        return begins and (self.closed_on is None or self.closed_on >= month)


@dataclass(frozen=True)
class Stay:
    """A family's time in care as it will stand; ``case`` is None of one that the report opens."""

    case: int | None
    opened_on: dt.date | None
    closed_on: dt.date | None

    def has(self, day: dt.date) -> bool:
        """Whether the day lies in it, as far as its days are stated."""
        begins = self.opened_on is None or self.opened_on <= day
        return begins and (self.closed_on is None or day <= self.closed_on)
