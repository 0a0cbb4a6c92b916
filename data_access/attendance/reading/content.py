"""What stands in a column: which part of its cells are names, marks, addresses or words."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import islice

from data_access.attendance.columns import CATEGORY, CODE_OF, plain
from data_access.attendance.entry import usable_contact
from data_access.attendance.reading import marks, sources
from data_access.attendance.reading.known_names import GIVEN_NAMES
from data_access.attendance.reading.names import NameKind, kind_of, without_personal_code
from data_access.attendance.reading.tables import Row
from data_access.rules import fold

SAMPLE = 200
"""So many rows tell what a column holds."""
MOSTLY, OFTEN = 0.7, 0.5
TIME = re.compile(r"^\d{1,2}[:.]\d\d([:.]\d\d)?$")


@dataclass(frozen=True)
class Content:
    """What stands in a column: shares of its filled cells, in the first rows."""

    filled: int
    texts: tuple[str, ...] = field(repr=False)

    @classmethod
    def of(cls, body: Iterable[Row], index: int) -> "Content":
        """The column of the index in the first rows that are no footer."""
        cells = [
            without_personal_code(row[index]) for _, row in islice(body, SAMPLE)
            if index < len(row) and row[index] and not marks.ends_list(row)
        ]  # fmt: skip
        return cls(len(cells), tuple(cells))

    def share(self, fits: Callable[[str], bool]) -> float:
        """Of the filled cells, which part fits."""
        return sum(map(fits, self.texts)) / self.filled if self.filled else 0.0

    def is_mostly(self, fits: Callable[[str], bool]) -> bool:
        """Whether most of it fits."""
        return self.share(fits) >= MOSTLY


def is_category(text: str) -> bool:
    """Whether a text is a word for whom somebody represents."""
    return plain(text) in CODE_OF[CATEGORY]


def is_status(text: str) -> bool:
    """Whether a text says whether somebody came."""
    return sources.status_word(text) is not None or marks.marked(text) is not None


def is_time(text: str) -> bool:
    """Whether a text is a time of day."""
    return TIME.match(text) is not None


def is_mark(text: str) -> bool:
    """Whether a text is one sign, whatever it may mean, or a mark of presence."""
    return marks.marked(text) is not None or len(text.partition(" (")[0]) == 1


def is_contact(text: str) -> bool:
    """Whether a text is an address or a telephone number."""
    return usable_contact(text) is not None


def is_phone(text: str) -> bool:
    """Whether a text is a telephone number."""
    return kind_of(text) is NameKind.TELEPHONE


def is_body(text: str) -> bool:
    """Whether a text names an institution."""
    return kind_of(text) is NameKind.ORGANISATION


def is_whole_name(text: str) -> bool:
    """Whether a text may be a given name and a surname."""
    return " " in text and kind_of(text) is NameKind.PERSON


def is_part_of_name(text: str) -> bool:
    """Whether a text may be a given name or a surname."""
    return text.replace("-", "").isalpha() and kind_of(text) is NameKind.PERSON


def has_given(text: str) -> bool:
    """Whether one of the words is a given name that is known: a list of anything else has few."""
    return any(fold(word.strip(",.")) in GIVEN_NAMES for word in text.split())


def is_given(text: str) -> bool:
    """Whether a text is a given name that is known."""
    return fold(text) in GIVEN_NAMES
