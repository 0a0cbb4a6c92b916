"""What the list of an upload that is undone leaves to others which list it as well.

An attendance that is handed on says what the other list says, unless somebody corrected it: what
only the undone one stated goes with it.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, func, select, update

from data_access import schema
from data_access.attendance.asking import in_parts
from data_access.attendance.bulk import update_rows
from data_access.attendance.columns import NOT_STATED
from data_access.attendance.entry import RANK
from data_access.attendance.marks import ROW, STATES, marked
from data_access.rules import RowOutcome, UploadStatus

ATTENDANCE, UPLOAD = schema.attendance, schema.upload
PLACE = ("place_kind", "municipality_id")
WORDS = ("capacity", "status", "gender", "age_band", "place_kind")
UNSTATED: Mapping[str, Any] = {
    **dict.fromkeys(WORDS, NOT_STATED),
    "institution_id": None,
    "municipality_id": None,
}


def hand_on(connection: Connection, upload: int) -> int:
    """What the earliest other upload that stands lists as well is that one's from now on."""
    own = ROW.alias("own")
    listed = (
        select(ROW.c.attendance_id, func.min(ROW.c.upload_id).label("heir"), own.c.outcome)
        .join_from(ROW, UPLOAD, ROW.c.upload_id == UPLOAD.c.id)
        .join(ATTENDANCE, ROW.c.attendance_id == ATTENDANCE.c.id)
        .join(own, (own.c.attendance_id == ATTENDANCE.c.id) & (own.c.upload_id == upload))
        .where(
            ATTENDANCE.c.upload_id == upload,
            ROW.c.upload_id != upload,
            UPLOAD.c.status == UploadStatus.RECORDED,
            own.c.outcome != RowOutcome.SKIPPED,
        )
        .group_by(ROW.c.attendance_id, own.c.outcome)
    )
    handed: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    for one in connection.execute(listed):
        handed[one.heir, one.outcome].append(one.attendance_id)
    for (heir, outcome), ids in handed.items():
        inherit(connection, heir, outcome, ids)
    return sum(map(len, handed.values()))


def heir_of(connection: Connection, rows: Collection[int]) -> int | None:
    """The earliest upload that stands of those to which the rows belong."""
    standing = UPLOAD.c.status == UploadStatus.RECORDED
    earliest = select(func.min(ROW.c.upload_id)).join_from(ROW, UPLOAD)
    return connection.scalars(earliest.where(ROW.c.id.in_(rows), standing)).first()


def inherit(connection: Connection, heir: int, outcome: str, attendances: Sequence[int]) -> None:
    """The attendances are the heir's, as its rows say them; ``outcome`` is that of its rows."""
    for part in in_parts(attendances):
        its_rows = (ROW.c.upload_id == heir) & ROW.c.attendance_id.in_(part)
        stated: defaultdict[int, list[Mapping[str, Any]]] = defaultdict(list)
        for row in marked(connection, STATES, its_rows):
            stated[row["attendance_id"]].append(row["problems"][STATES])
        given = update(ATTENDANCE).where(ATTENDANCE.c.id.in_(part))
        connection.execute(given.values(upload_id=heir))
        connection.execute(update(ROW).where(its_rows).values(outcome=outcome))
        _state(connection, stated)


def stated_in(columns: Mapping[str, Any]) -> dict[str, Any]:
    """What columns of an attendance state, as a row of another list keeps it."""
    return {name: columns[name] for name in UNSTATED if columns[name] != UNSTATED[name]}


def _state(connection: Connection, stated: Mapping[int, Sequence[Mapping[str, Any]]]) -> None:
    """Attendances say what is stated of them, and nothing more; a corrected one stays."""
    columns = [ATTENDANCE.c[name] for name in ("id", "revision", *UNSTATED)]
    recorded = connection.execute(select(*columns).where(ATTENDANCE.c.id.in_(stated))).mappings()
    changed = []
    for row in recorded.all():
        said = {**UNSTATED, **_in_one(stated[row["id"]])}
        if row["revision"] == 1 and any(row[name] != value for name, value in said.items()):
            changed.append({"id": row["id"], **said})
    update_rows(connection, ATTENDANCE, changed)


def _in_one(said: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Several rows of one person as one: who attended by any of them did, else the first word."""
    found = dict(said[0])
    for one in said[1:]:
        more = {name: v for name, v in one.items() if name not in PLACE or PLACE[0] not in found}
        status = min((row.get("status", NOT_STATED) for row in (found, one)), key=RANK.index)
        found = {**more, **found, "status": status}
    return found
