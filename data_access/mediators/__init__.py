"""Mediators' posts and what belongs to them: gaps, substitution, trainings, support."""

from data_access.mediators import gaps, posts, support, trainings
from data_access.mediators.belonging import FAMILIES, GAPS, TRAININGS
from data_access.mediators.belonging import families as families_of_posts
from data_access.mediators.belonging import gaps as gaps_of_posts
from data_access.mediators.belonging import trainings as trainings_of_posts
from data_access.mediators.days import ROUNDED
from data_access.mediators.families import correct as correct_family
from data_access.mediators.listed import POSTS, listed, undated
from data_access.mediators.problems import (
    FamilyUnknown,
    GapOutside,
    GapsLeftOutside,
    GapsOverlap,
    HoursUnusable,
    NothingStated,
    PostUnknown,
    RecordsLeftOutside,
    SizeUnusable,
    StillReferredTo,
    SubstitutesElsewhere,
    SubstitutesInCircle,
    SubstitutesItself,
)
from data_access.mediators.supported import SUPPORTED, supported, without_day
from data_access.mediators.tables import STATED, add_line
from data_access.mediators.telling import untold

__all__ = [
    "FAMILIES",
    "GAPS",
    "POSTS",
    "ROUNDED",
    "STATED",
    "SUPPORTED",
    "TRAININGS",
    "FamilyUnknown",
    "GapOutside",
    "GapsLeftOutside",
    "GapsOverlap",
    "HoursUnusable",
    "NothingStated",
    "PostUnknown",
    "RecordsLeftOutside",
    "SizeUnusable",
    "StillReferredTo",
    "SubstitutesElsewhere",
    "SubstitutesInCircle",
    "SubstitutesItself",
    "add_line",
    "correct_family",
    "families_of_posts",
    "gaps",
    "gaps_of_posts",
    "listed",
    "posts",
    "support",
    "supported",
    "trainings",
    "trainings_of_posts",
    "undated",
    "untold",
    "without_day",
]
