"""The Council's review on screen: one entry after another, and nothing that was typed is lost."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import URL, Connection, func, insert, select, update
from streamlit.testing.v1 import AppTest

from data_access import accounts, recommendations, reviewing, schema
from data_access.access import Reader
from data_access.engine import writing
from data_access.filters import Filters
from data_access.rules import Verdict
from pages.review import scene
from pages.review.wording import DECISIONS
from tests.data_access.reviewing.planted import a_meeting
from tests.data_access.rows import opened
from tests.pages.conftest import ESCAPED, Visit, shown
from tests.pages.screens import labels, press

FIRST, NOTE = "P-04", "Redzēju pats."


@pytest.fixture(autouse=True)
def _read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test presses as soon as the entry is drawn."""
    monkeypatch.setattr(scene, "PAUSE_SECONDS", 0.0)


@pytest.fixture
def council(visit: Visit, sample_url: URL) -> AppTest:
    return visit(sample_url, "review", **{"lang": "en", "as": "council-member"})


@contextmanager
def acting(url: URL, persona: str) -> Iterator[tuple[Connection, Reader]]:
    """Somebody at work in the database in the meantime."""
    with opened(url) as engine, writing(engine) as connection:
        accounts.open_personas(connection)
        reader = accounts.persona_of(connection, persona)
        assert reader is not None
        yield connection, reader


def decide(url: URL, reference: str, verdict: Verdict, persona: str) -> None:
    """What another member finds in the meantime, at the latest meeting that was held."""
    with acting(url, persona) as (connection, reader):
        meetings = reviewing.meetings(connection, reader, Filters())
        meeting = int(meetings[meetings["held_on"] < "2026-01-01"]["number"].iloc[0])
        known = recommendations.seen(connection, reader, [reference])[reference]
        recommendations.decide(connection, reader, reference, verdict, meeting=meeting, seen=known)


def object_to(url: URL) -> None:
    """Another member disagrees with what was found last."""
    with acting(url, "council-member-ngo") as (connection, reader):
        finding = connection.scalar(select(func.max(schema.confirmation.c.id)))
        assert finding is not None
        recommendations.disagree(connection, reader, finding, Verdict.NOT_DONE, note=NOTE)


def entry(screen: AppTest) -> str:
    """The entry that the address names."""
    found = screen.query_params["entry"]
    return found if isinstance(found, str) else found[0]


def at(screen: AppTest, reference: str) -> AppTest:
    """The screen with this entry."""
    screen.query_params["entry"] = reference
    return screen.run()


def step(screen: AppTest, way: str) -> AppTest:
    """The screen with the entry before or after."""
    screen.button(key=f"review-{way}").click().run()
    return screen


def after(screen: AppTest, reference: str) -> str:
    """The entry that follows this one; the screen stays at it."""
    found = entry(step(at(screen, reference), "after"))
    at(screen, reference)
    return found


def write(screen: AppTest, text: str) -> AppTest:
    screen.text_area[0].set_value(text).run()
    return screen


def test_a_decision_goes_on_to_the_next_entry_and_can_be_taken_back(council: AppTest) -> None:
    assert "0 of 18 entries decided" in str(council.get("progress")[0].proto.text)
    assert f"{FIRST} · Claimed done, waiting for the Council" in shown(council)
    assert {"Done", "Partly done", "Not done", "Superseded", "Take note", "Put off"} <= labels(
        council
    )
    press(write(council, NOTE), "Partly done")
    assert entry(council) == "IV-01"
    assert f"{FIRST}: partly done. Stored." in shown(council)
    assert "1 of 18 entries decided" in str(council.get("progress")[0].proto.text)
    assert council.text_area[0].value == ""
    council.button(key="review-back").click().run()
    assert entry(council) == FIRST
    assert council.text_area[0].value == NOTE
    assert "0 of 18 entries decided" in str(council.get("progress")[0].proto.text)


