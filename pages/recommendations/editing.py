"""An entry kept on its own page: worded anew, corrected, undone, removed."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from data_access.access import Reader
from data_access.filters import Filters
from data_access.recommendations import keeping
from data_access.recommendations.keeping import Kept
from data_access.rules import Precision
from pages.recommendations import adding, deadlines, hanging, kept
from pages.shared import data, forms, sources
from pages.shared.data import Values
from pages.shared.fields import Field
from pages.shared.words import Words, mark

Row = Mapping[Any, Any]
REMOVED = "entry-removed"


def show(words: Words, row: Row, chosen: Filters) -> None:
    """The forms, for whoever keeps records; who does not reach this entry is told."""
    if not kept.may_keep():
        return
    entry: Kept | None = data.ask(keeping.kept, chosen)
    if entry is None:
        return
    st.header(words.say("Keep this entry"), anchor=False)
    forms.outcome(words, f"{adding.FORM}-{row['round']}")
    if not entry.is_reached:
        st.info(
            words.say(
                "Your role keeps records of some rounds or municipalities alone, and this entry "
                "is not among them."
            )
        )
        return
    kept.offer_undo(words, str(row["reference"]))
    _reword(words, row, entry)
    _correct(words, row, entry)
    hanging.show(words, row, chosen)
    if entry.origin in keeping.REMOVABLE:
        _remove(words, row, entry)


def _reword(words: Words, row: Row, entry: Kept) -> None:
    reference, texts = str(row["reference"]), {name: row[name] for name in kept.TEXTS}

    def store(connection: data.Asking, reader: Reader, values: Values) -> None:
        reason = values.pop("reason")
        number = keeping.word_anew(
            connection, reader, reference, values, reason=reason, seen_number=entry.number
        )
        kept.note_undo(
            reference,
            lambda c, r: keeping.word_anew(
                c, r, reference, texts, reason=keeping.RESTORED, seen_number=number
            ),
        )

    with st.expander(words.say("Word it anew"), key="entry-reword"):
        st.caption(words.say("The wording that stands now is kept among the earlier ones."))
        forms.edit(
            words,
            f"entry-reword-{reference}",
            [*kept.texts(), Field("reason", mark("Why it is worded anew"), required=True)],
            {**row, "reason": None},
            store,
            submit=words.say("Store the wording"),
            refusals=kept.REFUSALS,
        )


def _correct(words: Words, row: Row, entry: Kept) -> None:
    reference, round_ = str(row["reference"]), str(row["round"])
    stood = entry.values["deadline"]
    with st.expander(words.say("Correct what is known of it"), key="entry-correct"):
        known = deadlines.precision(words, f"entry-{reference}", stood)
        fields = [
            *deadlines.fields(words, known),
            *kept.particulars(words, round_, entry.values),
        ]
        forms.edit(
            words,
            f"entry-{reference}",
            fields,
            entry.values | deadlines.filled(stood),
            lambda connection, reader, values: _edit(
                connection, reader, (reference, entry.revision), known, values
            ),
            submit=words.say("Store the entry"),
            refusals=kept.REFUSALS,
        )
        sources.add(words)


def _edit(
    connection: data.Asking,
    reader: Reader,
    read: tuple[str, int],
    known: Precision,
    values: Values,
) -> None:
    stated = deadlines.taken(known, values)
    edited = keeping.edit(connection, reader, *read, stated)
    reference, revision = read[0], edited.revision
    if revision != read[1]:
        kept.note_undo(
            reference, lambda c, r: keeping.edit(c, r, reference, revision, edited.stood)
        )


def removed(words: Words) -> None:
    """That an entry was removed just now, above the list."""
    forms.outcome(words, REMOVED)


def _remove(words: Words, row: Row, entry: Kept) -> None:
    reference = str(row["reference"])
    with st.expander(words.say("Remove this entry"), key="entry-remove"):
        st.caption(
            words.say(
                "An entry that was entered by hand or came with a file can be removed while "
                "nothing was said or found of it. What it said stays in the history; the import "
                "that it came with can then not be undone any more."
            )
        )
        forms.button(
            words,
            REMOVED,
            words.say("Remove this entry"),
            lambda connection, reader, _: keeping.remove(
                connection, reader, reference, entry.revision
            ),
            refusals=kept.REFUSALS,
            after=lambda: st.query_params.pop("recommendation", None),
        )
