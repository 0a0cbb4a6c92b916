"""What taking in a file of entries would do, row by row, before anybody confirms it."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.files.opening import NONE_MADE
from data_access.recommendations.importing import columns as c
from data_access.recommendations.importing.decisions import UNDECIDED, Decisions
from data_access.recommendations.importing.judging import CheckedRow, Judging, Outcome
from data_access.recommendations.importing.problems import NOTES, Problem
from data_access.recommendations.importing.spelling import Names, spell
from data_access.recommendations.importing.standing import Register
from data_access.recommendations.importing.table import Table, read_table


@dataclass(frozen=True)
class Draft:
    """A file against the register; nothing of it is stored.

    ``problems`` are those of the file as a whole; each row has its own. ``known`` says when the
    same bytes were taken in before. ``names`` are for ``spelled``.
    """

    table: Table = field(repr=False)
    rows: tuple[CheckedRow, ...] = ()
    problems: tuple[Problem, ...] = ()
    known: dt.datetime | None = None
    decisions: Decisions = UNDECIDED
    names: Names = field(default_factory=dict, repr=False)

    @property
    def waiting(self) -> tuple[int, ...]:
        """Rows that have to be mended or left out."""
        return tuple(row.number for row in self.rows if row.outcome is Outcome.PROBLEM)

    @property
    def taken(self) -> tuple[CheckedRow, ...]:
        """Rows that would change the register."""
        return tuple(row for row in self.rows if row.is_taken)

    @property
    def counts(self) -> Mapping[Outcome, int]:
        """How many rows become what."""
        return Counter(row.outcome for row in self.rows)

    def spelled(self, column: str, value: Any, language: str) -> str:
        """What an entry says in a column, in words; empty for what is not stated."""
        return spell(self.names, column, value, language)


def read(
    connection: Connection,
    reader: Reader,
    content: bytes,
    name: str = "",
    decisions: Decisions = UNDECIDED,
) -> Draft:
    """What taking the file in would do; nothing is stored, and its name is not looked at.

    A file that cannot be opened is a draft without rows whose problem says why. Needs the right to
    keep records (AccessRefused).
    """
    require(reader, Right.KEEP_RECORDS)
    return check(connection, reader, read_table(content, name, NONE_MADE), decisions)


def check(
    connection: Connection, reader: Reader, table: Table, decisions: Decisions = UNDECIDED
) -> Draft:
    """The same of a file that was opened before (``read_table``), by these decisions."""
    require(reader, Right.KEEP_RECORDS)
    if table.is_refused:
        return Draft(table, problems=table.problems, decisions=decisions)
    cells = {number: dict(row) for number, row in table.rows.items()}
    for (number, column), text in decisions.cells.items():
        if number in cells:
            cells[number][column] = text.strip()
    references = [row.get(c.REFERENCE, "") for row in cells.values()]
    register = Register.of(connection, reader, references)
    rows = tuple(Judging(reader, register, table, decisions, cells).rows())
    of_file = tuple(problem for problem in table.problems if problem.code in NOTES)
    known = _known(connection, table.sha256)
    return Draft(table, rows, of_file, known, decisions, register.names)


def _known(connection: Connection, sha256: str) -> dt.datetime | None:
    table = schema.register_import
    statement = (
        select(table.c.imported_at)
        .where(table.c.sha256 == sha256, table.c.undone_at.is_(None))
        .order_by(table.c.id.desc())
    )
    return connection.scalars(statement).first()
