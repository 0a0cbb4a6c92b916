"""Names of a list that may be one name misspelled: a question to somebody, never an answer.

Names are compared part by part, folded and in any order. A part may be misspelled, an initial, or
left out of a double name. What many are called (``common_names``), an ending that tells a woman
from a man, and a diminutive make another name: relatives and spouses are asked about by nobody.
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product
from operator import attrgetter

from rapidfuzz.distance import Indel

from data_access.attendance.alike_parts import Neighbours, parts_of
from data_access.attendance.alike_worth import (
    LEAST_PARTS,
    Parts,
    Worth,
    one_apart,
    reduced,
    run_together,
)
from data_access.rules import fold

LIKENESS = 0.85
"""Of the letters of two folded names, from which on they may be one name."""
MOST_MISSPELLED = 2
LEAST_ALONE = 6
"""Letters of a name of one word that may be misspelled."""
MOST_NAMESAKES = 50
"""Rows of one name that are compared with those of another, the first ones."""


@dataclass(frozen=True, slots=True)
class Named:
    """A row, or the first one of a person: the name as it is written, and what else tells who.

    ``contact`` and ``institution`` are compared for being equal alone: matches do as well as texts.
    """

    number: int
    name: str = field(repr=False)
    contact: Hashable = field(default=None, repr=False)
    institution: Hashable = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class _Name:
    """One way to write a name, and the rows that write it so, those that say the same once."""

    text: str
    parts: Parts
    rows: tuple[Named, ...]


def similar(lines: Collection[Named]) -> Iterator[tuple[int, int]]:
    """Numbers of two rows, the lower one first, whose names may be one name misspelled.

    The same name in another order is no other name, and nobody is asked about two who differ in
    contact and in institution. Time grows with the number of different names, not with its square.
    The lines are gone through twice, so that they may be made on the way.
    """
    worth = Worth(fold(line.name) for line in lines)
    names = _names(line for line in lines if fold(line.name) in worth)
    seen: set[tuple[int, int]] = set()
    for one, other in _alike(names, worth.neighbours):
        for first, second in _unsettled(one, other):
            pair = (min(first, second), max(first, second))
            if pair not in seen:
                seen.add(pair)
                yield pair


def _names(lines: Iterable[Named]) -> list[_Name]:
    """The names of a list, each once; in another order it is the same."""
    rows: defaultdict[Parts, list[Named]] = defaultdict(list)
    texts: dict[Parts, str] = {}
    for line in sorted(lines, key=attrgetter("number")):
        text = fold(line.name)
        key = tuple(sorted(text.split()))
        texts.setdefault(key, text)
        rows[key].append(line)
    return [
        _Name(texts[key], parts, _telling(named))
        for key, named in rows.items()
        if (parts := parts_of(key))
    ]


def _telling(rows: list[Named]) -> tuple[Named, ...]:
    if len(rows) == 1:
        return (rows[0],)
    first = {(row.contact, row.institution): row for row in reversed(rows)}
    return tuple(sorted(first.values(), key=attrgetter("number"))[:MOST_NAMESAKES])


def _alike(names: Sequence[_Name], neighbours: Neighbours) -> Iterator[tuple[_Name, _Name]]:
    by_parts: defaultdict[Parts, list[_Name]] = defaultdict(list)
    for name in names:
        by_parts[name.parts].append(name)
    by_initial = _by_initial(by_parts)
    for parts, written in by_parts.items():
        yield from combinations(written, 2)
        shorter = [key for key in reduced(parts) if key in by_parts]
        for key in (*shorter, *by_initial.get(parts, ())):
            yield from product(written, by_parts[key])
        for name in written:
            for key in _other_sex(name, neighbours):
                yield from ((name, other) for other in by_parts.get(key, ()))
        for key in _misspelled(parts, neighbours):
            for one, other in product(written, by_parts.get(key, ())):
                if _likeness(one, other) >= LIKENESS:
                    yield one, other
    yield from _run_together(names)


def _likeness(one: _Name, other: _Name) -> float:
    """Of the texts as they are written, or in the order of their parts."""
    ordered = Indel.normalized_similarity(" ".join(one.parts), " ".join(other.parts))
    return max(Indel.normalized_similarity(one.text, other.text), ordered)


def _misspelled(parts: Parts, neighbours: Neighbours) -> Iterator[Parts]:
    """The same parts with one or two of them spelled as another part of the list is."""
    if len(parts) < LEAST_PARTS and len("".join(parts)) < LEAST_ALONE:
        return
    places = [place for place, part in enumerate(parts) if neighbours.of(part)]
    most = 1 if neighbours.are_many else MOST_MISSPELLED
    for many in range(1, min(most, len(places)) + 1):
        for chosen in combinations(places, many):
            for spelled in product(*(neighbours.of(parts[place]) for place in chosen)):
                changed = list(parts)
                for place, part in zip(chosen, spelled, strict=True):
                    changed[place] = part
                yield tuple(sorted(changed))


def _by_initial(by_parts: Iterable[Parts]) -> dict[Parts, list[Parts]]:
    """For names with an initial, those that write it out; the rest is the same in both."""
    wanted: defaultdict[tuple[Parts, str], list[Parts]] = defaultdict(list)
    for parts in by_parts:
        for rest, part in one_apart(parts):
            if len(part) == 1 and any(len(each) > 1 for each in rest):
                wanted[rest, part].append(parts)
    found: defaultdict[Parts, list[Parts]] = defaultdict(list)
    for parts in by_parts if wanted else ():
        for rest, part in one_apart(parts):
            for short in wanted.get((rest, part[0]), ()) if len(part) > 1 else ():
                found[short].append(parts)
    return found


def _other_sex(name: _Name, neighbours: Neighbours) -> Iterator[Parts]:
    """The very same given name with the surname of the other sex: hardly two persons."""
    *given, surname = name.text.split()
    if given and all(len(part) > 1 for part in name.parts):
        for other in neighbours.of_other_sex(surname):
            yield tuple(sorted((*given, other)))


def _run_together(names: Iterable[_Name]) -> Iterator[tuple[_Name, _Name]]:
    """Names whose letters are the same, divided in another way."""
    together: defaultdict[str, list[_Name]] = defaultdict(list)
    for name in names:
        together[run_together(name.text)].append(name)
    for found in together.values():
        yield from combinations(found, 2)


def _unsettled(one: _Name, other: _Name) -> Iterator[tuple[int, int]]:
    """For each row the first one of the other name that may be the same person's."""
    for rows, others in ((one.rows, other.rows), (other.rows, one.rows)):
        for row in rows:
            for before in others:
                if before.number < row.number and _may_be_one(row, before):
                    yield before.number, row.number
                    break


def _may_be_one(row: Named, other: Named) -> bool:
    return not (_differ(row.contact, other.contact) and _differ(row.institution, other.institution))


def _differ(one: Hashable, other: Hashable) -> bool:
    return one is not None and other is not None and one != other
