"""What a file would change, before anything is stored: the verdict, the problems, the rows."""

from functools import partial

import pandas as pd
import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from data_access import identities
from data_access.attendance import CheckedRow, Preview
from data_access.filters import Filters
from data_access.identities import Disclosure, Occasion
from pages.attendance import institutions, names, names_shown, problems
from pages.shared import data, tables
from pages.shared.vocabulary import (
    AGE_BANDS,
    ATTENDANCE_STATUSES,
    CATEGORIES,
    GENDERS,
    ROW_OUTCOMES,
)
from pages.shared.words import Words, mark, safe

NAMES = names_shown.Place("attendance-preview-names", mark("Show the names in this file"))


def show(words: Words, found: Preview, given: UploadedFile) -> None:
    """The verdict first, then what is wrong, then the rows without names; names for a reason."""
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
        known = names.known(words, Filters(activity=found.activity))
        _rows(words, found, known)
        names_shown.offer(
            words,
            NAMES,
            lambda: Occasion.of_file(found.activity, given.getvalue()),
            partial(_names, words, found, known, given),
        )


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


def _rows(words: Words, found: Preview, known: names.Names) -> None:
    table = pd.DataFrame([_row(words, row, known) for row in found.rows])
    headings = _headings(words)
    label = words.count("{n} row of the file", "{n} rows of the file", len(table))
    with st.expander(label, key="attendance-preview-open"):
        st.caption(words.say("Without names: find the row by its number in your file."))
        tables.show(table.head(problems.SHOWN_AT_MOST), headings)
        tables.download(words, table, headings)


def _names(
    words: Words,
    found: Preview,
    known: names.Names,
    given: UploadedFile,
    disclosure: Disclosure,
) -> None:
    """The same rows with what the file itself says of whom."""
    named = data.match(
        lambda connection, reader: identities.names_in(
            connection, reader, disclosure, given.getvalue(), given.name
        )
    )
    who = named.set_index("row").to_dict("index")
    rows = [
        _row(words, row, known) | names_shown.told(words, who, row.number) for row in found.rows
    ]
    headings = _headings(words)
    beside = {name: headings[name] for name in ("outcome", *names_shown.BESIDE)}
    headings = {"row": headings["row"], **names_shown.headings(words), **beside}
    names_shown.table(words, NAMES, rows, headings)


def _headings(words: Words) -> dict[str, str]:
    return {
        "row": words.say("Row"),
        "outcome": words.say("What becomes of it"),
        "status": words.say("Attended"),
        "category": words.say("Represents"),
        "institution": words.say("Institution"),
        "place": words.say("Place"),
        "gender": words.say("Gender"),
        "age_band": words.say("Age"),
    }


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
