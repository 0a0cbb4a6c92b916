"""Storing what was entered, taking it back, and what came of it."""

from collections.abc import Callable

import streamlit as st

from data_access import access, denominators, places, sources
from data_access.denominators import Numbers, Stored
from pages.inhabitants import draft as drafts
from pages.inhabitants import wording
from pages.inhabitants.draft import Draft
from pages.shared import data, desk, errors, forms, once
from pages.shared.words import Words, mark, safe

OUTCOME, NAME = "inhabitants-outcome", "inhabitants-save"
Named = dict[str, str]
Told = Callable[[Words, Named], str]

WITH_PLACES: dict[type[Exception], str] = {
    denominators.NumbersUnusable: mark(
        "A number of inhabitants is whole, not below 0 and at most 3 million. Correct it: "
        "{places}. Nothing was stored."
    ),
    denominators.NumbersChanged: mark(
        "Somebody else changed these numbers in the meantime: {places}. Nothing of yours was "
        "stored, and nothing is lost: what you entered stands in the table over what stands there "
        "now. Look at it and save again."
    ),
    denominators.NumbersFromDocuments: mark(
        "This number came from a document, so it is corrected here and not removed: {places}. "
        "Nothing was stored."
    ),
}
NOT_TAKEN_BACK = mark(
    "Somebody else changed these numbers since you saved them: {places}. Nothing was taken back."
)
REFUSALS: forms.Refusals = {
    denominators.SourceMissing: mark("Name the source that states it. Nothing was stored."),
    **{
        kind: forms.REFUSALS[kind]
        for kind in (access.AccessRefused, places.PlaceUnknown, sources.SourceUnknown)
    },
}
KINDS = (*WITH_PLACES, *REFUSALS)


def save(draft: Draft) -> None:
    """Store what differs; on a refusal it stays in the grid."""
    day = st.session_state.get(draft.day_key)
    values = draft.entered(drafts.edits(draft))
    changes = draft.changes(values, day)
    if not changes:
        if not once.is_repeated(NAME):
            _put("info", lambda words, _: words.say("Nothing differs from what is stored."))
        return
    done = _stored(draft, changes, draft.base)
    if done is None:
        draft.put({place: values[place] for place in changes})
        return
    draft.put({})
    draft.last = done
    once.done(NAME)
    _put("success", lambda words, _: told(words, done))


def take_back(draft: Draft) -> None:
    """What stood before the latest saving stands again."""
    last = draft.last
    if last is None:
        return
    done = _stored(draft, last.before, last.after, NOT_TAKEN_BACK)
    if done is None:
        return
    draft.last = None
    draft.put({})
    _put("success", lambda words, _: _taken_back(words, done))


def show_outcome(words: Words, named: Named) -> None:
    """What came of the latest saving, until the next one."""
    place = st.empty()
    kind, tell = desk.here().get(OUTCOME, ("", None))
    if tell is not None:
        errors.refusal_is_told()
        getattr(place, kind)(safe(tell(words, named)))


def told(words: Words, done: Stored) -> str:
    """How many numbers were stored and how many removed."""
    parts = []
    if done.stored or not done.removed:
        parts.append(words.count("{n} number stored", "{n} numbers stored", done.stored))
    if done.removed:
        parts.append(words.count("{n} number removed", "{n} numbers removed", done.removed))
    said = f"{', '.join(parts)}."
    return said[:1].upper() + said[1:]


def _taken_back(words: Words, done: Stored) -> str:
    back = words.say("Taken back.")
    return f"{back} {told(words, done)}"


def _stored(draft: Draft, numbers: Numbers, seen: Numbers, changed: str = "") -> Stored | None:
    """What was stored; None where it was refused. ``changed`` is said of numbers changed since."""
    try:
        return data.tell(
            lambda connection, reader: denominators.store(
                connection, reader, draft.of, numbers, seen
            )
        )
    except KINDS as refusal:
        errors.note_refusal(refusal)
        is_changed = isinstance(refusal, denominators.NumbersChanged)
        _put("warning", _refused(refusal, changed if is_changed else ""))
        return None


def _refused(refusal: Exception, instead: str) -> Told:
    found = tuple(getattr(refusal, "places", ()))
    known = {**WITH_PLACES, **REFUSALS}
    text = instead or str(next(told for kind, told in known.items() if isinstance(refusal, kind)))
    return lambda words, named: words.say(text, places=wording.places(words, named, found))


def _put(kind: str, tell: Told) -> None:
    desk.here()[OUTCOME] = (kind, tell)
