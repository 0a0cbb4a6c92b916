"""Two posts with families in care, and what a report of the first of them may say."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from data_access import schema
from data_access.monthly import CaseLine, ContactLine, Draft, TrainingLine
from data_access.rules import (
    Area,
    ClosingReason,
    ContactForm,
    ContactPlace,
    ContactResult,
    Referrer,
    TrainingKind,
)
from tests.data_access.monthly.desk import nothing_found
from tests.data_access.people import (
    a_case,
    a_family,
    a_municipality,
    a_need,
    a_post,
    a_round,
    add,
    an_institution,
    at,
)

SEPTEMBER, OCTOBER = dt.date(2019, 9, 1), dt.date(2019, 10, 1)
LAST = dt.date(2020, 6, 30)
OPENED = dt.date(2019, 8, 5)


@dataclass(frozen=True)
class InCare:
    """A family and its case."""

    code: str
    family: int
    case: int


@dataclass(frozen=True)
class Scene:
    """Numbers of what is there: ``staying`` and ``leaving`` are in care at the post, ``decoy`` at
    the other one."""

    round: int
    town: int
    other_town: int
    post: int
    other_post: int
    school: int
    staying: InCare
    leaving: InCare
    decoy: InCare


def plant(connection: Connection) -> Scene:
    """Round IV with a post in each of two towns."""
    round_ = a_round(connection, "IV")
    town = a_municipality(connection, "Valka")
    other_town = beside(connection, town, "Jelgava")
    post, other_post = (
        a_post(connection, round_, OPENED, LAST, **at(place)) for place in (town, other_town)
    )
    school = an_institution(connection, "skola")
    staying, leaving = (in_care(connection, post, f"F-{n}", "education") for n in (1, 2))
    decoy = in_care(connection, other_post, "F-3", "health")
    return Scene(round_, town, other_town, post, other_post, school, staying, leaving, decoy)


def beside(connection: Connection, town: int, name: str) -> int:
    """Another municipality of the same division."""
    table = schema.municipality
    (row,) = connection.execute(select(table).where(table.c.id == town)).mappings()
    values = {**row, "name": name, "name_folded": name.casefold(), "iso": f"{row['iso']}-2"}
    return add(connection, table, **{n: v for n, v in values.items() if n != "id"})


def in_care(connection: Connection, post: int, code: str, area: str) -> InCare:
    """A family of four whose case at the post is open, with one need."""
    family = a_family(connection, code=code, size=4, children=2)
    case = a_case(connection, family, post, OPENED)
    a_need(connection, case, area)
    return InCare(code, family, case)


def line(about: InCare | str, row: int = 3, **values: Any) -> CaseLine:
    """A row of the families' sheet that says nothing but this; a text is a new family's."""
    known = isinstance(about, InCare)
    of = {
        "family": about.code if isinstance(about, InCare) else about,
        "number": about.family if isinstance(about, InCare) else None,
        "case": about.case if isinstance(about, InCare) else None,
        "opened_on": None if known else SEPTEMBER,
    }
    unsaid: dict[str, Any] = {
        **dict.fromkeys(("closed_on", "size", "children")),
        "reason": ClosingReason.NOT_STATED,
        "referred_by": Referrer.NOT_STATED,
        "needs": (),
        "changes": True,
    }
    return CaseLine(row=row, **unsaid | of | values)


def talk(about: InCare | str | None = None, row: int = 3, **values: Any) -> ContactLine:
    """A contact with a family, or with one that is not named."""
    of = {
        "family": about.code if isinstance(about, InCare) else about,
        "case": about.case if isinstance(about, InCare) else None,
    }
    said: dict[str, Any] = {
        "held_on": SEPTEMBER + dt.timedelta(days=9),
        "form": ContactForm.INDIVIDUAL,
        "persons": 2,
        "met_at": ContactPlace.HOME,
        "area": Area.EDUCATION,
        "institution": None,
        "result": ContactResult.INFORMED,
    }
    return ContactLine(row=row, **said | of | values)


def learned(row: int = 3, **values: Any) -> TrainingLine:
    """A training of a day."""
    said: dict[str, Any] = {
        "held_on": SEPTEMBER + dt.timedelta(days=2),
        "kind": TrainingKind.TRAINING,
        "hours": 6.0,
    }
    return TrainingLine(row=row, **said | values)


def empty(scene: Scene, month: dt.date = SEPTEMBER, **values: Any) -> Draft:
    """A report of the post's month in which nothing happened but this."""
    return nothing_found(**{"post": scene.post, "month": month, "hours": 60.0} | values)


def full(scene: Scene) -> Draft:
    """A report with something of everything: a family comes, one goes, one changes."""
    ended = {"closed_on": dt.date(2019, 9, 27), "reason": ClosingReason.NEED_MET}
    new = {"referred_by": Referrer.SCHOOL, "needs": (Area.HOUSING, Area.HEALTH), "size": 3}
    return empty(
        scene,
        cases=(
            line("J1", 3, **new),
            line(scene.leaving, 4, **ended),
            line(scene.staying, 5, needs=(Area.HEALTH,), children=3),
        ),
        contacts=(
            talk("J1", 3),
            talk(scene.staying, 4, institution=scene.school, result=ContactResult.TAKEN_UP),
            talk(None, 5, form=ContactForm.GROUP, persons=11),
        ),
        trainings=(learned(),),
    )
