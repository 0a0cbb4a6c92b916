"""What recording a report would do: how much of each, and what was left out of the file."""

from collections.abc import Sequence

import streamlit as st

from data_access.monthly import CaseLine, Draft, Problem
from data_access.rules import ContactForm
from pages.monthly import labels, sentences
from pages.shared.words import Words, mark, safe

Card = tuple[str, str, str]
"""What is counted, how much it is, and what it is made of."""

CARDS_A_LINE = 3
NEW, OPENED, CLOSED, CHANGED, SAME = (
    mark("new family, case opened"),
    mark("case opened"),
    mark("case closed"),
    mark("case changed"),
    mark("as it stands"),
)


def cards(words: Words, draft: Draft) -> None:
    """How much of each there would be; what nobody stated is not counted as zero."""
    told = [_families(words, draft), _contacts(words, draft), _persons(words, draft)]
    told += [_cases(words, draft), _trainings(words, draft), _hours(words, draft)]
    for start in range(0, len(told), CARDS_A_LINE):
        line = told[start : start + CARDS_A_LINE]
        for column, (label, value, detail) in zip(st.columns(CARDS_A_LINE), line, strict=True):
            with column, st.container(border=True, height="stretch"):
                st.metric(label, value)
                st.caption(safe(detail))


def notes(words: Words, problems: Sequence[Problem]) -> None:
    """What is worth knowing of the file, in a fold: nothing of it stands in the way."""
    told = [sentences.located(words, problem) for problem in problems if problem.is_note]
    if told:
        label = words.count("{n} remark on the file", "{n} remarks on the file", len(told))
        with st.expander(label, key="monthly-notes-open"):
            st.markdown("\n".join(f"- {safe(line)}" for line in dict.fromkeys(told)))


def became(line: CaseLine) -> str:
    """What recording a row of the families' sheet does."""
    if line.case is None:
        return NEW if line.number is None else OPENED
    if not line.changes:
        return SAME
    return CHANGED if line.closed_on is None else CLOSED


def how_many(draft: Draft, *wanted: str) -> int:
    """Of how many rows of the families' sheet this comes."""
    return sum(became(line) in wanted for line in draft.cases)


def _families(words: Words, draft: Draft) -> Card:
    known = words.say(
        "known families with a new case: {number}", number=words.number(how_many(draft, OPENED))
    )
    return words.say("New families"), words.number(how_many(draft, NEW)), known


def _cases(words: Words, draft: Draft) -> Card:
    opened, closed = how_many(draft, NEW, OPENED), how_many(draft, CLOSED)
    detail = words.say(
        "closed: {closed}; changed: {changed}; as they stand: {same}",
        closed=words.number(closed),
        changed=words.number(how_many(draft, CHANGED)),
        same=words.number(how_many(draft, SAME)),
    )
    return words.say("Cases opened"), words.number(opened), detail


def _contacts(words: Words, draft: Draft) -> Card:
    group = sum(line.form is ContactForm.GROUP for line in draft.contacts)
    detail = words.say(
        "individual: {individual}; with a group: {group}",
        individual=words.number(len(draft.contacts) - group),
        group=words.number(group),
    )
    return words.say("Contacts"), words.number(len(draft.contacts)), detail


def _persons(words: Words, draft: Draft) -> Card:
    stated = [line.persons for line in draft.contacts if line.persons is not None]
    detail = words.say(
        "stated of {stated} contacts, not stated of {without}",
        stated=words.number(len(stated)),
        without=words.number(len(draft.contacts) - len(stated)),
    )
    value = words.number(sum(stated)) if stated or not draft.contacts else labels.NOTHING
    return words.say("Persons at contacts"), value, detail


def _trainings(words: Words, draft: Draft) -> Card:
    stated = [line.hours for line in draft.trainings if line.hours is not None]
    detail = words.say("hours, as far as stated: {hours}", hours=words.number(sum(stated)))
    number = len(draft.trainings)
    return words.say("Trainings"), words.number(number), detail if stated else ""


def _hours(words: Words, draft: Draft) -> Card:
    stated = words.say("not stated") if draft.hours is None else words.number(draft.hours)
    return words.say("Hours worked"), stated, words.say("in the whole month, as the report says")
