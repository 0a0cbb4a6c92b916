"""How a figure is written: its number with what qualifies it, or why there is none; its source."""

from collections.abc import Iterable, Mapping, Sequence
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


def citation(words: Words, row: Row, of: str = "") -> str:
    """The source by its title, and where in it; ``of`` names a part of the row with its own."""
    title = words.pick(row, f"{of}source")
    if not title:
        return words.say("source not stated")
    locator = row.get(f"{of}locator")
    return f"{title} – {locator}" if locator else title


def citations(words: Words, rows: Iterable[Row]) -> str:
    """All sources of several rows, each once, as one line; says so where none is stated."""
    cited = dict.fromkeys(citation(words, row) for row in rows if row["source_lv"])
    named = "; ".join(cited) or words.say("source not stated")
    return words.say("Source: {source}", source=named)


def source_on_demand(
    words: Words, rows: Sequence[Row], key: str, *, by_round: bool = False
) -> None:
    """A button that opens what the figure means and where it stands, where a source states it."""
    cited = [row for row in rows if row["source_lv"]]
    if not cited:
        return
    with st.popover(words.say("Source"), key=key, width="content"):
        for row in cited:
            name = words.code(FIGURES, row["figure"])
            name = f"{row['round']}, {name}" if by_round else name
            st.markdown(f"**{safe(name)}: {safe(written(words, row))}**")
            st.caption(safe(citation(words, row)))
            if note := words.pick(row, "note"):
                st.markdown(safe(note))
            if row.get("address"):
                st.link_button(words.say("Open the source"), row["address"])
