"""Activities: the list, and what is known of each one."""

from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Connection, Label, ScalarSelect, Select, Table, func, select

from data_access import citation, schema
from data_access.access import Reader, Right, require
from data_access.filters import Filters, of_activity, of_round, within
from data_access.frames import DAY, WHOLE, WORD, ask
from data_access.rules import Figure, FigureKind
from data_access.territory import STANDS, standing

ACTIVITIES = {
    "id": WHOLE,
    "code": WORD,
    "round": WORD,
    "kind": WORD,
    "area": WORD,
    "title_lv": WORD,
    "title_en": WORD,
    "starts_on": DAY,
    "ends_on": DAY,
    "date_precision": WORD,
    "place_kind": WORD,
    "place": WORD,
    "place_lv": WORD,
    "place_en": WORD,
    "place_name_lv": WORD,
    "place_name_en": WORD,
    "outcome_lv": WORD,
    "outcome_en": WORD,
    "documents": WHOLE,
    "headcount": WHOLE,
    "headcount_qualifier": WORD,
    "measure": WHOLE,
    "origin": WORD,
    "revision": WHOLE,
    "source": WORD,
    "source_lv": WORD,
    "source_en": WORD,
    "locator": WORD,
} | STANDS
INSTITUTIONS = {
    "number": WHOLE,
    "part": WORD,
    "code": WORD,
    "name_lv": WORD,
    "name_en": WORD,
    "abbreviation": WORD,
    "kind": WORD,
    "country": WORD,
}
DOCUMENTS = {
    "number": WHOLE,
    "title_lv": WORD,
    "title_en": WORD,
    "address": WORD,
    "published_on": DAY,
    "source_lv": WORD,
    "source_en": WORD,
    "locator": WORD,
}
FURTHER_PLACES = {
    "position": WHOLE,
    "place_kind": WORD,
    "place_lv": WORD,
    "place_en": WORD,
} | STANDS
MEASURES = {"position": WHOLE, "text_lv": WORD, "text_en": WORD}


