"""Persons and attendances of a selection, broken down by what is stated of them."""

import itertools
from collections.abc import Mapping
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Connection, Select, exists, literal, select, union_all

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.counting import attended, recorded_rows
from data_access.filters import Filters
from data_access.frames import FLAG, WHOLE, WORD, frame
from data_access.participants.cells import counted
from data_access.participants.dimensions import Dimension, always_told
from data_access.rules import Category, Stands

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

EITHER = f"{Stands.EITHER}:"

Key = tuple[str, str]


def breakdown(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """One row for each dimension, code and category of the selection. Columns: BREAKDOWN.

    ``code`` is the word of the vocabulary, the activity's or the institution's code, the place as
    ``<division>:<iso>`` or its kind, the month as ``YYYY-MM``, or ``not_stated``. Places are those
    of the look: of what may lie in one of several the one that was recorded, after ``either:``, of
    what is on no list ``unlisted``. The labels are names that the database holds, missing where
    the code is a word of a vocabulary. An activity counts in the month of its first day.
    ``is_made_up``: some who count there were made up.

    Rules: those of ``counting``. Persons stand under the category they have in the selection,
    attendances under the capacity at that activity. Persons add up over the categories, and over
    the codes of every dimension but COUNTED_ANEW, where they count under each code they came to. A
    code without anybody has zeros; where no row at all is recorded, there is no data: no rows.
    """
    require(reader, Right.READ_FIGURES)
    if not connection.execute(select(exists(recorded_rows(filters)))).scalar_one():
        return frame([], BREAKDOWN)
    cells = {
        (row.dimension, row.code, row.category): row
        for row in connection.execute(counted(attended(filters)))
    }
    told = always_told(filters)
    found = {(dimension, code) for dimension, code, _ in cells}
    names = _names(connection)
    return frame(
        [
            _row(names, key, category, cells.get((*key, category)))
            for key, category in itertools.product([*told, *sorted(found - {*told})], Category)
            if key[0] != Dimension.CATEGORY or key[1] == category
        ],
        BREAKDOWN,
    )


def _row(names: Mapping[Key, Key], key: Key, category: Category, found: Any) -> dict[str, object]:
    dimension, code = key
    label_lv, label_en = names.get((dimension, code.removeprefix(EITHER)), (None, None))
    return {
        "dimension": dimension,
        "code": code,
        "label_lv": label_lv,
        "label_en": label_en,
        "category": category.value,
        "persons": found.persons if found else 0,
        "attendances": found.attendances if found else 0,
        "is_made_up": bool(found and found.made_up),
    }


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
