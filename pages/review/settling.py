"""Naming who leads and by when, where that is not stated."""

import datetime as dt

import streamlit as st

from data_access import institutions, recommendations
from data_access.filters import Filters
from data_access.rules import ENDED, AddresseeRole, Precision
from pages.review import acting, notes
from pages.review.scene import Row, Scene
from pages.review.wording import REFUSALS
from pages.shared import data, forms
from pages.shared.fields import Field, Kind
from pages.shared.words import Words, mark

MISSING = (Precision.NOT_STATED, Precision.HORIZON)
MEANWHILE = mark(
    "Somebody changed or decided something of this entry in the meantime. Nothing of yours was "
    "stored: look at what stands there now, and store yours again if it still holds."
)
SETTLING: forms.Refusals = {
    **REFUSALS,
    recommendations.DecidedMeanwhile: MEANWHILE,
    recommendations.NothingToSettle: mark("Name who leads, or by when. Nothing was stored."),
    recommendations.SettledAlready: mark(
        "Who leads, or by when, is stated by now. Nothing was stored."
    ),
    institutions.InstitutionUnknown: mark(
        "This institution is not on the register any more. Nothing was stored."
    ),
}


def show(words: Words, scene: Scene, entry: Row) -> None:
    """A form for what is missing; nothing where both are stated."""
    name = f"settle-{scene.meeting.number}-{scene.reference}"
    fields = [] if entry["status"] in ENDED else _fields(words, scene, entry)
    if not fields:
        forms.outcome(words, name)
        return
    with st.expander(words.say("Name who leads, or by when"), key=f"{name}-open"):
        st.caption(words.say("The note above is stored with it."))
        forms.edit(
            words,
            name,
            fields,
            {},
            lambda connection, reader, values: recommendations.settle(
                connection,
                reader,
                scene.reference,
                meeting=scene.meeting.number,
                lead=values.get("lead") or None,
                deadline=_day(values.get("deadline")),
                note=notes.of(scene),
                seen=scene.seen,
            ),
            submit=words.say("Store what was named"),
            refusals=SETTLING,
            keep=False,
            after=lambda: acting.settled(scene),
        )


def _fields(words: Words, scene: Scene, entry: Row) -> list[Field]:
    named = data.frame(recommendations.addressees, scene.filters)
    fields = []
    if AddresseeRole.LEAD not in set(named["role"]):
        rows = data.frame(institutions.listed, Filters()).to_dict("records")
        known = {str(row["code"]): words.pick(row, "name") for row in rows}
        options = {"": words.say("not stated"), **known}
        fields.append(Field("lead", mark("Lead"), Kind.CHOICE, options))
    if entry["deadline_date_precision"] in MISSING:
        fields.append(Field("deadline", mark("Deadline"), Kind.DAY))
    return fields


def _day(value: object) -> dt.date | None:
    return value if isinstance(value, dt.date) else None
