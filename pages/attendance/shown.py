"""Names that are switched on: of the rows of a file, or of rows that wait, by their numbers."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from data_access import identities
from data_access.attendance import Sheet
from data_access.identities import Disclosure, Occasion
from pages.attendance import names_shown
from pages.attendance.given import Given
from pages.shared import data
from pages.shared.words import Words, mark

IN_FILE = names_shown.Place("attendance-preview-names", mark("Show the names in this file"))


@dataclass(frozen=True)
class Shown:
    """Under what names are shown, and whom each row speaks of."""

    disclosure: Disclosure
    who: Mapping[int, Mapping[Any, Any]] = field(repr=False)

    def told(self, words: Words, row: int) -> dict[str, str]:
        """The name and the contact of a row, as a table says them."""
        return names_shown.told(words, self.who, row)

    def name(self, row: int) -> str:
        """The name of a row; empty where it has none."""
        return self.who.get(row, {}).get("name") or ""


def in_file(words: Words, given: Given, sheet: Sheet, activity: str) -> Shown | None:
    """The fold over a file, and the names of its rows while they are switched on."""
    occasion = Occasion.of_file(activity, given.content, sheet.part)
    disclosure = names_shown.opened(words, IN_FILE, lambda: occasion)
    return None if disclosure is None else of_sheet(given, sheet, disclosure)


def of_sheet(given: Given, sheet: Sheet, disclosure: Disclosure) -> Shown:
    """The names of a file read in one way or another, under what is switched on already."""
    return _shown(
        disclosure,
        lambda: data.match(
            lambda c, reader: identities.names_in(c, reader, disclosure, given.content, sheet)
        ),
    )


def waiting(words: Words, upload: int) -> Shown | None:
    """The fold over an upload's rows that wait, and their names while they are switched on."""
    label = mark("Show the names of these rows")
    place = names_shown.Place(f"attendance-waiting-{upload}-names", label)
    disclosure = names_shown.opened(
        words,
        place,
        lambda: data.match(lambda c, reader: identities.occasion_of(c, reader, upload)),
    )
    if disclosure is None:
        return None
    return _shown(
        disclosure,
        lambda: data.match(
            lambda c, reader: identities.names_waiting(c, reader, disclosure, upload)
        ),
    )


def discreetly(found: Shown | None) -> AbstractContextManager[None]:
    """Around whatever draws: a fault among names quotes none."""
    return nullcontext() if found is None else identities.discreet()


def _shown(disclosure: Disclosure, ask: Callable[[], pd.DataFrame]) -> Shown:
    with identities.discreet():
        told = ask().set_index("row").to_dict("index")
        return Shown(disclosure, {int(str(row)): one for row, one in told.items()})
