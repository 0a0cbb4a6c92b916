"""Support outside mediation on screen: which families got what, and its upkeep."""

from typing import Any

import pandas as pd
import streamlit as st

from data_access import mediators
from data_access.access import Right
from data_access.filters import Filters
from data_access.mediators import support
from pages.mediators import families, kept, labels
from pages.shared import data, history, reach, tables
from pages.shared.fields import Field, Kind
from pages.shared.vocabulary import AREAS
from pages.shared.words import Words, mark, safe

Row = dict[Any, Any]
AT_MOST = 10
LABELS = {
    "area": mark("Area"),
    "given_on": mark("Day"),
    "institution": mark("Institution"),
}
HISTORY = {
    "family_id": mark("Family"),
    **{name: label for name, label in LABELS.items() if name != "institution"},
    "institution_id": LABELS["institution"],
}


def show(words: Words, chosen: Filters) -> None:
    """What families got without a mediator in the selection; forms for whoever keeps it."""
    st.header(words.say("Support outside mediation"), anchor=False)
    if not reach.sees_every_place(chosen.round):
        hidden = words.say(
            "Such support lies in no municipality, so it is hidden from your role. That says "
            "nothing of how much there is."
        )
        st.info(safe(hidden))
        return
    found = data.frame(mediators.supported, chosen)
    rows = found.to_dict("records")
    _list(words, found)
    if (chosen.start or chosen.end) and (without := data.ask(mediators.without_day, chosen)):
        text = words.count(
            "{n} entry without a stated day is left out by the chosen days.",
            "{n} entries without a stated day are left out by the chosen days.",
            without,
        )
        st.caption(safe(text))
    _add(words, chosen.round)
    _one(words, rows)
    if chosen.round is not None and not reach.is_limited():
        belonged = ("round_id", chosen.round)
        names = {"institution_id": _institutions(words)}
        history.show_removed(
            words, "family_support", belonged, HISTORY, {"area": AREAS}, names=names
        )


def _list(words: Words, found: pd.DataFrame) -> None:
    rows = found.to_dict("records")
    if not rows:
        st.markdown(words.say("No support outside mediation is recorded in the selection."))
        return
    different = words.count("{n} family", "{n} families", found["family"].nunique())
    text = words.count(
        "{n} entry, {families}", "{n} entries, {families}", len(rows), families=different
    )
    st.markdown(safe(text))
    headings = {
        "code": words.say("Family"),
        "area": words.say("Area"),
        "when": words.say("When"),
        "institution": words.say("Institution"),
    }
    table = pd.DataFrame([_line(words, row) for row in rows])
    tables.show_first(words, table, headings, AT_MOST)
    further = headings | {"origin": words.say("Where from")}
    tables.download(words, table, further, labels.made_up(words, found))


def _add(words: Words, code: str | None) -> None:
    """A form for one more, while the round takes any; for who is not limited to municipalities."""
    kept.removed(words, "support")
    if code is None or not _may_keep(code):
        return
    number = Field(
        "family",
        mark("Number of the family"),
        help=mark("Left empty, the family is new here and gets the next number. No names."),
    )
    with st.expander(words.say("Add support outside mediation"), key=f"support-add-{code}-open"):
        kept.add(
            words,
            f"support-add-{code}",
            [number, *families.fields(), *_fields(words)],
            {"area": "not_stated"},
            lambda connection, reader, values: support.add(connection, reader, code, values),
            submit=words.say("Add the support"),
        )


def _one(words: Words, rows: list[Row]) -> None:
    """One entry, chosen from the list: its correction, the family's size, and its history."""
    mine = [row for row in rows if _may_keep(str(row["round"]))]
    if not mine:
        return
    named = {int(row["id"]): ", ".join(list(_line(words, row).values())[:3]) for row in mine}
    row = kept.chosen(words, "support", words.say("Correct one entry"), mine, named)
    if row is None:
        return
    with st.container(border=True):
        kept.correct(
            words,
            "support",
            _fields(words),
            row,
            change=support.change,
            remove=support.remove,
            submit=words.say("Store the support"),
            label=words.say("Remove the entry"),
        )
        families.correct(words, int(row["family"]), int(row["family_revision"]), row)
        if not reach.is_limited():
            names = {"institution_id": _institutions(words)}
            number = int(row["id"])
            history.show(words, "family_support", number, HISTORY, {"area": AREAS}, names=names)


def _may_keep(code: str) -> bool:
    return reach.may_at(Right.KEEP_RECORDS, code) and not kept.is_closed(code)


def _fields(words: Words) -> list[Field]:
    areas = {code: words.code(AREAS, code) for code in reversed(AREAS)}
    return [
        Field("area", LABELS["area"], Kind.CHOICE, areas),
        Field("given_on", LABELS["given_on"], Kind.DAY),
        kept.institution_field(words),
    ]


def _line(words: Words, row: Row) -> dict[str, str]:
    day = row["given_on"]
    return {
        "code": str(row["code"]),
        "area": words.code(AREAS, row["area"]),
        "when": words.period(day, day, "day"),
        "institution": words.pick(row, "institution") or words.say("not stated"),
        "origin": labels.came_from(words, row),
    }


def _institutions(words: Words) -> dict[str, str]:
    """Institutions by the code under which the history has them."""
    return dict(kept.institution_field(words).options)
