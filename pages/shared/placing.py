"""Places in forms: the municipalities of the day, and the kinds of places beside the map."""

from collections.abc import Sequence

from data_access import places
from data_access.access import Right
from data_access.filters import Filters
from data_access.rules import PlaceKind
from pages.shared import data, reach
from pages.shared.vocabulary import PLACE_KINDS
from pages.shared.words import Words

BESIDE_MAP = tuple(code for code in reversed(PLACE_KINDS) if code != PlaceKind.MUNICIPALITY)
"""Kinds of places that are no municipality; what is not stated first."""


def offered(
    words: Words,
    chosen: Filters,
    round_: str,
    stood: tuple[str, str] = ("", ""),
    kinds: Sequence[str] = BESIDE_MAP,
) -> dict[str, str]:
    """The kinds, then the municipalities of the division of the day that is chosen, by name.

    Only those where the reader keeps records of the round. ``stood`` is the place as it was
    recorded, and its name: it can be kept though it is of another division.
    """
    beside = {code: words.code(PLACE_KINDS, code) for code in kinds}
    rows = data.frame(places.municipalities, chosen).to_dict("records")
    towns = {str(row["place"]): str(row["name"]) for row in rows}
    place, name = stood
    if ":" in place:
        towns.setdefault(place, name or place)
    elif place in PLACE_KINDS:
        beside.setdefault(place, words.code(PLACE_KINDS, place))
    order = {town: at for at, town in enumerate(words.sort(towns.values()))}
    every = beside | dict(sorted(towns.items(), key=lambda pair: order[pair[1]]))
    return {code: told for code, told in every.items() if is_kept(round_, code)}


def is_kept(round_: str, place: str) -> bool:
    """Whether the reader keeps records of the round that lie there."""
    return reach.may_at(Right.KEEP_RECORDS, round_, place)
