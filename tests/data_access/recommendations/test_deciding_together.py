"""Marks, what is settled, disagreements, and taking back: what goes beside what decides."""

import datetime as dt
from typing import Any

import pytest
import time_machine
from sqlalchemy import Connection, select, update

from data_access import recommendations, schema
from data_access.access import AccessRefused, Grant, Reader
from data_access.clock import today
from data_access.filters import Filters
from data_access.institutions import InstitutionUnknown
from data_access.recommendations import (
    DeadlineBefore,
    DecidedMeanwhile,
    DisagreedAlready,
    DisagreementInWords,
    FindingUnknown,
    MeetingAhead,
    MeetingUnknown,
    NothingToSettle,
    NotOfToday,
    NotYours,
    OwnClaim,
    OwnFinding,
    SameVerdict,
    SettledAlready,
    StepNotOffered,
    claim,
    disagree,
    mark,
    settle,
    take_back,
)
from data_access.rules import Claim, ReviewOutcome, Role, Verdict
from data_access.upkeep import RowUnknown
from tests.data_access.accounts.grants import an_account
from tests.data_access.answers import records
from tests.data_access.contents import changed, held
from tests.data_access.people import TITLES, a_round, add
from tests.data_access.readers import COORDINATOR, READER
from tests.data_access.register import a_body, address, an_entry, deadline, report

ALL = Filters()
DAY = dt.date(2020, 9, 1)


@pytest.fixture
def here(connection: Connection) -> dict[str, Any]:
    """An entry with a report by a supporting body and without a lead; meetings; two members."""
    entry = an_entry(connection, a_round(connection, "IV"), "IV-1")
    bodies = {name: a_body(connection, name) for name in ("support", "other")}
    address(connection, entry, bodies["support"], "supporting")
    report(connection, entry, DAY, "done", bodies["support"])
    days = {"meeting": DAY, "ahead": today() + dt.timedelta(days=1)}
    meetings = {
        name: add(connection, schema.council_meeting, held_on=day, **TITLES)
        for name, day in days.items()
    }
    readers = {name: member(connection, name) for name in ("member", "second")}
    return bodies | meetings | readers | {"entry": entry}


def member(connection: Connection, name: str, *grants: Grant) -> Reader:
    roles = frozenset({Grant(Role.COUNCIL_MEMBER), *grants})
    return Reader(f"test:{name}", roles, an_account(connection, name))


def known(connection: Connection) -> recommendations.Seen:
    return recommendations.seen(connection, READER, ["IV-1"])["IV-1"]


def decided(connection: Connection, here: dict[str, Any], verdict: Verdict = Verdict.DONE) -> int:
    return recommendations.decide(
        connection, here["member"], "IV-1", verdict, meeting=here["meeting"], seen=known(connection)
    )


def marked(connection: Connection, here: dict[str, Any], **values: Any) -> int:
    stated = {"meeting": here["meeting"], "seen": known(connection)} | values
    reader, outcome = stated.pop("reader", here["member"]), stated.pop("outcome", "noted")
    return mark(connection, reader, "IV-1", outcome, **stated)


def settled(connection: Connection, here: dict[str, Any], **values: Any) -> int:
    stated = {"meeting": here["meeting"], "seen": known(connection)} | values
    return settle(connection, stated.pop("reader", here["member"]), "IV-1", **stated)


def refused(connection: Connection, kind: type[Exception], act: Any, *args: Any, **kw: Any) -> None:
    before = held(connection)
    with pytest.raises(kind) as caught:
        act(connection, *args, **kw)
    assert caught.type is kind
    assert set(changed(before, held(connection))) <= {"data_version"}


def test_a_mark_tells_that_the_council_looked_and_decides_nothing(
    connection: Connection, here: dict[str, Any]
) -> None:
    marked(connection, here, outcome=ReviewOutcome.POSTPONED, note=" Vēlāk. ")
    answer = recommendations.marks(connection, READER, ALL)
    columns = ("reference", "outcome", "note", "entered_by")
    assert records(answer, *columns) == [("IV-1", "postponed", "Vēlāk.", None)]
    register = recommendations.register(connection, READER, ALL)
    assert records(register, "status") == [("claimed_done",)]
    event = connection.execute(select(schema.audit_event)).one()
    assert event.action == "recommendation.marked"


def test_who_entered_it_is_for_those_who_may_read_records(
    connection: Connection, here: dict[str, Any]
) -> None:
    marked(connection, here)
    account = f"account:{here['member'].account}"
    answer = recommendations.marks(connection, COORDINATOR, ALL)
    assert records(answer, "entered_by") == [(account,)]
    life = recommendations.history(connection, COORDINATOR, Filters(recommendation="IV-1"))
    assert records(life, "kind", "word", "entered_by")[-1] == ("marked", "noted", account)


