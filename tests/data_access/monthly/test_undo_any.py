"""Whatever reports say: recorded one after the other and undone, they leave what there was."""

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from data_access import monthly, schema
from data_access.monthly import CaseLine, ContactLine, Draft
from data_access.rules import (
    Area,
    ClosingReason,
    ContactForm,
    ContactPlace,
    ContactResult,
    Referrer,
    TrainingKind,
)
from tests.data_access.monthly.desk import Desk
from tests.data_access.monthly.rows_of import rows
from tests.data_access.monthly.scene import SEPTEMBER, InCare, Scene, empty, learned, line, talk
from tests.data_access.monthly.test_undoing import OF_REPORT
from tests.data_access.readers import COORDINATOR

Says = dict[str, Any]

MONTHS = (SEPTEMBER, dt.date(2019, 10, 1), dt.date(2019, 11, 1))
DAYS = st.dates(SEPTEMBER, dt.date(2019, 11, 30))
NEW, STAYING, LEAVING, OF_OTHER_POST, NOBODY = "J1", "staying", "leaving", "decoy", ""
SAYS = {
    "size": st.none() | st.integers(9, 12),
    "children": st.none() | st.integers(0, 3),
    "referred_by": st.sampled_from(Referrer),
    "needs": st.lists(st.sampled_from(Area), max_size=4, unique=True).map(tuple),
}
ENDS = {"closed_on": DAYS, "reason": st.sampled_from(ClosingReason)}
OPENS = {"opened_on": st.sampled_from([None, SEPTEMBER])}
MEETS = {
    "held_on": st.none() | DAYS,
    "form": st.sampled_from(ContactForm),
    "persons": st.none() | st.integers(0, 40),
    "met_at": st.sampled_from(ContactPlace),
    "area": st.sampled_from(Area),
    "result": st.sampled_from(ContactResult),
}
LEARNS = {
    "held_on": st.none() | DAYS,
    "kind": st.sampled_from(TrainingKind),
    "hours": st.none() | st.floats(0.5, 40),
}


@dataclass(frozen=True)
class Report:
    """What a report says: of whose cases, of contacts with whom, and of trainings."""

    cases: dict[str, Says]
    contacts: list[tuple[str, Says]]
    trainings: list[Says]

    def draft(self, scene: Scene, month: dt.date) -> Draft:
        """The same, of the families that there are."""
        return empty(
            scene,
            month,
            cases=tuple(_case(scene, who, said) for who, said in self.cases.items()),
            contacts=tuple(_contact(scene, who, said) for who, said in self.contacts),
            trainings=tuple(learned(**said) for said in self.trainings),
        )


def _case(scene: Scene, who: str, said: Says) -> CaseLine:
    if who == NEW:
        return line(NEW, **said)
    known: InCare = getattr(scene, who)
    if who == OF_OTHER_POST:
        return replace(line(known.code, **said), number=known.family)
    return line(known, **said)


def _contact(scene: Scene, who: str, said: Says) -> ContactLine:
    if who in (STAYING, LEAVING):
        return talk(getattr(scene, who), **said)
    return talk({OF_OTHER_POST: scene.decoy.code, NOBODY: None}.get(who, who), **said)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Some report of one month."""
    who = draw(st.sets(st.sampled_from([NEW, STAYING, LEAVING, OF_OTHER_POST])))
    cases = {}
    for one in sorted(who):
        ends = ENDS if draw(st.booleans()) else {}
        opens = OPENS if one in (NEW, OF_OTHER_POST) else {}
        cases[one] = draw(st.fixed_dictionaries(SAYS | ends | opens))
    with_whom = st.sampled_from([*sorted(who), NOBODY])
    contacts = st.lists(st.tuples(with_whom, st.fixed_dictionaries(MEETS)), max_size=3)
    trainings = st.lists(st.fixed_dictionaries(LEARNS), max_size=2)
    return Report(cases, draw(contacts), draw(trainings))


def records(connection: Connection) -> dict[str, list[Says]]:
    """Every table but those that go on growing, or tell of the report itself."""
    names = {table.name for table in schema.metadata.sorted_tables}
    return {name: rows(connection, name) for name in names - OF_REPORT}


@given(told=st.lists(reports(), min_size=1, max_size=len(MONTHS)))
@settings(
    max_examples=30,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_recorded_and_undone_they_have_never_come(
    connection: Connection, desk: Desk, scene: Scene, told: list[Report]
) -> None:
    with connection.begin_nested() as savepoint:
        numbers = [
            desk.stage(connection, f"{month}", report.draft(scene, month))
            for month, report in zip(MONTHS, told, strict=False)
        ]
        before = records(connection)
        for number in numbers:
            monthly.record(connection, COORDINATOR, number)
        for number in reversed(numbers):
            monthly.undo(connection, COORDINATOR, number)
        after = records(connection)
        savepoint.rollback()
    assert after == before
