"""One row of attendance: corrected, removed, and what was changed in it by hand."""

from functools import partial

import streamlit as st

from data_access import attendance
from pages.attendance import names, refusals, sure, traits
from pages.attendance.traits import NONE, Row
from pages.shared import choices, data, forms, history, outcome
from pages.shared.vocabulary import (
    AGE_BANDS,
    ATTENDANCE_STATUSES,
    CATEGORIES,
    GENDERS,
    PLACE_KINDS,
)
from pages.shared.words import Words, mark, safe

PLACE = "row"
STORED_AS = {
    "capacity": mark("Represents"),
    "institution_id": mark("Institution"),
    "place_kind": mark("Kind of place"),
    "municipality_id": mark("Municipality"),
    "gender": mark("Gender"),
    "age_band": mark("Age"),
    "status": mark("Attended"),
}
STORED_CODES = {
    "capacity": CATEGORIES,
    "place_kind": PLACE_KINDS,
    "gender": GENDERS,
    "age_band": AGE_BANDS,
    "status": ATTENDANCE_STATUSES,
}


def show(words: Words, rows: list[Row], known: names.Names) -> None:
    """One row, chosen by its person's number."""
    by_number = {str(int(row["attendance"])): row for row in rows}
    named = {NONE: words.say("Choose a row")}
    for number, row in by_number.items():
        written = traits.written(words, row, known)
        named[number] = " · ".join(written[part] for part in ("person", "category", "place"))
    label = words.say("Correct or remove the row of")
    number = choices.choice("row", label, named, NONE, as_list=True)
    if number == NONE:
        return
    row = by_number[number]
    with st.container(border=True):
        _correct(words, row, known)
        called = _called(known)
        history.show(words, "attendance", int(number), STORED_AS, STORED_CODES, names=called)
        with st.expander(words.say("Remove this row"), key=f"attendance-remove-{number}-open"):
            _remove(words, row)


def show_removed(words: Words, code: str, known: names.Names) -> None:
    """What rows of the activity said that were removed by hand."""
    belonged, called = ("activity_id", code), _called(known)
    history.show_removed(words, "attendance", belonged, STORED_AS, STORED_CODES, names=called)


def _called(known: names.Names) -> history.Vocabularies:
    return {"institution_id": known.institutions, "municipality_id": known.places}


def _correct(words: Words, row: Row, known: names.Names) -> None:
    attendance_id, revision = int(row["attendance"]), int(row["revision"])
    st.caption(
        words.say(
            "A name or a contact is not corrected: remove the row and add it with the right one."
        )
    )
    institution, place = row["institution"], traits.place(row)
    institutions, places = dict(known.institutions), dict(known.places)
    if institution is not None:
        institutions.setdefault(institution, words.pick(row, "institution"))
    places.setdefault(place, words.pick(row, "place"))
    forms.edit(
        words,
        f"attendance-correct-{attendance_id}",
        traits.fields(words, institutions, places),
        row | {"institution": institution or NONE, "place": place},
        lambda connection, reader, values: attendance.correct(
            connection, reader, attendance_id, revision, **values
        ),
        submit=words.say("Store the correction"),
        refusals=refusals.ALL,
    )


def _remove(words: Words, row: Row) -> None:
    number = int(row["attendance"])
    act = partial(_take_away, number, int(row["revision"]))
    sure.ask(
        words,
        sure.Step(f"attendance-remove-{number}", PLACE, act),
        words.say("Yes, remove the row of {person}", person=traits.number(words, row)),
        words.say("Remove"),
    )


def _take_away(number: int, revision: int, _reason: str) -> outcome.Say:
    data.tell(lambda connection, reader: attendance.remove(connection, reader, number, revision))
    return _say_removed


def _say_removed(words: Words) -> None:
    st.success(safe(words.say("Removed. What the row said is kept in the history.")))
