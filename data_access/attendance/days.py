"""The days on which somebody was there: added with a list, and taken back with it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Select, delete, select

from data_access import schema
from data_access.attendance.arrivals import Arrival
from data_access.attendance.asking import among, in_parts
from data_access.attendance.bulk import insert_rows, update_rows
from data_access.attendance.marks import DAYS, ROW, marked
from data_access.rules import UploadStatus

Stated = Mapping[int, tuple[dt.date, ...]]
Marks = dict[int, dict[str, bool]]
"""By row: the days that it states, and whether it was the one to bring them."""

DAY = schema.attendance_day


def add_days(
    connection: Connection,
    arrivals: Iterable[Arrival],
    attendances: Mapping[int, int],
    stated: Stated,
) -> Marks:
    """Add what is not there yet to the arrivals' attendances, which are by first rows."""
    if not stated:
        return {}
    marks: Marks = {}
    coming: list[dict[str, Any]] = []
    telling = [one for one in arrivals if any(number in stated for number in one.rows)]
    there = _there(connection, {attendances[one.first] for one in telling if one.is_there})
    for arrival in telling:
        attendance = attendances[arrival.first]
        known = there[attendance]
        for number in arrival.rows:
            for day in stated.get(number, ()):
                marks.setdefault(number, {})[day.isoformat()] = day not in known
                if day not in known:
                    known.add(day)
                    coming.append({"attendance_id": attendance, "day": day})
    insert_rows(connection, DAY, coming)
    return marks


def take_days_back(connection: Connection, upload: int) -> None:
    """Remove the days that the upload brought to attendances which stay.

    A day that another upload states as well, one which stands, is that one's from now on.
    """
    going = select(schema.attendance.c.id).where(schema.attendance.c.upload_id == upload)
    stays = ROW.c.attendance_id.is_not(None) & ROW.c.attendance_id.not_in(going)
    own = marked(connection, DAYS, (ROW.c.upload_id == upload) & stays)
    brought: defaultdict[int, set[str]] = defaultdict(set)
    for row in own:
        told = row["problems"][DAYS].items()
        brought[row["attendance_id"]] |= {day for day, is_brought in told if is_brought}
    heirs = _pass_on(connection, upload, {key: days for key, days in brought.items() if days})
    gone = [
        (attendance, dt.date.fromisoformat(day))
        for attendance, days in brought.items()
        for day in days - heirs[attendance]
    ]
    for attendance, day in gone:
        connection.execute(delete(DAY).where(DAY.c.attendance_id == attendance, DAY.c.day == day))


def inherit_days(connection: Connection, rows: Collection[int]) -> set[str]:
    """The days that those of the rows state whose uploads stand: each the first one's own."""
    stated: set[str] = set()
    changed = []
    for row in marked(connection, DAYS, ROW.c.id.in_(rows) & ROW.c.upload_id.in_(_standing())):
        days = row["problems"][DAYS]
        own = {day: is_brought or day not in stated for day, is_brought in days.items()}
        changed.append({"id": row["id"], "problems": {**row["problems"], DAYS: own}})
        stated |= days.keys()
    update_rows(connection, ROW, changed)
    return stated


def _standing() -> Select[int]:
    upload = schema.upload
    return select(upload.c.id).where(upload.c.status == UploadStatus.RECORDED)


def _there(connection: Connection, attendances: set[int]) -> defaultdict[int, set[dt.date]]:
    found: defaultdict[int, set[dt.date]] = defaultdict(set)
    statement = select(DAY.c.attendance_id, DAY.c.day)
    for row in among(connection, statement, DAY.c.attendance_id, attendances):
        found[row.attendance_id].add(row.day)
    return found


def _pass_on(
    connection: Connection, upload: int, brought: Mapping[int, set[str]]
) -> defaultdict[int, set[str]]:
    """Days that the earliest other upload which stands states as well are marked as its own."""
    passed: defaultdict[int, set[str]] = defaultdict(set)
    standing = _standing().where(schema.upload.c.id != upload)
    others: list[dict[str, Any]] = []
    for part in in_parts(brought.keys()):
        is_other = ROW.c.attendance_id.in_(part) & ROW.c.upload_id.in_(standing)
        others += marked(connection, DAYS, is_other)
    changed = []
    for row in sorted(others, key=lambda row: (row["upload_id"], row["id"])):
        attendance, days = row["attendance_id"], row["problems"][DAYS]
        inherited = (days.keys() & brought[attendance]) - passed[attendance]
        if inherited:
            passed[attendance] |= inherited
            told = {**row["problems"], DAYS: {**days, **dict.fromkeys(inherited, True)}}
            changed.append({"id": row["id"], "problems": told})
    update_rows(connection, ROW, changed)
    return passed