def test_a_key_that_is_held_down_decides_nothing(
    council: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scene, "PAUSE_SECONDS", 60.0)
    press(council, "Take note")
    assert "so nothing was stored" in shown(council)
    assert entry(council) == FIRST
    assert "0 of 18 entries decided" in str(council.get("progress")[0].proto.text)


def test_the_later_of_two_is_told_and_may_disagree(council: AppTest, sample_url: URL) -> None:
    write(council, NOTE)
    decide(sample_url, FIRST, Verdict.DONE, "council-member-ngo")
    press(council, "Not done")
    assert "Another member of the Council decided on this entry while you looked" in shown(council)
    assert council.text_area[0].value == NOTE
    assert not {"Done", "Not done"} & labels(council)
    press(council, "I disagree: not done")
    minutes = shown(council)
    assert f"{FIRST}: your disagreement is kept beside the decision." in minutes
    table = council.table[0].value
    assert [ESCAPED.sub(r"\1", cell) for cell in table.index] == [FIRST, FIRST]
    told = [ESCAPED.sub(r"\1", cell) for cell in (*table["Decided"], *table["Note"])]
    assert told == ["done", "a member disagrees: not done", "", NOTE]


def test_a_disagreement_says_why(council: AppTest, sample_url: URL) -> None:
    decide(sample_url, FIRST, Verdict.DONE, "council-member-ngo")
    press(at(council, FIRST), "I disagree: partly done")
    assert "A disagreement says why" in shown(council)


@pytest.mark.parametrize("persona", ["operator", "manager"])
def test_whoever_does_not_decide_sees_the_same_agenda(
    visit: Visit, sample_url: URL, persona: str
) -> None:
    screen = visit(sample_url, "review", **{"lang": "en", "as": persona})
    assert "Members of the Council decide here" in shown(screen)
    assert not set(DECISIONS.values()) & labels(screen)
    step(screen, "after")
    assert entry(screen) == "IV-01"


def test_a_meeting_to_come_has_an_agenda_and_no_decisions(visit: Visit, sample_url: URL) -> None:
    with opened(sample_url) as engine, writing(engine) as connection:
        ahead = a_meeting(connection, dt.date(2031, 1, 1))
    screen = visit(
        sample_url,
        "review",
        **{"lang": "en", "as": "council-member", "meeting": str(ahead)},
    )
    assert "The Council meets on 1 January 2031." in shown(screen)
    assert not set(DECISIONS.values()) & labels(screen)


def test_without_a_meeting_one_is_added_and_shown(visit: Visit, facts_url: URL) -> None:
    screen = visit(facts_url, "review", lang="en")
    assert "No meeting of the Council is known here yet." in shown(screen)
    by_label = {each.label: each for each in screen.text_input}
    by_label["Title in Latvian *"].set_value("Padomes sēde")
    press(screen, "Add the meeting")
    assert "0 of 9 entries decided" in str(screen.get("progress")[0].proto.text)
    with opened(facts_url) as engine, engine.connect() as connection:
        assert connection.scalars(select(schema.council_meeting.c.title_lv)).all() == [
            "Padomes sēde"
        ]


def test_an_empty_database_says_how_to_begin(visit: Visit, migrated_url: URL) -> None:
    assert "The database holds no round yet." in shown(visit(migrated_url, "review", lang="en"))


def test_who_leads_is_named_with_the_note_where_nobody_does(council: AppTest) -> None:
    following = after(council, "IV-01")
    write(council, NOTE)
    (lead,) = [each for each in council.selectbox if each.label == "Lead"]
    lead.set_value(next(code for code in lead.options if "Culture" in code))
    press(council, "Store what was named")
    assert "IV-01: lead or deadline settled. Stored." in shown(council)
    assert entry(council) == following
    row = council.table[0].value.iloc[0]
    assert "lead or deadline settled" in row["Decided"]
    assert "Culture" in row["Decided"]
    assert ESCAPED.sub(r"\1", row["Note"]) == NOTE
    council.query_params["entry"] = "IV-01"
    assert not [each for each in council.run().selectbox if each.label == "Lead"]


