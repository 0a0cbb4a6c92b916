"""What is wrong with a file, as a sentence, and what the person who has it can do."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from data_access.attendance import Problem, ProblemCode
from data_access.attendance.columns import HEADINGS
from pages.shared import tables
from pages.shared.words import Words, mark

SHOWN_AT_MOST = 200


@dataclass(frozen=True)
class Told:
    """What a person is told of a problem; ``{value}`` is what stood there, ``{column}`` where."""

    wrong: str
    remedy: str


SAVE_AS_WORKBOOK = mark("Open it in the program it was made with and save it as .xlsx.")
SPLIT = mark("Leave only the list in it, or split it into several files.")
TELL_APART = mark("Write each one's own contact or institution in the file.")

TOLD: dict[ProblemCode, Told] = {
    ProblemCode.FILE_EMPTY: Told(
        mark("The file is empty."), mark("Check that it is the right file.")
    ),
    ProblemCode.FILE_TOO_LARGE: Told(mark("The file is too large."), SPLIT),
    ProblemCode.NOT_READABLE: Told(
        mark("The file is damaged or is not what its name says."), SAVE_AS_WORKBOOK
    ),
    ProblemCode.OTHER_FORMAT: Told(
        mark("This is neither an Excel workbook nor a CSV file."), SAVE_AS_WORKBOOK
    ),
    ProblemCode.OLD_OR_LOCKED: Told(
        mark("This is an old Excel format (.xls), or a workbook with a password."),
        mark("Open it in Excel and save it as .xlsx, without a password."),
    ),
    ProblemCode.OTHER_ENCODING: Told(
        mark("The letters of the CSV file are stored in a way that cannot be read for certain."),
        mark("Save it as “CSV UTF-8” or as an Excel workbook (.xlsx)."),
    ),
    ProblemCode.QUOTES: Told(
        mark("A quotation mark is opened here and not closed as CSV asks for."),
        mark("Save the list as an Excel workbook (.xlsx), or correct the quotation mark."),
    ),
    ProblemCode.SHEET_TOO_LARGE: Told(
        mark("The list has too many rows, columns or pictures to be read safely."), SPLIT
    ),
    ProblemCode.SEVERAL_SHEETS: Told(
        mark("Several sheets of the workbook hold a list."),
        mark("Leave one list in the workbook, and upload the others as files of their own."),
    ),
    ProblemCode.NO_ROWS: Told(
        mark("There is no row under the headings."), mark("Fill in the list and upload it again.")
    ),
    ProblemCode.HEADING_MISSING: Told(
        mark("The column “{column}” is missing, or the headings do not stand in the first row."),
        mark("Take the headings from the template."),
    ),
    ProblemCode.HEADING_UNKNOWN: Told(
        mark("The template does not know the heading of column {value}."),
        mark("Rename it as in the template, or delete the column."),
    ),
    ProblemCode.HEADING_TWICE: Told(
        mark("The column “{column}” stands there twice."), mark("Leave one of the two.")
    ),
    ProblemCode.CELL_WITHOUT_HEADING: Told(
        mark("Something stands in a column that has no heading."),
        mark("Move it under a heading, or delete it."),
    ),
    ProblemCode.TEXT_TOO_LONG: Told(
        mark("The text is too long for this column."), mark("Shorten it.")
    ),
    ProblemCode.NAME_MISSING: Told(
        mark("The name is missing."), mark("Write the name, or delete the row.")
    ),
    ProblemCode.CONTACT_UNUSABLE: Told(
        mark("What stands there is neither an e-mail address nor a telephone number."),
        mark("Correct it, or leave it empty."),
    ),
    ProblemCode.ROW_SHIFTED: Told(
        mark(
            "The cells of this row seem to stand under other headings: something looks like an "
            "e-mail address or a number out of place, or the row has more cells than headings. "
            "What stands there is not shown."
        ),
        mark(
            "Put texts with a comma in quotation marks, or fill in the Excel workbook; write "
            "contacts only in their own column."
        ),
    ),
    ProblemCode.WORD_UNKNOWN: Told(
        mark("“{value}” is none of the words of this column."),
        mark("Choose a word from the list in the template, or leave it empty."),
    ),
    ProblemCode.INSTITUTION_UNKNOWN: Told(
        mark("The register of institutions has no “{value}”."),
        mark("Correct the spelling, or add it to the register below."),
    ),
    ProblemCode.INSTITUTION_SHARED: Told(
        mark("Several institutions of the register are called “{value}”."),
        mark("Write the full name as it stands in the register."),
    ),
    ProblemCode.PLACE_UNKNOWN: Told(
        mark("“{value}” is no municipality of that time, or several places are called so."),
        mark("Choose a place from the list in the template, or leave it empty."),
    ),
    ProblemCode.ROWS_ALIKE: Told(
        mark("Rows {value} hold the same name, and nothing tells whether that is one person."),
        mark("Write each one's contact or institution, or delete the row that is one too many."),
    ),
    ProblemCode.SEVERAL_PERSONS: Told(
        mark("Several persons on record fit this row, and it does not say which one is meant."),
        TELL_APART,
    ),
    ProblemCode.NAMESAKE_HERE: Told(
        mark(
            "Somebody of this name is recorded at this activity already, and nothing tells "
            "whether that is the same person."
        ),
        mark(
            "If it is the same person, leave them out; if it is another one, write a contact or "
            "an institution."
        ),
    ),
    ProblemCode.NOTHING_NEW: Told(
        mark("Everybody in the file is recorded at this activity already."),
        mark("Check that it is the right activity and the right file."),
    ),
    ProblemCode.NAMESAKE: Told(
        mark(
            "Somebody else of this name stands in the file or on record. Nothing ties the two, "
            "so they count as two persons."
        ),
        mark("If it is one person, write the same contact or institution as the first time."),
    ),
    ProblemCode.ROWS_DISAGREE: Told(
        mark("Another row of the file is the same person and says something else here."),
        mark("What is stated first counts; correct the file if it should be the other."),
    ),
    ProblemCode.STATUS_DIFFERS: Told(
        mark("This person is recorded at this activity already, as having attended or not."),
        mark("The record stays as it is; correct it by hand below if the file is right."),
    ),
}


def show(words: Words, problems: Iterable[Problem]) -> None:
    """The problems as a table with its download, those that block first."""
    listed = sorted(problems, key=lambda each: (not each.code.blocks, each.row or 0))
    if not listed:
        return
    rows = pd.DataFrame([_row(words, each) for each in listed])
    headings = {
        "row": words.say("Row"),
        "column": words.say("Column"),
        "wrong": words.say("What is wrong"),
        "remedy": words.say("What to do"),
    }
    tables.show(rows.head(SHOWN_AT_MOST), headings)
    if len(rows) > SHOWN_AT_MOST:
        st.caption(
            words.say(
                "The first {shown} of {all} are shown; the download has all of them.",
                shown=words.number(SHOWN_AT_MOST),
                all=words.number(len(rows)),
            )
        )
    tables.download(words, rows, headings)


def sentence(words: Words, problem: Problem) -> str:
    """What is wrong, and what to do."""
    row = _row(words, problem)
    return f"{row['wrong']} {row['remedy']}"


def _row(words: Words, problem: Problem) -> dict[str, str]:
    told, column = TOLD[problem.code], _heading(words, problem.column)
    wrong = words.say(told.wrong, value=problem.value or "", column=column)
    return {
        "row": words.say("whole file") if problem.row is None else str(problem.row),
        "column": column or "–",
        "wrong": wrong if problem.code.blocks else words.say("Note: {text}", text=wrong),
        "remedy": words.say(told.remedy),
    }


def _heading(words: Words, column: str | None) -> str:
    """A column of the template under the heading that it has there."""
    said = HEADINGS.get(column or "")
    return "" if said is None else (said.lv if words.language == "lv" else said.en)
