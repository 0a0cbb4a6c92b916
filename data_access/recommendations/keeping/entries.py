"""Entries added, corrected and taken away by hand.

The register outlives its rounds: entries of a closed or approved round are worded, addressed,
linked, corrected and carried on. A round that was approved gains no entry and loses none.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, select

from data_access import schema, standings
from data_access.access import Reader, Right, may_at, require
from data_access.filters import Filters
from data_access.recommendations.keeping import addressing, carrying, linking, problems, wording
from data_access.recommendations.keeping.columns import columns_of, stood_of
from data_access.recommendations.keeping.rows import ENTRY, current, require_kept
from data_access.rounds import require_unapproved
from data_access.rules import AddresseeRole, Origin, fold
from data_access.upkeep import Hand, NotByHand

Values = Mapping[str, Any]
LONGEST_REFERENCE = 30
_REFERENCE = re.compile(rf"\w[\w./-]{{0,{LONGEST_REFERENCE - 1}}}")
HANGS = ("recommendation_addressee", "recommendation_carry", "register_import_entry")
"""What goes with an entry that is taken away."""
REMOVABLE = frozenset({Origin.ENTERED, Origin.UPLOAD})
"""Whence an entry came that is taken away by hand; those of the documents are corrected alone."""


@dataclass(frozen=True)
class Edited:
    """The entry's revision after it was edited, and the values with which ``edit`` undoes it."""

    revision: int
    stood: dict[str, Any]


@dataclass(frozen=True)
class Kept:
    """An entry as its forms show it: what ``edit`` takes, and by what the later of two is told.

    ``number`` is that of its latest wording; ``is_reached`` whether the reader may keep it.
    """

    row: int
    revision: int
    number: int
    origin: str
    is_reached: bool
    values: dict[str, Any]


def add(connection: Connection, reader: Reader, values: Values) -> str:
    """An entry with its first wording; its reference.

    ``values`` hold ``round`` by its code, ``text_lv`` and ``text_en``, and may hold ``reference``
    (else ``next_reference``), ``kind``, ``area``, ``activity`` and ``source`` by their codes,
    ``made_on``, ``deadline`` (Deadline), ``place`` as in ``places.columns_of`` and columns.WRITTEN;
    ``lead`` and ``supporting`` are institutions by their codes, ``links`` pairs of a kind and an
    earlier entry's reference. What is left out is not stated.

    Refuses rounds and municipalities that the right does not reach (AccessRefused), a round that
    nobody knows (RoundUnknown) or that was approved (rounds.RoundApproved), a reference that is
    taken or none (ReferenceTaken, ReferenceUnusable), a wording in one language alone
    (NotInBothLanguages), a day to come (MadeAhead), a deadline before it (DeadlineBeforeMade), an
    activity of another round (ActivityElsewhere), unknown places, sources and institutions, and
    links as ``link`` does.
    """
    hand = Hand(connection, reader)
    texts = wording.in_both(values)
    columns = columns_of(connection, reader, values, None)
    require_kept(reader, columns)
    require_unapproved(connection, reader, Filters(round=values["round"]))
    reference = _free(connection, values)
    row = columns | {"reference": reference}
    number = hand.add(ENTRY, **row)
    wording.store(hand, number, 1, texts, None)
    entry = row | {"id": number}
    for role in AddresseeRole:
        for code in values.get(role.value) or ():
            addressing.put(connection, hand, entry, code, role)
    for to in values.get("links") or ():
        linking.tie(connection, reader, hand, entry, to)
    standings.renew(connection, {number})
    return reference


def edit(
    connection: Connection, reader: Reader, reference: str, revision: int, values: Values
) -> Edited:
    """Correct what is known of an entry that was read at ``revision``; its reference stays.

    ``values`` as in ``add``, but no texts, addressees and links; what they leave out stays. The
    right has to reach the entry as it was and as it is from now on. Refuses as ``add`` does, an
    entry changed since (ChangedMeanwhile), one that would be made before what it is linked to
    (LinkBackwards), one carried into a round that is not later (CarriedBack), and one moved into
    or out of an approved round.
    """
    hand = Hand(connection, reader)
    row = current(connection, reader, reference, revision)
    stood = stood_of(connection, row, values)
    columns = columns_of(connection, reader, values, row)
    after = {**row, **columns}
    require_kept(reader, after)
    if after["round_id"] != row["round_id"]:
        for code in (stood["round"], values["round"]):
            require_unapproved(connection, reader, Filters(round=code))
        carrying.require_carried_on(connection, after)
    hand.change(ENTRY, row["id"], revision, **columns)
    linking.require_in_order(connection, row["id"])
    standings.renew(connection, {row["id"]})
    found = select(ENTRY.c.revision).where(ENTRY.c.id == row["id"])
    return Edited(int(connection.execute(found).scalar_one()), stood)


