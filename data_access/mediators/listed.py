"""Mediators' posts one by one, with how much hangs on each."""

from typing import Any

import pandas as pd
from sqlalchemy import Connection, ScalarSelect, Select, Table, case, func, select

from data_access import reached, schema
from data_access.access import Reader, Right, require
from data_access.clock import today
from data_access.filters import Filters, of_round, within
from data_access.frames import DAY, FLAG, PART, WHOLE, WORD, frame
from data_access.rules import Origin, ReportStatus, latvian_key
from data_access.territory import STANDS, standing

POSTS = {
    "id": WHOLE,
    "round": WORD,
    "holder": WHOLE,
    "place_kind": WORD,
    "place": WORD,
    "place_lv": WORD,
    "place_en": WORD,
    "starts_on": DAY,
    "ends_on": DAY,
    "date_precision": WORD,
    "hours_per_week": PART,
    "substitutes": WHOLE,
    "gaps": WHOLE,
    "trainings": WHOLE,
    "months_reported": WHOLE,
    "months_waiting": WHOLE,
    "families": WHOLE,
    "cases": WHOLE,
    "cases_open": WHOLE,
    "figures": WHOLE,
    "origin": WORD,
    "revision": WHOLE,
    "is_made_up": FLAG,
} | STANDS


def listed(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """One row a post, by round and by the place's name. Columns: POSTS.

    Those that the right to read records reaches; a chosen period leaves posts out that were not
    held in it, and those whose days are not stated. ``holder`` is the same number for all posts of
    one mediator and says nothing of who it is; ``place`` is ``<division>:<iso>`` or the kind of
    place, as it was recorded, and STANDS say where that stands in the look. ``trainings`` are the
    mediator's in the round; months are recorded reports, and those that wait; cases are open as
    long as no closing date up to today is recorded; ``figures`` are what documents report of the
    post. Rows of these are counted, zeros included; but families and cases are missing, not zero,
    at a post where no case is recorded. ``is_made_up``: the post is of the sample.
    """
    require(reader, Right.READ_RECORDS)
    post = schema.mediator_post
    statement = _posts(filters).where(
        of_round(filters),
        reached.posts(reader),
        within(filters, post.c.starts_on, post.c.ends_on, open_ended=True),
    )
    found = connection.execute(statement).mappings()
    return frame([{**row} for row in sorted(found, key=_by_place)], POSTS)


def undated(connection: Connection, reader: Reader, filters: Filters) -> int:
    """How many of the round's posts have no stated days, whatever the period."""
    require(reader, Right.READ_RECORDS)
    post = schema.mediator_post
    statement = (
        select(func.count())
        .select_from(post.join(schema.round))
        .where(of_round(filters), reached.posts(reader), post.c.starts_on.is_(None))
    )
    return connection.execute(statement).scalar_one()


def _posts(filters: Filters) -> Select[*tuple[Any, ...]]:
    post, municipality, division = schema.mediator_post, schema.municipality, schema.division
    at = standing(post, filters.look, post.c.starts_on, post.c.round_id)
    code = func.coalesce(division.c.code + ":" + municipality.c.iso, post.c.place_kind)
    statement = (
        select(
            post,
            schema.round.c.code.label("round"),
            schema.round.c.ordinal,
            post.c.mediator_id.label("holder"),
            code.label("place"),
            func.coalesce(municipality.c.name, post.c.place_name_lv).label("place_lv"),
            func.coalesce(municipality.c.name, post.c.place_name_en).label("place_en"),
            post.c.substitutes_post_id.label("substitutes"),
            (post.c.origin == Origin.SAMPLE).label("is_made_up"),
            *(column.label(name) for name, column in _counted().items()),
            *at.told,
        )
        .join_from(post, schema.round)
        .join(municipality, post.c.municipality_id == municipality.c.id, isouter=True)
        .join(division, municipality.c.division_id == division.c.id, isouter=True)
    )
    found: Select[*tuple[Any, ...]] = at.joined(statement)
    return found


def _counted() -> dict[str, ScalarSelect[int]]:
    """How many rows hang on the post, each kind by its name."""
    post, cases, training = schema.mediator_post, schema.mediation_case, schema.mediator_training
    report = schema.monthly_report
    of_post = cases.c.mediator_post_id == post.c.id
    learnt = select(func.count()).where(
        training.c.mediator_id == post.c.mediator_id, training.c.round_id == post.c.round_id
    )
    still_open = cases.c.closed_on.is_(None) | (cases.c.closed_on > today())
    of_cases = {
        "families": func.nullif(func.count(cases.c.family_id.distinct()), 0),
        "cases": func.nullif(func.count(), 0),
        "cases_open": func.sum(case((still_open, 1), else_=0)),
    }
    return {
        "gaps": _number(schema.post_gap),
        "trainings": learnt.correlate(post).scalar_subquery(),
        "months_reported": _number(report, report.c.status == ReportStatus.RECORDED),
        "months_waiting": _number(report, report.c.status == ReportStatus.WAITING),
        **{
            name: select(number).select_from(cases).where(of_post).correlate(post).scalar_subquery()
            for name, number in of_cases.items()
        },
        "figures": _number(schema.reported_figure),
    }


def _number(table: Table, *conditions: Any) -> ScalarSelect[int]:
    post = schema.mediator_post
    of_post = select(func.count()).select_from(table).where(table.c.mediator_post_id == post.c.id)
    return of_post.where(*conditions).correlate(post).scalar_subquery()


def _by_place(row: Any) -> tuple[Any, ...]:
    """By round; where no place is named, last; posts at places that are one in the look together.

    The name is that of the place in the look, then that which was recorded.
    """
    name = row["place_lv"]
    there = latvian_key(row["stands_name"] or name or "")
    return row["ordinal"], name is None, there, latvian_key(name or ""), row["id"]
