"""Rounds of unlike length: how long they were, what changed, and why that misleads."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from pages.shared.words import Words

Row = Mapping[Any, Any]


def warnings(words: Words, rows: Sequence[Row]) -> Iterator[str]:
    """Where rounds are of unlike length: how long they were, and what changed between them."""
    lengths = {row["round"]: int(row["months"]) for row in rows if not pd.isna(row["months"])}
    if len(set(lengths.values())) < 2:  # noqa: PLR2004 - two lengths that differ
        return
    listed = ", ".join(
        words.count("{code}: {n} month", "{code}: {n} months", months, code=code)
        for code, months in lengths.items()
    )
    yield words.say(
        "These rounds lasted unlike long ({list}), so neither families per mediator nor families "
        "per mediator-month can be compared between them.",
        list=listed,
    )
    yield from _changes(words, rows)


def _changes(words: Words, rows: Sequence[Row]) -> Iterator[str]:
    """The changes from round to round of those that lasted unlike long."""
    for row in rows:
        # Without a round before it, or where that had no families, there is no change.
        if pd.isna(row["per_mediator_change"]):
            continue
        if row["months_before"] != row["months"]:
            yield words.say(
                "From round {before} to round {code}: families per mediator {change}, families "
                "per mediator-month {monthly}. Both numbers mislead.",
                before=row["against"],
                code=row["round"],
                change=_signed(words, int(row["per_mediator_change"])),
                monthly=_signed(words, int(row["per_mediator_month_change"])),
            )


def _signed(words: Words, percent: int) -> str:
    sign = "+" if percent > 0 else "−" if percent < 0 else "±"
    return sign + words.percent(abs(percent))


def why(words: Words) -> str:
    """Why both rates mislead where rounds are of unlike length."""
    return words.say(
        "Families are a stock that builds up: a family counts once in a round, whether its "
        "mediator was there for one month or for all. A longer round gathers more families, so "
        "families per mediator favour it. Yet families who stay are not counted again, so the "
        "longer a round lasts the fewer come on each month, even where just as much is done. What "
        "mediators do is better told by families in care at one time and by contacts per hour."
    )
