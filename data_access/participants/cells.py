"""The statement that counts persons and attendances by dimension, code and category."""

from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Integer,
    Select,
    Text,
    case,
    cast,
    distinct,
    extract,
    func,
    literal,
    select,
    union_all,
)

from data_access import schema
from data_access.counting import NOT_STATED, persons
from data_access.participants.dimensions import COUNTED_ANEW, Dimension
from data_access.rules import Origin, Precision
from data_access.territory import code_of

MONTH_IS_KNOWN = (Precision.DAY, Precision.MONTH)


def counted(rows: CTE) -> Select[*tuple[Any, ...]]:
    """Persons and attendances by dimension, code and category, where there are any."""
    came = _as_stated_there(rows)
    members = _as_they_count(came, persons(rows))
    came_as = came.join(members, members.c.who == came.c.who)
    arms: list[Select[*tuple[Any, ...]]] = []
    for name in Dimension:
        if name in COUNTED_ANEW:
            times = func.count(distinct(came.c.who))
            arm = _arm(name, came, members.c.category, times, literal(0)).select_from(came_as)
        else:
            arm = _arm(name, members, members.c.category, func.count(), literal(0))
        arms += [arm, _arm(name, came, came.c.category, literal(0), func.count())]
    either = union_all(*arms).subquery()
    keys = (either.c.dimension, either.c.code, either.c.category)
    sums = [func.sum(either.c[name]).label(name) for name in ("persons", "attendances")]
    return select(*keys, *sums, func.max(either.c.made_up).label("made_up")).group_by(*keys)


def _arm(
    dimension: Dimension,
    table: CTE,
    category: ColumnElement[str],
    persons: ColumnElement[int],
    attendances: ColumnElement[int],
) -> Select[*tuple[Any, ...]]:
    """One way of counting a dimension's codes, which are a column of the table."""
    code = table.c[dimension]
    return select(
        literal(dimension.value).label("dimension"),
        code.label("code"),
        category.label("category"),
        persons.label("persons"),
        attendances.label("attendances"),
        func.max(table.c.made_up).label("made_up"),
    ).group_by(code, category)


def _as_stated_there(rows: CTE) -> CTE:
    """Attendances with their code in each dimension."""
    activity = schema.activity
    number = cast(
        cast(extract("year", rows.c.starts_on) * 100 + extract("month", rows.c.starts_on), Integer),
        Text,
    )
    month = func.substr(number, 1, 4) + "-" + func.substr(number, 5, 2)
    return (
        select(
            *(rows.c[name] for name in ("who", "category", "area", "gender", "age_band")),
            func.coalesce(rows.c.institution, NOT_STATED).label("institution"),
            code_of(rows.c.place_kind, rows.c.place).label("place"),
            activity.c.code.label("activity"),
            case((activity.c.date_precision.in_(MONTH_IS_KNOWN), month), else_=NOT_STATED).label(
                "month"
            ),
            case((rows.c.origin == Origin.SAMPLE, 1), else_=0).label("made_up"),
        )
        .join_from(rows, activity, rows.c.activity_id == activity.c.id)
        .cte("came")
    )


def _as_they_count(came: CTE, people: CTE) -> CTE:
    """Persons with their code in each dimension in which they have just one."""
    made_up = select(came.c.who, func.max(came.c.made_up).label("made_up")).group_by(came.c.who)
    known = made_up.subquery()
    return (
        select(
            *(people.c[name] for name in ("who", "category", "gender", "age_band")),
            func.coalesce(people.c.institution, NOT_STATED).label("institution"),
            code_of(people.c.place_kind, people.c.place).label("place"),
            known.c.made_up,
        )
        .join_from(people, known, known.c.who == people.c.who)
        .cte("members")
    )
