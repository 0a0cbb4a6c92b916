"""Persons recorded twice become one, and one whom somebody made out of two becomes two again.

Nothing of a person is moved or lost: the one points at the other, and attendances stay where they
are, so that a join taken apart leaves everything as it was.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, func, insert, select, update

from data_access import audit, schema
from data_access.access import Reader, Right, require
from data_access.attendance.leaving import let_go
from data_access.attendance.lying import Lying, admit, lying
from data_access.rounds import RoundClosed
from data_access.rules import Origin
from data_access.upkeep import Hand

PERSON, MERGE = schema.person, schema.person_merge


class Why(StrEnum):
    """Why two persons cannot become one."""

    SAME = "same"
    JOINED_BEFORE = "joined_before"
    MADE_UP = "made_up"


class NotJoinable(ValueError):
    """Two persons cannot become one, ``why`` says for what reason; nothing was stored."""

    def __init__(self, why: Why) -> None:
        super().__init__(f"The persons cannot become one: {why.value}.")
        self.why = why


class PersonUnknown(LookupError):
    """There is no such person; nothing was stored."""


class JoinUnknown(LookupError):
    """There is no such join; nothing was stored."""


class JoinUndone(RuntimeError):
    """The join was taken apart before; nothing was stored."""


@dataclass(frozen=True)
class Joined:
    """A join by its number, and at how many activities both had been: they count there once."""

    merge: int
    both_at: int


@dataclass(frozen=True)
class TakenApart:
    """The two persons, and how many attendances came in uploads since the two were one.

    These stay with the ``kept`` one: nothing says whose they are.
    """

    kept: int
    merged: int
    since: int


def join(connection: Connection, reader: Reader, kept: int, merged: int) -> Joined:
    """Two persons are one from now on, who goes by the number of the kept one.

    Refuses unknown ones (PersonUnknown), one person twice, one who was joined with somebody else
    before, and a made-up with a real one (NotJoinable); anybody whose right does not reach all that
    either of them attended (AccessRefused); and persons who both attended in a round that is closed
    (RoundClosed): its figures would change.
    """
    require(reader, Right.KEEP_RECORDS)
    hand = Hand(connection, reader)
    _refuse(connection, kept, merged)
    sides = [lying(connection, _pointing(connection, person)) for person in (kept, merged)]
    _admit(reader, *sides)
    added = insert(MERGE).values(
        kept_id=kept, merged_id=merged, merged_at=hand.now, merged_by_id=hand.account()
    )
    number = int(connection.execute(added.returning(MERGE.c.id)).scalar_one())
    _point(connection, hand, _pointing(connection, merged), kept)
    both_at = len({one.activity for one in sides[0]} & {one.activity for one in sides[1]})
    audit.append(
        connection,
        reader.who,
        "persons.joined",
        subject=(MERGE.name, number),
        details={"kept": kept, "merged": merged, "both_at": both_at},
    )
    return Joined(number, both_at)


def take_apart(connection: Connection, reader: Reader, merge: int) -> TakenApart:
    """A join did not happen: the merged person is somebody else again, with whoever joined them.

    Refuses an unknown join (JoinUnknown), one taken apart before (JoinUndone), and whom ``join``
    refuses.
    """
    require(reader, Right.KEEP_RECORDS)
    hand = Hand(connection, reader)
    found = connection.execute(select(MERGE).where(MERGE.c.id == merge)).first()
    if found is None:
        raise JoinUnknown("There is no such join.")
    if found.undone_at is not None:
        raise JoinUndone("The join was taken apart before.")
    leaving = _under(connection, found.merged_id)
    root = _root(connection, found.kept_id)
    staying = _pointing(connection, root) - leaving
    _admit(reader, lying(connection, staying), lying(connection, leaving))
    connection.execute(
        update(MERGE)
        .where(MERGE.c.id == merge)
        .values(undone_at=hand.now, undone_by_id=hand.account())
    )
    _point(connection, hand, leaving, found.merged_id)
    since = _since(connection, staying, merge)
    let_go(connection, leaving)
    audit.append(
        connection,
        reader.who,
        "persons.taken_apart",
        subject=(MERGE.name, merge),
        details={"kept": found.kept_id, "merged": found.merged_id, "since": since},
    )
    return TakenApart(root, found.merged_id, since)


def _refuse(connection: Connection, kept: int, merged: int) -> None:
    numbers = select(PERSON).where(PERSON.c.id.in_({kept, merged}))
    found = {row.id: row for row in connection.execute(numbers)}
    if {kept, merged} - found.keys():
        raise PersonUnknown("There is no such person.")
    if kept == merged:
        raise NotJoinable(Why.SAME)
    if any(row.merged_into_id is not None for row in found.values()):
        raise NotJoinable(Why.JOINED_BEFORE)
    if len({row.origin == Origin.SAMPLE for row in found.values()}) > 1:
        raise NotJoinable(Why.MADE_UP)


def _admit(reader: Reader, one: Collection[Lying], other: Collection[Lying]) -> None:
    admit(reader, [*one, *other])
    closed = [{lies.round for lies in side if lies.is_closed} for side in (one, other)]
    if closed[0] & closed[1]:
        raise RoundClosed("Both attended in a round that is closed.")


def _pointing(connection: Connection, root: int) -> set[int]:
    """A person and all who count as that one."""
    statement = select(PERSON.c.id).where((PERSON.c.id == root) | (PERSON.c.merged_into_id == root))
    return set(connection.scalars(statement))


def _under(connection: Connection, person: int) -> set[int]:
    """A person and whoever was joined with them, or with one of those, and not taken apart."""
    found, latest = {person}, {person}
    while latest:
        standing = MERGE.c.kept_id.in_(latest) & MERGE.c.undone_at.is_(None)
        latest = set(connection.scalars(select(MERGE.c.merged_id).where(standing))) - found
        found |= latest
    return found


def _root(connection: Connection, person: int) -> int:
    who = func.coalesce(PERSON.c.merged_into_id, PERSON.c.id)
    return int(connection.execute(select(who).where(PERSON.c.id == person)).scalar_one())


def _point(connection: Connection, hand: Hand, persons: Iterable[int], root: int) -> None:
    """All of them count as the one, who counts as nobody else."""
    numbers = sorted(persons)
    before = connection.execute(select(PERSON).where(PERSON.c.id.in_(numbers))).all()
    for row in before:
        into = None if row.id == root else root
        connection.execute(update(PERSON).where(PERSON.c.id == row.id).values(merged_into_id=into))
        stood = {"merged_into_id": row.merged_into_id}
        hand.remember(PERSON, row.id, stood, {"merged_into_id": into})


def _since(connection: Connection, persons: Collection[int], merge: int) -> int:
    """Attendances of the persons that uploads brought since they were joined."""
    attendance, upload = schema.attendance, schema.upload
    moment = select(MERGE.c.merged_at).where(MERGE.c.id == merge).scalar_subquery()
    statement = (
        select(func.count())
        .select_from(attendance)
        .join(upload, attendance.c.upload_id == upload.c.id)
        .where(attendance.c.person_id.in_(persons), upload.c.recorded_at > moment)
    )
    return int(connection.execute(statement).scalar_one())
