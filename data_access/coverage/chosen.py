"""The place that a reader chose on the map or beside it, as a condition on where records stand."""

from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import ColumnElement, Connection, and_, false, true

from data_access.access import Reader, Right, require
from data_access.filters import Filters
from data_access.places import PlaceUnknown, columns_of
from data_access.rules import Stands


class At(Protocol):
    """What says where a record stands: territory.Standing, or the columns of counted rows."""

    @property
    def place_kind(self) -> ColumnElement[str]: ...

    @property
    def municipality_id(self) -> ColumnElement[int]: ...


@dataclass(frozen=True)
class Chosen:
    """A kind of place and a municipality's number; without a kind every place, or none at all."""

    kind: str | None = None
    municipality_id: int | None = None
    is_unknown: bool = False

    def has(self, at: At) -> ColumnElement[bool]:
        """Whether a record stands there."""
        if self.is_unknown:
            return false()
        if self.kind is None:
            return true()
        is_kind = at.place_kind == self.kind
        if self.municipality_id is None:
            return is_kind
        return and_(is_kind, at.municipality_id == self.municipality_id)


def chosen(connection: Connection, reader: Reader, filters: Filters) -> Chosen:
    """What ``place`` says: ``<division>:<iso>``, a kind of place, ``either:...`` or ``unlisted``.

    Of a place that is unknown there are no records.
    """
    require(reader, Right.READ_FIGURES)
    place = filters.place
    if place is None or place == Stands.UNLISTED:
        return Chosen(place)
    one_of, either, own = place.partition(f"{Stands.EITHER}:")
    try:
        columns = columns_of(connection, reader, own if either and not one_of else place)
    except PlaceUnknown:
        return Chosen(is_unknown=True)
    kind = Stands.EITHER.value if either else columns["place_kind"]
    return Chosen(kind, columns["municipality_id"])
