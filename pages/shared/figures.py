"""How a figure is written: its number with what qualifies it, or why there is none; its source."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from data_access.rules import Quality
from pages.shared.vocabulary import FIGURES, MISSING, QUALIFIERS
from pages.shared.words import Words, safe

Row = Mapping[Any, Any]


def written(words: Words, row: Row) -> str:
    """``230``, ``about 20``, ``not stated``, ``no rows yet``: never a zero that was not counted."""
    if row["quality"] != Quality.EXACT:
        return words.code(MISSING, row["quality"])
    qualifier = row.get("qualifier") or "exact"
    return words.say(QUALIFIERS[qualifier], value=words.number(int(row["value"])))


def citation(words: Words, row: Row) -> str:
    """The source by its title, and where in it."""
    title = words.pick(row, "source")
    if not title:
        return words.say("source not stated")
    return f"{title} – {row['locator']}" if row.get("locator") else title


def source_on_demand(words: Words, rows: Sequence[Row], key: str) -> None:
    """A button that opens what the figure means and where it stands, where a source states it."""
    cited = [row for row in rows if row["source_lv"]]
    if not cited:
        return
    with st.popover(words.say("Source"), key=key, width="content"):
        for row in cited:
            name = words.code(FIGURES, row["figure"])
            st.markdown(f"**{safe(name)}: {safe(written(words, row))}**")
            st.caption(safe(citation(words, row)))
            if note := words.pick(row, "note"):
                st.markdown(safe(note))
            if row.get("address"):
                st.link_button(words.say("Open the source"), row["address"])
