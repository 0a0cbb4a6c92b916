"""The register of recommendations kept by hand: entries, their wording, and what hangs on them."""

from data_access.recommendations.keeping.addressing import address, unaddress
from data_access.recommendations.keeping.bulk import (
    CHANGED_AT_ONCE,
    Change,
    Changed,
    TooMany,
    What,
    change_many,
)
from data_access.recommendations.keeping.carrying import CARRIED, carry, uncarry
from data_access.recommendations.keeping.entries import (
    Edited,
    Kept,
    add,
    edit,
    kept,
    next_reference,
    remove,
)
from data_access.recommendations.keeping.linking import LINK, link, unlink
from data_access.recommendations.keeping.problems import (
    ActivityElsewhere,
    CarriedBack,
    DeadlineBeforeMade,
    LinkBackwards,
    LinkInCircle,
    LinkToItself,
    MadeAhead,
    NotInBothLanguages,
    ReferenceTaken,
    ReferenceUnusable,
    RoundUnknown,
    SpokenOf,
    StandsAlready,
    WordedAlike,
)
from data_access.recommendations.keeping.rows import beyond, current
from data_access.recommendations.keeping.wording import (
    VERSIONS,
    versions,
    word_anew,
)

__all__ = [
    "CARRIED",
    "CHANGED_AT_ONCE",
    "LINK",
    "VERSIONS",
    "ActivityElsewhere",
    "CarriedBack",
    "Change",
    "Changed",
    "DeadlineBeforeMade",
    "Edited",
    "Kept",
    "LinkBackwards",
    "LinkInCircle",
    "LinkToItself",
    "MadeAhead",
    "NotInBothLanguages",
    "ReferenceTaken",
    "ReferenceUnusable",
    "RoundUnknown",
    "SpokenOf",
    "StandsAlready",
    "TooMany",
    "What",
    "WordedAlike",
    "add",
    "address",
    "beyond",
    "carry",
    "change_many",
    "current",
    "edit",
    "kept",
    "link",
    "next_reference",
    "remove",
    "unaddress",
    "uncarry",
    "unlink",
    "versions",
    "word_anew",
]
