"""The upkeep of the register: institutions and the other names they go by.

All rounds and municipalities share it: whoever keeps records, be it of one town, adds to it; what
others may have used already is corrected by who is not limited.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, select

from data_access import places, schema, sources
from data_access.access import Reader, Right, require_at
from data_access.codes import country, numbered_code
from data_access.institutions.names import InstitutionNames, Known, shorter_first
from data_access.rules import InstitutionKind, Origin, fold, resembles_contact
from data_access.upkeep import ChangedMeanwhile, Hand, RowUnknown

Values = Mapping[str, Any]
Row = Mapping[Any, Any]
Columns = dict[str, Any]

ALIAS = "alias"
"""The name by which an institution's history tells of its other names."""
WRITTEN = ("name_lv", "name_en", "abbreviation", "locator")


class InstitutionKnown(ValueError):
    """Another institution goes by the name; ``row`` is that institution. Nothing was stored."""

    def __init__(self, row: Row) -> None:
        super().__init__(f"The institution {row['code']!r} goes by this name already.")
        self.row = row


LONGEST_NAME = 300


class NameUnusable(ValueError):
    """A name that says nothing, is too long, or is somebody's contact; nothing was stored."""


class AliasKnown(ValueError):
    """The institution goes by this other name already; nothing was stored."""


class InstitutionUnknown(LookupError):
    """No institution has the code; nothing was stored."""


def add(connection: Connection, reader: Reader, values: Values) -> str:
    """An institution on the register; its code.

    ``values`` hold WRITTEN, ``kind``, ``country``, ``place`` (``<division>:<iso>``) and
    ``source`` by its code; what they leave out is not stated. Without an English name the Latvian
    one stands in its place. Refuses a name, abbreviation or other name that stands for an
    institution already (InstitutionKnown), one that says nothing or looks like somebody's contact
    (NameUnusable), a country that is none (CountryUnusable), and unknown places and sources.
    """
    return _added(connection, reader, Hand(connection, reader), values)


def add_institutions(
    connection: Connection,
    reader: Reader,
    names: Sequence[str],
    kinds: Mapping[str, str] | None = None,
) -> int:
    """Put those of the names on the register that are not there yet; how many that was.

    ``kinds`` are what sort of body each is; of others it is not stated until somebody states it.
    Two ways to write one name are one institution. A name of a made-up institution is refused
    (InstitutionKnown): nothing real goes by it; so is what looks like a contact (NameUnusable).
    """
    hand, added, stated = Hand(connection, reader), 0, kinds or {}
    there = InstitutionNames.of(connection, reader)
    for name in shorter_first(names):
        kind = stated.get(name, InstitutionKind.NOT_STATED.value)
        known = _named(connection, name)
        if known is not None and known["origin"] == Origin.SAMPLE:
            raise InstitutionKnown(known)
        if fold(name) and known is None and not there.find(name):
            code = _added(connection, reader, hand, {"name_lv": name, "kind": kind})
            there.learn(Known(code, name, kind))
            added += 1
    return added


def change(
    connection: Connection, reader: Reader, code: str, revision: int, values: Values
) -> None:
    """Correct an institution that was read at ``revision``; its code stays.

    ``values`` as in ``add``; what they leave out stays. Refuses whoever is limited to some rounds
    or municipalities (AccessRefused), and as ``add`` does, and an institution changed since
    (ChangedMeanwhile) or gone (InstitutionUnknown).
    """
    hand = Hand(connection, reader)
    require_at(reader, Right.KEEP_RECORDS)
    row = current(connection, code, revision)
    columns = _columns(connection, reader, values, row)
    hand.change(schema.institution, row["id"], revision, **columns)


def add_alias(connection: Connection, reader: Reader, code: str, name: str) -> None:
    """Another name by which the institution is known from now on.

    Refuses one by which another institution goes (InstitutionKnown) or this one already does
    (AliasKnown), one that is no name (NameUnusable), and an institution that is gone
    (InstitutionUnknown).
    """
    hand = Hand(connection, reader)
    row = current(connection, code)
    _require_names([name])
    _require_free(connection, [name], row)
    alias, folded = schema.institution_alias, fold(name)
    if connection.scalars(select(alias.c.id).where(alias.c.name_folded == folded)).first():
        raise AliasKnown("The institution goes by this name already.")
    values = {"institution_id": row["id"], "name": name, "name_folded": folded}
    hand.attach(alias, (schema.institution, row["id"]), ALIAS, name, **values)


