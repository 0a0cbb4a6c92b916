"""One post: when and where it is held, what belongs to it, and its upkeep."""

from typing import Any

import pandas as pd
import streamlit as st

from data_access import mediators
from data_access.filters import Filters
from pages.mediators import families, gaps, kept, labels, listing, posts, stated, trainings
from pages.shared import data, filters, forms, looks, reach
from pages.shared.words import Words, safe

Row = dict[Any, Any]


def unknown(words: Words) -> None:
    """An address that names no post that the reader sees."""
    _back(words)
    st.title(words.say("Post not found"), anchor=False)
    gone = words.say("No post has this address. It may have been removed.")
    st.info(safe(f"{gone} {reach.beyond(words)}"))


def show(words: Words, row: Row, chosen: Filters) -> None:
    """The page of one post, whatever round or days are chosen beside it."""
    of_round = Filters(round=str(row["round"]), look=chosen.look)
    found = data.frame(mediators.listed, of_round)
    named = labels.of_posts(words, found, of_round)
    _back(words)
    number = int(row["id"])
    title = words.say("{place}, round {code}", place=named[number], code=row["round"])
    st.title(safe(title), anchor=False)
    looks.say(words, chosen)
    forms.outcome(words, f"post-add-{row['round']}")
    if text := labels.made_up(words, found[found["id"] == number]):
        st.markdown(f"**{safe(text)}**")
    st.markdown(safe(" · ".join(listing.details(words, row, named))))
    _others(words, row, found, named)
    if kept.may_change(row) and kept.is_closed(str(row["round"])):
        st.caption(words.say("The round is closed: this post stays as it is."))
    gaps.show(words, row)
    trainings.of_post(words, row)
    families.of_post(words, row)
    stated.of_post(words, row)
    if kept.is_kept(row):
        posts.correct(words, row, named)
    posts.changes(words, row, named)


def _back(words: Words) -> None:
    st.page_link(
        "mediators/page.py", label=words.say("← All posts"), query_params=filters.address()
    )


def _others(words: Words, row: Row, found: pd.DataFrame, named: labels.Labels) -> None:
    """The posts that stand in for this one, and the mediator's other posts, each a link."""
    for other in found[found["substitutes"] == row["id"]]["id"]:
        label = words.say("For it stands in: {post}", post=named[int(other)])
        _link(label, int(other))
    every = Filters()
    known = data.frame(mediators.listed, every)
    names = labels.of_posts(words, known, every)
    for other in known[(known["holder"] == row["holder"]) & (known["id"] != row["id"])]["id"]:
        _link(words.say("Held by the same mediator: {post}", post=names[int(other)]), int(other))


def _link(label: str, post: int) -> None:
    address = filters.address(post=str(post))
    st.page_link("mediators/page.py", label=safe(label), query_params=address)