def remove(connection: Connection, reader: Reader, reference: str, revision: int) -> None:
    """Take away an entry that was entered by hand or came with a file; the history keeps what it
    said. An import that wrote it can then no longer be undone.

    Refuses one that the right does not reach (AccessRefused), one that came otherwise (NotByHand),
    one of which anything was said or found, or to which a later entry is linked
    (SpokenOf), one of an approved round (rounds.RoundApproved), and one changed since or gone.
    """
    hand = Hand(connection, reader)
    row = current(connection, reader, reference, revision)
    if row["origin"] not in REMOVABLE:
        raise NotByHand("What came with the documents is not taken away by hand.")
    require_unapproved(connection, reader, Filters(round=_code(connection, row["round_id"])))
    if tables := _speaking(connection, row["id"]):
        raise problems.SpokenOf(tables)
    linking.untie_all(connection, hand, row)
    standing = schema.recommendation_standing
    connection.execute(delete(standing).where(standing.c.recommendation_id == row["id"]))
    for name in HANGS:
        table = schema.metadata.tables[name]
        connection.execute(delete(table).where(table.c.recommendation_id == row["id"]))
    wording.take_away(connection, hand, row["id"])
    hand.remove(ENTRY, row["id"], revision)


def kept(connection: Connection, reader: Reader, filters: Filters) -> Kept | None:
    """The chosen entry as its forms show it; None where there is none."""
    require(reader, Right.KEEP_RECORDS)
    chosen = select(ENTRY).where(ENTRY.c.reference == filters.recommendation)
    row = connection.execute(chosen).mappings().first()
    if row is None:
        return None
    where = {"round_": row["round_id"], "municipality": row["municipality_id"]}
    return Kept(
        row=row["id"],
        revision=row["revision"],
        number=wording.latest(connection, row["id"])["number"],
        origin=row["origin"],
        is_reached=may_at(reader, Right.KEEP_RECORDS, **where),
        values=stood_of(connection, row),
    )


def next_reference(connection: Connection, reader: Reader, round_code: str) -> str:
    """The reference after the highest of the round's, such as V-03."""
    require(reader, Right.READ_PUBLISHED)
    return _after_highest(connection, round_code)


def _after_highest(connection: Connection, round_code: str) -> str:
    begins = f"{round_code}-"
    found = connection.scalars(
        select(ENTRY.c.reference).where(ENTRY.c.reference.startswith(begins, autoescape=True))
    )
    ends = [reference.removeprefix(begins) for reference in found]
    last = max((int(end) for end in ends if end.isascii() and end.isdigit()), default=0)
    return f"{begins}{last + 1:02}"


def _free(connection: Connection, values: Values) -> str:
    stated = (values.get("reference") or "").strip()
    reference = stated or _after_highest(connection, values["round"])
    if not _REFERENCE.fullmatch(reference):
        raise problems.ReferenceUnusable("A reference has letters, digits and hyphens.")
    if fold(reference) in map(fold, connection.scalars(select(ENTRY.c.reference))):
        raise problems.ReferenceTaken("Another entry has this reference.")
    return reference


def _code(connection: Connection, round_id: int) -> str:
    found = select(schema.round.c.code).where(schema.round.c.id == round_id)
    return str(connection.execute(found).scalar_one())


def _speaking(connection: Connection, number: int) -> tuple[str, ...]:
    """The names of the tables that say something of the entry, or refer to it."""
    own = {*HANGS, "recommendation_version", "recommendation_standing"}
    links = schema.recommendation_link.c
    return tuple(
        table.name
        for table in schema.metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table is ENTRY
        and table.name not in own
        and key.parent is not links.recommendation_id
        and connection.scalars(select(key.parent).where(key.parent == number)).first() is not None
    )
