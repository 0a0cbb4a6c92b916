"""Persons of one list whose names are much alike: somebody has to say whether they are one."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from data_access.attendance.alike import Named, similar
from data_access.attendance.entry import Entry
from data_access.attendance.groups import Group
from data_access.attendance.problems import Problem, ProblemCode
from data_access.attendance.ruling import UNRULED, Ruling

Value = TypeVar("Value")


def asked_of_likeness(
    groups: Sequence[Group], entries: Mapping[int, Entry], ruling: Ruling = UNRULED
) -> list[Problem]:
    """The question on the rows of the later of two such persons, who become uncertain."""
    firsts = {group.first: group for group in groups if not group.is_apart}
    lines = [
        Named(first, entries[first].name, _one_of(group.contacts), _one_of(group.institutions))
        for first, group in firsts.items()
    ]
    problems: list[Problem] = []
    for one, other in similar(lines):
        group = firsts[other]
        if group.person is None and not ruling.is_settled(*(line.number for line in group.lines)):
            group.ask()
            problems += [
                Problem.among(ProblemCode.NAMES_SIMILAR, line.number, [one, line.number])
                for line in group.lines
            ]
    return problems


def _one_of(values: Iterable[Value]) -> Value | None:
    """The same one in every run."""
    return min(values, key=repr, default=None)
