"""Where persons on record were met: a number alone tells nobody who somebody is."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from data_access.attendance.met import where_met
from pages.attendance import traits
from pages.shared import data, tables
from pages.shared.activities import when
from pages.shared.words import Words

MOST = 20


def show(words: Words, persons: Sequence[int]) -> None:
    """A table of activities, by the numbers of the persons."""
    found = data.look(lambda connection, reader: where_met(connection, reader, persons))
    rows = found.head(MOST).to_dict("records")
    if not rows:
        st.caption(words.say("Where they were met lies beyond your role."))
        return
    table = pd.DataFrame(
        [
            {
                "person": traits.number(words, row),
                "when": when(words, row),
                "activity": words.pick(row, "title"),
                "institution": words.pick(row, "institution") or "–",
            }
            for row in rows
        ]
    )
    headings = {
        "person": words.say("Person"),
        "when": words.say("When"),
        "activity": words.say("Activity"),
        "institution": words.say("Institution"),
    }
    tables.show(table, headings)
