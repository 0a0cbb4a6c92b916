"""Keeping what a member of the Council says against a decision."""

from typing import Any

import streamlit as st

from data_access import recommendations
from data_access.access import Right
from data_access.filters import Filters
from data_access.recommendations import Offered
from data_access.rules import Verdict
from pages.recommendations.steps import REFUSALS
from pages.shared import data, forms
from pages.shared.fields import Field, Kind
from pages.shared.vocabulary import VERDICTS
from pages.shared.words import Words, mark, safe


def show(words: Words, reference: str, offer: Offered, chosen: Filters) -> None:
    """A form for a disagreement, where there is a decision of others to disagree with."""
    name = f"disagree-{reference}"
    if not forms.may(Right.CONFIRM):
        return
    if not offer.disputable:
        forms.outcome(words, name)
        return
    findings = _findings(words, offer, chosen)
    verdicts = {verdict.value: words.code(VERDICTS, verdict) for verdict in Verdict}
    with st.expander(words.say("Disagree with a decision"), key=f"{name}-open"):
        text = words.say("A disagreement is kept beside the decision, and changes nothing.")
        st.caption(safe(text))
        forms.edit(
            words,
            name,
            [
                Field("finding", mark("Decision"), Kind.CHOICE, findings, required=True),
                Field("verdict", mark("What you find"), Kind.CHOICE, verdicts, required=True),
                Field("note", mark("Why"), Kind.TEXT, required=True),
            ],
            {"finding": next(iter(findings), None)},
            lambda connection, reader, values: recommendations.disagree(
                connection,
                reader,
                int(values["finding"]),
                Verdict(values["verdict"]),
                note=values["note"],
            ),
            submit=words.say("Store the disagreement"),
            refusals=REFUSALS,
            keep=False,
        )


def _findings(words: Words, offer: Offered, chosen: Filters) -> dict[str, str]:
    """The decisions by their numbers, the latest first."""
    known = {
        int(row["number"]): row
        for row in data.frame(recommendations.findings, chosen).to_dict("records")
    }
    return {
        str(number): _told(words, known[number]) for number in offer.disputable if number in known
    }


def _told(words: Words, row: dict[Any, Any]) -> str:
    verdict = words.code(VERDICTS, row["verdict"])
    return f"{words.date(row['found_on'].date())} · {words.pick(row, 'meeting')}: {verdict}"
