"""Decisions remembered for the next file of that kind, recalled, listed and forgotten again.

New keys for names let everything go: what was decided is asked once more (``rotation.LET_GO``).
"""

import datetime as dt
from typing import Any

import pandas as pd
from sqlalchemy import Connection, delete, insert, select, update

from data_access import audit, schema
from data_access.access import AccessRefused, Reader, Right, is_limited, require
from data_access.attendance.asking import in_parts
from data_access.attendance.columns import PLACE
from data_access.attendance.memory import (
    CODE,
    COLUMN,
    COLUMNS,
    DATE_ORDER,
    IS_PERSON,
    MEANS,
    Memory,
    Topic,
    applied,
    memories,
    questions,
)
from data_access.attendance.people import People
from data_access.attendance.reading import Decisions, Sheet
from data_access.attendance.reading.decisions import UNDECIDED
from data_access.filters import Filters, of_activity, of_round
from data_access.frames import FLAG, MOMENT, WHOLE, WORD, frame
from data_access.gazetteer import Gazetteer, Shared
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
    asked = list(questions(sheet))
    topics = set(connection.scalars(select(TABLE.c.topic).distinct()))
    asked = [one for one in asked if one.topic in topics]
    if not asked:
        return UNDECIDED
    keyring = People.keyring(connection)
    by_match = {(one.topic.value, keyring.match(one.pattern)): one for one in asked}
    found = UNDECIDED
    for part in in_parts([match for _, match in by_match]):
        rows = connection.execute(select(TABLE).where(TABLE.c.pattern_match.in_(part)))
        for row in rows:
            one = by_match.get((row.topic, bytes(row.pattern_match)))
            if one is not None:
                found = applied(found, one, row.decision)
    return found


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
    found = _certain(connection, reader, list(memories(sheet, decisions, undecided)))
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
    was decided about; the words are not kept. On the application's own connection: dashboards do
    not see it.
    """
    require(reader, Right.UPLOAD_ATTENDANCE)
    upload, activity = schema.upload, schema.activity
    statement = (
        select(TABLE)
        .join_from(TABLE, upload, TABLE.c.upload_id == upload.c.id, isouter=True)
        .join(activity, upload.c.activity_id == activity.c.id, isouter=True)
        .join(schema.round, activity.c.round_id == schema.round.c.id, isouter=True)
        .where(of_activity(chosen), of_round(chosen))
        .order_by(TABLE.c.decided_at.desc(), TABLE.c.id.desc())
    )
    rows = connection.execute(statement).all()
    return frame([_told(row, may_forget=_may_change(reader, row)) for row in rows], REMEMBERED)


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
    values = {"decision": dict(one.decision), **stated}
    before = connection.execute(select(TABLE).filter_by(**key)).first()
    if before is None:
        connection.execute(insert(TABLE).values(**key, **values))
    elif before.decision == values["decision"] or not _may_change(reader, before):
        return False
    else:
        connection.execute(update(TABLE).where(TABLE.c.id == before.id).values(**values))
    return True


def _certain(connection: Connection, reader: Reader, found: list[Memory]) -> list[Memory]:
    """Without places whose name two bear: which one is meant is asked of every list."""
    places = [one for one in found if one.decision.get(COLUMN) == PLACE]
    if not places:
        return found
    gazetteer = Gazetteer.of(connection, reader)
    prefix = f"{Topic.WORD}: {PLACE}: "
    shared = [
        one
        for one in places
        if isinstance(gazetteer.look_up(one.pattern.removeprefix(prefix), None), Shared)
    ]
    return [one for one in found if one not in shared]


def _may_change(reader: Reader, row: Any) -> bool:
    """Whoever is not limited changes everything, others what they decided themselves."""
    is_own = row.decided_by_id is not None and row.decided_by_id == reader.account
    return is_own or not is_limited(reader, Right.UPLOAD_ATTENDANCE)


def _told(row: Any, *, may_forget: bool) -> dict[str, object]:
    by = None if row.decided_by_id is None else f"account:{row.decided_by_id}"
    return {
        "memory": row.id,
        "topic": row.topic,
        "column": row.decision.get(COLUMN),
        "decision": BETWEEN.join(_codes(row.decision)),
        "decided_at": row.decided_at,
        "decided_by": by,
        "upload": row.upload_id,
        "may_forget": may_forget,
    }


def _codes(decision: dict[str, Any]) -> list[str]:
    if CODE in decision:
        return [decision[CODE]]
    if IS_PERSON in decision:
        return ["is_person" if decision[IS_PERSON] else "leave_out"]
    columns = [role for _, role in sorted(decision[COLUMNS].items(), key=lambda at: int(at[0]))]
    return [*columns, *(said for name in (MEANS, DATE_ORDER) if (said := decision[name]))]
