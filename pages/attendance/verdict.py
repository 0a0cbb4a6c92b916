"""The verdict in one sentence: what the file is, who came, what needs a decision."""

import datetime as dt
from collections.abc import Sequence

import streamlit as st

from data_access.attendance import Preview, Sheet
from pages.attendance.vocabulary import SOURCES
from pages.shared.words import Words, safe

AGREES, DIFFERS = "✓", "⚠"


def show(words: Words, sheet: Sheet, found: Preview, questions: int) -> None:
    """The sentence, the counts that add up to what was read, and the file's own total."""
    text = f"**{safe(sentence(words, sheet, found, questions))}**"
    is_open = found.is_refused or found.waiting or questions
    (st.warning if is_open else st.success)(text)
    st.markdown(safe(counts(words, found)))
    if found.stated_total is not None:
        st.markdown(safe(stated(words, found)))
    st.markdown("  \n".join(safe(line) for line in _beside(words, found)))


def sentence(words: Words, sheet: Sheet, found: Preview, questions: int = 0) -> str:
    """Teams report, 22 July 2020, 12 participants, 1 listed twice, 2 to be decided."""
    parts = [
        *_what(words, sheet),
        words.count("{n} participant", "{n} participants", attended(found)),
    ]
    if found.counts.merged == 1:
        parts.append(words.say("1 listed twice"))
    elif found.counts.merged:
        parts.append(words.count("{n} repeated row", "{n} repeated rows", found.counts.merged))
    if found.registered:
        counted = words.count("{n} registered only", "{n} registered only", found.registered)
        parts.append(counted)
    if found.waiting + questions:
        to_decide = words.count("{n} to be decided", "{n} to be decided", found.waiting + questions)
        parts.append(to_decide)
    return ", ".join(parts)


def before_checking(words: Words, sheet: Sheet) -> str:
    """What can be said of a file before anybody knows which activity it is of."""
    rows = words.count("{n} row of participants", "{n} rows of participants", len(sheet.rows))
    return ", ".join([*_what(words, sheet), rows])


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
    return f"{DIFFERS} {told}, {counted}."


def days(words: Words, found: Sequence[dt.date]) -> str:
    """The days of a list, a span where they follow each other."""
    if not found:
        return ""
    first, last = min(found), max(found)
    if (last - first).days + 1 == len(set(found)):
        return words.period(first, last, "day")
    return ", ".join(words.date(day) for day in sorted(set(found)))


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
