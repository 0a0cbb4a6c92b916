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
from data_access.figures.keeping import (
    FIGURES_OF,
    CitationMissing,
    FigureOutOfPlace,
    SubjectUnknown,
    add,
    correct,
    let_lead,
    remove,
)
from data_access.figures.kept import KEPT, SUBJECTS, kept, subjects
from data_access.figures.recorded import RECORDED, recorded
from data_access.figures.reported import REPORTED, of_activity, planned, reported
from data_access.figures.represented import REPRESENTED, represented

__all__ = [
    "FIGURES_OF",
    "GAPS",
    "KEPT",
    "RECORDED",
    "REPORTED",
    "REPRESENTED",
    "SUBJECTS",
    "CitationMissing",
    "FigureOutOfPlace",
    "GapChanged",
    "GapInWords",
    "GapUnknown",
    "SubjectUnknown",
    "add",
    "answer_gap",
    "correct",
    "gap_history",
    "gaps",
    "kept",
    "let_lead",
    "of_activity",
    "planned",
    "recorded",
    "remove",
    "reported",
    "represented",
    "subjects",
]
