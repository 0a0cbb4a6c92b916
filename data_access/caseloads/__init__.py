"""Mediators' caseloads: families, contacts and needs, with the months of service beside them."""

from data_access.caseloads.months import MONTHS, months
from data_access.caseloads.needs import NEEDS, needs
from data_access.caseloads.open_cases import OPEN_CASES, OpenFor, open_cases
from data_access.caseloads.posts import POSTS, posts
from data_access.caseloads.selection import last_day
from data_access.caseloads.totals import TOTALS, totals

__all__ = [
    "MONTHS",
    "NEEDS",
    "OPEN_CASES",
    "POSTS",
    "TOTALS",
    "OpenFor",
    "last_day",
    "months",
    "needs",
    "open_cases",
    "posts",
    "totals",
]