def test_marks_are_refused_as_decisions_are(connection: Connection, here: dict[str, Any]) -> None:
    refused(connection, AccessRefused, marked, here, reader=COORDINATOR)
    refused(connection, MeetingAhead, marked, here, meeting=here["ahead"])
    refused(connection, MeetingUnknown, marked, here, meeting=here["ahead"] + 1)
    refused(connection, StepNotOffered, marked, here, outcome="settled")
    seen = known(connection)
    marked(connection, here)
    refused(connection, DecidedMeanwhile, marked, here, seen=seen)


def test_the_council_names_who_leads_and_by_when(
    connection: Connection, here: dict[str, Any]
) -> None:
    number = settled(connection, here, lead="support", deadline=dt.date(2027, 6, 30))
    (row,) = recommendations.register(connection, READER, ALL).to_dict("records")
    assert (row["deadline"].date(), row["deadline_date_precision"]) == (
        dt.date(2027, 6, 30),
        "day",
    )
    named = recommendations.addressees(connection, READER, ALL)
    assert records(named, "institution", "role") == [("support", "lead")]
    refused(connection, SettledAlready, settled, here, lead="other")
    refused(connection, SettledAlready, settled, here, deadline=dt.date(2028, 1, 1))
    take_back(connection, here["member"], "mark", number)
    named = recommendations.addressees(connection, READER, ALL)
    assert records(named, "institution", "role") == [("support", "supporting")]
    (row,) = recommendations.register(connection, READER, ALL).to_dict("records")
    assert row["deadline_date_precision"] == "not_stated"
    assert recommendations.marks(connection, READER, ALL).empty


def test_a_lead_that_was_not_addressed_goes_again_with_its_mark(
    connection: Connection, here: dict[str, Any]
) -> None:
    number = settled(connection, here, lead="other")
    named = recommendations.addressees(connection, READER, ALL)
    assert records(named, "institution", "role") == [("other", "lead"), ("support", "supporting")]
    take_back(connection, here["member"], "mark", number)
    named = recommendations.addressees(connection, READER, ALL)
    assert records(named, "institution", "role") == [("support", "supporting")]


def test_a_horizon_is_no_deadline_and_stands_again_when_that_is_taken_back(
    connection: Connection, here: dict[str, Any]
) -> None:
    horizon = deadline(dt.date(2021, 1, 1), dt.date(2027, 12, 31), "horizon")
    connection.execute(update(schema.recommendation).values(**horizon))
    number = settled(connection, here, deadline=dt.date(2027, 6, 30))
    take_back(connection, here["member"], "mark", number)
    row = connection.execute(select(schema.recommendation)).mappings().one()
    assert {name: row[name] for name in horizon} == horizon


def test_what_cannot_be_settled_is_refused(connection: Connection, here: dict[str, Any]) -> None:
    refused(connection, NothingToSettle, settled, here)
    refused(connection, InstitutionUnknown, settled, here, lead="nobody")
    refused(connection, AccessRefused, settled, here, reader=COORDINATOR, lead="other")
    decided(connection, here)
    refused(connection, StepNotOffered, settled, here, lead="other")


def test_a_deadline_does_not_lie_before_the_entry_was_made(
    connection: Connection, here: dict[str, Any]
) -> None:
    made = update(schema.recommendation).values(made_on=DAY)
    connection.execute(made)
    asked = {"meeting": here["meeting"], "seen": known(connection)}
    for day in (DAY - dt.timedelta(days=1), dt.date(2100, 1, 1)):
        with pytest.raises(DeadlineBefore):
            settle(connection, here["member"], "IV-1", deadline=day, **asked)
    settle(connection, here["member"], "IV-1", deadline=DAY, **asked)


def test_nobody_disagrees_about_their_own_claim_that_was_answered_with_anothers(
    connection: Connection, here: dict[str, Any]
) -> None:
    address(connection, here["entry"], here["other"])
    report(connection, here["entry"], DAY, "done", here["other"])
    number = decided(connection, here, Verdict.NOT_DONE)
    own = member(connection, "own", Grant(Role.INSTITUTION, institution=here["support"]))
    assert recommendations.offered(connection, own, "IV-1").disputable == ()
    with pytest.raises(OwnClaim):
        disagree(connection, own, number, Verdict.DONE, note="Ir izpildīts.")


def test_a_disagreement_is_kept_beside_the_finding_and_decides_nothing(
    connection: Connection, here: dict[str, Any]
) -> None:
    finding = decided(connection, here)
    disagree(connection, here["second"], finding, Verdict.NOT_DONE, note="Kursu nebija.")
    assert records(
        recommendations.disagreements(connection, READER, ALL), "finding", "verdict", "note"
    ) == [(finding, "not_done", "Kursu nebija.")]
    assert records(recommendations.findings(connection, READER, ALL), "verdict") == [("done",)]
    register = recommendations.register(connection, READER, ALL)
    assert records(register, "status") == [("confirmed_done",)]
    life = recommendations.history(connection, READER, Filters(recommendation="IV-1"))
    assert records(life, "kind", "word")[-1] == ("disagreed", "not_done")


