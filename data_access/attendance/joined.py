"""The joins that stand, for whoever takes one apart: numbers of persons, never names."""

from collections import defaultdict
from typing import Any

import pandas as pd
from sqlalchemy import Connection, func, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.attendance.lying import Lying, is_read, lying
from data_access.filters import Filters, of_activity, of_round
from data_access.frames import MOMENT, WHOLE, WORD, frame

JOINED = {
    "merge": WHOLE,
    "person": WHOLE,
    "kept": WHOLE,
    "merged": WHOLE,
    "joined_at": MOMENT,
    "joined_by": WORD,
}
PERSON, MERGE = schema.person, schema.person_merge


def joined(connection: Connection, reader: Reader, chosen: Filters) -> pd.DataFrame:
    """The joins of persons who were at the activity, or in the round, the latest first.

    Columns: JOINED. ``person`` is the number by which the two go now, ``kept`` and ``merged`` those
    by which they went. Where the right to read records does not reach all that either attended, a
    join is not among them. On the application's own connection: dashboards see no joins.
    """
    require(reader, Right.READ_RECORDS)
    joins = connection.execute(
        select(MERGE, PERSON.c.merged_into_id.label("person"))
        .join_from(MERGE, PERSON, MERGE.c.merged_id == PERSON.c.id)
        .where(MERGE.c.undone_at.is_(None), PERSON.c.merged_into_id.in_(_there(chosen)))
        .order_by(MERGE.c.id.desc())
    ).all()
    records = _records(connection, {row.person for row in joins})
    return frame(
        [
            {
                "merge": row.id,
                "person": row.person,
                "kept": row.kept_id,
                "merged": row.merged_id,
                "joined_at": row.merged_at,
                "joined_by": None if row.merged_by_id is None else f"account:{row.merged_by_id}",
            }
            for row in joins
            if is_read(reader, records[row.person])
        ],
        JOINED,
    )


def _there(chosen: Filters) -> Any:
    """Who was there, by the numbers by which they go."""
    attendance, activity = schema.attendance, schema.activity
    return (
        select(func.coalesce(PERSON.c.merged_into_id, PERSON.c.id))
        .join_from(attendance, PERSON, attendance.c.person_id == PERSON.c.id)
        .join(activity, attendance.c.activity_id == activity.c.id)
        .join(schema.round, activity.c.round_id == schema.round.c.id)
        .where(of_activity(chosen), of_round(chosen))
    )


def _records(connection: Connection, persons: set[int]) -> defaultdict[int, list[Lying]]:
    """What is recorded of each person and of all who count as them."""
    who = func.coalesce(PERSON.c.merged_into_id, PERSON.c.id)
    statement = select(PERSON.c.id, who.label("who")).where(who.in_(persons))
    counts_as = {row.id: row.who for row in connection.execute(statement)}
    found: defaultdict[int, list[Lying]] = defaultdict(list)
    for one in lying(connection, counts_as.keys()):
        if one.person is not None:
            found[counts_as[one.person]].append(one)
    return found
