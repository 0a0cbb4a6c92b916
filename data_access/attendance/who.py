"""Who is who: the same name with the same contact or institution is one person, never by likeness.

Where a name has been met before and nothing ties the two, they count as two persons, and a note
says so; where several persons fit, or nothing tells two lines apart, somebody has to say more.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
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
    lines: Iterable[Line], known: Mapping[bytes, Sequence[Known]]
) -> tuple[list[Group], list[Problem]]:
    """The lines by person, and what has to be said of namesakes; ``known`` is by match of name."""
    by_name: defaultdict[bytes, list[Line]] = defaultdict(list)
    for line in lines:
        by_name[line.name].append(line)
    groups: list[Group] = []
    problems: list[Problem] = []
    for name, namesakes in by_name.items():
        found, unclear = _of_one_name(namesakes, known.get(name, ()))
        groups += found
        problems += [*unclear, *_notes(found, known.get(name, ()))]
    return groups, problems


def _of_one_name(lines: list[Line], known: Sequence[Known]) -> tuple[list[Group], list[Problem]]:
    """Lines of one name by person: first those with a contact, then by institution, then bare."""
    groups = _by_contact(lines, known)
    problems: list[Problem] = []
    for unit in _by_institution(lines):
        fitting = _fitting(unit, groups, known)
        if len(fitting) > SINGLE:
            problems.append(
                Problem.among(ProblemCode.SEVERAL_PERSONS, unit.first, _numbers(unit.lines))
            )
            groups.append(Group(unit.lines, None, set(), is_uncertain=True))
        elif fitting and isinstance(fitting[0], Group):
            fitting[0].lines += unit.lines
        else:
            person = fitting[0].person if fitting else None
            groups.append(Group(unit.lines, person, unit.institutions))
    bare = [line for line in lines if line.contact is None and line.institution is None]
    if len(bare) > SINGLE:
        problems.append(Problem.among(ProblemCode.ROWS_ALIKE, bare[0].number, _numbers(bare)))
    alike = len(bare) > SINGLE
    groups += [Group([line], is_uncertain=alike) for line in bare]
    return groups, problems


def _by_contact(lines: list[Line], known: Sequence[Known]) -> list[Group]:
    """One person a contact: the one who has it, or the one of the institution who has none."""
    found: dict[bytes, Group] = {}
    for line in lines:
        if line.contact is not None:
            group = found.setdefault(line.contact, Group([]))
            group.lines.append(line)
            group.institutions |= {line.institution} - {None}  # type: ignore[arg-type]
    claims: defaultdict[int, list[Group]] = defaultdict(list)
    for contact, group in found.items():
        owners = [one.person for one in known if contact in one.contacts]
        without = [
            one.person
            for one in known
            if not one.contacts and one.institutions & group.institutions
        ]
        if owners:
            group.person = owners[0]
        elif len(without) == SINGLE:
            claims[without[0]].append(group)
    for person, claimants in claims.items():
        if len(claimants) == SINGLE:
            claimants[0].person = person
    return _joined(list(found.values()))


def _by_institution(lines: list[Line]) -> list[Group]:
    """Lines without a contact, together where their institution is the same."""
    found: dict[str, Group] = {}
    for line in lines:
        if line.contact is None and line.institution is not None:
            named = {line.institution}
            found.setdefault(line.institution, Group([], None, named)).lines.append(line)
    return list(found.values())


def _fitting(unit: Group, groups: list[Group], known: Sequence[Known]) -> list[Group | Known]:
    """The persons of the unit's institution: those of the same list, then those met before."""
    here: list[Group | Known] = []
    by_person = {one.person: one for one in known}
    for group in groups:
        before = by_person[group.person].institutions if group.person in by_person else set()
        if unit.institutions & (group.institutions | before) and not group.is_uncertain:
            here.append(group)
    taken = {group.person for group in groups}
    return here + [
        one for one in known if one.institutions & unit.institutions and one.person not in taken
    ]


def _joined(groups: list[Group]) -> list[Group]:
    """Groups of the same person met before as one."""
    found: dict[int, Group] = {}
    others: list[Group] = []
    for group in groups:
        if group.person is None:
            others.append(group)
        elif group.person in found:
            found[group.person].lines += group.lines
        else:
            found[group.person] = group
    return [*found.values(), *others]


def _notes(groups: list[Group], known: Sequence[Known]) -> list[Problem]:
    """New persons whose name somebody else has, in the same list or from before."""
    taken = {group.person for group in groups}
    elsewhere = any(one.person not in taken for one in known)
    notes = []
    for group in groups:
        others = [other.first for other in groups if other is not group]
        if group.person is None and not group.is_uncertain and (others or elsewhere):
            notes.append(Problem.among(ProblemCode.NAMESAKE, group.first, others))
    return notes


def _numbers(lines: list[Line]) -> list[int]:
    return sorted(line.number for line in lines)
