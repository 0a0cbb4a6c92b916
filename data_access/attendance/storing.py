"""An examined list becomes persons, attendances, days and contacts; and what each row brought."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from data_access import schema
from data_access.attendance.arrivals import Arrival, Outcome
from data_access.attendance.bulk import insert_rows
from data_access.attendance.contacts import Stated, learn, of_newcomers
from data_access.attendance.days import add_days
from data_access.attendance.examining import Examination
from data_access.attendance.marks import CONTACT_OF, DAYS, UNMARKED
from data_access.attendance.people import Newcomer, People
from data_access.identity import Keyring
from data_access.rules import Origin, RowOutcome

BECOMES = {
    Outcome.NEW: RowOutcome.ACCEPTED.value,
    Outcome.KNOWN_PERSON: RowOutcome.MERGED.value,
    Outcome.REPEATED: RowOutcome.SKIPPED.value,
    Outcome.ALREADY_THERE: RowOutcome.SKIPPED.value,
}


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
    """Add whoever arrives; the rows as they are to be noted."""
    new = [one for one in found.arrivals if one.person is None]
    numbers = People.bring(
        connection, [_newcomer(one, found, keyring) for one in new], keyring, Origin.UPLOAD
    )
    persons = {one.first: one.person for one in found.arrivals if one.person is not None}
    persons |= {one.first: number for one, number in zip(new, numbers, strict=True)}
    attendances = _attendances(connection, found, upload, persons)
    stated = {row.number: row.days for row in found.sheet.rows if row.days}
    days = add_days(connection, found.arrivals, attendances, stated)
    named = learn(connection, keyring, _stated(found, keyring))
    identities = of_newcomers(connection, numbers)
    for one in found.arrivals:
        outcome = BECOMES[one.outcome]
        own = identities.get(persons[one.first]) if one.person is None else None
        for number in one.rows:
            states = found.roll.by_number[number].contact is not None
            marks = _marks(own if states and own else named.get(number), days.get(number))
            yield RowStored(number, outcome, attendances[one.first], marks)
            outcome = BECOMES[Outcome.REPEATED]


def _newcomer(arrival: Arrival, found: Examination, keyring: Keyring) -> Newcomer:
    """Who it is by the first of the rows, and by the first contact that they state."""
    lines = [found.roll.by_number[number] for number in arrival.rows]
    contact = next((line for line in lines if line.contact is not None), None)
    return Newcomer(
        arrival.entry.name,
        keyring.match(arrival.entry.name),
        None if contact is None else found.entries[contact.number].contact,
        None if contact is None else contact.contact,  # type: ignore[arg-type]
    )


def _attendances(
    connection: Connection, found: Examination, upload: int, persons: Mapping[int, int]
) -> dict[int, int]:
    """Whoever is coming is recorded; by first rows, everybody's attendance at the activity."""
    table = schema.attendance
    rows = (
        {
            "activity_id": found.venue.id,
            "person_id": persons[one.first],
            "capacity": one.entry.category,
            "status": one.entry.status,
            "institution_id": found.register.institution_ids.get(one.entry.institution or ""),
            "gender": one.entry.gender,
            "age_band": one.entry.age_band,
            "upload_id": upload,
            "origin": Origin.UPLOAD.value,
            **found.register.place_columns(one.entry.place),
        }
        for one in found.arrivals
        if not one.is_there
    )
    insert_rows(connection, table, rows)
    mine = select(table.c.person_id, table.c.id).where(table.c.upload_id == upload)
    ids = {row.person_id: row.id for row in connection.execute(mine)}
    return {
        one.first: one.there.attendance if one.there else ids[persons[one.first]]
        for one in found.arrivals
    }


def _stated(found: Examination, keyring: Keyring) -> Iterator[Stated]:
    """The contacts that rows state of persons met before."""
    for one in found.arrivals:
        if one.person is None:
            continue
        for number in one.rows:
            stated = Stated.of(number, one.person, found.entries[number], keyring)
            if stated is not None:
                yield stated


def _marks(identity: int | None, days: Mapping[str, bool] | None) -> Mapping[str, Any]:
    if identity is None and not days:
        return UNMARKED
    found: dict[str, Any] = {} if identity is None else {CONTACT_OF: identity}
    return found | ({DAYS: days} if days else {})
