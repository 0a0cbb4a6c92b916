"""The iCalendar file: it reads back as it was meant, whatever the day, the text and the clock."""

import datetime as dt
from typing import Any

import pytest
import time_machine
from hypothesis import example, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from data_access import calendars
from data_access.calendars import Entry
from data_access.clock import RIGA

CHANGED = dt.datetime(2026, 11, 23, 22, 30, 15, 123456, tzinfo=dt.UTC)
FOLDED_AT = 75
SIGNS = "Komats, semikols; slīpsvītra \\ un \\n; kols: „pēdiņas” \"un\" 'tās'\nJauna rinda"
LATVIAN = "Šķērsām ņemtā žāvētā ūdenszāļu ķēžu ģērbtuvē čakli ēdām īstu āžmārrutku mērci. " * 12
PLAIN = st.text(st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp")), max_size=200)


def written(
    *entries: Entry, name: str = "Labklājības ministrija: termiņi", at: dt.datetime = CHANGED
) -> bytes:
    return calendars.as_file(name, "lv", entries, at)


def read(content: bytes) -> Any:
    """As the parser has it, after it found nothing amiss."""
    found: Any = Calendar.from_ical(content)
    components = [*found.walk()]
    assert not [error for component in components for error in component.errors]
    assert found.to_ical() == content
    return found


def test_a_file_names_itself_its_version_and_the_zone_of_riga() -> None:
    found = read(written(Entry("IV-01", CHANGED.date(), "A", "B"), name="Iestāde, kurai; daudz"))
    assert found["VERSION"] == "2.0"
    assert str(found["PRODID"]).endswith("//LV")
    assert b"X-WR-CALNAME:Iest\xc4\x81de\\, kurai\\; daudz\r\n" in found.to_ical()
    assert b"X-WR-TIMEZONE:Europe/Riga\r\n" in found.to_ical()
    found.validate()


def test_a_calendar_without_a_day_is_none() -> None:
    with pytest.raises(calendars.NoDay):
        written()


def test_an_event_has_its_name_its_moment_and_a_reminder_two_weeks_before() -> None:
    (event,) = read(
        written(Entry("IV-08", dt.date(2026, 12, 31), "Virsraksts", "Teksts", 3))
    ).events
    assert event["UID"] == "IV-08@romaplatform.invalid"
    assert event["SEQUENCE"] == 3
    assert event["DTSTAMP"].dt == CHANGED.replace(microsecond=0)
    (alarm,) = event.walk("VALARM")
    assert (alarm["ACTION"], alarm["TRIGGER"].dt) == ("DISPLAY", dt.timedelta(days=-14))
    assert alarm["DESCRIPTION"] == "Virsraksts"


@settings(max_examples=40, deadline=None)
@given(
    day=st.dates(dt.date(2009, 7, 1), dt.date(2099, 12, 31)),
    now=st.datetimes(dt.datetime(2020, 1, 1), dt.datetime(2030, 1, 1)),  # noqa: DTZ001 - UTC below
)
@example(dt.date(2026, 3, 29), dt.datetime(2026, 3, 28, 22, 30))  # noqa: DTZ001 - summer begins
@example(dt.date(2026, 3, 29), dt.datetime(2026, 3, 29, 1, 0))  # noqa: DTZ001 - the hour skipped
@example(dt.date(2026, 10, 25), dt.datetime(2026, 10, 25, 0, 30))  # noqa: DTZ001 - the hour twice
@example(dt.date(2026, 12, 31), dt.datetime(2026, 12, 31, 22, 30))  # noqa: DTZ001 - New Year in Riga
@example(dt.date(2027, 1, 1), dt.datetime(2026, 12, 31, 23, 59))  # noqa: DTZ001 - not yet in UTC
@example(dt.date(2028, 2, 29), dt.datetime(2028, 2, 28, 22, 0))  # noqa: DTZ001 - a leap day
def test_a_day_is_the_same_day_in_riga_whenever_it_is_asked_for(
    day: dt.date, now: dt.datetime
) -> None:
    moment = now.replace(tzinfo=dt.UTC)
    entry = Entry("IV-01", day, "Termiņš", "Teksts")
    with time_machine.travel(moment.astimezone(RIGA), tick=False):
        content = written(entry, at=moment.astimezone(RIGA))
    assert f"DTSTART;VALUE=DATE:{day:%Y%m%d}\r\n".encode() in content
    (event,) = read(content).events
    assert type(event.start) is dt.date
    assert (event.start, event.end) == (day, day + dt.timedelta(days=1))
    assert event["DTSTAMP"].dt == moment.replace(microsecond=0)
    assert content == written(entry, at=moment)


@pytest.mark.parametrize("text", [SIGNS, LATVIAN, f"{LATVIAN}\n{SIGNS}", "😀" * 60, "ā" * 200])
def test_texts_come_back_as_they_went(text: str) -> None:
    content = written(Entry("IV-01", dt.date(2026, 1, 1), text, text))
    (event,) = read(content).events
    assert (event["SUMMARY"], event["DESCRIPTION"]) == (text, text)
    lines = content.removesuffix(b"\r\n").split(b"\r\n")
    assert all(len(line) <= FOLDED_AT for line in lines)
    assert all(line.decode() for line in lines)
    assert b"\n" not in content.replace(b"\r\n", b"")


@settings(max_examples=40, deadline=None)
@given(text=PLAIN)
def test_no_text_breaks_out_of_its_line(text: str) -> None:
    (event,) = read(written(Entry("IV-01", dt.date(2026, 1, 1), text, text))).events
    assert (event["SUMMARY"], event["DESCRIPTION"]) == (text, text)
    assert set(event) == {
        *("UID", "DTSTAMP", "SEQUENCE", "DTSTART", "SUMMARY", "DESCRIPTION", "TRANSP")
    }


def test_signs_are_escaped() -> None:
    content = written(Entry("IV-01", dt.date(2026, 1, 1), "a, b; c \\ d", "e\nf"))
    assert b"SUMMARY:a\\, b\\; c \\\\ d\r\n" in content
    assert b"DESCRIPTION:e\\nf\r\n" in content
