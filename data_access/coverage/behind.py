"""What lies behind one place of the map or beside it: activities, people, posts, documents."""

import pandas as pd
from sqlalchemy import ColumnElement, Connection, FromClause, case, func, select

from data_access import citation, schema
from data_access.access import Reader, Right, require
from data_access.caseloads.selection import post_is_within
from data_access.caseloads.service import held, months_of
from data_access.counting import attended
from data_access.coverage.chosen import chosen
from data_access.coverage.counted import named_places
from data_access.filters import Filters, of_activity, of_round, within
from data_access.frames import DAY, FLAG, WHOLE, WORD, ask, frame
from data_access.recommendations.chosen import latest_wording
from data_access.rules import Category, Origin, PlaceKind
from data_access.territory import standing

SPAN = {"starts_on": DAY, "ends_on": DAY, "date_precision": WORD}
ACTIVITY = {"code": WORD, "title_lv": WORD, "title_en": WORD} | SPAN
HELD = ACTIVITY | {"is_further": FLAG, "is_made_up": FLAG}
ATTENDED = ACTIVITY | {"category": WORD, "attendances": WHOLE, "is_made_up": FLAG}
POSTS = {"mediator": WORD, "round": WORD} | SPAN | {"months": WHOLE, "is_made_up": FLAG}
RECOMMENDED = {
    "reference": WORD,
    "round": WORD,
    "kind": WORD,
    "text_lv": WORD,
    "text_en": WORD,
    "is_made_up": FLAG,
}
REPORTED = {
    "round": WORD,
    "role": WORD,
    "name": WORD,
    "source_lv": WORD,
    "source_en": WORD,
    "locator": WORD,
}


def held_at(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """Activities held at the chosen place, dated ones first and by date. Columns: HELD.

    ``is_further``: the activity counts at another place, and was here as well.
    """
    require(reader, Right.READ_FIGURES)
    activity, further = schema.activity, schema.activity_further_place
    there = chosen(connection, reader, filters)
    at = standing(activity, filters.look, activity.c.starts_on, activity.c.round_id)
    as_well_at = standing(further, filters.look, activity.c.starts_on, activity.c.round_id)
    own = there.has(at)
    as_well = (
        as_well_at.joined(select(further.c.id).select_from(further))
        .where(further.c.activity_id == activity.c.id, there.has(as_well_at))
        .correlate(activity)
        .exists()
    )
    statement = at.joined(
        select(activity, (~own).label("is_further"), _is_sample(activity).label("is_made_up"))
        .join_from(activity, schema.round)
        .where(of_round(filters), of_activity(filters), own | as_well)
        .where(within(filters, activity.c.starts_on, activity.c.ends_on))
    ).order_by(activity.c.starts_on.is_(None), activity.c.starts_on, activity.c.code)
    return ask(connection, statement, HELD)


def attended_from(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """Where people of the chosen place were: one row an activity and category. Columns: ATTENDED.

    Activities by date, categories in the vocabulary's order. One person has one attendance at an
    activity, so within one activity these are persons too; over several they are not.
    """
    require(reader, Right.READ_FIGURES)
    rows, activity = attended(filters), schema.activity
    said = [activity.c[name] for name in ACTIVITY]
    order = case({word.value: place for place, word in enumerate(Category)}, value=rows.c.category)
    statement = (
        select(
            *said,
            rows.c.category,
            func.count().label("attendances"),
            (func.max(case((_is_sample(rows), 1), else_=0)) == 1).label("is_made_up"),
        )
        .join_from(rows, activity, rows.c.activity_id == activity.c.id)
        .where(chosen(connection, reader, filters).has(rows.c))
        .group_by(*said, rows.c.category)
        .order_by(activity.c.starts_on.is_(None), activity.c.starts_on, activity.c.code, order)
    )
    return ask(connection, statement, ATTENDED)


def posts_at(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """Mediators' posts at the chosen place, by round and first day. Columns: POSTS.

    ``months``: the calendar months of the selection that the post touches, missing where its days
    are not stated.
    """
    require(reader, Right.READ_FIGURES)
    post = schema.mediator_post
    at = standing(post, filters.look, post.c.starts_on, post.c.round_id)
    statement = at.joined(
        select(
            post,
            schema.mediator.c.code.label("mediator"),
            schema.round.c.code.label("round"),
            _is_sample(post).label("is_made_up"),
        )
        .join_from(post, schema.mediator)
        .join(schema.round, post.c.round_id == schema.round.c.id)
        .where(post_is_within(filters), chosen(connection, reader, filters).has(at))
    ).order_by(
        schema.round.c.ordinal,
        post.c.starts_on.is_(None),
        post.c.starts_on,
        schema.mediator.c.code,
    )
    rows: list[dict[str, object]] = []
    for row in connection.execute(statement).mappings():
        span = held(row["starts_on"], row["ends_on"], filters)
        rows.append({**row, "months": len(months_of(span)) if span else None})
    return frame(rows, POSTS)


def recommended_for(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """Entries of the register about the chosen place, in their latest wording.

    Columns: RECOMMENDED. An entry that names no place is about none, so ``not_stated`` has none.
    The period does not narrow the register.
    """
    require(reader, Right.READ_FIGURES)
    entry, version = schema.recommendation, schema.recommendation_version
    at = standing(
        entry,
        filters.look,
        func.coalesce(entry.c.made_on, schema.round.c.actual_starts_on),
        entry.c.round_id,
    )
    statement = at.joined(
        select(
            entry.c.reference,
            schema.round.c.code.label("round"),
            entry.c.kind,
            version.c.text_lv,
            version.c.text_en,
            _is_sample(entry).label("is_made_up"),
        )
        .join_from(entry, schema.round)
        .join(version, latest_wording(entry))
        .where(of_round(filters), entry.c.place_kind != PlaceKind.NOT_STATED)
        .where(chosen(connection, reader, filters).has(at))
    ).order_by(schema.round.c.ordinal, entry.c.reference)
    return ask(connection, statement, RECOMMENDED)


def reported_at(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """The lists of the rounds' documents on which the municipality stands. Columns: REPORTED.

    ``name`` is what the list has: on today's map a municipality that became part of this one.
    """
    require(reader, Right.READ_FIGURES)
    named, source = schema.reported_place, schema.source
    on_list = schema.municipality.alias("on_list")
    rows = named_places(filters).subquery()
    at = standing(rows, filters.look, rows.c.day, rows.c.round_id)
    statement = at.joined(
        select(
            schema.round.c.code.label("round"),
            named.c.role,
            on_list.c.name,
            named.c.locator,
            *citation.TITLES,
        )
        .join_from(rows, named, rows.c.id == named.c.id)
        .join(on_list, named.c.municipality_id == on_list.c.id)
        .join(schema.round, named.c.round_id == schema.round.c.id)
        .join(source, named.c.source_id == source.c.id, isouter=True)
        .where(chosen(connection, reader, filters).has(at))
    ).order_by(schema.round.c.ordinal, named.c.role, on_list.c.iso)
    return ask(connection, statement, REPORTED)


def _is_sample(rows: FromClause) -> ColumnElement[bool]:
    sample: ColumnElement[bool] = rows.c.origin == Origin.SAMPLE
    return sample
