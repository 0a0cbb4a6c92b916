"""The workbook to fill in: of which post and month, and what stands in it already."""

import datetime as dt

import streamlit as st

from data_access import monthly
from data_access.caseloads import MonthStatus
from data_access.filters import Filters
from pages.monthly import known, labels
from pages.monthly.known import Post, Posts
from pages.shared import choices, data, filters
from pages.shared.words import Words, mark, safe

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TOLD: dict[str, str] = {
    MonthStatus.RECORDED: mark("recorded"),
    MonthStatus.WAITING: mark("waiting"),
    MonthStatus.MISSING: mark("missing"),
    MonthStatus.GAP: mark("no mediator all month"),
    MonthStatus.RUNNING: mark("the month is not over"),
}
"""What became of the report of a month."""


def offer(words: Words, posts: Posts) -> None:
    """Choose the post and the month, and take the workbook."""
    st.markdown(
        words.say(
            "The workbook is made for one post and one month. The post, the month and the families "
            "whose cases are open are filled in; the mediator adds hours worked, new families, "
            "contacts and trainings, choosing from lists. It has no room for names or free text."
        )
    )
    post = _choose_post(words, posts)
    if not post.months:
        st.info(words.say("This post has not begun yet, so no month can be reported."))
        return
    month = _choose_month(words, post)
    if post.is_made_up:
        st.caption(words.say("This post is made up (sample)."))
    if known.is_closed(post.round):
        say_closed(words, post.round)
    _download(words, post, month)


def say_closed(words: Words, round_: str) -> None:
    """What a closed round does not take, and where it can be opened."""
    st.info(
        words.say(
            "Round {round} is closed: it takes no report. It can be opened again under Rounds.",
            round=round_,
        )
    )
    st.page_link(
        "rounds/page.py", label=words.say("Rounds"), query_params=filters.address(round=round_)
    )


def _choose_post(words: Words, posts: Posts) -> Post:
    """Any post, by the name of its place; at first one of which a report is missing."""
    order = words.sort({post.called for post in posts.values()})
    listed = sorted(posts.values(), key=lambda post: (order.index(post.called), post.number))
    named = {str(post.number): post.called for post in listed}
    first = next((str(post.number) for post in listed if post.is_owing), next(iter(named)))
    return posts[int(choices.choice("post", words.say("Post"), named, first, as_list=True))]


def _choose_month(words: Words, post: Post) -> dt.date:
    """Any month of the post, the latest first; at first the earliest that is missing."""
    named = {
        f"{month:%Y-%m}": _called(words, month, post.months[month])
        for month in sorted(post.months, reverse=True)
    }
    first = f"{post.wanted or max(post.months):%Y-%m}"
    chosen = choices.choice("month", words.say("Month"), named, first, as_list=True)
    return dt.date.fromisoformat(f"{chosen}-01")


def _called(words: Words, month: dt.date, status: str) -> str:
    name = labels.month(words, month)
    return f"{name} · {words.code(TOLD, status)}" if status in TOLD else name


def _download(words: Words, post: Post, month: dt.date) -> None:
    """The workbook is made once it is asked for."""
    label = words.say(
        "Workbook for {post}, {month}", post=post.called, month=labels.month(words, month)
    )
    name = words.say("monthly-report")
    st.download_button(
        safe(label),
        data=lambda: data.ask(monthly.template, Filters(), post.number, month),
        file_name=f"{name}-{post.number}-{month:%Y-%m}.xlsx",
        mime=WORKBOOK,
        key="monthly-template",
        on_click="ignore",
    )
