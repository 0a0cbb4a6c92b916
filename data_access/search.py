"""One search over activities, institutions, places and recommendations; never over people."""

from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Connection, Label, Select, and_, func, literal, or_, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.frames import DAY, FLAG, WORD, frame
from data_access.recommendations.chosen import latest_wording
from data_access.rules import Origin, fold, latvian_key

FOUND = {
    "kind": WORD,
    "code": WORD,
    "title_lv": WORD,
    "title_en": WORD,
    "round": WORD,
    "valid_from": DAY,
    "valid_to": DAY,
    "lies_in": WORD,
    "is_made_up": FLAG,
}
SHORTEST = 2
LOOKED_THROUGH = "text_"
AT_MOST = 50
"""So many of a kind are shown; whoever has more than that narrows the search."""

Rows = Select[*tuple[Any, ...]]


def found(connection: Connection, reader: Reader, text: str) -> pd.DataFrame:
    """What matches every word of the text, whatever its case and accents, in either language.

    Columns: FOUND. ``kind`` is activity, institution, place, unit or recommendation; ``code`` what
    an address names it by, a place as ``<division>:<iso>``. Fewer than SHORTEST letters find
    nothing; at most AT_MOST rows and one more of each kind.
    """
    require(reader, Right.READ_PUBLISHED)
    words = fold(text).split()
    if len("".join(words)) < SHORTEST:
        return frame([], FOUND)
    rows: list[dict[str, object]] = []
    for kind, question in QUESTIONS.items():
        answers = (dict(row) for row in connection.execute(question(words)).mappings())
        matching = (row for row in answers if _holds(row, words))
        ranked = sorted(matching, key=lambda row: _rank(words[0], row))
        rows += [{"kind": kind, **row} for row in ranked[: AT_MOST + 1]]
    return frame(rows, FOUND)


def _activities(_words: list[str]) -> Rows:
    table = schema.activity
    return select(
        table.c.code,
        table.c.title_lv,
        table.c.title_en,
        schema.round.c.code.label("round"),
        _made_up(table.c.origin),
        *_texts(table.c.title_lv, table.c.title_en, table.c.code),
    ).join_from(table, schema.round)


def _institutions(_words: list[str]) -> Rows:
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


def _places(words: list[str]) -> Rows:
    table, alias, division = schema.municipality, schema.municipality_alias, schema.division
    other_name = (
        select(literal(1))
        .where(alias.c.municipality_id == table.c.id, _matches(words, alias.c.name_folded))
        .correlate(table)
        .exists()
    )
    return (
        select(
            (division.c.code + ":" + table.c.iso).label("code"),
            table.c.name.label("title_lv"),
            table.c.name.label("title_en"),
            division.c.valid_from,
            division.c.valid_to,
        )
        .join_from(table, division)
        .where(or_(_matches(words, table.c.name_folded), other_name))
        .order_by(division.c.valid_from.desc(), table.c.id)
    )


def _units(words: list[str]) -> Rows:
    """Territorial units, each with the municipality in which it lies in the latest division."""
    unit, member, municipality = (
        schema.territorial_unit,
        schema.unit_membership,
        schema.municipality,
    )
    division = schema.division
    latest = select(division.c.id).order_by(division.c.valid_from.desc()).limit(1).scalar_subquery()
    return (
        select(
            (division.c.code + ":" + municipality.c.iso).label("code"),
            unit.c.name.label("title_lv"),
            unit.c.name.label("title_en"),
            municipality.c.name.label("lies_in"),
        )
        .join_from(unit, member, member.c.territorial_unit_id == unit.c.id)
        .join(municipality, member.c.municipality_id == municipality.c.id)
        .join(division, municipality.c.division_id == division.c.id)
        .where(_matches(words, unit.c.name_folded), division.c.id == latest)
        .order_by(unit.c.id)
    )


def _recommendations(_words: list[str]) -> Rows:
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


def _matches(words: list[str], folded: ColumnElement[str]) -> ColumnElement[bool]:
    """Every word stands in the folded text."""
    return and_(*(folded.contains(word, autoescape=True) for word in words))


def _texts(*columns: ColumnElement[Any]) -> list[Label[Any]]:
    """Texts in either language, which no database folds: they are looked through afterwards."""
    return [column.label(f"{LOOKED_THROUGH}{at}") for at, column in enumerate(columns)]


def _holds(row: dict[str, Any], words: list[str]) -> bool:
    """Whether one of the row's texts holds every word; without any, the database has looked."""
    texts = [row.pop(name) for name in list(row) if name.startswith(LOOKED_THROUGH)]
    folded = [fold(text) for text in texts if text]
    return not texts or any(all(word in text for word in words) for text in folded)


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
