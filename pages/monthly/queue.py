"""The reports that wait: of which post and month, until when, and the way to each."""

from typing import Any

import streamlit as st

from data_access import monthly
from data_access.filters import Filters
from pages.monthly import labels, upload
from pages.monthly.known import Posts
from pages.shared import data, outcome
from pages.shared.posts import called
from pages.shared.words import Words, safe

Row = dict[Any, Any]


def show(words: Words, chosen: Filters, posts: Posts) -> None:
    """One entry a report, the earliest to be deleted first."""
    st.header(words.say("Reports that wait"), anchor=False)
    asked = Filters(round=chosen.round)
    found = data.match(lambda connection, reader: monthly.waiting(connection, reader, asked))
    if found.empty:
        st.info(words.say("No report waits."))
        return
    for row in found.to_dict("records"):
        _entry(words, row, posts)


def _entry(words: Words, row: Row, posts: Posts) -> None:
    number = int(row["report"])
    with st.container(border=True):
        st.markdown(f"**{safe(title(words, row, posts))}**")
        told = [
            words.say("received on {moment}", moment=words.moment(row["received_at"])),
            words.say("kept until {day}", day=words.date(row["delete_on"].date())),
        ]
        if row["is_made_up"]:
            told.append(words.say("a trial among made-up rows"))
        st.caption(safe(" · ".join(told)))
        if number == upload.chosen():
            st.caption(words.say("It is open above."))
        else:
            st.button(
                words.say("Open this report"),
                key=f"monthly-open-{number}",
                on_click=_open,
                args=(number,),
            )


def title(words: Words, row: Row, posts: Posts) -> str:
    """The post and the month of a report, as far as it says them."""
    month = labels.month(words, row["month"])
    if row["round"] is None:
        return f"{words.say('post not stated')} · {month}"
    post = posts.get(int(row["post"]))
    return f"{called(words, row, Filters()) if post is None else post.called} · {month}"


def _open(number: int) -> None:
    outcome.forget()
    st.query_params[upload.ADDRESS] = str(number)
