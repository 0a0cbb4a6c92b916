"""Every form in which the name of a municipality, or of a part of one, is met."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from data_access.gazetteer.inflection import genitive, locative, nominative
from data_access.gazetteer.land import Land, Municipality, Place
from data_access.gazetteer.wording import Sort, Wording
from data_access.rules import fold

NOVADS, PARISH = " novads", " pag."
WRITTEN_OUT = {NOVADS: "novada nov.", PARISH: "pagasts pagasta parish"}
"""How else people write what sort of place it is."""


@dataclass(frozen=True)
class Form:
    """One form of a name, folded, and the municipality that it stands for or lies in."""

    name: str
    sort: Sort
    place: Place
    is_nominative: bool
    is_part: bool = False


Index = Mapping[str, tuple[Form, ...]]


def index(forms: Iterable[Form]) -> Index:
    """The forms by their names."""
    found: defaultdict[str, list[Form]] = defaultdict(list)
    for form in forms:
        found[form.name].append(form)
    return {name: tuple(those) for name, those in found.items()}


def forms_of(land: Land) -> frozenset[Form]:
    """Nominative, genitive and locative of every municipality, town and parish."""
    found: set[Form] = set()
    for one in land.municipalities.values():
        found.update(_of_municipality(one))
    for name, place in land.units:
        found.update(_of_unit(name, place))
    return frozenset(found)


def in_any_case(name: str) -> str:
    """A name of a place, folded, with its other cases and what it is called in full.

    For looking through: whatever people write of the name stands somewhere in the answer.
    """
    folded = fold(name)
    for ending, words in WRITTEN_OUT.items():
        if folded.endswith(ending):
            stem = folded.removesuffix(ending)
            return " ".join((folded, words, nominative(stem), stem))
    return " ".join((folded, genitive(folded), locative(folded)))


def meant(wording: Wording, on: Index, ever: Index) -> frozenset[Place]:
    """The municipalities that a wording may mean, by the forms of a day and of all days.

    A stated sort holds. Whoever governs governs a municipality, not a town within one. A bare
    nominative is the city before the novads round it; a bare genitive is a town's only where no
    municipality of any day goes by it, which would have had other land.
    """
    those = on.get(wording.name, ())
    if wording.sort is not None:
        may_be_part = wording.sort is Sort.PARISH or not wording.is_authority
        return _places(f for f in those if f.sort is wording.sort and f.is_part <= may_be_part)
    if wording.is_authority:
        return _places(f for f in those if not f.is_part)
    cities = _places(f for f in those if f.sort is Sort.CITY and f.is_nominative and not f.is_part)
    if cities:
        return cities
    is_towns_own = all(form.is_part for form in ever.get(wording.name, ()))
    return _places(
        f
        for f in those
        if not f.is_part or (f.sort is Sort.CITY and (f.is_nominative or is_towns_own))
    )


def _of_municipality(one: Municipality) -> Iterator[Form]:
    name, sort = fold(one.name), Sort.CITY if one.is_city else Sort.NOVADS
    if not name.endswith(NOVADS):
        yield from _inflected(name, sort, one.place)
        return
    name = name.removesuffix(NOVADS)
    yield Form(name, sort, one.place, is_nominative=False)
    yield from _inflected(nominative(name), sort, one.place)


def _of_unit(name: str, place: Place) -> Iterator[Form]:
    folded = fold(name)
    if folded.endswith(PARISH):
        name = folded.removesuffix(PARISH)
        yield Form(name, Sort.PARISH, place, is_nominative=False, is_part=True)
    else:
        yield from _inflected(folded, Sort.CITY, place, is_part=True)


def _inflected(name: str, sort: Sort, place: Place, *, is_part: bool = False) -> Iterator[Form]:
    yield Form(name, sort, place, is_nominative=True, is_part=is_part)
    for changed in {genitive(name), locative(name)} - {name}:
        yield Form(changed, sort, place, is_nominative=False, is_part=is_part)


def _places(forms: Iterable[Form]) -> frozenset[Place]:
    return frozenset(form.place for form in forms)
