"""What addressees say of entries: in whose name, by whom, and what comes of it."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import Connection, select

from data_access import recommendations, schema, upkeep
from data_access.access import AccessRefused, Grant, Reader
from data_access.clock import today
from data_access.filters import FIRST_DAY, Filters
from data_access.recommendations import (
    CouncilMetSince,
    DayTooEarly,
    EntryUnknown,
    NotAnAddressee,
    ReportAhead,
    ReportInWords,
    claim,
)
from data_access.rules import Claim, Role
from tests.data_access.answers import records
from tests.data_access.attendance.lists import close
from tests.data_access.contents import changed, held
from tests.data_access.people import a_municipality, a_round, at
from tests.data_access.readers import COORDINATOR, READER
from tests.data_access.register import a_body, address, an_entry, find

DAY = dt.date(2020, 9, 1)
SAID: dict[str, Any] = {
    "institution": "lead",
    "claim": Claim.DONE,
    "reported_on": DAY,
    "text": "Noorganizēti kursi.",
}


@pytest.fixture
def bodies(connection: Connection) -> dict[str, int]:
    """Two entries of round IV: one with two addressees, a decoy with none; and a third body."""
    iv, town = a_round(connection, "IV"), a_municipality(connection)
    entry = an_entry(connection, iv, "IV-1", **at(town))
    an_entry(connection, iv, "IV-2")
    found = {name: a_body(connection, name) for name in ("lead", "support", "stranger")}
    address(connection, entry, found["lead"])
    address(connection, entry, found["support"], "supporting")
    return found | {"entry": entry, "round": iv, "town": town}


def speaker(institution: int | None, **limits: Any) -> Reader:
    """Somebody of an institution."""
    grant = Grant(Role.INSTITUTION, institution=institution, **limits)
    return Reader("test:speaker", frozenset({grant}))


def refused(connection: Connection, reader: Reader, kind: type[Exception], **values: Any) -> None:
    before = held(connection)
    with pytest.raises(kind):
        claim(connection, reader, values.pop("reference", "IV-1"), SAID | values)
    assert set(changed(before, held(connection))) <= {"data_version"}


def status(connection: Connection, reference: str = "IV-1") -> str:
    found = recommendations.register(connection, READER, Filters(recommendation=reference))
    return str(found.iloc[0]["status"])


def test_an_addressee_says_what_it_did(connection: Connection, bodies: dict[str, int]) -> None:
    reader = speaker(bodies["lead"])
    number = claim(connection, reader, "IV-1", SAID | {"text": "  Noorganizēti kursi. "})
    found = recommendations.reports(connection, READER, Filters())
    columns = ("reference", "claim", "by_en", "text", "origin")
    assert records(found, *columns) == [
        ("IV-1", "done", "Body lead", "Noorganizēti kursi.", "entered")
    ]
    assert found.iloc[0]["reported_on"].date() == DAY
    assert (status(connection), status(connection, "IV-2")) == ("claimed_done", "proposed")
    told = records(
        upkeep.history(connection, COORDINATOR, "progress_report", number),
        *("column_name", "new_value", "changed_by"),
    )
    assert {("recommendation_id", "IV-1", reader.who), ("institution_id", "lead", reader.who)} <= {
        *told
    }


def test_a_claim_is_on_record_by_numbers_alone(
    connection: Connection, bodies: dict[str, int]
) -> None:
    number = claim(
        connection, speaker(bodies["support"]), "IV-1", SAID | {"institution": "support"}
    )
    event = connection.execute(select(schema.audit_event)).one()
    assert (event.actor, event.action) == ("test:speaker", "recommendation.claimed")
    assert (event.subject_table, event.subject_id) == ("progress_report", number)
    assert event.reason is None
    assert event.details == {
        "recommendation": bodies["entry"],
        "institution": bodies["support"],
    }
    account = connection.execute(select(schema.account)).one()
    row = connection.execute(select(schema.progress_report)).one()
    assert row.entered_by_id == account.id
    assert row.entered_at <= event.happened_at


def test_without_a_day_it_is_todays(connection: Connection, bodies: dict[str, int]) -> None:
    values = {name: value for name, value in SAID.items() if name != "reported_on"}
    claim(connection, speaker(bodies["lead"]), "IV-1", values)
    assert connection.scalars(select(schema.progress_report.c.reported_on)).one() == today()


def test_follow_up_outlives_its_round(connection: Connection, bodies: dict[str, int]) -> None:
    close(connection, "IV")
    claim(connection, speaker(bodies["lead"]), "IV-1", SAID)
    assert status(connection) == "claimed_done"


def limited(**limits: Any) -> Reader:
    return Reader("test:limited", frozenset({Grant(Role.COORDINATOR, **limits)}))


def test_a_coordinator_who_is_not_limited_enters_what_any_addressee_says(
    connection: Connection, bodies: dict[str, int]
) -> None:
    for name in ("lead", "support"):
        claim(connection, COORDINATOR, "IV-1", SAID | {"institution": name})
    refused(connection, COORDINATOR, NotAnAddressee, institution="stranger")
    for limits in ({"round": bodies["round"]}, {"municipalities": frozenset({bodies["town"]})}):
        refused(connection, limited(**limits), AccessRefused)
    refused(connection, limited(institution=bodies["support"]), AccessRefused)


def test_people_of_an_institution_speak_for_it_alone(
    connection: Connection, bodies: dict[str, int]
) -> None:
    refused(connection, speaker(bodies["support"]), AccessRefused)
    refused(connection, speaker(None), AccessRefused)
    refused(connection, speaker(bodies["stranger"]), NotAnAddressee, institution="stranger")
    refused(connection, speaker(bodies["lead"]), NotAnAddressee, reference="IV-2")
    refused(connection, READER, AccessRefused)
    named = Reader("test:x", frozenset({Grant(Role.MANAGER, institution=bodies["lead"])}))
    refused(connection, named, AccessRefused)
    further = Reader("test:x", speaker(bodies["support"]).grants | {Grant(Role.MANAGER)})
    refused(connection, further, AccessRefused)


def test_a_limit_of_the_role_holds_for_claims(
    connection: Connection, bodies: dict[str, int]
) -> None:
    other = a_round(connection, "V")
    refused(connection, speaker(bodies["lead"], round=other), AccessRefused)
    elsewhere = frozenset({a_municipality(connection)})
    refused(connection, speaker(bodies["lead"], municipalities=elsewhere), AccessRefused)
    here = {"round": bodies["round"], "municipalities": frozenset({bodies["town"]})}
    assert claim(connection, speaker(bodies["lead"], **here), "IV-1", SAID)


def test_what_cannot_be_said_is_refused(connection: Connection, bodies: dict[str, int]) -> None:
    reader = speaker(bodies["lead"])
    refused(connection, reader, EntryUnknown, reference="IV-3")
    refused(connection, reader, ReportInWords, text="  ")
    refused(connection, reader, ReportAhead, reported_on=today() + dt.timedelta(days=1))
    refused(connection, reader, NotAnAddressee, institution="nobody")
    assert claim(connection, reader, "IV-1", SAID | {"reported_on": today()})


def test_the_council_is_not_answered_from_behind(
    connection: Connection, bodies: dict[str, int]
) -> None:
    reader = speaker(bodies["lead"])
    claim(connection, reader, "IV-1", SAID)
    find(connection, bodies["entry"], DAY + dt.timedelta(days=9), "not_done")
    for days in (-1, 8, 9):
        day = DAY + dt.timedelta(days=days)
        refused(connection, reader, CouncilMetSince, reported_on=day)
        offer = recommendations.offered(connection, reader, "IV-1", day)
        assert offer.claims == ()
    claim(connection, reader, "IV-1", SAID | {"reported_on": DAY + dt.timedelta(days=10)})
    assert status(connection) == "claimed_done"


def test_days_begin_with_the_first_division(connection: Connection, bodies: dict[str, int]) -> None:
    reader = speaker(bodies["lead"])
    refused(connection, reader, DayTooEarly, reported_on=FIRST_DAY - dt.timedelta(days=1))
    claim(connection, reader, "IV-1", SAID | {"reported_on": FIRST_DAY})
