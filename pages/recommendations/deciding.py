"""Entering what the Council decided on an entry at one of its meetings."""

import streamlit as st

from data_access import recommendations
from data_access.access import Right
from data_access.recommendations import Offered, Seen
from data_access.rules import Verdict
from pages.recommendations.steps import MEETING, NOTE, REFUSALS, meetings
from pages.shared import forms
from pages.shared.fields import Field, Kind
from pages.shared.vocabulary import VERDICTS
from pages.shared.words import Words, mark, safe


def show(words: Words, reference: str, offer: Offered, seen: Seen) -> None:
    """A form for the verdict, where the reader may enter one; else why not."""
    name = f"decide-{reference}"
    if not forms.may(Right.CONFIRM):
        return
    if not offer.verdicts:
        forms.outcome(words, name)
        if offer.is_own:
            text = words.say(
                "You or your institution reported this, so another member of the Council decides "
                "on it."
            )
            st.caption(safe(text))
        return
    held = meetings(words, offer.since)
    with st.expander(words.say("The Council decides"), key=f"{name}-open"):
        if not held:
            text = words.say(
                "No meeting of the Council held since the latest report is known here."
            )
            st.info(safe(text))
            return
        verdicts = {found.value: words.code(VERDICTS, found) for found in offer.verdicts}
        forms.edit(
            words,
            name,
            [
                Field("meeting", MEETING, Kind.CHOICE, held, required=True),
                Field("verdict", mark("The Council finds"), Kind.CHOICE, verdicts, required=True),
                Field("note", NOTE, Kind.TEXT),
            ],
            {"meeting": next(iter(held))},
            lambda connection, reader, values: recommendations.decide(
                connection,
                reader,
                reference,
                Verdict(values["verdict"]),
                meeting=int(values["meeting"]),
                note=values["note"],
                seen=seen,
            ),
            submit=words.say("Store the decision"),
            refusals=REFUSALS,
            keep=False,
        )
