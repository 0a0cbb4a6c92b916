"""The figures that documents state, each with its source, and their download."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from data_access.filters import Filters
from data_access.rules import FigureScope, Origin
from pages.shared import tables
from pages.shared.figures import citation
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


def show(words: Words, rows: Sequence[Row], chosen: Filters) -> None:
    """The round's own figures first, then those of activities, then of mediators' posts."""
    if not rows:
        st.info(words.say("No document known here states a figure of this round. Add one below."))
        return
    heading = ""
    for row in rows:
        named = _heading(words, row, chosen)
        if named != heading:
            heading = named
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


def subject(words: Words, row: Row) -> str:
    """Of what a figure is stated."""
    if row["scope"] == FigureScope.ROUND:
        return words.say("the round")
    title = words.pick(row, "subject")
    return words.say("mediator {code}", code=title) if row["scope"] == FigureScope.POST else title


def value(words: Words, row: Row) -> str:
    """The number with what qualifies it, and the country if it is not Latvia."""
    qualified = QUALIFIERS[row["qualifier"]]
    number = words.say(qualified, value=words.number(int(row["value"])))
    return number if row["country"] == "LV" else f"{number} ({row['country']})"


def _heading(words: Words, row: Row, chosen: Filters) -> str:
    name = subject(words, row)
    name = name[:1].upper() + name[1:]
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
        "subject": subject(words, row),
        "figure": words.code(FIGURES, row["figure"]),
        "kind": words.code(FIGURE_KINDS, row["kind"]),
        "value": value(words, row),
        "leads": words.say("yes") if row["is_leading"] else words.say("no"),
        "source": citation(words, row),
        "note": words.pick(row, "note"),
        "origin": words.code(ROW_ORIGINS, row["origin"]),
    }
