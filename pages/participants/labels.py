"""What the codes of a breakdown are called, and in which order they stand."""

import datetime as dt
import textwrap
from collections import Counter
from collections.abc import Mapping
from typing import Any

import pandas as pd

from data_access.participants import Dimension
from pages.shared import looks
from pages.shared.vocabulary import AGE_BANDS, AREAS, CATEGORIES, GENDERS, WHERE
from pages.shared.words import Words, mark

Row = Mapping[Any, Any]
NOT_STATED = "not_stated"
LINE_LENGTH = 48
COLUMNS: Mapping[str, str] = {
    Dimension.CATEGORY: mark("Category"),
    Dimension.ACTIVITY: mark("Activity"),
    Dimension.AREA: mark("Area"),
    Dimension.GENDER: mark("Gender"),
    Dimension.AGE_BAND: mark("Age"),
    Dimension.INSTITUTION: mark("Institution"),
    Dimension.PLACE: mark("Place"),
    Dimension.MONTH: mark("Month"),
}
VOCABULARIES: Mapping[Dimension, Mapping[str, str]] = {
    Dimension.CATEGORY: CATEGORIES,
    Dimension.AREA: AREAS,
    Dimension.GENDER: GENDERS,
    Dimension.AGE_BAND: AGE_BANDS,
    Dimension.INSTITUTION: {NOT_STATED: mark("institution not stated")},
    Dimension.PLACE: WHERE,
    Dimension.MONTH: {NOT_STATED: mark("date not stated")},
}
BY_SIZE = (Dimension.ACTIVITY, Dimension.INSTITUTION, Dimension.PLACE)


def categories(words: Words) -> dict[str, str]:
    """What the categories are called, in their order."""
    return {code: _capital(words.code(CATEGORIES, code)) for code in CATEGORIES}


def in_order(words: Words, cells: pd.DataFrame, by: Dimension, count: str) -> dict[str, str]:
    """The codes of one dimension with what each is called, in the order in which they are shown.

    Vocabularies in their own order, months in that of time, names by size and then in Latvian
    order; what is not stated last.
    """
    of = cells[cells["dimension"] == by]
    called = _called(words, of, by)
    codes = list(called)
    if by in BY_SIZE:
        size = of.groupby("code")[count].sum().to_dict()
        place = {label: at for at, label in enumerate(words.sort(called.values()))}
        codes.sort(key=lambda code: (code == NOT_STATED, -size[code], place[called[code]]))
    elif by is Dimension.MONTH:
        codes.sort(key=lambda code: (code == NOT_STATED, code))
    return {code: called[code] for code in codes}


def largest(called: Mapping[str, str], most: int) -> dict[str, str]:
    """The first of very many codes; what is not stated is never left out."""
    if len(called) <= most:
        return dict(called)
    last = [code for code in called if code == NOT_STATED]
    first = [code for code in called if code != NOT_STATED][: most - len(last)]
    return {code: called[code] for code in (*first, *last)}


def in_two_lines(label: str) -> str:
    """As much of a name as fits a telephone's width, in a second line if need be."""
    first, *rest = textwrap.wrap(label, LINE_LENGTH)
    below = textwrap.shorten(" ".join(rest), LINE_LENGTH, placeholder=" …")
    return f"{first}\n{below}" if below else first


def month(words: Words, code: str) -> str:
    """The month of ``YYYY-MM``."""
    day = dt.date.fromisoformat(f"{code}-01")
    return words.period(day, day, "month")


def _called(words: Words, of: pd.DataFrame, by: Dimension) -> dict[str, str]:
    """The label of each code; names that several codes share say whose they are."""
    rows = of.drop_duplicates("code").to_dict("records")
    called = {row["code"]: _label(words, row, by) for row in rows}
    times = Counter(called.values())
    return {
        code: f"{label} ({_division(code)})" if times[label] > 1 else label
        for code, label in called.items()
    }


def _label(words: Words, row: Row, by: Dimension) -> str:
    code = str(row["code"])
    if by is Dimension.PLACE:
        return _capital(looks.called(words, code, row["label_lv"]))
    if row["label_lv"]:
        return words.pick(row, "label")
    if by is Dimension.MONTH and code != NOT_STATED:
        return month(words, code)
    return _capital(words.code(VOCABULARIES[by], code))


def _division(code: str) -> str:
    """The first part of a code of several parts; of a place that of its division."""
    return code.removeprefix(looks.EITHER).partition(":")[0]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
