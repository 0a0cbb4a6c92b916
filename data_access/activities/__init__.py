"""Activities: the list, what is known of each one, and their upkeep."""

from data_access.activities.keeping import (
    RoundUnknown,
    StillReferredTo,
    add,
    change,
    remove,
)
from data_access.activities.listed import (
    ACTIVITIES,
    DOCUMENTS,
    FURTHER_PLACES,
    INSTITUTIONS,
    MEASURES,
    documents,
    further_places,
    institutions,
    listed,
    measures,
    undated,
)
from data_access.activities.parts import (
    PartKnown,
    add_document,
    add_institution,
    remove_document,
    remove_institution,
)

__all__ = [
    "ACTIVITIES",
    "DOCUMENTS",
    "FURTHER_PLACES",
    "INSTITUTIONS",
    "MEASURES",
    "PartKnown",
    "RoundUnknown",
    "StillReferredTo",
    "add",
    "add_document",
    "add_institution",
    "change",
    "documents",
    "further_places",
    "institutions",
    "listed",
    "measures",
    "remove",
    "remove_document",
    "remove_institution",
    "undated",
]
