"""What a line says of who it is: a key of its name, and keyed matches of name and contact."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import NamedTuple

from data_access.attendance.entry import Entry, usable_contact
from data_access.attendance.reading.names import same_key
from data_access.identity import Keyring
from data_access.rules import fold

Key = Hashable


class Line(NamedTuple):
    """A line of a list: what tells who it is.

    ``name`` is equal for one name in either order, ``contact`` for one contact in any spelling.
    """

    number: int
    name: Key
    contact: Key = None
    institution: str | None = None

    @property
    def is_bare(self) -> bool:
        """Whether it says nothing but a name."""
        return self.contact is None and self.institution is None


@dataclass(frozen=True)
class Roll:
    """Who is called in a list: names by the texts of its entries, contacts by keyed matches."""

    keyring: Keyring
    entries: dict[int, Entry] = field(default_factory=dict, repr=False)
    by_number: dict[int, Line] = field(default_factory=dict, repr=False)

    def call(self, number: int, entry: Entry, institution: str | None) -> Line:
        """One more line."""
        usable = usable_contact(entry.contact) if entry.contact else None
        contact = None if usable is None else self.keyring.match(usable)
        line = Line(number, same_key(entry.name), contact, institution)
        self.entries[number], self.by_number[number] = entry, line
        return line

    def contacts(self) -> dict[int, bytes]:
        """The matches of the contacts that lines state, by their numbers."""
        return {
            number: line.contact
            for number, line in self.by_number.items()
            if isinstance(line.contact, bytes)
        }

    def forms(self, number: int) -> list[bytes]:
        """The matches under which the line's name may be on record, as it is written first."""
        return [self.keyring.match(form) for form in forms_of(self.entries[number].name)]


def forms_of(name: str) -> list[str]:
    """The name as it is written, with its first part last, and with its last part first."""
    parts = fold(name).split()
    orders = [parts, [*parts[1:], *parts[:1]], [*parts[-1:], *parts[:-1]]]
    return list(dict.fromkeys(" ".join(order) for order in orders))
