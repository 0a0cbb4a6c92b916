"""The table behind the map: every municipality and every place beside it."""

from typing import Any

import pandas as pd

from pages.coverage.behind import NUMBERS, names_of
from pages.coverage.measures import MEASURES, Measure, made_up, says_list
from pages.coverage.numbers import Row, why_missing, written
from pages.shared import tables
from pages.shared.vocabulary import MISSING
from pages.shared.words import Words


def show(words: Words, measure: Measure, places: pd.DataFrame, note: str) -> None:
    """One row a place, in Latvian order; ``note`` says round, days and division.

    Where the map shows a rate, so does the table, with the number of inhabitants behind it.
    """
    rate = {}
    if measure.scale:
        inhabitants = words.say("Inhabitants, as the source states them")
        rate = {"denominator": inhabitants, measure.drawn: words.say(measure.scale)}
    headings = {
        "name": words.say("Place"),
        "reported": words.say("Reported as represented"),
        "is_represented": words.say("Recorded attendance"),
        **{column: words.code(NUMBERS, column) for column in NUMBERS},
        "reported_post": words.say("Reported as a mediator's place"),
        **rate,
    }

    def rows() -> pd.DataFrame:
        names = names_of(words, places)
        found = [
            _row(words, row)
            | {"name": names[row["place"]]}
            | {column: _of_rate(words, row, column) for column in rate}
            for row in places.to_dict("records")
        ]
        return pd.DataFrame(found, columns=list(headings))

    invented = dict.fromkeys(made_up(words, measure, places) for measure in MEASURES.values())
    notes = " ".join([note, *filter(None, invented)])
    tables.behind(words, rows, headings, notes)


def _row(words: Words, row: Row) -> dict[str, Any]:
    return {
        "reported": says_list(words, MEASURES["represented"], row),
        "is_represented": _yes_or_no(words, row, "is_represented"),
        "reported_post": says_list(words, MEASURES["mediators"], row),
        **{column: written(words, row, column) for column in NUMBERS},
    }


def _of_rate(words: Words, row: Row, column: str) -> str:
    """The rate, or the number of inhabitants; that of what is beside the map is not stated."""
    if column == "denominator" and pd.isna(row[column]):
        return words.code(MISSING, "not_stated")
    return written(words, row, column)


def _yes_or_no(words: Words, row: Row, column: str) -> str:
    if pd.isna(row[column]):
        return why_missing(words, row, column)
    return words.say("yes") if row[column] else words.say("no")
