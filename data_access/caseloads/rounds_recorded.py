"""Rounds side by side as their rows tell them, apart from what documents report."""

from typing import Any

import pandas as pd
from sqlalchemy import Connection, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.caseloads.totals import totals
from data_access.filters import Filters, of_round
from data_access.frames import FLAG, WHOLE, WORD, frame
from data_access.rules import per

FIGURES = {
    "mediators": "mediators",
    "months": "calendar_months",
    "service_months": "service_months",
    "families": "mediator_families",
}
ROUNDS_RECORDED = (
    {"round": WORD}
    | dict.fromkeys(FIGURES, WHOLE)
    | {f"{part}_quality": WORD for part in FIGURES}
    | {"per_mediator": WORD, "per_mediator_month": WORD, "posts_undated": WHOLE}
    | {"is_made_up": FLAG}
)

Row = dict[str, Any]


def rounds_recorded(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """One row a round in which a mediator has a post, in their order. Columns: ROUNDS_RECORDED.

    The figures are those of ``totals``: ``months`` are the calendar's, ``service_months`` the
    posts' months added up. ``per_mediator`` are families for each mediator, ``per_mediator_month``
    families for each month of service (Decimal, one and two places, rounded half up); where the
    days of a post are not stated, the months are too few and nothing is divided by them.
    """
    require(reader, Right.READ_CASELOADS)
    post = schema.mediator_post
    codes = (
        select(schema.round.c.code)
        .where(of_round(filters))
        .where(select(post.c.id).where(post.c.round_id == schema.round.c.id).exists())
        .order_by(schema.round.c.ordinal)
    )
    found = [
        _row(code, totals(connection, reader, Filters(round=code)))
        for code in connection.scalars(codes).all()
    ]
    return frame(found, ROUNDS_RECORDED)


def _row(code: str, counted: pd.DataFrame) -> Row:
    known = {row["figure"]: row for row in counted.to_dict("records")}
    told = {part: known[figure] for part, figure in FIGURES.items()}
    values = {name: _whole(row["value"]) for name, row in told.items()}
    undated = _whole(known["posts_undated"]["value"])
    return {
        "round": code,
        **values,
        **{f"{part}_quality": row["quality"] for part, row in told.items()},
        "per_mediator": _per(values["families"], values["mediators"], 1),
        "per_mediator_month": None
        if undated
        else _per(values["families"], values["service_months"], 2),
        "posts_undated": undated,
        "is_made_up": any(bool(row["is_made_up"]) for row in told.values()),
    }


def _per(families: int | None, of: int | None, places: int) -> object:
    return None if families is None or of is None else per(families, of, places)


def _whole(value: Any) -> int | None:
    return None if pd.isna(value) else int(value)
