"""Which activity: one of the round's, one that the file proposes, or one that is added here."""

from typing import Any

import pandas as pd
import streamlit as st

from data_access import activities, rounds
from data_access.access import Reader, Right
from data_access.attendance import Sheet
from data_access.attendance.deciding import title
from data_access.filters import Filters
from data_access.rules import ActivityKind
from pages.attendance import proposal
from pages.attendance.given import Given
from pages.shared import choices, data, filters, forms, reach
from pages.shared.activities import when
from pages.shared.fields import Field, Kind
from pages.shared.vocabulary import ACTIVITY_KINDS
from pages.shared.words import Words, mark, safe

Row = dict[Any, Any]

NONE = ""
REFUSALS: forms.Refusals = {
    activities.RoundUnknown: mark("This round is gone: somebody removed it. Nothing was stored.")
}


def choose(words: Words, chosen: Filters, file: Given | None, sheet: Sheet | None) -> Row | None:
    """The activity that the address names or that is chosen here; a file proposes some."""
    st.header(words.say("2. Activity"), anchor=False)
    rows = _choosable(chosen)
    takes_more = chosen.round is not None and not is_closed(chosen.round)
    if not rows and takes_more:
        nothing = words.say("This round has no activity yet: add the first one.")
        st.info(safe(f"{nothing} {reach.beyond(words)}"))
    elif chosen.activity is not None and chosen.activity not in rows:
        st.warning(words.say("No activity has this address. It may have been removed or renamed."))
    proposals = st.container()
    code = _chosen(words, rows, chosen) if rows else NONE
    is_lacking = False
    if file is not None and sheet is not None and sheet.rows:
        with proposals:
            fits = proposal.offer(words, file, sheet, _within_reach(), code)
        is_lacking = not fits and code == NONE
        if code in rows:
            proposal.say_if_different(words, sheet, rows[code])
    if chosen.round is not None and takes_more:
        _add(words, chosen.round, sheet, is_lacking=is_lacking)
    return rows.get(code)


def _within_reach() -> list[Row]:
    """Activities of every round that takes lists."""
    rounds_ = data.frame(rounds.listed, Filters()).to_dict("records")
    open_ = {row["code"] for row in rounds_ if pd.isna(row["closed_at"])}
    found = data.frame(activities.listed, Filters()).to_dict("records")
    return [row for row in found if row["round"] in open_ and _is_kept(row)]


def round_of(chosen: Filters) -> str | None:
    """The round of the activity that the address names, else the one that is chosen."""
    if chosen.activity is not None:
        found = data.frame(activities.listed, Filters(activity=chosen.activity))
        rows = found.to_dict("records")
        if rows and _is_kept(rows[0]):
            return str(rows[0]["round"])
    return chosen.round


def is_closed(round_: str | None) -> bool:
    """Whether the round takes nothing in any more."""
    if round_ is None:
        return False
    rows = data.frame(rounds.listed, Filters(round=round_)).to_dict("records")
    return bool(rows) and not pd.isna(rows[0]["closed_at"])


def say_closed(words: Words, round_: str) -> None:
    """What a closed round does not take, and who can open it."""
    st.info(
        words.say(
            "Round {round} is closed: it takes no upload and no correction. It can be opened "
            "again under Rounds.",
            round=round_,
        )
    )
    st.page_link(
        "rounds/page.py", label=words.say("Rounds"), query_params=filters.address(round=round_)
    )


def _choosable(chosen: Filters) -> dict[str, Row]:
    """The round's activities whatever the period, the latest first and undated ones last.

    One that the address names is among them, whatever its round.
    """
    found = data.frame(activities.listed, Filters(round=chosen.round)).to_dict("records")
    dated = [row for row in reversed(found) if not pd.isna(row["starts_on"])]
    rows = [*dated, *(row for row in found if pd.isna(row["starts_on"]))]
    if chosen.activity and chosen.activity not in {row["code"] for row in rows}:
        rows += data.frame(activities.listed, Filters(activity=chosen.activity)).to_dict("records")
    return {str(row["code"]): row for row in rows if _is_kept(row)}


def _is_kept(row: Row) -> bool:
    """Whether the reader keeps records of the activity; another role may show more of them."""
    return reach.may_at(Right.KEEP_RECORDS, str(row["round"]), str(row["place"]))


def _chosen(words: Words, rows: dict[str, Row], chosen: Filters) -> str:
    labels = {code: _label(words, row, chosen) for code, row in rows.items()}
    named = {NONE: words.say("Choose an activity"), **labels}
    return choices.choice("activity", words.say("Activity"), named, NONE, as_list=True)


def _label(words: Words, row: Row, chosen: Filters) -> str:
    parts = [] if row["round"] == chosen.round else [str(row["round"])]
    return " · ".join([*parts, when(words, row), words.pick(row, "title")])


def _add(words: Words, round_: str, sheet: Sheet | None, *, is_lacking: bool) -> None:
    """A short form, filled with what a file says; the rest is filled in on the activity's page.

    It stands open where no activity fits the file. It states no place, so whoever is limited to
    some places adds activities on that page.
    """
    if not reach.may_at(Right.KEEP_RECORDS, round_):
        if reach.may_in(Right.KEEP_RECORDS, round_):
            label = words.say("Activities: add one within your role")
            st.page_link("activities/page.py", label=label, query_params=filters.address())
        return
    kinds = {kind.value: words.code(ACTIVITY_KINDS, kind) for kind in ActivityKind}
    fields = [
        Field(
            "title_lv",
            mark("Title in Latvian"),
            required=True,
            help=mark("No names of persons: the title is shown to everybody."),
        ),
        Field("title_en", mark("Title in English")),
        Field("kind", mark("Kind"), Kind.CHOICE, kinds, required=True),
        Field("starts_on", mark("First day"), Kind.DAY),
    ]
    label = words.say("Add an activity to round {round}", round=round_)
    row: Row = {}
    if sheet is not None:
        day = min(sheet.days) if sheet.days else None
        row = {"title_lv": title(sheet) or None, "starts_on": day}
    if is_lacking:
        st.info(words.say("No activity fits this file: add it, or choose one."))
    with st.expander(label, key="attendance-activity-open", expanded=is_lacking):
        st.caption(words.say("Place, outcome and documents are filled in on the activity's page."))
        forms.edit(
            words,
            "attendance-activity",
            fields,
            row,
            _adding(round_),
            submit=words.say("Add the activity"),
            refusals=REFUSALS,
            keep=False,
        )


def _adding(round_: str) -> data.Store:
    """Adds it to the round, and chooses it in the address."""

    def store(connection: Any, reader: Reader, values: data.Values) -> None:
        st.query_params["activity"] = activities.add(connection, reader, round_, values)

    return store
