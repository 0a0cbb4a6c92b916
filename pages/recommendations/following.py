"""The follow-up of one entry on its page: reporting, deciding, disagreeing, and taking back."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from data_access import recommendations
from data_access.access import Right
from data_access.filters import Filters
from pages.recommendations import deciding, disagreeing, reporting
from pages.recommendations.steps import REFUSALS
from pages.shared import data, forms
from pages.shared.words import Words, mark, safe

Row = Mapping[Any, Any]
TAKE_BACK: Mapping[recommendations.Stored, str] = {
    recommendations.Stored.REPORT: mark("Take back the report you entered today"),
    recommendations.Stored.DECISION: mark("Take back the decision you entered today"),
    recommendations.Stored.DISAGREEMENT: mark("Take back the disagreement you entered today"),
    recommendations.Stored.MARK: mark("Take back the mark you entered today"),
}


def show(words: Words, row: Row, chosen: Filters) -> None:
    """What the reader may do about the entry; nothing where that is nothing."""
    if not (forms.may(Right.CLAIM) or forms.may(Right.CONFIRM)):
        return
    reference = str(row["reference"])
    # Which roles the reader ever had is not for the dashboards' door to tell.
    offer = data.match(lambda c, reader: recommendations.offered(c, reader, reference))
    seen = data.look(lambda c, reader: recommendations.seen(c, reader, [reference]))[reference]
    reporting.show(words, row, offer, chosen)
    deciding.show(words, reference, offer, seen)
    disagreeing.show(words, reference, offer, chosen)
    _take_back(words, reference)


def _take_back(words: Words, reference: str) -> None:
    """A button while the reader's own step is the latest one, and of today."""
    name = f"take-back-{reference}"
    found = data.look(lambda c, reader: recommendations.last_stored(c, reader, reference))
    if found is None:
        forms.outcome(words, name)
        return
    kind, number = found
    forms.button(
        words,
        name,
        words.say(TAKE_BACK[kind]),
        lambda connection, reader, _: recommendations.take_back(connection, reader, kind, number),
        refusals=REFUSALS,
        done=forms.TAKEN_BACK,
    )
    st.caption(safe(words.say("What it said stays in the history of changes.")))
