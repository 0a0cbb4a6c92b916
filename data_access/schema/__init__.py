"""The tables, by the names under which every question knows them; one module a noun."""

from data_access.schema.accounts import (
    account,
    audit_event,
    change,
    data_version,
    reading_key,
    role_grant,
    session,
)
from data_access.schema.activities import (
    activity,
    activity_day,
    activity_document,
    activity_further_place,
    activity_institution,
    document,
)
from data_access.schema.base import metadata
from data_access.schema.figures import (
    gap,
    reported_figure,
)
from data_access.schema.institutions import (
    institution,
    institution_alias,
    institution_word,
)
from data_access.schema.mediation import (
    case_need,
    contact,
    family,
    family_support,
    mediation_case,
    mediator,
    mediator_post,
)
from data_access.schema.people import (
    attendance,
    attendance_day,
    person,
    person_identity,
    person_merge,
)
from data_access.schema.places import (
    denominator,
    division,
    municipality,
    municipality_alias,
    succession,
    territorial_unit,
    unit_membership,
)
from data_access.schema.recommendations import (
    confirmation,
    council_meeting,
    progress_report,
    progress_report_document,
    recommendation,
    recommendation_addressee,
    recommendation_link,
    recommendation_version,
)
from data_access.schema.rounds import (
    reported_place,
    round,
    round_statement,
    source,
)
from data_access.schema.uploads import (
    remembered_decision,
    upload,
    upload_row,
)

__all__ = [
    "account",
    "activity",
    "activity_day",
    "activity_document",
    "activity_further_place",
    "activity_institution",
    "attendance",
    "attendance_day",
    "audit_event",
    "case_need",
    "change",
    "confirmation",
    "contact",
    "council_meeting",
    "data_version",
    "denominator",
    "division",
    "document",
    "family",
    "family_support",
    "gap",
    "institution",
    "institution_alias",
    "institution_word",
    "mediation_case",
    "mediator",
    "mediator_post",
    "metadata",
    "municipality",
    "municipality_alias",
    "person",
    "person_identity",
    "person_merge",
    "progress_report",
    "progress_report_document",
    "reading_key",
    "recommendation",
    "recommendation_addressee",
    "recommendation_link",
    "recommendation_version",
    "remembered_decision",
    "reported_figure",
    "reported_place",
    "role_grant",
    "round",
    "round_statement",
    "session",
    "source",
    "succession",
    "territorial_unit",
    "unit_membership",
    "upload",
    "upload_row",
]
