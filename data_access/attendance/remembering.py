"""Decisions remembered for the next file of that kind, recalled, listed and forgotten again.

New keys for names let everything go: what was decided is asked once more (``rotation.LET_GO``).
"""

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pandas as pd
from sqlalchemy import Connection, delete, insert, select, update

from data_access import audit, schema
from data_access.access import AccessRefused, Reader, Right, is_limited, may_at, require
from data_access.attendance.asking import in_parts
from data_access.attendance.memory import (
    CODE,
    COLUMN,
    COLUMNS,
    DATE_ORDER,
    IS_PERSON,
    MEANS,
    Asked,
    Memory,
    applied,
    memories,
    questions,
)
from data_access.attendance.people import People
from data_access.attendance.reading import Decisions, Sheet
from data_access.attendance.reading.decisions import UNDECIDED
from data_access.attendance.shared_words import shared_words
from data_access.filters import Filters, of_activity, of_round
from data_access.frames import FLAG, MOMENT, WHOLE, WORD, frame
from data_access.identity import Keyring
from data_access.upkeep import Hand

REMEMBERED = {
    "memory": WHOLE,
    "topic": WORD,
    "column": WORD,
    "decision": WORD,
    "decided_at": MOMENT,
    "decided_by": WORD,
    "upload": WHOLE,
    "may_forget": FLAG,
}
TABLE = schema.remembered_decision
BETWEEN = ", "


class MemoryUnknown(LookupError):
    """Nothing of that number is remembered, or not any more; nothing was changed."""


def recalled(connection: Connection, reader: Reader, sheet: Sheet) -> Decisions:
    """What was decided about earlier lists and holds for this one.

    It goes under what somebody decides about this file (``memory.over``). Refuses a missing or
    another key for names (identity.IdentityKeyProblem), where anything is remembered at all.
    """
    require(reader, Right.UPLOAD_ATTENDANCE)
    found = UNDECIDED
    for one, row in _met_again(connection, reader, sheet):
        found = applied(found, one, row.decision)
    return found


def last_decided(connection: Connection, reader: Reader, sheet: Sheet) -> dt.datetime | None:
    """When the latest of what ``recalled`` finds was decided; None where nothing is found."""
    require(reader, Right.UPLOAD_ATTENDANCE)
    found = _met_again(connection, reader, sheet)
    return max((row.decided_at for _, row in found), default=None)


def _met_again(connection: Connection, reader: Reader, sheet: Sheet) -> Iterator[tuple[Asked, Any]]:
    """What of a list is remembered, each with the row that says what was decided.

    What may mean several things by now is asked anew.
    """
    asked = list(questions(sheet))
    topics = set(connection.scalars(select(TABLE.c.topic).distinct()))
    asked = [one for one in asked if one.topic in topics]
    if not asked:
        return
    keyring = People.keyring(connection)
    by_match = {(one.topic.value, keyring.match(one.pattern)): one for one in asked}
    found = []
    for part in in_parts([match for _, match in by_match]):
        rows = connection.execute(select(TABLE).where(TABLE.c.pattern_match.in_(part)))
        for row in rows:
            one = by_match.get((row.topic, bytes(row.pattern_match)))
            if one is not None:
                found.append((one, row))
    shared = shared_words(connection, reader, [(one.column, one.text) for one, _ in found])
    yield from ((one, row) for one, row in found if (one.column, one.text) not in shared)


def remember(
    connection: Connection,
    reader: Reader,
    sheet: Sheet,
    decisions: Decisions,
    upload: int,
    *,
    undecided: Sheet | None = None,
) -> int:
    """Keep what was decided about a list that is recorded now; how many things.

    Somebody who is limited to some places does not change what others decided. ``undecided``: the
    list before anything was decided of its rows, where something was.
    """
    require(reader, Right.UPLOAD_ATTENDANCE)
    found = list(memories(sheet, decisions, undecided))
    words = [(str(one.decision.get(COLUMN)), one.text) for one in found if one.decision]
    shared = shared_words(connection, reader, words)
    found = [
        one
        for one in found
        if not one.decision or (one.decision.get(COLUMN), one.text) not in shared
    ]
    if not found:
        return 0
    keyring = People.keyring(connection)
    stated = {
        "decided_at": dt.datetime.now(dt.UTC),
        "decided_by_id": reader.account,
        "upload_id": upload,
    }
    return sum(_keep(connection, reader, keyring, one, stated) for one in found)


