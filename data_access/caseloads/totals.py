"""The selection's totals, each counted once over all posts."""

import pandas as pd
from sqlalchemy import CTE, Connection, distinct, func, literal, select, union_all

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.caseloads.posts import posts
from data_access.caseloads.selection import (
    cases_of,
    contacts_of,
    last_day,
    made_up,
    one_if,
    post_is_within,
    support_of,
)
from data_access.caseloads.service import months_of
from data_access.filters import Filters
from data_access.frames import FLAG, WHOLE, WORD, frame
from data_access.rules import ContactForm, Quality

TOTALS = {"figure": WORD, "value": WHOLE, "quality": WORD, "is_made_up": FLAG}

Counted = tuple[int | None, Quality, bool]
"""A number, what kind of answer it is, and whether rows of the sample are behind it."""


def totals(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """Mediators, families, cases, contacts and months of service. Columns: TOTALS.

    ``mediators``, ``mediator_families`` and ``families`` are those of the recorded figures: a
    family counts once, however many mediators it had; ``families_by_post`` is what the posts add
    up to. ``service_months`` are the posts' months added up, ``calendar_months`` the months in
    which at least one post was held. ``family_persons`` are those of the families with mediators
    whose size is stated; of ``families_without_size`` it is not. ``contact_persons`` are counted
    again at every contact. Where the selection has no row of the kind, the value is missing and
    the quality ``no_data``; where rows are there but none states it, ``not_stated``.
    """
    require(reader, Right.READ_CASELOADS)
    cases = cases_of(filters, last_day(connection, reader, filters))
    counted = {
        **_mediators(connection, filters),
        **_service(posts(connection, reader, filters)),
        **_families(connection, filters, cases),
        **_cases(connection, cases),
        **_contacts(connection, contacts_of(filters)),
    }
    return frame(
        [
            {"figure": name, "value": value, "quality": quality.value, "is_made_up": sample}
            for name, (value, quality, sample) in counted.items()
        ],
        TOTALS,
    )


def _mediators(connection: Connection, filters: Filters) -> dict[str, Counted]:
    post = schema.mediator_post
    statement = (
        select(func.count(distinct(post.c.mediator_id)), func.max(made_up(post).element))
        .join_from(post, schema.round)
        .where(post_is_within(filters))
    )
    number, sample = connection.execute(statement).one()
    return {"mediators": _number(number, sample, of=number)}


def _service(found: pd.DataFrame) -> dict[str, Counted]:
    """Months from the posts' own days; posts whose days are not stated are counted apart."""
    dated = found[found["months"].notna()]
    spans = zip(dated["held_from"], dated["held_to"], strict=True)
    calendar = {
        month
        for first, last in spans
        if not pd.isna(first)
        for month in months_of((first.date(), last.date()))
    }
    sample = bool(found["is_made_up"].any())
    values = {"service_months": int(dated["months"].sum()), "calendar_months": len(calendar)}
    counted = {
        name: _number(value, sample, of=len(found), stated=len(dated))
        for name, value in values.items()
    }
    undated = _number(len(found) - len(dated), sample, of=len(found))
    return counted | {"posts_undated": undated}


def _families(connection: Connection, filters: Filters, cases: CTE) -> dict[str, Counted]:
    with_mediators = select(
        cases.c.family_id, cases.c.made_up, literal(1).label("mediated"), cases.c.size
    )
    supported = support_of(filters).add_columns(literal(0), literal(None, type_=cases.c.size.type))
    rows = union_all(with_mediators, supported).subquery()
    # One row a family: a family that has both counts among those with mediators.
    families = (
        select(
            func.max(rows.c.mediated).label("mediated"),
            func.max(rows.c.size).label("size"),
            func.max(rows.c.made_up).label("made_up"),
        )
        .group_by(rows.c.family_id)
        .subquery()
    )
    mediated = families.c.mediated == 1
    statement = select(
        func.count().label("all"),
        func.coalesce(func.sum(families.c.mediated), 0).label("mediated"),
        func.sum(one_if(mediated & families.c.size.is_(None))).label("without_size"),
        func.sum(families.c.size).label("persons"),
        func.max(families.c.made_up).label("sample"),
    )
    found = connection.execute(statement).one()
    number, with_, sample = found.all, found.mediated, found.sample
    stated = with_ - (found.without_size or 0)
    pairs = select(cases.c.post, cases.c.family_id).distinct().subquery()
    by_post = connection.execute(select(func.count()).select_from(pairs)).scalar_one()
    return {
        "mediator_families": _number(with_, sample, of=with_),
        "families_by_post": _number(by_post, sample, of=with_),
        "families": _number(number, sample, of=number),
        "family_persons": _number(found.persons, sample, of=with_, stated=stated),
        "families_without_size": _number(found.without_size, sample, of=with_),
    }


def _cases(connection: Connection, cases: CTE) -> dict[str, Counted]:
    statement = select(func.count(), func.sum(cases.c.is_open), func.max(cases.c.made_up))
    number, still_open, sample = connection.execute(statement.select_from(cases)).one()
    return {
        "cases": _number(number, sample, of=number),
        "open_cases": _number(still_open, sample, of=number),
    }


def _contacts(connection: Connection, contacts: CTE) -> dict[str, Counted]:
    forms = [func.sum(one_if(contacts.c.form == form)) for form in ContactForm]
    statement = select(
        func.count(),
        *forms,
        func.sum(one_if(contacts.c.held_on.is_(None))),
        func.sum(contacts.c.persons),
        func.count(contacts.c.persons),
        func.max(contacts.c.made_up),
    ).select_from(contacts)
    number, *parts, persons, stated, sample = connection.execute(statement).one()
    names = [*(f"contacts_{form.value}" for form in ContactForm), "contacts_undated"]
    counted = {
        name: _number(part, sample, of=number) for name, part in zip(names, parts, strict=True)
    }
    return {
        "contacts": _number(number, sample, of=number),
        **counted,
        "contact_persons": _number(persons, sample, of=number, stated=stated),
        "contacts_without_persons": _number(number - stated, sample, of=number),
    }


def _number(
    value: int | None, sample: int | None, *, of: int, stated: int | None = None
) -> Counted:
    """The number, where there are rows ``of`` the kind and, if told, some that state it."""
    if not of:
        return None, Quality.NO_DATA, False
    if stated == 0:
        return None, Quality.NOT_STATED, bool(sample)
    return value, Quality.EXACT, bool(sample)
