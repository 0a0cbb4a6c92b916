"""What may be sent to an institution: a text that is ready, and its days as an iCalendar file."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from data_access import calendars
from data_access.owed import Owes
from data_access.rules import Origin
from pages.addressees.wording import OWES, role
from pages.shared.recommendations import deadline, deadline_and_lateness, why
from pages.shared.words import Words

Row = Mapping[Any, Any]
MOST_MEETINGS = 4


@dataclass(frozen=True)
class Reminder:
    """What an institution is reminded of: its entries as ``owed`` has them, the Council's meetings.

    ``disclaimers`` are the sentences that go with whatever leaves the house about their rounds,
    ``address`` is where the register is found, if that is known.
    """

    institution: Row
    entries: tuple[Row, ...]
    meetings: tuple[Row, ...]
    day: dt.date
    disclaimers: tuple[str, ...] = ()
    address: str = ""


def disclaimers(words: Words, rounds: Iterable[Row], entries: tuple[Row, ...]) -> tuple[str, ...]:
    """What the funding of the entries' rounds asks to be said with them."""
    told = {row["round"] for row in entries}
    said = [words.pick(row, "disclaimer") for row in rounds if row["code"] in told]
    return tuple(dict.fromkeys(filter(None, said)))


def text(words: Words, reminder: Reminder) -> str:
    """The text, without anybody's name: what is overdue, due by when, what to report and where."""
    name = words.pick(reminder.institution, "name")
    parts = [
        words.say(
            "Reminder: recommendations on Roma integration, as of {day}",
            day=words.date(reminder.day),
        ),
        words.say("Good day,"),
        "\n".join(_opening(words, name, reminder.entries)),
        *_groups(words, reminder.entries),
        *_asked(words, reminder),
        "\n".join(_meetings(words, reminder)),
        *reminder.disclaimers,
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def has_days(reminder: Reminder) -> bool:
    """Whether there is a day for a calendar: a stated deadline, or a meeting."""
    return bool(reminder.meetings or _with_deadline(reminder))


def calendar(words: Words, reminder: Reminder, changed_at: dt.datetime) -> bytes:
    """The last days of stated deadlines, and the Council's meetings.

    A horizon is no deadline, what waits for the Council is the institution's no more, and what has
    ended is not among the entries. Refuses as ``as_file``.
    """
    name = words.say(
        "{institution}: deadlines and meetings",
        institution=words.pick(reminder.institution, "name"),
    )
    due = [_due(words, row) for row in _with_deadline(reminder)]
    met = [_met(words, row) for row in reminder.meetings]
    about = "\n".join(reminder.disclaimers)
    return calendars.as_file(name, words.language, [*due, *met], changed_at, about)


def _with_deadline(reminder: Reminder) -> list[Row]:
    entries = (row for row in reminder.entries if row["owes"] != Owes.WAITING)
    return [row for row in entries if pd.notna(row["deadline"])]


def _opening(words: Words, name: str, entries: tuple[Row, ...]) -> Iterator[str]:
    yield words.say("Addressee: {institution}.", institution=name)
    if not entries:
        yield words.say("No open entry of the register addresses you.")
        return
    yield words.count(
        "{n} entry of the register that addresses you is still open.",
        "{n} entries of the register that address you are still open.",
        len(entries),
    )
    invented = sum(bool(row["is_made_up"]) for row in entries)
    if invented:
        yield words.count(
            "{n} of these entries is made up.", "{n} of these entries are made up.", invented
        )


def _groups(words: Words, entries: tuple[Row, ...]) -> Iterator[str]:
    for owes, title in OWES.items():
        rows = [row for row in entries if row["owes"] == owes]
        if rows:
            heading = f"{words.say(title)} ({words.number(len(rows))})".upper()
            yield "\n".join([heading, *(line for row in rows for line in _entry(words, row))])


def _entry(words: Words, row: Row) -> Iterator[str]:
    yield f"- {row['reference']} ({role(words, row)}). {_marked(words, row)}"
    told = words.say("Deadline: {deadline}.", deadline=deadline_and_lateness(words, row))
    yield f"  {told} {why(words, row)}"
    if row["repeats"]:
        yield "  " + words.say("Repeats {other}", other=", ".join(row["repeats"])) + "."


def _asked(words: Words, reminder: Reminder) -> Iterator[str]:
    """What to report and where; nothing where the Council alone is awaited."""
    if all(row["owes"] == Owes.WAITING for row in reminder.entries):
        yield words.say("Nothing is asked of you now.")
        return
    lines = [
        words.say("WHAT WE ASK"),
        words.say(
            "For each entry that does not wait for the Council, please report what was done, on "
            "which day, and what shows it: links or documents."
        ),
        words.say(
            "If nothing has been done yet, say so, and by when it will be; if you do not accept "
            "it, say why."
        ),
        words.say(
            "Where: on the platform, page “Recommendations”, under the number of the entry; or "
            "send the report to the platform's coordinator."
        ),
    ]
    yield "\n".join([*lines, reminder.address] if reminder.address else lines)


def _meetings(words: Words, reminder: Reminder) -> list[str]:
    ahead = [row for row in reversed(reminder.meetings) if row["held_on"].date() >= reminder.day]
    if not ahead:
        return [words.say("The day of the Council's next meeting is not known here yet.")]
    return [
        words.say("MEETINGS OF THE COUNCIL AHEAD"),
        *(f"- {_meeting_on(words, row)}" for row in ahead[:MOST_MEETINGS]),
    ]


def _meeting_on(words: Words, row: Row) -> str:
    told = f"{words.date(row['held_on'].date())} {words.pick(row, 'title')}"
    made_up = words.say("made-up meeting")
    return f"{told} ({made_up})" if row["origin"] == Origin.SAMPLE else told


def _due(words: Words, row: Row) -> calendars.Entry:
    """Nothing in it depends on the day on which it is asked for."""
    # A Latvian date ends with a full stop of its own.
    told = words.say("Deadline: {deadline}.", deadline=deadline(words, row).removesuffix("."))
    named = words.say("Deadline of {reference}", reference=row["reference"])
    return calendars.Entry(
        code=str(row["reference"]),
        day=row["deadline"].date(),
        summary=_sign(words, row) + named,
        text="\n".join((_marked(words, row), told, why(words, row))),
        revision=int(row["revision"]),
    )


def _met(words: Words, row: Row) -> calendars.Entry:
    made_up = words.say("Council meeting (made up)")
    return calendars.Entry(
        code=f"meeting-{row['number']}",
        day=row["held_on"].date(),
        summary=made_up if row["origin"] == Origin.SAMPLE else words.say("Council meeting"),
        text=words.pick(row, "title"),
        revision=int(row["revision"]),
    )


def _marked(words: Words, row: Row) -> str:
    return _sign(words, row) + words.pick(row, "text")


def _sign(words: Words, row: Row) -> str:
    """What stands before everything made up."""
    made_up = words.say("Made up")
    return f"[{made_up}] " if row["is_made_up"] else ""
