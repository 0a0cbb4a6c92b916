"""Reported figures beside recorded ones, and the open questions between them."""

from data_access.figures.gaps import (
    GAPS,
    GapChanged,
    GapInWords,
    GapUnknown,
    answer_gap,
    gap_history,
    gaps,
)
from data_access.figures.recorded import RECORDED, recorded
from data_access.figures.reported import REPORTED, of_activity, reported

__all__ = [
    "GAPS",
    "RECORDED",
    "REPORTED",
    "GapChanged",
    "GapInWords",
    "GapUnknown",
    "answer_gap",
    "gap_history",
    "gaps",
    "of_activity",
    "recorded",
    "reported",
]
