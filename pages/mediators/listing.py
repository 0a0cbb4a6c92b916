"""The posts of a round one below the other, each a link to its own page."""

from typing import Any

import pandas as pd
import streamlit as st

from data_access import mediators
from data_access.filters import Filters
from data_access.rules import Origin
from pages.mediators import kept, labels, strip
from pages.shared import data, filters, reach
from pages.shared.words import Words, safe

Row = dict[Any, Any]


def show(words: Words, found: pd.DataFrame, named: labels.Labels, chosen: Filters) -> None:
    """The picture of the posts, then a link and what hangs on each; in no order of merit."""
    if found.empty:
        _nothing_found(words, named, chosen)
        return
    if text := labels.made_up(words, found):
        st.markdown(f"**{safe(text)}**")
    st.markdown(safe(words.count("{n} post", "{n} posts", len(found))))
    strip.show(words, found, data.frame(mediators.gaps_of_posts, chosen), named, chosen)
    heading = ""
    for row in found.to_dict("records"):
        if chosen.round is None and row["round"] != heading:
            heading = str(row["round"])
            st.subheader(safe(words.say("Round {code}", code=heading)), anchor=False)
        _entry(words, row, named)
    _say_undated(words, chosen)


def details(words: Words, row: Row, named: labels.Labels) -> list[str]:
    """What is known of a post, and how much hangs on it."""
    waiting, stated = int(row["months_waiting"]), int(row["figures"])
    counted = [
        *_cases(words, row),
        words.count("{n} month reported", "{n} months reported", int(row["months_reported"])),
        _if_any(words.count("{n} report waits", "{n} reports wait", waiting), waiting),
        _if_any(words.count("{n} gap", "{n} gaps", int(row["gaps"])), row["gaps"]),
        _if_any(words.count("{n} reported figure", "{n} reported figures", stated), stated),
    ]
    told = [
        labels.held(words, row),
        labels.hours_a_week(words, row),
        labels.stands_in(words, row, named),
        *counted,
        _if_any(labels.came_from(words, row), row["origin"] != Origin.ENTERED),
    ]
    return [part for part in told if part]


def _cases(words: Words, row: Row) -> list[str]:
    """Families and open cases; where no case is recorded there are none to count."""
    if pd.isna(row["cases"]):
        return [words.say("no case recorded yet")]
    return [
        words.count("{n} family", "{n} families", int(row["families"])),
        words.count("{n} open case", "{n} open cases", int(row["cases_open"])),
    ]


def _entry(words: Words, row: Row, named: labels.Labels) -> None:
    with st.container(border=True):
        st.page_link(
            "mediators/page.py",
            label=safe(named[int(row["id"])]),
            query_params=filters.address(post=str(row["id"])),
        )
        st.caption(safe(" · ".join(details(words, row, named))))


def _if_any(text: str, number: Any) -> str:
    return text if int(number) else ""


def _nothing_found(words: Words, named: labels.Labels, chosen: Filters) -> None:
    if named:
        nothing = words.say("No post was held within these days. Clear the days to see all.")
        st.info(safe(f"{nothing} {reach.beyond(words)}"))
        _say_undated(words, chosen)
        return
    nothing = words.say("No mediator's post of this round is recorded here yet.")
    add = words.say("Add one below.") if kept.may_add(chosen.round) else ""
    st.info(safe(" ".join(filter(None, (nothing, add, reach.beyond(words))))))


def _say_undated(words: Words, chosen: Filters) -> None:
    if not (chosen.start or chosen.end):
        return
    if undated := data.ask(mediators.undated, chosen):
        text = words.count(
            "{n} post without stated days is left out by the chosen ones.",
            "{n} posts without stated days are left out by the chosen ones.",
            undated,
        )
        st.caption(safe(text))
