"""Names and contacts beside rows: for a stated reason, and for as long as they are wanted."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from data_access import access, attendance, identities, reasons
from data_access.access import Right
from data_access.identities import Disclosure, Occasion
from data_access.identity import IdentityKeyProblem
from pages.attendance.problems import SHOWN_AT_MOST
from pages.shared import data, desk, outcome
from pages.shared.words import Words, mark, safe

Find = Callable[[], Occasion]
Draw = Callable[[Disclosure], None]

HEADINGS = {"name": mark("Full name"), "contact": mark("E-mail or telephone")}
BESIDE = ("category", "institution", "place", "status")
"""Of what a row says, so much as tells whom a name belongs to."""

NONE = "–"
NOT_YOURS = mark("These names are hidden: your role reaches other rounds or municipalities.")
KEY_LOST = mark(
    "Names cannot be opened: the key for them is missing, or is not the one that sealed them. "
    "Everything else works without it. Tell whoever runs the platform."
)
REFUSED: dict[type[Exception], str] = {
    reasons.ReasonMissing: mark("State the reason in a few words. No name was shown."),
    reasons.ReasonTells: mark(
        "The reason holds what looks like a contact or a personal code. Write it without; no name "
        "was shown."
    ),
    attendance.ActivityUnknown: mark(
        "This activity is gone: somebody removed it. No name was shown."
    ),
    access.AccessRefused: NOT_YOURS,
}


@dataclass(frozen=True)
class Place:
    """One of several places on a screen: its name, and its label (an English source sentence)."""

    name: str
    label: str


def offer(words: Words, place: Place, find: Find, draw: Draw) -> None:
    """A fold that asks for a reason, and then lets ``draw`` show the names in it.

    Nothing is asked of the database while it is folded, nor drawn for whoever sees no names. The
    session keeps for which occasion the names are switched on, and no name.
    """
    with _guarded(words):
        disclosure, fold = _opened(words, place, find)
        if disclosure is not None:
            with fold, identities.discreet():
                draw(disclosure)


def opened(words: Words, place: Place, find: Find) -> Disclosure | None:
    """The same fold where the names stand elsewhere on the screen: under what they are shown."""
    with _guarded(words):
        return _opened(words, place, find)[0]
    return None


def table(
    words: Words, place: Place, rows: Sequence[Mapping[str, str]], headings: Mapping[str, str]
) -> None:
    """So many rows at a time, as a table that hands nothing over; contacts can be copied."""
    starts = range(0, len(rows), SHOWN_AT_MOST)
    first = 0
    if len(starts) > 1:
        spans = {at: f"{at + 1}–{min(at + SHOWN_AT_MOST, len(rows))}" for at in starts}
        first = st.selectbox(
            words.say("Rows shown"), starts, format_func=spans.__getitem__, key=f"{place.name}-rows"
        )
    some = pd.DataFrame(rows[first : first + SHOWN_AT_MOST])[list(headings)]
    plain = some.map(safe).assign(contact=some["contact"].map(_exact))
    named = plain.rename(columns=dict(headings))
    st.table(named.set_index(named.columns[0]))


def told(words: Words, known: Mapping[Any, Mapping[Any, Any]], number: Any) -> dict[str, str]:
    """The name and the contact of a person or a row, as the table says them."""
    if number not in known:
        return {"name": words.say("no name on record"), "contact": NONE}
    row = known[number]
    return {
        "name": row["name"] or words.say("cannot be opened"),
        "contact": row["contact"] or NONE,
    }


def headings(words: Words) -> dict[str, str]:
    """What the columns of names are called."""
    return {name: words.say(label) for name, label in HEADINGS.items()}


def _exact(contact: str) -> str:
    """As code, in which no sign means anything and none is added to what is copied."""
    return safe(contact) if "`" in contact or contact == NONE else f"`{contact}`"


def _opened(
    words: Words, place: Place, find: Find
) -> tuple[Disclosure | None, AbstractContextManager[object]]:
    """Under what names are shown, if they are switched on and not folded away; and the fold."""
    if not data.may(Right.READ_IDENTITIES):
        return None, nullcontext()
    fold = st.expander(words.say(place.label), key=f"{place.name}-open", on_change="rerun")
    if not fold.open:
        return None, fold
    with fold, _guarded(words):
        return _switched(words, place.name, find()), fold
    return None, fold


def _switched(words: Words, place: str, occasion: Occasion) -> Disclosure | None:
    disclosure = data.match(lambda c, reader: identities.standing(c, reader, occasion))
    if disclosure is None:
        _ask(words, place, occasion)
        return None
    _say_standing(words, disclosure)
    if desk.here().get(_switch(place)) != occasion:
        again = words.say("Show the names again")
        st.button(again, key=f"{place}-again", on_click=_turn_on, args=(place, occasion))
        return None
    st.button(words.say("Hide the names"), key=f"{place}-hide", on_click=_hide, args=(place,))
    return disclosure


@contextmanager
def _guarded(words: Words) -> Iterator[None]:
    """Refusals in a sentence."""
    try:
        yield
    except access.AccessRefused:
        st.info(words.say(NOT_YOURS))
    except IdentityKeyProblem:
        st.warning(words.say(KEY_LOST))


def _ask(words: Words, place: str, occasion: Occasion) -> None:
    outcome.show(words, place)
    with st.form(place, border=False):
        st.caption(
            words.say(
                "Before any name is shown, the audit log keeps who looks, when, at what, and the "
                "reason. Others read it: name nobody in it. One reason is enough for 12 hours."
            )
        )
        st.text_input(
            words.say("Reason *"), key=f"{place}-reason", max_chars=reasons.LONGEST_REASON
        )
        st.form_submit_button(
            words.say("Write it down and show the names"),
            on_click=_submit,
            args=(place, occasion),
        )


def _say_standing(words: Words, disclosure: Disclosure) -> None:
    text = words.say(
        "Your reason is entry No. {number} of the audit log.",
        number=words.number(disclosure.sequence),
    )
    st.caption(safe(text))


def _submit(place: str, occasion: Occasion) -> None:
    reason = str(st.session_state.get(f"{place}-reason", ""))
    try:
        data.disclose(occasion, reason)
    except tuple(REFUSED) as refusal:
        said = next(text for kind, text in REFUSED.items() if isinstance(refusal, kind))
        outcome.put(place, partial(_warn, said))
        return
    outcome.forget()
    _turn_on(place, occasion)


def _turn_on(place: str, occasion: Occasion) -> None:
    desk.here()[_switch(place)] = occasion


def _hide(place: str) -> None:
    desk.here().pop(_switch(place), None)


def _switch(place: str) -> str:
    return f"{place}-on"


def _warn(message: str, words: Words) -> None:
    st.warning(safe(words.say(message)))
