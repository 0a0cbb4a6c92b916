"""Every figure that documents state of a round, and of what in it a figure can be stated."""

from typing import Any

import pandas as pd
from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Text,
    case,
    cast,
    func,
    literal,
    select,
)

from data_access import citation, schema
from data_access.access import Reader, Right, require
from data_access.filters import Filters, of_round
from data_access.frames import FLAG, WHOLE, WORD, ask, frame
from data_access.rules import Figure, FigureScope

KEPT = {
    "id": WHOLE,
    "round": WORD,
    "scope": WORD,
    "subject": WORD,
    "subject_lv": WORD,
    "subject_en": WORD,
    "figure": WORD,
    "kind": WORD,
    "value": WHOLE,
    "qualifier": WORD,
    "country": WORD,
    "is_leading": FLAG,
    "note_lv": WORD,
    "note_en": WORD,
    "source": WORD,
    "source_lv": WORD,
    "source_en": WORD,
    "locator": WORD,
    "origin": WORD,
    "revision": WHOLE,
}
SUBJECTS = {"subject": WORD, "scope": WORD, "title_lv": WORD, "title_en": WORD, "place": WORD}

ORDER = {figure.value: place for place, figure in enumerate(Figure)}
"""Figures stand as in the vocabulary: participants first, what stands beside them last."""


def kept(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """Every figure that documents state of the round, its activities and posts. Columns: KEPT.

    ``subject`` is ``round``, ``activity:<code>`` or ``post:<number>``; its titles are those of the
    activity, or the mediator's code. Planned and reported figures, and leading ones before others.
    """
    require(reader, Right.READ_PUBLISHED)
    figure, activity = schema.reported_figure, schema.activity
    post, mediator = schema.mediator_post, schema.mediator
    round_id = func.coalesce(figure.c.round_id, activity.c.round_id, post.c.round_id)
    statement = (
        select(
            figure,
            schema.round.c.code.label("round"),
            _subject().label("subject"),
            *(
                func.coalesce(activity.c[f"title_{language}"], mediator.c.code).label(
                    f"subject_{language}"
                )
                for language in ("lv", "en")
            ),
            schema.source.c.code.label("source"),
            *citation.TITLES,
        )
        .join_from(figure, activity, figure.c.activity_id == activity.c.id, isouter=True)
        .join(post, figure.c.mediator_post_id == post.c.id, isouter=True)
        .join(mediator, post.c.mediator_id == mediator.c.id, isouter=True)
        .join(schema.round, schema.round.c.id == round_id)
        .join(schema.source, figure.c.source_id == schema.source.c.id, isouter=True)
        .where(of_round(filters))
        .order_by(
            schema.round.c.ordinal,
            figure.c.scope.desc(),
            figure.c.activity_id,
            figure.c.mediator_post_id,
            case(ORDER, value=figure.c.figure),
            figure.c.kind.desc(),
            figure.c.is_leading.desc(),
            figure.c.id,
        )
    )
    return ask(connection, statement, KEPT)


def subjects(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """Of what of the round a figure can be stated: itself, its activities, its mediators' posts.

    Columns: SUBJECTS; ``title`` is missing of the round, and the mediator's code of a post.
    """
    require(reader, Right.READ_PUBLISHED)
    found: list[dict[str, object]] = []
    for statement in (_rounds(), _activities(), _posts()):
        chosen = connection.execute(statement.where(of_round(filters)))
        found += [{**row} for row in chosen.mappings()]
    return frame(found, SUBJECTS)


def _rounds() -> Select[*tuple[Any, ...]]:
    return select(
        literal("round").label("subject"), literal(FigureScope.ROUND.value).label("scope")
    ).select_from(schema.round)


def _activities() -> Select[*tuple[Any, ...]]:
    activity = schema.activity
    return (
        select(
            (literal("activity:") + activity.c.code).label("subject"),
            literal(FigureScope.ACTIVITY.value).label("scope"),
            activity.c.title_lv,
            activity.c.title_en,
        )
        .join_from(activity, schema.round)
        .order_by(activity.c.starts_on.is_(None), activity.c.starts_on, activity.c.code)
    )


def _posts() -> Select[*tuple[Any, ...]]:
    post, mediator, municipality = schema.mediator_post, schema.mediator, schema.municipality
    return (
        select(
            _post().label("subject"),
            literal(FigureScope.POST.value).label("scope"),
            mediator.c.code.label("title_lv"),
            mediator.c.code.label("title_en"),
            municipality.c.name.label("place"),
        )
        .join_from(post, mediator, post.c.mediator_id == mediator.c.id)
        .join(schema.round, post.c.round_id == schema.round.c.id)
        .join(municipality, post.c.municipality_id == municipality.c.id, isouter=True)
        .order_by(post.c.id)
    )


def _subject() -> ColumnElement[str]:
    figure = schema.reported_figure
    return case(
        (figure.c.scope == FigureScope.ACTIVITY, literal("activity:") + schema.activity.c.code),
        (figure.c.scope == FigureScope.POST, _post()),
        else_="round",
    )


def _post() -> ColumnElement[str]:
    return literal("post:") + cast(schema.mediator_post.c.id, Text)
