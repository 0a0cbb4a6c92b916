"""Coverage: where people came from, where activities were held, where mediators served."""

from data_access.coverage.aside import CANDIDATES, UNLISTED, candidates, unlisted
from data_access.coverage.became import BECAME, became
from data_access.coverage.behind import (
    ATTENDED,
    HELD,
    POSTS,
    RECOMMENDED,
    REPORTED,
    attended_from,
    held_at,
    posts_at,
    recommended_for,
    reported_at,
)
from data_access.coverage.places import PLACES, places

__all__ = [
    "ATTENDED",
    "BECAME",
    "CANDIDATES",
    "HELD",
    "PLACES",
    "POSTS",
    "RECOMMENDED",
    "REPORTED",
    "UNLISTED",
    "attended_from",
    "became",
    "candidates",
    "held_at",
    "places",
    "posts_at",
    "recommended_for",
    "reported_at",
    "unlisted",
]
