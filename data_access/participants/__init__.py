"""Participants: persons and attendances of a selection, and what they are broken down by."""

from data_access.participants.answer import BREAKDOWN, breakdown
from data_access.participants.dimensions import ALWAYS_TOLD, COUNTED_ANEW, Dimension

__all__ = ["ALWAYS_TOLD", "BREAKDOWN", "COUNTED_ANEW", "Dimension", "breakdown"]
