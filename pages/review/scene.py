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
    if reference is None:
        return None
    # It stays the one that is looked at, whatever others decide meanwhile.
    st.query_params[ENTRY] = reference
    filters = Filters(recommendation=reference)
    found = data.frame(reviewing.agenda, filters, meeting.number).to_dict("records")
    if not found:
        return None
    seen = Seen(*(int(found[0][name]) for name in ("report", "finding", "mark")))
    before, after = _beside(order, reference)
    return Scene(meeting, reference, found[0], seen, before, after, _following(waiting, reference))


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


def _beside(order: list[str], reference: str) -> tuple[str | None, str | None]:
    """The neighbours in the agenda; of an entry that is not on it, the first comes next."""
    if reference not in order:
        return None, next(iter(order), None)
    at = order.index(reference)
    return (
        order[at - 1] if at else None,
        order[at + 1] if at + 1 < len(order) else None,
    )


def _following(waiting: list[str], reference: str) -> str | None:
    """The next one to be decided after this one, from the beginning again at the end."""
    at = waiting.index(reference) if reference in waiting else -1
    others = [*waiting[at + 1 :], *waiting[: max(at, 0)]]
    return next(iter(others), None)
