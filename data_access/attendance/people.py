"""Persons met before, those whom a list brings, and those whom nothing names any more."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, exists, func, insert, select

from data_access import schema
from data_access.attendance.entry import Entry, usable_contact
from data_access.attendance.who import Known
from data_access.identity import IdentityKeyProblem, Keyring, open_keyring
from data_access.rules import Origin


@dataclass(frozen=True)
class People:
    """Persons met before by the match of their names; made-up ones are nobody's namesakes."""

    by_name: Mapping[bytes, Sequence[Known]]

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
    def load(cls, connection: Connection, names: Iterable[bytes]) -> "People":
        """Those who have one of the names; a merged person counts as the one who was kept."""
        named = _identities(connection, set(names))
        everybody = {person for persons in named.values() for person in persons}
        from_where = _institutions(connection, everybody)
        return cls(
            {
                name: [
                    Known(person, frozenset(contacts), frozenset(from_where[person]))
                    for person, contacts in sorted(persons.items())
                ]
                for name, persons in named.items()
            }
        )

    @classmethod
    def bring(
        cls, connection: Connection, entries: Sequence[Entry], keyring: Keyring, origin: Origin
    ) -> list[int]:
        """New persons with their sealed identities, in the order of the entries; their numbers."""
        if not entries:
            return []
        person = schema.person
        rows = [{"origin": origin.value} for _ in entries]
        added = connection.scalars(insert(person).returning(person.c.id), rows)
        persons = sorted(added)
        connection.execute(
            insert(schema.person_identity),
            [
                {"person_id": number} | _sealed(entry, keyring)
                for number, entry in zip(persons, entries, strict=True)
            ],
        )
        return persons

    @classmethod
    def dismiss(cls, connection: Connection, persons: Iterable[int]) -> int:
        """Let go of those who have no attendance left, identities and all; how many they were.

        Made-up persons stay, and so does whoever was merged with somebody.
        """
        person, merge = schema.person, schema.person_merge
        other = person.alias("other")
        still_named = (
            exists().where(schema.attendance.c.person_id == person.c.id)
            | exists().where(merge.c.kept_id == person.c.id)
            | exists().where(merge.c.merged_id == person.c.id)
            | exists().where(other.c.merged_into_id == person.c.id)
            | person.c.merged_into_id.is_not(None)
        )
        brought = person.c.origin.in_([Origin.UPLOAD.value, Origin.ENTERED.value])
        leaving = list(
            connection.scalars(
                select(person.c.id).where(person.c.id.in_(set(persons)), brought, ~still_named)
            )
        )
        identity = schema.person_identity
        connection.execute(delete(identity).where(identity.c.person_id.in_(leaving)))
        connection.execute(delete(person).where(person.c.id.in_(leaving)))
        return len(leaving)


def _sealed(entry: Entry, keyring: Keyring) -> dict[str, bytes | None]:
    contact = usable_contact(entry.contact)
    return {
        "name_sealed": keyring.seal(entry.name),
        "name_match": keyring.match(entry.name),
        "contact_sealed": keyring.seal(entry.contact) if contact else None,
        "contact_match": keyring.match(contact) if contact else None,
    }


def _identities(connection: Connection, names: set[bytes]) -> dict[bytes, dict[int, set[bytes]]]:
    """Persons by the match of their name, each with the matches of their contacts."""
    identity, person, kept = schema.person_identity, schema.person, schema.person.alias("kept")
    who = func.coalesce(person.c.merged_into_id, person.c.id)
    called = (
        select(who.label("who"), identity.c.name_match)
        .join_from(identity, person)
        .join(kept, kept.c.id == who)
        .where(identity.c.name_match.in_(names), kept.c.origin != Origin.SAMPLE)
    )
    rows = connection.execute(called).all()
    contacts = _contacts(connection, {row.who for row in rows})
    found: dict[bytes, dict[int, set[bytes]]] = {}
    for row in rows:
        found.setdefault(bytes(row.name_match), {})[row.who] = contacts[row.who]
    return found


def _contacts(connection: Connection, persons: set[int]) -> defaultdict[int, set[bytes]]:
    """The matches of the persons' contacts, whatever name stands beside them."""
    identity, person = schema.person_identity, schema.person
    who = func.coalesce(person.c.merged_into_id, person.c.id)
    statement = (
        select(who.label("who"), identity.c.contact_match)
        .join_from(identity, person)
        .where(who.in_(persons), identity.c.contact_match.is_not(None))
    )
    found: defaultdict[int, set[bytes]] = defaultdict(set)
    for row in connection.execute(statement):
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
        .where(who.in_(persons))
        .distinct()
    )
    found: defaultdict[int, set[str]] = defaultdict(set)
    for row in connection.execute(statement):
        found[row.who].add(row.code)
    return found
