"""The families of a post by their numbers: how many people each has, and correcting that."""

from typing import Any

import pandas as pd
import streamlit as st

from data_access import mediators
from data_access.filters import Filters
from data_access.mediators import correct_family
from pages.mediators import kept, labels
from pages.shared import data, history, reach, tables
from pages.shared.fields import Field, Kind
from pages.shared.words import Words, mark

Row = dict[Any, Any]
SIZES = {"size": mark("Persons in the family"), "children": mark("Children among them")}
AT_MOST = 10


def of_post(words: Words, post: Row) -> None:
    """The families of the post; for whoever keeps them, a form that corrects one."""
    st.header(words.say("Families"), anchor=False)
    found = data.frame(mediators.families_of_posts, Filters(round=str(post["round"])))
    found = found[found["post"] == post["id"]]
    rows = found.to_dict("records")
    if not rows:
        st.markdown(words.say("No case of a family is recorded at this post."))
        return
    headings = {
        "code": words.say("Family"),
        "size": words.say("Persons"),
        "children": words.say("Children"),
        "cases": words.say("Cases"),
        "cases_open": words.say("Open cases"),
    }
    table = pd.DataFrame([_line(words, row) for row in rows])
    tables.show_first(words, table, headings, AT_MOST)
    tables.download(words, table, headings, labels.made_up(words, found))
    if not kept.is_kept(post):
        return
    named = {int(row["id"]): str(row["code"]) for row in rows}
    label = words.say("Correct the size of one family")
    row = kept.chosen(words, "family", label, rows, named)
    if row is not None:
        with st.container(border=True):
            correct(words, int(row["id"]), int(row["revision"]), row)


def correct(words: Words, family: int, revision: int, row: Any) -> None:
    """A form filled with the family's size, and its history."""
    kept.edit(
        words,
        f"family-{family}",
        fields(),
        row,
        lambda connection, reader, values: correct_family(
            connection, reader, family, revision, values
        ),
        submit=words.say("Store the size"),
    )
    if not reach.is_limited():
        history.show(words, "family", family, SIZES)


def fields() -> list[Field]:
    """How many people and children; what is left empty is not stated."""
    return [Field(name, label, Kind.NUMBER) for name, label in SIZES.items()]


def number(words: Words, value: Any) -> str:
    """A number, or that it is not stated."""
    return words.say("not stated") if pd.isna(value) else words.number(int(value))


def _line(words: Words, row: Row) -> dict[str, str]:
    counted = {name: number(words, row[name]) for name in ("size", "children")}
    cases = {name: words.number(int(row[name])) for name in ("cases", "cases_open")}
    return {"code": str(row["code"]), **counted, **cases}
