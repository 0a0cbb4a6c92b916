"""For the coordinator: who has not reported, whose load is heavy, what is to be handed over."""

import pandas as pd
import streamlit as st

from data_access import caseloads
from data_access.filters import Filters
from pages.caseloads import handing_over, labels, loads, reports_due
from pages.shared import data, reach
from pages.shared.words import Words, safe


def show(words: Words, load: pd.DataFrame, posts: pd.DataFrame, chosen: Filters) -> None:
    """Three lists of what somebody has to do something about."""
    st.header(words.say("For the coordinator"), anchor=False)
    if limits := reach.limitation(words):
        st.caption(safe(limits))
    reports_due.show(words, data.frame(caseloads.missing, chosen), posts, chosen)
    _heavy(words, load, posts)
    handing_over.show(words, chosen)


def _heavy(words: Words, load: pd.DataFrame, posts: pd.DataFrame) -> None:
    st.subheader(words.say("Whose load is twice the median"), anchor=False)
    st.markdown(
        labels.told(words, f"{_named(words, load, posts)} {loads.median_told(words, load)}", load)
    )


def _named(words: Words, load: pd.DataFrame, posts: pd.DataFrame) -> str:
    """The posts of a heavy load; where there is no median, nobody is called so or not so."""
    if load["median"].isna().all():
        return ""
    named = labels.of_posts(words, posts)
    heavy = load[load["is_heavy"].fillna(value=False)].to_dict("records")
    if not heavy:
        return words.say("No post has a load of at least twice the median.")
    told = (f"{named[int(row['post'])]} ({loads.written(words, row['load'])})" for row in heavy)
    return words.say("A load of at least twice the median: {list}.", list="; ".join(told))
