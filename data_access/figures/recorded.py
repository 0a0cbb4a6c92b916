"""What the platform's own rows say, by the counting rules; without rows there is no figure."""

from typing import Any

import pandas as pd
from sqlalchemy import Connection, Select, case, distinct, exists, func, select, union

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.counting import attended, recorded_rows
from data_access.filters import Filters, of_round, of_whole_rounds, within
from data_access.frames import WHOLE, WORD, frame
from data_access.rules import Category, PlaceKind, Quality

RECORDED = {"figure": WORD, "value": WHOLE, "quality": WORD}


def recorded(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """Persons, attendances, municipalities, mediators and families of the selection.

    Columns: RECORDED. Where the selection has no row of the kind, the value is missing and the
    quality ``no_data``: nothing recorded yet is not zero.

    Rules: an attendance is one person at one activity, attended; a person counts once, under the
    person they were merged into, and is not stated only where no attendance states a capacity;
    a family counts once, however many mediators it had; municipalities are those of the look, so
    that one of two divisions counts in each (see ``represented``). Mediators and families belong
    to rounds, so there are none of a chosen activity.
    """
    require(reader, Right.READ_FIGURES)
    values: dict[str, int | None] = {}
    for question in (_attendance, _mediators, _families):
        values |= question(connection, filters)
    return frame(
        [
            {
                "figure": figure,
                "value": value,
                "quality": Quality.NO_DATA.value if value is None else Quality.EXACT.value,
            }
            for figure, value in values.items()
        ],
        RECORDED,
    )


def _attendance(connection: Connection, filters: Filters) -> dict[str, int | None]:
    if not connection.execute(select(exists(recorded_rows(filters)))).scalar_one():
        return dict.fromkeys(("persons", "persons_not_stated", "attendances", "municipalities"))
    rows = attended(filters)
    placed = case((rows.c.place_kind == PlaceKind.MUNICIPALITY, rows.c.municipality_id))
    stated = case((rows.c.category != Category.NOT_STATED, rows.c.who))
    statement = select(
        func.count(distinct(rows.c.who)).label("persons"),
        func.count(distinct(stated)).label("stated"),
        func.count().label("attendances"),
        func.count(distinct(placed)).label("municipalities"),
    ).select_from(rows)
    found = connection.execute(statement).one()
    return {
        "persons": found.persons,
        "persons_not_stated": found.persons - found.stated,
        "attendances": found.attendances,
        "municipalities": found.municipalities,
    }


def _mediators(connection: Connection, filters: Filters) -> dict[str, int | None]:
    post = schema.mediator_post
    posts = (
        select(func.count(distinct(post.c.mediator_id)))
        .select_from(post.join(schema.round))
        .where(
            of_round(filters),
            of_whole_rounds(filters),
            within(filters, post.c.starts_on, post.c.ends_on, open_ended=True),
        )
    )
    families = select(func.count(distinct(_cases(filters).subquery().c.family_id)))
    return {
        "mediators": connection.execute(posts).scalar_one() or None,
        "mediator_families": connection.execute(families).scalar_one() or None,
    }


def _families(connection: Connection, filters: Filters) -> dict[str, int | None]:
    support = schema.family_support
    supported = (
        select(support.c.family_id)
        .join_from(support, schema.round)
        .where(of_round(filters), of_whole_rounds(filters), within(filters, support.c.given_on))
    )
    families = select(func.count()).select_from(union(_cases(filters), supported).subquery())
    return {"families": connection.execute(families).scalar_one() or None}


def _cases(filters: Filters) -> Select[*tuple[Any, ...]]:
    """Families with a case in the selection; a case without an end is still open."""
    cases, post = schema.mediation_case, schema.mediator_post
    return (
        select(cases.c.family_id)
        .join_from(cases, post)
        .join(schema.round)
        .where(
            of_round(filters),
            of_whole_rounds(filters),
            within(filters, cases.c.opened_on, cases.c.closed_on, open_ended=True),
        )
    )
