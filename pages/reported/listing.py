"""The figures that documents state, each with its source, and their download."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from data_access.access import Right
from data_access.filters import Filters
from data_access.rules import FigureScope, Origin
from pages.shared import data, tables
from pages.shared.figures import citation
from pages.shared.posts import told_apart
from pages.shared.vocabulary import FIGURE_KINDS, FIGURES, QUALIFIERS, ROW_ORIGINS
from pages.shared.words import Words, safe

Row = dict[Any, Any]


def explain(words: Words) -> None:
    """What these figures are, and what they are not."""
    st.markdown(
        safe(
            words.say(
                "What documents state. Nothing here touches what is recorded: the two stand "
                "beside each other, and a difference between them is shown on the overview."
            )
        )
    )


def named(words: Words, rows: Sequence[Row], subjects: pd.DataFrame) -> list[Row]:
    """The rows with ``of``: what a figure is stated of, a mediator's post by its place.

    ``subjects``: what figures of the selection can be stated of.
    """
    names = names_of(words, subjects)
    return [row | {"of": names.get(row["subject"], words.say("a mediator's post"))} for row in rows]


def names_of(words: Words, subjects: pd.DataFrame) -> dict[str, str]:
    """Each subject by its name; of posts alone the place, whoever holds them."""
    rows = subjects.to_dict("records")
    posts = {str(r["subject"]): _post(words, r) for r in rows if r["scope"] == FigureScope.POST}
    others = {str(r["subject"]): _title(words, r) for r in rows if r["scope"] != FigureScope.POST}
    return others | told_apart(words, posts)


def show(words: Words, rows: Sequence[Row], chosen: Filters) -> None:
    """The round's own figures first, then those of activities, then of mediators' posts."""
    if not rows:
        nothing = words.say("No document known here states a figure of this round.")
        add = words.say("Add one below.") if data.may(Right.KEEP_RECORDS) else ""
        st.info(safe(f"{nothing} {add}"))
        return
    heading = ""
    for row in rows:
        of = _heading(row, chosen)
        if of != heading:
            heading = of
            st.subheader(safe(heading), anchor=False)
        _entry(words, row)
    headings = {
        "round": words.say("Round"),
        "subject": words.say("Of what"),
        "figure": words.say("Figure"),
        "kind": words.say("Kind"),
        "value": words.say("Value"),
        "leads": words.say("Leads"),
        "source": words.say("Source"),
        "note": words.say("Note"),
        "origin": words.say("Where from"),
    }
    tables.download(words, pd.DataFrame([_line(words, row) for row in rows]), headings)


def value(words: Words, row: Row) -> str:
    """The number with what qualifies it, and the country if it is not Latvia."""
    qualified = QUALIFIERS[row["qualifier"]]
    number = words.say(qualified, value=words.number(int(row["value"])))
    return number if row["country"] == "LV" else f"{number} ({row['country']})"


def _title(words: Words, row: Row) -> str:
    if row["scope"] == FigureScope.ROUND:
        return words.say("the round")
    return words.pick(row, "title")


def _post(words: Words, row: Row) -> str:
    if not row["place"]:
        return words.say("a mediator's post without a municipality")
    return words.say("a mediator's post, {place}", place=row["place"])


def _heading(row: Row, chosen: Filters) -> str:
    name = row["of"][:1].upper() + row["of"][1:]
    return name if chosen.round else f"{row['round']}: {name}"


def _entry(words: Words, row: Row) -> None:
    figure = words.code(FIGURES, row["figure"])
    st.markdown(f"{safe(figure)}: **{safe(value(words, row))}**")
    details = [
        words.code(FIGURE_KINDS, row["kind"]).lower(),
        "" if row["is_leading"] else words.say("another document leads"),
        "" if row["origin"] == Origin.FACT else words.code(ROW_ORIGINS, row["origin"]),
        citation(words, row),
        words.pick(row, "note"),
    ]
    st.caption(safe(" · ".join(part for part in details if part)))


def _line(words: Words, row: Row) -> dict[str, str]:
    return {
        "round": row["round"],
        "subject": row["of"],
        "figure": words.code(FIGURES, row["figure"]),
        "kind": words.code(FIGURE_KINDS, row["kind"]),
        "value": value(words, row),
        "leads": words.say("yes") if row["is_leading"] else words.say("no"),
        "source": citation(words, row),
        "note": words.pick(row, "note"),
        "origin": words.code(ROW_ORIGINS, row["origin"]),
    }
