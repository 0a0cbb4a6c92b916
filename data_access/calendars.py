"""Days as an iCalendar file (RFC 5545), for whoever has to keep them; the words are handed in."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from icalendar import Alarm, Calendar, Event, vText

from data_access.clock import RIGA

BEFORE = dt.timedelta(days=14)
"""How long before its day a reader is reminded."""

HOST = "romaplatform.invalid"
"""Makes identifiers unlike those of other calendars; nobody is asked there."""

MEDIA_TYPE = "text/calendar"


class NoDay(ValueError):
    """A calendar without a day is none: the format asks for one at least."""


@dataclass(frozen=True)
class Entry:
    """A whole day of a calendar.

    ``code`` names what it is about, whatever its day and its words become; ``revision`` grows when
    that changes. Texts are plain, in one language.
    """

    code: str
    day: dt.date
    summary: str
    text: str
    revision: int = 0


def as_file(
    name: str, language: str, entries: Iterable[Entry], changed_at: dt.datetime, about: str = ""
) -> bytes:
    """The file, in UTF-8; the same data give the same bytes.

    ``name`` is what the calendar is called, ``about`` what is said of the whole of it,
    ``changed_at`` the moment of the data version. Days
    have no hour, so they are the same days wherever the reader's clock stands. Refuses a calendar
    without a day (NoDay).
    """
    calendar = Calendar()
    calendar.add("prodid", f"-//Latvian Roma Platform//Deadlines and meetings//{language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", vText(name))
    calendar.add("x-wr-timezone", str(RIGA))
    if about:
        calendar.add("x-wr-caldesc", vText(about))
    for entry in entries:
        calendar.add_component(_event(entry, changed_at.astimezone(dt.UTC)))
    if not calendar.events:
        raise NoDay("No deadline is stated and no meeting is known: there is no calendar to write.")
    written: bytes = calendar.to_ical()
    return written


def _event(entry: Entry, changed_at: dt.datetime) -> Event:
    event = Event()
    event.add("uid", f"{entry.code}@{HOST}")
    event.add("dtstamp", changed_at)
    event.add("sequence", entry.revision)
    event.add("dtstart", entry.day)
    event.add("summary", entry.summary)
    event.add("description", entry.text)
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.summary)
    alarm.add("trigger", -BEFORE)
    event.add_component(alarm)
    return event
