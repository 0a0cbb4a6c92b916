"""Mediators' months made up at random, and the rates that the rule makes of them, in plain Python.

Four posts of round IV in Valka, Valka again, Ainaži and an unknown place, from January to April
2020 or undated; a decoy of round V in Valka.
"""

import calendar
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from hypothesis import strategies as st
from sqlalchemy import Connection

from data_access.filters import Filters
from tests.data_access.land import a_division, a_town
from tests.data_access.people import a_case, a_contact, a_family, a_post, a_report, a_round, at

TOWNS = ("Valka", "Valka", "Ainaži", None)
NAMED = ("Ainaži", "Valka", None)
MONTHS = tuple(dt.date(2020, month, 1) for month in range(1, 5))
FIRST, LAST = MONTHS[0], dt.date(2020, 4, 30)
STATES = ("recorded", "recorded", "recorded", "waiting", "undone")

Key = tuple[int, dt.date]
"""A post by its turn, and the first day of a month."""


@dataclass(frozen=True)
class Report:
    """What a report of a month says; ``status`` decides whether it counts."""

    hours: float | None
    status: str


@dataclass(frozen=True)
class Told:
    """A day on which something happened at a post: a contact, or a case of a family opened."""

    post: int
    day: dt.date | None
    family: int = 0


@dataclass(frozen=True)
class Months:
    """All that is recorded."""

    dated: tuple[bool, ...]
    reports: dict[Key, Report]
    contacts: list[Told]
    cases: list[Told]


days = st.dates(FIRST, LAST)
posts = st.integers(0, len(TOWNS) - 1)
reports = st.builds(Report, st.sampled_from([None, 0.0, 7.1, 40.0, 60.25]), st.sampled_from(STATES))
happened = st.builds(Told, posts, st.none() | days, st.integers(0, 2))
anything = st.builds(
    Months,
    st.tuples(*(st.sampled_from([True, True, True, False]) for _ in TOWNS)),
    st.dictionaries(st.tuples(posts, st.sampled_from(MONTHS)), reports),
    st.lists(happened, max_size=25),
    st.lists(happened, max_size=12),
)
choices = st.builds(Filters, round=st.just("IV"), start=st.none() | days, end=st.none() | days)


def plant(connection: Connection, months: Months) -> None:
    """Record them, and in round V what no answer of round IV may count."""
    division = a_division(connection, "2009")
    towns = {
        name: a_town(connection, division, iso, name)
        for iso, name in (("LV-VLK", "Valka"), ("LV-AIN", "Ainaži"))
    }
    round_id, families = a_round(connection), [a_family(connection) for _ in range(3)]
    held = [
        a_post(connection, round_id, *((FIRST, LAST) if dated else ()), **at(towns.get(str(town))))
        for town, dated in zip(TOWNS, months.dated, strict=True)
    ]
    for (post, month), report in months.reports.items():
        undone = {"undone_at": dt.datetime(2020, 6, 1, tzinfo=dt.UTC)}
        more = undone if report.status == "undone" else {}
        a_report(connection, held[post], month, report.hours, status=report.status, **more)
    for contact in months.contacts:
        a_contact(connection, held[contact.post], contact.day)
    for case in months.cases:
        a_case(connection, families[case.family], held[case.post], case.day)
    decoy = a_post(connection, a_round(connection, "V"), FIRST, LAST, **at(towns["Valka"]))
    a_report(connection, decoy, MONTHS[0], 80.0)
    a_contact(connection, decoy, MONTHS[0])
    a_case(connection, families[0], decoy, MONTHS[0])


def expected(months: Months, filters: Filters) -> dict[str | None, tuple[object, ...]]:
    """By town: hours, contacts and families (None without hours), and the four ways of months."""
    first, last = filters.start or FIRST, filters.end or LAST
    is_asked = filters.start is not None or filters.end is not None
    whole = [m for m in MONTHS if first <= m and _end(m) <= last]
    here = [n for n, dated in enumerate(months.dated) if dated or not is_asked]
    found: dict[str | None, tuple[object, ...]] = {}
    for town in dict.fromkeys(TOWNS[n] for n in here):
        of_town = [n for n in here if TOWNS[n] == town]
        known = {
            (post, month): report.hours
            for (post, month), report in months.reports.items()
            if post in of_town and month in whole and report.status == "recorded"
        }
        worked = {key: hours for key, hours in known.items() if hours}
        met = [told for told in months.contacts if _key(told) in worked]
        new = {told.family for told in months.cases if _key(told) in worked}
        held = {(post, month) for post in of_town if months.dated[post] for month in whole}
        stated = {key for key, hours in known.items() if hours is not None}
        counted = (round(sum(worked.values()), 4), len(met), len(new)) if worked else (None,) * 3
        zero = sum(hours == 0 for hours in known.values())
        undated = sum(not months.dated[post] for post in of_town)
        found[town] = (*counted, len(worked), zero, len(held - stated), undated)
    return found


def added(rows: Iterable[tuple[object, ...]]) -> tuple[object, ...]:
    """What towns add up to; what none of them states is missing."""
    sums: dict[int, list[float]] = defaultdict(list)
    width = 0
    for row in rows:
        width = len(row)
        for turn, value in enumerate(row):
            if isinstance(value, int | float):
                sums[turn].append(value)
    return tuple(round(sum(sums[n]), 4) if sums[n] else None for n in range(width))


def _key(told: Told) -> Key | None:
    return (told.post, told.day.replace(day=1)) if told.day else None


def _end(month: dt.date) -> dt.date:
    return month.replace(day=calendar.monthrange(month.year, month.month)[1])
