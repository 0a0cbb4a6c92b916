"""One change of many entries: chosen in the list, looked at beforehand, undone with one button."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from data_access import recommendations
from data_access.access import Reader
from data_access.filters import Filters
from data_access.recommendations import Part, keeping
from data_access.recommendations.keeping import CHANGED_AT_ONCE, Change
from pages.recommendations import adding, changing, kept, listing, narrowing
from pages.shared import data, forms, tables
from pages.shared.recommendations import addressed_to, by_reference, deadline
from pages.shared.vocabulary import AREAS, STATUSES
from pages.shared.words import Words, safe

Row = Mapping[Any, Any]
NAME = "bulk"
SHOWN, PREVIEWED = 200, 20


def show(words: Words, chosen: Filters) -> None:
    """The choices, the list to tick, the change, and what it would do."""
    adding.back(words)
    st.title(words.say("Change many entries"), anchor=False)
    if not kept.may_keep():
        st.info(words.say("Entries are kept by the coordinators."))
        return
    wanted = narrowing.narrowed(words, data.frame(recommendations.spread, chosen))
    counted = data.look(lambda c, r: recommendations.how_many(c, r, chosen, wanted))
    number = int(counted["entries"].sum())
    kept.offer_undo(words, NAME)
    if not number:
        listing.nothing_matches(words, wanted)
        return
    is_all = _takes_all(words, number)
    part = Part(CHANGED_AT_ONCE if is_all else SHOWN)
    rows = data.look(lambda c, r: recommendations.register(c, r, chosen, wanted, part)).to_dict(
        "records"
    )
    ticked = rows if is_all else _ticked(words, rows, number)
    _change(words, ticked, chosen)


def _takes_all(words: Words, number: int) -> bool:
    """Whether all that match are changed; without a mouse the quickest way."""
    if number > CHANGED_AT_ONCE:
        text = words.count(
            "At most {n} entry is changed at once.",
            "At most {n} entries are changed at once.",
            CHANGED_AT_ONCE,
        )
        st.caption(safe(text))
        return False
    label = words.count("Take the one entry listed", "Take all {n} entries listed", number)
    return st.checkbox(safe(label), key="bulk-all")


def _ticked(words: Words, rows: Sequence[Row], number: int) -> list[Row]:
    if number > len(rows):
        text = words.say(
            "The first {shown} of {number} are listed here. Narrow the choices to see others.",
            shown=words.number(len(rows)),
            number=words.number(number),
        )
        st.caption(safe(text))
    st.markdown(words.say("Tick the entries to change; the box at the top ticks all of them."))
    named = _named(rows)
    listed = pd.DataFrame(
        [
            {
                words.say("No."): row["reference"],
                words.say("What is asked"): words.pick(row, "text"),
                words.say("Area"): words.code(AREAS, row["area"]),
                words.say("Addressees"): addressed_to(words, named.get(row["reference"], [])),
                words.say("Deadline"): deadline(words, row),
                words.say("Status"): words.code(STATUSES, row["status"]),
            }
            for row in rows
        ]
    )
    event = st.dataframe(
        listed, hide_index=True, on_select="rerun", selection_mode="multi-row", key="bulk-rows"
    )
    return [rows[at] for at in event["selection"]["rows"] if at < len(rows)]


def _named(rows: Sequence[Row]) -> dict[str, list[Row]]:
    references = tuple(row["reference"] for row in rows)
    return by_reference(data.frame(recommendations.addressees, Filters(), references))


def _change(words: Words, rows: Sequence[Row], chosen: Filters) -> None:
    """What to change in those ticked, with what it would do, and the button that does it."""
    st.header(words.say("The change"), anchor=False)
    change = changing.choose(words)
    if not rows:
        st.info(words.say("No entry is ticked yet."))
        forms.outcome(words, NAME)
        return
    if change is None:
        st.info(words.say("Fill in what stands from now on."))
        forms.outcome(words, NAME)
        return
    references = tuple(str(row["reference"]) for row in rows)
    beyond = set(data.look(lambda c, r: keeping.beyond(c, r, references)))
    within = [row for row in rows if row["reference"] not in beyond]
    if beyond:
        text = words.say(
            "Not yours to change, and left out: {list}.", list=", ".join(sorted(beyond))
        )
        st.warning(safe(text))
    _preview(words, within, change, chosen)


def _preview(words: Words, rows: Sequence[Row], change: Change, chosen: Filters) -> None:
    known = changing.Known(words, _named(rows), data.frame(recommendations.carried, chosen))
    lines = [
        {"reference": row["reference"], "before": changing.stands(known, row, change)}
        for row in rows
    ]
    after = changing.told(words, change)
    reached = [line for line in lines if line["before"] != after]
    told = words.count("{n} entry changes.", "{n} entries change.", len(reached))
    alike = len(lines) - len(reached)
    if alike:
        stays = words.count("{n} stands so already.", "{n} stand so already.", alike)
        told = f"{told} {stays}"
    st.markdown(safe(told))
    if not reached:
        forms.outcome(words, NAME)
        return
    shown = [
        {"reference": line["reference"], "change": f"{line['before']} → {after}"}
        for line in reached[:PREVIEWED]
    ]
    headings = {"reference": words.say("No."), "change": words.say("Before → after")}
    tables.show(pd.DataFrame(shown), headings)
    more = len(reached) - len(shown)
    if more > 0:
        st.caption(safe(words.count("and {n} more", "and {n} more", more)))
    _button(words, tuple(str(line["reference"]) for line in reached), change)


def _button(words: Words, references: tuple[str, ...], change: Change) -> None:
    def store(connection: data.Asking, reader: Reader, _values: data.Values) -> None:
        changed = keeping.change_many(connection, reader, references, change)
        kept.note_undo(
            NAME, lambda c, r: keeping.change_many(c, r, tuple(changed.back), changed.back)
        )

    forms.button(
        words,
        NAME,
        words.count("Change {n} entry", "Change {n} entries", len(references)),
        store,
        refusals=kept.REFUSALS,
    )
