"""The upkeep of reported figures on screen: adding, correcting, which one leads, the history."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from data_access import figures
from data_access.access import Right
from data_access.filters import Filters
from data_access.rules import Origin
from pages.reported.listing import names_of, value
from pages.shared import choices, data, forms, history, reach, sources
from pages.shared.fields import Field, Kind
from pages.shared.vocabulary import FIGURE_KINDS, FIGURES, QUALIFIER_NAMES
from pages.shared.words import Words, mark, safe

Row = dict[Any, Any]

LABELS = {
    "value": mark("Value"),
    "qualifier": mark("How firmly it is stated"),
    "country": mark("Country, two letters"),
    "source": mark("Source"),
    "locator": mark("Where in the source"),
    "note_lv": mark("Note in Latvian"),
    "note_en": mark("Note in English"),
}
HISTORY = {
    "figure": mark("Figure"),
    "kind": mark("Kind"),
    **{name: label for name, label in LABELS.items() if name != "source"},
    "source_id": LABELS["source"],
    "is_leading": mark("Leads"),
}
YES_NO = {"True": mark("yes"), "False": mark("no")}
CODES = {
    "figure": FIGURES,
    "kind": FIGURE_KINDS,
    "qualifier": QUALIFIER_NAMES,
    "is_leading": YES_NO,
}
REFUSALS: forms.Refusals = {
    figures.FigureOutOfPlace: mark(
        "This figure is not stated of that: some belong to a round, others to an activity or to "
        "a mediator. Choose again; nothing was stored."
    ),
    figures.SubjectUnknown: mark(
        "The activity or mediator is gone: somebody removed it. Nothing was stored."
    ),
    figures.CitationMissing: mark("Name the document that states it. Nothing was stored."),
}
NONE, ROUND = "", "round"
REMOVED = "figure-removed"


def add(words: Words, chosen: Filters) -> None:
    """A form for a figure that a document states of the chosen round."""
    if not forms.may(Right.KEEP_RECORDS):
        return
    code = chosen.round
    if code is None:
        st.info(words.say("Choose one round to add a figure to it."))
        return
    subjects = _subjects(words, code)
    if not subjects:
        return
    with st.expander(words.say("Add a reported or planned figure"), key="figure-add-open"):
        forms.edit(
            words,
            f"figure-add-{code}",
            _new(words, subjects),
            {
                "subject": next(iter(subjects)),
                "kind": "reported",
                "qualifier": "exact",
                "country": "LV",
            },
            lambda connection, reader, values: figures.add(connection, reader, code, values),
            submit=words.say("Add the figure"),
            refusals=REFUSALS,
            keep=False,
        )


def removed(words: Words, chosen: Filters) -> None:
    """What figures of the round said that were removed by hand."""
    if chosen.round is not None:
        names = {"source_id": sources.names(words)}
        belonged = ("round_id", chosen.round)
        history.show_removed(words, "reported_figure", belonged, HISTORY, CODES, names=names)


def one(words: Words, rows: Sequence[Row]) -> None:
    """One figure, chosen from the list: its correction, whether it leads, and its history."""
    forms.outcome(words, REMOVED)
    by_number = {str(row["id"]): row for row in rows if _is_kept(str(row["round"]), row["subject"])}
    if not by_number:
        return
    named = {NONE: words.say("Choose a figure")}
    named |= {number: _label(words, row) for number, row in by_number.items()}
    label = words.say("Correct one figure")
    number = choices.choice("figure", label, named, NONE, as_list=True)
    if number == NONE:
        return
    row = by_number[number]
    with st.container(border=True):
        st.markdown(f"**{safe(_label(words, row))}**")
        _correct(words, row)
        _let_lead(words, row)
        _remove(words, row)
        names = {"source_id": sources.names(words)}
        history.show(words, "reported_figure", int(number), HISTORY, CODES, names=names)


def _correct(words: Words, row: Row) -> None:
    number, revision = int(row["id"]), int(row["revision"])
    forms.edit(
        words,
        f"figure-{number}",
        _fields(words),
        row,
        lambda connection, reader, values: figures.correct(
            connection, reader, number, revision, values
        ),
        submit=words.say("Store the figure"),
        refusals=REFUSALS,
    )


def _let_lead(words: Words, row: Row) -> None:
    number, revision, name = int(row["id"]), int(row["revision"]), f"figure-lead-{row['id']}"
    if row["is_leading"]:
        forms.outcome(words, name)
        return
    st.caption(words.say("Another document leads: its figure is the one shown first."))
    forms.button(
        words,
        name,
        words.say("Let this one lead"),
        lambda connection, reader, _: figures.let_lead(connection, reader, number, revision),
        refusals=REFUSALS,
    )


def _remove(words: Words, row: Row) -> None:
    if row["origin"] != Origin.ENTERED:
        st.caption(
            words.say("This figure comes from a document: it can be corrected, and not removed.")
        )
        return
    number, revision = int(row["id"]), int(row["revision"])
    with st.expander(words.say("Remove this figure"), key=f"figure-remove-{number}-open"):
        forms.button(
            words,
            REMOVED,
            words.say("Remove the figure"),
            lambda connection, reader, _: figures.remove(connection, reader, number, revision),
            refusals=REFUSALS,
            after=lambda: st.query_params.pop("figure", None),
        )


def _label(words: Words, row: Row) -> str:
    figure = words.code(FIGURES, row["figure"])
    kind = words.code(FIGURE_KINDS, row["kind"]).lower()
    label = f"{row['of']}: {figure}, {kind}, {value(words, row)}"
    return label if row["is_leading"] else words.say("{figure} (does not lead)", figure=label)


def _subjects(words: Words, code: str) -> dict[str, str]:
    """Of what of the round the reader may state a figure."""
    named = names_of(words, data.frame(figures.subjects, Filters(round=code)))
    return {subject: name for subject, name in named.items() if _is_kept(code, subject)}


def _is_kept(code: str, subject: str) -> bool:
    """Whether the reader keeps figures of it: those of a whole round lie in no municipality.

    Of activities and posts nobody is offered one that their role does not reach.
    """
    if subject == ROUND:
        return reach.may_at(Right.KEEP_RECORDS, code)
    return reach.may_in(Right.KEEP_RECORDS, code)


def _new(words: Words, subjects: dict[str, str]) -> list[Field]:
    kinds = {kind: words.code(FIGURE_KINDS, kind) for kind in FIGURE_KINDS}
    stated = dict.fromkeys(figure for of in figures.FIGURES_OF.values() for figure in of)
    named = {figure.value: words.code(FIGURES, figure) for figure in stated}
    return [
        Field("subject", mark("Of what"), Kind.CHOICE, subjects, required=True),
        Field("figure", mark("Figure"), Kind.CHOICE, named, required=True),
        Field("kind", mark("Planned or reported"), Kind.CHOICE, kinds, required=True),
        *_fields(words),
        Field(
            "is_leading",
            mark("This one leads where another document states it otherwise"),
            Kind.FLAG,
        ),
    ]


def _fields(words: Words) -> list[Field]:
    qualifiers = {code: words.code(QUALIFIER_NAMES, code) for code in QUALIFIER_NAMES}
    return [
        Field("value", LABELS["value"], Kind.NUMBER, required=True),
        Field("qualifier", LABELS["qualifier"], Kind.CHOICE, qualifiers, required=True),
        Field("country", LABELS["country"], required=True),
        *sources.citation(words, required=True),
        Field("note_lv", LABELS["note_lv"], Kind.TEXT),
        Field("note_en", LABELS["note_en"], Kind.TEXT),
    ]
