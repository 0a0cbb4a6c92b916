"""How an activity's particulars are written, in a list and on its own page alike."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from pages.shared.vocabulary import ACTIVITY_KINDS, AREAS, QUALIFIERS
from pages.shared.words import Words

Row = Mapping[Any, Any]


def when(words: Words, row: Row) -> str:
    """The days, as exactly as they are known."""
    return words.period(row["starts_on"], row["ends_on"], row["date_precision"])


def kind_and_area(words: Words, row: Row) -> str:
    """What form it took, and in which policy area if the source names one."""
    area = words.code(AREAS, row["area"])
    return f"{words.code(ACTIVITY_KINDS, row['kind'])}, {area.lower()}"


def headcount(words: Words, row: Row) -> str:
    """How many people a document says were there."""
    if pd.isna(row["headcount"]):
        return words.say("headcount not stated")
    number = int(row["headcount"])
    people = words.count("{n} person", "{n} persons", number)
    qualified = QUALIFIERS[row["headcount_qualifier"]]
    return words.say(qualified, value=people)


def documents(words: Words, row: Row) -> str:
    """How many documents it left."""
    return words.count("{n} document", "{n} documents", int(row["documents"]))
