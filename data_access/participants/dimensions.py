"""What participants can be broken down by, and which codes are always told."""

from collections.abc import Mapping
from enum import StrEnum

from data_access.counting import NOT_STATED
from data_access.filters import Filters
from data_access.rules import AgeBand, Area, Category, Gender, Look, PlaceKind, Stands


class Dimension(StrEnum):
    """What participants can be broken down by."""

    CATEGORY = "category"
    ACTIVITY = "activity"
    AREA = "area"
    GENDER = "gender"
    AGE_BAND = "age_band"
    INSTITUTION = "institution"
    PLACE = "place"
    MONTH = "month"


COUNTED_ANEW = frozenset({Dimension.ACTIVITY, Dimension.AREA, Dimension.MONTH})
"""Where one person may come under several codes, so that the persons do not add up."""

ALWAYS_TOLD: Mapping[Dimension, tuple[str, ...]] = {
    Dimension.CATEGORY: tuple(Category),
    Dimension.AREA: tuple(Area),
    Dimension.GENDER: tuple(Gender),
    Dimension.AGE_BAND: tuple(AgeBand),
    Dimension.INSTITUTION: (NOT_STATED,),
    Dimension.PLACE: tuple(kind for kind in PlaceKind if kind is not PlaceKind.MUNICIPALITY),
    Dimension.MONTH: (NOT_STATED,),
}
"""Codes that are told even where nobody counts under them."""


def always_told(filters: Filters) -> list[tuple[str, str]]:
    """Dimensions with their codes that are told; as reported, also what is on no list."""
    told = [(by.value, code) for by, codes in ALWAYS_TOLD.items() for code in codes]
    if filters.look is Look.REPORTED:
        told.append((Dimension.PLACE.value, Stands.UNLISTED.value))
    return told
