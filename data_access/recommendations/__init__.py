"""Recommendations: the register, where each entry stands, and how it came to stand there."""

from data_access.recommendations.claiming import (
    EntryUnknown,
    NotAnAddressee,
    ReportAhead,
    ReportInWords,
    claim,
)
from data_access.recommendations.confirming import (
    MeetingBefore,
    MeetingUnknown,
    OwnClaim,
    ReportUnknown,
    confirm,
)
from data_access.recommendations.counts import (
    BY_LATENESS,
    BY_STATUS,
    SPREAD,
    by_lateness,
    by_status,
    spread,
)
from data_access.recommendations.entries import ADDRESSEES, LISTED, addressees, listed
from data_access.recommendations.events import (
    FINDINGS,
    LINKS,
    REPORTS,
    findings,
    links,
    reports,
)
from data_access.recommendations.history import HISTORY, history
from data_access.recommendations.register import REGISTER, Part, how_many, register
from data_access.recommendations.wanted import Sort, Wanted

__all__ = [
    "ADDRESSEES",
    "BY_LATENESS",
    "BY_STATUS",
    "FINDINGS",
    "HISTORY",
    "LINKS",
    "LISTED",
    "REGISTER",
    "REPORTS",
    "SPREAD",
    "EntryUnknown",
    "MeetingBefore",
    "MeetingUnknown",
    "NotAnAddressee",
    "OwnClaim",
    "Part",
    "ReportAhead",
    "ReportInWords",
    "ReportUnknown",
    "Sort",
    "Wanted",
    "addressees",
    "by_lateness",
    "by_status",
    "claim",
    "confirm",
    "findings",
    "history",
    "how_many",
    "links",
    "listed",
    "register",
    "reports",
    "spread",
]
