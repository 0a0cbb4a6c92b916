"""Municipalities one by one: their names, what became of their land, and what has reached them."""

from data_access.municipalities.known import ALIASES, KNOWN, aliases, known
from data_access.municipalities.lineage import SUCCESSIONS, successions
from data_access.municipalities.reached import REACHED, reached
from data_access.municipalities.units import UNITS, units

__all__ = [
    "ALIASES",
    "KNOWN",
    "REACHED",
    "SUCCESSIONS",
    "UNITS",
    "aliases",
    "known",
    "reached",
    "successions",
    "units",
]
