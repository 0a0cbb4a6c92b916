"""Whether the log is whole: numbers without gaps, each link, each hash, and every exported head."""

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import DataError

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.audit.chain import BEGINNING, hash_of
from data_access.audit.heads import Head, exported

AT_ONCE = 1_000
BEFORE_ALL = -(2**63)
FURTHER = 10_000
"""How many numbers beyond the log's end an entry that was moved may once have had."""

Entry = dict[str, Any]


class Fault(StrEnum):
    """What is wrong with a log that is not whole."""

    EDITED = "edited"
    MISSING = "missing"
    OUT_OF_ORDER = "out_of_order"
    UNLINKED = "unlinked"
    REWRITTEN = "rewritten"
    CUT = "cut"


@dataclass(frozen=True)
class Break:
    """The first number at which the log is not whole.

    ``other`` is the last number that is missing with it (MISSING), the number that what stands
    there was written under (OUT_OF_ORDER; None where there never was one), or a number that was
    exported and is not there (CUT).
    """

    fault: Fault
    number: int
    other: int | None = None


@dataclass(frozen=True)
class Verdict:
    """What the verification found: how many entries are right, the head, and what is wrong.

    ``compared`` counts the exported heads, ``unreadable`` the lines of ``heads_file`` that say
    none, ``trouble`` says why the file could not be read.
    """

    entries: int
    head: Head | None
    broken: Break | None
    heads_file: Path
    compared: int
    unreadable: int
    trouble: str | None


class _Unreadable(Exception):
    """An entry that holds what none was ever written with."""


def verify(connection: Connection, reader: Reader, kept: Iterable[Head] = ()) -> Verdict:
    """Read the whole log in order, and compare it with the exported heads and with those ``kept``.

    Everything up to the first fault is looked at; whatever was exported before it began stands in
    a log that is whole.
    """
    require(reader, Right.READ_AUDIT)
    # Before the first entry is read: what is committed meanwhile is exported later.
    outside = exported(connection.engine.url)
    entries, head, broken = _walk(connection, {*outside.heads, *kept})
    found = (outside.file, len(outside.heads), outside.unreadable, outside.trouble)
    return Verdict(entries, head, broken, *found)


def head(connection: Connection, reader: Reader) -> Head | None:
    """The latest entry's number and hash, to be kept elsewhere; None of an empty log."""
    require(reader, Right.READ_AUDIT)
    event = schema.audit_event
    latest = select(event.c.sequence, event.c.hash).order_by(event.c.sequence.desc()).limit(1)
    row = connection.execute(latest).first()
    return None if row is None else Head(row.sequence, row.hash)


def _walk(connection: Connection, heads: Iterable[Head]) -> tuple[int, Head | None, Break | None]:
    """How many entries are right, the head of these, and the first fault."""
    waiting = deque(sorted(heads))
    entries, before = 0, None
    for entry in _entries(connection):
        number = before.sequence + 1 if before else 1
        if isinstance(entry, _Unreadable):
            return entries, before, Break(Fault.EDITED, number)
        broken = _fault(connection, entry, before, number) or _against(waiting, entry)
        if broken is not None:
            return entries, before, broken
        entries, before = entries + 1, Head(entry["sequence"], entry["hash"])
    if waiting:
        return entries, before, Break(Fault.CUT, entries + 1, waiting[-1].sequence)
    return entries, before, None


def _fault(connection: Connection, entry: Entry, before: Head | None, number: int) -> Break | None:
    """What is wrong with the entry that stands where ``number`` belongs."""
    if entry["sequence"] > number:
        return Break(Fault.MISSING, number, entry["sequence"] - 1)
    if entry["sequence"] < number:
        return Break(Fault.OUT_OF_ORDER, entry["sequence"])
    is_linked = entry["previous_hash"] == (before.hash if before else BEGINNING)
    is_sealed = _is_sealed(entry)
    if is_linked and is_sealed:
        return None
    if is_linked:
        return Break(Fault.EDITED, number)
    if is_sealed:
        return Break(Fault.UNLINKED, number)
    written_as = _number_of(connection, entry)
    fault = Fault.EDITED if written_as is None else Fault.OUT_OF_ORDER
    return Break(fault, number, written_as)


def _is_sealed(entry: Entry) -> bool:
    try:
        return bool(hash_of(entry) == entry["hash"])
    except (TypeError, ValueError, AttributeError):
        return False


def _number_of(connection: Connection, entry: Entry) -> int | None:
    """Under which other number the entry was written, as its hash tells."""
    latest = connection.execute(select(func.max(schema.audit_event.c.sequence))).scalar_one()
    numbers = range(1, latest + FURTHER)
    return next((n for n in numbers if _is_sealed(entry | {"sequence": n})), None)


def _against(waiting: deque[Head], entry: Entry) -> Break | None:
    """Every head that is told of this entry names this hash."""
    broken = None
    while waiting and waiting[0].sequence == entry["sequence"]:
        if waiting.popleft().hash != entry["hash"]:
            broken = Break(Fault.REWRITTEN, entry["sequence"])
    return broken


def _entries(connection: Connection) -> Iterator[Entry | _Unreadable]:
    """Entry after entry, a part of the log in memory at a time."""
    last = BEFORE_ALL
    while found := _after(connection, last, AT_ONCE):
        yield from found
        if isinstance(found[-1], _Unreadable):
            return
        last = found[-1]["sequence"]


def _after(connection: Connection, last: int, at_most: int) -> list[Entry | _Unreadable]:
    """The next entries; one alone where a part holds what cannot be read, to find which it is."""
    event = schema.audit_event
    rows = select(event).where(event.c.sequence > last).order_by(event.c.sequence).limit(at_most)
    try:
        return [dict(row) for row in connection.execute(rows).mappings()]
    except (TypeError, ValueError, DataError):
        return [_Unreadable()] if at_most == 1 else _after(connection, last, 1)