def test_nobody_decides_on_what_their_own_institution_reported(
    council: AppTest, sample_url: URL
) -> None:
    with opened(sample_url) as engine, writing(engine) as connection:
        member, grant, report = schema.account.c, schema.role_grant, schema.progress_report.c
        account = connection.scalar(select(member.id).where(member.subject == "council-member"))
        named = select(report.institution_id).join(schema.recommendation)
        body = connection.scalar(named.where(schema.recommendation.c.reference == FIRST))
        values = {"account_id": account, "role": "institution", "institution_id": body}
        past = dt.date(2019, 1, 1)
        connection.execute(
            insert(grant).values(**values, valid_from=past, valid_to=dt.date(2019, 2, 1))
        )
    council.run()
    assert "You or your institution reported this" in shown(council)
    assert not set(DECISIONS.values()) & labels(council)


def test_what_the_address_names_in_vain_is_told_and_the_first_waiting_entry_opens(
    visit: Visit, sample_url: URL
) -> None:
    address = {"lang": "en", "as": "council-member", "meeting": "99", "entry": "ZZ"}
    screen = visit(sample_url, "review", **address)
    assert "There is no meeting number 99" in shown(screen)
    assert "no entry number ZZ" in shown(screen)
    assert "Everything on the agenda is decided" not in shown(screen)
    assert entry(screen) == FIRST
    assert "meeting" not in screen.query_params


def test_from_a_decided_entry_next_leads_to_the_next_that_waits(council: AppTest) -> None:
    last = after(council, "IV-01")
    press(at(council, "IV-01"), "Take note")
    assert entry(council) == last
    assert entry(step(council, "before")) == "IV-01"
    assert "IV-01 · decided" in shown(council)
    assert entry(step(council, "after")) == last


def test_a_disagreement_goes_on_to_the_entry_after(council: AppTest, sample_url: URL) -> None:
    following = after(council, "IV-01")
    decide(sample_url, "IV-01", Verdict.SUPERSEDED, "council-member-ngo")
    press(write(at(council, "IV-01"), NOTE), "I disagree: not done")
    assert entry(council) == following


def test_a_decision_that_is_disagreed_with_is_not_taken_back(
    council: AppTest, sample_url: URL
) -> None:
    press(council, "Done")
    object_to(sample_url)
    council.button(key="review-back").click().run()
    assert "so it stays. Nothing was taken back." in shown(council)
    assert "decided on this entry while you looked" not in shown(council)
    assert council.button(key="review-back").disabled
    assert "A member disagrees with this decision, so it stays." in shown(council)


def test_what_was_said_of_an_earlier_act_goes_with_the_next(council: AppTest) -> None:
    press(council, "Done")
    council.button(key="review-back").click().run()
    assert f"Taken back: {FIRST}" in shown(council)
    press(council, "Add the meeting")
    assert "Fill in: Title in Latvian" in shown(council)
    assert f"Taken back: {FIRST}" not in shown(council)
    press(council, "Done")
    assert "Fill in: Title in Latvian" not in shown(council)


def test_beyond_the_reach_of_a_right_nothing_is_offered(council: AppTest, sample_url: URL) -> None:
    with opened(sample_url) as engine, writing(engine) as connection:
        grant, asked = schema.role_grant, schema.recommendation.c
        there = select(asked.round_id).where(asked.reference == FIRST).scalar_subquery()
        held = select(schema.account.c.id).where(schema.account.c.subject == "council-member")
        other = select(func.min(schema.round.c.id)).where(schema.round.c.id != there)
        connection.execute(
            update(grant)
            .where(grant.c.account_id == held.scalar_subquery())
            .values(round_id=other.scalar_subquery())
        )
    council.run()
    assert f"{FIRST} · Claimed done" in shown(council)
    assert "Your role does not reach the round or the town of this entry" in shown(council)
    assert not set(DECISIONS.values()) & labels(council)
    assert "Store what was named" not in labels(council)
