"""What a file would change, before anything is stored: the verdict, the problems, the rows."""

import pandas as pd
import streamlit as st

from data_access.attendance import CheckedRow, Preview
from data_access.filters import Filters
from pages.attendance import institutions, names, problems
from pages.shared import tables
from pages.shared.vocabulary import (
    AGE_BANDS,
    ATTENDANCE_STATUSES,
    CATEGORIES,
    GENDERS,
    ROW_OUTCOMES,
)
from pages.shared.words import Words, safe


def show(words: Words, found: Preview) -> None:
    """The verdict first, then what is wrong, then the rows without names."""
    _verdict(words, found)
    if found.is_trial:
        st.info(
            words.say(
                "This would be a trial: the database holds made-up rows, and the upload is marked."
            )
        )
    problems.show(words, found.problems)
    institutions.offer(words, found.unknown_institutions)
    if found.rows:
        _rows(words, found)


def _verdict(words: Words, found: Preview) -> None:
    blocking = sum(problem.code.blocks for problem in found.problems)
    if found.can_be_recorded:
        parts = ", ".join(_parts(words, found))
        st.success(safe(words.say("Can be recorded: {parts}.", parts=parts)))
        st.markdown("\n".join(f"- {safe(line)}" for line in _beside(words, found)))
    else:
        counted = words.count("{n} problem", "{n} problems", blocking)
        text = words.say(
            "Cannot be recorded yet: {problems}. Correct the file and choose it again.",
            problems=counted,
        )
        st.error(safe(text))


def _parts(words: Words, found: Preview) -> list[str]:
    return [
        words.count("{n} row", "{n} rows", len(found.rows)),
        words.count("{n} new attendance", "{n} new attendances", found.new_attendances),
        words.count("{n} new person", "{n} new persons", found.new_persons),
        words.count("{n} known person", "{n} known persons", found.known_persons),
    ]


def _beside(words: Words, found: Preview) -> list[str]:
    """What of the file adds no attendance, where there is any."""
    told = (
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
            found.repeated,
            words.count(
                "{n} row is of somebody who stands in the file already, and counts once.",
                "{n} rows are of people who stand in the file already, and count once.",
                found.repeated,
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


def _rows(words: Words, found: Preview) -> None:
    known = names.known(words, Filters(activity=found.activity))
    table = pd.DataFrame([_row(words, row, known) for row in found.rows])
    headings = {
        "row": words.say("Row"),
        "outcome": words.say("What becomes of it"),
        "status": words.say("Attended"),
        "category": words.say("Represents"),
        "institution": words.say("Institution"),
        "place": words.say("Place"),
        "gender": words.say("Gender"),
        "age_band": words.say("Age"),
    }
    label = words.count("{n} row of the file", "{n} rows of the file", len(table))
    with st.expander(label, key="attendance-preview-open"):
        st.caption(words.say("Names are not shown: find the row by its number in your file."))
        tables.show(table.head(problems.SHOWN_AT_MOST), headings)
        tables.download(words, table, headings)


def _row(words: Words, row: CheckedRow, known: names.Names) -> dict[str, str]:
    return {
        "row": str(row.number),
        "outcome": words.code(ROW_OUTCOMES, row.outcome),
        "status": words.code(ATTENDANCE_STATUSES, row.status),
        "category": words.code(CATEGORIES, row.category),
        "institution": known.institution(row.institution),
        "place": known.place(row.place),
        "gender": words.code(GENDERS, row.gender),
        "age_band": words.code(AGE_BANDS, row.age_band),
    }
