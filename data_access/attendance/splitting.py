"""An attendance that was given to the wrong one of two namesakes goes to a person of its own."""

from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from data_access import audit, schema
from data_access.access import Reader, Right, require
from data_access.attendance.bulk import update_rows
from data_access.attendance.contacts import NAMES
from data_access.attendance.marks import CONTACT_OF
from data_access.attendance.venue import Venue
from data_access.upkeep import Hand, RowUnknown

ATTENDANCE, PERSON, IDENTITY = schema.attendance, schema.person, schema.person_identity
ROW = schema.upload_row


class OnlyAttendance(ValueError):
    """The person has no other attendance, so nobody would be left; nothing was stored."""


def split_attendance(connection: Connection, reader: Reader, attendance: int, revision: int) -> int:
    """The attendance is a new person's, who is called the same; that person's number.

    The contact goes along where the attendance's own rows stated it, and stays as well where others
    did. Two that are one after all are joined again. Refuses a row that is gone
    (upkeep.RowUnknown), one changed since (upkeep.ChangedMeanwhile), one that the right does not
    reach (AccessRefused), a closed round (RoundClosed) and a person's only one (OnlyAttendance).
    """
    require(reader, Right.KEEP_RECORDS)
    hand = Hand(connection, reader)
    row = _row(connection, attendance)
    venue = Venue.find(connection, row.code)
    venue.admit(reader, Right.KEEP_RECORDS)
    venue.admit_from(reader, Right.KEEP_RECORDS, row.municipality_id)
    others = select(func.count()).where(ATTENDANCE.c.person_id == row.person_id)
    if connection.execute(others).scalar_one() <= 1:
        raise OnlyAttendance("The person has no other attendance.")
    added = insert(PERSON).values(origin=row.person_origin).returning(PERSON.c.id)
    person = int(connection.execute(added).scalar_one())
    hand.change(ATTENDANCE, attendance, revision, person_id=person)
    _name(connection, attendance, row.person_id, person)
    audit.append(
        connection,
        reader.who,
        "attendance.split",
        subject=(ATTENDANCE.name, attendance),
        details={"activity": row.code, "from": row.person_id, "to": person},
    )
    return person


def _row(connection: Connection, attendance: int) -> Any:
    statement = (
        select(
            ATTENDANCE.c.person_id,
            ATTENDANCE.c.municipality_id,
            schema.activity.c.code,
            PERSON.c.origin.label("person_origin"),
        )
        .join_from(ATTENDANCE, schema.activity, ATTENDANCE.c.activity_id == schema.activity.c.id)
        .join(PERSON, ATTENDANCE.c.person_id == PERSON.c.id)
        .where(ATTENDANCE.c.id == attendance)
    )
    row = connection.execute(statement).first()
    if row is None:
        raise RowUnknown("The row is gone.")
    return row


def _name(connection: Connection, attendance: int, before: int, person: int) -> None:
    """The new person's identity: sealed copies, and the contact if the attendance's rows say it."""
    identity = connection.execute(select(IDENTITY).where(IDENTITY.c.person_id == before)).first()
    if identity is None:
        return
    stating = connection.execute(
        select(ROW.c.id, ROW.c.problems).where(
            ROW.c.attendance_id == attendance, identity.id == NAMES
        )
    ).all()
    copied = [
        "name_sealed",
        "name_match",
        *(("contact_sealed", "contact_match") if stating else ()),
    ]
    values = {name: getattr(identity, name) for name in copied}
    added = insert(IDENTITY).values(person_id=person, **values).returning(IDENTITY.c.id)
    number = int(connection.execute(added).scalar_one())
    update_rows(
        connection,
        ROW,
        [{"id": row.id, "problems": {**row.problems, CONTACT_OF: number}} for row in stating],
    )
    still = select(func.count()).select_from(ROW).where(identity.id == NAMES)
    if stating and not connection.execute(still).scalar_one():
        gone = {"contact_sealed": None, "contact_match": None}
        connection.execute(update(IDENTITY).where(IDENTITY.c.id == identity.id).values(gone))
