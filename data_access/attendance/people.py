"""Persons met before, and those whom a list brings."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple

from sqlalchemy import Column, Connection, Row, func, insert, select

from data_access import schema
from data_access.attendance.asking import AT_ONCE, among, in_parts
from data_access.attendance.bulk import insert_rows
from data_access.attendance.calling import Key, Roll
from data_access.attendance.entry import Entry, usable_contact
from data_access.attendance.groups import Known
from data_access.identity import IdentityKeyProblem, Keyring, open_keyring
from data_access.rules import Origin


class Newcomer(NamedTuple):
    """Somebody who was never met before: name and contact as they are written, and matched."""

    name: str
    name_match: bytes
    contact: str | None
    contact_match: bytes | None

    @classmethod
    def of(cls, entry: Entry, keyring: Keyring) -> "Newcomer":
        """Who an entry speaks of."""
        usable = usable_contact(entry.contact)
        contact = entry.contact if usable else None
        matched = keyring.match(usable) if usable else None
        return cls(entry.name, keyring.match(entry.name), contact, matched)

    def sealed(self, keyring: Keyring) -> dict[str, bytes | None]:
        """The identity as it is stored."""
        return {
            "name_sealed": keyring.seal(self.name),
            "name_match": self.name_match,
            "contact_sealed": None if self.contact is None else keyring.seal(self.contact),
            "contact_match": self.contact_match,
        }


@dataclass(frozen=True)
class People:
    """Persons met before; made-up ones are nobody's namesakes.

    By the key of each name that is asked for, in whatever order it is on record; and, by the match
    of each contact, the numbers of those who have it.
    """

    by_name: Mapping[Key, Sequence[Known]]
    by_contact: Mapping[Key, frozenset[int]]

    @staticmethod
    def keyring(connection: Connection) -> Keyring:
        """The key for names. Refuses (IdentityKeyProblem) a missing one, and one of other names.

        Whoever writes takes the turn first: the keys are new ones after a rotation.
        """
        keyring, identity = open_keyring(), schema.person_identity
        name = select(identity.c.name_sealed, identity.c.name_match)
        latest = connection.execute(name.order_by(identity.c.id.desc()).limit(1)).first()
        if latest is None:
            return keyring
        found = keyring.that_made(*map(bytes, latest))
        if found is None:
            raise IdentityKeyProblem(
                "The key for names is not the one that sealed the names on record: "
                "put that one back from the backup."
            )
        return found

    @classmethod
    def load(cls, connection: Connection, roll: Roll) -> "People":
        """Those who have one of the names that are called, in either order, or of the contacts.

        A merged person counts as the one who was kept.
        """
        lines = roll.by_number.values()
        identity = schema.person_identity
        if connection.execute(select(identity.c.id).limit(1)).first() is None:
            return cls({}, {})
        forms = ((match, line.name) for line in lines for match in roll.forms(line.number))
        named = _holding(connection, identity.c.name_match, forms, len(lines))
        contacts = ((line.contact, line.contact) for line in lines if line.contact is not None)
        having = _holding(connection, identity.c.contact_match, contacts, len(lines))
        everybody = {person for persons in named.values() for person in persons}
        theirs, from_where = _contacts(connection, everybody), _institutions(connection, everybody)
        known = {
            person: Known(person, frozenset(theirs[person]), frozenset(from_where[person]))
            for person in everybody
        }
        return cls(
            {key: [known[person] for person in sorted(persons)] for key, persons in named.items()},
            {contact: frozenset(persons) for contact, persons in having.items()},
        )

    @classmethod
    def bring(
        cls,
        connection: Connection,
        newcomers: Iterable[Newcomer],
        keyring: Keyring,
        origin: Origin,
        *,
        many: int,
    ) -> list[int]:
        """So many new persons with their sealed identities, as they come in; their numbers."""
        person = schema.person
        persons: list[int] = []
        for part in in_parts(range(many)):
            rows = [{"origin": origin.value} for _ in part]
            persons += connection.scalars(insert(person).returning(person.c.id), rows)
        persons.sort()
        identities = (
            {"person_id": number, **one.sealed(keyring)}
            for number, one in zip(persons, newcomers, strict=True)
        )
        insert_rows(connection, schema.person_identity, identities)
        return persons


def _holding(
    connection: Connection,
    column: Column[bytes] | Column[bytes | None],
    asked: Iterable[tuple[Key, Key]],
    many: int,
) -> dict[Key, set[int]]:
    """Who has one of the matches, by the key that is asked for beside each."""
    identity, person, kept = schema.person_identity, schema.person, schema.person.alias("kept")
    who = func.coalesce(person.c.merged_into_id, person.c.id)
    statement = (
        select(column.label("match"), who.label("who"))
        .join_from(identity, person)
        .join(kept, kept.c.id == who)
        .where(column.is_not(None), kept.c.origin != Origin.SAMPLE)
    )
    found: dict[Key, set[int]] = {}
    if many > AT_ONCE and _are_no_more_than(connection, column, many):
        _find(connection.execute(statement), asked, found)
        return found
    iterator = iter(asked)
    while part := list(islice(iterator, AT_ONCE)):
        some = statement.where(column.in_({match for match, _ in part}))
        _find(connection.execute(some), part, found)
    return found


def _find(
    rows: Iterable[Row[Any]], asked: Iterable[tuple[Key, Key]], found: dict[Key, set[int]]
) -> None:
    holders: dict[Key, set[int]] = {}
    for row in rows:
        holders.setdefault(bytes(row.match), set()).add(row.who)
    for match, key in asked if holders else ():
        if match in holders:
            found.setdefault(key, set()).update(holders[match])


def _are_no_more_than(
    connection: Connection, column: Column[bytes] | Column[bytes | None], many: int
) -> bool:
    return bool(connection.execute(select(func.count(column))).scalar_one() <= many)


def _contacts(connection: Connection, persons: set[int]) -> defaultdict[int, set[Key]]:
    """The matches of the persons' contacts, whatever name stands beside them."""
    identity, person = schema.person_identity, schema.person
    who = func.coalesce(person.c.merged_into_id, person.c.id)
    statement = (
        select(who.label("who"), identity.c.contact_match)
        .join_from(identity, person)
        .where(identity.c.contact_match.is_not(None))
    )
    found: defaultdict[int, set[Key]] = defaultdict(set)
    for row in among(connection, statement, who, persons):
        if row.who in persons:
            found[row.who].add(bytes(row.contact_match))
    return found


def _institutions(connection: Connection, persons: set[int]) -> defaultdict[int, set[str]]:
    """The institutions that the persons' attendances name."""
    attendance, person, institution = schema.attendance, schema.person, schema.institution
    who = func.coalesce(person.c.merged_into_id, person.c.id)
    statement = (
        select(who.label("who"), institution.c.code)
        .join_from(attendance, person)
        .join(institution, attendance.c.institution_id == institution.c.id)
        .distinct()
    )
    found: defaultdict[int, set[str]] = defaultdict(set)
    for row in among(connection, statement, who, persons):
        if row.who in persons:
            found[row.who].add(row.code)
    return found
