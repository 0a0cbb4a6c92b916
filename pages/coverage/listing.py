"""The table behind the map: every municipality and every place beside it."""

from typing import Any

import pandas as pd

from pages.coverage.behind import NUMBERS, name_of
from pages.coverage.measures import MEASURES, made_up, says_list
from pages.coverage.numbers import Row, why_missing, written
from pages.shared import tables
from pages.shared.words import Words


def show(words: Words, places: pd.DataFrame, note: str) -> None:
    """One row a place, in Latvian order; ``note`` says round, days and division."""
    headings = {
        "name": words.say("Place"),
        "reported": words.say("Reported as represented"),
        "is_represented": words.say("Recorded attendance"),
        **{column: words.code(NUMBERS, column) for column in NUMBERS},
        "reported_post": words.say("Reported as a mediator's place"),
    }
    rows = [_row(words, row, places) for row in places.to_dict("records")]
    invented = dict.fromkeys(made_up(words, measure, places) for measure in MEASURES.values())
    notes = " ".join([note, *filter(None, invented)])
    tables.behind(words, pd.DataFrame(rows, columns=list(headings)), headings, notes)


def _row(words: Words, row: Row, places: pd.DataFrame) -> dict[str, Any]:
    return {
        "name": name_of(words, row, places),
        "reported": says_list(words, MEASURES["represented"], row),
        "is_represented": _yes_or_no(words, row, "is_represented"),
        "reported_post": says_list(words, MEASURES["mediators"], row),
        **{column: written(words, row, column) for column in NUMBERS},
    }


def _yes_or_no(words: Words, row: Row, column: str) -> str:
    if pd.isna(row[column]):
        return why_missing(words, row, column)
    return words.say("yes") if row[column] else words.say("no")
