"""The rows of a report as they were understood, a table for each sheet."""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from data_access.monthly import CaseLine, ContactLine, Draft, Part, TrainingLine
from data_access.monthly import columns as c
from pages.monthly import labels, preview
from pages.shared import tables
from pages.shared.vocabulary import MISSING
from pages.shared.words import Words

Named = Mapping[int, str]
Told = dict[str, str]

SHOWN_AT_MOST = 50
ROW, BECOMES = "row", "becomes"
CASE_COLUMNS = (c.FAMILY, c.OPENED_ON, c.CLOSED_ON, c.REASON, c.REFERRED_BY, c.SIZE, c.CHILDREN)
CONTACT_COLUMNS = (
    *(c.HELD_ON, c.FORM, c.FAMILY, c.PERSONS, c.MET_AT, c.AREA, c.INSTITUTION, c.RESULT),
)
TRAINING_COLUMNS = (c.HELD_ON, c.KIND, c.HOURS)


def listed(words: Words, draft: Draft, institutions: Named) -> None:
    """A fold for each sheet with rows; a row of which something is asked is not among them."""
    cases = [_case(words, line) for line in draft.cases]
    needs = {"needs": words.say("Needs"), BECOMES: words.say("What becomes of it")}
    _fold(words, Part.FAMILIES, cases, CASE_COLUMNS, needs)
    contacts = [_contact(words, line, institutions) for line in draft.contacts]
    _fold(words, Part.CONTACTS, contacts, CONTACT_COLUMNS)
    _fold(
        words, Part.TRAININGS, [_training(words, one) for one in draft.trainings], TRAINING_COLUMNS
    )


def _fold(
    words: Words,
    part: Part,
    rows: list[Told],
    columns: tuple[str, ...],
    also: Mapping[str, str] | None = None,
) -> None:
    if not rows:
        return
    named = labels.sheet(words, part)
    counted = words.count("{n} row", "{n} rows", len(rows))
    headings = {ROW: words.say("Row")}
    headings |= {column: labels.heading(words, part, column) for column in columns}
    headings |= also or {}
    with st.expander(f"{named}: {counted}", key=f"monthly-rows-{part}-open"):
        table = pd.DataFrame(rows, columns=list(headings))
        tables.show_first(words, table, headings, SHOWN_AT_MOST)
        tables.download(words, table, headings)


def _case(words: Words, line: CaseLine) -> Told:
    needs = [labels.coded(words, c.NEEDS[0], area) for area in line.needs]
    return {
        ROW: str(line.row),
        c.FAMILY: line.family,
        c.OPENED_ON: labels.day(words, line.opened_on),
        c.CLOSED_ON: labels.day(words, line.closed_on),
        c.REASON: _coded(words, c.REASON, line.reason),
        c.REFERRED_BY: _coded(words, c.REFERRED_BY, line.referred_by),
        c.SIZE: labels.number(words, line.size),
        c.CHILDREN: labels.number(words, line.children),
        "needs": ", ".join(needs) or labels.NOTHING,
        BECOMES: words.say(preview.became(line)),
    }


def _contact(words: Words, line: ContactLine, institutions: Named) -> Told:
    institution = line.institution
    return {
        ROW: str(line.row),
        c.HELD_ON: labels.day(words, line.held_on),
        c.FORM: labels.coded(words, c.FORM, line.form),
        c.FAMILY: line.family or labels.NOTHING,
        c.PERSONS: labels.number(words, line.persons),
        c.MET_AT: _coded(words, c.MET_AT, line.met_at),
        c.AREA: _coded(words, c.AREA, line.area),
        c.INSTITUTION: institutions.get(institution or 0, labels.NOTHING),
        c.RESULT: _coded(words, c.RESULT, line.result),
    }


def _training(words: Words, line: TrainingLine) -> Told:
    return {
        ROW: str(line.row),
        c.HELD_ON: labels.day(words, line.held_on),
        c.KIND: _coded(words, c.KIND, line.kind),
        c.HOURS: labels.number(words, line.hours),
    }


def _coded(words: Words, column: str, code: str) -> str:
    """The workbook's word; a dash where nothing is stated."""
    return labels.NOTHING if code in MISSING else labels.coded(words, column, code)
