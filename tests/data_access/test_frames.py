"""Frames keep the columns and types they promise, full or empty, on either database."""

import datetime as dt
from collections.abc import Callable, Mapping

import pandas as pd
import pytest
from sqlalchemy import Connection, select

from data_access import activities, figures, overview, recommendations, rounds, schema
from data_access.access import Reader
from data_access.figures.gaps import HISTORY
from data_access.filters import Filters
from data_access.frames import DAY, FLAG, PART, WHOLE, WORD, ask, frame
from data_access.rules import GapStatus
from tests.data_access.answers import records
from tests.data_access.readers import COORDINATOR, READER

Question = Callable[[Connection, Reader, Filters], pd.DataFrame]

COLUMNS = {"name": WORD, "count": WHOLE, "on": DAY, "is_new": FLAG, "share": PART}
ANSWERED = ("IV", "participants", "sum_of_parts")


def history(connection: Connection, reader: Reader, _filters: Filters) -> pd.DataFrame:
    return figures.gap_history(connection, reader, ANSWERED)


QUESTIONS: dict[str, tuple[Question, Mapping[str, str]]] = {
    "rounds": (rounds.listed, rounds.ROUNDS),
    "statements": (rounds.statements, rounds.STATEMENTS),
    "places": (rounds.places, rounds.PLACES),
    "activities": (activities.listed, activities.ACTIVITIES),
    "institutions": (activities.institutions, activities.INSTITUTIONS),
    "documents": (activities.documents, activities.DOCUMENTS),
    "further places": (activities.further_places, activities.FURTHER_PLACES),
    "measures": (activities.measures, activities.MEASURES),
    "entries": (recommendations.listed, recommendations.LISTED),
    "addressees": (recommendations.addressees, recommendations.ADDRESSEES),
    "register": (recommendations.register, recommendations.REGISTER),
    "history of entries": (recommendations.history, recommendations.HISTORY),
    "spread of entries": (recommendations.spread, recommendations.SPREAD),
    "comparison": (overview.compared, overview.COMPARED),
    "timeline": (overview.timeline, overview.TIMELINE),
    "reported": (figures.reported, figures.REPORTED),
    "reported of activities": (figures.of_activity, figures.REPORTED),
    "recorded": (figures.recorded, figures.RECORDED),
    "gaps": (figures.gaps, figures.GAPS),
    "history of a gap": (history, HISTORY),
}


def promised(columns: Mapping[str, str]) -> list[tuple[str, str]]:
    return list(columns.items())


def kept(answer: pd.DataFrame) -> list[tuple[str, str]]:
    return [(str(name), str(kind)) for name, kind in answer.dtypes.items()]


@pytest.mark.parametrize("name", QUESTIONS)
def test_an_empty_answer_has_the_promised_columns(connection: Connection, name: str) -> None:
    question, columns = QUESTIONS[name]
    answer = question(connection, READER, Filters(round="IV"))
    assert kept(answer) == promised(columns)
    assert answer.empty or name == "recorded"  # which says of each figure that it has no data


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_full_answer_has_the_promised_columns(known: Connection, name: str) -> None:
    words = {"owner": "KM", "explanation": None}
    figures.answer_gap(known, COORDINATOR, ANSWERED, **words, status=GapStatus.OPEN, revision=0)
    question, columns = QUESTIONS[name]
    answer = question(known, READER, Filters())
    assert kept(answer) == promised(columns)
    assert not answer.empty


def test_what_is_missing_stays_missing_and_a_zero_stays_zero() -> None:
    rows: list[dict[str, object]] = [
        {"name": "Rīga", "count": 0, "on": dt.date(2020, 7, 22), "is_new": False, "share": 0.0},
        {"name": None, "count": None, "on": None, "is_new": None, "share": None},
        {},
    ]
    answer = frame(rows, COLUMNS)
    assert kept(answer) == promised(COLUMNS)
    day = pd.Timestamp(2020, 7, 22)
    assert records(answer, *COLUMNS) == [("Rīga", 0, day, False, 0.0), (None,) * 5, (None,) * 5]


def test_large_numbers_beside_missing_ones_stay_whole() -> None:
    largest = 2**53 + 1
    assert records(frame([{"count": largest}, {}], COLUMNS), "count") == [(largest,), (None,)]


def test_words_that_look_like_nothing_stay_words() -> None:
    words = ["", "NA", "None", "0037129", "nan"]
    answer = frame([{"name": word} for word in words], COLUMNS)
    assert list(answer["name"]) == words


def test_a_column_nobody_promised_is_left_out(known: Connection) -> None:
    answer = ask(known, select(schema.round).where(schema.round.c.code == "IV"), {"code": WORD})
    assert answer.to_dict("records") == [{"code": "IV"}]
