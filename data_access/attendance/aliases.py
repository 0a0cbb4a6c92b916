"""Further names and contacts of one person, whom somebody said that several rows speak of.

Each is a person without an attendance who counts as that one, joined by a list and by nobody's
hand: so it moves along with joins, and can be taken apart as others can.
"""

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Connection, delete, exists, insert, select

from data_access import schema
from data_access.attendance.asking import in_parts
from data_access.rules import Origin

PERSON, MERGE, IDENTITY = schema.person, schema.person_merge, schema.person_identity


def add_alias(connection: Connection, person: int, identity: Mapping[str, Any]) -> int:
    """One more identity of the person, as sealed; its number."""
    values = {"origin": Origin.UPLOAD.value, "merged_into_id": person}
    added = insert(PERSON).values(values).returning(PERSON.c.id)
    number = int(connection.execute(added).scalar_one())
    now = dt.datetime.now(dt.UTC)
    connection.execute(insert(MERGE).values(kept_id=person, merged_id=number, merged_at=now))
    named = insert(IDENTITY).values(person_id=number, **identity).returning(IDENTITY.c.id)
    return int(connection.execute(named).scalar_one())


def drop_aliases(connection: Connection, identities: Collection[int]) -> None:
    """Those of the identities that are further ones go, with whom they stand for."""
    attendance = schema.attendance
    further = (
        select(PERSON.c.id)
        .join_from(PERSON, IDENTITY, IDENTITY.c.person_id == PERSON.c.id)
        .join(MERGE, MERGE.c.merged_id == PERSON.c.id)
        .where(MERGE.c.merged_by_id.is_(None), MERGE.c.undone_at.is_(None))
        .where(~exists().where(attendance.c.person_id == PERSON.c.id))
    )
    for part in in_parts(identities):
        numbers = list(connection.scalars(further.where(IDENTITY.c.id.in_(part))))
        connection.execute(delete(IDENTITY).where(IDENTITY.c.person_id.in_(numbers)))
        connection.execute(delete(MERGE).where(MERGE.c.merged_id.in_(numbers)))
        connection.execute(delete(PERSON).where(PERSON.c.id.in_(numbers)))
