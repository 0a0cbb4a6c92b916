"""One search over activities, institutions, places and recommendations; never over people."""

from collections.abc import Callable
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Connection, Label, Select, Subquery, case, func, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.filters import Filters
from data_access.frames import DAY, FLAG, WORD, frame
from data_access.gazetteer import in_any_case
from data_access.recommendations.chosen import latest_wording
from data_access.rules import Look, Origin, fold, latvian_key
from data_access.territory import division_of, in_force_today

FOUND = {
    "kind": WORD,
    "code": WORD,
    "title_lv": WORD,
    "title_en": WORD,
    "round": WORD,
    "valid_from": DAY,
    "valid_to": DAY,
    "lies_in": WORD,
    "lay_in": WORD,
    "lay_in_division": WORD,
    "lay_in_place": WORD,
    "is_made_up": FLAG,
}
SHORTEST = 2
LOOKED_THROUGH = "text_"
AT_MOST = 50
"""So many of a kind are shown; whoever has more than that narrows the search."""

Rows = Select[*tuple[Any, ...]]


def found(
    connection: Connection, reader: Reader, text: str, filters: Filters | None = None
) -> pd.DataFrame:
    """What matches every word of the text, whatever its case and accents, in either language.

    Columns: FOUND. ``kind`` is activity, institution, place, unit or recommendation; ``code`` what
    an address names it by, a place as ``<division>:<iso>``, a unit by the municipality in which it
    ``lies_in`` today. Names of places are found in the nominative, genitive and locative. Where the
    look of the filters draws a division in which a unit lay in another municipality, that is
    ``lay_in``. Fewer than SHORTEST letters find nothing; at most AT_MOST rows and one more of each
    kind.
    """
    require(reader, Right.READ_PUBLISHED)
    words = fold(text).split()
    if len("".join(words)) < SHORTEST:
        return frame([], FOUND)
    divisions = in_force_today(connection), _of_look(connection, reader, filters or Filters())
    rows: list[dict[str, object]] = []
    for kind, question in QUESTIONS.items():
        answers = (dict(row) for row in connection.execute(question(*divisions)).mappings())
        forms = in_any_case if kind in PLACES else fold
        matching = (row for row in answers if _holds(row, words, forms))
        ranked = sorted(matching, key=lambda row: _rank(words[0], row))
        rows += [{"kind": kind, **row} for row in ranked[: AT_MOST + 1]]
    return frame(rows, FOUND)


def _activities(_today: str, _of_look: str) -> Rows:
    table = schema.activity
    return select(
        table.c.code,
        table.c.title_lv,
        table.c.title_en,
        schema.round.c.code.label("round"),
        _made_up(table.c.origin),
        *_texts(table.c.title_lv, table.c.title_en, table.c.code),
    ).join_from(table, schema.round)


def _institutions(_today: str, _of_look: str) -> Rows:
    """Each with its other names in one text, a line each."""
    table, alias = schema.institution, schema.institution_alias
    others = (
        select(alias.c.institution_id, func.aggregate_strings(alias.c.name, "\n").label("names"))
        .group_by(alias.c.institution_id)
        .subquery()
    )
    return select(
        table.c.code,
        table.c.name_lv.label("title_lv"),
        table.c.name_en.label("title_en"),
        _made_up(table.c.origin),
        *_texts(table.c.name_lv, table.c.name_en, table.c.abbreviation, others.c.names),
    ).join_from(table, others, others.c.institution_id == table.c.id, isouter=True)


def _places(_today: str, _of_look: str) -> Rows:
    """Each with its other names in one text, a line each."""
    table, alias, division = schema.municipality, schema.municipality_alias, schema.division
    others = (
        select(alias.c.municipality_id, func.aggregate_strings(alias.c.name, "\n").label("names"))
        .group_by(alias.c.municipality_id)
        .subquery()
    )
    return (
        select(
            (division.c.code + ":" + table.c.iso).label("code"),
            table.c.name.label("title_lv"),
            table.c.name.label("title_en"),
            division.c.valid_from,
            division.c.valid_to,
            *_texts(table.c.name, others.c.names),
        )
        .join_from(table, division)
        .join(others, others.c.municipality_id == table.c.id, isouter=True)
    )


def _units(today: str, of_look: str) -> Rows:
    """Parishes and towns, each with the municipality that it lies in today and in the look."""
    unit = schema.territorial_unit
    now, then = _lying(today), _lying(of_look)
    is_other = then.c.name != now.c.name
    return (
        select(
            now.c.place.label("code"),
            unit.c.name.label("title_lv"),
            unit.c.name.label("title_en"),
            now.c.name.label("lies_in"),
            case((is_other, then.c.name)).label("lay_in"),
            case((is_other, then.c.division)).label("lay_in_division"),
            case((is_other, then.c.place)).label("lay_in_place"),
            *_texts(unit.c.name),
        )
        .join_from(unit, now, now.c.unit_id == unit.c.id)
        .join(then, then.c.unit_id == unit.c.id, isouter=True)
    )


def _lying(code: str) -> Subquery:
    """The municipality of a division in which each unit lies."""
    member, municipality, division = (
        schema.unit_membership,
        schema.municipality,
        schema.division,
    )
    return (
        select(
            member.c.territorial_unit_id.label("unit_id"),
            (division.c.code + ":" + municipality.c.iso).label("place"),
            division.c.code.label("division"),
            municipality.c.name,
        )
        .join_from(member, municipality)
        .join(division)
        .where(division.c.code == code)
        .subquery()
    )


def _recommendations(_today: str, _of_look: str) -> Rows:
    table, version = schema.recommendation, schema.recommendation_version
    return (
        select(
            table.c.reference.label("code"),
            version.c.text_lv.label("title_lv"),
            version.c.text_en.label("title_en"),
            schema.round.c.code.label("round"),
            _made_up(table.c.origin),
            *_texts(version.c.text_lv, version.c.text_en, table.c.reference),
        )
        .join_from(table, version, latest_wording(table))
        .join(schema.round, table.c.round_id == schema.round.c.id)
    )


QUESTIONS = {
    "activity": _activities,
    "institution": _institutions,
    "place": _places,
    "unit": _units,
    "recommendation": _recommendations,
}
PLACES = {"place", "unit"}


def _of_look(connection: Connection, reader: Reader, filters: Filters) -> str:
    """The division that the look draws, or the last of those in the period."""
    found = division_of(connection, reader, filters)
    if filters.look is Look.TODAY or found.empty:
        return in_force_today(connection)
    return str(found["division"].iloc[-1])


def _texts(*columns: ColumnElement[Any]) -> list[Label[Any]]:
    """Texts in either language, which no database folds: they are looked through afterwards."""
    return [column.label(f"{LOOKED_THROUGH}{at}") for at, column in enumerate(columns)]


def _holds(row: dict[str, Any], words: list[str], forms: Callable[[str], str]) -> bool:
    """Whether one of the row's texts holds every word in one of its forms."""
    texts = [row.pop(name) for name in list(row) if name.startswith(LOOKED_THROUGH)]
    folded = [forms(text) for text in texts if text]
    return any(all(word in text for word in words) for text in folded)


def _made_up(origin: ColumnElement[str]) -> ColumnElement[bool]:
    return (origin == Origin.SAMPLE).label("is_made_up")


def _rank(word: str, row: dict[str, Any]) -> tuple[bool, Any, int]:
    """What begins with the word first, then in Latvian order, the newer division before older."""
    title = str(row["title_lv"])
    newest = row.get("valid_from")
    return (
        not fold(title).startswith(word),
        latvian_key(title),
        -newest.toordinal() if newest else 0,
    )
