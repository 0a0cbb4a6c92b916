"""What comes back round after round: entries that repeat each other, or were carried on."""

from typing import Any

import pandas as pd
import streamlit as st

from data_access import recommendations
from data_access.filters import Filters
from data_access.recommendations import Part, Wanted
from pages.recommendations import charts, listing, narrowing
from pages.shared import data, tables
from pages.shared.recommendations import made_up_badge
from pages.shared.vocabulary import STATUSES
from pages.shared.words import Words, safe

Row = dict[Any, Any]
Frame = pd.DataFrame


def show(words: Words, chosen: Filters, wanted: Wanted) -> None:
    """A row of dots a chain, the longest first; then each with its wording and a way to it."""
    one = data.frame(recommendations.returning, chosen, wanted, Part(1))
    number = 0 if one.empty else int(one["chains"].iloc[0])
    if not number:
        st.header(words.say("Nothing has come back"), anchor=False)
        text = words.say(
            "No entry repeats an earlier one, and none was carried into a later round."
        )
        st.markdown(safe(text))
        return
    title = words.count(
        "{n} recommendation has come back; it was asked {times}",
        "{n} recommendations have come back; one was asked {times}",
        number,
        times=_times(words, one["times"].iloc[0]),
    )
    st.header(safe(title), anchor=False)
    sentence = words.say(
        "Entries that repeat each other are one row, and so is an entry carried into later rounds. "
        "The status is that of the latest entry on {day}.",
        day=words.date(wanted.day),
    )
    st.markdown(safe(sentence))
    at_once = listing.CARDS_AT_ONCE
    part = Part(at_once, at_once * listing.sheet(words, number))
    rows = _told(words, data.frame(recommendations.returning, chosen, wanted, part))
    _draw(words, rows)
    headings = {
        "first": words.say("First"),
        "last": words.say("Latest"),
        "rounds": words.say("Rounds"),
        "times_label": words.say("How often"),
        "status": words.say("Status"),
        "text": words.say("What is asked"),
    }

    def all_rows() -> Frame:
        return pd.DataFrame(_told(words, data.frame(recommendations.returning, chosen, wanted)))

    _list(words, rows)
    tables.download(words, all_rows, headings, sentence)


def _list(words: Words, rows: list[Row]) -> None:
    """The wording of each, and a way to it."""
    for row in rows:
        with st.container(border=True):
            st.page_link(
                "recommendations/page.py",
                label=safe(row["last"]),
                query_params=narrowing.address(recommendation=row["last"]),
            )
            badge = made_up_badge(words) if row["is_made_up"] else ""
            st.markdown(f"{badge}{safe(row['text'])}")


def _draw(words: Words, rows: list[Row]) -> None:
    rounds = list(data.round_titles())
    drawn = [
        row
        | {"row": at, "first_round": row["asked"][0], "last_round": row["asked"][-1]}
        | {"lines": f"{row['named']}\n{row['status']}"}
        for at, row in enumerate(rows)
    ]
    dots = [
        {"row": row["row"], "round": code, "told": row["told"]}
        for row in drawn
        for code in row["asked"]
    ]
    listed = "; ".join(row["told"] for row in rows)
    alt_text = words.say("Recommendations that came back. {list}.", list=listed)
    shown = pd.DataFrame(drawn)[["row", "lines", "first_round", "last_round"]]
    locale = words.chart_locale()
    st.altair_chart(charts.came_back(shown, pd.DataFrame(dots), rounds, locale, alt_text))


def _told(words: Words, answer: Frame) -> list[Row]:
    return [_line(words, row) for row in answer.to_dict("records")]


def _line(words: Words, row: Row) -> Row:
    times = _times(words, row["times"])
    same = row["first"] == row["last"]
    named = row["first"] if same else f"{row['first']} → {row['last']}"
    status = words.code(STATUSES, row["status"])
    return {
        "first": row["first"],
        "last": row["last"],
        "rounds": row["rounds"],
        "asked": row["rounds"].split(", "),
        "named": f"{named} · {times}",
        "times_label": words.number(int(row["times"])),
        "status": status,
        "text": words.pick(row, "text"),
        "is_made_up": row["is_made_up"],
        "told": f"{named}: {row['rounds']}, {times}, {status}",
    }


def _times(words: Words, number: int) -> str:
    return words.count("{n} time", "{n} times", int(number))
