"""The Council's review: its meetings, what each has to look at, and what was decided there."""

from data_access.reviewing.agenda import (
    AGENDA,
    LINES,
    agenda,
    lines,
)
from data_access.reviewing.decided import DECIDED, decided
from data_access.reviewing.groups import Group
from data_access.reviewing.keeping import (
    MeetingDecided,
    MeetingFarAway,
    add_meeting,
    edit_meeting,
    remove_meeting,
)
from data_access.reviewing.meetings import MEETINGS, meetings
from data_access.reviewing.minutes import MINUTES, minutes

__all__ = [
    "AGENDA",
    "DECIDED",
    "LINES",
    "MEETINGS",
    "MINUTES",
    "Group",
    "MeetingDecided",
    "MeetingFarAway",
    "add_meeting",
    "agenda",
    "decided",
    "edit_meeting",
    "lines",
    "meetings",
    "minutes",
    "remove_meeting",
]
