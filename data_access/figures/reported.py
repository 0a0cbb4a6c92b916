"""What documents report as numbers, each with its source."""

from typing import Any

import pandas as pd
from sqlalchemy import Connection, Select, literal, select

from data_access import citation, schema
from data_access.access import Reader, Right, require
from data_access.filters import Filters, of_round
from data_access.filters import of_activity as of_chosen_activity
from data_access.frames import DAY, FLAG, WHOLE, WORD, ask, frame
from data_access.rules import ROUND_FIGURES, FigureKind, Quality

REPORTED = {
    "round": WORD,
    "figure": WORD,
    "kind": WORD,
    "value": WHOLE,
    "quality": WORD,
    "qualifier": WORD,
    "country": WORD,
    "is_leading": FLAG,
    "note_lv": WORD,
    "note_en": WORD,
    "source_lv": WORD,
    "source_en": WORD,
    "locator": WORD,
    "address": WORD,
    "published_on": DAY,
    "origin": WORD,
}


def reported(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """Every figure of ROUND_FIGURES for each chosen round, in that order. Columns: REPORTED.

    A figure that no document states has a row with a missing value and quality ``not_stated``;
    a figure that a second document states otherwise has a further row, not leading. What was
    planned is not reported and has no row here.
    """
    require(reader, Right.READ_PUBLISHED)
    rounds = select(schema.round.c.code).where(of_round(filters)).order_by(schema.round.c.ordinal)
    stated = _stated(
        _figures().join(schema.round, schema.reported_figure.c.round_id == schema.round.c.id)
    ).where(of_round(filters))
    found = connection.execute(stated.add_columns(schema.round.c.code.label("round"))).mappings()
    by_figure: dict[tuple[str, str], list[dict[str, object]]] = {}
    for row in found:
        by_figure.setdefault((row["round"], row["figure"]), []).append({**row})
    rows: list[dict[str, object]] = []
    for code in connection.scalars(rounds):
        for figure in ROUND_FIGURES:
            rows += by_figure.get((code, figure), [_nothing_stated(code, figure)])
    return frame(rows, REPORTED)


def of_activity(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """What documents report of the chosen activity. Columns: REPORTED."""
    require(reader, Right.READ_PUBLISHED)
    statement = (
        _stated(_figures())
        .join(schema.activity, schema.reported_figure.c.activity_id == schema.activity.c.id)
        .where(of_chosen_activity(filters))
    )
    return ask(connection, statement, REPORTED)


def planned(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """What documents plan for each chosen round; a figure that none plans has no row.

    Columns: REPORTED.
    """
    require(reader, Right.READ_PUBLISHED)
    statement = (
        _stated(_figures(), FigureKind.PLANNED)
        .add_columns(schema.round.c.code.label("round"))
        .join(schema.round, schema.reported_figure.c.round_id == schema.round.c.id)
        .where(of_round(filters))
    )
    return ask(connection, statement, REPORTED)


def _figures() -> Select[*tuple[Any, ...]]:
    figure = schema.reported_figure
    return select(
        figure,
        literal(Quality.EXACT.value).label("quality"),
        *citation.TITLES,
        schema.source.c.address,
        schema.source.c.published_on,
    ).join_from(figure, schema.source, isouter=True)


def _stated(
    statement: Select[*tuple[Any, ...]], kind: FigureKind = FigureKind.REPORTED
) -> Select[*tuple[Any, ...]]:
    figure = schema.reported_figure
    of_kind = statement.where(figure.c.kind == kind)
    return of_kind.order_by(figure.c.figure, figure.c.is_leading.desc(), figure.c.id)


def _nothing_stated(code: str, figure: str) -> dict[str, object]:
    return {
        "round": code,
        "figure": figure,
        "kind": FigureKind.REPORTED.value,
        "quality": Quality.NOT_STATED.value,
        "is_leading": True,
    }
