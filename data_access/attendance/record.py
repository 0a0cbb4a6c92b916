"""A checked file becomes rows, in one transaction: all of it, or what needs no decision.

Rows that need a decision refuse the file, or are kept sealed until ``due.last_day``. Where the
activity has a list already, the difference has to be confirmed; whoever the new one lacks stays,
unless it is to be taken out. The rows may name other municipalities than the reader's: where the
activity lies decides. The file and its name are not kept, and names and contacts are sealed.

Refused are an unknown activity (ActivityUnknown), one that the right does not reach
(AccessRefused), a closed round (RoundClosed), the bytes of an upload that was not undone
(FileKnown), a file with blocking problems (NotRecordable), a difference that nobody confirmed
(DifferenceUnconfirmed) and a missing or another key for names (identity.IdentityKeyProblem);
whoever catches one of these leaves the transaction without committing it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, insert, select

from data_access import audit, freshness, schema
from data_access.access import Reader, Right, may_at, require
from data_access.attendance.bulk import insert_rows, without_pauses
from data_access.attendance.check import Preview, is_a_trial
from data_access.attendance.digest import digest_of
from data_access.attendance.due import delete_due, last_day
from data_access.attendance.examining import Examination
from data_access.attendance.people import People
from data_access.attendance.problems import DifferenceUnconfirmed, FileKnown, NotRecordable
from data_access.attendance.queue import waiting_rows
from data_access.attendance.reading import Decisions, Sheet, read
from data_access.attendance.reading.decisions import UNDECIDED
from data_access.attendance.remembering import remember
from data_access.attendance.storing import store
from data_access.attendance.taking_out import take_out as take_attendances_out
from data_access.attendance.venue import Venue
from data_access.clock import today
from data_access.identity import Keyring
from data_access.rules import UploadStatus
from data_access.upkeep import Hand


@dataclass(frozen=True)
class Recorded:
    """What an upload added: attendances that count, and persons never met before among them.

    ``waiting`` rows are kept until somebody decides; ``taken_out`` attendances of earlier lists
    went.
    """

    upload: int
    attendances: int
    persons: int
    waiting: int = 0
    taken_out: int = 0


def record(
    connection: Connection,
    reader: Reader,
    content: bytes,
    name: str,
    activity: str,
    *,
    sheet: Sheet | None = None,
    checked: Preview | None = None,
    decisions: Decisions = UNDECIDED,
    keep_waiting: bool = False,
    confirmed_difference: bool = False,
    take_out: bool = False,
) -> Recorded:
    """Read the file again, check it again, and store its rows for the activity; see the module.

    ``sheet`` is what it was read as with the same decisions, and ``checked`` what its check found,
    where whoever asks has them. Rows that need a decision refuse the file, or ``keep_waiting``.
    ``take_out``: those whom only earlier lists brought, and this one lacks, go.
    """
    require(reader, Right.UPLOAD_ATTENDANCE)
    sheet = sheet or read(content, name, decisions)
    hand, keyring = Hand(connection, reader, Right.UPLOAD_ATTENDANCE), People.keyring(connection)
    venue = Venue.find(connection, activity)
    venue.admit(reader, Right.UPLOAD_ATTENDANCE)
    digest = digest_of(content, sheet.part)
    _refuse_known(connection, reader, digest)
    delete_due(connection, reader, today())
    found = _found(checked, connection, sheet, decisions, activity)
    if found is None:
        with without_pauses():
            found = Examination.of(connection, reader, sheet, venue, keyring, decisions=decisions)
    _refuse(found, keep_waiting=keep_waiting, confirmed_difference=confirmed_difference)
    is_trial = is_a_trial(connection, reader)
    file = {"sha256": digest, "size_bytes": len(content), "is_trial": is_trial}
    upload = _add(connection, found, hand, file)
    taken_out = _take_out(connection, upload, found) if take_out else 0
    _store(connection, found, upload, keyring, decisions)
    undecided = _undecided(content, name, decisions)
    remember(connection, reader, sheet, decisions, upload, undecided=undecided)
    result = result_of(found, upload, taken_out)
    details = {"activity": activity, "is_trial": is_trial, "rows": len(sheet.rows)}
    tell(connection, reader, "attendance.recorded", result, details)
    return result


def _add(connection: Connection, found: Examination, hand: Hand, file: dict[str, Any]) -> int:
    """The upload itself; its number."""
    values = {
        **file,
        "file_kind": found.sheet.kind.value,
        "status": UploadStatus.RECORDED.value,
        "activity_id": found.venue.id,
        "uploaded_at": hand.now,
        "recorded_at": hand.now,
        "stated_total": found.sheet.stated_total,
        "delete_contents_on": last_day() if found.waiting else None,
    }
    added = insert(schema.upload).values(**values).returning(schema.upload.c.id)
    return int(connection.execute(added).scalar_one())


def _store(
    connection: Connection, found: Examination, upload: int, keyring: Keyring, decisions: Decisions
) -> None:
    """Its rows: those that arrive, and those that wait."""
    with without_pauses():
        rows = _rows(connection, found, upload, keyring, decisions)
        insert_rows(connection, schema.upload_row, rows)


def _undecided(content: bytes, name: str, decisions: Decisions) -> Sheet | None:
    """The file as it was before somebody said which rows are nobody's; None where nobody did."""
    said = (row.leave_out or row.is_person for row in decisions.rows.values())
    return read(content, name, replace(decisions, rows={})) if any(said) else None


