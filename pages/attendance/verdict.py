"""The verdict in one sentence: what the file is, who came, what needs a decision."""

import datetime as dt
from collections.abc import Sequence

import streamlit as st

from data_access.attendance import Preview, Sheet
from pages.attendance.vocabulary import SOURCES
from pages.shared.words import Words, safe

AGREES, DIFFERS = "✓", "⚠"


def show(words: Words, sheet: Sheet, found: Preview, questions: int) -> None:
    """The sentence: what the file is, or what it may be as long as it leaves questions open."""
    asked = unread(words, sheet, questions)
    text = f"**{safe(asked if questions else sentence(words, sheet, found))}**"
    is_open = found.is_refused or found.waiting or questions
    (st.warning if is_open else st.success)(text)


def show_counts(words: Words, found: Preview) -> None:
    """The counts that add up to what was read, the file's own total, and whom it adds."""
    told = [counts(words, found)]
    if found.stated_total is not None:
        told.append(stated(words, found))
    st.markdown("\n\n".join(safe(line) for line in told))
    if beside := _beside(words, found):
        st.markdown("  \n".join(safe(line) for line in beside))


def sentence(words: Words, sheet: Sheet, found: Preview) -> str:
    """Teams report, 22 July 2020, 12 participants, 1 listed twice, 2 to be decided."""
    parts = [
        *_what(words, sheet),
        words.count("{n} participant", "{n} participants", attended(found)),
    ]
    if found.counts.merged:
        parts.append(_repeated(words, found.counts.merged, found.repeated_persons))
    if found.registered:
        counted = words.count("{n} registered only", "{n} registered only", found.registered)
        parts.append(counted)
    if found.waiting:
        parts.append(words.count("{n} to be decided", "{n} to be decided", found.waiting))
    return ", ".join(parts)


def unread(words: Words, sheet: Sheet, questions: int) -> str:
    """What can be said of a file of which something has to be answered first."""
    asked = words.count(
        "{n} question about the file", "{n} questions about the file", max(questions, 1)
    )
    return f"{before_checking(words, sheet)}, {asked}"


def before_checking(words: Words, sheet: Sheet) -> str:
    """What can be said of a file before anybody knows which activity it is of."""
    rows = words.count("{n} row of participants", "{n} rows of participants", len(sheet.rows))
    return ", ".join([*_what(words, sheet), *([rows] if sheet.rows else [])])


def attended(found: Preview) -> int:
    """How many persons of the file attended."""
    return found.attended


def counts(words: Words, found: Preview) -> str:
    """What was read is what became of it."""
    told = found.counts
    text = words.say(
        "Rows: {read} read = {accepted} accepted + {merged} merged + {skipped} skipped + "
        "{waiting} waiting",
        read=words.number(told.read),
        accepted=words.number(told.accepted),
        merged=words.number(told.merged),
        skipped=words.number(told.skipped),
        waiting=words.number(told.rejected),
    )
    return f"{text}."


def stated(words: Words, found: Preview) -> str:
    """The file's own total against what was counted."""
    total = found.stated_total or 0
    told = words.count(
        "The file itself states {n} participant", "The file itself states {n} participants", total
    )
    if total == attended(found):
        agreed = words.say("it agrees with what was counted")
        return f"{AGREES} {told}: {agreed}."
    counted = words.count("{n} was counted", "{n} were counted", attended(found))
    if found.waiting:
        rest = words.count("{n} row waits", "{n} rows wait", found.waiting)
        return f"{told}, {counted}, {rest}."
    return f"{DIFFERS} {told}, {counted}."


def days(words: Words, found: Sequence[dt.date]) -> str:
    """The days of a list, a span where they follow each other."""
    if not found:
        return ""
    first, last = min(found), max(found)
    if (last - first).days + 1 == len(set(found)):
        return words.period(first, last, "day")
    return ", ".join(words.date(day) for day in sorted(set(found)))


def _repeated(words: Words, rows: int, persons: int) -> str:
    """How many stand there more than once; how many further rows that makes, where it differs."""
    if rows == persons:
        return words.count("{n} listed twice", "{n} listed twice", persons)
    again = words.count("{n} listed repeatedly", "{n} listed repeatedly", persons)
    further = words.count("{n} repeated row", "{n} repeated rows", rows)
    return f"{again} ({further})"


def _what(words: Words, sheet: Sheet) -> list[str]:
    when = days(words, sheet.days)
    return [words.code(SOURCES, sheet.source), *([when] if when else [])]


def _beside(words: Words, found: Preview) -> list[str]:
    """What of the file adds no attendance, and whom it adds, where there is any."""
    new = words.count("{n} new person", "{n} new persons", found.new_persons)
    known = words.count("{n} known person", "{n} known persons", found.known_persons)
    told = (
        (found.new_attendances, f"{new}, {known}."),
        (
            found.registered,
            words.count(
                "{n} person registered only and does not count.",
                "{n} persons registered only and do not count.",
                found.registered,
            ),
        ),
        (
            found.not_stated,
            words.count(
                "Of {n} person the file does not say whether they came; they do not count.",
                "Of {n} persons the file does not say whether they came; they do not count.",
                found.not_stated,
            ),
        ),
        (
            found.already_there,
            words.count(
                "{n} person is recorded at this activity already and stays as recorded.",
                "{n} persons are recorded at this activity already and stay as recorded.",
                found.already_there,
            ),
        ),
    )
    return [text for number, text in told if number]
