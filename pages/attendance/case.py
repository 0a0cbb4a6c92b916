"""Rows to be decided about, of a file or of the queue: what answers need to know of them."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from data_access.attendance import CheckedRow, Outcome, Preview, Sheet
from data_access.attendance.problems import Problem
from data_access.attendance.reading import Decisions
from pages.attendance import decided, names
from pages.attendance.shown import Shown

Step = Callable[[Decisions], Decisions]


@dataclass(frozen=True)
class Case:
    """``name`` tells files and queues apart and says nothing of them; ``sheet`` is of a file."""

    name: str
    found: Preview
    known: names.Names
    place: Callable[[int], str] = str
    sheet: Sheet | None = None
    shown: Shown | None = None

    @property
    def asking(self) -> tuple[CheckedRow, ...]:
        """The rows of which somebody has to say more."""
        return tuple(row for row in self.found.rows if row.outcome is Outcome.PROBLEM)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem of its rows."""
        return self.found.problems

    def key(self, problem: Problem, answer: str) -> str:
        """A widget's name: codes and numbers alone."""
        return f"{self.name}-{problem.row}-{problem.code}-{problem.column}-{answer}"

    def take(self, step: Step) -> None:
        """One more decision."""
        decided.decide(self.name, step(decided.of(self.name).decisions))

    def button(self, label: str, problem: Problem, answer: str, step: Step) -> None:
        """An answer that is one press."""
        st.button(label, key=self.key(problem, answer), on_click=self.take, args=(step,))
