"""Persons of one list whose names are much alike: somebody has to say whether they are one."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
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
    problems: list[Problem] = []
    for one, other in similar(_Listed(firsts, entries)):
        group = firsts[other]
        if group.person is None and not ruling.is_settled(*(line.number for line in group.lines)):
            group.ask()
            problems += [
                Problem.among(ProblemCode.NAMES_SIMILAR, line.number, [one, line.number])
                for line in group.lines
            ]
    return problems


@dataclass(frozen=True)
class _Listed(Collection[Named]):
    """The first row of each person, made when it is looked at: there may be very many."""

    firsts: Mapping[int, Group]
    entries: Mapping[int, Entry]

    def __len__(self) -> int:
        return len(self.firsts)

    def __contains__(self, line: object) -> bool:
        return any(line == one for one in self)

    def __iter__(self) -> Iterator[Named]:
        for first, group in self.firsts.items():
            contact, institution = _one_of(group.contacts), _one_of(group.institutions)
            yield Named(first, self.entries[first].name, contact, institution)


def _one_of(values: Collection[Value]) -> Value | None:
    """The same one in every run."""
    if len(values) > 1:
        return min(values, key=repr)
    return next(iter(values), None)
