"""What documents report of posts: figures of one post, and a line of an earlier report's table."""

from typing import Any

import streamlit as st

from data_access import figures, mediators
from data_access.filters import Filters
from data_access.mediators import STATED
from pages.mediators import kept, labels, posts
from pages.shared import data, filters, sources
from pages.shared.data import Values
from pages.shared.fields import Field, Kind
from pages.shared.figures import citation
from pages.shared.vocabulary import FIGURES, QUALIFIER_NAMES, QUALIFIERS
from pages.shared.words import Words, mark, safe

Row = dict[Any, Any]
REPORTED = {"kind": "reported", "country": "LV"}
LEFT_OUT = ("substitutes", "hours_per_week")
"""Fields of a post that a line of a report's table does not have."""


def of_post(words: Words, post: Row) -> None:
    """The figures that documents report of the post, with a form for one more."""
    st.header(words.say("Reported figures"), anchor=False)
    st.markdown(words.say("What documents state of this post; nothing recorded is made of it."))
    code, number = str(post["round"]), int(post["id"])
    rows = _stated(code, f"post:{number}")
    for row in rows:
        st.markdown(safe(f"{words.code(FIGURES, row['figure'])}: {_value(words, row)}"))
        st.caption(safe(citation(words, row)))
    if not rows:
        st.caption(words.say("No document known here states a figure of this post."))
    if rows:
        link = words.say("Reported figures: correct one of these")
        st.page_link("reported/page.py", label=link, query_params=filters.address(round=code))
    if kept.is_kept(post):
        _add(words, code, number)


def add_line(words: Words, chosen: Filters, named: labels.Labels) -> None:
    """A form for a line of an earlier report's table: a town's mediator with its figures."""
    code = chosen.round
    if code is None or not kept.may_add(code):
        return
    name = f"line-add-{code}"
    of_a_post = [
        field for field in posts.fields_of(words, code, None, named) if field.name not in LEFT_OUT
    ]
    stated = [Field(of.value, FIGURES[of.value], Kind.NUMBER) for of in STATED]
    with st.expander(words.say("Enter a line of an earlier report's table"), key=f"{name}-open"):
        text = words.say(
            "One town after another: each line adds a post with what the document reports of it. "
            "Months and families stay reported figures; nothing recorded is made of them."
        )
        st.markdown(safe(text))
        kept.add(
            words,
            name,
            [*of_a_post, *stated, *_cited(words)],
            {"precision": "day", "qualifier": "exact", "source": _last_source(code)},
            lambda connection, reader, values: mediators.add_line(
                connection, reader, code, posts.numbered(values)
            ),
            submit=words.say("Add the line"),
        )


def _add(words: Words, code: str, post: int) -> None:
    named = {figure.value: words.code(FIGURES, figure) for figure in STATED}
    fields = [
        Field("figure", mark("Figure"), Kind.CHOICE, named, required=True),
        Field("value", mark("Value"), Kind.NUMBER, required=True),
        *_cited(words),
    ]

    def store(connection: Any, reader: Any, values: Values) -> object:
        stated = values | REPORTED | {"subject": f"post:{post}"}
        return figures.add(connection, reader, code, stated)

    with st.expander(words.say("Add a reported figure"), key=f"figure-add-{post}-open"):
        row = {"qualifier": "exact", "source": _last_source(code)}
        kept.add(
            words, f"figure-add-{post}", fields, row, store, submit=words.say("Add the figure")
        )


def _cited(words: Words) -> list[Field]:
    qualifiers = {code: words.code(QUALIFIER_NAMES, code) for code in QUALIFIER_NAMES}
    return [
        Field("qualifier", mark("How firmly it is stated"), Kind.CHOICE, qualifiers, required=True),
        *sources.citation(words, required=True),
    ]


def _last_source(code: str) -> str | None:
    """The document that was cited last for a post of the round: most likely the same again."""
    cited = [row for row in _stated(code) if row["source"]]
    return max(cited, key=lambda row: int(row["id"]))["source"] if cited else None


def _stated(code: str, subject: str = "post:") -> list[Row]:
    """What documents state of the round's posts, or of one."""
    rows = data.frame(figures.kept, Filters(round=code)).to_dict("records")
    is_one = not subject.endswith(":")
    return [
        row
        for row in rows
        if (row["subject"] == subject if is_one else row["subject"].startswith(subject))
    ]


def _value(words: Words, row: Row) -> str:
    qualified = QUALIFIERS[row["qualifier"]]
    return words.say(qualified, value=words.number(int(row["value"])))
