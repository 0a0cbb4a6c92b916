"""What places and numbers of inhabitants are called."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from data_access.denominators import COUNTRY
from pages.shared.words import Words

Row = Mapping[Any, Any]


def divisions(words: Words, municipalities: pd.DataFrame) -> dict[str, str]:
    """Each division by its days and how many municipalities it has."""
    named = {}
    for code, rows in municipalities.groupby("division", sort=False):
        number = words.count("{n} municipality", "{n} municipalities", len(rows))
        named[str(code)] = f"{number}, {_days(words, rows.iloc[0].to_dict())}"
    return named


def day(value: Any) -> dt.date | None:
    """The day as a date; None where none is stated."""
    return None if value is None or pd.isna(value) else pd.Timestamp(value).date()


def as_of(words: Words, value: Any) -> str:
    """Of which day a number is."""
    on = day(value)
    return words.say("date not stated") if on is None else words.date(on)


def number(words: Words, value: int | str | None) -> str:
    """A number as it is read, or what was typed; none is not stated, which is not zero."""
    if isinstance(value, str):
        return value
    return words.say("not stated") if value is None else words.number(value)


def places(words: Words, named: Mapping[str, str], of: Iterable[str]) -> str:
    """The names of places within a sentence."""
    return ", ".join(words.say("Latvia") if each == COUNTRY else named[each] for each in of)


def _days(words: Words, row: Row) -> str:
    begins = words.date(row["valid_from"].date())
    if pd.isna(row["valid_to"]):
        return words.say("since {day}", day=begins)
    return f"{begins}–{words.date(row['valid_to'].date())}"
