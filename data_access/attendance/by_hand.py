"""One attendance added, corrected or removed by hand; what stood before stays in the history."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, delete, select, update

from data_access import places, schema
from data_access.access import Reader, Right, require
from data_access.attendance.calling import Roll
from data_access.attendance.columns import CONTACT, NAME
from data_access.attendance.contacts import forget, hold, rows_about
from data_access.attendance.entry import Entry, usable_contact
from data_access.attendance.leaving import let_go
from data_access.attendance.people import Newcomer, People
from data_access.attendance.problems import (
    AlreadyThere,
    NotRecordable,
    Problem,
    ProblemCode,
)
from data_access.attendance.venue import Venue
from data_access.attendance.who import told_apart
from data_access.identity import Keyring
from data_access.institutions import InstitutionUnknown
from data_access.rules import Origin, fold
from data_access.upkeep import Hand, RowUnknown

CORRECTABLE = ("category", "institution", "place", "gender", "age_band", "status")
COLUMN = {"category": "capacity"}
WITHOUT_NAMES = {"territorial_unit_id": None, "place_name_lv": None, "place_name_en": None}
ONLY_ROW = 1


def by_hand(connection: Connection, reader: Reader, activity: str, entry: Entry) -> int:
    """One more attendance at the activity; its number.

    The person is found as in a file, and keeps the contact that is entered. Refuses an unknown
    activity, institution or place (ActivityUnknown, InstitutionUnknown, PlaceUnknown), an activity
    that the right does not reach, or a municipality where it does not reach though the activity
    lies elsewhere (AccessRefused), a closed round (RoundClosed), a missing name, an unusable
    contact, a name that several persons fit or that somebody there bears with nothing to tell the
    two apart (NotRecordable), and somebody who is there already (AlreadyThere).
    """
    require(reader, Right.KEEP_RECORDS)
    hand = Hand(connection, reader)
    keyring = People.keyring(connection)
    venue = Venue.find(connection, activity)
    venue.admit(reader, Right.KEEP_RECORDS)
    values = _columns(connection, reader, {name: getattr(entry, name) for name in CORRECTABLE})
    venue.admit_from(reader, Right.KEEP_RECORDS, values["municipality_id"])
    there = venue.there(connection)
    person = _person(connection, entry, keyring, there)
    if person in there:
        raise AlreadyThere("The person is at the activity already.")
    if person is None:
        newcomers = [Newcomer.of(entry, keyring)]
        (person,) = People.bring(connection, newcomers, keyring, Origin.ENTERED, many=1)
    else:
        hold(connection, keyring, person, entry)
    return hand.add(schema.attendance, activity_id=venue.id, person_id=person, **values)


def correct(
    connection: Connection, reader: Reader, attendance: int, revision: int, **values: Any
) -> None:
    """Other words for an attendance as it was read at ``revision``: those of an entry, by name.

    Who it was cannot be corrected: remove the row and add another. Both the municipality that it
    named and the one that it names from now on have to be within the right. Refuses what
    ``by_hand`` refuses, a row that is gone (upkeep.RowUnknown) and one changed since
    (upkeep.ChangedMeanwhile).
    """
    require(reader, Right.KEEP_RECORDS)
    hand = Hand(connection, reader)
    venue = _venue_of(connection, reader, attendance)
    columns = _columns(connection, reader, values)
    venue.admit_from(reader, Right.KEEP_RECORDS, columns.get("municipality_id"))
    if "place_kind" in columns and not _has_moved(connection, attendance, columns):
        columns = {name: v for name, v in columns.items() if name not in PLACE_COLUMNS}
    hand.change(schema.attendance, attendance, revision, **columns)


def remove(connection: Connection, reader: Reader, attendance: int, revision: int) -> None:
    """Take an attendance away, and the person too where nothing else names them any more.

    Refuses a row that the right does not reach (AccessRefused), a closed round (RoundClosed) and
    what ``correct`` refuses of rows.
    """
    require(reader, Right.KEEP_RECORDS)
    hand = Hand(connection, reader)
    _venue_of(connection, reader, attendance)
    table, row, day = schema.attendance, schema.upload_row, schema.attendance_day
    person = connection.execute(
        select(table.c.person_id).where(table.c.id == attendance)
    ).scalar_one()
    forget(connection, rows_about(attendance))
    connection.execute(
        update(row).where(row.c.attendance_id == attendance).values(attendance_id=None)
    )
    connection.execute(delete(day).where(day.c.attendance_id == attendance))
    hand.remove(table, attendance, revision)
    let_go(connection, [person])


PLACE_COLUMNS = ("place_kind", "municipality_id", *WITHOUT_NAMES)


def _columns(connection: Connection, reader: Reader, values: dict[str, Any]) -> dict[str, Any]:
    """An entry's words as columns of a record."""
    unknown = set(values) - set(CORRECTABLE)
    if unknown:
        raise TypeError(f"not to be stated by hand: {', '.join(sorted(unknown))}")
    columns = {COLUMN.get(name, name): value for name, value in values.items()}
    if "institution" in columns:
        columns["institution_id"] = _institution(connection, columns.pop("institution"))
    if "place" in columns:
        place = places.columns_of(connection, reader, columns.pop("place"))
        columns |= place | WITHOUT_NAMES
    return columns


def _institution(connection: Connection, code: str | None) -> int | None:
    if code is None:
        return None
    table = schema.institution
    found = connection.scalars(select(table.c.id).where(table.c.code == code)).first()
    if found is None:
        raise InstitutionUnknown("The register has no such institution.")
    return int(found)


def _person(
    connection: Connection, entry: Entry, keyring: Keyring, there: Collection[int]
) -> int | None:
    """The person of the entry where it is one met before."""
    problems = []
    if not fold(entry.name):
        problems.append(Problem(ProblemCode.NAME_MISSING, column=NAME))
    if entry.contact and usable_contact(entry.contact) is None:
        problems.append(Problem(ProblemCode.CONTACT_UNUSABLE, column=CONTACT))
    roll = Roll(keyring)
    line = roll.call(ONLY_ROW, entry, entry.institution)
    known = People.load(connection, roll).by_name
    (group,), unclear = told_apart([line], known, there)
    problems += [Problem(problem.code) for problem in unclear if problem.code.blocks]
    if problems:
        raise NotRecordable(tuple(problems))
    return group.person


def _venue_of(connection: Connection, reader: Reader, attendance: int) -> Venue:
    """Where the attendance is, if its row may be written to."""
    table, activity = schema.attendance, schema.activity
    found = select(activity.c.code, table.c.municipality_id).join_from(table, activity)
    row = connection.execute(found.where(table.c.id == attendance)).first()
    if row is None:
        raise RowUnknown("The row is gone.")
    venue = Venue.find(connection, row.code)
    venue.admit(reader, Right.KEEP_RECORDS)
    venue.admit_from(reader, Right.KEEP_RECORDS, row.municipality_id)
    return venue


def _has_moved(connection: Connection, attendance: int, columns: dict[str, Any]) -> bool:
    """Whether the place differs from the one recorded; a part of it or a name stays otherwise."""
    table = schema.attendance
    row = connection.execute(select(table).where(table.c.id == attendance)).mappings().one()
    return any(row[name] != columns[name] for name in ("place_kind", "municipality_id"))
