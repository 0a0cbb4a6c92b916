"""Hours that mediators worked, by town, as their recorded monthly reports state them."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import CTE, Connection, RowMapping, select

from data_access import schema
from data_access.caseloads.gaps import gaps_by_post, is_empty
from data_access.caseloads.selection import made_up
from data_access.caseloads.service import Span, held, is_over, months_of
from data_access.filters import Filters
from data_access.rules import ReportStatus, months_before

Town = tuple[str, str | None]
"""The code of a place in the look, and its name where it has one."""


@dataclass
class Worked:
    """What is known of one town's hours.

    ``hours`` add up the ``months`` of which some are stated; a month of no hours at all is among
    ``months_zero``. ``months_without`` had a mediator and are over, but no recorded report states
    their hours; ``posts_undated`` are posts of which nobody can tell which months those are.
    """

    name_en: str | None
    hours: Decimal = Decimal(0)
    months: int = 0
    months_zero: int = 0
    months_without: int = 0
    posts_undated: int = 0
    is_made_up: bool = False


def whole_months(filters: Filters) -> tuple[dt.date, dt.date]:
    """From and to which day a month begins that lies wholly within the days asked for.

    A report is of a whole month: of a month that the chosen days cut, no hours are known.
    """
    last = filters.end or dt.date.max
    is_cut = last != dt.date.max and (last + dt.timedelta(days=1)).day != 1
    return filters.start or dt.date.min, months_before(last.replace(day=1), int(is_cut))


def reports_of(filters: Filters, towns: CTE) -> CTE:
    """One row a recorded report of a whole month: its town and post, ``month`` and ``hours``."""
    report = schema.monthly_report
    earliest, latest = whole_months(filters)
    return (
        select(
            *(towns.c[name] for name in ("place", "name_lv", "post")),
            report.c.month,
            report.c.hours_worked.label("hours"),
            made_up(report),
        )
        .join_from(report, towns, report.c.mediator_post_id == towns.c.post)
        .where(report.c.status == ReportStatus.RECORDED)
        .where(report.c.month.between(earliest, latest))
        .cte("reports")
    )


def worked(connection: Connection, filters: Filters, towns: CTE) -> dict[Town, Worked]:
    """Every town with its hours; the towns in no order."""
    found: dict[Town, Worked] = {}
    gaps = gaps_by_post(connection)
    posts = connection.execute(select(towns)).mappings().all()
    reports = connection.execute(select(reports_of(filters, towns))).mappings().all()
    for post in posts:
        town = found.setdefault((post["place"], post["name_lv"]), Worked(post["name_en"]))
        of_post = [report for report in reports if report["post"] == post["post"]]
        _count(town, of_post)
        stated = {report["month"] for report in of_post if report["hours"] is not None}
        _miss(town, post, stated, gaps.get(post["post"], []), filters)
    return found


def _count(town: Worked, reports: Iterable[RowMapping]) -> None:
    for report in reports:
        hours = report["hours"]
        town.months += bool(hours)
        town.months_zero += hours == 0
        # As a person wrote them: 7.1 in binary would be a little less.
        town.hours += Decimal(str(hours or 0))
        town.is_made_up |= bool(report["made_up"])


def _miss(
    town: Worked, post: RowMapping, stated: set[dt.date], gaps: list[Span], filters: Filters
) -> None:
    """Count the months of the post of which no hours are stated, as far as they are known."""
    town.is_made_up |= bool(post["made_up"])
    town.posts_undated += post["starts_on"] is None
    earliest, latest = whole_months(filters)
    span = held(post["starts_on"], post["ends_on"], filters)
    town.months_without += sum(
        earliest <= month <= latest and is_over(month) and not is_empty(gaps, month, span)
        for month in {*months_of(span)} - stated
    )
