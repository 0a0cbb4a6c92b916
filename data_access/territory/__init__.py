"""Places through time: divisions of municipalities, and where a record stands in each of them."""

from data_access.territory.divisions import (
    DIVISIONS,
    AddedMap,
    NoOutlines,
    Outlines,
    added_maps,
    division_of,
    in_force_today,
    outlines,
)
from data_access.territory.same_land import SHARED, VALIDITY, shared_land, validity
from data_access.territory.standing import STANDS, Standing, code_of, standing

__all__ = [
    "DIVISIONS",
    "SHARED",
    "STANDS",
    "VALIDITY",
    "AddedMap",
    "NoOutlines",
    "Outlines",
    "Standing",
    "added_maps",
    "code_of",
    "division_of",
    "in_force_today",
    "outlines",
    "shared_land",
    "standing",
    "validity",
]