def test_a_disagreement_is_refused_to_whoever_found_or_claimed_it(
    connection: Connection, here: dict[str, Any]
) -> None:
    finding, second, other = decided(connection, here), here["second"], Verdict.NOT_DONE
    own = member(connection, "own", Grant(Role.MANAGER, institution=here["support"]))
    refused(connection, OwnClaim, disagree, own, finding, other, note="Nē.")
    refused(connection, OwnFinding, disagree, here["member"], finding, other, note="Nē.")
    refused(connection, AccessRefused, disagree, COORDINATOR, finding, other, note="Nē.")
    refused(connection, FindingUnknown, disagree, second, finding + 1, other, note="Nē.")
    refused(connection, DisagreementInWords, disagree, second, finding, other, note=" ")
    refused(connection, SameVerdict, disagree, second, finding, Verdict.DONE, note="Jā.")
    offered = recommendations.offered(connection, second, "IV-1").disputable
    assert offered == (finding,)
    disagree(connection, second, finding, other, note="Nē.")
    refused(connection, DisagreedAlready, disagree, second, finding, other, note="Nē.")
    assert recommendations.offered(connection, second, "IV-1").disputable == ()


def test_a_report_goes_with_its_evidence_and_stays_in_the_history(
    connection: Connection, here: dict[str, Any]
) -> None:
    reader = Reader("test:keeper", COORDINATOR.grants, an_account(connection, "keeper"))
    code = connection.scalars(
        schema.document.insert()
        .values(code="akts", title_lv="Akts", title_en="Act", origin="entered")
        .returning(schema.document.c.code)
    ).one()
    links = [("Lapa", "https://example.lv/1"), ("Vēlreiz", "https://example.lv/1")]
    values = {"institution": "support", "claim": Claim.DONE, "text": "Ir."}
    number = claim(connection, reader, "IV-1", values | {"links": links, "documents": [code, code]})
    evidence = recommendations.evidence(connection, READER, ALL)
    assert records(evidence, "report", "title_lv", "address") == [
        (number, "Vēlreiz", "https://example.lv/1"),
        (number, "Akts", None),
    ]
    assert recommendations.last_stored(connection, reader, "IV-1") == ("report", number)
    take_back(connection, reader, "report", number)
    assert recommendations.evidence(connection, READER, ALL).empty
    change = schema.change.c
    lines = select(change.old_value).where(
        change.subject_table == "progress_report",
        change.subject_id == number,
        change.new_value.is_(None),
    )
    assert {"Ir.", "done", "https://example.lv/1", "akts"} <= set(connection.scalars(lines))
    refused(connection, RowUnknown, take_back, reader, "report", number)


def test_only_ones_own_of_today_is_taken_back_while_nothing_followed(
    connection: Connection, here: dict[str, Any]
) -> None:
    finding = decided(connection, here)
    refused(connection, NotYours, take_back, here["second"], "decision", finding)
    refused(connection, AccessRefused, take_back, COORDINATOR, "decision", finding)
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(days=1)):
        refused(connection, NotOfToday, take_back, here["member"], "decision", finding)
        assert recommendations.last_stored(connection, here["member"], "IV-1") is None
    said = disagree(connection, here["second"], finding, Verdict.NOT_DONE, note="Nē.")
    refused(connection, DecidedMeanwhile, take_back, here["member"], "decision", finding)
    take_back(connection, here["second"], "disagreement", said)
    take_back(connection, here["member"], "decision", finding)
    register = recommendations.register(connection, READER, ALL)
    assert records(register, "status") == [("claimed_done",)]


def test_what_is_offered_follows_from_the_history_and_from_who_asks(
    connection: Connection, here: dict[str, Any]
) -> None:
    offer = recommendations.offered(connection, here["member"], "IV-1")
    assert (offer.verdicts, offer.claims, offer.since) == (tuple(Verdict), (), DAY)
    before = recommendations.offered(connection, here["member"], "IV-1", DAY - dt.timedelta(days=1))
    assert before.verdicts == ()
    own = member(connection, "own", Grant(Role.INSTITUTION, institution=here["support"]))
    offer = recommendations.offered(connection, own, "IV-1")
    assert (offer.verdicts, offer.is_own, offer.speaks_for) == ((), True, ("support",))
    assert offer.claims == (Claim.IN_PROGRESS, Claim.DONE, Claim.PARTLY_DONE)
    assert recommendations.offered(connection, READER, "IV-1") == recommendations.Offered()
