"""An entry of the log in words: codes by their names, counts as they are, nobody's name."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

import pandas as pd

from pages.audit.vocabulary import ACTIONS, DETAILS, SUBJECTS
from pages.shared.words import Words, mark

ACCOUNT, OPERATOR = "account", "local:operator"
NOTHING = "–"
YES_NO = {True: mark("yes"), False: mark("no")}


def action(words: Words, code: str) -> str:
    """What was done; a code that nobody named as it is."""
    return _named(words, ACTIONS, code)


def actor(words: Words, code: str) -> str:
    """Who did it: the number of an account, or whoever works at the machine itself."""
    kind, _, number = code.partition(":")
    if kind == ACCOUNT and number.isdecimal():
        return words.say("account No. {number}", number=number)
    return words.say("the command line") if code == OPERATOR else code


def moment(words: Words, when: dt.datetime) -> str:
    """When it happened, to the second, by the clock of Riga."""
    return f"{words.moment(when)}:{when:%S}"


def subject(words: Words, table: str | None, number: Any) -> str:
    """What it was done to: the kind of row, and its number."""
    if table is None:
        return NOTHING
    kind = _named(words, SUBJECTS, table)
    return kind if pd.isna(number) else words.say("{kind} No. {number}", kind=kind, number=number)


def details(words: Words, said: Mapping[str, Any] | None) -> str:
    """Every code and count that the entry holds, under its name."""
    if not said:
        return NOTHING
    return "; ".join(f"{_named(words, DETAILS, k)}: {_value(words, v)}" for k, v in said.items())


def _value(words: Words, value: Any) -> str:
    if isinstance(value, bool):
        return words.code({str(k): v for k, v in YES_NO.items()}, value)
    if isinstance(value, int | float):
        return words.number(value)
    if isinstance(value, Mapping):
        inner = (f"{_named(words, SUBJECTS, k)} {_value(words, v)}" for k, v in value.items())
        return ", ".join(inner) or NOTHING
    return NOTHING if value is None else str(value)


def _named(words: Words, vocabulary: Mapping[str, str], code: str) -> str:
    return words.code(vocabulary, code) if code in vocabulary else code
