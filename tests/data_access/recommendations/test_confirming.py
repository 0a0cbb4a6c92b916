"""What the Council finds of an entry, and who may not say it: whoever said it was done."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import Connection, select

from data_access import recommendations, schema, upkeep
from data_access.access import AccessRefused, Grant, Reader
from data_access.clock import today
from data_access.filters import Filters
from data_access.recommendations import (
    DecidedMeanwhile,
    EntryUnknown,
    MeetingAhead,
    MeetingBefore,
    MeetingUnknown,
    OwnClaim,
    Seen,
    StepNotOffered,
    claim,
    decide,
)
from data_access.rules import Claim, ReviewOutcome, Role, Verdict
from tests.data_access.answers import records
from tests.data_access.contents import changed, held
from tests.data_access.people import TITLES, a_municipality, a_round, add, at
from tests.data_access.readers import COORDINATOR, READER
from tests.data_access.register import a_body, address, an_entry, report

DAY = dt.date(2020, 9, 1)
MEETING = dt.date(2020, 10, 1)
NOW = dt.datetime(2020, 9, 1, tzinfo=dt.UTC)
COUNCIL = Reader.with_roles("test:council", Role.COUNCIL_MEMBER)


@pytest.fixture
def said(connection: Connection) -> dict[str, int]:
    """A report on an entry by one of its two addressees, and a meeting to look at it."""
    iv, town = a_round(connection, "IV"), a_municipality(connection)
    entry = an_entry(connection, iv, "IV-1", **at(town))
    an_entry(connection, iv, "IV-2")
    found = {name: a_body(connection, name) for name in ("lead", "support")}
    address(connection, entry, found["lead"])
    address(connection, entry, found["support"], "supporting")
    number = report(connection, entry, DAY, "done", found["lead"])
    meeting = add(connection, schema.council_meeting, held_on=MEETING, **TITLES)
    return found | {
        "entry": entry,
        "report": number,
        "meeting": meeting,
        "round": iv,
        "town": town,
    }


def find(connection: Connection, reader: Reader, said: dict[str, int], **values: Any) -> int:
    """Decide on the entry, having seen all there is of it unless told otherwise."""
    reference, verdict = values.pop("reference", "IV-1"), values.pop("verdict", Verdict.PARTLY_DONE)
    known = recommendations.seen(connection, READER, [reference]).get(reference, Seen())
    stated: dict[str, Any] = {"seen": known, "meeting": said["meeting"]} | values
    return decide(connection, reader, reference, verdict, **stated)


def refused(
    connection: Connection,
    reader: Reader,
    said: dict[str, int],
    kind: type[Exception],
    **values: Any,
) -> None:
    before = held(connection)
    with pytest.raises(kind) as caught:
        find(connection, reader, said, **values)
    assert caught.type is kind
    # Whoever signs for the first time has an account by then; it goes with the transaction.
    assert set(changed(before, held(connection))) <= {"data_version", "account"}


def member(*grants: Grant, account: int | None = None) -> Reader:
    """A Council member with further roles."""
    held_roles = frozenset({Grant(Role.COUNCIL_MEMBER), *grants})
    return Reader("test:member", held_roles, account)


def test_what_the_council_found_decides_where_an_entry_stands(
    connection: Connection, said: dict[str, int]
) -> None:
    number = find(connection, COUNCIL, said, note=" Daļēji. ")
    found = recommendations.findings(connection, READER, Filters())
    assert records(found, "reference", "verdict", "note", "origin") == [
        ("IV-1", "partly_done", "Daļēji.", "entered")
    ]
    assert [found.iloc[0][name].date() for name in ("found_on", "about")] == [MEETING, DAY]
    register = recommendations.register(connection, READER, Filters())
    assert records(register, "reference", "status") == [
        ("IV-1", "partly_done"),
        ("IV-2", "proposed"),
    ]
    told = records(
        upkeep.history(connection, COORDINATOR, "confirmation", number), "column_name", "changed_by"
    )
    assert ("verdict", COUNCIL.who) in told
    assert len(recommendations.reports(connection, READER, Filters())) == 1


def test_a_finding_is_on_record_by_numbers_alone(
    connection: Connection, said: dict[str, int]
) -> None:
    number = find(connection, COUNCIL, said, note="Daļēji.")
    event = connection.execute(select(schema.audit_event)).one()
    assert (event.actor, event.action) == (COUNCIL.who, "recommendation.confirmed")
    assert (event.subject_table, event.subject_id, event.reason) == ("confirmation", number, None)
    assert event.details == {
        "recommendation": said["entry"],
        "report": said["report"],
        "meeting": said["meeting"],
    }
    row = connection.execute(select(schema.confirmation)).one()
    account = connection.execute(select(schema.account)).one()
    assert (row.entered_by_id, row.progress_report_id) == (account.id, said["report"])


@pytest.mark.parametrize("role", list(Role))
def test_nobody_confirms_what_their_own_institution_claims(
    connection: Connection, said: dict[str, int], role: Role
) -> None:
    own = member(Grant(role, institution=said["lead"]))
    refused(connection, own, said, OwnClaim)
    alone = Reader("test:alone", frozenset({Grant(Role.COUNCIL_MEMBER, institution=said["lead"])}))
    refused(connection, alone, said, OwnClaim)
    other = member(Grant(role, institution=said["support"]))
    assert find(connection, other, said)


def test_a_role_that_is_over_does_not_let_anybody_confirm_their_own(
    connection: Connection, said: dict[str, int]
) -> None:
    account = add(connection, schema.account, issuer="test", subject="former", created_at=NOW)
    former = member(account=account)
    over = {"role": "institution", "valid_from": DAY, "valid_to": DAY, "account_id": account}
    add(connection, schema.role_grant, institution_id=said["support"], **over)
    assert find(connection, former, said)
    add(connection, schema.role_grant, institution_id=said["lead"], **over)
    refused(connection, former, said, OwnClaim, verdict=Verdict.NOT_DONE)


def test_the_council_finds_nothing_of_a_report_that_is_still_to_come(
    connection: Connection, said: dict[str, int]
) -> None:
    before = DAY - dt.timedelta(days=1)
    early = add(connection, schema.council_meeting, held_on=before, **TITLES)
    refused(connection, COUNCIL, said, MeetingBefore, meeting=early)
    same_day = add(connection, schema.council_meeting, held_on=DAY, **TITLES)
    assert find(connection, COUNCIL, said, meeting=same_day)


def test_nobody_confirms_what_their_account_reported(
    connection: Connection, said: dict[str, int]
) -> None:
    both = Reader.with_roles("test:both", Role.COORDINATOR, Role.COUNCIL_MEMBER)
    values = {"institution": "lead", "claim": Claim.DONE, "text": "Ir.", "reported_on": DAY}
    claim(connection, both, "IV-1", values)
    refused(connection, both, said, OwnClaim)
    signed = connection.scalars(select(schema.progress_report.c.entered_by_id)).all()[-1]
    refused(connection, member(account=signed), said, OwnClaim)
    assert find(connection, COUNCIL, said)


def test_what_ones_institution_claims_stays_its_claim_when_another_one_reports_after_it(
    connection: Connection, said: dict[str, int]
) -> None:
    report(connection, said["entry"], DAY + dt.timedelta(days=1), "done", said["support"])
    own = member(Grant(Role.INSTITUTION, institution=said["lead"]))
    refused(connection, own, said, OwnClaim)
    assert find(connection, COUNCIL, said, verdict=Verdict.NOT_DONE)
    report(connection, said["entry"], MEETING, "done", said["support"])
    assert find(connection, own, said)


def test_a_report_that_names_nobody_is_confirmed_by_any_member(
    connection: Connection, said: dict[str, int]
) -> None:
    entry = an_entry(connection, said["round"], "IV-3")
    report(connection, entry, DAY, "done")
    assert find(connection, member(Grant(Role.INSTITUTION)), said, reference="IV-3")


def test_only_the_council_confirms_and_where_its_role_reaches(
    connection: Connection, said: dict[str, int]
) -> None:
    for reader in (READER, COORDINATOR, member_of(said, "support")):
        refused(connection, reader, said, AccessRefused)
    here, elsewhere = frozenset({said["town"]}), frozenset({a_municipality(connection)})
    refused(connection, limited(municipalities=elsewhere), said, AccessRefused)
    refused(connection, limited(round=a_round(connection, "V")), said, AccessRefused)
    assert find(connection, limited(round=said["round"], municipalities=here), said)


def limited(**limits: Any) -> Reader:
    return Reader("test:limited", frozenset({Grant(Role.COUNCIL_MEMBER, **limits)}))


def member_of(said: dict[str, int], institution: str) -> Reader:
    grant = Grant(Role.INSTITUTION, institution=said[institution])
    return Reader("test:speaker", frozenset({grant}))


def test_what_is_not_there_is_not_confirmed(connection: Connection, said: dict[str, int]) -> None:
    refused(connection, COUNCIL, said, EntryUnknown, reference="IV-9")
    refused(connection, COUNCIL, said, MeetingUnknown, meeting=said["meeting"] + 1)


def test_what_the_council_will_say_it_has_not_said_yet(
    connection: Connection, said: dict[str, int]
) -> None:
    ahead = today() + dt.timedelta(days=1)
    coming = add(connection, schema.council_meeting, held_on=ahead, **TITLES)
    refused(connection, COUNCIL, said, MeetingAhead, meeting=coming)
    now = add(connection, schema.council_meeting, held_on=today(), **TITLES)
    assert find(connection, COUNCIL, said, meeting=now)


def test_nothing_is_confirmed_done_that_nobody_claims_done(
    connection: Connection, said: dict[str, int]
) -> None:
    refused(connection, COUNCIL, said, StepNotOffered, reference="IV-2", verdict=Verdict.DONE)
    number = find(connection, COUNCIL, said, reference="IV-2", verdict=Verdict.SUPERSEDED)
    row = connection.execute(
        select(schema.confirmation).where(schema.confirmation.c.id == number)
    ).one()
    assert row.progress_report_id is None
    event = connection.execute(select(schema.audit_event)).one()
    assert event.details == {"recommendation": row.recommendation_id, "meeting": said["meeting"]}


@pytest.mark.parametrize("what", ["a report", "a finding", "a mark", "a disagreement"])
def test_whoever_comes_later_is_told_what_is_new(
    connection: Connection, said: dict[str, int], what: str
) -> None:
    known = recommendations.seen(connection, READER, ["IV-1"])["IV-1"]
    assert known == Seen(report=said["report"])
    if what == "a report":
        report(connection, said["entry"], DAY, "in_progress", said["support"])
    if what == "a mark":
        noted = ReviewOutcome.POSTPONED
        recommendations.mark(
            connection, COUNCIL, "IV-1", noted, meeting=said["meeting"], seen=known
        )
    if what in {"a finding", "a disagreement"}:
        finding = find(connection, COUNCIL, said)
    if what == "a disagreement":
        known = recommendations.seen(connection, READER, ["IV-1"])["IV-1"]
        recommendations.disagree(
            connection, member(), finding, Verdict.NOT_DONE, note="Kursu nebija."
        )
    second = Reader.with_roles("test:second", Role.COUNCIL_MEMBER)
    refused(connection, second, said, DecidedMeanwhile, seen=known, verdict=Verdict.NOT_DONE)
    assert find(connection, second, said, verdict=Verdict.NOT_DONE)
