"""Who is who: the same name with the same contact or institution is one person, never by likeness.

Where a name has been met before and nothing ties the two, they count as two persons, and a note
says so. Where several persons fit, or nothing tells two lines of a list apart, somebody has to say
more: the first of such lines is a person in any case, and those after it wait.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from data_access.attendance.calling import Key, Line
from data_access.attendance.groups import Group, Known, joined
from data_access.attendance.problems import Problem, ProblemCode
from data_access.attendance.ruling import UNRULED, Ruling
from data_access.attendance.shared_contacts import asked_of_contacts
from data_access.attendance.ties import of_one_name

SINGLE = 1
NOBODY: Mapping[Key, Collection[int]] = {}


def told_apart(
    lines: Iterable[Line],
    known: Mapping[Key, Sequence[Known]],
    here: Collection[int] = (),
    *,
    holders: Mapping[Key, Collection[int]] = NOBODY,
    ruling: Ruling = UNRULED,
    joins: bool = False,
) -> tuple[list[Group], list[Problem]]:
    """The lines by person, and what has to be said of namesakes and shared contacts.

    ``known`` are persons met before by the name, ``holders`` their numbers by contact; ``here`` are
    those who are at the lines' activity already. In a list of who joined a call (``joins``) a bare
    name is one person however often it stands there. Lines of which somebody has to say more are
    in groups that are uncertain.
    """
    units, problems = ruling.units(lines, known, holders)
    by_name: defaultdict[Key, list[Group]] = defaultdict(list)
    for unit in units:
        by_name[unit.lines[0].name].append(unit)
    groups: list[Group] = []
    for name, namesakes in by_name.items():
        met = known.get(name, ())
        if len(namesakes) == SINGLE and not met:
            groups += namesakes
            continue
        found, unclear = of_one_name(namesakes, met, joins=joins)
        problems += [*unclear, *_meeting_namesakes(found, met, here), *_notes(found, met)]
        groups += found
    groups = joined(groups)
    problems += asked_of_contacts(groups, holders)
    return groups, problems


def _meeting_namesakes(
    groups: list[Group], known: Sequence[Known], here: Collection[int]
) -> list[Problem]:
    """Lines of a bare name that somebody bears who is here already, perhaps the same person."""
    taken = {group.person for group in groups}
    perhaps = [one.person for one in known if one.person in here and one.person not in taken]
    if not perhaps:
        return []
    problems = []
    for group in groups:
        if group.is_open and all(line.is_bare for line in group.lines):
            group.is_uncertain = True
            problems += [
                Problem(ProblemCode.NAMESAKE_HERE, line.number, candidates=tuple(perhaps))
                for line in group.lines
            ]
    return problems


def _notes(groups: list[Group], known: Sequence[Known]) -> list[Problem]:
    """New persons whose name somebody else has, in the same list or from before."""
    taken = {group.person for group in groups}
    elsewhere = any(one.person not in taken for one in known)
    firsts = [(group.first, group) for group in groups]
    notes = []
    for first, group in firsts:
        if group.is_open and (elsewhere or len(groups) > SINGLE):
            others = (other_first for other_first, other in firsts if other is not group)
            notes.append(Problem.among(ProblemCode.NAMESAKE, first, others))
    return notes
