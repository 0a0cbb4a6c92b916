"""Who is who: the same name with the same contact or institution is one person, never by likeness.

Where a name has been met before and nothing ties the two, they count as two persons, and a note
says so; where several persons fit, or nothing tells two lines apart, somebody has to say more.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from data_access.attendance.entry import Entry, usable_contact
from data_access.attendance.problems import Problem, ProblemCode
from data_access.identity import Keyring

SINGLE = 1


@dataclass(frozen=True)
class Line:
    """What a line of a list says of who it is: matches of name and contact, an institution."""

    number: int
    name: bytes
    contact: bytes | None = None
    institution: str | None = None

    @property
    def is_bare(self) -> bool:
        """Whether it says nothing but a name."""
        return self.contact is None and self.institution is None


def line_of(number: int, entry: Entry, keyring: Keyring) -> Line:
    """Whom an entry speaks of, by keyed matches alone."""
    contact = usable_contact(entry.contact)
    matched = keyring.match(contact) if contact else None
    return Line(number, keyring.match(entry.name), matched, entry.institution)


@dataclass(frozen=True)
class Known:
    """A person met before: matches of their contacts, and the institutions they came from."""

    person: int
    contacts: frozenset[bytes] = frozenset()
    institutions: frozenset[str] = frozenset()


@dataclass
class Group:
    """The lines of one person, and the person where it is one met before."""

    lines: list[Line]
    person: int | None = None
    institutions: set[str] = field(default_factory=set)
    is_uncertain: bool = False

    @property
    def first(self) -> int:
        """The number of its first line."""
        return min(line.number for line in self.lines)


def told_apart(
    lines: Iterable[Line], known: Mapping[bytes, Sequence[Known]], here: Collection[int] = ()
) -> tuple[list[Group], list[Problem]]:
    """The lines by person, and what has to be said of namesakes.

    ``known`` is by match of name; ``here`` are those who are at the lines' activity already.
    """
    by_name: defaultdict[bytes, list[Line]] = defaultdict(list)
    for line in lines:
        by_name[line.name].append(line)
    groups: list[Group] = []
    problems: list[Problem] = []
    for name, namesakes in by_name.items():
        met = known.get(name, ())
        found, unclear = _of_one_name(namesakes, met)
        problems += [*unclear, *_meeting_namesakes(found, met, here), *_notes(found, met)]
        groups += found
    return _joined(groups), problems


def _of_one_name(lines: list[Line], known: Sequence[Known]) -> tuple[list[Group], list[Problem]]:
    """Lines of one name by person: first those with a contact, then by institution, then bare."""
    people = Candidates(known)
    for group in _by_contact(lines, known):
        people.take(group)
    problems: list[Problem] = []
    for unit in _by_institution(lines):
        fitting = people.fitting(unit)
        if len(fitting) > SINGLE:
            problems.append(
                Problem.among(ProblemCode.SEVERAL_PERSONS, unit.first, _numbers(unit.lines))
            )
            people.take(Group(unit.lines, None, set(), is_uncertain=True))
        elif fitting and isinstance(fitting[0], Group):
            fitting[0].lines += unit.lines
        else:
            person = fitting[0].person if fitting else None
            people.take(Group(unit.lines, person, unit.institutions))
    bare = [line for line in lines if line.is_bare]
    alike = len(bare) > SINGLE
    if alike:
        problems.append(Problem.among(ProblemCode.ROWS_ALIKE, bare[0].number, _numbers(bare)))
    return [*people.groups, *(Group([line], is_uncertain=alike) for line in bare)], problems


class Candidates:
    """The persons of one name, found by institution: those of the list, and those met before."""

    def __init__(self, known: Sequence[Known]) -> None:
        self.groups: list[Group] = []
        self._met = {one.person: one for one in known}
        self._listed: defaultdict[str, list[Group]] = defaultdict(list)
        self._before: defaultdict[str, list[Known]] = defaultdict(list)
        self._taken: set[int | None] = set()
        for one in known:
            for institution in one.institutions:
                self._before[institution].append(one)

    def take(self, group: Group) -> None:
        """One more person of the list, perhaps one of those met before."""
        self.groups.append(group)
        self._taken.add(group.person)
        met = self._met.get(group.person) if group.person is not None else None
        if not group.is_uncertain:
            for institution in group.institutions | (met.institutions if met else frozenset()):
                self._listed[institution].append(group)

    def fitting(self, unit: Group) -> list[Group | Known]:
        """The persons of the unit's institution: those of the list, then those met before."""
        (institution,) = unit.institutions
        before = [one for one in self._before[institution] if one.person not in self._taken]
        return [*self._listed[institution], *before]


