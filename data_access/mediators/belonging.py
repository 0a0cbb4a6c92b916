"""What belongs to mediators' posts, row by row: gaps, trainings, families."""

import pandas as pd
from sqlalchemy import ColumnElement, Connection, case, func, select

from data_access import reached, schema
from data_access.access import Reader, Right, require
from data_access.clock import today
from data_access.filters import Filters, of_round, within
from data_access.frames import DAY, FLAG, PART, WHOLE, WORD, ask
from data_access.rules import Origin

GAPS = {
    "id": WHOLE,
    "post": WHOLE,
    "starts_on": DAY,
    "ends_on": DAY,
    "reason": WORD,
    "origin": WORD,
    "revision": WHOLE,
}
TRAININGS = {
    "id": WHOLE,
    "holder": WHOLE,
    "post": WHOLE,
    "round": WORD,
    "kind": WORD,
    "held_on": DAY,
    "hours": PART,
    "institution": WORD,
    "institution_lv": WORD,
    "institution_en": WORD,
    "origin": WORD,
    "revision": WHOLE,
    "is_made_up": FLAG,
}
FAMILIES = {
    "id": WHOLE,
    "post": WHOLE,
    "code": WORD,
    "size": WHOLE,
    "children": WHOLE,
    "cases": WHOLE,
    "cases_open": WHOLE,
    "origin": WORD,
    "revision": WHOLE,
    "is_made_up": FLAG,
}


def gaps(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """The gaps of the round's posts, by post and day. Columns: GAPS.

    ``post`` is the post's number; a gap without a last day lasts as long as its post. A chosen
    period leaves out those that have no day in it.
    """
    require(reader, Right.READ_RECORDS)
    gap, post = schema.post_gap, schema.mediator_post
    statement = (
        select(gap, gap.c.mediator_post_id.label("post"))
        .join_from(gap, post)
        .join(schema.round, post.c.round_id == schema.round.c.id)
        .where(of_round(filters), reached.posts(reader))
        .where(within(filters, gap.c.starts_on, gap.c.ends_on, open_ended=True))
        .order_by(gap.c.mediator_post_id, gap.c.starts_on, gap.c.id)
    )
    return ask(connection, statement, GAPS)


def trainings(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """What mediators of the round took part in, by day, undated last. Columns: TRAININGS.

    ``holder`` as in ``listed``; ``post`` is the first of the mediator's posts in the round that the
    reader sees. ``hours`` are those of the training. A chosen period leaves undated ones out.
    """
    require(reader, Right.READ_RECORDS)
    training, post = schema.mediator_training, schema.mediator_post
    institution = schema.institution
    first = (
        select(func.min(post.c.id))
        .where(post.c.mediator_id == training.c.mediator_id)
        .where(post.c.round_id == training.c.round_id, reached.posts(reader))
        .correlate(training)
        .scalar_subquery()
    )
    statement = (
        select(
            training,
            training.c.mediator_id.label("holder"),
            first.label("post"),
            schema.round.c.code.label("round"),
            institution.c.code.label("institution"),
            institution.c.name_lv.label("institution_lv"),
            institution.c.name_en.label("institution_en"),
            _is_made_up(training.c.origin),
        )
        .join_from(training, schema.round)
        .join(institution, training.c.institution_id == institution.c.id, isouter=True)
        .where(of_round(filters), first.is_not(None), within(filters, training.c.held_on))
        .order_by(training.c.held_on.is_(None), training.c.held_on, training.c.id)
    )
    return ask(connection, statement, TRAININGS)


def families(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """The families of the round's posts, one row a family and post, by number. Columns: FAMILIES.

    A case is open as long as no closing date up to today is recorded. Whatever period is chosen.
    """
    require(reader, Right.READ_RECORDS)
    cases, post, family = schema.mediation_case, schema.mediator_post, schema.family
    still_open = cases.c.closed_on.is_(None) | (cases.c.closed_on > today())
    counted = (
        select(
            cases.c.mediator_post_id.label("post"),
            cases.c.family_id,
            func.count().label("cases"),
            func.sum(case((still_open, 1), else_=0)).label("cases_open"),
        )
        .join_from(cases, post)
        .join(schema.round, post.c.round_id == schema.round.c.id)
        .where(of_round(filters), reached.posts(reader))
        .group_by(cases.c.mediator_post_id, cases.c.family_id)
        .subquery("counted")
    )
    statement = (
        select(family, counted, _is_made_up(family.c.origin))
        .join_from(counted, family, counted.c.family_id == family.c.id)
        .order_by(counted.c.post, family.c.code)
    )
    return ask(connection, statement, FAMILIES)


def _is_made_up(origin: ColumnElement[str]) -> ColumnElement[bool]:
    return (origin == Origin.SAMPLE).label("is_made_up")
