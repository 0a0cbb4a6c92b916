"""Whatever anybody does, in any order: only the Council confirms, and nothing is lost.

Readers of every role take steps at random. After each one the tables are read in plain Python:
where an entry stands follows from what was said and found of it, today and on every past day.
"""

import datetime as dt
from functools import partial
from typing import Any

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import Engine, select

from data_access import recommendations, schema
from data_access.access import AccessRefused
from data_access.recommendations import DecidedMeanwhile
from data_access.rules import Claim, ReviewOutcome, Verdict
from data_access.upkeep import RowUnknown
from tests.data_access.recommendations import plainly
from tests.data_access.recommendations.followed import (
    BODIES,
    CLAIMING,
    MEMBER,
    MEMBERS,
    REFERENCES,
    ROLES,
    Followed,
)
from tests.data_access.register import link, word

who = st.sampled_from(list(ROLES))
speakers = st.sampled_from([*sorted(CLAIMING) * 10, *ROLES])
members = st.sampled_from([*sorted(MEMBERS) * 12, *ROLES])
entries, bodies = st.sampled_from(REFERENCES), st.sampled_from(["support", "lead"])


class FollowUp(Followed):
    """What anybody may try, one step after another."""

    @rule(days=st.integers(1, 90))
    def days_pass(self, days: int) -> None:
        self._travel(dt.timedelta(days=days))
        self.is_new = True

    def the_council_meets(self) -> None:
        self.meetings = [*self.meetings, self._meeting(self.today)]

    @rule(
        name=speakers,
        reference=entries,
        body=bodies,
        said=st.sampled_from([Claim.DONE, *Claim]),
        ago=st.sampled_from([0, 0, 0, 0, 5, 40, -1]),
    )
    def somebody_claims(self, name: str, reference: str, body: str, said: Claim, ago: int) -> None:
        body = name.removeprefix("of ") if name.removeprefix("of ") in BODIES else body
        day, before = self.today - dt.timedelta(days=ago), self._stands(reference)
        events = plainly.told(self.connection, self.entries[reference])
        values = {"institution": body, "claim": said, "text": said, "reported_on": day}
        offer = self._offered(name, reference, day)
        is_offered = said in offer.claims and body in offer.speaks_for
        refusal = self._try(
            lambda: recommendations.claim(self.connection, self.readers[name], reference, values)
        )
        assert (refusal is None) is (is_offered and ago >= 0)
        if refusal is None:
            assert name in CLAIMING
            # What is found on a day is found of what was reported on it.
            is_last = all(on < day or sort == 0 for on, sort, *_ in events)
            assert not is_last or ago or said in plainly.CLAIMS[before]

    @rule(
        name=members,
        reference=entries,
        found=st.sampled_from(Verdict),
        which=st.sampled_from([None, None, 0, 1, 2, 3]),
        is_aware=st.sampled_from([True, True, True, True, False]),
        then=st.sampled_from(["take back", *sorted(MEMBERS)]),
    )
    def somebody_decides(
        self,
        name: str,
        reference: str,
        found: Verdict,
        which: int | None,
        then: str,
        *,
        is_aware: bool,
    ) -> None:
        if which is None:
            self.the_council_meets()
        meeting = self.meetings[-1 - (which or 0) % len(self.meetings)]
        day = self._held_on(meeting)
        now, before = self._seen(reference), self._stands(reference)
        seen = now if is_aware else self.seen_before[reference]
        offer = self._offered(name, reference, day)
        refusal = self._try(
            lambda: recommendations.decide(
                self.connection, self.readers[name], reference, found, meeting=meeting, seen=seen
            )
        )
        is_offered = found in offer.verdicts and day <= self.today and seen == now
        assert (refusal is None) is is_offered
        if seen != now and name in MEMBERS:
            assert isinstance(refusal, DecidedMeanwhile)
        if refusal is None:
            assert day < self.today or found in plainly.VERDICTS[before]
            self.it_all_holds()
            self.somebody_takes_back("member" if name != "member" else MEMBER, "decision", 0)
            if then == "take back":
                self.somebody_takes_back(None, "decision", 0)
            else:
                self.somebody_disagrees(then, Verdict.NOT_DONE, 0)

    @rule(name=members, reference=entries, outcome=st.sampled_from(ReviewOutcome))
    def somebody_marks(self, name: str, reference: str, outcome: ReviewOutcome) -> None:
        refusal = self._try(
            lambda: recommendations.mark(
                self.connection,
                self.readers[name],
                reference,
                outcome,
                meeting=self.meetings[0],
                seen=self._seen(reference),
            )
        )
        assert (refusal is None) is (name in MEMBERS and outcome is not ReviewOutcome.SETTLED)

    @rule(name=members, verdict=st.sampled_from(Verdict), which=st.integers(0, 3))
    def somebody_disagrees(self, name: str, verdict: Verdict, which: int) -> None:
        findings = list(self.connection.scalars(select(schema.confirmation.c.id)))
        if not findings:
            return
        before = {ref: self._stands(ref) for ref in REFERENCES}
        refusal = self._try(
            lambda: recommendations.disagree(
                self.connection,
                self.readers[name],
                findings[-1 - which % len(findings)],
                verdict,
                note="No.",
            )
        )
        assert refusal is not None or name in MEMBERS
        assert {ref: self._stands(ref) for ref in REFERENCES} == before

    @rule(name=members, reference=entries, body=st.sampled_from([None, *BODIES]), days=who)
    def somebody_settles(self, name: str, reference: str, body: str | None, days: str) -> None:
        deadline = None if days in MEMBERS else self.today
        refusal = self._try(
            lambda: recommendations.settle(
                self.connection,
                self.readers[name],
                reference,
                meeting=self.meetings[0],
                lead=body,
                deadline=deadline,
                seen=self._seen(reference),
            )
        )
        assert refusal is not None or name in MEMBERS

    @rule(
        name=st.none() | who,
        kind=st.sampled_from(recommendations.Stored),
        which=st.sampled_from([0, 0, 0, 1, 2]),
    )
    def somebody_takes_back(self, name: str | None, kind: str, which: int) -> None:
        table = {"report": "progress_report", "mark": "review_mark"}.get(kind, "confirmation")
        numbers = sorted(number for held, number in self.known if held == table)
        if not numbers:
            return
        number = numbers[-1 - which % min(3, len(numbers))]
        found = self._row(table, number)
        signed = None if found is None else found.entered_by_id
        by = self._name(signed) if name is None and signed else name or "member"
        reader = self.readers[by]
        refusal = self._try(
            lambda: recommendations.take_back(self.connection, reader, kind, number)
        )
        if found is None:
            assert isinstance(refusal, RowUnknown | AccessRefused)
        if refusal is None:
            assert found.entered_by_id == reader.account
            assert self._is_newest(found)
            assert found.entered_at.date() == self.today

    @rule(reference=entries)
    def it_is_worded_anew(self, reference: str) -> None:
        entry = self.entries[reference]
        versions = plainly.rows(self.connection, schema.recommendation_version, entry)
        number = len(versions) + 1
        if number < 28:
            word(self.connection, entry, number, f"Wording {number}")
            self.is_new = True

    @rule(reference=entries, chance=st.integers(0, 9))
    def a_later_entry_replaces_it(self, reference: str, chance: int) -> None:
        entry = self.entries[reference]
        if chance == 0 and not plainly.replaced_on(self.connection, entry):
            link(self.connection, self.later, entry)
            self.is_new = True

    @rule()
    def somebody_opens_the_page(self) -> None:
        self.seen_before = {ref: self._seen(ref) for ref in REFERENCES}


def test_no_steps_of_anybody_confirm_without_the_council_or_lose_anything(
    module_engine: Engine,
) -> None:
    is_file = module_engine.dialect.name == "sqlite"
    machine: Any = partial(FollowUp, module_engine)
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=35 if is_file else 6,
            stateful_step_count=40,
            phases=(Phase.generate,),  # to look for the shortest way there takes minutes
            suppress_health_check=list(HealthCheck),
        ),
    )
