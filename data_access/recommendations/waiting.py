"""How long it took until the Council confirmed, and how many entries still wait for that."""

from typing import Any

import pandas as pd
from sqlalchemy import (
    ColumnElement,
    Connection,
    Float,
    FromClause,
    Integer,
    Select,
    Subquery,
    and_,
    case,
    cast,
    func,
    literal,
    null,
    select,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.filters import Filters
from data_access.frames import PART, WHOLE, WORD, frame
from data_access.recommendations.chosen import chosen, standing_there
from data_access.recommendations.counts import VALUE, values_by
from data_access.recommendations.register import EVERYTHING
from data_access.recommendations.wanted import NOT_STATED, Wanted
from data_access.rules import DONE, ENDED, Claim, Status

WAITING = {
    "code": WORD,
    "name_lv": WORD,
    "name_en": WORD,
    "confirmed": WHOLE,
    "made": WHOLE,
    "days": PART,
    "claimed": WHOLE,
    "days_claimed": PART,
    "open": WHOLE,
}
ENOUGH = 3
"""Of fewer entries a median says nothing."""

ALL = "all"
NUMBERS = ("confirmed", "open", "made", "claimed")

Row = dict[str, Any]


class days_between(FunctionElement[int]):  # noqa: N801 - written in a statement as a function
    """Whole days from the one day to the other, the same on both databases."""

    type = Integer()
    inherit_cache = True


@compiles(days_between)
def _subtracted(element: Any, compiler: SQLCompiler, **options: Any) -> str:
    first, last = (compiler.process(day, **options) for day in element.clauses)
    return f"({last} - {first})"


@compiles(days_between, "sqlite")
def _of_julian_days(element: Any, compiler: SQLCompiler, **options: Any) -> str:
    first, last = (compiler.process(day, **options) for day in element.clauses)
    return f"CAST(julianday({last}) - julianday({first}) AS INTEGER)"


def waiting(
    connection: Connection,
    reader: Reader,
    filters: Filters,
    wanted: Wanted = EVERYTHING,
    by: str = ALL,
) -> pd.DataFrame:
    """Median days until the Council confirmed, in all, or ``by`` area, addressee or round.

    Of the wanted entries ``confirmed`` stand confirmed done on the day told of, and ``open`` are
    still open then (not ``rules.ENDED``). ``days`` is the median from the day an entry was made
    to its confirmation, over the ``made`` confirmed ones that state such a day, no later than the
    confirmation; ``days_claimed`` that from the claim that was confirmed, over the ``claimed``
    ones. The confirmation is the first since which the entry has been settled without a break.
    Of fewer than ENOUGH there is no median. An entry counts under each of its addressees; what is
    not stated comes last. Columns: WAITING.
    """
    require(reader, Right.READ_PUBLISHED)
    told = _told(_lives(filters, wanted), filters, by)
    rows = [dict(row) for row in connection.execute(_numbers(told)).mappings()]
    medians = {
        name: {row.code: row.days for row in connection.execute(_medians(told, told.c[of]))}
        for name, of in (("days", "from_made"), ("days_claimed", "from_claim"))
    }
    for row in rows:
        row |= {name: found.get(row["code"]) for name, found in medians.items()}
    return frame(sorted(rows, key=_stated_first), WAITING)


def _lives(filters: Filters, wanted: Wanted) -> Subquery:
    """Each entry with its status, and the days that its confirmation took."""
    entry, standing, report = (
        schema.recommendation,
        schema.recommendation_standing,
        schema.progress_report,
    )
    run = standing.alias("run")
    confirmed_on = func.min(case((run.c.status == Status.CONFIRMED_DONE, run.c.starts_on)))
    from_made = case((entry.c.made_on <= confirmed_on, days_between(entry.c.made_on, confirmed_on)))
    is_claim = func.max(report.c.claim) == Claim.DONE
    from_claim = case((is_claim, days_between(func.min(run.c.starts_on), confirmed_on)))
    statement = select(
        entry.c.id,
        standing.c.status,
        from_made.label("from_made"),
        from_claim.label("from_claim"),
    ).select_from(entry)
    return (
        standing_there(statement, filters, wanted)
        .outerjoin(run, _is_of_run(standing, run))
        .outerjoin(report, standing.c.progress_report_id == report.c.id)
        .group_by(entry.c.id, standing.c.id)
        .subquery("lives")
    )


def _is_of_run(standing: FromClause, run: FromClause) -> ColumnElement[bool]:
    """Whether a span belongs to those in which a confirmed entry has been held done ever since."""
    return and_(
        standing.c.status == Status.CONFIRMED_DONE,
        run.c.recommendation_id == standing.c.recommendation_id,
        run.c.settled_on == standing.c.settled_on,
        run.c.status.in_(DONE),
        run.c.starts_on <= standing.c.starts_on,
    )


def _told(lives: Subquery, filters: Filters, by: str) -> Subquery:
    """The lives under what they are counted by."""
    entry = schema.recommendation
    value: tuple[ColumnElement[Any], ...] = (literal(ALL), null(), null())
    statement = select(lives.c.status, lives.c.from_made, lives.c.from_claim).join_from(
        entry, lives, lives.c.id == entry.c.id
    )
    there: Select[*tuple[Any, ...]] = chosen(statement, filters)
    if by != ALL:
        value, joined = values_by(filters)[by]
        there = joined(there)
    code, *names = value
    columns = (func.coalesce(code, NOT_STATED), *names)
    named = [column.label(name) for name, column in zip(VALUE, columns, strict=True)]
    return there.add_columns(*named).subquery("told")


def _numbers(told: Subquery) -> Select[*tuple[Any, ...]]:
    status, columns = told.c.status, [told.c[name] for name in VALUE]
    counted = (
        func.sum(case((status == Status.CONFIRMED_DONE, 1), else_=0)),
        func.sum(case((status.not_in(ENDED), 1), else_=0)),
        func.count(told.c.from_made),
        func.count(told.c.from_claim),
    )
    named = [number.label(name) for name, number in zip(NUMBERS, counted, strict=True)]
    return select(*columns, *named).group_by(*columns)


def _medians(told: Subquery, days: ColumnElement[Any]) -> Select[*tuple[Any, ...]]:
    """The middle one of each value's days, or halfway between the two in the middle."""
    place = func.row_number().over(partition_by=told.c.code, order_by=days)
    number = func.count().over(partition_by=told.c.code)
    ranked = (
        select(told.c.code, days.label("days"), place.label("place"), number.label("number"))
        .where(days.is_not(None))
        .subquery("ranked")
    )
    return (
        select(ranked.c.code, cast(func.avg(ranked.c.days), Float).label("days"))
        .where(ranked.c.number >= ENOUGH)
        .where((ranked.c.place * 2).between(ranked.c.number, ranked.c.number + 2))
        .group_by(ranked.c.code)
    )


def _stated_first(row: Row) -> tuple[bool, str]:
    return row["code"] == NOT_STATED, row["code"]
