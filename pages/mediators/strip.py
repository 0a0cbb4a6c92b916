"""When each post was held: a picture of strips with gaps, and the table behind it."""

import datetime as dt
import textwrap
from typing import Any

import pandas as pd
import streamlit as st

from data_access.clock import today
from data_access.filters import Filters
from pages.mediators import charts, labels
from pages.shared import looks, tables
from pages.shared.vocabulary import GAP_REASONS, MISSING
from pages.shared.words import Words, safe

Row = dict[Any, Any]
LINE_LENGTH = 54
STEPS = ((14, 1), (40, 3), (float("inf"), 12))
"""Up to how many months each one, each quarter or each year has its mark."""


def show(
    words: Words,
    posts: pd.DataFrame,
    gaps: pd.DataFrame,
    named: labels.Labels,
    chosen: Filters,
) -> None:
    """The posts one below the other, in the order of the list; no post's strip is a merit."""
    rows = posts.to_dict("records")
    if posts["starts_on"].notna().any():
        st.caption(
            safe(
                words.say(
                    "A paler strip stands in for another post; a white stretch with a broken "
                    "border is a gap. A post without a last day is drawn until today."
                )
            )
        )
        drawn = _strips(words, rows, gaps, named)
        said = words.say(
            "Posts and when they were held: {list}.", list=_told(words, rows, gaps, named)
        )
        made_up = labels.made_up(words, posts)
        note = words.say("Made-up posts (sample)") if made_up else ""
        alt_text = " ".join(filter(None, (made_up, said)))
        step = _step(drawn[0])
        st.altair_chart(charts.strips(*drawn, words.chart_locale(), alt_text, step=step, note=note))
    _table(words, posts, named, chosen)


def _strips(
    words: Words, rows: list[Row], gaps: pd.DataFrame, named: labels.Labels
) -> tuple[pd.DataFrame, pd.DataFrame]:
    strips = pd.DataFrame([_strip(words, row, named) for row in rows])
    by_post = {int(row["id"]): row for row in rows}
    stretches = [
        _stretch(words, gap, by_post[int(gap["post"])], named)
        for gap in gaps.to_dict("records")
        if int(gap["post"]) in by_post
    ]
    columns = ["key", "tip", "starts_on", "ends_on"]
    return strips, pd.DataFrame(stretches, columns=columns)


def _strip(words: Words, row: Row, named: labels.Labels) -> Row:
    details = [named[int(row["id"])], labels.held(words, row), labels.stands_in(words, row, named)]
    text = " · ".join(part for part in details if part)
    return {
        "key": str(row["id"]),
        "lines": "\n".join(textwrap.wrap(text, LINE_LENGTH, max_lines=2, placeholder=" …")),
        "tip": text,
        "starts_on": row["starts_on"],
        "ends_on": _day_after(row["ends_on"], row["starts_on"]),
        "is_substitute": not pd.isna(row["substitutes"]),
    }


def _stretch(words: Words, gap: Row, post: Row, named: labels.Labels) -> Row:
    held, reason = labels.held(words, gap), words.code(GAP_REASONS, gap["reason"])
    last: Any = post["ends_on"] if pd.isna(gap["ends_on"]) else gap["ends_on"]
    return {
        "key": str(gap["post"]),
        "tip": words.say(
            "{post}: gap {days}, {reason}",
            post=named[int(gap["post"])],
            days=held,
            reason=reason,
        ),
        "starts_on": gap["starts_on"],
        "ends_on": _day_after(last, gap["starts_on"]),
    }


def _day_after(last: Any, first: Any) -> Any:
    """Where a strip ends: behind its last day, or behind today where it goes on."""
    if pd.isna(first):
        return pd.NaT
    ends = max(pd.Timestamp(today()), first) if pd.isna(last) else last
    return ends + dt.timedelta(days=1)


def _step(strips: pd.DataFrame) -> int:
    span = strips["ends_on"].max() - strips["starts_on"].min()
    return next(step for most, step in STEPS if span.days / 30 <= most)


def _told(words: Words, rows: list[Row], gaps: pd.DataFrame, named: labels.Labels) -> str:
    stretches = gaps.to_dict("records")
    return "; ".join(
        ", ".join(
            [
                f"{named[int(row['id'])]}: {labels.held(words, row)}",
                *filter(None, [labels.stands_in(words, row, named)]),
                *(
                    words.say("gap {days}", days=labels.held(words, gap))
                    for gap in stretches
                    if gap["post"] == row["id"]
                ),
            ]
        )
        for row in rows
    )


def _table(words: Words, posts: pd.DataFrame, named: labels.Labels, chosen: Filters) -> None:
    headings = {
        "post": words.say("Post"),
        "held": words.say("Held"),
        "hours": words.say("Hours a week"),
        "substitutes": words.say("Stands in for"),
        "gaps": words.say("Gaps"),
        "trainings": words.say("Trainings"),
        "months_reported": words.say("Months reported"),
        "months_waiting": words.say("Reports waiting"),
        "families": words.say("Families"),
        "cases_open": words.say("Open cases"),
        "origin": words.say("Where from"),
    }
    rows = [_line(words, row, named) for row in posts.to_dict("records")]
    note = " ".join(filter(None, (looks.said(words, chosen), labels.made_up(words, posts))))
    tables.behind(words, pd.DataFrame(rows, columns=list(headings)), headings, note)


def _line(words: Words, row: Row, named: labels.Labels) -> dict[str, str]:
    counted = ("gaps", "trainings", "months_reported", "months_waiting", "families", "cases_open")
    other = row["substitutes"]
    return {
        "post": named[int(row["id"])],
        "held": labels.held(words, row),
        "hours": labels.hours(words, row["hours_per_week"]),
        "substitutes": "–" if pd.isna(other) else named.get(int(other), words.say("another post")),
        **{name: _number(words, row[name]) for name in counted},
        "origin": labels.came_from(words, row),
    }


def _number(words: Words, value: Any) -> str:
    """A number that was counted, or that there is nothing to count."""
    return words.code(MISSING, "no_data") if pd.isna(value) else words.number(int(value))
