"""Recommendations: the register, where each entry stands, and how it came to stand there."""

from data_access.recommendations.ageing import AGEING, Age, ageing
from data_access.recommendations.beside import (
    CARRIED,
    DISAGREEMENTS,
    EVIDENCE,
    MARKS,
    carried,
    disagreements,
    evidence,
    marks,
)
from data_access.recommendations.choices import (
    CATALOGUE,
    catalogue,
)
from data_access.recommendations.claiming import (
    DocumentUnknown,
    NotAnAddressee,
    ReportAhead,
    ReportInWords,
    claim,
)
from data_access.recommendations.confirming import decide
from data_access.recommendations.counts import (
    BY_LATENESS,
    BY_STATUS,
    SPREAD,
    by_lateness,
    by_status,
    spread,
)
from data_access.recommendations.disagreeing import (
    DisagreedAlready,
    DisagreementInWords,
    FindingUnknown,
    OwnFinding,
    SameVerdict,
    disagree,
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
from data_access.recommendations.marking import NothingToSettle, SettledAlready, mark, settle
from data_access.recommendations.moved import MOVED, moved
from data_access.recommendations.offering import Offered, offered
from data_access.recommendations.register import REGISTER, Part, how_many, register
from data_access.recommendations.returning import RETURNING, returning
from data_access.recommendations.seeing import DecidedMeanwhile, Seen, seen
from data_access.recommendations.steps import (
    CouncilMetSince,
    DayTooEarly,
    DeadlineBefore,
    EntryUnknown,
    MeetingAhead,
    MeetingBefore,
    MeetingUnknown,
    OwnClaim,
    StepNotOffered,
)
from data_access.recommendations.taking_back import (
    NotOfToday,
    NotYours,
    Stored,
    last_stored,
    take_back,
)
from data_access.recommendations.waiting import ENOUGH, WAITING, waiting
from data_access.recommendations.wanted import Sort, Wanted

__all__ = [
    "ADDRESSEES",
    "AGEING",
    "BY_LATENESS",
    "BY_STATUS",
    "CARRIED",
    "CATALOGUE",
    "DISAGREEMENTS",
    "ENOUGH",
    "EVIDENCE",
    "FINDINGS",
    "HISTORY",
    "LINKS",
    "LISTED",
    "MARKS",
    "MOVED",
    "REGISTER",
    "REPORTS",
    "RETURNING",
    "SPREAD",
    "WAITING",
    "Age",
    "CouncilMetSince",
    "DayTooEarly",
    "DeadlineBefore",
    "DecidedMeanwhile",
    "DisagreedAlready",
    "DisagreementInWords",
    "DocumentUnknown",
    "EntryUnknown",
    "FindingUnknown",
    "MeetingAhead",
    "MeetingBefore",
    "MeetingUnknown",
    "NotAnAddressee",
    "NotOfToday",
    "NotYours",
    "NothingToSettle",
    "Offered",
    "OwnClaim",
    "OwnFinding",
    "Part",
    "ReportAhead",
    "ReportInWords",
    "SameVerdict",
    "Seen",
    "SettledAlready",
    "Sort",
    "StepNotOffered",
    "Stored",
    "Wanted",
    "addressees",
    "ageing",
    "by_lateness",
    "by_status",
    "carried",
    "catalogue",
    "claim",
    "decide",
    "disagree",
    "disagreements",
    "evidence",
    "findings",
    "history",
    "how_many",
    "last_stored",
    "links",
    "listed",
    "mark",
    "marks",
    "moved",
    "offered",
    "register",
    "reports",
    "returning",
    "seen",
    "settle",
    "spread",
    "take_back",
    "waiting",
]
