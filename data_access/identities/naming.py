"""The one place that unseals names: those of an activity or an upload, under a disclosure."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Select, func, select

from data_access import schema
from data_access.access import AccessRefused, Reader, Right, may_at, require
from data_access.attendance.columns import CONTACT, NAME
from data_access.attendance.people import People
from data_access.attendance.queue import Queue
from data_access.attendance.reading import Sheet, SheetRow
from data_access.frames import WHOLE, WORD, frame
from data_access.identities.disclosing import Disclosure, require_on_record
from data_access.identities.occasion import FILE_LETTERS, Occasion, Scene, occasion_of
from data_access.identity import IdentityKeyProblem, Keyring

NAMES = {"person": WHOLE, "name": WORD, "contact": WORD}
ROW_NAMES = {"row": WHOLE, "name": WORD, "contact": WORD}
BETWEEN = " / "
"""Between the names of somebody who was met under several and is one person since."""

WHO = func.coalesce(schema.person.c.merged_into_id, schema.person.c.id)


def names_of(connection: Connection, reader: Reader, disclosure: Disclosure) -> pd.DataFrame:
    """Who the persons of the disclosure's activity, or upload, are. Columns: NAMES.

    One row a person, by the number that ``attendance.rows`` gives them; whoever has no name on
    record is not among them, and a name that these keys do not open is missing. Only attendances
    within the reader's municipalities count. Refuses a disclosure that is not on record
    (AccessRefused), and a missing or another key for names (identity.IdentityKeyProblem).
    """
    require(reader, Right.READ_IDENTITIES)
    scene = require_on_record(connection, reader, disclosure)
    keyring = People.keyring(connection)
    persons = _persons(connection, reader, scene, disclosure.occasion)
    identity, person = schema.person_identity, schema.person
    statement = (
        select(WHO.label("person"), identity.c.name_sealed, identity.c.contact_sealed)
        .join_from(identity, person)
        .where(WHO.in_(persons))
        .order_by(WHO, person.c.merged_into_id.is_not(None), identity.c.id)
    )
    found: dict[int, list[dict[str, str | None]]] = {}
    for row in connection.execute(statement).mappings():
        found.setdefault(row["person"], []).append(_opened(keyring, row, disclosure))
    return frame([{"person": who, **_in_one(names)} for who, names in found.items()], NAMES)


def names_in(
    connection: Connection, reader: Reader, disclosure: Disclosure, content: bytes, sheet: Sheet
) -> pd.DataFrame:
    """Who the rows of a file that is not recorded yet speak of, as it says itself.

    Columns: ROW_NAMES; ``sheet`` is what ``content`` was read as. Refuses (AccessRefused) a
    disclosure that is not on record, and one for another file.
    """
    require(reader, Right.READ_IDENTITIES)
    require_on_record(connection, reader, disclosure)
    occasion = disclosure.occasion
    if Occasion.of_file(occasion.activity, content, sheet.part) != occasion:
        raise AccessRefused("The reason on record is for another file.")
    return _told(sheet.rows)


def names_waiting(
    connection: Connection, reader: Reader, disclosure: Disclosure, upload: int
) -> pd.DataFrame:
    """Who the rows of an upload speak of that wait for a decision. Columns: ROW_NAMES.

    Refuses (AccessRefused) a disclosure that is not on record, and one for another upload; and what
    ``Queue.open`` refuses.
    """
    require(reader, Right.READ_IDENTITIES)
    require_on_record(connection, reader, disclosure)
    if occasion_of(connection, reader, upload) != disclosure.occasion:
        raise AccessRefused("The reason on record is for another upload.")
    queue = Queue.open(connection, reader, upload, People.keyring(connection))
    return _told(kept.row for kept in queue.rows.values())


def _told(rows: Iterable[SheetRow]) -> pd.DataFrame:
    named: list[dict[str, object]] = [
        {
            "row": row.number,
            "name": row.cells.get(NAME) or None,
            "contact": row.cells.get(CONTACT) or None,
        }
        for row in rows
    ]
    return frame(named, ROW_NAMES)


def _persons(
    connection: Connection, reader: Reader, scene: Scene, occasion: Occasion
) -> frozenset[int]:
    """The persons who have an attendance there that the reader's limits reach."""
    rows = connection.execute(_attendances(scene, occasion)).all()
    return frozenset(
        row.who
        for row in rows
        if row.municipality_id is None
        or may_at(
            reader, Right.READ_IDENTITIES, round_=scene.round, municipality=row.municipality_id
        )
    )


def _attendances(scene: Scene, occasion: Occasion) -> Select[Any]:
    attendance, row, upload = schema.attendance, schema.upload_row, schema.upload
    statement = (
        select(WHO.label("who"), attendance.c.municipality_id)
        .join_from(attendance, schema.person)
        .where(attendance.c.activity_id == scene.activity)
    )
    if occasion.file is None:
        return statement
    beginning = func.substr(upload.c.sha256, 1, FILE_LETTERS)
    return (
        statement.join(row, row.c.attendance_id == attendance.c.id)
        .join(upload, row.c.upload_id == upload.c.id)
        .where(beginning == occasion.file)
    )


def _opened(keyring: Keyring, row: Mapping[Any, Any], _under: Disclosure) -> dict[str, str | None]:
    """What the keys open of an identity; a seal of lost keys leaves a gap and stops nothing."""

    def opened(sealed: bytes | None) -> str | None:
        try:
            return None if sealed is None else keyring.unseal(bytes(sealed))
        except IdentityKeyProblem:
            return None

    return {name: opened(row[f"{name}_sealed"]) for name in ("name", "contact")}


def _in_one(names: Iterable[Mapping[str, str | None]]) -> dict[str, str | None]:
    """The names of one person beside each other, each once, that of the kept record first."""
    listed = list(names)
    told = {
        part: dict.fromkeys(text for one in listed if (text := one[part]))
        for part in ("name", "contact")
    }
    return {part: BETWEEN.join(texts) or None for part, texts in told.items()}