def result_of(found: Examination, upload: int, taken_out: int = 0) -> Recorded:
    """What storing an examined list adds."""
    counted = [one for one in found.arrivals if one.counts]
    persons = sum(one.person is None for one in counted)
    return Recorded(upload, len(counted), persons, len(found.waiting), taken_out)


def tell(
    connection: Connection, reader: Reader, action: str, done: Recorded, details: dict[str, Any]
) -> None:
    """Put on record what was stored: how much of it, and never whom."""
    require(reader, Right.UPLOAD_ATTENDANCE)
    counted = {"attendances": done.attendances, "persons": done.persons}
    further = {"waiting": done.waiting, "taken_out": done.taken_out}
    told = details | counted | {name: number for name, number in further.items() if number}
    audit.append(connection, reader.who, action, subject=("upload", done.upload), details=told)


def _rows(
    connection: Connection, found: Examination, upload: int, keyring: Keyring, decisions: Decisions
) -> Iterator[dict[str, Any]]:
    for row in store(connection, found, upload, keyring):
        yield {"upload_id": upload, **row.columns()}
    for waiting in waiting_rows(found, keyring, decisions):
        yield {"upload_id": upload, **waiting}


def _refuse(found: Examination, *, keep_waiting: bool, confirmed_difference: bool) -> None:
    if found.refusing:
        raise NotRecordable(found.refusing)
    if found.waiting and not keep_waiting:
        raise NotRecordable(found.blocking)
    if found.difference is not None and not confirmed_difference:
        raise DifferenceUnconfirmed(found.difference)


def _refuse_known(connection: Connection, reader: Reader, digest: str) -> None:
    """Writers take turns, so that whoever comes second finds the first one's upload."""
    upload, activity = schema.upload, schema.activity
    known = connection.execute(
        select(upload.c.uploaded_at, activity)
        .join_from(upload, activity, isouter=True)
        .where(upload.c.sha256 == digest, upload.c.undone_at.is_(None))
    ).first()
    if known is not None:
        where = {"round_": known.round_id, "municipality": known.municipality_id}
        is_reached = may_at(reader, Right.UPLOAD_ATTENDANCE, **where)
        raise FileKnown(known.uploaded_at, known.code if is_reached else None)


def _found(
    checked: Preview | None,
    connection: Connection,
    sheet: Sheet,
    decisions: Decisions,
    activity: str,
) -> Examination | None:
    """What the check found of the same sheet, if the data are as they were, but for this hand."""
    examined = checked.examined if checked is not None else None
    before = freshness.current(connection).number - 1
    if examined is None or not examined.holds(sheet, decisions, activity, before):
        return None
    return examined.found


def _take_out(connection: Connection, upload: int, found: Examination) -> int:
    """Those whom the list lacks go; what somebody corrected by hand stays."""
    missing = found.difference.missing if found.difference else ()
    going = [one for one in missing if not one.is_corrected]
    numbers = [number for one in going for number in (one.attendance, *one.beside)]
    take_attendances_out(connection, upload, numbers)
    return len(going)
