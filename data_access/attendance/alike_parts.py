"""The parts of names: which may be one part misspelled, and which tell a woman from a man."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from data_access.attendance.common_names import COMMON_GIVEN, COMMON_SURNAMES

BETWEEN = re.compile(r"[\s\-‐‑‒–—.,/]+")
NO_LETTER = re.compile(r"[^\w]")

SHORTEST, SHORT = 3, 4
"""Letters of a part that may be misspelled; a shorter one may lack a letter and no more."""
FURTHER = ((12, 3), (8, 2), (0, 1))
"""From how many letters on a part may have how many mistakes."""
MOST_COMPARED = 1_000
"""Parts of a list that are compared each with each; of more, those that begin or end alike."""
MOST_IN_BLOCK = 250
"""Of those that begin or end alike; where they are more, one letter more has to be the same."""
OFTEN = 5
"""In how many names of a long list a part stands that is no mistake."""

SEXES = (
    *(("s", "a"), ("s", "e"), ("is", "a"), ("is", "e"), ("us", "a"), ("us", "e"), ("ais", "a")),
    *(("as", "a"), ("as", "e"), ("o", "a")),
    *(("ov", "ova"), ("ev", "eva"), ("in", "ina"), ("yn", "yna"), ("ovs", "ova")),
    *(("ski", "ska"), ("sky", "ska"), ("sky", "skaya"), ("skij", "skaja"), ("skii", "skaia")),
    *(("skiy", "skaya"), ("skis", "ska"), ("cki", "cka"), ("dzki", "dzka"), ("zki", "zka")),
    *(("as", "iene"), ("is", "iene"), ("us", "iene"), ("ys", "iene"), ("as", "aite")),
    *(("ов", "ова"), ("ев", "ева"), ("ин", "ина"), ("ын", "ына"), ("скии", "ская")),
    *(("ии", "ая"), ("ыи", "ая"), ("цкии", "цкая")),
)
"""How names of men end, and how the same names of women do."""
OTHER_ENDINGS: Mapping[str, Sequence[str]] = {
    own: sorted({pair[1 - place] for pair in SEXES for place in (0, 1) if pair[place] == own})
    for own in {ending for pair in SEXES for ending in pair}
}
LONGEST_ENDING = max(map(len, OTHER_ENDINGS))
LEAST_STEM = 2
Distances = npt.NDArray[np.integer]
SMALL = "in"
"""What makes Ozoliņa out of Ozola."""


def parts_of(words: Iterable[str]) -> tuple[str, ...]:
    """The parts of a folded name in order of the alphabet; a double name has several."""
    told = sorted(words)
    if "".join(told).isalpha():
        return tuple(told)
    parts = (NO_LETTER.sub("", part) for word in told for part in BETWEEN.split(word))
    return tuple(sorted(part for part in parts if part))


def of_other_sex(part: str) -> Iterator[str]:
    """How a surname is written for the other sex, in each way that its ending allows."""
    for letters in range(1, min(LONGEST_ENDING, len(part) - LEAST_STEM) + 1):
        for ending in OTHER_ENDINGS.get(part[-letters:], ()):
            yield part[:-letters] + ending


def may_be_misspelled(one: str, other: str) -> bool:
    """Whether two parts may be one, written with a mistake or two."""
    if _is_same_name(one, other):
        return True
    return not (
        len(one) == len(other) < SHORT
        or {one, other} <= COMMON_GIVEN
        or {one, other} <= COMMON_SURNAMES
        or other in of_other_sex(one)
        or _is_small(one, other)
        or _is_small(other, one)
    )


def _is_same_name(one: str, other: str) -> bool:
    """Kristīna and Kristīne, Jurijs and Jurij, Natālija and Nataļja: one name in two languages."""
    first, second = sorted((one, other))
    return (
        second == first + "s"
        or first.replace("ij", "j") == second.replace("ij", "j")
        or (first[:-1] == second[:-1] and first[-1:] + second[-1:] == "ae")
    )


def _is_small(whole: str, small: str) -> bool:
    return len(small) == len(whole) + len(SMALL) and any(
        whole.endswith(ending) and small == whole.removesuffix(ending) + SMALL + tail
        for ending in ("s", "a", "is", "e")
        for tail in ("s", "a")
    )


class Neighbours:
    """Of each part of a list's names the others that it may be, misspelled.

    ``times`` says in how many names each part stands. Of very many parts only those that begin or
    end alike are compared, one mistake is as far as they may be from each other, and what stands in
    several names is a name of its own.
    """

    def __init__(self, times: Counter[str]) -> None:
        self._times = times
        self._found: defaultdict[str, list[str]] = defaultdict(list)
        told = ((part, [other for other in of_other_sex(part) if other in times]) for part in times)
        self._other_sex = {part: others for part, others in told if others}
        listed = sorted(part for part in self._times if len(part) >= SHORTEST and part.isalpha())
        self.are_many = len(listed) > MOST_COMPARED
        for block in _blocks(listed) if self.are_many else [listed]:
            self._compare(block)

    def of(self, part: str) -> Sequence[str]:
        """The parts of other names that this one may be."""
        return self._found.get(part, ())

    def of_other_sex(self, surname: str) -> Sequence[str]:
        """The surnames of the list that are this one, written for the other sex."""
        return self._other_sex.get(surname, ())

    def _compare(self, block: Sequence[str]) -> None:
        furthest = 1 if self.are_many else FURTHER[0][1]
        distances = cdist(block, block, scorer=OSA.distance, score_cutoff=furthest)
        near = (distances > 0) & (distances <= np.minimum(_furthest(block), furthest))
        for row, column in np.argwhere(np.triu(near)).tolist():
            one, other = block[row], block[column]
            if self._may_be(one, other):
                self._found[one].append(other)
                self._found[other].append(one)

    def _may_be(self, one: str, other: str) -> bool:
        is_usual = self.are_many and min(self._times[one], self._times[other]) >= OFTEN
        return not is_usual and other not in self._found[one] and may_be_misspelled(one, other)


def _furthest(block: Sequence[str]) -> Distances:
    """How many mistakes may stand between any two of the parts."""
    letters = np.array([len(part) for part in block])
    longer = np.maximum.outer(letters, letters)
    return np.select([longer >= least for least, _ in FURTHER], [most for _, most in FURTHER])


def _blocks(parts: Sequence[str]) -> Iterator[Sequence[str]]:
    """Parts that begin alike, and those that end alike: a mistake stands in one half alone."""
    yield from _beginning_alike(sorted(parts), 0)
    for block in _beginning_alike(sorted(part[::-1] for part in parts), 0):
        yield [part[::-1] for part in block]


def _beginning_alike(parts: Sequence[str], letters: int) -> Iterator[Sequence[str]]:
    """Parts in order of the alphabet, in blocks small enough."""
    if len(parts) <= MOST_IN_BLOCK or letters > max(map(len, parts)):
        yield parts
        return
    for _, block in groupby(parts, key=lambda part: part[: letters + 1]):
        yield from _beginning_alike(list(block), letters + 1)
