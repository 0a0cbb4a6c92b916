"""``python -m pages.addressees``: a reminder at the command line; and its sentences."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import time_machine
from icalendar import Calendar
from sqlalchemy import URL, Engine

from data_access import schema
from data_access.calendars import NoDay
from data_access.engine import writing
from data_access.owed import Owes
from pages.addressees.__main__ import main
from pages.addressees.reminders import Reminder, calendar, has_days, text
from pages.shared.words import Words
from tests.conftest import written_out
from tests.data_access.command_lines import call, run
from tests.data_access.people import TITLES, add

NAMED = {"name_lv": "Iestāde", "name_en": "Body"}
CHANGED = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
WAITING, ASKED = "Pašlaik no jums neko negaidām.", "KO LŪDZAM"


def entry(**values: Any) -> dict[str, Any]:
    texts = {"text_lv": "Teksts", "text_en": "Text", "replaced_by": None, "verdict": None}
    stated = {"deadline_starts_on": None, "deadline_ends_on": None, "deadline": None}
    plain = {"reference": "IV-01", "role": "lead", "owes": Owes.UNDATED, "repeats": ()}
    rest = {"deadline_date_precision": "not_stated", "lateness": "no_deadline", "claim": None}
    return texts | stated | plain | rest | {"is_made_up": False, "revision": 1} | values


def meeting(day: str, **values: Any) -> dict[str, Any]:
    titles = {"title_lv": "Sēde", "title_en": "Meeting", "origin": "entered", "revision": 1}
    return {"number": 1, "held_on": dt.datetime.fromisoformat(day)} | titles | values


def written(*entries: dict[str, Any], meetings: tuple[dict[str, Any], ...] = ()) -> str:
    reminder = Reminder(NAMED, entries, meetings, dt.date(2026, 5, 1))
    return text(Words("lv"), reminder)


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (1, "Jums ir adresēts 1 vēl atvērts reģistra ieraksts."),
        (2, "Jums ir adresēti 2 vēl atvērti reģistra ieraksti."),
        (0, "Jums nav adresēts neviens vēl atvērts reģistra ieraksts."),
        (11, "Jums ir adresēti 11 vēl atvērti reģistra ieraksti."),
        (21, "Jums ir adresēts 21 vēl atvērts reģistra ieraksts."),
    ],
)
def test_numbers_have_their_latvian_forms(number: int, sentence: str) -> None:
    assert sentence in written(*[entry()] * number)


def test_nothing_is_asked_where_the_council_alone_is_awaited() -> None:
    told = written(entry(owes=Owes.WAITING))
    assert WAITING in told
    assert ASKED not in told
    assert WAITING not in written(entry(owes=Owes.WAITING), entry())
    assert WAITING in written()


def test_a_deadline_that_is_not_stated_stays_not_stated_and_is_no_event() -> None:
    horizon = {
        "deadline_date_precision": "horizon",
        "deadline_starts_on": dt.date(2021, 1, 1),
        "deadline_ends_on": dt.date(2027, 12, 31),
    }
    entries = (entry(), entry(reference="IV-02", **horizon))
    told = written(*entries)
    assert "Termiņš: nav norādīts." in told
    assert "laika apvārsnis 2021.–2027." in told
    reminder = Reminder(NAMED, entries, (), dt.date(2026, 5, 1))
    assert not has_days(reminder)
    with pytest.raises(NoDay):
        calendar(Words("lv"), reminder, CHANGED)


def test_the_meetings_ahead_stand_at_the_end_and_today_is_ahead() -> None:
    told = written(
        entry(),
        meetings=(meeting("2026-06-01"), meeting("2026-05-01"), meeting("2026-04-30")),
    )
    assert told.endswith("TUVĀKĀS PADOMES SĒDES\n- 01.05.2026. Sēde\n- 01.06.2026. Sēde\n")
    invented = written(meetings=(meeting("2026-05-01", origin="sample"),))
    assert "- 01.05.2026. Sēde (izdomāta sēde)" in invented


def test_the_calendar_is_the_same_on_any_day() -> None:
    due = {"deadline": dt.datetime(2026, 6, 30), "deadline_date_precision": "day"}  # noqa: DTZ001
    due |= {"deadline_starts_on": dt.date(2026, 6, 30), "is_made_up": True}
    files = set()
    for day, lateness in ((dt.date(2026, 1, 1), "on_time"), (dt.date(2026, 12, 31), "late")):
        entries = (entry(lateness=lateness, **due),)
        reminder = Reminder(NAMED, entries, (meeting("2026-05-01"),), day)
        with time_machine.travel(day, tick=False):
            files.add(calendar(Words("lv"), reminder, CHANGED))
    (content,) = files
    summaries = [str(event["SUMMARY"]) for event in Calendar.from_ical(content).events]
    assert summaries == ["[Izdomāts] Termiņš: IV-01", "Padomes sēde"]


def test_the_command_prints_the_text_and_writes_the_calendar(
    facts_url: URL, facts: Engine, tmp_path: Path
) -> None:
    with writing(facts) as connection:
        add(connection, schema.council_meeting, held_on=dt.date(2098, 5, 1), **TITLES)
    path = tmp_path / "lm.ics"
    named = ("--institution", "lm", "--language", "en", "--calendar", str(path))
    said = run("pages.addressees", *named, url=written_out(facts_url))
    assert (said.code, said.problem) == (0, "")
    assert "Addressee: Ministry of Welfare." in said.out
    assert "- IV-08 (lead)." in said.out
    assert "- 1 May 2098 Title" in said.out
    assert said.out.count("856468-NRP4-LV") == 1
    assert b"X-WR-CALDESC:" in path.read_bytes()
    (event,) = Calendar.from_ical(path.read_bytes()).events
    assert event.start == dt.date(2098, 5, 1)


def test_the_command_refuses_in_a_sentence(facts_url: URL, tmp_path: Path) -> None:
    url = written_out(facts_url)
    assert "'nix'" in run("pages.addressees", "--institution", "nix", url=url).refusal()
    named = ("--institution", "lm", "--calendar", str(tmp_path / "lm.ics"))
    assert "no calendar to write" in run("pages.addressees", *named, url=url).refusal()
    missing = f"sqlite:///{tmp_path}/missing.sqlite"
    assert "cannot be opened" in call(main, "--institution", "lm", url=missing).refusal()
