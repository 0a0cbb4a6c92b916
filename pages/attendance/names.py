"""What the codes in a row of attendance are called: institutions and places."""

from collections.abc import Mapping
from dataclasses import dataclass

from data_access import institutions, places
from data_access.filters import Filters
from data_access.rules import Origin, PlaceKind
from pages.shared import data
from pages.shared.vocabulary import PLACE_KINDS
from pages.shared.words import Words


@dataclass(frozen=True)
class Names:
    """Institutions by code and places as ``<division>:<iso>`` or a kind, in the order shown."""

    institutions: Mapping[str, str]
    places: Mapping[str, str]

    def institution(self, code: str | None) -> str:
        """Its name; a dash where none is stated."""
        return "–" if code is None else self.institutions.get(code, code)

    def place(self, place: str) -> str:
        """The municipality or the kind of place."""
        return self.places.get(place, place)


def known(words: Words, asked: Filters) -> Names:
    """The register's institutions, made-up ones left out, and the places of the activity's day."""
    register = data.frame(institutions.listed, Filters()).to_dict("records")
    named = {
        str(row["code"]): words.pick(row, "name")
        for row in register
        if row["origin"] != Origin.SAMPLE
    }
    found = data.frame(places.municipalities, asked).to_dict("records")
    towns = {str(row["place"]): str(row["name"]) for row in found}
    kinds = [kind for kind in PlaceKind if kind is not PlaceKind.MUNICIPALITY]
    return Names(
        _sorted(words, named),
        {kind.value: words.code(PLACE_KINDS, kind) for kind in reversed(kinds)}
        | _sorted(words, towns),
    )


def _sorted(words: Words, named: Mapping[str, str]) -> dict[str, str]:
    """By what they are called, in the order of the Latvian alphabet."""
    order = {name: at for at, name in enumerate(words.sort(named.values()))}
    return dict(sorted(named.items(), key=lambda entry: order[entry[1]]))
