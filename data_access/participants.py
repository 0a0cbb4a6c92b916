"""Participants: persons and attendances of a selection, broken down by what is stated of them."""

import itertools
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import pandas as pd
from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    Integer,
    Select,
    Text,
    case,
    cast,
    distinct,
    exists,
    extract,
    func,
    literal,
    select,
    union_all,
)

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.counting import NOT_STATED, attended, persons, recorded_rows
from data_access.filters import Filters
from data_access.frames import FLAG, WHOLE, WORD, frame
from data_access.rules import AgeBand, Area, Category, Gender, Origin, PlaceKind, Precision

BREAKDOWN = {
    "dimension": WORD,
    "code": WORD,
    "label_lv": WORD,
    "label_en": WORD,
    "category": WORD,
    "persons": WHOLE,
    "attendances": WHOLE,
    "is_made_up": FLAG,
}


class Dimension(StrEnum):
    """What participants can be broken down by."""

    CATEGORY = "category"
    ACTIVITY = "activity"
    AREA = "area"
    GENDER = "gender"
    AGE_BAND = "age_band"
    INSTITUTION = "institution"
    PLACE = "place"
    MONTH = "month"


COUNTED_ANEW = frozenset({Dimension.ACTIVITY, Dimension.AREA, Dimension.MONTH})
"""Where one person may come under several codes, so that the persons do not add up."""

ALWAYS_TOLD: Mapping[Dimension, tuple[str, ...]] = {
    Dimension.CATEGORY: tuple(Category),
    Dimension.AREA: tuple(Area),
    Dimension.GENDER: tuple(Gender),
    Dimension.AGE_BAND: tuple(AgeBand),
    Dimension.INSTITUTION: (NOT_STATED,),
    Dimension.PLACE: tuple(kind for kind in PlaceKind if kind is not PlaceKind.MUNICIPALITY),
    Dimension.MONTH: (NOT_STATED,),
}
"""Codes that are told even where nobody counts under them."""

MONTH_IS_KNOWN = (Precision.DAY, Precision.MONTH)

Key = tuple[str, str]


def breakdown(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """One row for each dimension, code and category of the selection. Columns: BREAKDOWN.

    ``code`` is the word of the vocabulary, the activity's or the institution's code, the place as
    ``<division>:<iso>`` or its kind, the month as ``YYYY-MM``, or ``not_stated``. The labels are
    names that the database holds, missing where the code is a word of a vocabulary. An activity
    counts in the month of its first day. ``is_made_up``: some who count there were made up.

    Rules: those of ``counting``. Persons stand under the category they have in the selection,
    attendances under the capacity at that activity. Persons add up over the categories, and over
    the codes of every dimension but COUNTED_ANEW, where they count under each code they came to. A
    code without anybody has zeros; where no row at all is recorded, there is no data: no rows.
    """
    require(reader, Right.READ_FIGURES)
    if not connection.execute(select(exists(recorded_rows(filters)))).scalar_one():
        return frame([], BREAKDOWN)
    counted = {
        (row.dimension, row.code, row.category): row
        for row in connection.execute(_counted(attended(filters)))
    }
    told = [(dimension.value, code) for dimension, codes in ALWAYS_TOLD.items() for code in codes]
    found = {(dimension, code) for dimension, code, _ in counted}
    names = _names(connection)
    return frame(
        [
            _row(names, key, category, counted.get((*key, category)))
            for key, category in itertools.product([*told, *sorted(found - {*told})], Category)
            if key[0] != Dimension.CATEGORY or key[1] == category
        ],
        BREAKDOWN,
    )


def _row(names: Mapping[Key, Key], key: Key, category: Category, found: Any) -> dict[str, object]:
    label_lv, label_en = names.get(key, (None, None))
    return {
        "dimension": key[0],
        "code": key[1],
        "label_lv": label_lv,
        "label_en": label_en,
        "category": category.value,
        "persons": found.persons if found else 0,
        "attendances": found.attendances if found else 0,
        "is_made_up": bool(found and found.made_up),
    }


def _counted(rows: CTE) -> Select[*tuple[Any, ...]]:
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
            func.coalesce(rows.c.place, rows.c.place_kind).label("place"),
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
            func.coalesce(people.c.place, people.c.place_kind).label("place"),
            known.c.made_up,
        )
        .join_from(people, known, known.c.who == people.c.who)
        .cte("members")
    )


def _names(connection: Connection) -> dict[Key, Key]:
    """What the database calls its activities, institutions and municipalities."""
    activity, institution, town = schema.activity, schema.institution, schema.municipality
    place = schema.division.c.code + ":" + town.c.iso
    statement = union_all(
        _named(Dimension.ACTIVITY, activity.c.code, activity.c.title_lv, activity.c.title_en),
        _named(
            Dimension.INSTITUTION, institution.c.code, institution.c.name_lv, institution.c.name_en
        ),
        _named(Dimension.PLACE, place, town.c.name, town.c.name).join_from(town, schema.division),
    )
    return {
        (row.dimension, row.code): (row.name_lv, row.name_en)
        for row in connection.execute(statement)
    }


def _named(
    dimension: Dimension, code: ColumnElement[str], lv: ColumnElement[str], en: ColumnElement[str]
) -> Select[*tuple[Any, ...]]:
    return select(
        literal(dimension.value).label("dimension"),
        code.label("code"),
        lv.label("name_lv"),
        en.label("name_en"),
    )
