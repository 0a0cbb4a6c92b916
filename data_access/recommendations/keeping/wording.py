"""The wordings of an entry: each is kept, and the latest holds; and everything changed in it."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
from sqlalchemy import Connection, func, select

from data_access import reached, schema
from data_access.access import Reader, Right, may, require
from data_access.frames import WHOLE, WORD, frame
from data_access.recommendations.keeping import problems
from data_access.recommendations.keeping.rows import ENTRY, current
from data_access.rules import fold
from data_access.upkeep import HISTORY, ChangedMeanwhile, Hand

Texts = Mapping[str, Any]

VERSION = schema.recommendation_version
RESTORED = "earlier_wording"
"""The reason of a wording that undoes another one: no wording is ever lost."""
VERSIONS = {
    "number": WHOLE,
    "text_lv": WORD,
    "text_en": WORD,
    "reason": WORD,
} | HISTORY


def word_anew(
    connection: Connection,
    reader: Reader,
    reference: str,
    texts: Texts,
    *,
    reason: str | None,
    seen_number: int,
) -> int:
    """A new wording; its number. Those before it stay.

    ``texts`` hold ``text_lv`` and ``text_en``. Refuses whoever has no right there (AccessRefused),
    an entry that is none (EntryUnknown), a wording in one language alone (NotInBothLanguages), the
    one that stands (WordedAlike), and whoever saw an older one than that (ChangedMeanwhile).
    """
    hand = Hand(connection, reader)
    row = current(connection, reader, reference)
    stated = in_both(texts)
    newest = latest(connection, row["id"])
    if newest["number"] != seen_number:
        raise ChangedMeanwhile("Somebody else worded the entry anew in the meantime.")
    if all(newest[name] == text for name, text in stated.items()):
        raise problems.WordedAlike("The entry is worded so already.")
    store(hand, row["id"], seen_number + 1, stated, (reason or "").strip() or None)
    return seen_number + 1


def versions(connection: Connection, reader: Reader, reference: str) -> pd.DataFrame:
    """Every wording of an entry, the latest first; then whatever else was changed by hand.

    A wording has ``number``, texts and ``reason``; a change ``column_name`` and what stood before
    and after. Who reads records is told who made each and is given the changes; of what came with
    the documents nobody is named. Columns: VERSIONS.
    """
    require(reader, Right.READ_PUBLISHED)
    wrote = (
        select(schema.change.c.changed_by)
        .where(schema.change.c.subject_table == VERSION.name)
        .where(schema.change.c.subject_id == VERSION.c.id)
        .where(schema.change.c.column_name == "number")
        .scalar_subquery()
    )
    texts = [VERSION.c[name] for name in ("number", "text_lv", "text_en", "reason")]
    worded = (
        select(*texts, VERSION.c.written_at.label("changed_at"), wrote.label("changed_by"))
        .join_from(VERSION, ENTRY)
        .where(ENTRY.c.reference == reference)
        .order_by(VERSION.c.number.desc())
    )
    rows = [dict(row) for row in connection.execute(worded).mappings()]
    if may(reader, Right.READ_RECORDS):
        return frame([*rows, *_changes(connection, reader, reference)], VERSIONS)
    return frame([row | {"changed_by": None} for row in rows], VERSIONS)


def _changes(connection: Connection, reader: Reader, reference: str) -> list[dict[str, Any]]:
    change = schema.change
    entry = select(ENTRY.c.id).where(ENTRY.c.reference == reference).scalar_subquery()
    statement = (
        select(*(change.c[name] for name in HISTORY))
        .where(change.c.subject_table == ENTRY.name, change.c.subject_id == entry)
        .where(reached.changes(reader, ENTRY.name))
        .order_by(change.c.id.desc())
    )
    return [dict(row) for row in connection.execute(statement).mappings()]


def in_both(texts: Texts) -> dict[str, str]:
    """The wording in both languages, without the space around it. Refuses NotInBothLanguages."""
    stated = {name: (texts.get(name) or "").strip() for name in ("text_lv", "text_en")}
    if not all(stated.values()):
        raise problems.NotInBothLanguages("A wording is stated in Latvian and in English.")
    return stated


def store(
    hand: Hand, entry: int, number: int, texts: Mapping[str, str], reason: str | None
) -> None:
    """A wording of the entry."""
    hand.add(
        VERSION,
        recommendation_id=entry,
        number=number,
        **texts,
        text_folded=fold(texts["text_lv"]),
        written_at=hand.now,
        written_by_id=hand.account(),
        reason=reason,
    )


def take_away(connection: Connection, hand: Hand, entry: int) -> None:
    """Take away the wordings of an entry that goes; what they said stays in the history."""
    of_entry = VERSION.c.recommendation_id == entry
    for number in connection.scalars(select(VERSION.c.id).where(of_entry)).all():
        hand.remove(VERSION, number)


def latest(connection: Connection, entry: int) -> Any:
    """The wording that holds."""
    of_entry = VERSION.c.recommendation_id == entry
    last = select(func.max(VERSION.c.number)).where(of_entry).scalar_subquery()
    found = select(VERSION).where(of_entry, VERSION.c.number == last)
    return connection.execute(found).mappings().one()
