"""Which columns hold the names: where the headings say nothing, or say it of one of two."""

from collections.abc import Sequence
from itertools import islice, pairwise

from data_access.attendance.reading.content import (
    OFTEN,
    SAMPLE,
    Content,
    has_given,
    is_given,
    is_part_of_name,
    is_whole_name,
)
from data_access.attendance.reading.names import same_key
from data_access.attendance.reading.roles import NAMES
from data_access.attendance.reading.roles import ColumnRole as Role
from data_access.attendance.reading.tables import Row

LEAST_SINGLE = 3
LEAST_TURNED, SELDOM = 2, 0.1
CALLS = frozenset({Role.JOIN, Role.ACTION, Role.DURATION, Role.CALL_ROLE})
Roles = list[Role | None]


def names_guessed(roles: Roles, contents: Sequence[Content]) -> Roles:
    """No heading says who: the column that holds people, or the two beside each other."""
    found = list(roles)
    free = [at for at, role in enumerate(roles) if role is None and contents[at].filled]
    whole = [at for at in free if contents[at].is_mostly(is_whole_name)]
    whole = [at for at in whole if contents[at].share(has_given) >= OFTEN]
    if whole:
        found[whole[0]] = Role.FULL_NAME
        return found
    single = [at for at in free if contents[at].is_mostly(is_part_of_name)]
    for left, right in pairwise(single):
        shares = contents[left].share(is_given), contents[right].share(is_given)
        if right == left + 1 and max(shares) >= OFTEN:
            found[left], found[right] = _both(*shares)
            return found
    return found


def _both(left: float, right: float) -> tuple[Role, Role]:
    """What two columns hold of a name, by how many given names stand in each."""
    return (Role.GIVEN, Role.SURNAME) if left >= right else (Role.SURNAME, Role.GIVEN)


def alone(roles: Roles) -> Roles:
    """A column of given names with none of surnames beside it holds whole names."""
    if Role.GIVEN in roles and not {Role.SURNAME, Role.FULL_NAME} & set(roles):
        return [Role.FULL_NAME if role is Role.GIVEN else role for role in roles]
    if Role.SURNAME in roles and not {Role.GIVEN, Role.FULL_NAME} & set(roles):
        return [Role.FULL_NAME if role is Role.SURNAME else role for role in roles]
    return list(roles)


def divided(roles: Roles, headings: Sequence[str], contents: Sequence[Content]) -> Roles:
    """A name in two columns though the heading of one says that it holds all of it."""
    found = list(roles)
    single = [at for at in _whole(roles) if contents[at].is_mostly(is_part_of_name)]
    if not single:
        return found
    at = single[0]
    other = {Role.SURNAME: Role.GIVEN, Role.GIVEN: Role.SURNAME}
    beside = next((role for role in other if role in roles), None)
    if beside:
        found[at] = other[beside]
        return found
    for near in (at + 1, at - 1):
        if 0 <= near < len(roles) and _goes_with(near, at, roles, headings, contents):
            left, right = sorted((at, near))
            shares = contents[left].share(is_given), contents[right].share(is_given)
            found[left], found[right] = _both(*shares)
            return found
    return found


def turned(roles: Roles, contents: Sequence[Content]) -> Roles:
    """Headings of given names and surnames that stand over each other's columns: changed round."""
    given = [at for at, role in enumerate(roles) if role is Role.GIVEN]
    surname = [at for at, role in enumerate(roles) if role is Role.SURNAME]
    if len(given) != 1 or len(surname) != 1:
        return list(roles)
    first, last = contents[given[0]], contents[surname[0]]
    if min(first.filled, last.filled) < LEAST_TURNED or first.share(has_given) > SELDOM:
        return list(roles)
    if not last.is_mostly(has_given):
        return list(roles)
    found = list(roles)
    found[given[0]], found[surname[0]] = Role.SURNAME, Role.GIVEN
    return found


def _whole(roles: Roles) -> list[int]:
    return [at for at, role in enumerate(roles) if role is Role.FULL_NAME]


def _goes_with(
    near: int, at: int, roles: Roles, headings: Sequence[str], contents: Sequence[Content]
) -> bool:
    """Whether the column beside one of single words holds the other half of each name."""
    is_free = roles[near] is None and not headings[near]
    is_same = roles[near] is Role.FULL_NAME and headings[near] == headings[at]
    return (is_free or is_same) and contents[near].is_mostly(is_part_of_name)


def are_single(roles: Roles, contents: Sequence[Content]) -> bool:
    """Whether a list that is no call's names people by one word: the other half may be lost."""
    if set(roles) & (CALLS | {Role.GIVEN, Role.SURNAME}):
        return False
    return any(
        contents[at].filled >= LEAST_SINGLE and contents[at].is_mostly(is_part_of_name)
        for at in _whole(roles)
    )


def has_rivals(roles: Roles, contents: Sequence[Content], body: Sequence[Row]) -> bool:
    """Whether another column holds names as well, so that nobody knows who took part."""
    if any(
        role is None
        and contents[at].is_mostly(is_whole_name)
        and contents[at].share(has_given) >= OFTEN
        for at, role in enumerate(roles)
    ):
        return True
    whole = _whole(roles)
    return (
        len(whole) > 1
        and not set(roles) & (NAMES - {Role.FULL_NAME})
        and any(
            _differ([row[at] for at in whole if at < len(row) and row[at]])
            for _, row in islice(body, SAMPLE)
        )
    )


def _differ(names: Sequence[str]) -> bool:
    """Whether names in a row are of several people: two words or more, none of them shared."""
    keys = [set(same_key(name).split()) for name in names if is_whole_name(name)]
    return len(keys) > 1 and not any(one <= other or other <= one for one in keys
                                     for other in keys if one is not other)  # fmt: skip
