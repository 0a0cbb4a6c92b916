"""The words of upkeep: who may do what, and what became of a file and of a row."""

from enum import StrEnum


class UploadStatus(StrEnum):
    """Where an uploaded file stands."""

    STAGED = "staged"
    RECORDED = "recorded"
    UNDONE = "undone"


class RowOutcome(StrEnum):
    """What became of one row of an uploaded file."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    MERGED = "merged"
    SKIPPED = "skipped"
    REJECTED = "rejected"


class Role(StrEnum):
    """What an account may be; several may be granted to one person."""

    ADMINISTRATOR = "administrator"
    COORDINATOR = "coordinator"
    MEDIATOR = "mediator"
    INSTITUTION = "institution"
    MANAGER = "manager"
    COUNCIL_MEMBER = "council_member"
    AUDITOR = "auditor"
