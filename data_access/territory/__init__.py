"""Places through time: divisions of municipalities, and where a record stands in each of them."""

from data_access.territory.divisions import (
    DIVISIONS,
    NoOutlines,
    division_of,
    in_force_today,
    outlines,
)
from data_access.territory.standing import Standing, standing

__all__ = [
    "DIVISIONS",
    "NoOutlines",
    "Standing",
    "division_of",
    "in_force_today",
    "outlines",
    "standing",
]
