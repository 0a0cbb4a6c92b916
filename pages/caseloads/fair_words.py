"""What a rate and its interval say, town by town, in plain words."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from data_access.access import Right
from data_access.rules import Stands
from pages.shared import data, looks, reach
from pages.shared.words import Words, mark

Row = Mapping[Any, Any]
FIGURES = {
    "contacts": mark("Contacts per 100 hours worked"),
    "families": mark("New families per 100 hours worked"),
}
COUNTS = {
    "contacts": mark("Contacts in these hours"),
    "families": mark("New families in these hours"),
}
VERDICTS = {
    "within": mark(
        "{town}: {counted}, {rate} per 100 hours; by chance alone between {low} and {high}, so it "
        "cannot be told from the whole ({whole})."
    ),
    "below": mark(
        "{town}: {counted}, {rate} per 100 hours; by chance alone between {low} and {high}: fewer "
        "than in the whole ({whole}), and chance alone hardly explains it."
    ),
    "above": mark(
        "{town}: {counted}, {rate} per 100 hours; by chance alone between {low} and {high}: more "
        "than in the whole ({whole}), and chance alone hardly explains it."
    ),
}
ALONE = mark("{town}: {counted}, {rate} per 100 hours; by chance alone between {low} and {high}.")


def town(words: Words, row: Row) -> str:
    """The place in the look, or all of them together."""
    if row["is_all"]:
        is_part = reach.is_limited() or not data.may(Right.READ_FIGURES)
        text = words.say("All places together")
        return words.say("{text} (as far as your role sees)", text=text) if is_part else text
    name = words.pick(row, "name")
    if row["place"] == Stands.UNLISTED and name:
        return words.say("{place} (not on the round's list)", place=name)
    called = looks.called(words, row["place"], name)
    return called[:1].upper() + called[1:]


def count(words: Words, row: Row, figure: str) -> str:
    """How many; without hours nothing is counted."""
    return "–" if pd.isna(row["hours"]) else words.number(int(row[figure]))


def rate(words: Words, row: Row, figure: str) -> str:
    """``13.5 (9.8–18.3)``: the rate, and what chance alone could have made of it."""
    if pd.isna(row["hours"]):
        return "–"
    low, high = _bounds(words, row, figure)
    return f"{words.decimal(row[f'{figure}_per_100'], 1)} ({low}–{high})"


def numbers(words: Words, row: Row, figure: str) -> str:
    """The rate with its interval and its hours, or why there is none."""
    if pd.isna(row["hours"]):
        return words.say("zero hours") if _is_zero(row) else words.say("hours not stated")
    hours = words.number(row["hours"])
    return words.say("{rate} · {hours} h", rate=rate(words, row, figure), hours=hours)


def line(words: Words, row: Row, whole: Row | None, figure: str) -> str:
    """A town's rate in a sentence, beside the whole where there is one to be compared with."""
    if pd.isna(row["hours"]):
        pattern = (
            mark("{town}: the reports state zero hours, and nothing can be divided by them.")
            if _is_zero(row)
            else mark("{town}: no hours are stated, so there is no rate.")
        )
        return words.say(pattern, town=town(words, row))
    verdict = None if whole is None else row[f"{figure}_verdict"]
    low, high = _bounds(words, row, figure)
    return words.say(
        VERDICTS[verdict] if verdict else ALONE,
        town=town(words, row),
        counted=_counted(words, row, figure),
        rate=words.decimal(row[f"{figure}_per_100"], 1),
        low=low,
        high=high,
        whole="" if whole is None else words.decimal(whole[f"{figure}_per_100"], 1),
    )


def _bounds(words: Words, row: Row, figure: str) -> tuple[str, str]:
    return words.decimal(row[f"{figure}_low"], 1), words.decimal(row[f"{figure}_high"], 1)


def _counted(words: Words, row: Row, figure: str) -> str:
    number, in_hours = int(row[figure]), _in_hours(words, row["hours"])
    if figure == "contacts":
        return words.count(
            "{n} contact {in_hours}", "{n} contacts {in_hours}", number, in_hours=in_hours
        )
    return words.count(
        "{n} new family {in_hours}", "{n} new families {in_hours}", number, in_hours=in_hours
    )


def _in_hours(words: Words, hours: float) -> str:
    if hours == int(hours):
        return words.count("in {n} hour", "in {n} hours", int(hours))
    return words.say("in {n} hours", n=words.number(hours))


def _is_zero(row: Row) -> bool:
    """Whether it is zero hours that are stated, and not none."""
    return bool(row["months_zero"]) and not row["months_without"]
