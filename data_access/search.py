"""One search over activities, institutions, places and recommendations; never over people."""

from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Connection, Select, and_, func, literal, or_, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.frames import DAY, FLAG, WORD, frame
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
AT_MOST = 50
"""So many of a kind are shown; whoever has more than that narrows the search."""

Rows = Select[*tuple[Any, ...]]


def found(connection: Connection, reader: Reader, text: str) -> pd.DataFrame:
    """What matches every word of the text, whatever its case and accents, in either language.

    Columns: FOUND. ``kind`` is activity, institution, place, unit or recommendation; ``code`` what
    an address names it by, a place as ``<division>:<iso>``. Fewer than SHORTEST letters find
    nothing; at most AT_MOST rows and one more of each kind.
    """
    require(reader, Right.READ_FIGURES)
    words = fold(text).split()
    if len("".join(words)) < SHORTEST:
        return frame([], FOUND)
    rows: list[dict[str, object]] = []
    for kind, question in QUESTIONS.items():
        answer = connection.execute(question(words).limit(AT_MOST + 1)).mappings()
        rows += sorted(
            ({"kind": kind, **row} for row in answer), key=lambda row: _rank(words[0], row)
        )
    return frame(rows, FOUND)


def _activities(words: list[str]) -> Rows:
    table = schema.activity
    return (
        select(
            table.c.code,
            table.c.title_lv,
            table.c.title_en,
            schema.round.c.code.label("round"),
            _made_up(table.c.origin),
        )
        .join_from(table, schema.round)
        .where(_matches(words, table.c.title_folded, func.lower(table.c.title_en), table.c.code))
        .order_by(table.c.id)
    )


def _institutions(words: list[str]) -> Rows:
    table, alias = schema.institution, schema.institution_alias
    other_name = (
        select(literal(1))
        .where(alias.c.institution_id == table.c.id, _matches(words, alias.c.name_folded))
        .correlate(table)
        .exists()
    )
    names = table.c.name_folded, func.lower(table.c.name_en), func.lower(table.c.abbreviation)
    return (
        select(
            table.c.code,
            table.c.name_lv.label("title_lv"),
            table.c.name_en.label("title_en"),
            _made_up(table.c.origin),
        )
        .where(or_(_matches(words, *names), other_name))
        .order_by(table.c.id)
    )


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


def _recommendations(words: list[str]) -> Rows:
    table, version = schema.recommendation, schema.recommendation_version
    latest = (
        select(func.max(version.c.number))
        .where(version.c.recommendation_id == table.c.id)
        .correlate(table)
        .scalar_subquery()
    )
    texts = version.c.text_folded, func.lower(version.c.text_en), func.lower(table.c.reference)
    return (
        select(
            table.c.reference.label("code"),
            version.c.text_lv.label("title_lv"),
            version.c.text_en.label("title_en"),
            schema.round.c.code.label("round"),
            _made_up(table.c.origin),
        )
        .join_from(table, version, version.c.recommendation_id == table.c.id)
        .join(schema.round, table.c.round_id == schema.round.c.id)
        .where(version.c.number == latest, _matches(words, *texts))
        .order_by(table.c.reference)
    )


QUESTIONS = {
    "activity": _activities,
    "institution": _institutions,
    "place": _places,
    "unit": _units,
    "recommendation": _recommendations,
}


def _matches(words: list[str], *texts: ColumnElement[Any]) -> ColumnElement[bool]:
    """Every word stands somewhere in one of the texts."""
    return or_(*(and_(*(text.contains(word, autoescape=True) for word in words)) for text in texts))


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
