"""A post whose September 2019 is reported, and what is known of its families by then."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from data_access.access import Reader
from data_access.monthly import Decisions, Draft, Part, Problem, Sheets, check
from data_access.monthly import columns as c
from tests.data_access.monthly.books import FAMILY, GROUP, LEARNED, TALK
from tests.data_access.people import (
    a_case,
    a_family,
    a_municipality,
    a_need,
    a_post,
    a_report,
    a_round,
    an_institution,
    at,
)
from tests.data_access.readers import COORDINATOR

SEPTEMBER, OCTOBER = dt.date(2019, 9, 1), dt.date(2019, 10, 1)
OPENED, CLOSED = dt.date(2019, 8, 5), dt.date(2019, 8, 20)
SHA = "0" * 64
RECORDED, WAITING = "a" * 64, "b" * 64
"""The bytes of files that came before."""
FIRST = 2
"""The number of the first row below the headings."""
Told = tuple[Any, ...]


@dataclass
class September:
    """The numbers of what is there, and the report; ``report`` checks it with changes."""

    connection: Connection
    rounds: dict[str, int] = field(default_factory=dict)
    towns: dict[str, int] = field(default_factory=dict)
    posts: dict[str, int] = field(default_factory=dict)
    families: dict[str, int] = field(default_factory=dict)
    cases: dict[str, int] = field(default_factory=dict)
    bodies: dict[str, int] = field(default_factory=dict)

    def sheets(
        self,
        head: Mapping[str, str] | None = None,
        rows: Mapping[Part, Iterable[Mapping[str, str]]] | None = None,
        problems: tuple[Problem, ...] = (),
        absent: Iterable[tuple[Part, str | None]] = (),
    ) -> Sheets:
        """A usual month as it is read of a file, with something else on some of its sheets."""
        usual = {c.POST: str(self.posts["here"]), c.MONTH: "09.2019", c.HOURS: "72"}
        said: dict[Part, Iterable[Mapping[str, str]]] = {
            Part.FAMILIES: [FAMILY],
            Part.CONTACTS: [TALK, GROUP],
            Part.TRAININGS: [LEARNED],
        }
        said |= rows or {}
        told = {part: dict(enumerate(some, FIRST)) for part, some in said.items()}
        return Sheets(usual | dict(head or {}), told, problems, frozenset(absent))

    def check(
        self,
        sheets: Sheets,
        decisions: Decisions | None = None,
        reader: Reader = COORDINATOR,
        sha256: str = SHA,
    ) -> Draft:
        """What recording it would do."""
        return check(self.connection, reader, sha256, sheets, decisions or Decisions())

    def rows(self, part: Part, *rows: Mapping[str, str], **how: Any) -> Draft:
        """The same of a month with these rows on one sheet."""
        return self.check(self.sheets(rows={part: rows}), **how)


def plant(connection: Connection) -> September:
    """Three posts: of Jelgava, of Valka, and one of the round after; families of the first two."""
    found = September(connection)
    for code in ("IV", "V"):
        found.rounds[code] = a_round(connection, code)
    for town in ("Jelgava", "Valka"):
        found.towns[town] = a_municipality(connection, town)
    lies = {"here": ("IV", "Jelgava"), "elsewhere": ("IV", "Valka"), "later": ("V", "Jelgava")}
    days = {"IV": (dt.date(2019, 7, 1), dt.date(2020, 6, 30)), "V": (dt.date(2020, 9, 1), None)}
    for name, (round_, town) in lies.items():
        where = at(found.towns[town])
        post = a_post(connection, found.rounds[round_], *days[round_], hours_per_week=20, **where)
        found.posts[name] = post
    _plant_cases(found)
    for code, names in {
        "km": {"name_lv": "Kultūras ministrija", "abbreviation": "KM"},
        "sd-1": {"name_lv": "Valkas sociālais dienests", "abbreviation": "SD"},
        "sd-2": {"name_lv": "Jelgavas sociālais dienests", "abbreviation": "SD"},
        "paraugs": {"name_lv": "Parauga skola", "origin": "sample"},
    }.items():
        found.bodies[code] = an_institution(connection, code, **names)
    here = found.posts["here"]
    a_report(connection, here, OCTOBER, 70, origin="upload", sha256=RECORDED)
    a_report(connection, here, SEPTEMBER, 70, status="waiting", recorded_at=None)
    waits = {"status": "waiting", "recorded_at": None, "origin": "upload", "sha256": WAITING}
    a_report(connection, found.posts["elsewhere"], OCTOBER, 70, **waits)
    return found


def _plant_cases(found: September) -> None:
    """G-01 is in care with four needs, G-02 no more, G-03 elsewhere, G-04 never was."""
    connection = found.connection
    sizes: dict[str, dict[str, int]] = {"G-01": {"size": 4, "children": 2}, "G-02": {"size": 3}}
    for code in ("G-01", "G-02", "G-03", "G-04"):
        found.families[code] = a_family(connection, code=code, **sizes.get(code, {}))
    lies = {"G-01": "here", "G-02": "here", "G-03": "elsewhere"}
    for code, post in lies.items():
        ends = CLOSED if code == "G-02" else None
        found.cases[code] = a_case(
            connection, found.families[code], found.posts[post], OPENED, ends
        )
    for area in ("housing", "health", "education", "employment"):
        a_need(connection, found.cases["G-01"], area)


def told(draft: Draft) -> set[Told]:
    """The problems without what stands in the cells."""
    return {(p.code, p.part, p.row, p.column) for p in draft.problems}
