"""What stands beside a look's map though it names a municipality: which it is, and why."""

from dataclasses import replace
from typing import Any

import pandas as pd
from sqlalchemy import Connection, FromClause, Select, and_, func, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.caseloads.selection import case_is_within, post_is_within
from data_access.counting import attended
from data_access.filters import Filters, of_activity, of_round, within
from data_access.frames import WHOLE, WORD, frame
from data_access.rules import Look, PlaceKind, Stands, latvian_key
from data_access.territory import Standing, standing

CANDIDATES = {"place": WORD, "name": WORD, "among": WORD}
UNLISTED = {
    "place": WORD,
    "name": WORD,
    "attendances": WHOLE,
    "activities": WHOLE,
    "posts": WHOLE,
    "families": WHOLE,
    "entries": WHOLE,
}
COUNTED = tuple(name for name, kind in UNLISTED.items() if kind == WHOLE)


def candidates(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """The municipalities of which something recorded may lie in one of several of the look.

    Columns: CANDIDATES; ``place`` is ``either:<division>:<iso>``, ``among`` the names of those that
    it may lie in, in Latvian order with "; " between them.
    """
    require(reader, Right.READ_FIGURES)
    names: dict[tuple[str, str], set[str]] = {}
    for records, at in _records(filters).values():
        told_of = (at.place.label("place"), at.name.label("name"), at.among.label("among"))
        of = at.joined(records.add_columns(at.place_kind.label("kind"), *told_of)).subquery()
        found = select(of.c.place, of.c.name, of.c.among).where(of.c.kind == Stands.EITHER)
        for place, name, among in connection.execute(found.distinct()):
            names.setdefault((place, name), set()).update((among or "").split("; "))
    told: list[dict[str, Any]] = [
        {
            "place": f"{Stands.EITHER}:{place}",
            "name": name,
            "among": "; ".join(sorted(filter(None, among), key=latvian_key)),
        }
        for (place, name), among in names.items()
    ]
    return frame(_in_order(told), CANDIDATES)


def unlisted(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """The municipalities that are recorded and on no list of the record's round.

    Columns: UNLISTED, in Latvian order: how many attendances, activities, mediators' posts,
    families with a case and entries of the register of the selection each has as it was.
    """
    require(reader, Right.READ_FIGURES)
    was = replace(filters, look=Look.WAS)
    numbers: dict[tuple[str, str], dict[str, int]] = {}
    for kind, rows in _as_it_was(was).items():
        for place, name, number in connection.execute(_off_the_lists(rows)):
            numbers.setdefault((place, name), {})[kind] = number
    zero: dict[str, Any] = dict.fromkeys(COUNTED, 0)
    told = [zero | of | {"place": place, "name": name} for (place, name), of in numbers.items()]
    return frame(_in_order(told), UNLISTED)


def _records(filters: Filters) -> dict[str, tuple[Select[Any], Standing]]:
    """Records of the selection, each with its round and where it stands."""
    attendance, activity, post = schema.attendance, schema.activity, schema.mediator_post
    entry, further = schema.recommendation, schema.activity_further_place
    cases, look = schema.mediation_case, filters.look
    of_activities = (
        of_round(filters),
        of_activity(filters),
        within(filters, activity.c.starts_on, activity.c.ends_on),
    )
    of_its_activity = activity.c.starts_on, activity.c.round_id
    came = select(activity.c.round_id).join_from(attendance, activity).join(schema.round)
    held = select(activity.c.round_id).join_from(activity, schema.round)
    as_well = select(activity.c.round_id).join_from(further, activity).join(schema.round)
    served = select(post.c.round_id).join_from(post, schema.round)
    helped = select(post.c.round_id, cases.c.family_id).join_from(cases, post).join(schema.round)
    said = select(entry.c.round_id).join_from(entry, schema.round)
    said_on = func.coalesce(entry.c.made_on, schema.round.c.actual_starts_on)
    at_post = standing(post, look, post.c.starts_on, post.c.round_id)
    return {
        "attendances": (came.where(*of_activities), standing(attendance, look, *of_its_activity)),
        "activities": (held.where(*of_activities), standing(activity, look, *of_its_activity)),
        "further": (as_well.where(*of_activities), standing(further, look, *of_its_activity)),
        "posts": (served.where(post_is_within(filters)), at_post),
        "families": (helped.where(case_is_within(filters)), at_post),
        "entries": (
            said.where(of_round(filters)),
            standing(entry, look, said_on, entry.c.round_id),
        ),
    }


def _as_it_was(was: Filters) -> dict[str, FromClause]:
    """What is counted in a look, with the place of then and the round of each record.

    Attendances are those that stand on no list: which of two rows of a person merged out of two
    counts, the lists decide.
    """
    rows, activity = attended(was), schema.activity
    listed = attended(replace(was, look=Look.REPORTED), "listed")
    same = and_(rows.c.activity_id == listed.c.activity_id, rows.c.who == listed.c.who)
    came = (
        select(rows.c.place_kind, rows.c.municipality_id, activity.c.round_id)
        .join_from(rows, activity, rows.c.activity_id == activity.c.id)
        .join(listed, same)
        .where(listed.c.place_kind == Stands.UNLISTED)
    )
    stand = {
        kind: at.joined(records.add_columns(*at.spot)).subquery()
        for kind, (records, at) in _records(was).items()
        if kind in COUNTED
    }
    return stand | {"attendances": came.subquery()}


def _off_the_lists(rows: FromClause) -> Select[Any]:
    named, municipality, division = schema.reported_place, schema.municipality, schema.division
    is_listed = (
        select(named.c.id)
        .where(named.c.municipality_id == rows.c.municipality_id)
        .where(named.c.round_id == rows.c.round_id)
        .exists()
    )
    place = (division.c.code + ":" + municipality.c.iso).label("place")
    number = func.count(rows.c.family_id.distinct()) if "family_id" in rows.c else func.count()
    return (
        select(place, municipality.c.name, number.label("number"))
        .join_from(rows, municipality, rows.c.municipality_id == municipality.c.id)
        .join(division, municipality.c.division_id == division.c.id)
        .where(rows.c.place_kind.in_([PlaceKind.MUNICIPALITY, Stands.EITHER]), ~is_listed)
        .group_by(division.c.code, municipality.c.iso, municipality.c.name)
    )


def _in_order(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: (latvian_key(row["name"]), row["place"]))
