"""The turn from old keys to new ones, in an order that may break off anywhere.

At every moment the key file opens all that is stored: first it gets the new keys beside the old
ones, then one transaction seals and matches everything anew, then the old keys go. Whatever was
begun and not ended is ended by beginning once more.
"""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine

from data_access import audit, freshness
from data_access.access import Reader, Right, require
from data_access.engine import writing
from data_access.identity import (
    IdentityKeyProblem,
    Keyring,
    key_file,
    open_keyring,
    replace_keys,
)
from data_access.rotation.anew import (
    Progress,
    everything_sealed,
    let_go,
    one_of_each,
    seal_anew,
)

ROOM = ("PRAGMA cache_size = -65536", "PRAGMA secure_delete = ON")
"""For SQLite: 64 MB are changed in memory, while others go on reading, before the file itself is
written to; and what stood there before is wiped out."""

LEFT_OVER = (
    "Names were sealed anew, and meanwhile somebody sealed more with the old key: "
    "run the command again."
)
EXCHANGED = (
    "Names were sealed anew, and meanwhile somebody put another key into the place of theirs: "
    "put the one back that was there."
)


@dataclass(frozen=True)
class Rotated:
    """How many rows of each table were sealed anew, and how many of which were let go."""

    sealed: dict[str, int]
    let_go: dict[str, int]


def rotate(
    engine: Engine, reader: Reader, progress: Progress = lambda _done, _all: None
) -> Rotated:
    """A new key that seals and a new one that matches; afterwards the old ones open nothing.

    Others wait with what they write until it is done. ``progress`` is told how many rows of how
    many are sealed. Refuses a missing, damaged or other database's key, and a key file that cannot
    be written (IdentityKeyProblem); nothing is changed then.
    """
    require(reader, Right.KEEP_KEYS)
    path = key_file()
    with writing(engine) as connection:
        _make_room(connection)
        freshness.advance(connection)
        keyring = _begin(connection, path)
        rotated = Rotated(seal_anew(connection, keyring, progress), let_go(connection))
        counts = {"sealed": rotated.sealed, "let_go": rotated.let_go}
        audit.append(connection, reader.who, "identity.rotated", details=counts)
    _finish(engine, path, keyring)
    return rotated


def as_text(rotated: Rotated) -> str:
    """What was done, and what is left to do, for whoever gave the command."""
    sealed, gone = sum(rotated.sealed.values()), sum(rotated.let_go.values())
    done = f"The keys for names are new: {sealed} rows were sealed anew."
    went = f"{gone} rows that the old key alone could find are gone: they will be asked for again."
    left = (
        f"Keep a copy of {key_file()} apart from the database. Backups of the database made until "
        "now open with the key before this one alone."
    )
    return "\n".join([done, *([went] if gone else []), left])


def _make_room(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        for pragma in ROOM:
            connection.exec_driver_sql(pragma)


def _begin(connection: Connection, path: Path) -> Keyring:
    """The keys of the database with new ones before them, in the file as well."""
    found = open_keyring(path)
    for text in one_of_each(connection):
        found.unseal(text)
    if found.is_turning:
        return found
    keyring = found.turned()
    replace_keys(path, keyring)
    return keyring


def _finish(engine: Engine, path: Path, keyring: Keyring) -> None:
    """Take the old keys out of the file, once nothing in the database needs them any more."""
    newest = keyring.newest()
    with writing(engine) as connection:
        freshness.take_turn(connection)
        found = open_keyring(path)
        # Whoever came in between may have brought still newer keys: those are theirs to end with.
        is_ours = found.newest().written() == newest.written()
        staying = newest if is_ours else found
        if not all(map(staying.opens, everything_sealed(connection))):
            raise IdentityKeyProblem(LEFT_OVER if is_ours else EXCHANGED)
        if is_ours and found.is_turning:
            replace_keys(path, newest)
