"""Institutions: the register, the other names each goes by, and where each appears."""

from typing import Any

import pandas as pd
from sqlalchemy import Connection, Select, Table, func, literal, select

from data_access import citation, schema
from data_access.access import Reader, Right, may, require
from data_access.clock import today
from data_access.filters import Filters
from data_access.frames import DAY, WHOLE, WORD, ask, frame
from data_access.rules import latvian_key

INSTITUTIONS = {
    "id": WHOLE,
    "code": WORD,
    "name_lv": WORD,
    "name_en": WORD,
    "name_folded": WORD,
    "abbreviation": WORD,
    "kind": WORD,
    "country": WORD,
    "place": WORD,
    "municipality": WORD,
    "aliases": WHOLE,
    "aliases_folded": WORD,
    "origin": WORD,
    "revision": WHOLE,
    "source": WORD,
    "source_lv": WORD,
    "source_en": WORD,
    "locator": WORD,
}
ALIASES = {"number": WHOLE, "institution": WORD, "name": WORD, "origin": WORD}
APPEARANCES = {
    "institution": WORD,
    "where": WORD,
    "as": WORD,
    "code": WORD,
    "round": WORD,
    "title_lv": WORD,
    "title_en": WORD,
    "rows": WHOLE,
}
MUNICIPALITIES = {"place": WORD, "name": WORD, "valid_to": DAY}
RECORDS = (
    schema.attendance,
    schema.contact,
    schema.family_support,
    schema.mediator_training,
    schema.progress_report,
)
"""Tables whose rows name an institution and are counted, not listed."""


def listed(connection: Connection, reader: Reader, _filters: Filters) -> pd.DataFrame:
    """The whole register in the order of the Latvian alphabet. Columns: INSTITUTIONS.

    ``aliases`` is how many other names there are, ``aliases_folded`` those names for searching,
    one a line; ``place`` is ``<division>:<iso>``.
    """
    require(reader, Right.READ_PUBLISHED)
    institution, municipality, division = (
        schema.institution,
        schema.municipality,
        schema.division,
    )
    statement = (
        select(
            institution,
            (division.c.code + ":" + municipality.c.iso).label("place"),
            municipality.c.name.label("municipality"),
            schema.source.c.code.label("source"),
            *citation.TITLES,
        )
        .join_from(
            institution,
            municipality,
            institution.c.municipality_id == municipality.c.id,
            isouter=True,
        )
        .join(division, isouter=True)
        .join(schema.source, institution.c.source_id == schema.source.c.id, isouter=True)
    )
    others = _aliases_folded(connection)
    rows: list[dict[str, object]] = []
    for found in connection.execute(statement).mappings():
        names = others.get(found["id"], [])
        rows.append({**found, "aliases": len(names), "aliases_folded": "\n".join(names)})
    rows.sort(key=lambda row: latvian_key(str(row["name_lv"])))
    return frame(rows, INSTITUTIONS)


def aliases(connection: Connection, reader: Reader, _filters: Filters) -> pd.DataFrame:
    """The other names of every institution, by name. Columns: ALIASES."""
    require(reader, Right.READ_PUBLISHED)
    alias = schema.institution_alias
    statement = (
        select(alias, alias.c.id.label("number"), schema.institution.c.code.label("institution"))
        .join_from(alias, schema.institution)
        .order_by(alias.c.name_folded)
    )
    return ask(connection, statement, ALIASES)


def appearances(connection: Connection, reader: Reader, _filters: Filters) -> pd.DataFrame:
    """Where institutions appear, over all rounds. Columns: APPEARANCES.

    ``where`` is ``activity`` or ``recommendation`` with one row each, ``code`` theirs and ``as``
    the part or role; or a table of records (attendance, contact, family_support,
    mediator_training, progress_report), of which ``rows`` tells how many there are to whoever may
    read figures.
    """
    require(reader, Right.READ_PUBLISHED)
    rows: list[dict[str, object]] = []
    counted = RECORDS if may(reader, Right.READ_FIGURES) else ()
    for statement in (_activities(), _recommendations(), *map(_records, counted)):
        rows += [{**row} for row in connection.execute(statement).mappings()]
    return frame(rows, APPEARANCES)


def municipalities(connection: Connection, reader: Reader, _filters: Filters) -> pd.DataFrame:
    """The municipalities of today, and former ones that an institution belongs to.

    Columns: MUNICIPALITIES; ``valid_to`` is the last day of a former one's division.
    """
    require(reader, Right.READ_PUBLISHED)
    municipality, division = schema.municipality, schema.division
    used = select(schema.institution.c.municipality_id)
    on = today()
    current = (division.c.valid_from <= on) & (func.coalesce(division.c.valid_to, on) >= on)
    still = (municipality.c.valid_from <= on) & (func.coalesce(municipality.c.valid_to, on) >= on)
    statement = (
        select(
            (division.c.code + ":" + municipality.c.iso).label("place"),
            municipality.c.name,
            division.c.valid_to,
        )
        .join_from(municipality, division)
        .where((current & still) | municipality.c.id.in_(used))
    )
    rows = [{**row} for row in connection.execute(statement).mappings()]
    rows.sort(key=lambda row: latvian_key(row["name"]))
    return frame(rows, MUNICIPALITIES)


def _aliases_folded(connection: Connection) -> dict[int, list[str]]:
    alias, names = schema.institution_alias.c, dict[int, list[str]]()
    statement = select(alias.institution_id, alias.name_folded).order_by(alias.name_folded)
    for row in connection.execute(statement):
        names.setdefault(row.institution_id, []).append(row.name_folded)
    return names


def _activities() -> Select[*tuple[Any, ...]]:
    part, activity = schema.activity_institution, schema.activity
    return (
        select(
            schema.institution.c.code.label("institution"),
            literal("activity").label("where"),
            part.c.part.label("as"),
            activity.c.code,
            schema.round.c.code.label("round"),
            activity.c.title_lv,
            activity.c.title_en,
        )
        .join_from(part, schema.institution)
        .join(activity, part.c.activity_id == activity.c.id)
        .join(schema.round)
        .order_by(schema.round.c.ordinal, activity.c.code, part.c.part)
    )


def _recommendations() -> Select[*tuple[Any, ...]]:
    addressee, entry = schema.recommendation_addressee, schema.recommendation
    return (
        select(
            schema.institution.c.code.label("institution"),
            literal("recommendation").label("where"),
            addressee.c.role.label("as"),
            entry.c.reference.label("code"),
            schema.round.c.code.label("round"),
        )
        .join_from(addressee, schema.institution)
        .join(entry)
        .join(schema.round, entry.c.round_id == schema.round.c.id)
        .order_by(entry.c.reference)
    )


def _records(table: Table) -> Select[*tuple[Any, ...]]:
    return (
        select(
            schema.institution.c.code.label("institution"),
            literal(table.name).label("where"),
            func.count().label("rows"),
        )
        .join_from(table, schema.institution)
        .group_by(schema.institution.c.code)
        .order_by(schema.institution.c.code)
    )
