"""Which meeting of the Council is looked at."""

from dataclasses import dataclass
from typing import Any

import streamlit as st

from data_access import reviewing
from data_access.clock import today
from data_access.filters import Filters
from pages.shared import choices, data, desk
from pages.shared.words import Words, safe

Row = dict[Any, Any]
NAME, ENTRY = "meeting", "entry"
LOOKED_AT = "review-meeting"


@dataclass(frozen=True)
class Meeting:
    """A meeting, as its row tells of it."""

    number: int
    row: Row

    @property
    def day(self) -> Any:
        """The day of the meeting."""
        return self.row["held_on"].date()

    @property
    def is_ahead(self) -> bool:
        """Whether the Council has yet to meet."""
        return bool(self.day > today())

    def called(self, words: Words) -> str:
        """The day and the title."""
        return f"{words.date(self.day)} · {words.pick(self.row, 'title')}"


def meetings() -> list[Meeting]:
    """Every meeting, the latest first."""
    rows = data.frame(reviewing.meetings, Filters()).to_dict("records")
    return [Meeting(int(row["number"]), row) for row in rows]


def none_yet(words: Words) -> None:
    """That there is no meeting, and what a meeting is for."""
    st.info(
        words.say(
            "No meeting of the Council is known here yet. Once one is added, this page lists what "
            "the Council has to look at, and keeps what it decides."
        )
    )


def choose(words: Words, found: list[Meeting]) -> Meeting:
    """The meeting of the address, else the latest that was held; draws the choice."""
    held = [meeting for meeting in found if not meeting.is_ahead]
    default = held[0] if held else found[-1]
    named = {str(meeting.number): meeting.called(words) for meeting in found}
    _drop_unknown(words, named, str(default.number))
    chosen = choices.choice(
        NAME, words.say("Meeting of the Council"), named, str(default.number), as_list=True
    )
    meeting = next(each for each in found if str(each.number) == chosen)
    _forget_entry_of_another(meeting)
    if meeting.is_ahead:
        text = words.say(
            "The Council meets on {day}. This is what it will have to look at, as things stand "
            "now; decisions are entered once it has met.",
            day=words.date(meeting.day),
        )
        st.info(safe(text))
    return meeting


def _drop_unknown(words: Words, named: dict[str, str], instead: str) -> None:
    """A meeting of the address that is none goes from it, and is told to be none."""
    asked = st.query_params.get(NAME, instead)
    if asked in named:
        return
    del st.query_params[NAME]
    text = words.say(
        "There is no meeting number {number}. Another one is shown: {meeting}.",
        number=asked,
        meeting=named[instead],
    )
    st.warning(safe(text))


def _forget_entry_of_another(meeting: Meeting) -> None:
    """The entry of the address belongs to the meeting that was looked at."""
    noted = desk.here()
    if noted.get(LOOKED_AT, meeting.number) != meeting.number:
        st.query_params.pop(ENTRY, None)
    noted[LOOKED_AT] = meeting.number
