"""The posts whose reports a reader may bring, and what became of the report of each month."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from data_access import caseloads, rounds
from data_access.access import Right
from data_access.caseloads import MonthStatus
from data_access.clock import today
from data_access.filters import Filters
from data_access.rules import PlaceKind, months_before
from pages.shared import data, reach
from pages.shared.posts import called, told_apart
from pages.shared.words import Words

Row = Mapping[Any, Any]

RECENT = 24
"""So many months are offered of a post where not even the round's days are stated."""
UNKNOWN = "unknown"
"""Whether a report of the month is missing nobody can tell."""
WANTED = (MonthStatus.MISSING, UNKNOWN, MonthStatus.RUNNING)


@dataclass(frozen=True)
class Post:
    """A post by its place, and its months in order, each with what became of its report."""

    number: int
    called: str
    round: str
    is_made_up: bool
    months: Mapping[dt.date, str]

    @property
    def is_owing(self) -> bool:
        """Whether a month is over and its report is not there."""
        return MonthStatus.MISSING in self.months.values()

    @property
    def wanted(self) -> dt.date | None:
        """The month whose report is wanted first; None where the post was held in no month yet.

        The earliest of which none is there; of a post whose days are not stated the latest.
        """
        for status in WANTED:
            found = [month for month, is_so in self.months.items() if is_so == status]
            if found:
                return max(found) if status == UNKNOWN else min(found)
        return max(self.months, default=None)


Posts = Mapping[int, Post]


def posts(words: Words, chosen: Filters) -> Posts:
    """The posts of the round, or of all, at which the reader keeps records; by their numbers."""
    asked = Filters(round=chosen.round)
    rows = [row for row in data.frame(caseloads.posts, asked).to_dict("records") if _is_kept(row)]
    named = {int(row["post"]): _called(words, row, asked) for row in rows}
    names, months = told_apart(words, named), _months(asked)
    return {
        int(row["post"]): Post(
            int(row["post"]),
            names[int(row["post"])],
            str(row["round"]),
            bool(row["is_made_up"]),
            _months_of(row, months.get(int(row["post"]), {})),
        )
        for row in rows
    }


def is_closed(round_: str) -> bool:
    """Whether the round takes no report any more."""
    rows = data.frame(rounds.listed, Filters(round=round_)).to_dict("records")
    return bool(rows) and not pd.isna(rows[0]["closed_at"])


def _is_kept(row: Row) -> bool:
    """Whether the reader keeps records at the post; another role may show more of them."""
    place = row["stands_at"] if row["place_kind"] == PlaceKind.MUNICIPALITY else None
    return reach.may_at(Right.KEEP_RECORDS, str(row["round"]), place)


def _called(words: Words, row: Row, asked: Filters) -> str:
    name = called(words, row, asked)
    return name if asked.round is not None else f"{name}, {row['round']}"


def _months(asked: Filters) -> dict[int, dict[dt.date, str]]:
    """Every month of each post that was held in it or reported on."""
    found: dict[int, dict[dt.date, str]] = {}
    for row in data.frame(caseloads.missing, asked).to_dict("records"):
        found.setdefault(int(row["post"]), {})[row["month"].date()] = str(row["status"])
    return found


def _months_of(row: Row, told: dict[dt.date, str]) -> dict[dt.date, str]:
    """The months of a post in order; of one whose days are not stated those of its round too."""
    if not pd.isna(row["months"]):
        return dict(sorted(told.items()))
    return dict(sorted((dict.fromkeys(_of_round(str(row["round"])), UNKNOWN) | told).items()))


def _of_round(round_: str) -> list[dt.date]:
    """The months of the round that are over, as it was or as planned; else the latest ones."""
    this = today().replace(day=1)
    (row,) = data.frame(rounds.listed, Filters(round=round_)).to_dict("records")
    for named in ("actual", "planned"):
        first, last = row[f"{named}_starts_on"], row[f"{named}_ends_on"]
        if not pd.isna(first):
            end = this if pd.isna(last) else min(this, months_before(last.date(), -1))
            return _between(first.date().replace(day=1), end.replace(day=1))
    return _between(months_before(this, RECENT), this)


def _between(first: dt.date, end: dt.date) -> list[dt.date]:
    """The months from the first one on, without the last."""
    count = (end.year - first.year) * 12 + end.month - first.month
    return [months_before(first, -number) for number in range(count)]
