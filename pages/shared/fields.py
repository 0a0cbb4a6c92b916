"""The fields of a form: what each takes, what it shows at first, and what it hands over."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from typing import Any

import pandas as pd
import streamlit as st

from data_access.filters import FIRST_DAY, LAST_DAY
from pages.shared.choices import told_apart
from pages.shared.words import Words, safe

LONGEST_LINE, LONGEST_TEXT = 300, 4000
LARGEST_NUMBER = 2_000_000_000
CENTS, LARGEST_AMOUNT = 100, Decimal(20_000_000)
WHOLE = Decimal(100)
HOURS_A_MONTH = Decimal(744)
_DECIMAL = re.compile(r"\d+([.,]\d{1,2})?")


class Unreadable(ValueError):
    """What stands in a field is no amount or share that can be meant."""


class Kind(Enum):
    """What a field takes; MONEY is cents of euro, SHARE percent of a whole, HOURS a number of them.

    These are written as text: a browser's own field for numbers drops the comma of 1234,56 where
    its language is English, and 123456 is left.
    """

    LINE = "line"
    TEXT = "text"
    CHOICE = "choice"
    CHOICES = "choices"
    DAY = "day"
    NUMBER = "number"
    MONEY = "money"
    SHARE = "share"
    HOURS = "hours"
    FLAG = "flag"


@dataclass(frozen=True)
class Field:
    """One field: the column it fills, and its label (an English source sentence).

    ``options`` of a choice are codes with their names in the reader's language; the code ``""``
    stands for nothing chosen; ``CHOICES`` takes any number of them. A required choice that the
    row leaves open begins empty.
    """

    name: str
    label: str
    kind: Kind = Kind.LINE
    options: Mapping[str, str] = field(default_factory=dict)
    required: bool = False
    help: str = ""

    def holds(self, value: object) -> bool:
        """Whether a value that was chosen before can still be chosen."""
        if self.kind is Kind.CHOICES:
            return isinstance(value, list) and set(value) <= set(self.options)
        is_open = value is None and (self.required or not self.options)
        return self.kind is not Kind.CHOICE or is_open or value in self.options


def draw(words: Words, each: Field, key: str) -> None:
    """The field's widget; the session holds under ``key`` what it shows.

    Its help stands under it: Streamlit's own sign for help speaks English to screen readers.
    """
    label = words.say(each.label)
    WIDGETS[each.kind](words, each, f"{label} *" if each.required else label, key)
    if each.help:
        st.caption(safe(words.say(each.help)))


def initial(words: Words, each: Field, value: Any) -> Any:
    """What the widget shows for a value of the row."""
    if each.kind is Kind.CHOICE:
        return _chosen(each, value)
    if each.kind is Kind.CHOICES:
        return [code for code in value or () if code in each.options]
    if value is None or pd.isna(value):
        return EMPTY.get(each.kind)
    if each.kind in DECIMALS:
        return SHOWN[each.kind](value).replace(".", "," if words.language == "lv" else ".")
    return SHOWN[each.kind](value)


def entered(each: Field, value: Any) -> Any:
    """What is stored for what the widget holds; None for nothing.

    Refuses (Unreadable) an amount or a share that is not written as 1234,56 or 1234.56.
    """
    if not isinstance(value, str):
        return value
    text = value.strip()
    return DECIMALS.get(each.kind, str)(text) if text else None


def _cents(text: str) -> int:
    return int(_decimal(text, LARGEST_AMOUNT) * CENTS)


def _percent(text: str) -> float:
    return float(_decimal(text, WHOLE))


def _hours(text: str) -> float:
    return float(_decimal(text, HOURS_A_MONTH))


def _decimal(text: str, most: Decimal) -> Decimal:
    """A number with a comma or a point before at most two digits; spaces may part thousands."""
    plain = "".join(text.split())
    if not _DECIMAL.fullmatch(plain) or (number := Decimal(plain.replace(",", "."))) > most:
        raise Unreadable("Not an amount or share.")
    return number


def _chosen(each: Field, value: Any) -> str | None:
    if value in each.options:
        return str(value)
    return None if each.required else next(iter(each.options), None)


def _line(_words: Words, _each: Field, label: str, key: str) -> None:
    st.text_input(label, key=key, max_chars=LONGEST_LINE)


def _text(_words: Words, _each: Field, label: str, key: str) -> None:
    st.text_area(label, key=key, max_chars=LONGEST_TEXT)


def _choice(words: Words, each: Field, label: str, key: str) -> None:
    names = told_apart(each.options)
    st.selectbox(
        label,
        list(each.options),
        # Only a required choice may be emptied again, and is asked for then.
        index=None if each.required else 0,
        format_func=lambda code: names.get(code, str(code)),
        placeholder=words.say("Choose"),
        key=key,
    )


def _choices(words: Words, each: Field, label: str, key: str) -> None:
    names = told_apart(each.options)
    st.multiselect(
        label,
        list(each.options),
        format_func=lambda code: names.get(code, str(code)),
        placeholder=words.say("Choose"),
        key=key,
    )


def _day(_words: Words, _each: Field, label: str, key: str) -> None:
    st.date_input(
        label,
        value=None,
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        format="DD.MM.YYYY",
        key=key,
    )


def _number(_words: Words, _each: Field, label: str, key: str) -> None:
    st.number_input(label, 0, LARGEST_NUMBER, None, 1, key=key)


def _flag(_words: Words, _each: Field, label: str, key: str) -> None:
    st.checkbox(label, key=key)


def _as_day(value: Any) -> dt.date:
    return value.date() if isinstance(value, dt.datetime) else value


WIDGETS: dict[Kind, Callable[[Words, Field, str, str], None]] = {
    Kind.LINE: _line,
    Kind.TEXT: _text,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.DAY: _day,
    Kind.NUMBER: _number,
    Kind.MONEY: _line,
    Kind.SHARE: _line,
    Kind.HOURS: _line,
    Kind.FLAG: _flag,
}
SHOWN: dict[Kind, Callable[[Any], Any]] = {
    Kind.LINE: str,
    Kind.TEXT: str,
    Kind.DAY: _as_day,
    Kind.NUMBER: int,
    Kind.MONEY: lambda cents: f"{Decimal(int(cents)) / CENTS:.2f}",
    Kind.SHARE: lambda share: f"{float(share):.10g}",
    Kind.HOURS: lambda hours: f"{float(hours):.10g}",
    Kind.FLAG: bool,
}
DECIMALS: dict[Kind, Callable[[str], Any]] = {
    Kind.MONEY: _cents,
    Kind.SHARE: _percent,
    Kind.HOURS: _hours,
}
EMPTY: dict[Kind, Any] = {
    **dict.fromkeys((Kind.LINE, Kind.TEXT, *DECIMALS), ""),
    Kind.FLAG: False,
}
