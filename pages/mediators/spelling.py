"""How lines of a post's history are written: gaps, trainings, hours and other posts in words."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pandas as pd

from data_access import institutions
from data_access.filters import Filters
from data_access.mediators import untold
from pages.mediators import labels
from pages.shared import data
from pages.shared.vocabulary import GAP_REASONS, TRAINING_KINDS
from pages.shared.words import Words

Names = dict[str, dict[str, str]]
Spell = Callable[[Words, str], str]


def names(words: Words, changes: pd.DataFrame, named: labels.Labels) -> Names:
    """What the values of the changes are called, by column; ``named`` are the round's posts."""
    spell: dict[str, Spell] = {
        "gap": _gap,
        "training": _training,
        "hours_per_week": lambda words, text: words.number(float(text)),
        "substitutes_post_id": lambda words, text: named.get(int(text), words.say("another post")),
    }
    told: Names = {}
    for line in changes[changes["column_name"].isin(list(spell))].to_dict("records"):
        column = str(line["column_name"])
        values = [line[which] for which in ("old_value", "new_value")]
        told.setdefault(column, {}).update(
            {value: spell[column](words, value) for value in values if value is not None}
        )
    return told


def _gap(words: Words, text: str) -> str:
    first, last, reason = untold(text)
    row = {"starts_on": _day(first), "ends_on": _day(last)}
    return f"{labels.held(words, row)}, {words.code(GAP_REASONS, reason)}"


def _training(words: Words, text: str) -> str:
    day, kind, hours, institution = untold(text)
    held = _day(day)
    parts = [
        words.code(TRAINING_KINDS, kind),
        words.say("date not stated") if held is None else words.date(held),
        hours and words.say("hours: {n}", n=words.number(float(hours))),
        institution and _institutions(words).get(institution, institution),
    ]
    return ", ".join(part for part in parts if part)


def _day(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)


def _institutions(words: Words) -> dict[str, Any]:
    rows = data.frame(institutions.listed, Filters()).to_dict("records")
    return {str(row["code"]): words.pick(row, "name") for row in rows}
