"""What is kept of a row that waits, sealed: its cells, its days, and what was decided of it."""

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from data_access.attendance.columns import INSTITUTION
from data_access.attendance.problems import Problem, ProblemCode
from data_access.attendance.reading import Decisions, RowDecision, Sheet, SheetRow
from data_access.attendance.reading.soundness import OF_LETTERS, is_put_right
from data_access.attendance.sentences import OTHERWISE
from data_access.identity import Keyring
from data_access.rules import fold

CELLS, DAYS, SOURCE, HEADINGS, DECIDED, JOINS, SHEETS = (
    *("cells", "days", "source", "headings", "decided", "joins", "sheets"),
)
CODE, COLUMN, OF_READER, KIND = "code", "column", "of_reader", "kind"

Told = list[dict[str, Any]]


@dataclass(frozen=True)
class Kept:
    """A row that waits, as its file had it; ``joins`` and ``sheets`` as for a sheet."""

    row: SheetRow
    headings: tuple[str, ...] = field(default=(), repr=False)
    joins: bool = False
    decision: RowDecision = field(default_factory=RowDecision)
    told: tuple[Problem, ...] = ()
    """What the reader of the file said of the row."""
    sheets: tuple[tuple[str, int], ...] = field(default=(), repr=False)

    @classmethod
    def of(
        cls, sheet: Sheet, row: SheetRow, decisions: Decisions, told: Iterable[Problem]
    ) -> "Kept":
        """What of a sheet is needed to go on with one of its rows; ``told`` by its reader."""
        headings = tuple(column.heading for column in sheet.columns)
        decided = decisions.of_row(row.number)
        kept = cls(row, headings, sheet.joins, decided, tuple(told), sheet.sheets)
        return kept.meant(decisions.words)

    def sealed(self, keyring: Keyring) -> bytes:
        """The row as it is stored."""
        decision = self.decision
        decided = {
            CELLS: dict(decision.cells),
            "is_person": decision.is_person,
            "same_as": decision.same_as,
            "apart": decision.apart,
            "person": decision.person,
        }
        kept = {
            CELLS: dict(self.row.cells),
            DAYS: [day.isoformat() for day in self.row.days],
            SOURCE: self.row.source,
            HEADINGS: self.headings,
            JOINS: self.joins,
            SHEETS: self.sheets,
            DECIDED: decided,
        }
        return keyring.seal(json.dumps(kept, ensure_ascii=False, separators=(",", ":")))

    @classmethod
    def opened(cls, number: int, text: str, told: Iterable[Mapping[str, Any]]) -> "Kept":
        """The row out of what was sealed; ``told`` as ``told_of`` made it."""
        kept = json.loads(text)
        days = tuple(dt.date.fromisoformat(day) for day in kept[DAYS])
        row = SheetRow(number, kept[CELLS], days, tuple(kept[SOURCE]))
        of_reader = tuple(
            Problem(ProblemCode(one[CODE]), number, one[COLUMN], one.get(KIND))
            for one in told
            if one[OF_READER]
        )
        decision = RowDecision(**kept[DECIDED])
        sheets = tuple((name, before) for name, before in kept.get(SHEETS, ()))
        return cls(row, tuple(kept[HEADINGS]), kept[JOINS], decision, of_reader, sheets)

    def meant(self, words: Mapping[str, Mapping[str, str]]) -> "Kept":
        """The row with what was decided of its words, wherever they stand."""
        codes = {
            column: code
            for column, text in self.row.cells.items()
            if (code := words.get(column, {}).get(fold(text))) is not None
        }
        return replace(
            self, decision=replace(self.decision, cells={**codes, **self.decision.cells})
        )

    def decided(self, decision: RowDecision) -> "Kept":
        """The row with more decided: what is said of who it is replaces what was said before."""
        before = self.decision
        cells = {**before.cells, **decision.cells}
        says_who = decision.apart or decision.same_as or decision.person
        who = decision if says_who else before
        merged = replace(
            who, cells=cells, is_person=before.is_person or decision.is_person, leave_out=False
        )
        row = self.row.with_cells({**self.row.cells, **decision.cells})
        told = tuple(p for p in self.told if not _is_settled(p, decision, row, cells))
        return replace(self, row=row, decision=merged, told=told)


def told_of(problems: Sequence[Problem], of_reader: Iterable[Problem]) -> Told:
    """Why a row waits, as it is stored in the clear: codes, columns and kinds alone."""
    from_reader = set(of_reader)
    return [
        {CODE: p.code.value, COLUMN: p.column, OF_READER: p in from_reader, **_kind(p)}
        for p in problems
    ]


def _kind(problem: Problem) -> dict[str, str]:
    """What stands in place of a name, where that was told: one of a few words, and no text."""
    value = problem.value or ""
    return {KIND: value} if (problem.code, value) in OTHERWISE else {}


def sheet_of(rows: Sequence[Kept], like: Sheet) -> Sheet:
    """The rows as a sheet."""
    return replace(
        like,
        rows=tuple(kept.row for kept in rows),
        problems=tuple(problem for kept in rows for problem in kept.told),
        joins=any(kept.joins for kept in rows),
        sheets=next((kept.sheets for kept in rows if kept.sheets), ()),
    )


def _is_settled(
    problem: Problem, decision: RowDecision, row: SheetRow, decided: Mapping[str, str]
) -> bool:
    """Whether the decision answers what the reader said: that cell mended, or somebody after all.

    ``decided`` are the cells that were mended by now, of the row as it stands. Of a row that is
    shifted nothing is certain until it is said where its person came from, or that this is unsaid.
    """
    if problem.code in OF_LETTERS:
        return is_put_right(row.cells, decided)
    if problem.code is ProblemCode.NOT_A_PERSON and decision.is_person:
        return True
    return (problem.column or INSTITUTION) in decision.cells
