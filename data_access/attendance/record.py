"""A checked file becomes rows: all of it in one transaction, or nothing."""

import hashlib
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import IntegrityError

from data_access import audit, freshness, schema
from data_access.access import Reader, Right, may_at, require
from data_access.attendance.contacts import CONTACT_OF, UNMARKED, Stated, learn
from data_access.attendance.examining import Examination, Outcome, Venue
from data_access.attendance.people import People
from data_access.attendance.problems import FileKnown, NotRecordable
from data_access.attendance.reading import Sheet, read
from data_access.identity import Keyring
from data_access.rules import AttendanceStatus, Origin, RowOutcome, UploadStatus
from data_access.upkeep import Hand

BECOMES = {
    Outcome.NEW: RowOutcome.ACCEPTED,
    Outcome.KNOWN_PERSON: RowOutcome.MERGED,
    Outcome.REPEATED: RowOutcome.SKIPPED,
    Outcome.ALREADY_THERE: RowOutcome.SKIPPED,
}


@dataclass(frozen=True)
class Recorded:
    """What an upload added: attendances that count, and persons never met before among them."""

    upload: int
    attendances: int
    persons: int


def record(
    connection: Connection, reader: Reader, content: bytes, name: str, activity: str
) -> Recorded:
    """Read the file again, check it again, and store its rows for the activity.

    The rows may name other municipalities than the reader's: where the activity lies decides.
    Refuses an unknown activity (ActivityUnknown), one that the right does not reach
    (AccessRefused), a closed round (RoundClosed), the bytes of an upload that was not undone
    (FileKnown), a file with blocking problems (NotRecordable) and a missing or another key for
    names (identity.IdentityKeyProblem); whoever catches one of these leaves the transaction
    without committing it. The file and its name are not kept, and names and contacts are sealed.
    """
    require(reader, Right.UPLOAD_ATTENDANCE)
    sheet = read(content, name)
    hand = Hand(connection, reader, Right.UPLOAD_ATTENDANCE)
    keyring = People.keyring(connection)
    venue = Venue.find(connection, activity)
    venue.admit(reader, Right.UPLOAD_ATTENDANCE)
    is_trial = Origin.SAMPLE in freshness.holdings(connection, reader).origins
    values = _described(content, sheet) | {"activity_id": venue.id, "is_trial": is_trial}
    upload = _open(connection, reader, values | {"uploaded_at": hand.now, "recorded_at": hand.now})
    found = Examination.of(connection, reader, sheet, venue, keyring)
    if found.blocking:
        raise NotRecordable(found.blocking)
    _store(connection, found, upload, keyring)
    counted = [one for one in found.coming if one.entry.status == AttendanceStatus.ATTENDED]
    result = Recorded(upload, len(counted), sum(one.person is None for one in counted))
    counts = {"rows": len(sheet.rows), "attendances": result.attendances, "persons": result.persons}
    audit.append(
        connection,
        reader.who,
        "attendance.recorded",
        subject=("upload", upload),
        details={"activity": activity, "is_trial": is_trial, **counts},
    )
    return result


def _described(content: bytes, sheet: Sheet) -> dict[str, Any]:
    """What is kept of the file itself: which bytes, of what kind, how many."""
    return {
        "sha256": hashlib.sha256(content).hexdigest(),
        "file_kind": sheet.kind.value,
        "size_bytes": len(content),
        "status": UploadStatus.RECORDED.value,
    }


def _open(connection: Connection, reader: Reader, values: dict[str, Any]) -> int:
    """The upload's row; the index over files that were not undone decides who comes first."""
    added = insert(schema.upload).values(**values).returning(schema.upload.c.id)
    try:
        with connection.begin_nested():
            return int(connection.execute(added).scalar_one())
    except IntegrityError:
        upload, activity = schema.upload, schema.activity
        known = connection.execute(
            select(upload.c.uploaded_at, activity)
            .join_from(upload, activity, isouter=True)
            .where(upload.c.sha256 == values["sha256"], upload.c.undone_at.is_(None))
        ).first()
        if known is None:
            raise
        where = {"round_": known.round_id, "municipality": known.municipality_id}
        is_reached = may_at(reader, Right.UPLOAD_ATTENDANCE, **where)
        raise FileKnown(known.uploaded_at, known.code if is_reached else None) from None


def _store(connection: Connection, found: Examination, upload: int, keyring: Keyring) -> None:
    """Persons, identities, attendances and the upload's rows: a statement each."""
    new = [one for one in found.arrivals if one.person is None]
    numbers = People.bring(connection, [one.entry for one in new], keyring, Origin.UPLOAD)
    brought = {one.rows[0]: person for one, person in zip(new, numbers, strict=True)}
    persons = {
        one.rows[0]: brought[one.rows[0]] if one.person is None else one.person
        for one in found.arrivals
    }
    attendances = _attendances(connection, found, upload, persons)
    stated = [
        Stated(number, persons[one.rows[0]], found.entries[number])
        for one in found.arrivals
        for number in one.rows
    ]
    named = learn(connection, keyring, stated, set(numbers))
    outcomes = [
        {
            "upload_id": upload,
            "row_number": number,
            "outcome": BECOMES[outcome].value,
            "problems": {CONTACT_OF: named[number]} if number in named else UNMARKED,
            "attendance_id": attendances.get(number),
        }
        for number, outcome in found.outcomes().items()
    ]
    connection.execute(insert(schema.upload_row), outcomes)


def _attendances(
    connection: Connection, found: Examination, upload: int, persons: dict[int, int]
) -> dict[int, int]:
    """Whoever is coming is recorded; by first rows, everybody's attendance at the activity."""
    attendance = schema.attendance
    rows = [
        {
            "activity_id": found.venue.id,
            "person_id": persons[one.rows[0]],
            "capacity": one.entry.category,
            "status": one.entry.status,
            "institution_id": found.register.institution_ids.get(one.entry.institution or ""),
            "gender": one.entry.gender,
            "age_band": one.entry.age_band,
            "upload_id": upload,
            "origin": Origin.UPLOAD.value,
            **found.register.place_columns(one.entry.place),
        }
        for one in found.coming
    ]
    added = connection.execute(
        insert(attendance).returning(attendance.c.person_id, attendance.c.id), rows
    )
    ids = {row.person_id: row.id for row in added}
    return {
        one.rows[0]: one.there.attendance if one.there else ids[persons[one.rows[0]]]
        for one in found.arrivals
    }
