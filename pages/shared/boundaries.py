"""The map that came with a division, and whose boundaries a map shows, as its licence asks."""

from data_access.filters import Filters
from data_access.territory import AddedMap, added_maps
from pages.shared import data
from pages.shared.words import Words


def added(division: str) -> AddedMap | None:
    """The map that was added with the division; None where it is one of those at hand."""
    found = data.ask(added_maps, Filters()).get(division)
    return found if isinstance(found, AddedMap) else None


def attribution(words: Words, found: AddedMap | None) -> str:
    """Whose boundaries these are."""
    if found is not None:
        return words.pick(vars(found), "attribution")
    return words.say(
        "Boundaries: geoBoundaries (Runfola et al. 2020), CC BY 4.0; source: Valsts zemes dienests "
        "(State Land Service), administrative territories as of 01.07.2021; changed: merged into "
        "municipalities, simplified."
    )
