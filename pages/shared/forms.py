"""Forms of upkeep: fields as data, one way to store them, and a sentence about what came of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from data_access import access, codes, periods, places, rounds, sources, upkeep
from pages.shared import data, desk, errors, once
from pages.shared.data import Store, Values
from pages.shared.fields import Field, Kind, Unreadable, draw, entered, initial
from pages.shared.words import Words, mark, safe

__all__ = [
    "REFUSALS",
    "Field",
    "Kind",
    "Refusals",
    "button",
    "edit",
    "may",
    "may_everywhere",
    "outcome",
]

Told = str | Callable[[Words, Any], str]
Refusals = Mapping[type[Exception], Told]
"""What a refusal says: an English source sentence, or a function of the refusal itself."""

OUTCOME = "outcome-of-a-form"
STORED = mark("Stored. What stood before is kept in the history.")
ADDED = mark("Added.")
TAKEN_BACK = mark("Taken back.")
DONE = frozenset({STORED, ADDED, TAKEN_BACK})
REFUSALS: dict[type[Exception], str] = {
    upkeep.ChangedMeanwhile: mark(
        "Somebody else changed this in the meantime. Nothing of yours was stored: look at what "
        "stands there now, and store yours again if it still holds."
    ),
    upkeep.RowUnknown: mark("This entry is gone: somebody removed it. Nothing was stored."),
    upkeep.NotByHand: mark(
        "This did not come by hand, so it is corrected here and not removed. Nothing was stored."
    ),
    access.AccessRefused: errors.NOT_ALLOWED,
    codes.CountryUnusable: mark(
        "A country is written with two letters, such as LV or LT, and EU for the Union. "
        "Nothing was stored."
    ),
    periods.DaysUnusable: mark(
        "The days do not fit: a last day needs a first day, and none may come before it. "
        "Nothing was stored."
    ),
    places.PlaceUnknown: mark("There is no such place. Choose another one; nothing was stored."),
    rounds.RoundClosed: mark(
        "The round is closed, so its records stay as they are. Nothing was stored; to correct "
        "them, open the round again under “Rounds”."
    ),
    rounds.RoundApproved: mark(
        "The round is approved, so nothing of it changes. Nothing was stored; to correct it, "
        "withdraw the approval under “Rounds”."
    ),
    sources.AddressUnusable: mark(
        "An address begins with https:// or http://. Correct it and store again; "
        "nothing was stored."
    ),
    sources.SourceUnknown: mark("There is no such source. Choose another one; nothing was stored."),
}
MISSING = mark("Fill in: {fields}. Nothing was stored.")
UNREADABLE = mark("Write with digits, as in 1234,56: {fields}. Nothing was stored.")


@dataclass(frozen=True)
class _Form:
    """What the callback of a form or a button needs to know of it."""

    name: str
    fields: tuple[Field, ...]
    store: Store
    refusals: Refusals
    keep: bool
    after: Callable[[], object] | None
    done: str


def may(right: access.Right) -> bool:
    """Whether whoever is reading may do this; forms that nobody could store are not drawn."""
    return access.may(data.reader(), right)


def may_everywhere(right: access.Right) -> bool:
    """Whether whoever is reading may do this in all rounds and places, as what all share asks."""
    return access.may_at(data.reader(), right)


def edit(
    words: Words,
    name: str,
    fields: Sequence[Field],
    row: Mapping[Any, Any],
    store: Store,
    *,
    submit: str,
    refusals: Refusals | None = None,
    keep: bool = True,
    after: Callable[[], object] | None = None,
    done: str = STORED,
) -> None:
    """A form filled with the row; ``store`` gets the values in the transaction that writes.

    ``name`` tells forms of one screen apart; ``submit`` is the button's label in the reader's
    language. Empty lines are None. With ``keep=False`` a form that was stored is empty again, for
    adding the next one. ``after`` runs once it is stored. What came of it stands above the form,
    ``done`` where it is stored (one of DONE).

    The form follows the row: once somebody else changed what stands in its fields, it shows that,
    so that nobody stores old values unawares. Only what was just refused stays as it was typed.
    """
    form = _Form(name, tuple(fields), store, {**REFUSALS, **(refusals or {})}, keep, after, done)
    outcome(words, name)
    _follow(words, name, fields, row)
    with st.form(name, border=False):
        for each in fields:
            draw(words, each, _key(name, each))
        st.form_submit_button(submit, on_click=_submit, args=(form,))


def button(
    words: Words,
    name: str,
    label: str,
    store: Store,
    *,
    refusals: Refusals | None = None,
    after: Callable[[], object] | None = None,
    done: str = STORED,
) -> None:
    """A button that writes; what came of it stands above, as in ``edit``."""
    all_refusals = {**REFUSALS, **(refusals or {})}
    form = _Form(name, (), store, all_refusals, keep=True, after=after, done=done)
    outcome(words, name)
    st.button(label, key=name, on_click=_submit, args=(form,))


def outcome(words: Words, name: str) -> None:
    """What came of the latest answer, at its form, until the next one."""
    place = st.empty()
    answered, told, about = desk.here().get(OUTCOME, (None, "", None))
    if answered != name:
        return
    errors.refusal_is_told()
    if callable(told):
        text = told(words, about)
    else:
        text = words.say(told, fields=", ".join(words.say(label) for label in about or ()))
    (place.success if told in DONE else place.warning)(safe(text))


def _follow(words: Words, name: str, fields: Sequence[Field], row: Mapping[Any, Any]) -> None:
    """Bring the fields in step with the row before they are drawn."""
    state, drawn, refused = st.session_state, f"{name}-drawn", f"{name}-refused"
    values = {each.name: initial(words, each, row.get(each.name)) for each in fields}
    kept = desk.here()
    stood = kept.get(drawn, values)
    # A field that comes or goes leaves what was typed in the others.
    is_changed = any(stood.get(each, of) != of for each, of in values.items())
    is_changed = is_changed and refused not in kept
    is_emptied = kept.pop(f"{name}-emptied", False)
    for each in fields:
        key = _key(name, each)
        if key not in state or is_changed or is_emptied or not each.holds(state[key]):
            state[key] = values[each.name]
    kept[drawn] = values
    kept.pop(refused, None)


def _submit(form: _Form) -> None:
    values, unreadable = _values(form)
    if once.is_repeated(form.name, values):
        return
    if unreadable:
        desk.here()[OUTCOME] = (form.name, UNREADABLE, unreadable)
        return
    empty = [each.label for each in form.fields if each.required and values[each.name] is None]
    if empty:
        desk.here()[OUTCOME] = (form.name, MISSING, empty)
        return
    if not _write(form, values):
        desk.here()[f"{form.name}-refused"] = True
        return
    once.done(form.name, values)
    if not form.keep:
        desk.here()[f"{form.name}-emptied"] = True
    if form.after is not None:
        form.after()


def _values(form: _Form) -> tuple[Values, list[str]]:
    """What the fields hold, and the labels of those that cannot be read."""
    values, unreadable = Values(), []
    for each in form.fields:
        try:
            values[each.name] = entered(each, st.session_state[_key(form.name, each)])
        except Unreadable:
            unreadable.append(each.label)
    return values, unreadable


def _write(form: _Form, values: Values) -> bool:
    try:
        data.tell(lambda connection, reader: form.store(connection, reader, values))
    except tuple(form.refusals) as refusal:
        # What is said of the kind itself is said before what is said of all such refusals.
        told = next(form.refusals[kind] for kind in type(refusal).__mro__ if kind in form.refusals)
        about = refusal.with_traceback(None) if callable(told) else None
        errors.note_refusal(refusal)
        desk.here()[OUTCOME] = (form.name, told, about)
        return False
    desk.here()[OUTCOME] = (form.name, form.done, None)
    return True


def _key(name: str, each: Field) -> str:
    return f"{name}-{each.name}"
