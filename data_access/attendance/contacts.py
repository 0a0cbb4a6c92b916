"""Which rows of uploads stated a person's contact, so that what only they told goes with them.

A row that stated a contact names the identity which has it. A contact that somebody entered by
hand is named by no row: it stays as long as the person.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, select, update

from data_access import schema
from data_access.attendance.aliases import add_alias, drop_aliases
from data_access.attendance.asking import among, in_parts
from data_access.attendance.bulk import update_rows
from data_access.attendance.calling import forms_of
from data_access.attendance.entry import Entry, usable_contact
from data_access.attendance.marks import CONTACT_OF, strip
from data_access.identity import Keyring

NAMES = schema.upload_row.c.problems[CONTACT_OF].as_integer()
WHO = func.coalesce(schema.person.c.merged_into_id, schema.person.c.id)


@dataclass(frozen=True, slots=True)
class Stated:
    """What a row says of a person who is on record: a contact, and the forms of the name."""

    row: int
    person: int
    contact: bytes
    names: Sequence[bytes]
    text: str = field(repr=False)
    name: str = field(repr=False)

    @classmethod
    def of(cls, row: int, person: int, entry: Entry, keyring: Keyring) -> "Stated | None":
        """What an entry says; None where it states no contact."""
        usable = usable_contact(entry.contact)
        if usable is None:
            return None
        names = [keyring.match(form) for form in forms_of(entry.name)]
        return cls(row, person, keyring.match(usable), names, entry.contact, entry.name)

    def sealed(self, keyring: Keyring) -> dict[str, bytes]:
        """The identity that the row tells of, as it is stored."""
        return {
            "name_sealed": keyring.seal(self.name),
            "name_match": self.names[0],
            "contact_sealed": keyring.seal(self.text),
            "contact_match": self.contact,
        }


def learn(connection: Connection, keyring: Keyring, stated: Iterable[Stated]) -> dict[int, int]:
    """Persons without a contact learn the one that is stated; which row names which identity.

    A person who has another one, of whom somebody said that the row speaks, has both. Rows that
    repeat what was entered by hand name nothing.
    """
    lines = list(stated)
    identities = _identities(connection, {one.person for one in lines})
    having = {(i.who, i.contact_match): i.id for i in identities if i.contact_match is not None}
    without = {(i.who, i.name_match): i.id for i in identities if i.contact_match is None}
    told_by_rows = _named(connection, {identity.id for identity in identities})
    learned: list[dict[str, Any]] = []
    names: dict[int, int] = {}
    for one in lines:
        identity = having.get((one.person, one.contact))
        if identity is None:
            found = [key for name in one.names if (key := (one.person, name)) in without]
            if found:
                identity = without.pop(found[0])
                of_contact = {
                    "contact_sealed": keyring.seal(one.text),
                    "contact_match": one.contact,
                }
                learned.append({"id": identity, **of_contact})
            else:
                identity = add_alias(connection, one.person, one.sealed(keyring))
            having[one.person, one.contact] = identity
            told_by_rows.add(identity)
        if identity in told_by_rows:
            names[one.row] = identity
    update_rows(connection, schema.person_identity, learned)
    return names


def hold(connection: Connection, keyring: Keyring, person: int, entry: Entry) -> None:
    """A contact entered by hand: the person learns it, and no upload takes it back any more."""
    stated = Stated.of(0, person, entry, keyring)
    if stated is not None:
        named = learn(connection, keyring, [stated])
        strip(connection, CONTACT_OF, _marked(connection, NAMES.in_(set(named.values()))))


def forget(connection: Connection, rows: ColumnElement[bool]) -> None:
    """Rows say nothing of contacts any more; contacts that no other row states are gone."""
    identity = schema.person_identity
    marked = _marked(connection, rows & NAMES.is_not(None))
    strip(connection, CONTACT_OF, marked)
    told = {row["problems"][CONTACT_OF] for row in marked}
    for part in in_parts(told - _named(connection, told)):
        connection.execute(
            update(identity)
            .where(identity.c.id.in_(part))
            .values(contact_sealed=None, contact_match=None)
        )
        drop_aliases(connection, part)


def of_newcomers(connection: Connection, persons: Collection[int]) -> dict[int, int]:
    """The identities of persons who were brought together, by their numbers."""
    identity = schema.person_identity
    if not persons:
        return {}
    statement = select(identity.c.person_id, identity.c.id).where(
        identity.c.person_id.between(min(persons), max(persons))
    )
    return {row.person_id: row.id for row in connection.execute(statement)}


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


def _marked(connection: Connection, rows: ColumnElement[bool]) -> list[dict[str, Any]]:
    row = schema.upload_row
    statement = select(row.c.id, row.c.problems).where(rows)
    return [dict(one) for one in connection.execute(statement).mappings()]


def _identities(connection: Connection, persons: set[int]) -> list[Any]:
    """The identities of persons and of those merged into them, the latest first."""
    identity = schema.person_identity
    statement = (
        select(identity.c.id, WHO.label("who"), identity.c.name_match, identity.c.contact_match)
        .join_from(identity, schema.person)
        .order_by(identity.c.id.desc())
    )
    return [row for row in among(connection, statement, WHO, persons) if row.who in persons]


def _named(connection: Connection, identities: set[int]) -> set[int]:
    """Those whose contact some row states."""
    statement = select(NAMES.label("identity")).where(NAMES.is_not(None)).distinct()
    return {row.identity for row in among(connection, statement, NAMES, identities)} & identities