def remove_alias(connection: Connection, reader: Reader, code: str, number: int) -> None:
    """Take another name away, by its row's number.

    Refuses whoever is limited to some rounds or municipalities (AccessRefused), RowUnknown and
    InstitutionUnknown.
    """
    hand = Hand(connection, reader)
    require_at(reader, Right.KEEP_RECORDS)
    row, alias = current(connection, code), schema.institution_alias
    statement = select(alias.c.name).where(
        alias.c.id == number, alias.c.institution_id == row["id"]
    )
    name = connection.scalars(statement).first()
    if name is None:
        raise RowUnknown("The entry is gone already.")
    hand.detach(alias, (schema.institution, row["id"]), ALIAS, name, number)


def current(connection: Connection, code: str, revision: int | None = None) -> Row:
    """The institution as it stands. Refuses InstitutionUnknown, and one that is no longer at
    ``revision`` (ChangedMeanwhile)."""
    statement = select(schema.institution).where(schema.institution.c.code == code)
    row = connection.execute(statement).mappings().first()
    if row is None:
        raise InstitutionUnknown("There is no such institution.")
    if revision is not None and row["revision"] != revision:
        raise ChangedMeanwhile("Somebody else changed the institution in the meantime.")
    return row


def _added(connection: Connection, reader: Reader, hand: Hand, values: Values) -> str:
    columns = _columns(connection, reader, values, None)
    # A code that tells nothing of the name: names may be people's.
    code = numbered_code(connection, schema.institution, "institution-{}")
    hand.add(schema.institution, code=code, **columns)
    return code


def _columns(connection: Connection, reader: Reader, values: Values, before: Row | None) -> Columns:
    stated = {
        "country": "LV",
        "abbreviation": None,
        **(before or {}),
        **values,
    }
    _require_names([stated["name_lv"], stated.get("name_en"), stated["abbreviation"]])
    _require_free(connection, [stated["name_lv"], stated["abbreviation"]], before)
    columns = {name: stated[name] for name in WRITTEN if name in stated}
    columns |= {
        "name_en": stated.get("name_en") or stated["name_lv"],
        "name_folded": fold(stated["name_lv"]),
        "kind": stated.get("kind") or InstitutionKind.NOT_STATED.value,
        "country": country(stated["country"]),
    }
    if "place" in values:
        place = values["place"]
        found = places.columns_of(connection, reader, place) if place else {}
        columns["municipality_id"] = found.get("municipality_id")
    if "source" in values:
        columns["source_id"] = sources.number_of(connection, values["source"])
    return columns


def _require_names(names: Sequence[str | None]) -> None:
    """Names are read by everybody: a contact among them came from somebody's list."""
    if any(name and _is_no_name(name) for name in names):
        raise NameUnusable("This cannot be an institution's name.")


def _is_no_name(name: str) -> bool:
    return not fold(name) or len(name) > LONGEST_NAME or resembles_contact(name)


def _require_free(connection: Connection, names: Sequence[str | None], but: Row | None) -> None:
    for name in names:
        known = _named(connection, name, but) if name else None
        if known is not None:
            raise InstitutionKnown(known)


def _named(connection: Connection, name: str, but: Row | None = None) -> Row | None:
    """Another institution that goes by the name, the abbreviation or the other name."""
    folded, own = fold(name), None if but is None else but["id"]
    if not folded:
        return None
    institution, alias = schema.institution, schema.institution_alias
    through = select(alias.c.institution_id).where(alias.c.name_folded == folded)
    aliased = set(connection.scalars(through))
    for row in connection.execute(select(institution)).mappings():
        names = {row["name_folded"], fold(row["abbreviation"] or "")}
        if row["id"] != own and (row["id"] in aliased or folded in names):
            return row
    return None
