"""Numbers that somebody has entered and not stored yet, over those that stood there."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from data_access import denominators
from data_access.denominators import Number, Numbers, Of, Stored
from pages.shared import desk

DRAFTS = "inhabitants-drafts"
Values = dict[str, Any]
"""A whole number by place, None for nothing, or what somebody typed that is no such number."""
Edits = Mapping[int, Mapping[str, Any]]
"""What was typed into the grid, by row and column."""


@dataclass
class Draft:
    """The grid of one population and source, for the places of one division or the country.

    ``base`` is what stood there when the grid was drawn first, ``mine`` what was put over it from
    a file or from a grid that was refused, ``version`` tells one grid from the next.
    """

    code: str
    of: Of
    places: tuple[str, ...]
    base: Numbers
    mine: Values = field(default_factory=dict)
    version: int = 0
    last: Stored | None = None

    @property
    def key(self) -> str:
        """The grid's own name among the widgets."""
        return f"inhabitants-grid-{self.code}-{self.version}"

    @property
    def day(self) -> dt.date | None:
        """The latest day that the source's numbers have so far."""
        days = [number.as_of for number in self.base.values() if number and number.as_of]
        return max(days, default=None)

    @property
    def day_key(self) -> str:
        """The name of the field for the day, which begins anew with another day."""
        return f"inhabitants-day-{self.code}-{self.day}"

    def stands(self) -> Values:
        """What stands there."""
        found = {place: self.base.get(place) for place in self.places}
        return {place: number.value if number else None for place, number in found.items()}

    def shown(self) -> Values:
        """What the grid is filled with: what stands there, and over it what was put there."""
        return self.stands() | self.mine

    def entered(self, edits: Edits) -> Values:
        """What the grid holds, with what was typed into it."""
        typed = {
            self.places[int(at)]: _read(columns["number"])
            for at, columns in edits.items()
            if "number" in columns
        }
        return self.shown() | typed

    def changes(self, values: Values, day: dt.date | None) -> Numbers:
        """What is to be stored. Another day than before is given to all numbers of the source."""
        found: dict[str, Number | None] = {}
        for place, value in values.items():
            was = self.base.get(place)
            number = None if value is None else Number(value, day)
            is_other = (was.value if was else None) != value
            is_of_other_day = was is not None and day not in (self.day, was.as_of)
            if is_other or (number and is_of_other_day):
                found[place] = number
        return found

    def put(self, values: Values) -> None:
        """Let a new grid show these; nothing is stored."""
        self.mine = values
        self.version += 1


def of_choice(of: Of, where: str, places: tuple[str, ...], stands: Numbers) -> Draft:
    """What was begun for the choice; a grid in which nothing was typed follows what stands."""
    drafts: dict[str, Draft] = desk.here().setdefault(DRAFTS, {})
    code = f"{where}-{of.population}-{of.source}"
    draft = drafts.setdefault(code, Draft(code, of, places, stands))
    if draft.base != stands and not edits(draft):
        draft.base = stands
        draft.put(draft.mine)
    return draft


def edits(draft: Draft) -> Edits:
    """What was typed into the grid since it was drawn first."""
    found: Edits = st.session_state.get(draft.key, {}).get("edited_rows", {})
    return found


def _read(typed: str | None) -> int | str | None:
    """What was typed into a cell; what is no number of inhabitants is refused in storing."""
    found = denominators.whole(typed or "")
    if found is denominators.Unread.NO_NUMBER:
        return None
    return str(typed) if isinstance(found, denominators.Unread) else found
