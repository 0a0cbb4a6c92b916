"""The words of mediation: how a family was met, what came of it, why a case ended, who reports."""

from enum import StrEnum


class ContactForm(StrEnum):
    """A mediator's consultation is with one family or with a group."""

    INDIVIDUAL = "individual"
    GROUP = "group"


class ContactPlace(StrEnum):
    """In what kind of place they met; the town is that of the mediator's post."""

    HOME = "home"
    OFFICE = "office"
    INSTITUTION = "institution"
    PUBLIC = "public"
    PHONE = "phone"
    ONLINE = "online"
    NOT_STATED = "not_stated"


class ContactResult(StrEnum):
    """What came of a contact; only ``taken_up`` says that an institution took the need on."""

    INFORMED = "informed"
    APPLIED = "applied"
    REFERRED = "referred"
    TAKEN_UP = "taken_up"
    TURNED_DOWN = "turned_down"
    ARRANGED = "arranged"
    NOTHING = "nothing"
    NOT_STATED = "not_stated"


class ClosingReason(StrEnum):
    """Why a case ended."""

    NEED_MET = "need_met"
    HANDED_OVER = "handed_over"
    MOVED_AWAY = "moved_away"
    OWN_WISH = "own_wish"
    LOST_TOUCH = "lost_touch"
    ROUND_ENDED = "round_ended"
    NOT_STATED = "not_stated"


class Referrer(StrEnum):
    """Who brought a family to the mediator."""

    FAMILY = "family"
    MEDIATOR = "mediator"
    SOCIAL_SERVICE = "social_service"
    SCHOOL = "school"
    HEALTH = "health"
    EMPLOYMENT = "employment"
    NGO = "ngo"
    OTHER = "other"
    NOT_STATED = "not_stated"


class GapReason(StrEnum):
    """Why a post stood empty for some days."""

    LEAVE = "leave"
    SICKNESS = "sickness"
    NOBODY_FOUND = "nobody_found"
    NOT_STATED = "not_stated"


class TrainingKind(StrEnum):
    """What a mediator took part in to learn, or to be advised on the work."""

    TRAINING = "training"
    SUPERVISION = "supervision"
    EXCHANGE = "exchange"
    NOT_STATED = "not_stated"


class ReportStatus(StrEnum):
    """Where a mediator's monthly report stands."""

    WAITING = "waiting"
    RECORDED = "recorded"
    UNDONE = "undone"
