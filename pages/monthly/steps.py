"""One more answer about a report, or one taken back: decisions out of decisions."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from data_access.monthly import Code, Decisions, Draft, Part, Problem

Step = Callable[[Decisions], Decisions]
At = tuple[Part, int, str]
Accepted = tuple[Code, Part, int, str]


def written(decisions: Decisions, part: Part, rows: Iterable[int], **cells: str) -> Decisions:
    """Cells of these rows written anew, by their columns; row 0 is the head.

    What was taken as it was is asked again where it was another text that was taken.
    """
    anew = {(part, row, column): text for row in rows for column, text in cells.items()}
    accepted = frozenset(one for one in decisions.accepted if one[1:] not in anew)
    return replace(decisions, cells={**decisions.cells, **anew}, accepted=accepted)


def left_out(decisions: Decisions, part: Part, rows: Iterable[int]) -> Decisions:
    """These rows are not taken."""
    return replace(decisions, left_out=decisions.left_out | {(part, row) for row in rows})


def accepted(decisions: Decisions, problems: Iterable[Problem]) -> Decisions:
    """These are taken as they are."""
    found = frozenset(one for problem in problems if (one := _accepted(problem)) is not None)
    return replace(decisions, accepted=decisions.accepted | found)


def cell_as_it_was(decisions: Decisions, at: At) -> Decisions:
    """A cell says again what the file says."""
    kept = {other: text for other, text in decisions.cells.items() if other != at}
    return replace(decisions, cells=kept)


def row_taken(decisions: Decisions, at: tuple[Part, int]) -> Decisions:
    """A row that was left out is taken."""
    return replace(decisions, left_out=decisions.left_out - {at})


def asked_again(decisions: Decisions, one: Accepted) -> Decisions:
    """What was taken as it is is a question again."""
    return replace(decisions, accepted=decisions.accepted - {one})


def with_the_same_text(draft: Draft, problem: Problem) -> tuple[int, ...]:
    """The rows of which the same is asked of the same text, the problem's own first."""
    rows = [other.row for other in draft.questions if _print(other) == _print(problem)]
    return _own_first(problem, [row for row in rows if row])


def like_it(draft: Draft, problem: Problem) -> tuple[Problem, ...]:
    """The questions of other rows that are the same, whatever stands there; its own among them."""
    wanted = (problem.code, problem.part, problem.column)
    return tuple(one for one in draft.questions if (one.code, one.part, one.column) == wanted)


def cells_of(draft: Draft, part: Part, row: int) -> dict[str, str]:
    """What the cells of a row say by the answers given, by column; row 0 is the head."""
    read = draft.sheets.head if part is Part.HEAD else draft.sheets.rows.get(part, {}).get(row, {})
    anew = {
        column: text
        for (sheet, number, column), text in draft.decisions.cells.items()
        if (sheet, number) == (part, row)
    }
    return {**read, **anew}


def number_of(decisions: Decisions) -> int:
    """How many answers were given."""
    return len(decisions.cells) + len(decisions.left_out) + len(decisions.accepted)


def _print(problem: Problem) -> tuple[object, ...]:
    return problem.code, problem.part, problem.column, problem.value


def _own_first(problem: Problem, rows: Sequence[int]) -> tuple[int, ...]:
    own = problem.row or 0
    return (own, *dict.fromkeys(row for row in rows if row != own))


def _accepted(problem: Problem) -> Accepted | None:
    if problem.part is None or not isinstance(problem.code, Code):
        return None
    return problem.code, problem.part, problem.row or 0, problem.column or ""
