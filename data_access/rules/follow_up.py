"""The words of recommendations: what is asked, of whom, what was claimed and what was found."""

from enum import StrEnum


class RecommendationKind(StrEnum):
    """An entry of the register asks something of others, or binds its authors."""

    RECOMMENDATION = "recommendation"
    UNDERTAKING = "undertaking"


class AddresseeRole(StrEnum):
    """Who leads on a recommendation and who supports; no row at all means not stated."""

    LEAD = "lead"
    SUPPORTING = "supporting"


class RecommendationLinkKind(StrEnum):
    """How one recommendation stands to an earlier one."""

    REPEATS = "repeats"
    REPLACES = "replaces"
    NARROWS = "narrows"


class Claim(StrEnum):
    """What an addressee's progress report says."""

    ACCEPTED = "accepted"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    PARTLY_DONE = "partly_done"
    NOT_ACCEPTED = "not_accepted"


class Verdict(StrEnum):
    """What the Council found."""

    DONE = "done"
    PARTLY_DONE = "partly_done"
    NOT_DONE = "not_done"
    SUPERSEDED = "superseded"
