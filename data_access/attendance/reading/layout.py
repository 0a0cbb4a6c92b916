"""Which column of a table holds what: by its heading, else by what stands in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from data_access.attendance.reading.column_roles import DayOf, mended, told_by_content
from data_access.attendance.reading.content import SAMPLE, Content, is_whole_name
from data_access.attendance.reading.decisions import LEAVE_OUT
from data_access.attendance.reading.name_columns import (
    alone,
    are_single,
    divided,
    has_rivals,
    names_guessed,
    turned,
)
from data_access.attendance.reading.roles import NAMES
from data_access.attendance.reading.roles import ColumnRole as Role
from data_access.attendance.reading.sheet import Column, LeftOut, Source
from data_access.attendance.reading.tables import Table

ALPHABET = 26

LEFT: Mapping[Role, LeftOut] = {
    Role.NUMBER: LeftOut.NUMBERING,
    Role.SIGNATURE: LeftOut.SIGNATURE,
    Role.PERSONAL_CODE: LeftOut.PERSONAL_CODE,
    Role.CONSENT: LeftOut.CONSENT,
    **dict.fromkeys((Role.JOIN, Role.LEAVE, Role.DURATION, Role.STAMP, Role.START, Role.END,
                     Role.ACTION), LeftOut.TIMES),
}  # fmt: skip
"""Why a column of the role goes no further; those of other roles that are not ours: not needed."""

TAKEN = frozenset(
    {Role.FULL_NAME, Role.GIVEN, Role.SURNAME, Role.EMAIL, Role.PHONE, Role.CONTACT,
     Role.INSTITUTION, Role.CATEGORY, Role.PLACE, Role.GENDER, Role.AGE, Role.STATUS,
     Role.CHECK_IN, Role.DAY}
)  # fmt: skip


@dataclass(frozen=True)
class Layout:
    """The columns by what they hold, the first of each role first."""

    roles: tuple[Role | None, ...]
    headings: tuple[str, ...] = field(repr=False)
    guessed: bool = False
    """Whether the columns of names were told by what stands in them, or hold half of each name."""
    rivals: bool = False
    """Whether another column holds names as well, and nothing says which of them are meant."""

    def of(self, *roles: Role | None) -> tuple[int, ...]:
        """The columns of the roles."""
        return tuple(index for index, role in enumerate(self.roles) if role in roles)

    @property
    def has_names(self) -> bool:
        """Whether there is a column of names."""
        return bool(set(self.roles) & NAMES)

    def columns(self, filled: frozenset[int]) -> tuple[Column, ...]:
        """All columns as a person is told of them."""
        return tuple(
            Column(
                index,
                letters(index),
                self.headings[index] if index < len(self.headings) else "",
                role.value if role in TAKEN and role else None,
                None if role in TAKEN else _why(role, is_empty=index not in filled),
            )
            for index, role in enumerate(self.roles)
        )


def _without_empty(roles: Sequence[Role | None], contents: Sequence[Content]) -> list[Role | None]:
    """No column of names in which nothing stands, where another holds them."""
    filled = any(
        role in NAMES or (role is None and contents[at].is_mostly(is_whole_name))
        for at, role in enumerate(roles)
        if contents[at].filled
    )
    return [
        Role.OTHER if filled and role is Role.FULL_NAME and not contents[at].filled else role
        for at, role in enumerate(roles)
    ]


def _why(role: Role | None, *, is_empty: bool) -> LeftOut:
    if is_empty:
        return LeftOut.EMPTY
    return LEFT.get(role, LeftOut.NOT_NEEDED) if role else LeftOut.NOT_NEEDED


def letters(index: int) -> str:
    """A column as spreadsheets call it."""
    further, own = divmod(index, ALPHABET)
    return (letters(further - 1) if further else "") + chr(ord("A") + own)


def layout_of(table: Table, source: Source, is_day: DayOf, decided: Mapping[int, str]) -> Layout:
    """What the columns of a table hold. ``decided`` are roles that somebody chose, by column."""
    width = max([len(table.headings), *(len(row) for _, row in islice(table.body, SAMPLE))])
    headings = [*table.headings, *[""] * (width - len(table.headings))]
    roles = [*table.roles, *[None] * (width - len(table.roles))]
    contents = [Content.of(table.body, index) for index in range(width)]
    has_action = Role.ACTION in roles
    roles = [
        mended(role, headings[at], contents[at], source, is_day, has_action=has_action)
        for at, role in enumerate(roles)
    ]
    roles = _without_empty(told_by_content(roles, headings, contents), contents)
    guessed = not set(roles) & NAMES
    if guessed:
        roles = names_guessed(roles, contents)
    roles = turned(divided(alone(roles), headings, contents), contents)
    guessed = guessed or are_single(roles, contents)
    for index, role in decided.items():
        if index < width:
            roles[index] = None if role == LEAVE_OUT else Role(role)
    rivals = not decided and has_rivals(roles, contents, table.body)
    return Layout(tuple(roles), tuple(headings), guessed and not decided, rivals)
