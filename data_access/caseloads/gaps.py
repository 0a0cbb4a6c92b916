"""Days on which a mediator's post stood empty, one span for all that overlap or touch."""

import datetime as dt
from collections.abc import Iterable

from sqlalchemy import Connection, func, select

from data_access import schema
from data_access.caseloads.service import Span
from data_access.clock import today
from data_access.rules import months_before

A_DAY = dt.timedelta(days=1)


def gaps_by_post(connection: Connection) -> dict[int, list[Span]]:
    """The gaps of every post in their order; one without a last day goes on until today.

    A gap that begins later than it would so end has not begun.
    """
    gap = schema.post_gap
    statement = select(
        gap.c.mediator_post_id, gap.c.starts_on, func.coalesce(gap.c.ends_on, today())
    ).order_by(gap.c.mediator_post_id, gap.c.starts_on)
    found: dict[int, list[Span]] = {}
    for post, first, last in connection.execute(statement):
        if first <= last:
            found.setdefault(post, []).append((first, last))
    return {post: merged(spans) for post, spans in found.items()}


def merged(spans: Iterable[Span]) -> list[Span]:
    """Spans without a day in common, none of them following another at once."""
    found: list[Span] = []
    for first, last in sorted(spans):
        if found and first <= found[-1][1] + A_DAY:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return found


def days_within(spans: Iterable[Span], first: dt.date, last: dt.date) -> int:
    """How many days of merged spans lie between the two days, both included."""
    shared = (min(end, last) - max(start, first) for start, end in spans)
    return sum(max(days.days + 1, 0) for days in shared)


def is_empty(gaps: Iterable[Span], month: dt.date, held: Span | None) -> bool:
    """Whether a post stood empty on each of its days in the month that begins on the day.

    ``gaps`` are merged; of a post whose days are not known, they are all of the month's.
    """
    last = months_before(month, -1) - A_DAY
    first, final = (month, last) if held is None else (max(month, held[0]), min(last, held[1]))
    return days_within(gaps, first, final) == (final - first).days + 1
