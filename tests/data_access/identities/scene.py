"""Two meetings in two towns, with people who have names; and those who may or may not see them."""

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from unittest.mock import patch

from sqlalchemy import Connection, Engine, select, update

from data_access import attendance, audit, schema
from data_access.access import Grant, Reader
from data_access.attendance import Entry
from data_access.engine import reading, writing
from data_access.identity import Keyring
from data_access.rules import Role
from tests.data_access.attendance.lists import a_csv, came
from tests.data_access.people import a_municipality, a_round, an_activity, at, attends
from tests.data_access.readers import COORDINATOR

ACCOUNTS = itertools.count(1_001)
MEETING, ELSEWHERE = "meeting", "meeting-elsewhere"
REASON = "Zvans dalībniekiem par norises vietu"
LIST = a_csv(
    came("Anna Ozola", "anna@example.org"),
    came("Berta Liepa", "+371 29 111 222"),
    came("Zane Kalna", ""),
)
DECOY = a_csv(came("Decoy Elsewhere", "decoy@example.org"))
ON_RECORD = {
    ("Anna Ozola", "anna@example.org"),
    ("Berta Liepa", "+37129111222"),
    ("Zane Kalna", None),
}


@dataclass(frozen=True)
class Scene:
    """A database, its towns by number, and the upload into the meeting."""

    engine: Engine
    town: int
    other_town: int
    upload: int


def coordinator(*towns: int) -> Reader:
    """Somebody who was not met before: a coordinator of the towns alone, or of all."""
    number = next(ACCOUNTS)
    grant = Grant(Role.COORDINATOR, municipalities=frozenset(towns) or None)
    return Reader(f"account:{number}", frozenset({grant}), number)


def prepare(engine: Engine) -> Scene:
    """A list recorded for the meeting in the one town, and a decoy for the one in the other."""
    with writing(engine) as connection:
        round_ = a_round(connection, "IV")
        towns = [a_municipality(connection, name) for name in ("Rīga", "Jelgava")]
        for code, town in zip((MEETING, ELSEWHERE), towns, strict=True):
            an_activity(connection, round_, code=code, **at(town))
        done = attendance.record(connection, COORDINATOR, LIST, "list.csv", MEETING)
        attendance.record(connection, COORDINATOR, DECOY, "decoy.csv", ELSEWHERE)
    town, other_town = towns
    return Scene(engine, town, other_town, done.upload)


def by_hand(scene: Scene, name: str, contact: str = "", activity: str = MEETING) -> int:
    """Somebody more at an activity; the person's number."""
    with writing(scene.engine) as connection:
        entry = Entry(name, contact, status="attended")
        number = attendance.by_hand(connection, COORDINATOR, activity, entry)
        person = schema.attendance.c.person_id
        statement = select(person).where(schema.attendance.c.id == number)
        return int(connection.scalars(statement).one())


def without_a_name(connection: Connection, person: int) -> None:
    """A further attendance of the meeting, of a person who has no name on record."""
    attends(connection, person, _meeting(connection))


def writes_down(connection: Connection, reader: Reader, action: str) -> int:
    """An entry of the log that speaks of the meeting and gives a reason; its number."""
    subject = ("activity", _meeting(connection))
    details = {"activity": MEETING}
    return audit.append(
        connection, reader.who, action, subject=subject, reason=REASON, details=details
    )


def moves(scene: Scene, person: int, town: int | None) -> None:
    """The person's attendances name a town of their own, or none."""
    table = schema.attendance
    with writing(scene.engine) as connection:
        connection.execute(update(table).where(table.c.person_id == person).values(**at(town)))


def merges(scene: Scene, person: int, into: int) -> None:
    """Two persons are one from now on."""
    table = schema.person
    with writing(scene.engine) as connection:
        kept = update(table).where(table.c.id == person).values(merged_into_id=into)
        connection.execute(kept)


def reasons(scene: Scene, reader: Reader) -> list[str]:
    """For which reasons the reader opened names, in the order of the log."""
    event = schema.audit_event
    mine = (event.c.actor == reader.who) & (event.c.action == "identity.opened")
    statement = select(event.c.reason).where(mine).order_by(event.c.sequence)
    with reading(scene.engine) as connection:
        return list(connection.scalars(statement))


@contextmanager
def watching(scene: Scene, reader: Reader) -> Iterator[list[int]]:
    """Whenever a name is unsealed: how many of the reader's reasons another connection sees."""
    seen: list[int] = []
    unseal = Keyring.unseal

    def watched(keyring: Keyring, sealed: bytes) -> str:
        seen.append(len(reasons(scene, reader)))
        return unseal(keyring, sealed)

    with patch.object(Keyring, "unseal", watched):
        yield seen


def _meeting(connection: Connection) -> int:
    table = schema.activity
    return int(connection.scalars(select(table.c.id).where(table.c.code == MEETING)).one())
