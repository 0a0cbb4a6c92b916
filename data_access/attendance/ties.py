"""Lines of one name by person: first those with a contact, then by institution, then bare ones."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from data_access.attendance.calling import Key
from data_access.attendance.groups import Group, Known, joined
from data_access.attendance.problems import MOST_LISTED, Problem, ProblemCode

SINGLE = 1


def of_one_name(
    units: Sequence[Group], known: Sequence[Known], *, joins: bool
) -> tuple[list[Group], list[Problem]]:
    """The persons of one name, and what has to be asked of whom."""
    people = Candidates(known)
    decided, telling, from_bodies, bare = _sorted(units)
    for group in _by_contact(telling, known):
        people.take(group)
    problems: list[Problem] = []
    for unit in _by_institution(from_bodies):
        problems += people.place(unit)
    problems += _bare(people, bare, joins=joins)
    return [*people.groups, *decided], problems


def _sorted(units: Iterable[Group]) -> tuple[list[Group], ...]:
    """Those of whom somebody decided; those with a contact, with an institution, with neither."""
    kinds: tuple[list[Group], ...] = ([], [], [], [])
    for unit in units:
        if unit.is_apart or unit.is_uncertain:
            kind = 0
        elif unit.contacts or unit.person is not None:
            kind = 1
        else:
            kind = 2 if unit.institutions else 3
        kinds[kind].append(unit)
    return kinds


class Candidates:
    """The persons of one name, found by institution: those of the list, and those met before."""

    def __init__(self, known: Sequence[Known]) -> None:
        self.groups: list[Group] = []
        self._met = {one.person: one for one in known}
        self._listed: defaultdict[str, list[Group]] = defaultdict(list)
        self._nowhere: list[Group] = []
        self._before: defaultdict[str, list[Known]] = defaultdict(list)
        self._taken: set[int | None] = set()
        for one in known:
            for institution in one.institutions:
                self._before[institution].append(one)

    def take(self, group: Group) -> None:
        """One more person of the list, perhaps one of those met before."""
        self.groups.append(group)
        self._taken.add(group.person)
        if group.is_uncertain:
            return
        institutions = group.institutions
        if group.person in self._met:
            institutions |= self._met[group.person].institutions
        for institution in institutions:
            self._listed[institution].append(group)
        if not institutions:
            self._nowhere.append(group)

    def place(self, unit: Group) -> list[Problem]:
        """Lines of an institution and without a contact: whose they are, where one person fits."""
        listed, before = self._fitting(unit)
        if len(listed) + len(before) > SINGLE:
            self._ask(unit)
            persons = [one.person for one in before]
            return _asked(ProblemCode.SEVERAL_PERSONS, unit, listed, persons)
        if listed:
            listed[0].lines += unit.lines
            return []
        if before:
            unit.person = before[0].person
        elif self._nowhere:
            problems = _asked(ProblemCode.ROWS_ALIKE, unit, self._nowhere)
            self._ask(unit)
            return problems
        self.take(unit)
        return []

    def _fitting(self, unit: Group) -> tuple[list[Group], list[Known]]:
        """The persons of the unit's institutions: those of the list, and those met before."""
        listed: dict[int, Group] = {}
        before: dict[int, Known] = {}
        for institution in unit.institutions:
            listed |= {id(group): group for group in self._listed[institution]}
            before |= {
                one.person: one
                for one in self._before[institution]
                if one.person not in self._taken
            }
        return list(listed.values()), list(before.values())

    def _ask(self, unit: Group) -> None:
        unit.ask()
        self.take(unit)


def _bare(people: Candidates, units: list[Group], *, joins: bool) -> list[Problem]:
    """Lines that say nothing but a name: one person, where nobody else of the list bears it.

    Of a call it is the one other person of the name, and one person by itself.
    """
    if not units:
        return []
    units = sorted(units, key=lambda unit: unit.first)
    if joins:
        units = [Group([line for unit in units for line in unit.lines])]
        if len(people.groups) == SINGLE and not people.groups[0].is_uncertain:
            people.groups[0].lines += units[0].lines
            return []
    if not people.groups:
        people.take(units.pop(0))
    others = list(people.groups)
    problems: list[Problem] = []
    code = ProblemCode.SEVERAL_PERSONS if joins else ProblemCode.ROWS_ALIKE
    for unit in units:
        problems += _asked(code, unit, others)
        unit.ask()
        people.take(unit)
    return problems


def _asked(
    code: ProblemCode, unit: Group, others: Sequence[Group], persons: Iterable[int] = ()
) -> list[Problem]:
    """The question of each line of the unit."""
    listed = others[: MOST_LISTED + 1]
    firsts = sorted(group.first for group in listed)
    met = [group.person for group in listed if group.person is not None]
    candidates = tuple(dict.fromkeys([*persons, *met]))
    return [
        Problem.among(code, line.number, [*firsts, line.number], candidates) for line in unit.lines
    ]


def _by_contact(units: list[Group], known: Sequence[Known]) -> list[Group]:
    """One person a contact: the one who has it, or the one of the institution who has none."""
    groups = _of_contacts(units)
    owners = {contact: one.person for one in reversed(known) for contact in one.contacts}
    without: defaultdict[str, set[int]] = defaultdict(set)
    for one in known:
        for institution in one.institutions if not one.contacts else ():
            without[institution].add(one.person)
    claims: defaultdict[int, list[Group]] = defaultdict(list)
    for group in groups:
        if group.person is not None:
            continue
        owning = {owners[contact] for contact in group.contacts if contact in owners}
        fitting = {person for named in group.institutions for person in without[named]}
        if owning:
            group.person = min(owning)
        elif len(fitting) == SINGLE:
            claims[fitting.pop()].append(group)
    for person, claimants in claims.items():
        if len(claimants) == SINGLE:
            claimants[0].person = person
    return joined(groups)


def _of_contacts(units: list[Group]) -> list[Group]:
    """Units that share a contact as one, unless somebody said that they are two persons."""
    found: dict[Key, Group] = {}
    groups: dict[int, Group] = {}
    for unit in units:
        group = unit
        for contact in unit.contacts:
            other = found.get(contact)
            if other is None or other is group or _are_two(other, group):
                continue
            group = _merged(other, group, found)
            groups.pop(id(unit), None)
        groups[id(group)] = group
        found |= {contact: group for contact in unit.contacts if contact not in found}
    return [group for group in groups.values() if group.lines]


def _are_two(one: Group, other: Group) -> bool:
    return None not in (one.person, other.person) and one.person != other.person


def _merged(one: Group, other: Group, found: dict[Key, Group]) -> Group:
    """Both as one, the other's lines with it."""
    one.lines += other.lines
    one.person = one.person if one.person is not None else other.person
    for contact in other.contacts:
        if found.get(contact) is other:
            found[contact] = one
    other.lines = []
    return one


def _by_institution(units: list[Group]) -> list[Group]:
    """Units without a contact, together where an institution is the same."""
    found: dict[str, Group] = {}
    groups: list[Group] = []
    for unit in units:
        named = unit.institutions
        group = next((found[institution] for institution in named if institution in found), None)
        if group is None:
            group = unit
            groups.append(group)
        else:
            group.lines += unit.lines
        found |= dict.fromkeys(named, group)
    return groups
