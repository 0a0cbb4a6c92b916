"""What the forms of this screen share: who may store what, choosing one of several, removing."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from data_access import institutions, rounds
from data_access.access import Right
from data_access.filters import Filters
from data_access.rules import Origin
from pages.mediators.wording import NONE, REFUSALS
from pages.shared import choices, data, forms, reach
from pages.shared.fields import Field, Kind
from pages.shared.words import Words, mark

Row = Mapping[Any, Any]


def is_kept(row: Row) -> bool:
    """Whether the post takes changes by hand: by this reader, and while its round is open."""
    return may_change(row) and not is_closed(str(row["round"]))


def may_change(row: Row) -> bool:
    """Whether the reader keeps records where the post lies."""
    return reach.may_at(Right.KEEP_RECORDS, str(row["round"]), str(row["place"]))


def is_closed(code: str) -> bool:
    """Whether the round takes no records any more."""
    (row,) = data.frame(rounds.listed, Filters(round=code)).to_dict("records")
    return rounds.state_of(row) in {rounds.RoundState.CLOSED, rounds.RoundState.APPROVED}


def edit(
    words: Words, name: str, fields: Sequence[Field], row: Row, store: data.Store, *, submit: str
) -> None:
    """A form filled with a row."""
    forms.edit(words, name, fields, row, store, submit=submit, refusals=REFUSALS)


def add(
    words: Words, name: str, fields: Sequence[Field], row: Row, store: data.Store, *, submit: str
) -> None:
    """A form for one more, empty again once that is stored."""
    forms.edit(words, name, fields, row, store, submit=submit, refusals=REFUSALS, keep=False)


def take_away(words: Words, part: str, row: Row, store: data.Store, *, label: str) -> None:
    """A button that takes away the row that ``part`` of the address names, if somebody entered it.

    What came of it stands where ``removed`` is called.
    """
    if row["origin"] != Origin.ENTERED:
        st.caption(words.say("This did not come by hand: it can be corrected, and not removed."))
        return
    forms.button(
        words,
        f"{part}-removed",
        label,
        store,
        refusals=REFUSALS,
        after=lambda: st.query_params.pop(part, None),
    )


def removed(words: Words, part: str) -> None:
    """What came of taking a row away."""
    forms.outcome(words, f"{part}-removed")


def correct(
    words: Words,
    part: str,
    fields: Sequence[Field],
    row: Row,
    *,
    change: data.Change,
    remove: data.Remove,
    submit: str,
    label: str,
) -> None:
    """A form filled with the row that ``part`` of the address names, and its removal below."""
    number, revision = int(row["id"]), int(row["revision"])
    edit(
        words,
        f"{part}-{number}",
        fields,
        row,
        lambda connection, reader, values: change(connection, reader, number, revision, values),
        submit=submit,
    )
    take_away(
        words,
        part,
        row,
        lambda connection, reader, _: remove(connection, reader, number, revision),
        label=label,
    )


def chosen(
    words: Words, part: str, label: str, rows: Sequence[Row], named: Mapping[int, str]
) -> Row | None:
    """The one of several rows that the address, or the list drawn here, names; else None."""
    options = {NONE: words.say("Choose")} | {str(row["id"]): named[int(row["id"])] for row in rows}
    number = choices.choice(part, label, options, NONE, as_list=True)
    return next((row for row in rows if str(row["id"]) == number), None)


def institution_field(words: Words) -> Field:
    """Which institution of the register, or none stated."""
    known = data.frame(institutions.listed, Filters()).to_dict("records")
    named = {str(row["code"]): words.pick(row, "name") for row in known}
    options = {NONE: words.say("not stated"), **named}
    missing = mark("One that is missing here is added under “Institutions” first.")
    return Field("institution", mark("Institution"), Kind.CHOICE, options, help=missing)


def may_add(code: str | None) -> bool:
    """Whether something of the round can be added by the reader, wherever it lies."""
    return code is not None and reach.may_in(Right.KEEP_RECORDS, code) and not is_closed(code)
