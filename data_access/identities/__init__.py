"""Names and contacts shown again: to coordinators, for a stated reason that is on record first."""

from data_access.identities.disclosing import Disclosure, open_names, standing
from data_access.identities.discreet import NamesFault, discreet
from data_access.identities.mending import error_workbook, waiting_workbook
from data_access.identities.naming import (
    NAMES,
    ROW_NAMES,
    names_in,
    names_of,
    names_waiting,
)
from data_access.identities.occasion import Occasion, occasion_of

__all__ = [
    "NAMES",
    "ROW_NAMES",
    "Disclosure",
    "NamesFault",
    "Occasion",
    "discreet",
    "error_workbook",
    "names_in",
    "names_of",
    "names_waiting",
    "occasion_of",
    "open_names",
    "standing",
    "waiting_workbook",
]
