"""A workbook of the rows to be mended, for whoever sees names: to be corrected and given again."""

import secrets
from collections.abc import Callable, Mapping

import streamlit as st

from data_access import identities
from data_access.attendance import Sheet
from data_access.attendance.mending import Told
from pages.attendance import problems
from pages.attendance.case import Case
from pages.attendance.given import Given
from pages.attendance.template import WORKBOOK
from pages.shared import data
from pages.shared.words import Words, mark

By = Mapping[int, list[Told]]

HINT = mark(
    "The rows to be decided about, as they came, with what is wrong beside them. Correct it in "
    "Excel and upload it here. It holds names: keep it no longer than you need it."
)
HIDDEN = mark(
    "The rows to be decided about can be had as an Excel workbook to be mended and uploaded: show "
    "the names first, for it holds them."
)


def of_file(words: Words, case: Case, given: Given, sheet: Sheet) -> None:
    """The rows of a file in hand, under its own headings."""
    shown, told = case.shown, by_row(words, case)

    def made() -> bytes:
        return data.match(
            lambda c, reader: identities.error_workbook(
                c,
                reader,
                shown.disclosure,  # type: ignore[union-attr]
                given.content,
                sheet,
                told=told,
                language=words.language,
            )
        )

    _offer(words, case, made)


def of_queue(words: Words, case: Case, upload: int) -> None:
    """The rows of an upload that wait, under our headings."""
    shown, told = case.shown, by_row(words, case)

    def made() -> bytes:
        return data.match(
            lambda c, reader: identities.waiting_workbook(
                c,
                reader,
                shown.disclosure,  # type: ignore[union-attr]
                upload,
                told=told,
                language=words.language,
            )
        )

    _offer(words, case, made)


def by_row(words: Words, case: Case) -> By:
    """What is wrong with each row and what to do, in the reader's language."""
    return {
        row.number: [
            Told(problems.wrong(words, each, case.place), problems.remedy(words, each), each.column)
            for each in row.problems
            if each.code.blocks
        ]
        for row in case.asking
    }


def _offer(words: Words, case: Case, made: Callable[[], bytes]) -> None:
    """The button; the workbook is made once it is pressed, under a name that says nothing."""
    if not case.asking:
        return
    if case.shown is None:
        st.caption(words.say(HIDDEN))
        return
    st.download_button(
        words.say("Workbook of rows to mend (XLSX)"),
        data=made,
        file_name=f"{secrets.token_hex(8)}.xlsx",
        mime=WORKBOOK,
        key=f"{case.name}-mending",
        on_click="ignore",
    )
    st.caption(words.say(HINT))