def remembered(connection: Connection, reader: Reader, chosen: Filters) -> pd.DataFrame:
    """What is remembered, the latest first; of the round or the activity whose list it came with.

    Columns: REMEMBERED. ``decision`` are codes divided by commas, ``column`` is the one whose word
    was decided about; the words are not kept. What came with a list that the right to upload does
    not reach says neither with which nor by whom, and is of no round and no activity. On the
    application's own connection: dashboards do not see it.
    """
    require(reader, Right.UPLOAD_ATTENDANCE)
    upload, activity = schema.upload, schema.activity
    statement = (
        select(TABLE, activity.c.round_id, activity.c.municipality_id)
        .join_from(TABLE, upload, TABLE.c.upload_id == upload.c.id, isouter=True)
        .join(activity, upload.c.activity_id == activity.c.id, isouter=True)
        .join(schema.round, activity.c.round_id == schema.round.c.id, isouter=True)
        .where(of_activity(chosen), of_round(chosen))
        .order_by(TABLE.c.decided_at.desc(), TABLE.c.id.desc())
    )
    is_chosen = chosen.round is not None or chosen.activity is not None
    told = []
    for row in connection.execute(statement):
        is_reached = _is_own(reader, row) or may_at(
            reader,
            Right.UPLOAD_ATTENDANCE,
            round_=row.round_id,
            municipality=row.municipality_id,
        )
        if is_reached or not is_chosen:
            told.append(_told(row, is_reached=is_reached, may_forget=_may_change(reader, row)))
    return frame(told, REMEMBERED)


def forget(connection: Connection, reader: Reader, memory: int) -> None:
    """Something is not remembered any more, and asked again in the next list.

    What is recorded stays. Refuses what is not remembered (MemoryUnknown), and whoever is limited
    to some places where somebody else decided it (AccessRefused).
    """
    require(reader, Right.UPLOAD_ATTENDANCE)
    Hand(connection, reader, Right.UPLOAD_ATTENDANCE)
    row = connection.execute(select(TABLE).where(TABLE.c.id == memory)).first()
    if row is None:
        raise MemoryUnknown("Nothing of that number is remembered.")
    if not _may_change(reader, row):
        raise AccessRefused("Somebody else decided this, for more than the reader's places.")
    connection.execute(delete(TABLE).where(TABLE.c.id == memory))
    audit.append(
        connection,
        reader.who,
        "attendance.forgotten",
        subject=(TABLE.name, memory),
        details={"topic": row.topic},
    )


def _keep(
    connection: Connection, reader: Reader, keyring: Keyring, one: Memory, stated: dict[str, Any]
) -> bool:
    """Keep one thing; whether it was kept."""
    key = {"topic": one.topic.value, "pattern_match": keyring.match(one.pattern)}
    before = connection.execute(select(TABLE).filter_by(**key)).first()
    if one.decision is None:
        if before is not None and _may_change(reader, before):
            connection.execute(delete(TABLE).where(TABLE.c.id == before.id))
        return False
    values = {"decision": dict(one.decision), **stated}
    if before is None:
        connection.execute(insert(TABLE).values(**key, **values))
    elif before.decision == values["decision"] or not _may_change(reader, before):
        return False
    else:
        connection.execute(update(TABLE).where(TABLE.c.id == before.id).values(**values))
    return True


def _may_change(reader: Reader, row: Any) -> bool:
    """Whoever is not limited changes everything, others what they decided themselves."""
    return _is_own(reader, row) or not is_limited(reader, Right.UPLOAD_ATTENDANCE)


def _is_own(reader: Reader, row: Any) -> bool:
    return row.decided_by_id is not None and bool(row.decided_by_id == reader.account)


def _told(row: Any, *, is_reached: bool, may_forget: bool) -> dict[str, object]:
    is_known = is_reached and row.decided_by_id is not None
    by = f"account:{row.decided_by_id}" if is_known else None
    return {
        "memory": row.id,
        "topic": row.topic,
        "column": row.decision.get(COLUMN),
        "decision": BETWEEN.join(_codes(row.decision)),
        "decided_at": row.decided_at,
        "decided_by": by,
        "upload": row.upload_id if is_reached else None,
        "may_forget": may_forget,
    }


def _codes(decision: dict[str, Any]) -> list[str]:
    if CODE in decision:
        return [decision[CODE]]
    if IS_PERSON in decision:
        return ["is_person" if decision[IS_PERSON] else "leave_out"]
    columns = [role for _, role in sorted(decision[COLUMNS].items(), key=lambda at: int(at[0]))]
    return [*columns, *(said for name in (MEANS, DATE_ORDER) if (said := decision[name]))]
