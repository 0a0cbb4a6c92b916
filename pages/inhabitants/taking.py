"""A list of municipalities and numbers, as a file or pasted: looked at, and put into the grid."""

import pandas as pd
import streamlit as st

from data_access import denominators
from data_access.attendance.problems import Problem, ProblemCode
from data_access.attendance.sentences import figures, told_of
from data_access.denominators import Read, Remark, Unread
from data_access.files.limits import LIMITS
from data_access.files.problems import Refused
from pages.inhabitants import draft as drafts
from pages.inhabitants import wording
from pages.inhabitants.draft import Draft
from pages.shared import data, desk, tables
from pages.shared.words import Words, mark, safe

TAKEN = "inhabitants-taken"
MEGABYTE = 1024**2
LONGEST_PASTED = 20_000

REMARKS = {
    Unread.UNKNOWN: mark("Not the name or code of any municipality. Write it in full."),
    Unread.ANOTHER_DIVISION: mark(
        "A municipality of another time, and none of this division. Choose the division it belongs "
        "to, or leave the row out."
    ),
    Unread.SEVERAL: mark("Several municipalities may be meant. Write it in full, or by its code."),
    Unread.TWICE: mark("Named more than once, so neither row is taken. Leave one."),
    Unread.NOT_A_NUMBER: mark(
        "Not a whole number from 0 to 3 million. Write digits; spaces may part thousands."
    ),
    Unread.NO_NUMBER: mark("No number, so what stands there stays."),
    Unread.NO_ROWS: mark("No row names a municipality and a number."),
    Unread.OTHER_COLUMNS: mark(
        "The list needs two columns, a municipality (name or code) and a number; this one has "
        "others. Leave these two and give it again."
    ),
    Unread.LETTERS: mark(
        "Letters were damaged before the file came here. Save it as .xlsx and give it again."
    ),
}


def offer(words: Words, draft: Draft, division: str, named: dict[str, str]) -> None:
    """The uploader and the field to paste into; what they hold goes into the grid at a press."""
    with st.expander(words.say("Take numbers from a list"), key="inhabitants-list-open"):
        st.caption(
            words.say(
                "Two columns: the municipality by its name or code (LV-097), and a number. "
                "Nothing is stored before you save."
            )
        )
        content = _given(words)
        if content is not None:
            found = _read(words, division, content)
            _preview(words, draft, found, named)


def _given(words: Words) -> bytes | None:
    """The bytes of a file, or of what was pasted."""
    turn = desk.here().get(TAKEN, 0)
    file = st.file_uploader(
        words.say(
            "Excel, LibreOffice or CSV, {megabytes} MB at most",
            megabytes=words.number(LIMITS.size // MEGABYTE),
        ),
        key=f"inhabitants-file-{turn}",
        max_upload_size=LIMITS.size // MEGABYTE,
    )
    if file is not None:
        return bytes(file.getvalue())
    pasted = st.text_area(
        words.say("Or paste two columns copied from a spreadsheet"),
        key=f"inhabitants-paste-{turn}",
        max_chars=LONGEST_PASTED,
    )
    return pasted.encode() if pasted and pasted.strip() else None


def _read(words: Words, division: str, content: bytes) -> Read:
    with st.spinner(words.say("Reading the file …")):
        return data.look(lambda c, reader: denominators.read(c, reader, division, content, ""))


def _preview(words: Words, draft: Draft, found: Read, named: dict[str, str]) -> None:
    if found.refused is not None:
        st.error(safe(_refusal(words, found.refused)))
        return
    if found.remarks:
        st.warning(
            words.count("{n} remark on the list", "{n} remarks on the list", len(found.remarks))
        )
        _show_remarks(words, found.remarks)
    if not found.numbers:
        return
    number = words.count(
        "{n} municipality with a number", "{n} municipalities with numbers", len(found.numbers)
    )
    with st.expander(number, key="inhabitants-found"):
        _show_numbers(words, draft, found, named)
    st.button(
        words.say("Put into the table below"),
        key="inhabitants-put",
        on_click=_put,
        args=(draft, found),
    )


def _show_remarks(words: Words, remarks: tuple[Remark, ...]) -> None:
    rows = [
        {
            "row": words.say("whole file") if each.row is None else words.number(each.row),
            "there": each.text,
            "wrong": words.say(REMARKS[each.code]),
        }
        for each in remarks
    ]
    headings = {
        "row": words.say("Row"),
        "there": words.say("What stands there"),
        "wrong": words.say("What is wrong"),
    }
    tables.show(pd.DataFrame(rows), headings)


def _show_numbers(words: Words, draft: Draft, found: Read, named: dict[str, str]) -> None:
    stands = draft.base
    rows = [
        {
            "name": named[place],
            "stands": wording.number(words, was.value if (was := stands.get(place)) else None),
            "taken": words.number(found.numbers[place]),
        }
        for place in draft.places
        if place in found.numbers
    ]
    headings = {
        "name": words.say("Municipality"),
        "stands": words.say("Stored now"),
        "taken": words.say("In the list"),
    }
    tables.show(pd.DataFrame(rows), headings)


def _put(draft: Draft, found: Read) -> None:
    values = draft.entered(drafts.edits(draft)) | dict(found.numbers)
    stands = draft.stands()
    draft.put({place: value for place, value in values.items() if value != stands[place]})
    desk.here()[TAKEN] = desk.here().get(TAKEN, 0) + 1


def _refusal(words: Words, refused: Refused) -> str:
    told = refused.figures
    problem = Problem(
        ProblemCode(refused.problem.value), most=told.get("most"), found=told.get("found")
    )
    said = {"most": "?", "found": "?", "value": "", "column": ""}
    said |= {name: words.number(number) for name, number in figures(problem).items()}
    sentence = told_of(problem)
    return f"{words.say(sentence.wrong, **said)} {words.say(sentence.remedy, **said)}"
