"""The words of the trade as codes: what the database stores and the address bar shows."""

from enum import StrEnum


class Origin(StrEnum):
    """Where a countable row came from; made-up rows say so on every screen."""

    FACT = "fact"
    SAMPLE = "sample"
    UPLOAD = "upload"
    ENTERED = "entered"


class Category(StrEnum):
    """The capacity in which a person attended one activity; never inferred from a name."""

    STATE = "state"
    MUNICIPAL = "municipal"
    ROMA = "roma"
    NGO = "ngo"
    OTHER = "other"
    NOT_STATED = "not_stated"


class PlaceKind(StrEnum):
    """What sort of place a record names; only a municipality stands on the map."""

    MUNICIPALITY = "municipality"
    NATIONAL_BODY = "national_body"
    ABROAD = "abroad"
    ONLINE = "online"
    NOT_STATED = "not_stated"


class Look(StrEnum):
    """How a map keeps time: in which division of municipalities each record stands."""

    WAS = "was"
    """As it was: in the division of the record's day."""
    REPORTED = "reported"
    """As it was, and of that only what stands on the list of the record's round."""
    TODAY = "today"
    """Carried forward into the division of today."""


class Stands(StrEnum):
    """Where a record stands in a look, where it is on no municipality and of no kind of place."""

    EITHER = "either"
    """Its municipality was divided, and nobody stated in which part it lies."""
    UNLISTED = "unlisted"
    """Its municipality is not on the list of its round."""


class Gender(StrEnum):
    """Gender as stated by the source."""

    WOMAN = "woman"
    MAN = "man"
    OTHER = "other"
    NOT_STATED = "not_stated"


class AgeBand(StrEnum):
    """Age bands of the European Social Fund Plus: Regulation (EU) 2021/1057, Annex I."""

    UNDER_18 = "under_18"
    FROM_18_TO_29 = "18_29"
    FROM_30_TO_54 = "30_54"
    FROM_55 = "55_plus"
    NOT_STATED = "not_stated"


class AttendanceStatus(StrEnum):
    """Only ``attended`` counts; ``registered`` never does."""

    ATTENDED = "attended"
    REGISTERED = "registered"
    NOT_STATED = "not_stated"


class ActivityKind(StrEnum):
    """Forms that an activity of the platform takes."""

    MEETING = "meeting"
    TRAINING = "training"
    SEMINAR = "seminar"
    VISIT = "visit"
    WORKSHOP = "workshop"
    COURSE = "course"
    STORY = "story"


class Area(StrEnum):
    """Policy areas: the seven of the EU Roma framework 2020-2030, then culture and youth."""

    EQUALITY = "equality"
    INCLUSION = "inclusion"
    PARTICIPATION = "participation"
    EDUCATION = "education"
    EMPLOYMENT = "employment"
    HEALTH = "health"
    HOUSING = "housing"
    CULTURE = "culture"
    YOUTH = "youth"
    NOT_STATED = "not_stated"


class Precision(StrEnum):
    """How exactly a source states a date; the stored dates bound the stated span."""

    DAY = "day"
    MONTH = "month"
    HALF_YEAR = "half_year"
    YEAR = "year"
    HORIZON = "horizon"
    NOT_STATED = "not_stated"


class Quality(StrEnum):
    """What kind of answer a figure is: a number, a protected number, or why there is none."""

    EXACT = "exact"
    PROTECTED = "protected"
    NOT_STATED = "not_stated"
    NO_DATA = "no_data"


class Figure(StrEnum):
    """What a document can report as a number."""

    PARTICIPANTS = "participants"
    PARTICIPANTS_STATE_MUNICIPAL = "participants_state_municipal"
    PARTICIPANTS_ROMA = "participants_roma"
    PARTICIPANTS_NGO_OTHER = "participants_ngo_other"
    FAMILIES = "families"
    MUNICIPALITIES = "municipalities"
    MEDIATORS = "mediators"
    SERVICE_MONTHS = "service_months"
    MEDIATOR_FAMILIES = "mediator_families"
    HEADCOUNT = "headcount"
    APPLICANTS = "applicants"
    COMPLETED_IN_PART = "completed_in_part"
    STORIES = "stories"
    FOREIGN_PROJECT_PARTICIPANTS = "foreign_project_participants"


ROUND_FIGURES: tuple[Figure, ...] = (
    Figure.PARTICIPANTS,
    Figure.PARTICIPANTS_STATE_MUNICIPAL,
    Figure.PARTICIPANTS_ROMA,
    Figure.PARTICIPANTS_NGO_OTHER,
    Figure.FAMILIES,
    Figure.MUNICIPALITIES,
    Figure.MEDIATORS,
    Figure.SERVICE_MONTHS,
    Figure.MEDIATOR_FAMILIES,
)

PARTICIPANT_PARTS: tuple[Figure, ...] = (
    Figure.PARTICIPANTS_STATE_MUNICIPAL,
    Figure.PARTICIPANTS_ROMA,
    Figure.PARTICIPANTS_NGO_OTHER,
)


class Qualifier(StrEnum):
    """How firmly a document states a figure."""

    EXACT = "exact"
    ABOUT = "about"
    MORE_THAN = "more_than"


class GapRule(StrEnum):
    """What a reported figure is held against."""

    SUM_OF_PARTS = "sum_of_parts"
    MEDIATOR_FAMILIES = "mediator_families"
    NAMED_PLACES = "named_places"


class GapStatus(StrEnum):
    """Where an open question about two figures stands; no status fills the figure in."""

    OPEN = "open"
    EXPLAINED = "explained"
    UNEXPLAINABLE = "unexplainable"


class InstitutionKind(StrEnum):
    """What sort of body an institution is; says nothing about the people who come from it."""

    STATE = "state"
    MUNICIPAL = "municipal"
    NGO = "ngo"
    FOREIGN = "foreign"
    INTERNATIONAL = "international"
    OTHER = "other"
    NOT_STATED = "not_stated"


class ActivityPart(StrEnum):
    """The part an institution had in an activity."""

    ORGANISER = "organiser"
    PARTICIPANT = "participant"
    HOST = "host"


class StatementKind(StrEnum):
    """What a document says about a round in words."""

    TASK = "task"
    AIM = "aim"
    MEASURE = "measure"
    DIRECTION = "direction"
    RESULT = "result"
    NOTE = "note"


class ReportedPlaceRole(StrEnum):
    """Why a round's document lists a municipality."""

    REPRESENTED = "represented"
    MEDIATOR = "mediator"


class FigureScope(StrEnum):
    """What a reported figure is about."""

    ROUND = "round"
    ACTIVITY = "activity"
    POST = "post"


class FigureKind(StrEnum):
    """Whether a document plans a figure or reports it reached."""

    PLANNED = "planned"
    REPORTED = "reported"


class Population(StrEnum):
    """Whom a denominator counts."""

    INHABITANTS = "inhabitants"
    ROMA = "roma"
