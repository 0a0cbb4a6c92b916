"""The slices that a selection's cases fall into: all of them, or by post, place or area of need."""

import datetime as dt
from collections.abc import Callable
from enum import StrEnum
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    Select,
    Text,
    and_,
    cast,
    func,
    literal,
    null,
    select,
)

from data_access import schema
from data_access.caseloads.selection import cases_of, made_up, one_if
from data_access.filters import Filters
from data_access.rules import Area, Look, latvian_key
from data_access.territory import standing

AREAS = tuple(Area)
Row = dict[str, Any]


class By(StrEnum):
    """What tells the slices apart.

    A case lies in one post and one place, and in each area of need that it names.
    """

    ALL = "all"
    POST = "post"
    PLACE = "place"
    AREA = "area"


def sliced(filters: Filters, day: dt.date, by: By) -> CTE:
    """One row a case of the selection and slice that it lies in.

    Columns: slice, name, id, family_id, size, opened_on, closed_on, made_up. The slice of a post is
    its number; of a place what ``territory.code_of`` has for it in the look, with the name of the
    municipality, if it is one; of an area its code, ``not_stated`` for a case that names none.
    """
    return SLICED[by](cases_of(filters, day), filters.look).cte("sliced")


def slices(connection: Connection, cases: CTE) -> list[Row]:
    """The slices with ``name``, ``dated`` and ``undated`` cases and ``is_made_up``, in order.

    Places stand by name in Latvian order, posts by number, areas as the vocabulary has them.
    """
    is_undated = cases.c.opened_on.is_(None)
    statement = select(
        cases.c.slice,
        func.max(cases.c.name).label("name"),
        func.count(cases.c.opened_on).label("dated"),
        func.sum(one_if(is_undated)).label("undated"),
        (func.max(cases.c.made_up) > 0).label("is_made_up"),
    ).group_by(cases.c.slice)
    rows = [dict(row) for row in connection.execute(statement).mappings()]
    return sorted(rows, key=_order)


def _order(row: Row) -> tuple[object, ...]:
    code, name = str(row["slice"]), row["name"]
    number = int(code) if code.isdecimal() else 0
    area = AREAS.index(Area(code)) if code in set(Area) else 0
    return name is None, latvian_key(name or ""), number, area, code


def _all(cases: CTE, _look: Look) -> Select[*tuple[Any, ...]]:
    return select(*_told(cases, literal(By.ALL.value), cases.c.made_up))


def _by_post(cases: CTE, _look: Look) -> Select[*tuple[Any, ...]]:
    post = schema.mediator_post
    told = _told(cases, cast(cases.c.post, Text), cases.c.made_up + made_up(post).element)
    return select(*told).join_from(cases, post, cases.c.post == post.c.id)


def _by_place(cases: CTE, look: Look) -> Select[*tuple[Any, ...]]:
    post = schema.mediator_post
    at = standing(post, look, post.c.starts_on, post.c.round_id)
    told = _told(cases, at.code, cases.c.made_up + made_up(post).element, at.name)
    found: Select[*tuple[Any, ...]] = at.joined(
        select(*told).join_from(cases, post, cases.c.post == post.c.id)
    )
    return found


def _by_area(cases: CTE, _look: Look) -> Select[*tuple[Any, ...]]:
    need = schema.case_need
    area = func.coalesce(need.c.area, literal(Area.NOT_STATED.value))
    # A need that was never recorded is nobody's invention.
    sample = func.coalesce(made_up(need).element, 0)
    named = and_(need.c.mediation_case_id == cases.c.id, need.c.area != Area.NOT_STATED)
    told = _told(cases, area, cases.c.made_up + sample)
    return select(*told).join_from(cases, need, named, isouter=True)


def _told(
    cases: CTE,
    code: ColumnElement[str],
    sample: ColumnElement[int],
    name: ColumnElement[str] | None = None,
) -> list[ColumnElement[Any]]:
    named = cast(null(), Text) if name is None else name
    columns = ("id", "family_id", "size", "opened_on", "closed_on")
    labelled = (code.label("slice"), named.label("name"), sample.label("made_up"))
    return [*labelled, *(cases.c[column] for column in columns)]


SLICED: dict[By, Callable[[CTE, Look], Select[*tuple[Any, ...]]]] = {
    By.ALL: _all,
    By.POST: _by_post,
    By.PLACE: _by_place,
    By.AREA: _by_area,
}
