"""Made-up files of entries, and the registers they are taken into."""

import functools
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, select
from xlsxwriter import Workbook  # type: ignore[import-untyped]

from data_access import schema
from data_access.recommendations import importing
from tests.data_access.people import a_round, an_institution
from tests.data_access.register import an_entry

HEADINGS = ("Nr.", "Kārta", "Ko lūdz darīt", "What is asked", "Atbild par izpildi", "Termiņš")
ROW = ("IV-90", "IV", "Vākt pieredzi.", "Gather experience.", "KM", "2027. gada 1. pusgads")
KEPT = frozenset(
    {"change", "audit_event", "data_version", "register_import", "account", "register_import_entry"}
)
"""What an import taken back leaves behind."""

Rows = Iterable[Sequence[str]]


def a_text(*rows: Sequence[str], mark: str = ";", headings: Sequence[str] = HEADINGS) -> str:
    """Rows under headings as CSV."""
    return "\r\n".join(mark.join(row) for row in (headings, *rows)) + "\r\n"


def a_csv(*rows: Sequence[str], encoding: str = "utf-8-sig", **told: Any) -> bytes:
    return a_text(*rows, **told).encode(encoding)


def a_workbook(sheets: Mapping[str, Rows], hidden: Iterable[str] = ()) -> bytes:
    """A workbook; a cell that begins with = is a formula that nobody worked out."""
    content = io.BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                for column, text in enumerate(row):
                    if text.startswith("="):
                        sheet.write_formula(at, column, text, value="#N/A")
                    else:
                        sheet.write_string(at, column, text)
            if name in hidden:
                sheet.hide()
    return content.getvalue()


opened = functools.cache(importing.read_table)
"""A file as rows: opened in a process of its own, once for both databases."""


def plant(connection: Connection) -> dict[str, int]:
    """Round IV with an entry, round V, and two institutions; a decoy of the other round."""
    rounds = {code: a_round(connection, code) for code in ("IV", "V")}
    an_institution(connection, "km", name_lv="Kultūras ministrija", abbreviation="KM")
    an_institution(connection, "lm", name_lv="Labklājības ministrija", abbreviation="LM")
    return {
        "IV-01": an_entry(connection, rounds["IV"], "IV-01"),
        "V-01": an_entry(connection, rounds["V"], "V-01"),
    }


def beside(table: Table) -> set[str]:
    """What may differ: revisions go on, and what is worked out anew has numbers of its own."""
    return {"revision", "id"} if table is schema.recommendation_standing else {"revision"}


def contents(connection: Connection) -> dict[str, list[Any]]:
    """Every row of every table but those that an import leaves behind, without revisions."""
    return {
        table.name: sorted(
            str({name: value for name, value in row.items() if name not in beside(table)})
            for row in connection.execute(select(table)).mappings()
        )
        for table in schema.metadata.sorted_tables
        if table.name not in KEPT
    }
