"""What somebody decided about who is who: lines tied, kept apart, or given to a person by number.

A person may be named only who was offered: one of the same name, or of the same contact.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from data_access.attendance.calling import Key, Line
from data_access.attendance.groups import Group, Known
from data_access.attendance.problems import Problem, ProblemCode
from data_access.attendance.reading.decisions import RowDecision


@dataclass(frozen=True)
class Ruling:
    """Decisions by the numbers of rows.

    ``recorded`` are rows that are on record already, each with its person.
    """

    rows: Mapping[int, RowDecision] = field(default_factory=dict, repr=False)
    recorded: Mapping[int, int] = field(default_factory=dict)

    def is_settled(self, *numbers: int) -> bool:
        """Whether somebody said of one of the rows who it is."""
        found = (self.rows.get(number) for number in numbers)
        return any(row and (row.apart or row.same_as or row.person) for row in found)

    def units(
        self,
        lines: Iterable[Line],
        known: Mapping[Key, Sequence[Known]],
        holders: Mapping[Key, Collection[int]],
    ) -> tuple[list[Group], list[Problem]]:
        """The lines, those together that somebody tied; and the decisions that cannot stand."""
        if not self.rows:
            return [Group([line]) for line in lines], []
        by_number = {line.number: line for line in lines}
        roots, problems = self._roots(by_number)
        found: dict[int, Group] = {}
        for number, line in by_number.items():
            found.setdefault(roots[number], Group([])).lines.append(line)
        for root, unit in found.items():
            unit.lines.sort(key=lambda line: (line.number != root, line.number))
            problems += self._decide(unit, known, holders)
        return list(found.values()), problems

    def _roots(self, lines: Mapping[int, Line]) -> tuple[dict[int, int], list[Problem]]:
        """The first row of each unit, by rows."""
        parents = {number: number for number in lines}
        problems = []
        for number, row in self.rows.items():
            other = row.same_as
            if number not in lines or other is None or other in self.recorded:
                continue
            if other in lines and other != number:
                one, two = sorted((_root(parents, number), _root(parents, other)))
                parents[two] = one
            else:
                problems.append(Problem(ProblemCode.DECISION_UNUSABLE, number))
        return {number: _root(parents, number) for number in lines}, problems

    def _decide(
        self,
        unit: Group,
        known: Mapping[Key, Sequence[Known]],
        holders: Mapping[Key, Collection[int]],
    ) -> list[Problem]:
        """Say of a unit what was decided of its lines; what contradicts itself cannot stand."""
        decided = [row for line in unit.lines if (row := self.rows.get(line.number))]
        persons = {row.person for row in decided if row.person is not None}
        tied = [row.same_as for row in decided if row.same_as is not None]
        given = {self.recorded[number] for number in tied if number in self.recorded}
        unit.is_apart = any(row.apart for row in decided)
        if len(persons | given) > 1 or not persons <= _offered(unit, known, holders):
            unit.ask()
            return [Problem(ProblemCode.DECISION_UNUSABLE, line.number) for line in unit.lines]
        unit.person = next(iter(persons | given), None)
        unit.is_apart = unit.is_apart and unit.person is None
        return []


def _offered(
    unit: Group, known: Mapping[Key, Sequence[Known]], holders: Mapping[Key, Collection[int]]
) -> set[int]:
    named = {one.person for line in unit.lines for one in known.get(line.name, ())}
    return named.union(*(holders.get(contact, ()) for contact in unit.contacts))


def _root(parents: dict[int, int], number: int) -> int:
    while parents[number] != number:
        parents[number] = parents[parents[number]]
        number = parents[number]
    return number


UNRULED = Ruling()
