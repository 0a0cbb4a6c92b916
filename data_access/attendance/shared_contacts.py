"""One contact with two names: a relative's, a misspelled name, or a common address.

Where three or more names go with it, it tells nobody apart, and a note says so. Where two do,
somebody has to say whether they are one person: neither is it assumed, nor the contrary.
"""

from collections.abc import Collection, Iterable, Mapping

from data_access.attendance.calling import Key
from data_access.attendance.groups import Group
from data_access.attendance.problems import Problem, ProblemCode

COMMON = 3


def asked_of_contacts(
    groups: Iterable[Group], holders: Mapping[Key, Collection[int]]
) -> list[Problem]:
    """The questions and notes; groups that somebody has to say more of become uncertain."""
    problems: list[Problem] = []
    for contact, sharing in _sharing(groups, holders).items():
        others = set(holders.get(contact, ())) - {group.person for group in sharing}
        sharing.sort(key=lambda group: group.first)
        many = len(sharing) + len(others)
        if many >= COMMON:
            problems.append(Problem(ProblemCode.CONTACT_COMMON, sharing[0].first, found=many))
        else:
            problems += _asked(sharing, sorted(others))
    return problems


def _sharing(
    groups: Iterable[Group], holders: Mapping[Key, Collection[int]]
) -> dict[Key, list[Group]]:
    """The groups of each contact that somebody else may have as well."""
    found: dict[Key, Group] = {}
    several: dict[Key, dict[int, Group]] = {}
    for group in groups:
        for line in group.lines:
            if line.contact is None:
                continue
            first = found.setdefault(line.contact, group)
            if first is not group:
                several.setdefault(line.contact, {id(first): first})[id(group)] = group
    for contact, persons in holders.items():
        holding = found.get(contact)
        if holding is not None and holding.person not in persons:
            several.setdefault(contact, {id(holding): holding})
    return {contact: list(sharing.values()) for contact, sharing in several.items()}


def _asked(sharing: list[Group], persons: list[int]) -> list[Problem]:
    """The first is a person in any case, unless somebody met before has the contact."""
    problems: list[Problem] = []
    before: list[Group] = []
    for group in sharing:
        if group.is_open and (before or persons):
            met = [*persons, *(other.person for other in before if other.person is not None)]
            rows = [other.first for other in before]
            problems += [
                Problem.among(ProblemCode.CONTACT_SHARED, line.number, [*rows, line.number], met)
                for line in group.lines
            ]
            group.ask()
        before.append(group)
    return problems
