"""Monthly reports of mediators: the workbook to fill in, a file in, questions, history."""

import streamlit as st

from data_access.access import Right
from data_access.filters import Filters
from pages.monthly import history, known, queue, report, template, upload
from pages.shared import data, filters, frame, outcome, reach
from pages.shared.words import Words, safe

data.require(Right.KEEP_RECORDS)
words = filters.words()
chosen = filters.chosen()


def work_on(words: Words, chosen: Filters) -> None:
    """The workbook out and a file in; a report that is open stands before them."""
    slot = st.container()
    posts, number = known.posts(words, chosen), upload.chosen()
    head, ways = st.container(), (st.container(), st.container())
    with ways[0] if number is None else ways[1]:
        offer(words, posts)
    with ways[1] if number is None else ways[0]:
        upload.take(words)
    with slot:
        outcome.show(words, upload.PLACE)
    if number is not None:
        with head:
            report.show(words, number, posts)
    queue.show(words, chosen, posts)
    history.show(words, chosen, posts)


def offer(words: Words, posts: known.Posts) -> None:
    """The workbook, or why there is none."""
    st.header(words.say("Workbook to fill in"), anchor=False)
    if posts:
        template.offer(words, posts)
    else:
        say_no_post(words)


def say_no_post(words: Words) -> None:
    """Where posts are added, or that the role reaches none."""
    if reach.is_limited(Right.KEEP_RECORDS):
        st.info(words.say("Your role keeps no records of this round. Choose another one."))
        return
    text = words.say(
        "No mediator's post is recorded in this round yet. Add the posts first: a report belongs "
        "to a post and a month."
    )
    st.info(safe(text))
    st.page_link("mediators/page.py", label=words.say("Mediators"), query_params=filters.address())


st.title(words.say("Monthly reports"), anchor=False)
if data.round_titles():
    work_on(words, chosen)
else:
    frame.say_how_to_begin(words)
