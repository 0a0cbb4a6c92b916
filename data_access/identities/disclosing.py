"""Names opened: who looks, at what and why, on record before the first of them is unsealed."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, select

from data_access import audit, freshness, schema
from data_access.access import AccessRefused, Reader, Right, require
from data_access.engine import DatabaseRole, reading, writing
from data_access.identities.occasion import Occasion, Scene, scene_of
from data_access.reasons import usable_reason

OPENED = "identity.opened"
LEAST_LETTERS = 5
STANDS = dt.timedelta(hours=12)
"""For how long one reason goes for the same account and the same activity or file."""


@dataclass(frozen=True)
class Disclosure:
    """The audit entry under which names may be shown: its number, whose it is, and for what.

    Worth nothing by itself: ``require_on_record`` looks for the entry whenever names are asked for.
    """

    sequence: int
    who: str
    occasion: Occasion


def open_names(engine: Engine, reader: Reader, occasion: Occasion, reason: str) -> Disclosure:
    """Write down that the reader looks at names, and why, in a transaction of its own.

    Once this comes back the entry is committed, whatever becomes of the reading. The same reason
    again, as after a double click, is the entry that stands. Refuses whoever sees no names there
    (AccessRefused), an unknown activity (ActivityUnknown), a reason without a word (ReasonMissing)
    and one that holds a contact or a personal code (ReasonTells).
    """
    require(reader, Right.READ_IDENTITIES)
    stated = usable_reason(reason, letters=LEAST_LETTERS)
    with writing(engine) as connection:
        freshness.take_turn(connection)
        scene = scene_of(connection, reader, occasion)
        before, reason_before = _latest(connection, reader, occasion, scene)
        if before is not None and reason_before == stated:
            return Disclosure(before, reader.who, occasion)
        sequence = audit.append(
            connection,
            reader.who,
            OPENED,
            subject=(schema.activity.name, scene.activity),
            reason=stated,
            details=occasion.details(),
        )
    return Disclosure(sequence, reader.who, occasion)


def standing(connection: Connection, reader: Reader, occasion: Occasion) -> Disclosure | None:
    """The reader's latest reason for the occasion that still stands, as the audit log has it.

    None where none was given within STANDS. Refuses whom ``open_names`` refuses.
    """
    require(reader, Right.READ_IDENTITIES)
    scene = scene_of(connection, reader, occasion)
    latest, _ = _latest(connection, reader, occasion, scene)
    return None if latest is None else Disclosure(latest, reader.who, occasion)


def require_on_record(connection: Connection, reader: Reader, disclosure: Disclosure) -> Scene:
    """Where the names lie that the disclosure is for.

    Refuses (AccessRefused) one that no committed entry of this reader bears out: it is looked for
    on a connection of its own, so that an entry which can still be rolled back is none.
    """
    require(reader, Right.READ_IDENTITIES)
    with reading(connection.engine, DatabaseRole.APPLICATION) as other:
        event = schema.audit_event
        found = other.execute(
            select(event).where(
                event.c.sequence == disclosure.sequence,
                event.c.actor == reader.who,
                event.c.action == OPENED,
                event.c.happened_at > dt.datetime.now(dt.UTC) - STANDS,
            )
        ).first()
        scene = scene_of(other, reader, disclosure.occasion)
    stated = (reader.who, schema.activity.name, scene.activity, disclosure.occasion.file)
    if found is None or stated != (
        disclosure.who,
        found.subject_table,
        found.subject_id,
        found.details.get("file"),
    ):
        raise AccessRefused("No reason for these names is on record.")
    return scene


def _latest(
    connection: Connection, reader: Reader, occasion: Occasion, scene: Scene
) -> tuple[int | None, str | None]:
    """The entry with the reader's latest reason for the occasion that still stands, and that."""
    event = schema.audit_event
    entries = connection.execute(
        select(event.c.sequence, event.c.reason, event.c.details)
        .where(
            event.c.actor == reader.who,
            event.c.action == OPENED,
            event.c.subject_table == schema.activity.name,
            event.c.subject_id == scene.activity,
            event.c.happened_at > dt.datetime.now(dt.UTC) - STANDS,
        )
        .order_by(event.c.sequence.desc())
    )
    fitting = (row for row in entries.all() if row.details.get("file") == occasion.file)
    latest = next(fitting, None)
    return (None, None) if latest is None else (latest.sequence, latest.reason)
