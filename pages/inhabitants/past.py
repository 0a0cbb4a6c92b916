"""What was changed by hand in the numbers of one source."""

import datetime as dt
from typing import Any

import pandas as pd
import streamlit as st

from data_access import denominators
from data_access.denominators import COUNTRY, Of
from pages.shared import data, tables
from pages.shared.words import Words, mark

SHOWN_AT_MOST = 200
COLUMNS = {"value": mark("Number"), "as_of": mark("Numbers as of")}
Row = dict[Any, Any]


def show(words: Words, of: Of, named: dict[str, str]) -> None:
    """Every change of these places, the latest first, with what stood before."""
    found = data.look(lambda connection, reader: denominators.changes(connection, reader, of))
    rows = [row for row in found.to_dict("records") if (row["place"] or COUNTRY) in named]
    with st.expander(words.say("History of changes"), key="inhabitants-history"):
        if not rows:
            st.markdown(words.say("Nothing was changed by hand."))
            return
        lines = pd.DataFrame([_line(words, row, named) for row in rows])
        headings = {
            "moment": words.say("When"),
            "place": words.say("Place"),
            "field": words.say("What"),
            "before": words.say("Before"),
            "after": words.say("After"),
        }
        tables.show(lines.head(SHOWN_AT_MOST), headings)
        tables.download(words, lines, headings)


def _line(words: Words, row: Row, named: dict[str, str]) -> dict[str, str]:
    return {
        "moment": words.moment(row["changed_at"]),
        "place": named[row["place"] or COUNTRY],
        "field": words.code(COLUMNS, row["column_name"]),
        "before": _value(words, row["column_name"], row["old_value"]),
        "after": _value(words, row["column_name"], row["new_value"]),
    }


def _value(words: Words, column: str, text: str | None) -> str:
    if text is None:
        return words.say("not stated")
    return words.date(dt.date.fromisoformat(text)) if column == "as_of" else words.number(int(text))
