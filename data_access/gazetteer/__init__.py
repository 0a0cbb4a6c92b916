"""What the name of a place means on a day: exact names in their forms, never likeness."""

from data_access.gazetteer.abroad import is_another_country, names_another_country
from data_access.gazetteer.forms import in_any_case
from data_access.gazetteer.land import Land, Municipality
from data_access.gazetteer.looking_up import (
    Answer,
    Found,
    Gazetteer,
    NotThen,
    Shared,
    Unknown,
)

__all__ = [
    "Answer",
    "Found",
    "Gazetteer",
    "Land",
    "Municipality",
    "NotThen",
    "Shared",
    "Unknown",
    "in_any_case",
    "is_another_country",
    "names_another_country",
]
