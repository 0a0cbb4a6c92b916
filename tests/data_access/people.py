"""Rounds, people and families made up for a test: each function records one row, and no more.

What a test does not tell stays as plain as the tables allow: undated, not stated, not merged.
"""

import datetime as dt
import itertools
from typing import Any

from sqlalchemy import Connection, Table, insert

from data_access import schema, standings

ROUNDS = ("I", "II", "III", "IV", "V", "VI", "VII")
NUMBERS = itertools.count(1)
TITLES = {"title_lv": "Nosaukums", "title_en": "Title"}

Day = dt.date | None


TELLING = {
    "recommendation": "id",
    "recommendation_link": "recommendation_id",
    "progress_report": "recommendation_id",
    "confirmation": "recommendation_id",
}
"""Tables of which follows where an entry of the register stands, with the column of the entry."""


def add(connection: Connection, table: Table, **values: Any) -> int:
    """Record a row, entered by somebody unless told otherwise; its number."""
    entered = {"origin": "entered"} if "origin" in table.c else {}
    statement = insert(table).values(entered | values).returning(table.c.id)
    number = int(connection.execute(statement).scalar_one())
    told_by = TELLING.get(table.name)
    if told_by is not None:
        standings.renew(connection, {values[told_by] if told_by != "id" else number})
    return number


def a_round(connection: Connection, code: str = "IV", **values: Any) -> int:
    ordinal = ROUNDS.index(code) + 1
    return add(connection, schema.round, **{"code": code, "ordinal": ordinal} | TITLES | values)


def a_municipality(connection: Connection, name: str = "Valka") -> int:
    """A municipality in a division of its own; the codes stand in the order of their making."""
    begins, number = dt.date(2009, 7, 1), next(NUMBERS)
    division = add(connection, schema.division, code=f"division {number:05}", valid_from=begins)
    named = {"name": name, "name_folded": name.casefold(), "iso": f"LV-{number:05}"}
    values = {"division_id": division, "is_city": True, "valid_from": begins} | named
    return add(connection, schema.municipality, **values)


def an_activity(
    connection: Connection, round_id: int, first: Day = None, last: Day = None, **values: Any
) -> int:
    named = {"code": f"activity-{next(NUMBERS)}", "title_folded": "nosaukums", "kind": "meeting"}
    values = named | TITLES | span(first, last) | values
    return add(connection, schema.activity, round_id=round_id, **values)


def a_person(connection: Connection, merged_into: int | None = None) -> int:
    return add(connection, schema.person, merged_into_id=merged_into)


def attends(
    connection: Connection,
    person: int,
    activity: int,
    capacity: str = "not_stated",
    *,
    status: str = "attended",
    municipality: int | None = None,
    **values: Any,
) -> int:
    """An attendance; ``values`` are further columns, such as gender, age_band, institution_id."""
    came = {"person_id": person, "activity_id": activity, "capacity": capacity, "status": status}
    return add(connection, schema.attendance, **came | at(municipality) | values)


def an_institution(connection: Connection, code: str, **values: Any) -> int:
    named = {"name_lv": f"{code} iestāde", "name_en": f"{code} body", "name_folded": code}
    return add(connection, schema.institution, **{"code": code} | named | values)


def a_mediator(connection: Connection) -> int:
    return add(connection, schema.mediator, code=f"mediator-{next(NUMBERS)}")


def a_post(
    connection: Connection,
    round_id: int,
    first: Day = None,
    last: Day = None,
    *,
    mediator: int | None = None,
    **values: Any,
) -> int:
    """A post, held by a mediator of its own unless one is named."""
    held_by = {"mediator_id": mediator or a_mediator(connection), "round_id": round_id}
    return add(connection, schema.mediator_post, **held_by | span(first, last) | values)


def a_family(connection: Connection, **values: Any) -> int:
    return add(connection, schema.family, **{"code": f"family-{next(NUMBERS)}"} | values)


def a_case(
    connection: Connection,
    family: int,
    post: int,
    opened: Day = None,
    closed: Day = None,
    **values: Any,
) -> int:
    of = {"family_id": family, "mediator_post_id": post, "opened_on": opened, "closed_on": closed}
    return add(connection, schema.mediation_case, **of | values)


def a_need(connection: Connection, case: int, area: str, **values: Any) -> int:
    return add(connection, schema.case_need, mediation_case_id=case, area=area, **values)


def a_contact(connection: Connection, post: int, held_on: Day = None, **values: Any) -> int:
    """A mediator's contact, with one family that is not named unless told otherwise."""
    of = {"mediator_post_id": post, "held_on": held_on, "form": "individual"}
    return add(connection, schema.contact, **of | values)


def a_report(
    connection: Connection, post: int, month: dt.date, hours: float | None, **values: Any
) -> int:
    """A recorded report of the post's month (its first day), with the hours that it states."""
    moment = dt.datetime.combine(month, dt.time(9), dt.UTC)
    of = {"mediator_post_id": post, "month": month, "hours_worked": hours, "status": "recorded"}
    known = {"received_at": moment, "recorded_at": moment}
    return add(connection, schema.monthly_report, **of | known | values)


def support(
    connection: Connection, family: int, round_id: int, given_on: Day = None, **values: Any
) -> int:
    of = {"family_id": family, "round_id": round_id, "given_on": given_on}
    return add(connection, schema.family_support, **of | values)


def a_figure(connection: Connection, round_id: int, figure: str, value: int, **values: Any) -> int:
    stated = {"scope": "round", "round_id": round_id, "figure": figure, "value": value}
    return add(connection, schema.reported_figure, **stated | values)


def name_place(connection: Connection, round_id: int, role: str = "mediator") -> int:
    """A municipality that the round's document lists."""
    values = {"round_id": round_id, "role": role, "municipality_id": a_municipality(connection)}
    return add(connection, schema.reported_place, **values)


def of_sample(what: str | None, *names: str) -> dict[str, dict[str, Any]]:
    """What to tell of several rows so that one of them belongs to the made-up sample."""
    return {name: {"origin": "sample"} if name == what else {} for name in names}


def span(first: Day, last: Day = None) -> dict[str, Any]:
    """Days from the first to the last; without a first one, no date at all."""
    precision = "not_stated" if first is None else "day"
    return {"starts_on": first, "ends_on": last, "date_precision": precision}


def at(municipality: int | None) -> dict[str, Any]:
    """The place of a record."""
    kind = "not_stated" if municipality is None else "municipality"
    return {"place_kind": kind, "municipality_id": municipality}
