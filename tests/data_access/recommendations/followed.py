"""Two entries, readers of every role, and what holds of them whatever anybody does."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import time_machine
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
)
from sqlalchemy import Connection, Engine, select

from data_access import accounts, recommendations, schema
from data_access.access import AccessRefused, Reader
from data_access.engine import reading
from data_access.recommendations import Seen
from data_access.rules import Role
from tests.data_access.accounts.grants import a_role, an_account
from tests.data_access.people import TITLES, a_municipality, a_round, add
from tests.data_access.recommendations import plainly
from tests.data_access.register import a_body, address, an_entry, report

BEGINS = dt.datetime(2024, 3, 4, 9, tzinfo=dt.UTC)
FIRST = BEGINS.date()
REFUSED = (AccessRefused, ValueError, LookupError, RuntimeError)
REFERENCES = ("R-1", "R-2")
BODIES = ("lead", "support")
CLAIMING = {"coordinator", "of lead", "of support", "member of support"}
MEMBER = "second member"
MEMBERS = {"member", MEMBER, "member of support"}
ROLES: dict[str, list[tuple[Role, str | None]]] = {
    "administrator": [(Role.ADMINISTRATOR, None)],
    "coordinator": [(Role.COORDINATOR, None)],
    "limited": [(Role.COORDINATOR, "place")],
    "of lead": [(Role.INSTITUTION, "lead")],
    "of support": [(Role.INSTITUTION, "support")],
    "member": [(Role.COUNCIL_MEMBER, None)],
    "second member": [(Role.COUNCIL_MEMBER, None)],
    "member of support": [(Role.COUNCIL_MEMBER, None), (Role.INSTITUTION, "support")],
    "member here": [(Role.COUNCIL_MEMBER, "place")],
    "mediator": [(Role.MEDIATOR, None)],
    "manager": [(Role.MANAGER, "lead")],
    "auditor": [(Role.AUDITOR, None)],
    "stranger": [],
}
KEPT = {
    "recommendation_version": "text_lv",
    "progress_report": "text",
    "confirmation": "verdict",
    "review_mark": "outcome",
}
"""What is never lost, by the column that says most."""


class Followed(RuleBasedStateMachine):
    """Two entries and all who may do something about them, in one transaction that never ends."""

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self.now, self.seen_before = BEGINS, dict.fromkeys(REFERENCES, Seen())
        self.known: dict[tuple[str, int], Any] = {}
        self.is_new = True
        self.travelling: Any = None
        self.opened = reading(engine)
        self.connection: Connection = self.opened.__enter__()

    def teardown(self) -> None:
        if self.travelling is not None:
            self.travelling.stop()
        self.opened.__exit__(None, None, None)

    @initialize()
    def plant(self) -> None:
        self._travel(dt.timedelta())
        connection, round_ = self.connection, a_round(self.connection)
        self.bodies = {name: a_body(connection, name) for name in BODIES}
        self.place = a_municipality(connection)
        made = {"made_on": FIRST}
        self.entries = {ref: an_entry(connection, round_, ref, **made) for ref in REFERENCES}
        self.later = an_entry(connection, round_, "R-3", **made)
        address(connection, self.entries["R-1"], self.bodies["lead"])
        address(connection, self.entries["R-1"], self.bodies["support"], "supporting")
        address(connection, self.entries["R-2"], self.bodies["support"], "supporting")
        self.meetings = [self._meeting(FIRST), self._meeting(FIRST + dt.timedelta(days=9_000))]
        self.readers = {name: self._reader(name) for name in ROLES}
        for reference in REFERENCES:
            report(connection, self.entries[reference], FIRST, "done", self.bodies["support"])

    def _meeting(self, day: dt.date) -> int:
        return add(self.connection, schema.council_meeting, held_on=day, **TITLES)

    def _reader(self, name: str) -> Reader:
        account = an_account(self.connection, name)
        for role, of in ROLES[name]:
            limits: dict[str, Any] = {"municipality_id": self.place} if of == "place" else {}
            if of in self.bodies:
                limits["institution_id"] = self.bodies[of]
            a_role(self.connection, account, role, FIRST, **limits)
        found = accounts.reader_of(self.connection, "test", name)
        assert found is not None
        return found

    def _travel(self, by: dt.timedelta) -> None:
        if self.travelling is not None:
            self.travelling.stop()
        self.now += by
        self.travelling = time_machine.travel(self.now, tick=False)
        self.travelling.start()

    def _try(self, act: Callable[[], object]) -> Exception | None:
        """Do it, or nothing at all; whatever is refused says so."""
        self._travel(dt.timedelta(seconds=1))
        step = self.connection.begin_nested()
        try:
            act()
        except REFUSED as refusal:
            step.rollback()
            return refusal
        self.is_new = True
        step.commit()
        return None

    def _stands(self, reference: str) -> str:
        entry = self.entries[reference]
        events = plainly.told(self.connection, entry)
        return plainly.status(events, plainly.replaced_on(self.connection, entry), self.today)

    @property
    def today(self) -> dt.date:
        return self.now.date()

    def _offered(self, name: str, reference: str, day: dt.date) -> recommendations.Offered:
        reader = self.readers[name]
        if name in {"auditor", "stranger"}:
            return recommendations.Offered()
        return recommendations.offered(self.connection, reader, reference, day)

    def _seen(self, reference: str) -> Seen:
        found = recommendations.seen(self.connection, self.readers["manager"], [reference])
        return found[reference]

    def _held_on(self, meeting: int) -> dt.date:
        held = select(schema.council_meeting.c.held_on)
        of_it = held.where(schema.council_meeting.c.id == meeting)
        day: dt.date = self.connection.scalars(of_it).one()
        return day

    def _name(self, account: int) -> str:
        return next(name for name, each in self.readers.items() if each.account == account)

    def _is_newest(self, row: Any) -> bool:
        """Whether nothing that is there now was entered after the row that is gone."""
        tables = [schema.progress_report, schema.confirmation, schema.review_mark]
        return all(
            other.entered_at < row.entered_at
            for table in tables
            for other in plainly.rows(self.connection, table, row.recommendation_id)
        )

    def _row(self, table: str, number: int) -> Any:
        held = schema.metadata.tables[table]
        return self.connection.execute(select(held).where(held.c.id == number)).first()

    @invariant()
    def it_all_holds(self) -> None:
        """Looked at again whenever something was stored, or days have passed."""
        if self.is_new:
            self.nothing_is_found_but_by_the_council_of_what_others_claim()
            self.nothing_is_lost()
            self.where_an_entry_stands_follows_from_its_history_on_any_day()
        self.is_new = False

    def nothing_is_found_but_by_the_council_of_what_others_claim(self) -> None:
        for row in self.connection.execute(select(schema.confirmation)):
            name = self._name(row.entered_by_id)
            assert Role.COUNCIL_MEMBER in self.readers[name].roles
            if row.progress_report_id is not None:
                said = self._row("progress_report", row.progress_report_id)
                own = {self.bodies.get(of or "") for _, of in ROLES[name]}
                assert said.institution_id not in own - {None}
                assert said.entered_by_id != row.entered_by_id
            if row.verdict == "done" and row.disagrees_with_id is None:
                assert row.progress_report_id is not None

    def nothing_is_lost(self) -> None:
        stands = {
            (table, row.id): row._mapping[column]
            for table, column in KEPT.items()
            for row in self.connection.execute(select(schema.metadata.tables[table]))
        }
        for key, value in self.known.items():
            assert stands.get(key, value) == value
        for (table, number), value in self.known.items():
            if (table, number) not in stands:
                assert table != "recommendation_version"
                change = schema.change.c
                line = select(change.old_value).where(
                    change.subject_table == table,
                    change.subject_id == number,
                    change.column_name == KEPT[table],
                    change.new_value.is_(None),
                )
                assert self.connection.scalars(line).all() == [value]
        self.known |= stands

    def where_an_entry_stands_follows_from_its_history_on_any_day(self) -> None:
        for entry in self.entries.values():
            events = plainly.told(self.connection, entry)
            replaced = plainly.replaced_on(self.connection, entry)
            begins = min([FIRST, *(on for on, *_ in events)])
            marked = {begins, self.today, *replaced, *(on for on, *_ in events)}
            beside = {day + dt.timedelta(days=by) for day in marked for by in (-1, 0, 1)}
            for day in sorted(day for day in beside if day >= begins):
                expected = plainly.status(events, replaced, day)
                assert plainly.kept(self.connection, entry, day) == expected
