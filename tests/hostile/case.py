"""One file and what may become of it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from data_access.files.problems import FileProblem

GROWN = (
    FileProblem.TOO_MANY_CELLS,
    FileProblem.TOO_MANY_ROWS,
    FileProblem.TOO_MANY_COLUMNS,
    FileProblem.TOO_MUCH_TEXT,
    FileProblem.TOO_MUCH_MEMORY,
    FileProblem.UNPACKS_TOO_LARGE,
)
"""Reasons to refuse what would be too large once it is open."""


@dataclass(frozen=True)
class Case:
    """A file, and the reasons it may be refused for; it ``may_be_read`` where it is harmless."""

    name: str
    make: Callable[[], bytes] = field(repr=False)
    problems: frozenset[FileProblem] = frozenset()
    may_be_read: bool = False


def refused(name: str, make: Callable[[], bytes], *problems: FileProblem) -> Case:
    """A file that is never read."""
    return Case(name, make, frozenset(problems))


def harmless(name: str, make: Callable[[], bytes], *problems: FileProblem) -> Case:
    """A file that may be read, or refused for one of the reasons."""
    return Case(name, make, frozenset(problems), may_be_read=True)
