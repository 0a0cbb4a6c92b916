"""Tables of words: read by people and screen readers, and taken away as a file."""

import csv
import io
import secrets
from collections.abc import Callable, Mapping

import pandas as pd
import streamlit as st

from pages.shared import data, reach
from pages.shared.words import Words, mark, safe

MADE_UP = mark("The database holds made-up sample data: figures of this table may be made up.")
IS_OPEN_AT_FIRST = False
FORMULA_STARTS = ("=", "@", "\t", "\r")

Rows = pd.DataFrame | Callable[[], pd.DataFrame]


def behind(words: Words, rows: Rows, headings: Mapping[str, str], note: str = "") -> None:
    """The table behind a chart, folded away under it, with its download; made once it is opened.

    ``rows`` may be what makes them, where that takes a while.
    """
    key = f"table-{'-'.join(headings)}"
    label = words.say("Table")
    with st.expander(label, IS_OPEN_AT_FIRST, key=key, on_change="rerun") as table:
        if table.open:
            made = rows() if callable(rows) else rows
            show(made, headings)
            download(words, made, headings, note)


def show(rows: pd.DataFrame, headings: Mapping[str, str]) -> None:
    """The rows under translated headings; nothing in a cell is read as Markdown."""
    named = rows[list(headings)].map(safe).rename(columns=dict(headings))
    st.table(named.set_index(named.columns[0]))


def show_first(words: Words, rows: pd.DataFrame, headings: Mapping[str, str], at_most: int) -> None:
    """The first rows of a long table, with a sentence that it goes on in its download."""
    show(rows.head(at_most), headings)
    if len(rows) > at_most:
        st.caption(
            words.say(
                "The first {shown} of {all} are shown; the download has all of them.",
                shown=words.number(at_most),
                all=words.number(len(rows)),
            )
        )


def download(words: Words, rows: Rows, headings: Mapping[str, str], note: str = "") -> None:
    """A button that hands the rows over as CSV, under a name nobody can guess.

    ``rows`` may be what makes them, once somebody asks for the file.
    """
    notes = _notes(words, note)
    st.download_button(
        words.say("Download as CSV"),
        data=lambda: as_csv(rows() if callable(rows) else rows, headings, *notes),
        file_name=f"{secrets.token_hex(8)}.csv",
        mime="text/csv",
        key=f"download-{'-'.join(headings)}",
        on_click="ignore",
    )


def _notes(words: Words, note: str) -> list[str]:
    """What goes along with every file: source, limits of the reader, state, what is made up."""
    fresh = data.version()
    state = words.say(
        "Data version {number} of {moment}.",
        number=fresh.number,
        moment=words.moment(fresh.changed_at),
    )
    made_up = words.say(MADE_UP) if data.is_made_up() else ""
    return [line for line in (note, reach.limitation(words), state, made_up) if line]


def as_csv(rows: pd.DataFrame, headings: Mapping[str, str], *notes: str) -> bytes:
    """Semicolons and a byte order mark, as spreadsheets in Latvia expect; no cell is a formula."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(headings.values())
    for row in rows[list(headings)].itertuples(index=False):
        writer.writerow([_harmless(str(cell)) for cell in row])
    if notes:
        writer.writerows([[], *([_harmless(note)] for note in notes)])
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
