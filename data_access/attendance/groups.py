"""The lines of one person, and the persons met before among whom they may be."""

from collections.abc import Iterable
from dataclasses import dataclass

from data_access.attendance.calling import Key, Line


@dataclass(frozen=True, slots=True)
class Known:
    """A person met before: matches of their contacts, and the institutions they came from."""

    person: int
    contacts: frozenset[Key] = frozenset()
    institutions: frozenset[str] = frozenset()


@dataclass(slots=True, eq=False)
class Group:
    """The lines of one person, and the person where it is one met before.

    ``is_apart``: somebody said that it is nobody else; ``is_uncertain``: somebody has to say more.
    """

    lines: list[Line]
    person: int | None = None
    is_uncertain: bool = False
    is_apart: bool = False

    @property
    def first(self) -> int:
        """The number of its first line."""
        return min(line.number for line in self.lines)

    @property
    def contacts(self) -> set[Key]:
        """The contacts that its lines state."""
        return {line.contact for line in self.lines if line.contact is not None}

    @property
    def institutions(self) -> set[str]:
        """The institutions that its lines state."""
        return {line.institution for line in self.lines if line.institution is not None}

    @property
    def is_open(self) -> bool:
        """Whether it is taken for somebody new, and nobody has said so."""
        return self.person is None and not (self.is_uncertain or self.is_apart)

    def ask(self) -> None:
        """Somebody has to say who it is."""
        self.is_uncertain = True


def joined(groups: Iterable[Group]) -> list[Group]:
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
