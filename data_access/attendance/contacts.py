"""Which rows of uploads stated a person's contact, so that what only they told goes with them.

A row that stated a contact names the identity which has it. A contact that somebody entered by
hand is named by no row: it stays as long as the person.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, bindparam, func, select, update

from data_access import schema
from data_access.attendance.entry import Entry, usable_contact
from data_access.identity import Keyring

CONTACT_OF = "contact_of"
UNMARKED: dict[str, int] = {}
NAMES = schema.upload_row.c.problems[CONTACT_OF].as_integer()
WHO = func.coalesce(schema.person.c.merged_into_id, schema.person.c.id)


@dataclass(frozen=True)
class Stated:
    """What a row says of a person who is on record."""

    row: int
    person: int
    entry: Entry


def learn(
    connection: Connection, keyring: Keyring, stated: Iterable[Stated], brought: Collection[int]
) -> dict[int, int]:
    """Persons without a contact learn the one that is stated; which row names which identity.

    ``brought`` are persons who are new with these rows. Rows that repeat what was entered by hand
    name nothing.
    """
    lines = [one for one in stated if usable_contact(one.entry.contact)]
    identities = _identities(connection, {one.person for one in lines})
    having = {(i.who, i.contact_match): i.id for i in identities if i.contact_match is not None}
    without = {(i.who, i.name_match): i.id for i in identities if i.contact_match is None}
    told_by_rows = _named(connection, {i.id for i in identities})
    told_by_rows |= {i.id for i in identities if i.who in brought}
    learned: list[dict[str, Any]] = []
    names: dict[int, int] = {}
    for one in lines:
        contact = keyring.match(usable_contact(one.entry.contact) or "")
        identity = having.get((one.person, contact))
        if identity is None:
            identity = without.pop((one.person, keyring.match(one.entry.name)), None)
            if identity is None:
                continue
            having[one.person, contact] = identity
            told_by_rows.add(identity)
            sealed = keyring.seal(one.entry.contact)
            learned.append({"number": identity, "sealed": sealed, "matched": contact})
        if identity in told_by_rows:
            names[one.row] = identity
    _write(connection, learned)
    return names


def hold(connection: Connection, keyring: Keyring, person: int, entry: Entry) -> None:
    """A contact entered by hand: the person learns it, and no upload takes it back any more."""
    row = schema.upload_row
    named = learn(connection, keyring, [Stated(0, person, entry)], brought=())
    connection.execute(update(row).where(NAMES.in_(set(named.values()))).values(problems=UNMARKED))


def forget(connection: Connection, rows: ColumnElement[bool]) -> None:
    """Rows say nothing of contacts any more; contacts that no other row states are gone."""
    row, identity = schema.upload_row, schema.person_identity
    marked = connection.execute(
        select(row.c.id, NAMES.label("identity")).where(rows, NAMES.is_not(None))
    ).all()
    numbers = [one.id for one in marked]
    connection.execute(update(row).where(row.c.id.in_(numbers)).values(problems=UNMARKED))
    told = {one.identity for one in marked}
    connection.execute(
        update(identity)
        .where(identity.c.id.in_(told - _named(connection, told)))
        .values(contact_sealed=None, contact_match=None)
    )


def rows_about(attendance: int) -> ColumnElement[bool]:
    """The rows that speak of an attendance's person, in the uploads that name the attendance."""
    row, person, identity = schema.upload_row, schema.person, schema.person_identity
    uploads = select(row.c.upload_id).where(row.c.attendance_id == attendance)
    who = (
        select(WHO)
        .join_from(schema.attendance, person)
        .where(schema.attendance.c.id == attendance)
        .scalar_subquery()
    )
    identities = select(identity.c.id).join_from(identity, person).where(who == WHO)
    return and_(row.c.upload_id.in_(uploads), NAMES.in_(identities))


def _identities(connection: Connection, persons: set[int]) -> list[Any]:
    """The identities of persons and of those merged into them, the latest first."""
    identity = schema.person_identity
    statement = (
        select(identity.c.id, WHO.label("who"), identity.c.name_match, identity.c.contact_match)
        .join_from(identity, schema.person)
        .where(WHO.in_(persons))
        .order_by(identity.c.id.desc())
    )
    return list(connection.execute(statement))


def _named(connection: Connection, identities: set[int]) -> set[int]:
    """Those whose contact some row states."""
    return set(connection.scalars(select(NAMES).where(NAMES.in_(identities)).distinct()))


def _write(connection: Connection, learned: list[dict[str, Any]]) -> None:
    identity = schema.person_identity
    if learned:
        connection.execute(
            update(identity)
            .where(identity.c.id == bindparam("number"))
            .values(contact_sealed=bindparam("sealed"), contact_match=bindparam("matched")),
            learned,
        )
