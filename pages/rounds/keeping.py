"""The upkeep of rounds on screen: adding, the steps, correcting, and the history."""

from typing import Any

import pandas as pd
import streamlit as st

from data_access import codes, rounds
from data_access.access import Right
from data_access.rounds import STEPS, RoundState, Step, state_of
from pages.shared import forms, history, sources
from pages.shared.fields import Field, Kind
from pages.shared.figures import citation
from pages.shared.words import Words, mark, safe

Row = dict[Any, Any]

REFUSALS: forms.Refusals = {
    rounds.RoundKnown: mark("There is a round of this numeral already. Nothing was stored."),
    codes.NumeralUnusable: mark(
        "The round's code is a Roman numeral from I to XXXIX, such as VIII. Nothing was stored."
    ),
    rounds.SharesUnusable: mark(
        "The shares of the European Union and of the state come to more than 100 %. "
        "Nothing was stored."
    ),
    rounds.StepRefused: mark(
        "Somebody took the round a step further in the meantime. Nothing was stored."
    ),
}
ACTUAL = {
    "actual_starts_on": mark("Actual first day"),
    "actual_ends_on": mark("Actual last day"),
}
LABELS = {
    "title_lv": mark("Title in Latvian"),
    "title_en": mark("Title in English"),
    "planned_starts_on": mark("Planned first day"),
    "planned_ends_on": mark("Planned last day"),
    **ACTUAL,
    "contract": mark("Contract number"),
    "programme_lv": mark("Programme in Latvian"),
    "programme_en": mark("Programme in English"),
    "funding_cents": mark("Funding in euro"),
    "eu_share_percent": mark("Share of the European Union, %"),
    "state_share_percent": mark("Share of the state, %"),
    "funding_source": mark("Source of the funding"),
    "funding_locator": mark("Where in the source of the funding"),
    "source": mark("Source of everything else"),
    "locator": mark("Where in the source"),
    "disclaimer_lv": mark("Disclaimer that the funding asks for, in Latvian"),
    "disclaimer_en": mark("Disclaimer that the funding asks for, in English"),
}
HISTORY = {
    **{name: label for name, label in LABELS.items() if not name.endswith("source")},
    "funding_source_id": LABELS["funding_source"],
    "source_id": LABELS["source"],
    "closed_at": mark("Closed"),
    "approved_at": mark("Approved"),
}
KINDS = {
    "funding_cents": Kind.MONEY,
    "eu_share_percent": Kind.SHARE,
    "state_share_percent": Kind.SHARE,
    "disclaimer_lv": Kind.TEXT,
    "disclaimer_en": Kind.TEXT,
}
ENGLISH = mark("Left empty, the Latvian title stands in its place.")
STEP_LABELS = {
    Step.OPEN: mark("Open the round"),
    Step.CLOSE: mark("Close the round"),
    Step.REOPEN: mark("Open the round again"),
    Step.APPROVE: mark("Approve the round"),
    Step.WITHDRAW: mark("Withdraw the approval"),
}
STEP_DAYS = {Step.OPEN: "actual_starts_on", Step.CLOSE: "actual_ends_on"}
"""Steps that ask for a day, and which one."""


def add(words: Words) -> None:
    """A form for a round that is not there yet."""
    if not forms.may_everywhere(Right.KEEP_ROUNDS):
        return
    numeral = Field(
        "code",
        mark("Round, as a Roman numeral"),
        required=True,
        help=mark("The order of rounds follows from it, and it stays as it is."),
    )
    with st.expander(words.say("Add a round"), key="round-add-open"):
        forms.edit(
            words,
            "round-add",
            [numeral, *_fields(words)],
            {},
            lambda connection, reader, values: rounds.add(
                connection, reader, values["code"], values
            ),
            submit=words.say("Add the round"),
            refusals=REFUSALS,
            keep=False,
        )


def steps(words: Words, row: Row) -> None:
    """What can be done to the round as a whole, where it stands."""
    if not forms.may_everywhere(Right.KEEP_ROUNDS):
        return
    allowed = STEPS[state_of(row)]
    for step in Step:
        if step not in allowed:
            forms.outcome(words, _name(row, step))
    for step in allowed:
        with st.expander(words.say(STEP_LABELS[step]), key=f"{_name(row, step)}-open"):
            _step(words, row, step)


def correct(words: Words, row: Row) -> None:
    """A form filled with the round, while it is not approved."""
    if not forms.may_everywhere(Right.KEEP_ROUNDS) or state_of(row) is RoundState.APPROVED:
        return
    stated = [name for name in ACTUAL if not pd.isna(row[name])]
    code, revision = str(row["code"]), int(row["revision"])
    with st.expander(words.say("Correct what is known of the round"), key=f"round-{code}-open"):
        say_citation(words, row)
        forms.edit(
            words,
            f"round-{code}",
            _fields(words, *stated),
            row,
            lambda connection, reader, values: rounds.change(
                connection, reader, code, revision, values
            ),
            submit=words.say("Store the round"),
            refusals=REFUSALS,
        )


def changes(words: Words, row: Row) -> None:
    """What was changed by hand in the round, its steps among them."""
    titles = sources.names(words)
    names = {"source_id": titles, "funding_source_id": titles}
    history.show(words, "round", int(row["id"]), HISTORY, names=names)


def say_citation(words: Words, row: Row) -> None:
    """Which source a fact cites, before somebody writes something else under it."""
    if row["source"]:
        text = words.say(
            "What stands here cites “{source}”. If another document says otherwise, name that "
            "one as the source.",
            source=citation(words, row),
        )
        st.caption(safe(text))


def _step(words: Words, row: Row, step: Step) -> None:
    label, name = words.say(STEP_LABELS[step]), _name(row, step)
    code, revision, day = str(row["code"]), int(row["revision"]), STEP_DAYS.get(step)
    fields = [Field("day", LABELS[day], Kind.DAY, required=True)] if day else []
    forms.edit(
        words,
        name,
        fields,
        {},
        lambda connection, reader, values: rounds.take(
            connection, reader, code, revision, step=step, day=values.get("day")
        ),
        submit=label,
        refusals=REFUSALS,
    )


def _name(row: Row, step: Step) -> str:
    return f"round-{row['code']}-{step.value}"


def _fields(words: Words, *actual: str) -> list[Field]:
    """All fields but the numeral; of the actual days, those that the round has."""
    cited = {
        field.name: field
        for of in ("funding_", "")
        for field in sources.citation(
            words, of=of, label=LABELS[f"{of}source"], where=LABELS[f"{of}locator"]
        )
    }
    return [
        cited.get(name)
        or Field(
            name,
            label,
            Kind.DAY if name.endswith("_on") else KINDS.get(name, Kind.LINE),
            required=name == "title_lv" or name in actual,
            help=ENGLISH if name == "title_en" else "",
        )
        for name, label in LABELS.items()
        if name not in ACTUAL or name in actual
    ]