def _by_contact(lines: list[Line], known: Sequence[Known]) -> list[Group]:
    """One person a contact: the one who has it, or the one of the institution who has none."""
    found: dict[bytes, Group] = {}
    for line in lines:
        if line.contact is not None:
            group = found.setdefault(line.contact, Group([]))
            group.lines.append(line)
            group.institutions |= {line.institution} - {None}  # type: ignore[arg-type]
    owners = {contact: one.person for one in reversed(known) for contact in one.contacts}
    without: defaultdict[str, set[int]] = defaultdict(set)
    for one in known:
        for institution in one.institutions if not one.contacts else ():
            without[institution].add(one.person)
    claims: defaultdict[int, list[Group]] = defaultdict(list)
    for contact, group in found.items():
        fitting = {person for named in group.institutions for person in without[named]}
        if contact in owners:
            group.person = owners[contact]
        elif len(fitting) == SINGLE:
            claims[fitting.pop()].append(group)
    for person, claimants in claims.items():
        if len(claimants) == SINGLE:
            claimants[0].person = person
    return _joined(found.values())


def _by_institution(lines: list[Line]) -> list[Group]:
    """Lines without a contact, together where their institution is the same."""
    found: dict[str, Group] = {}
    for line in lines:
        if line.contact is None and line.institution is not None:
            named = {line.institution}
            found.setdefault(line.institution, Group([], None, named)).lines.append(line)
    return list(found.values())


def _joined(groups: Iterable[Group]) -> list[Group]:
    """Groups of the same person met before as one."""
    found: dict[int, Group] = {}
    others: list[Group] = []
    for group in groups:
        if group.person is None:
            others.append(group)
        elif group.person in found:
            found[group.person].lines += group.lines
            found[group.person].institutions |= group.institutions
        else:
            found[group.person] = group
    return [*found.values(), *others]


def _meeting_namesakes(
    groups: list[Group], known: Sequence[Known], here: Collection[int]
) -> list[Problem]:
    """Lines of a bare name that somebody bears who is here already, perhaps the same person."""
    taken = {group.person for group in groups}
    if not any(one.person in here and one.person not in taken for one in known):
        return []
    bare = [g for g in groups if not g.is_uncertain and all(line.is_bare for line in g.lines)]
    for group in bare:
        group.is_uncertain = True
    return [Problem(ProblemCode.NAMESAKE_HERE, group.first) for group in bare]


def _notes(groups: list[Group], known: Sequence[Known]) -> list[Problem]:
    """New persons whose name somebody else has, in the same list or from before."""
    taken = {group.person for group in groups}
    elsewhere = any(one.person not in taken for one in known)
    firsts = [(group.first, group) for group in groups]
    notes = []
    for first, group in firsts:
        if group.person is None and not group.is_uncertain and (elsewhere or len(groups) > SINGLE):
            others = (other_first for other_first, other in firsts if other is not group)
            notes.append(Problem.among(ProblemCode.NAMESAKE, first, others))
    return notes


def _numbers(lines: list[Line]) -> list[int]:
    return sorted(line.number for line in lines)
