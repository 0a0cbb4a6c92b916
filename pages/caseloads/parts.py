"""The parts of the screen, one shown at a time: each asks for what it shows and draws it."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd

from data_access import caseloads, figures
from data_access.access import Right
from data_access.filters import Filters
from pages.caseloads import (
    by_month,
    by_post,
    by_round,
    care,
    contacted,
    coordinator,
    fair,
    lengths,
    loads,
    needs,
    open_cases,
    quiet,
    quiet_cases,
    reasons,
    results,
    totals,
    unmet,
)
from pages.shared import choices, data
from pages.shared.words import Words, mark


@dataclass(frozen=True)
class Selection:
    """What every part is about: the filters, the posts, the totals, and the last day."""

    filters: Filters
    posts: pd.DataFrame
    counted: pd.DataFrame
    day: dt.date


def families(words: Words, of: Selection) -> None:
    """Totals, families in care, new and closed, contacts by post and month, cases still open."""
    totals.cards(words, of.counted, of.posts, of.day)
    reported = data.frame(figures.reported, of.filters)
    totals.beside_reported(words, reported, of.counted, of.filters.round)
    care.show(words, of.posts, of.filters)
    by_post.show(words, of.posts, of.filters)
    by_month.show(words, data.frame(caseloads.months, of.filters), of.posts, of.counted, of.filters)
    found = data.frame(caseloads.open_cases, of.filters)
    open_cases.show(words, found, of.posts, of.day, of.filters)


def needs_and_results(words: Words, of: Selection) -> None:
    """What families need, who was asked, what came of it, how long cases last and why they end."""
    needs.show(words, data.frame(caseloads.needs, of.filters), of.counted)
    unmet.show(words, data.frame(caseloads.unmet, of.filters))
    contacted.show(words, data.frame(caseloads.contacted, of.filters))
    results.show(words, data.frame(caseloads.results, of.filters))
    lengths.show(words, data.frame(caseloads.lengths, of.filters), of.posts, of.filters)
    reasons.show(words, data.frame(caseloads.reasons, of.filters))


def compared(words: Words, of: Selection) -> None:
    """Load against hours, and contacts and new families per hour worked."""
    load = data.frame(caseloads.loads, of.filters)
    loads.show(words, load, of.posts, of.day, of.filters)
    fair.show(words, data.frame(caseloads.rates, of.filters), of.filters)


def rounds(words: Words, _of: Selection) -> None:
    """The rounds side by side, whichever is chosen."""
    by_round.show(words)


def follow_up(words: Words, of: Selection) -> None:
    """Cases long without contact; and what waits for the coordinator: reports, loads, hand-over."""
    quiet.show(words, data.frame(caseloads.quiet, of.filters), of.posts, of.day, of.filters)
    if data.may(Right.READ_RECORDS):
        found = data.frame(caseloads.quiet_cases, of.filters)
        quiet_cases.show(words, found, of.posts, of.filters)
        load = data.frame(caseloads.loads, of.filters)
        coordinator.show(words, load, of.posts, of.filters)


Show = Callable[[Words, Selection], None]
PARTS: Mapping[str, tuple[str, Show]] = {
    "families": (mark("Families and contacts"), families),
    "needs": (mark("Needs and results"), needs_and_results),
    "compared": (mark("Load and comparison"), compared),
    "rounds": (mark("Rounds"), rounds),
    "follow_up": (mark("To follow up"), follow_up),
}
"""By what the address calls them (``section``)."""


def show(words: Words, of: Selection) -> None:
    """The choice of a part, and the part."""
    named = {code: words.say(title) for code, (title, _) in PARTS.items()}
    part = choices.choice("section", words.say("Part of the page"), named, next(iter(named)))
    _, draw = PARTS[part]
    draw(words, of)
