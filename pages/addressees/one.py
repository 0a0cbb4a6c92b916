"""One institution: what it owes and what presses most."""

from typing import Any

import pandas as pd
import streamlit as st

from data_access import owed
from data_access.filters import Filters
from data_access.owed import Owes
from data_access.recommendations import Wanted
from data_access.rules import Origin
from pages.addressees import sending
from pages.addressees.wording import MEANINGS, OWES, role
from pages.shared import data, filters, past, tables
from pages.shared.recommendations import deadline, deadline_and_lateness, made_up_badge, why
from pages.shared.vocabulary import LATENESS, ORIGINS, STATUSES
from pages.shared.words import Words, safe

Row = dict[Any, Any]
NOBODY = "not_stated"
AT_ONCE = 20


def show(words: Words, code: str, institution: Row) -> None:
    """What it owes over all rounds; ``institution`` is empty for entries that name nobody."""
    wanted = Wanted.from_query(st.query_params.to_dict()).of_all()
    _begin(words, institution, wanted)
    past.as_of(words, wanted)
    found = data.frame(owed.owed, Filters(), code, wanted)
    if found.empty:
        _owes_nothing(words, institution)
        return
    _headline(words, found)
    for owes in Owes:
        _group(words, owes, found[found["owes"] == owes].to_dict("records"), wanted)
    _all_of_them(words, code, wanted)
    _download(words, found, wanted)
    if institution and wanted.as_of is None:
        sending.show(words, institution, found, wanted)


def _begin(words: Words, institution: Row, wanted: Wanted) -> None:
    st.page_link(
        "addressees/page.py",
        label=words.say("← All addressees"),
        query_params=filters.address(**wanted.to_query()),
    )
    if not institution:
        st.title(words.say("Nobody is named"), anchor=False)
        st.markdown(
            words.say("Entries that address no institution: the Council should settle who leads.")
        )
        return
    st.title(safe(words.pick(institution, "name")), anchor=False)
    if institution["origin"] == Origin.SAMPLE:
        st.warning(words.say("This institution is made up."))


def _owes_nothing(words: Words, institution: Row) -> None:
    if institution:
        st.info(words.say("It owes nothing: no open entry of the register addresses it."))
    else:
        st.info(words.say("Every open entry of the register addresses somebody."))


def _headline(words: Words, found: pd.DataFrame) -> None:
    numbers = found["owes"].value_counts()
    ahead = found[found["owes"] == Owes.DUE]["deadline"]
    told = {
        words.say("Still open"): words.number(len(found)),
        words.say("Overdue"): words.number(int(numbers.get(Owes.OVERDUE, 0))),
        words.say("Waiting for the Council"): words.number(int(numbers.get(Owes.WAITING, 0))),
        words.say("Next deadline"): (
            words.date(ahead.min().date()) if len(ahead) else words.say("none")
        ),
    }
    for column, (label, value) in zip(st.columns(len(told)), told.items(), strict=True):
        with column, st.container(border=True, height="stretch"):
            st.metric(label, value)
    invented = int(found["is_made_up"].sum())
    said = [words.say("Over all rounds.")]
    if invented:
        said.append(
            words.count(
                "{n} of these entries is made up.", "{n} of these entries are made up.", invented
            )
        )
    st.markdown(safe(" ".join(said)))


def _group(words: Words, owes: Owes, rows: list[Row], wanted: Wanted) -> None:
    if not rows:
        return
    st.header(safe(f"{words.code(OWES, owes)} ({words.number(len(rows))})"), anchor=False)
    st.caption(safe(words.code(MEANINGS, owes)))
    for row in rows[:AT_ONCE]:
        _card(words, row, wanted)
    if len(rows) > AT_ONCE:
        number = words.number(len(rows) - AT_ONCE)
        st.info(words.say("{number} more are in the file and in the register.", number=number))


def _card(words: Words, row: Row, wanted: Wanted) -> None:
    with st.container(border=True):
        part = f" · {role(words, row)}" if row["role"] else ""
        _entry_link(f"{row['reference']}{part}", row["reference"], wanted)
        badge = made_up_badge(words) if row["is_made_up"] else ""
        st.markdown(f"{badge}{safe(words.pick(row, 'text'))}")
        status = words.code(STATUSES, row["status"])
        st.markdown(f"**{safe(status)}.** {safe(why(words, row))}")
        told = deadline_and_lateness(words, row)
        st.caption(safe(words.say("Deadline: {deadline}.", deadline=told)))
        for other in row["repeats"]:
            _entry_link(words.say("Repeats {other}", other=other), other, wanted)


def _entry_link(label: str, reference: str, wanted: Wanted) -> None:
    st.page_link(
        "recommendations/page.py",
        label=safe(label),
        query_params=filters.address(recommendation=reference, **wanted.to_query()),
    )


def _all_of_them(words: Words, code: str, wanted: Wanted) -> None:
    st.page_link(
        "recommendations/page.py",
        label=words.say("All entries that address it, in the register")
        if code != NOBODY
        else words.say("All entries that name nobody, in the register"),
        query_params=filters.address(
            **{"round": filters.EVERY_ROUND, "addressee": code} | wanted.to_query()
        ),
    )


def _download(words: Words, found: pd.DataFrame, wanted: Wanted) -> None:
    headings = {
        "reference": words.say("No."),
        "owes": words.say("What is awaited"),
        "role": words.say("Its part"),
        "text": words.say("What is asked"),
        "deadline": words.say("Deadline"),
        "lateness": words.say("Lateness"),
        "status": words.say("Status"),
        "why": words.say("Why"),
        "repeats": words.say("Repeats"),
        "round": words.say("Round"),
        "origin": words.say("Origin"),
    }
    rows = found.to_dict("records")

    def made() -> pd.DataFrame:
        return pd.DataFrame([_line(words, row) for row in rows], columns=list(headings))

    note = words.say("As of {day}.", day=words.date(wanted.day))
    tables.download(words, made, headings, note)


def _line(words: Words, row: Row) -> dict[str, str]:
    return {
        "reference": row["reference"],
        "owes": words.code(OWES, row["owes"]),
        "role": role(words, row),
        "text": words.pick(row, "text"),
        "deadline": deadline(words, row),
        "lateness": words.code(LATENESS, row["lateness"]),
        "status": words.code(STATUSES, row["status"]),
        "why": why(words, row),
        "repeats": ", ".join(row["repeats"]),
        "round": row["round"],
        "origin": words.code(ORIGINS, row["origin"]),
    }
