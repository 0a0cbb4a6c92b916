"""The families' sheet becomes families, cases and needs.

What a report adds, it adds as it came; what it changes of rows that stood goes through the hand
that keeps the history of changes, and how they stood is noted.
"""

from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Table, insert, select, update

from data_access import schema
from data_access.codes import numbered_code
from data_access.monthly.at_post import AtPost
from data_access.monthly.needs import add_needs, change_needs
from data_access.monthly.report import CaseLine, ContactLine
from data_access.monthly.stood import Stood, Was
from data_access.rules import ClosingReason, Referrer
from data_access.upkeep import Hand

FAMILY, CASE = schema.family, schema.mediation_case
NUMBERED = "G-{:04}"
"""A new family's number, which no other family has or had; it says nothing of the family."""
OPENED, CLOSED, CHANGED = "opened", "closed", "changed"
UNSAID = (None, ClosingReason.NOT_STATED, Referrer.NOT_STATED)
UNTOLD = object()

Columns = dict[str, Any]


class Cases:
    """The cases of one report as they are written, at its post and under its number."""

    def __init__(
        self, connection: Connection, hand: Hand, at: AtPost, report: int, stood: Stood
    ) -> None:
        self._connection, self._hand, self._stood = connection, hand, stood
        self._of_report = {"mediator_post_id": at.post, "monthly_report_id": report}
        self._opened: dict[str, int] = {}

    def write(self, line: CaseLine) -> str | None:
        """What became of the line's case; None where nothing did."""
        sizes = _said(size=line.size, children=line.children)
        said = _said(
            opened_on=line.opened_on,
            closed_on=line.closed_on,
            closing_reason=line.reason,
            referred_by=line.referred_by,
        )
        if line.case is None:
            self._opened[line.family] = self._open(self._family(line, sizes), said, line)
            return OPENED
        family = None if line.number is None else self._change(FAMILY, line.number, sizes)
        case = self._change_case(line.case, said, line)
        if case is not None and case.columns.get("closed_on", UNTOLD) is None:
            return CLOSED
        return CHANGED if case or family else None

    def of(self, line: ContactLine) -> int | None:
        """The case of the family that a contact names; None where it names none."""
        if line.case is not None or line.family is None:
            return line.case
        return self._opened[line.family]

    def _family(self, line: CaseLine, sizes: Columns) -> int:
        """The family of a case that opens."""
        if line.number is not None:
            self._change(FAMILY, line.number, sizes)
            return line.number
        code = numbered_code(self._connection, FAMILY, NUMBERED)
        family = self._hand.add(FAMILY, code=code, **sizes)
        self._stood.new_families.append(family)
        return family

    def _open(self, family: int, said: Columns, line: CaseLine) -> int:
        row = {"family_id": family, **self._of_report, **said}
        case = add(self._connection, self._hand, CASE, **row)
        self._stood.needs.append(add_needs(self._connection, self._hand, case, line.needs))
        return case

    def _change_case(self, case: int, said: Columns, line: CaseLine) -> Was | None:
        needs = change_needs(self._connection, self._hand, case, line.needs)
        if needs is not None:
            self._stood.needs.append(needs)
        return self._change(CASE, case, said, is_touched=needs is not None)

    def _change(
        self, table: Table, number: int, said: Columns, *, is_touched: bool = False
    ) -> Was | None:
        """Write what the report says otherwise, and note how it stood; None where nothing changes.

        ``is_touched``: something that belongs to the row has changed, so that its revision grows.
        """
        rows = self._connection.execute(select(table).where(table.c.id == number))
        row = rows.mappings().one()
        before, left = row["revision"], row["revision"] + 1
        columns = {name: value for name, value in said.items() if row[name] != value}
        if not (columns or is_touched):
            return None
        self._hand.change(table, number, before, **columns)
        grown = update(table).where(table.c.id == number).values(revision=left)
        self._connection.execute(grown)
        was = Was(number, {name: row[name] for name in columns}, before, left)
        self._stood.note(table, was)
        return was


def add(connection: Connection, hand: Hand, table: Table, **values: Any) -> int:
    """A row that came with a report; its number."""
    added = insert(table).values(**values, origin=hand.origin).returning(table.c.id)
    return int(connection.execute(added).scalar_one())


def _said(**columns: Any) -> Columns:
    """What a line states of it, as the tables have it."""
    stated = {name: value for name, value in columns.items() if value not in UNSAID}
    return {n: v.value if isinstance(v, StrEnum) else v for n, v in stated.items()}
