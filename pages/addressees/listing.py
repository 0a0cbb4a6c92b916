"""Every institution that entries address: how many are open, waiting and overdue."""

import textwrap
from typing import Any

import pandas as pd
import streamlit as st

from data_access.recommendations import Wanted
from data_access.rules import latvian_key
from pages.addressees import charts
from pages.addressees.wording import COUNTED, called, counted, in_words
from pages.shared import filters, tables
from pages.shared.recommendations import day
from pages.shared.words import Words, safe

Row = dict[Any, Any]
NOT_STATED = "not_stated"
LINE_LENGTH = 50
DRAWN_AT_MOST = 40
RANKS = {part: rank for rank, part in enumerate(COUNTED)}


def nothing_here(words: Words) -> None:
    """A register without entries, and what to do."""
    st.info(words.say("The register holds no entry yet, so nobody owes anything."))


def unknown(words: Words) -> None:
    """An address that names no institution."""
    st.info(words.say("No institution has this address. Below are all that entries address."))


def show(words: Words, found: pd.DataFrame, wanted: Wanted) -> None:
    """The picture with its table, then a link to each institution's own page."""
    rows = sorted(found.to_dict("records"), key=lambda row: _place(words, row))
    note = _note(words, found, wanted)
    st.markdown(
        safe(
            words.say(
                "Over all rounds: what is asked of an institution does not end with a round. An "
                "entry counts under each of its addressees."
            )
        )
    )
    st.markdown(safe(note))
    _picture(words, rows, note)
    st.header(words.say("What each one owes"), anchor=False)
    for row in rows:
        _link(words, row, wanted)


def _picture(words: Words, rows: list[Row], note: str) -> None:
    """Bars of those for whom something is open; the table has all."""
    drawn = [row for row in rows if row["open"]][:DRAWN_AT_MOST]
    kinds = {part: words.code(COUNTED, part) for part in COUNTED}
    if drawn:
        listed = "; ".join(f"{called(words, row)}: {in_words(words, row)}" for row in drawn)
        alt_text = words.say("What institutions owe, in entries. {list}.", list=listed)
        shown = pd.DataFrame([_named(words, row) for row in drawn])
        parts = pd.DataFrame([part for row in drawn for part in _parts(words, row)])
        st.altair_chart(charts.owed(shown, parts, kinds, words.chart_locale(), alt_text))
    left_out = sum(1 for row in rows if row["open"]) - len(drawn)
    if left_out:
        number = words.number(left_out)
        st.info(words.say("{number} more are in the table and in the list.", number=number))
    headings = {
        "label": words.say("Addressee"),
        "entries": words.say("Entries"),
        "open": words.say("Still open"),
        "overdue": words.say("Overdue"),
        "waiting": words.say("Waiting for the Council"),
        "next_deadline": words.say("Next deadline"),
        "last_report": words.say("Latest report"),
    }
    tables.behind(words, lambda: pd.DataFrame([_line(words, row) for row in rows]), headings, note)


def _named(words: Words, row: Row) -> Row:
    name = textwrap.shorten(called(words, row), LINE_LENGTH, placeholder=" …")
    return {"code": row["institution"], "name": name, "in_words": in_words(words, row)}


def _parts(words: Words, row: Row) -> list[Row]:
    return [
        {
            "code": row["institution"],
            "label": called(words, row),
            "part": words.code(COUNTED, part),
            "rank": RANKS[part],
            "entries": number,
            "entries_label": words.number(number),
        }
        for part, number in counted(row).items()
    ]


def _line(words: Words, row: Row) -> dict[str, str]:
    numbers = ("entries", "open", "overdue", "waiting")
    return {name: words.number(int(row[name])) for name in numbers} | {
        "label": called(words, row),
        "next_deadline": _day(words, row["next_deadline"]),
        "last_report": _day(words, row["last_report"]),
    }


def _link(words: Words, row: Row, wanted: Wanted) -> None:
    st.page_link(
        "addressees/page.py",
        label=safe(called(words, row)),
        query_params=filters.address(institution=row["institution"], **wanted.to_query()),
    )
    next_one = words.say("next deadline: {day}", day=_day(words, row["next_deadline"]))
    st.caption(safe(f"{in_words(words, row)} · {next_one}"))


def _day(words: Words, value: Any) -> str:
    return words.say("none") if pd.isna(value) else day(words, value)


def _note(words: Words, found: pd.DataFrame, wanted: Wanted) -> str:
    told = words.say("As of {day}.", day=words.date(wanted.day))
    made_up = words.say("Made-up entries are among these.")
    return f"{told} {made_up}" if found["made_up"].sum() else told


def _place(words: Words, row: Row) -> tuple[bool, Any]:
    return row["institution"] == NOT_STATED, latvian_key(called(words, row))
