"""A year of five mediators, made up from a rule: what happened, and what the figures have to be."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from data_access.rules import Area, ClosingReason, ContactForm

POSTS, MONTHS = 5, 12
FIRST = dt.date(2019, 9, 1)
AREAS = (Area.EDUCATION, Area.HOUSING, Area.HEALTH, Area.EMPLOYMENT)
STAYS = 3
"""Months after its own in which a case is closed."""
MOVES_IN, MOVES_TO = 6, 1
"""The month in which a family of the first post goes on with another one's mediator."""


@dataclass(eq=False)
class Family:
    """A family as the year knows it; ``code`` is the number that the system gave it."""

    size: int
    code: str = ""


@dataclass(eq=False)
class Case:
    """A family with the mediator of a post."""

    post: int
    family: Family
    area: Area
    opened: dt.date
    closed: dt.date | None = None
    reason: ClosingReason = ClosingReason.NOT_STATED
    is_new: bool = True
    """Whether the family was met for the first time, and so is written without a number."""


@dataclass(frozen=True)
class Contact:
    """A contact; a group's has no case."""

    day: dt.date
    case: Case | None
    persons: int
    area: Area

    @property
    def form(self) -> ContactForm:
        return ContactForm.GROUP if self.case is None else ContactForm.INDIVIDUAL


@dataclass
class Month:
    """What one report has to tell: cases opened and closed, contacts, hours."""

    post: int
    first: dt.date
    hours: int
    open_before: list[Case] = field(default_factory=list)
    opened: list[Case] = field(default_factory=list)
    closed: list[Case] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)


def month(number: int) -> dt.date:
    """The first day of a month of the year, counted from 0."""
    months = FIRST.month - 1 + number
    return dt.date(FIRST.year + months // 12, months % 12 + 1, 1)


def a_year() -> list[Month]:
    """Every report of the year, in the order in which they come in: by month, then by post."""
    cases: list[Case] = []
    return [_month(cases, post, number) for number in range(MONTHS) for post in range(POSTS)]


def _month(cases: list[Case], post: int, number: int) -> Month:
    first = month(number)
    told = Month(post, first, 60 + 5 * ((post + number) % 4))
    told.open_before = [c for c in cases if c.post == post and c.closed is None]
    for turn in range(1 + (post + number) % 3):
        area = AREAS[(post + number + turn) % len(AREAS)]
        family = Family(2 + (turn + number) % 5)
        told.opened.append(Case(post, family, area, first.replace(day=3 + turn)))
    for case in told.open_before:
        if case.opened < month(max(number - STAYS + 1, 0)):
            _close(case, first.replace(day=20), ClosingReason.NEED_MET, told)
    if number == MOVES_IN:
        _move(cases, told)
    cases += told.opened
    told.contacts = list(_contacts(told))
    return told


def _close(case: Case, day: dt.date, reason: ClosingReason, told: Month) -> None:
    case.closed, case.reason = day, reason
    told.closed.append(case)


def _move(cases: list[Case], told: Month) -> None:
    """The first post hands a family on; the other one's mediator takes it the same day."""
    day = told.first.replace(day=12)
    if told.post == 0:
        going = next(c for c in told.open_before if c.closed is None)
        _close(going, day, ClosingReason.HANDED_OVER, told)
    elif told.post == MOVES_TO:
        gone = next(c for c in cases if c.reason is ClosingReason.HANDED_OVER)
        told.opened.append(Case(MOVES_TO, gone.family, gone.area, day, is_new=False))


def _contacts(told: Month) -> Iterator[Contact]:
    for turn, case in enumerate([*told.open_before, *told.opened]):
        day = max(case.opened, told.first.replace(day=4 + turn % 9))
        yield Contact(day, case, 1 + turn % 3, case.area)
    yield Contact(told.first.replace(day=25), None, 8 + told.post, Area.CULTURE)


def all_cases(year: list[Month]) -> list[Case]:
    """Every case of the year."""
    return [case for told in year for case in told.opened]


def in_care_at_end(year: list[Month], day: dt.date) -> int:
    """Families with an open case as the day ends, each once."""
    return len(
        {
            id(case.family)
            for case in all_cases(year)
            if case.opened <= day and (case.closed is None or case.closed > day)
        }
    )


def contacts_by_form(year: list[Month]) -> Counter[ContactForm]:
    """How many contacts of each form the year has."""
    return Counter(contact.form for told in year for contact in told.contacts)