def listed(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """One row an activity, dated ones first and by date. Columns: ACTIVITIES.

    ``headcount`` is what a document reports for the activity, missing where none does; ``place``
    is ``<division>:<iso>`` or the kind of place, as it was recorded, and STANDS say where that
    stands in the look; ``measure`` the position of the line in the round's list; a chosen period
    leaves undated activities out.
    """
    require(reader, Right.READ_PUBLISHED)
    activity = schema.activity
    at = standing(activity, filters.look, activity.c.starts_on, activity.c.round_id)
    statement = (
        _chosen(
            select(
                activity,
                schema.round.c.code.label("round"),
                schema.source.c.code.label("source"),
                schema.round_statement.c.position.label("measure"),
                _place_code().label("place"),
                *_place_names(activity),
                _documents().label("documents"),
                _headcount("value").label("headcount"),
                _headcount("qualifier").label("headcount_qualifier"),
                *citation.TITLES,
                *at.told,
            ).join_from(activity, schema.round),
            filters,
        )
        .join(
            schema.municipality,
            activity.c.municipality_id == schema.municipality.c.id,
            isouter=True,
        )
        .join(schema.division, isouter=True)
        .join(
            schema.round_statement,
            activity.c.measure_id == schema.round_statement.c.id,
            isouter=True,
        )
        .join(schema.source, activity.c.source_id == schema.source.c.id, isouter=True)
        .order_by(
            activity.c.starts_on.is_(None),
            activity.c.starts_on,
            func.coalesce(activity.c.ends_on, activity.c.starts_on),
            activity.c.id,
        )
    )
    return ask(connection, at.joined(statement), ACTIVITIES)


def undated(connection: Connection, reader: Reader, filters: Filters) -> int:
    """How many activities of the round have no stated date, whatever the period."""
    require(reader, Right.READ_PUBLISHED)
    statement = (
        select(func.count())
        .select_from(schema.activity.join(schema.round))
        .where(of_round(filters), schema.activity.c.starts_on.is_(None))
    )
    return connection.execute(statement).scalar_one()


def institutions(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """Who organised, hosted and took part, as the source names them. Columns: INSTITUTIONS.

    ``number`` is that of the part, ``code`` the institution's.
    """
    require(reader, Right.READ_PUBLISHED)
    part = schema.activity_institution
    statement = _chosen(
        select(part.c.id.label("number"), part.c.part, schema.institution)
        .join_from(part, schema.institution)
        .join(schema.activity, part.c.activity_id == schema.activity.c.id)
        .join(schema.round),
        filters,
    ).order_by(part.c.part, schema.institution.c.code)
    return ask(connection, statement, INSTITUTIONS)


def documents(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """The documents an activity left. Columns: DOCUMENTS; ``number`` is that of the link."""
    require(reader, Right.READ_PUBLISHED)
    link = schema.activity_document
    statement = (
        _chosen(
            select(
                link.c.id.label("number"),
                schema.document,
                *citation.TITLES,
            )
            .join_from(link, schema.document)
            .join(schema.activity, link.c.activity_id == schema.activity.c.id)
            .join(schema.round),
            filters,
        )
        .join(schema.source, schema.document.c.source_id == schema.source.c.id, isouter=True)
        .order_by(schema.document.c.code)
    )
    return ask(connection, statement, DOCUMENTS)


def further_places(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """Places beside the one where the activity counts. Columns: FURTHER_PLACES.

    STANDS say where the place stands in the look, on the day of the activity.
    """
    require(reader, Right.READ_PUBLISHED)
    other, activity = schema.activity_further_place, schema.activity
    at = standing(other, filters.look, activity.c.starts_on, activity.c.round_id)
    statement = (
        _chosen(
            select(
                other.c.position,
                other.c.place_kind,
                *_place_names(other),
                *at.told,
            )
            .join_from(other, activity)
            .join(schema.round),
            filters,
        )
        .join(
            schema.municipality, other.c.municipality_id == schema.municipality.c.id, isouter=True
        )
        .order_by(other.c.position)
    )
    return ask(connection, at.joined(statement), FURTHER_PLACES)


def measures(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """The line of the round's own list that an activity belongs to. Columns: MEASURES."""
    require(reader, Right.READ_PUBLISHED)
    line = schema.round_statement
    statement = _chosen(
        select(line.c.position, line.c.text_lv, line.c.text_en)
        .join_from(schema.activity, line, schema.activity.c.measure_id == line.c.id)
        .join(schema.round, schema.activity.c.round_id == schema.round.c.id),
        filters,
    )
    return ask(connection, statement, MEASURES)


def _chosen(statement: Select[*tuple[Any, ...]], filters: Filters) -> Select[*tuple[Any, ...]]:
    """The chosen activity whatever its date; else those of the round and the period."""
    if filters.activity is not None:
        return statement.where(of_activity(filters))
    dates = schema.activity.c.starts_on, schema.activity.c.ends_on
    return statement.where(of_round(filters), within(filters, *dates))


def _place_code() -> ColumnElement[str]:
    """``<division>:<iso>``, or the kind of a place that is no municipality."""
    municipality = schema.division.c.code + ":" + schema.municipality.c.iso
    return func.coalesce(municipality, schema.activity.c.place_kind)


def _place_names(table: Table) -> list[Label[str | None]]:
    """The municipality's name, or what the source calls the place, in both languages."""
    name = schema.municipality.c.name
    return [
        func.coalesce(name, table.c[f"place_name_{language}"]).label(f"place_{language}")
        for language in ("lv", "en")
    ]


def _documents() -> ScalarSelect[int]:
    link = schema.activity_document
    return (
        select(func.count())
        .where(link.c.activity_id == schema.activity.c.id)
        .correlate(schema.activity)
        .scalar_subquery()
    )


def _headcount(column: str) -> ScalarSelect[int | str]:
    figure = schema.reported_figure
    return (
        select(figure.c[column])
        .where(
            figure.c.activity_id == schema.activity.c.id,
            figure.c.figure == Figure.HEADCOUNT,
            figure.c.is_leading.is_(True),
            figure.c.kind == FigureKind.REPORTED,
        )
        .correlate(schema.activity)
        .scalar_subquery()
    )
