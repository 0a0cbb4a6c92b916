"""People on a list who are to be known again, and rows of every kind that hold a sealed text."""

from typing import Any

from sqlalchemy import Connection, Engine, select

from data_access import schema
from data_access.access import Reader
from data_access.engine import reading
from data_access.identity import SEALED, Keyring, open_keyring
from data_access.rules import Role
from tests.data_access.attendance.lists import CLOSED_AT, OTHER, a_csv, came, check
from tests.data_access.people import add

ADMINISTRATOR = Reader.with_roles("test:administrator", Role.ADMINISTRATOR)
LIST = a_csv(
    came("Anna Ozola", "anna@x.lv", "Ministrija km"),
    came("Jana Liepa", "+371 26 123 456"),
    came("Zane Kalna", "", "Ministrija lm"),
)
AGAIN = a_csv(
    came("ANNA  OZOLA", "Anna@X.lv"),
    came("Jana Liepa", "26123456"),
    came("ZANE  KALNA", "", "Ministrija lm"),
    came("Decoy Decoy", "decoy@example.org"),
)
"""The same people as somebody else spells them, and whoever was entered by hand."""

STAGED, OPERATED, MONTH = '{"name": "Ilze"}', "Ilze Bērza", '{"sheets": {}}'


def are_known(engine: Engine) -> bool:
    """Whether the people of the list, and whoever was entered by hand, are known again."""
    found = check(engine, AGAIN, OTHER)
    return (found.known_persons, found.new_persons, found.already_there) == (3, 0, 1)


def plant_others(connection: Connection, keyring: Keyring) -> None:
    """A staged row, a month that waits and an account with sealed texts, and one each without."""
    described = {"file_kind": "csv", "size_bytes": 1, "uploaded_at": CLOSED_AT}
    upload = add(connection, schema.upload, sha256="0" * 64, **described)
    for number, cells in enumerate((keyring.seal(STAGED), None), start=1):
        row = {"upload_id": upload, "row_number": number, "cells_sealed": cells}
        add(connection, schema.upload_row, **row)
    for sheets in (keyring.seal(MONTH), None):
        report = add(connection, schema.monthly_report, received_at=CLOSED_AT)
        of = {"monthly_report_id": report, "sheets_sealed": sheets}
        add(connection, schema.monthly_report_content, **of)
    for subject, name in (("ilze", keyring.seal(OPERATED)), ("nobody", None)):
        named = {"issuer": "test", "subject": subject, "name_sealed": name}
        add(connection, schema.account, **named, created_at=CLOSED_AT)


def sealed_texts(engine: Engine) -> dict[str, list[bytes]]:
    """Every sealed text by its column, in the order of the rows."""
    with reading(engine) as connection:
        return {
            str(column): [
                bytes(text)
                for text in connection.scalars(select(column).order_by(each.table.c.id))
                if text is not None
            ]
            for each in SEALED
            for column in each.columns
        }


def opened(engine: Engine, keyring: Keyring | None = None) -> dict[str, list[str]]:
    """The same, opened by the keys of the file as it is now, or by others."""
    keys = keyring or open_keyring()
    return {name: [keys.unseal(t) for t in texts] for name, texts in sealed_texts(engine).items()}


def rows(engine: Engine, table: str) -> list[dict[str, Any]]:
    """Every row of a table."""
    found = schema.metadata.tables[table]
    with reading(engine) as connection:
        statement = select(found).order_by(*found.primary_key.columns)
        return [dict(row) for row in connection.execute(statement).mappings()]
