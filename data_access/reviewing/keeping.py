"""The upkeep of meetings: adding one, correcting it, taking away one that decided nothing.

All rounds and municipalities share the Council: whoever is limited to some is refused.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, exists, select

from data_access import schema, sources
from data_access.access import Reader, Right, require_at
from data_access.filters import FIRST_DAY, LAST_DAY
from data_access.rules import Origin
from data_access.upkeep import ChangedMeanwhile, Hand, NotByHand, RowUnknown

Values = Mapping[str, Any]


class MeetingDecided(RuntimeError):
    """Something was decided at the meeting: its day stays, and so does the meeting."""


class MeetingFarAway(ValueError):
    """No meeting is asked for on such a day; nothing was stored."""


def add_meeting(connection: Connection, reader: Reader, values: Values) -> int:
    """A meeting that was held or is to come; its number.

    ``values`` hold ``held_on``, ``title_lv``, ``title_en``, ``source`` by its code and ``locator``.
    Without an English title the Latvian one stands in its place. Refuses whoever has
    not the right everywhere (AccessRefused), a source that nobody knows (SourceUnknown), and a day
    before ``filters.FIRST_DAY`` or after ``LAST_DAY`` (MeetingFarAway).
    """
    hand = _hand(connection, reader)
    return hand.add(schema.council_meeting, **_columns(connection, values))


def edit_meeting(
    connection: Connection, reader: Reader, number: int, revision: int, values: Values
) -> None:
    """Correct a meeting that was read at ``revision``; ``values`` as in ``add_meeting``.

    Refuses as that does, another day once something was decided there (MeetingDecided), and a
    meeting changed since (ChangedMeanwhile) or gone (RowUnknown).
    """
    hand = _hand(connection, reader)
    row, columns = _row(connection, number, revision), _columns(connection, values)
    if columns["held_on"] != row["held_on"] and _is_decided(connection, number):
        raise MeetingDecided("Something was decided at the meeting, so its day stays.")
    hand.change(schema.council_meeting, number, revision, **columns)


def remove_meeting(connection: Connection, reader: Reader, number: int, revision: int) -> None:
    """Take away a meeting that was entered by hand; what it said stays in the history.

    Refuses as ``edit_meeting`` does, one at which something was decided (MeetingDecided), and one
    that came with the documents (NotByHand).
    """
    hand = _hand(connection, reader)
    row = _row(connection, number, revision)
    if row["origin"] != Origin.ENTERED:
        raise NotByHand("Only what was entered by hand is taken away by hand.")
    if _is_decided(connection, number):
        raise MeetingDecided("Something was decided at the meeting, so it stays.")
    hand.remove(schema.council_meeting, number, revision)


def _hand(connection: Connection, reader: Reader) -> Hand:
    hand = Hand(connection, reader, Right.KEEP_MEETINGS)
    require_at(reader, Right.KEEP_MEETINGS)
    return hand


def _row(connection: Connection, number: int, revision: int) -> Mapping[Any, Any]:
    meeting = schema.council_meeting
    found = connection.execute(select(meeting).where(meeting.c.id == number)).mappings().first()
    if found is None:
        raise RowUnknown("The meeting is gone.")
    if found["revision"] != revision:
        raise ChangedMeanwhile("Somebody else changed the meeting in the meantime.")
    return found


def _columns(connection: Connection, values: Values) -> dict[str, Any]:
    day: dt.date = values["held_on"]
    if not FIRST_DAY <= day <= LAST_DAY:
        raise MeetingFarAway("No meeting lies so far away.")
    return {
        "held_on": day,
        "title_lv": values["title_lv"],
        "title_en": values.get("title_en") or values["title_lv"],
        "source_id": sources.number_of(connection, values.get("source")),
        "locator": values.get("locator"),
    }


def _is_decided(connection: Connection, number: int) -> bool:
    tables = (schema.confirmation, schema.review_mark)
    return any(
        connection.scalar(select(exists().where(table.c.council_meeting_id == number)))
        for table in tables
    )
