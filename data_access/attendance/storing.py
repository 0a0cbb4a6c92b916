"""An examined list becomes persons, attendances, days and contacts; and what each row brought."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from data_access import schema
from data_access.attendance.arrivals import Arrival, Outcome
from data_access.attendance.asking import among, in_parts
from data_access.attendance.bulk import insert_rows
from data_access.attendance.contacts import Stated, learn, of_newcomers
from data_access.attendance.days import add_days
from data_access.attendance.entry import CategoryFrom, Entry
from data_access.attendance.examining import Examination
from data_access.attendance.handing_on import stated_in
from data_access.attendance.marks import (
    CONTACT_OF,
    DAYS,
    IS_DERIVED,
    RAISED,
    STATES,
    UNMARKED,
)
from data_access.attendance.people import Newcomer, People
from data_access.attendance.raising import raise_status
from data_access.identity import Keyring
from data_access.rules import Origin, RowOutcome

BECOMES = {
    Outcome.NEW: RowOutcome.ACCEPTED.value,
    Outcome.KNOWN_PERSON: RowOutcome.MERGED.value,
    Outcome.REPEATED: RowOutcome.SKIPPED.value,
    Outcome.RAISED: RowOutcome.MERGED.value,
    Outcome.ALREADY_THERE: RowOutcome.SKIPPED.value,
}

DERIVED = frozenset({CategoryFrom.REGISTER, CategoryFrom.WORDS})


@dataclass(frozen=True, slots=True)
class RowStored:
    """What became of a row: the columns of its ``upload_row``."""

    number: int
    outcome: str
    attendance: int
    marks: Mapping[str, Any]

    def columns(self) -> dict[str, Any]:
        """As the table has them; nothing of the row's text is kept."""
        return {
            "row_number": self.number,
            "outcome": self.outcome,
            "cells_sealed": None,
            "problems": self.marks,
            "attendance_id": self.attendance,
        }


def store(
    connection: Connection, found: Examination, upload: int, keyring: Keyring
) -> Iterator[RowStored]:
    """Add whoever arrives, some thousands at a time; the rows as they are to be noted."""
    for arrivals in in_parts(found.arrivals):
        yield from _stored(connection, found, arrivals, upload, keyring)


def _stored(
    connection: Connection,
    found: Examination,
    arrivals: Sequence[Arrival],
    upload: int,
    keyring: Keyring,
) -> Iterator[RowStored]:
    new = [one for one in arrivals if one.person is None]
    newcomers = (_newcomer(one, found, keyring) for one in new)
    numbers = People.bring(connection, newcomers, keyring, Origin.UPLOAD, many=len(new))
    persons = {one.first: one.person for one in arrivals if one.person is not None}
    persons |= {one.first: number for one, number in zip(new, numbers, strict=True)}
    attendances = _attendances(connection, found, arrivals, upload, persons)
    raise_status(connection, arrivals, upload)
    days = add_days(connection, arrivals, attendances, found.days)
    named = learn(connection, keyring, _stated(found, arrivals, persons, keyring))
    identities = of_newcomers(connection, numbers)
    for one in arrivals:
        outcome = BECOMES[one.outcome]
        own = identities.get(persons[one.first]) if one.person is None else None
        further = _further(found, one, upload)
        for number in one.rows:
            states = number in found.contacts
            identity = named.get(number, own if states else None)
            marks = _marks(identity, days.get(number), further)
            yield RowStored(number, outcome, attendances[one.first], marks)
            outcome = BECOMES[Outcome.REPEATED]


def _further(found: Examination, arrival: Arrival, upload: int) -> Mapping[str, Any]:
    """What the rows of somebody who is there state, and what they raise.

    Of others, while rows wait: what is not stated itself but follows from the institution.
    """
    if arrival.there is not None:
        states = {STATES: stated_in(_columns(found, arrival.entry))}
        return states | ({RAISED: arrival.there.status} if arrival.is_raised_by(upload) else {})
    if found.waiting and arrival.entry.category_from in DERIVED:
        return {IS_DERIVED: True}
    return UNMARKED


def _columns(found: Examination, entry: Entry) -> dict[str, Any]:
    return {
        "capacity": entry.category,
        "status": entry.status,
        "institution_id": found.register.institution_ids.get(entry.institution or ""),
        "gender": entry.gender,
        "age_band": entry.age_band,
        **found.register.place_columns(entry.place),
    }


def _newcomer(arrival: Arrival, found: Examination, keyring: Keyring) -> Newcomer:
    """Who it is by the first of the rows, and by the first contact that they state."""
    number = next((number for number in arrival.rows if number in found.contacts), None)
    return Newcomer(
        arrival.entry.name,
        keyring.match(arrival.entry.name),
        None if number is None else found.entries[number].contact,
        None if number is None else found.contacts[number],
    )


def _attendances(
    connection: Connection,
    found: Examination,
    arrivals: Iterable[Arrival],
    upload: int,
    persons: Mapping[int, int],
) -> dict[int, int]:
    """Whoever is coming is recorded; by first rows, everybody's attendance at the activity."""
    table = schema.attendance
    rows = (
        {
            "activity_id": found.venue.id,
            "person_id": persons[one.first],
            "upload_id": upload,
            "origin": Origin.UPLOAD.value,
            **_columns(found, one.entry),
        }
        for one in arrivals
        if not one.is_there
    )
    insert_rows(connection, table, rows)
    mine = select(table.c.person_id, table.c.id).where(table.c.upload_id == upload)
    theirs = among(connection, mine, table.c.person_id, persons.values())
    ids = {row.person_id: row.id for row in theirs}
    return {
        one.first: one.there.attendance if one.there else ids[persons[one.first]]
        for one in arrivals
    }


def _stated(
    found: Examination, arrivals: Iterable[Arrival], persons: Mapping[int, int], keyring: Keyring
) -> Iterator[Stated]:
    """The contacts that rows state of persons met before, and further ones of new persons."""
    for one in arrivals:
        rows = one.rows
        if one.person is None:
            told = [number for number in rows if number in found.contacts]
            rows = tuple(n for n in told if found.contacts[n] != found.contacts[told[0]])
        for number in rows:
            stated = Stated.of(number, persons[one.first], found.entries[number], keyring)
            if stated is not None:
                yield stated


def _marks(
    identity: int | None, days: Mapping[str, bool] | None, further: Mapping[str, Any]
) -> Mapping[str, Any]:
    if identity is None and not days:
        return further
    found: dict[str, Any] = {} if identity is None else {CONTACT_OF: identity}
    return {**found, **({DAYS: days} if days else {}), **further}
