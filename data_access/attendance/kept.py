"""What is kept of a row that waits, sealed: its cells, its days, and what was decided of it."""

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from data_access.attendance.problems import Problem, ProblemCode
from data_access.attendance.reading import Decisions, RowDecision, Sheet, SheetRow
from data_access.identity import Keyring
from data_access.rules import fold

CELLS, DAYS, SOURCE, HEADINGS, DECIDED, JOINS = (
    *("cells", "days", "source", "headings", "decided", "joins"),
)
CODE, COLUMN, OF_READER = "code", "column", "of_reader"
BY_WORD = ("institution", "place", "category", "gender", "age_band", "status")

Told = list[dict[str, Any]]


@dataclass(frozen=True)
class Kept:
    """A row that waits, as its file had it; ``joins`` as for a sheet."""

    row: SheetRow
    headings: tuple[str, ...] = field(default=(), repr=False)
    joins: bool = False
    decision: RowDecision = field(default_factory=RowDecision)
    told: tuple[Problem, ...] = ()
    """What the reader of the file said of the row."""

    @classmethod
    def of(
        cls, sheet: Sheet, row: SheetRow, decisions: Decisions, told: Iterable[Problem]
    ) -> "Kept":
        """What of a sheet is needed to go on with one of its rows; ``told`` by its reader."""
        words = {
            column: code
            for column, text in row.cells.items()
            if (code := decisions.words.get(column, {}).get(fold(text))) is not None
        }
        decided = decisions.of_row(row.number)
        decision = replace(decided, cells={**words, **decided.cells})
        headings = tuple(column.heading for column in sheet.columns)
        return cls(row, headings, sheet.joins, decision, tuple(told))

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
            Problem(ProblemCode(one[CODE]), number, one[COLUMN]) for one in told if one[OF_READER]
        )
        decision = RowDecision(**kept[DECIDED])
        return cls(row, tuple(kept[HEADINGS]), kept[JOINS], decision, of_reader)

    def decided(self, decision: RowDecision) -> "Kept":
        """The row with more decided: what is said of who it is replaces what was said before."""
        before = self.decision
        cells = {**before.cells, **decision.cells}
        says_who = decision.apart or decision.same_as or decision.person
        who = decision if says_who else before
        merged = replace(
            who, cells=cells, is_person=before.is_person or decision.is_person, leave_out=False
        )
        told = tuple(p for p in self.told if not _is_settled(p, decision))
        row = replace(self.row, cells={**self.row.cells, **decision.cells})
        return replace(self, row=row, decision=merged, told=told)


def told_of(problems: Sequence[Problem], of_reader: Iterable[Problem]) -> Told:
    """Why a row waits, as it is stored in the clear: codes and columns alone."""
    from_reader = set(of_reader)
    return [{CODE: p.code.value, COLUMN: p.column, OF_READER: p in from_reader} for p in problems]


def sheet_of(rows: Sequence[Kept], like: Sheet) -> Sheet:
    """The rows as a sheet."""
    return replace(
        like,
        rows=tuple(kept.row for kept in rows),
        problems=tuple(problem for kept in rows for problem in kept.told),
        joins=any(kept.joins for kept in rows),
    )


def _is_settled(problem: Problem, decision: RowDecision) -> bool:
    """Whether the decision answers what the reader said: a mended cell, or somebody after all."""
    if problem.code is ProblemCode.NOT_A_PERSON:
        return decision.is_person or bool(decision.cells)
    return problem.column in decision.cells if problem.column else bool(decision.cells)
