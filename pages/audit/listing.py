"""The entries that match, the latest first: some on screen, all of them as a file."""

import secrets
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from data_access import audit
from data_access.access import Reader
from data_access.audit import Narrowing
from data_access.door import Door
from pages.audit import wording
from pages.shared import data, tables
from pages.shared.words import Words, safe

Row = Mapping[Any, Any]

STEP = 50
SHOWN, SHOWN_OF = "audit-shown", "audit-shown-of"


def show(words: Words, narrowing: Narrowing) -> None:
    """The table, a button for earlier entries, and the file."""
    number = data.look(lambda connection, reader: audit.number(connection, reader, narrowing))
    if not number:
        st.info(words.say("No entry matches all of this. Choose less, or other days."))
        return
    shown = _how_many(narrowing)
    try:
        rows = data.look(lambda c, reader: audit.events(c, reader, narrowing, shown))
    except audit.LogUnreadable:
        st.error(
            words.say(
                "An entry cannot be read, so somebody has been at the log. Reading it through, "
                "above, says which entry it is."
            )
        )
        return
    if narrowing != Narrowing():
        st.markdown(safe(words.count("{n} entry matches.", "{n} entries match.", number)))
    tables.show(_table(words, rows), _headings(words))
    if number > len(rows):
        _offer_more(words, len(rows), number)
    _download(words, narrowing)


def _how_many(narrowing: Narrowing) -> int:
    """As many as were asked for; other choices begin anew."""
    if st.session_state.get(SHOWN_OF) != narrowing:
        st.session_state[SHOWN_OF], st.session_state[SHOWN] = narrowing, STEP
    return int(st.session_state[SHOWN])


def _offer_more(words: Words, shown: int, number: int) -> None:
    told = words.say(
        "The latest {shown} of {all} are shown; the download has all of them.",
        shown=words.number(shown),
        all=words.number(number),
    )
    st.caption(safe(told))
    st.button(words.say("Show earlier entries"), key="audit-more", on_click=_more)


def _more() -> None:
    st.session_state[SHOWN] += STEP


def _headings(words: Words) -> dict[str, str]:
    return {
        "number": words.say("No."),
        "moment": words.say("When"),
        "actor": words.say("Who"),
        "action": words.say("What was done"),
        "subject": words.say("To what"),
        "reason": words.say("Why"),
        "details": words.say("Details"),
    }


def _table(words: Words, rows: pd.DataFrame) -> pd.DataFrame:
    lines = [_line(words, row) for row in rows.to_dict("records")]
    return pd.DataFrame(lines, columns=[*_headings(words), "code", "hash"])


def _line(words: Words, row: Row) -> dict[str, str]:
    return {
        "number": str(row["sequence"]),
        "moment": wording.moment(words, row["happened_at"]),
        "actor": wording.actor(words, row["actor"]),
        "action": wording.action(words, row["action"]),
        "subject": wording.subject(words, row["subject_table"], row["subject_id"]),
        "reason": row["reason"] or wording.NOTHING,
        "details": wording.details(words, row["details"]),
        "code": row["action"],
        "hash": row["hash"],
    }


def _download(words: Words, narrowing: Narrowing) -> None:
    """The file is written when somebody asks for it: a log may be long."""
    write = partial(_as_file, words, data.door(), data.reader(), narrowing, _notes(words))
    st.download_button(
        words.say("Download as CSV"),
        data=write,
        file_name=f"{secrets.token_hex(8)}.csv",
        mime="text/csv",
        key="audit-download",
        on_click="ignore",
    )


def _notes(words: Words) -> Sequence[str]:
    latest = data.look(audit.head)
    told = words.say("Latest number and hash of the log: {head}.", head=latest)
    return [told]


def _as_file(
    words: Words, door: Door, reader: Reader, narrowing: Narrowing, notes: Sequence[str]
) -> bytes:
    with door.asking(reader) as connection:
        rows = audit.events(connection, reader, narrowing)
    headings = _headings(words) | {"code": words.say("Code"), "hash": words.say("Hash")}
    return tables.as_csv(_table(words, rows), headings, *notes)
