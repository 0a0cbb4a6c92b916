"""What of a file goes no further: rows, columns and sheets, each with the reason."""

import pandas as pd
import streamlit as st

from data_access.attendance import Sheet
from pages.attendance import columns, given, problems
from pages.attendance.vocabulary import LEFT_OUT
from pages.shared import tables
from pages.shared.words import Words


def show(words: Words, sheet: Sheet, *, names_are_shown: bool) -> None:
    """A fold with one line for each; nothing where nothing was left out."""
    told = [
        *_sheets(words, sheet),
        *_columns(words, sheet, names_are_shown=names_are_shown),
        *_rows(words, sheet),
    ]
    if not told:
        return
    label = words.say("Left out: {parts}", parts=", ".join(counted(words, sheet)))
    with st.expander(label, key="attendance-left-out-open"):
        headings = {"what": words.say("What"), "why": words.say("Why it is left out")}
        table = pd.DataFrame(told)
        tables.show_first(words, table, headings, problems.SHOWN_AT_MOST)
        tables.download(words, table, headings)


def counted(words: Words, sheet: Sheet) -> list[str]:
    """How many of each there are, where there are any."""
    rows, hidden = len(sheet.left_out), len(sheet.hidden_sheets)
    columns_ = sum(column.left_out is not None for column in sheet.columns)
    told = (
        (hidden, words.count("{n} hidden sheet", "{n} hidden sheets", hidden)),
        (rows, words.count("{n} row", "{n} rows", rows)),
        (columns_, words.count("{n} column", "{n} columns", columns_)),
    )
    return [text for number, text in told if number]


def _sheets(words: Words, sheet: Sheet) -> list[dict[str, str]]:
    why = words.say("hidden, and not read")
    return [
        {"what": words.say("Sheet {name}", name=name), "why": why} for name in sheet.hidden_sheets
    ]


def _columns(words: Words, sheet: Sheet, *, names_are_shown: bool) -> list[dict[str, str]]:
    return [
        {
            "what": words.say(
                "Column {name}",
                name=columns.named(words, column, names_are_shown=names_are_shown),
            ),
            "why": words.code(LEFT_OUT, column.left_out),
        }
        for column in sheet.columns
        if column.left_out is not None
    ]


def _rows(words: Words, sheet: Sheet) -> list[dict[str, str]]:
    return [
        {
            "what": words.say("Row {number}", number=given.place_of(words, sheet, number)),
            "why": words.code(LEFT_OUT, why),
        }
        for number, why in sorted(sheet.left_out.items())
    ]
