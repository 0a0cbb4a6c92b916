"""Which names of a list are worth comparing: of very many names hardly any is like another one.

What is kept of all of them is a number or two each, and their parts; the few that are worth it are
looked at again.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import combinations

import numpy as np

from data_access.attendance.alike_parts import Neighbours, parts_of

LEAST_PARTS, MOST_PARTS = 2, 5
NOTHING_BETWEEN = dict.fromkeys(map(ord, " -.,'’`"))

Parts = tuple[str, ...]


class Worth:
    """What the names of a list, which come folded, have that others of them may be like.

    A name may be worth comparing that is like no other in the end; none that is like another one
    is left out.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._times: Counter[str] = Counter()
        self._sought: set[Parts] = set()
        self._initials: set[tuple[Parts, str]] = set()
        self._letters = self._gather(names)
        self.neighbours = Neighbours(self._times)

    def __contains__(self, name: str) -> bool:
        """Whether another name of the list may be like this one."""
        parts = parts_of(name.split())
        return (
            len(parts) > LEAST_PARTS
            or any(map(self._may_be_another, parts))
            or parts in self._sought
            or hash(run_together(name)) in self._letters
            or self._writes_initial_out(parts)
        )

    def _gather(self, names: Iterable[str]) -> frozenset[int]:
        """Note the parts of each name, once for equal ones; letters that stand in several."""
        letters = array("q")
        known: set[int] = set()
        for name in names:
            letters.append(hash(run_together(name)))
            parts = parts_of(name.split())
            if not name.replace(" ", "").isalpha():
                self._sought.add(parts)
            if hash(parts) not in known:
                known.add(hash(parts))
                self._note(parts)
        return _several(letters)

    def _note(self, parts: Parts) -> None:
        self._times.update(parts)
        self._sought.update(reduced(parts))
        if any(len(part) == 1 for part in parts):
            self._initials.update(one for one in one_apart(parts) if len(one[1]) == 1)

    def _may_be_another(self, part: str) -> bool:
        neighbours = self.neighbours
        return bool(len(part) == 1 or neighbours.of(part) or neighbours.of_other_sex(part))

    def _writes_initial_out(self, parts: Parts) -> bool:
        if not self._initials:
            return False
        return any((rest, part[0]) in self._initials for rest, part in one_apart(parts))


def reduced(parts: Parts) -> Iterator[Parts]:
    """What is left where one part of a double name, or two, are left out."""
    if LEAST_PARTS < len(parts) <= MOST_PARTS:
        for many in range(LEAST_PARTS, len(parts)):
            yield from combinations(parts, many)


def one_apart(parts: Parts) -> Iterator[tuple[Parts, str]]:
    """Each part with the others beside it."""
    for place, part in enumerate(parts):
        yield parts[:place] + parts[place + 1 :], part


def run_together(name: str) -> str:
    """The letters of a name, however they are divided."""
    return name.translate(NOTHING_BETWEEN)


def _several(numbers: "array[int]") -> frozenset[int]:
    """Those that are there more than once."""
    found, times = np.unique(np.frombuffer(numbers, dtype=np.int64), return_counts=True)
    return frozenset(found[times > 1].tolist())
