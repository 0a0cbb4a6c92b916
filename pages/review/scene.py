"""One entry before the Council: which one, what was seen of it, and which comes next."""

import time
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from data_access import recommendations, reviewing
from data_access.access import Right
from data_access.filters import Filters
from data_access.recommendations import Offered, Seen
from pages.review.choosing import ENTRY, Meeting
from pages.shared import data, desk

Row = dict[Any, Any]
PAUSE_SECONDS = 0.35
"""A key that comes sooner after an entry was drawn was not meant for it: it was held down."""
DRAWN = "review-drawn"


@dataclass(frozen=True)
class Scene:
    """What stands before the reader; ``line`` is its row of the agenda."""

    meeting: Meeting
    reference: str
    line: Row
    seen: Seen
    before: str | None
    after: str | None
    pending: str | None
    """The next entry of which nothing was decided yet."""

    def is_read(self) -> bool:
        """Whether the entry was on screen for long enough; starts the time anew if not."""
        of, since = desk.here().get(DRAWN, (None, 0.0))
        now = time.monotonic()
        if of == self._name and now - since >= PAUSE_SECONDS:
            return True
        desk.here()[DRAWN] = (self._name, now)
        return False

    def is_drawn(self) -> None:
        """The entry comes on screen."""
        if desk.here().get(DRAWN, (None,))[0] != self._name:
            desk.here()[DRAWN] = (self._name, time.monotonic())

    def is_over(self) -> None:
        """What comes on screen next has to be read first, be it the same entry."""
        desk.here().pop(DRAWN, None)

    @property
    def filters(self) -> Filters:
        """The entry alone, whatever its round."""
        return Filters(recommendation=self.reference)

    @property
    def _name(self) -> tuple[int, str]:
        return self.meeting.number, self.reference


def scene(meeting: Meeting, lines: pd.DataFrame) -> Scene | None:
    """The entry of the address, else the first to be decided; None where there is none."""
    order = [str(reference) for reference in lines["reference"]]
    waiting = order[: len(order) - int(lines["is_done"].sum())]
    reference = st.query_params.get(ENTRY) or next(iter(waiting), None)
    line = None if reference is None else _line(meeting, reference)
    if reference is None or line is None:
        return None
    # It stays the one that is looked at, whatever others decide meanwhile.
    st.query_params[ENTRY] = reference
    seen = Seen(*(int(line[name]) for name in ("report", "finding", "mark")))
    turns = [str(each) for each in lines.sort_values("turn")["reference"]]
    pending = _following(turns, set(waiting), reference)
    before = next(iter(_from(turns[::-1], reference)), None) if reference in turns else None
    after = next(iter(_from(order, reference)), None)
    if line["is_done"] and pending is not None:
        after = pending
    return Scene(meeting, reference, line, seen, before, after, pending)


def drop_unknown(meeting: Meeting) -> str | None:
    """An entry of the address that the meeting does not know goes from it; which one that is."""
    reference = st.query_params.get(ENTRY)
    if not reference or _line(meeting, reference) is not None:
        return None
    del st.query_params[ENTRY]
    return reference


def _line(meeting: Meeting, reference: str) -> Row | None:
    filters = Filters(recommendation=reference)
    found = data.frame(reviewing.agenda, filters, meeting.number).to_dict("records")
    return found[0] if found else None


def decisions(scene: Scene) -> list[Row]:
    """What was entered of the entry at this meeting, in that order."""
    found = data.frame(reviewing.decided, scene.filters, scene.meeting.number)
    return found.to_dict("records")


def offer(scene: Scene) -> Offered | None:
    """The steps that are open to the reader; None for whoever decides nothing here."""
    if scene.meeting.is_ahead or not data.may(Right.CONFIRM):
        return None
    day = scene.meeting.day
    # Which roles the reader ever had is not for the dashboards' door to tell.
    return data.match(lambda c, who: recommendations.offered(c, who, scene.reference, day))


def go(reference: str | None) -> None:
    """The entry that comes next."""
    if reference is None:
        st.query_params.pop(ENTRY, None)
    else:
        st.query_params[ENTRY] = reference


def _from(order: list[str], reference: str) -> list[str]:
    """What comes after the entry; after one that is not there, everything."""
    return order[order.index(reference) + 1 :] if reference in order else order


def _following(turns: list[str], waiting: set[str], reference: str) -> str | None:
    """The next one to be decided after this one, from the beginning again at the end."""
    others = [*_from(turns, reference), *turns]
    return next((each for each in others if each in waiting and each != reference), None)
