"""Families in care in plain Python: from day to day, as somebody with a calendar would count."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from data_access.caseloads import By
from data_access.rules import Area
from tests.data_access.land import a_division, a_town
from tests.data_access.people import a_case, a_family, a_need, a_post, a_round, at

LONG_AGO = dt.date(2019, 11, 1)
JANUARY, APRIL = dt.date(2020, 1, 1), dt.date(2020, 4, 30)
TOWNS = ("2009:LV-VLK", "2009:LV-VLK", "2009:LV-AIN")
"""Where the three posts of round IV are: two of them in one town."""


@dataclass(frozen=True)
class Case:
    """A case of one of the families at one of the posts, with its days and what it needs."""

    family: int
    post: int
    opened: dt.date | None
    closed: dt.date | None = None
    areas: frozenset[str] = frozenset()

    def is_open(self, day: dt.date) -> bool:
        """Whether it is open as the day ends."""
        has_opened = self.opened is not None and self.opened <= day
        return has_opened and (self.closed is None or self.closed > day)


SLICES: dict[By, Callable[[Case], list[str]]] = {
    By.ALL: lambda _case: ["all"],
    By.POST: lambda case: [str(case.post)],
    By.PLACE: lambda case: [TOWNS[case.post]],
    By.AREA: lambda case: sorted(case.areas - {Area.NOT_STATED}) or [Area.NOT_STATED.value],
}
"""The slices that a case lies in; posts by their place in the order of their making."""


def plant(connection: Connection, cases: list[Case]) -> dict[str, str]:
    """Round IV with the cases, round V with decoys of the same families; posts' places by slice."""
    fourth, fifth = a_round(connection, "IV"), a_round(connection, "V")
    division = a_division(connection, "2009")
    valka = a_town(connection, division, "LV-VLK", "Valka")
    ainazi = a_town(connection, division, "LV-AIN", "Ainaži")
    places = (valka, valka, ainazi)
    posts = [a_post(connection, fourth, JANUARY, APRIL, **at(place)) for place in places]
    families = [a_family(connection) for _ in range(3)]
    for case in cases:
        told = (families[case.family], posts[case.post], case.opened, case.closed)
        number = a_case(connection, *told)
        for area in case.areas:
            a_need(connection, number, area)
    elsewhere = a_post(connection, fifth, JANUARY, APRIL, **at(valka))
    for family in families:
        a_need(connection, a_case(connection, family, elsewhere, LONG_AGO), "housing")
    return {str(post): str(number) for number, post in enumerate(posts)}


def walked(cases: list[Case], first: dt.date, last: dt.date) -> dict[str, int]:
    """What happened in the slice from the first to the last day; the cases are those of a slice."""
    counted = {"at_start": 0, "opened": 0, "closed": 0}
    counted["at_start"] = len(families_on(cases, first - dt.timedelta(days=1)))
    for day in _days(first, last):
        before, after = families_on(cases, day - dt.timedelta(days=1)), families_on(cases, day)
        new = {case.family for case in cases if case.opened == day} - before
        counted["opened"] += len(new)
        counted["closed"] += len((before | new) - after)
    cases_at_end = sum(case.is_open(last) for case in cases)
    return counted | {"at_end": len(families_on(cases, last)), "cases_at_end": cases_at_end}


def families_on(cases: list[Case], day: dt.date) -> set[int]:
    """The families in care as the day ends."""
    return {case.family for case in cases if case.is_open(day)}


def of_slice(cases: list[Case], by: By, code: str) -> list[Case]:
    """The cases that lie in a slice."""
    return [case for case in cases if code in SLICES[by](case)]


def _days(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    for number in range((last - first).days + 1):
        yield first + dt.timedelta(days=number)


def numbers(row: dict[Any, Any]) -> dict[str, int]:
    """The numbers of a row of the answer, as ``walked`` has them."""
    names = ("at_start", "opened", "closed", "at_end", "cases_at_end")
    return {name: int(row[name]) for name in names}
