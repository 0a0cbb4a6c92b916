"""Rounds side by side, and one round's work on a line of time."""

from dataclasses import replace

import pandas as pd
from sqlalchemy import Connection, literal, null, select, union_all

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.figures import REPORTED, reported
from data_access.filters import Filters, of_round, within
from data_access.frames import DAY, WORD, ask
from data_access.rules import Figure

COMPARED = REPORTED
COMPARED_FIGURES = (Figure.MEDIATORS, Figure.SERVICE_MONTHS, Figure.MEDIATOR_FAMILIES)
TIMELINE = {
    "activity": WORD,
    "kind": WORD,
    "title_lv": WORD,
    "title_en": WORD,
    "starts_on": DAY,
    "ends_on": DAY,
    "date_precision": WORD,
}


def compared(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """Mediators, months of service and families with mediators, a row a round and figure.

    All rounds, whichever one is chosen: a comparison needs its others. Columns: COMPARED,
    those of reported figures.
    """
    require(reader, Right.READ_FIGURES)
    everything = reported(connection, reader, replace(filters, round=None))
    wanted = everything["figure"].isin(COMPARED_FIGURES) & everything["is_leading"]
    return everything.loc[wanted, list(COMPARED)].reset_index(drop=True)


def timeline(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """Dated activities, and measures that a document dates as a whole, by their first day.

    A measure has kind ``measure`` and no activity code. Columns: TIMELINE.
    """
    require(reader, Right.READ_FIGURES)
    activity, line = schema.activity, schema.round_statement
    spans = ("starts_on", "ends_on", "date_precision")
    activities = (
        select(
            activity.c.code.label("activity"),
            activity.c.kind,
            activity.c.title_lv,
            activity.c.title_en,
            *(activity.c[name] for name in spans),
        )
        .join_from(activity, schema.round)
        .where(of_round(filters), within(filters, activity.c.starts_on, activity.c.ends_on))
        .where(activity.c.starts_on.is_not(None))
    )
    measures = (
        select(
            null().label("activity"),
            literal("measure").label("kind"),
            line.c.text_lv,
            line.c.text_en,
            *(line.c[name] for name in spans),
        )
        .join_from(line, schema.round)
        .where(of_round(filters), within(filters, line.c.starts_on, line.c.ends_on))
        .where(line.c.starts_on.is_not(None), line.c.kind == "measure")
    )
    both = union_all(activities, measures).subquery()
    return ask(connection, select(both).order_by(both.c.starts_on, both.c.ends_on), TIMELINE)
