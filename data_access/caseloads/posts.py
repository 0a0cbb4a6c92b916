"""A mediator's post: where and how long it was held, and what was recorded there."""

from typing import Any

import pandas as pd
from sqlalchemy import Connection, RowMapping, Select, Subquery, func, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.caseloads.selection import (
    cases_of,
    contacts_of,
    last_day,
    made_up,
    one_if,
    post_is_within,
)
from data_access.caseloads.service import held, months_of
from data_access.filters import Filters, of_round, of_whole_rounds
from data_access.frames import DAY, FLAG, PART, WHOLE, WORD, frame
from data_access.rules import ContactForm, latvian_key
from data_access.territory import STANDS, standing

POSTS = {
    "post": WHOLE,
    "mediator": WORD,
    "round": WORD,
    "place_kind": WORD,
    "place_lv": WORD,
    "place_en": WORD,
    "substitutes": WHOLE,
    "held_from": DAY,
    "held_to": DAY,
    "months": WHOLE,
    "hours_per_week": PART,
    "families": WHOLE,
    "cases": WHOLE,
    "open_cases": WHOLE,
    "contacts": WHOLE,
    "individual": WHOLE,
    "group": WHOLE,
    "persons": WHOLE,
    "families_per_month": PART,
    "is_made_up": FLAG,
} | STANDS


def posts(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """One row a post, by round and by the place's name; no order of merit. Columns: POSTS.

    A post is here if it was held within the period, or if a case or contact of it lies there.
    ``held_from``, ``held_to`` and ``months`` are those of the selection; of a post whose days are
    not stated they are missing. ``families`` are distinct at the post, so that their sum may
    exceed that of all posts; ``persons`` are those at contacts, anew at each, as far as stated.
    What has no row at a post is missing, not zero. ``is_made_up``: some
    row behind the post belongs to the sample. The place's name is the recorded one, STANDS say
    where it stands in the look; posts at places that are one there stand together.
    """
    require(reader, Right.READ_CASELOADS)
    day = last_day(connection, reader, filters)
    found = connection.execute(_posts(filters, _cases(filters, day), _contacts(filters))).mappings()
    rows = sorted(found, key=_by_place)
    return frame([_with_service(row, filters) for row in rows], POSTS)


def _posts(filters: Filters, cases: Subquery, contacts: Subquery) -> Select[*tuple[Any, ...]]:
    post, municipality = schema.mediator_post, schema.municipality
    sample = (made_up(post), cases.c.made_up, contacts.c.made_up)
    at = standing(post, filters.look, post.c.starts_on, post.c.round_id)
    statement = (
        select(
            post.c.id.label("post"),
            schema.mediator.c.code.label("mediator"),
            schema.round.c.code.label("round"),
            schema.round.c.ordinal,
            post.c.place_kind,
            func.coalesce(municipality.c.name, post.c.place_name_lv).label("place_lv"),
            func.coalesce(municipality.c.name, post.c.place_name_en).label("place_en"),
            post.c.substitutes_post_id.label("substitutes"),
            post.c.starts_on,
            post.c.ends_on,
            post.c.hours_per_week,
            *(cases.c[name] for name in ("families", "cases", "open_cases")),
            *(contacts.c[name] for name in ("contacts", "individual", "group", "persons")),
            sum((func.coalesce(mark, 0) for mark in sample[1:]), sample[0].element).label("sample"),
            *at.told,
        )
        .join_from(post, schema.mediator)
        .join(schema.round, post.c.round_id == schema.round.c.id)
        .join(municipality, post.c.municipality_id == municipality.c.id, isouter=True)
        .join(cases, cases.c.post == post.c.id, isouter=True)
        .join(contacts, contacts.c.post == post.c.id, isouter=True)
        .where(of_round(filters), of_whole_rounds(filters))
        .where(
            post_is_within(filters) | cases.c.cases.is_not(None) | contacts.c.contacts.is_not(None)
        )
    )
    found: Select[*tuple[Any, ...]] = at.joined(statement)
    return found


def _cases(filters: Filters, day: Any) -> Subquery:
    cases = cases_of(filters, day)
    return (
        select(
            cases.c.post,
            func.count(cases.c.family_id.distinct()).label("families"),
            func.count().label("cases"),
            func.sum(cases.c.is_open).label("open_cases"),
            func.max(cases.c.made_up).label("made_up"),
        )
        .group_by(cases.c.post)
        .subquery("cases_by_post")
    )


def _contacts(filters: Filters) -> Subquery:
    contacts = contacts_of(filters)
    return (
        select(
            contacts.c.post,
            func.count().label("contacts"),
            func.sum(one_if(contacts.c.form == ContactForm.INDIVIDUAL)).label("individual"),
            func.sum(one_if(contacts.c.form == ContactForm.GROUP)).label("group"),
            func.sum(contacts.c.persons).label("persons"),
            func.max(contacts.c.made_up).label("made_up"),
        )
        .group_by(contacts.c.post)
        .subquery("contacts_by_post")
    )


def _with_service(row: RowMapping, filters: Filters) -> dict[str, object]:
    span = held(row["starts_on"], row["ends_on"], filters)
    months = None if row["starts_on"] is None else len(months_of(span))
    families = row["families"]
    return {
        **row,
        "held_from": span and span[0],
        "held_to": span and span[1],
        "months": months,
        "families_per_month": families / months if families and months else None,
        "is_made_up": row["sample"] > 0,
    }


def _by_place(row: RowMapping) -> tuple[object, ...]:
    """By round, then by name in Latvian order; a place that is not stated stands last.

    The name is that of the place in the look, then that which was recorded.
    """
    name = row["place_lv"]
    there = latvian_key(row["stands_name"] or name or "")
    return row["ordinal"], name is None, there, latvian_key(name or ""), row["post"]
