"""The gaps of a post on screen: which there are, and their upkeep."""

from typing import Any

import pandas as pd
import streamlit as st

from data_access import mediators
from data_access.filters import Filters
from data_access.mediators import gaps
from pages.mediators import kept, labels
from pages.shared import data, tables
from pages.shared.fields import Field, Kind
from pages.shared.vocabulary import GAP_REASONS
from pages.shared.words import Words, mark

Row = dict[Any, Any]


def show(words: Words, post: Row) -> None:
    """The gaps of the post with their reasons; forms for whoever keeps them."""
    found = data.frame(mediators.gaps_of_posts, Filters(round=str(post["round"])))
    rows = found[found["post"] == post["id"]].to_dict("records")
    st.header(words.say("Gaps"), anchor=False)
    if rows:
        headings = {"days": words.say("Days"), "reason": words.say("Reason")}
        headings["origin"] = words.say("Where from")
        tables.show(pd.DataFrame([_line(words, row) for row in rows]), headings)
    else:
        st.markdown(words.say("No gap is recorded."))
    if kept.is_kept(post):
        _keep(words, int(post["id"]), rows)


def _keep(words: Words, post: int, rows: list[Row]) -> None:
    with st.expander(words.say("Add a gap"), key=f"gap-add-{post}-open"):
        kept.add(
            words,
            f"gap-add-{post}",
            _fields(words),
            {"reason": "not_stated"},
            lambda connection, reader, values: gaps.add(connection, reader, post, values),
            submit=words.say("Add the gap"),
        )
    kept.removed(words, "gap")
    if not rows:
        return
    named = {int(row["id"]): _name(words, row) for row in rows}
    row = kept.chosen(words, "gap", words.say("Correct one gap"), rows, named)
    if row is not None:
        with st.container(border=True):
            kept.correct(
                words,
                "gap",
                _fields(words),
                row,
                change=gaps.change,
                remove=gaps.remove,
                submit=words.say("Store the gap"),
                label=words.say("Remove the gap"),
            )


def _fields(words: Words) -> list[Field]:
    reasons = {code: words.code(GAP_REASONS, code) for code in reversed(GAP_REASONS)}
    until = mark("Left empty, the gap lasts as long as the post.")
    return [
        Field("starts_on", mark("First day"), Kind.DAY, required=True),
        Field("ends_on", mark("Last day"), Kind.DAY, help=until),
        Field("reason", mark("Reason"), Kind.CHOICE, reasons),
    ]


def _name(words: Words, row: Row) -> str:
    return f"{labels.held(words, row)}, {words.code(GAP_REASONS, row['reason'])}"


def _line(words: Words, row: Row) -> dict[str, str]:
    return {
        "days": labels.held(words, row),
        "reason": words.code(GAP_REASONS, row["reason"]),
        "origin": labels.came_from(words, row),
    }
