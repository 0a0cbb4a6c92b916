"""What is wrong with a file, as a sentence, and what the person who has it can do."""

from collections.abc import Callable, Iterable

import pandas as pd

from data_access.attendance import Problem
from data_access.attendance.columns import HEADINGS
from data_access.attendance.problems import Weight
from data_access.attendance.sentences import figures, told_of
from pages.shared import tables
from pages.shared.words import Words, mark

SHOWN_AT_MOST = 200
NOT_KNOWN = "?"

Place = Callable[[int], str]
"""Where a row stands, as its file counts."""

SIGNS = {Weight.FILE: "✕", Weight.ROW: "?", Weight.ASK: "!", Weight.NOTE: "i"}
MEANS = {
    Weight.FILE: mark("Stands in the way of the whole list"),
    Weight.ROW: mark("To be decided"),
    Weight.ASK: mark("To be looked at"),
    Weight.NOTE: mark("Note"),
}


def show(words: Words, problems: Iterable[Problem], place: Place = str) -> None:
    """The problems as a table with its download, those that weigh most first."""
    order = list(Weight)[::-1]
    listed = sorted(problems, key=lambda each: (order.index(each.code.weight), each.row or 0))
    if not listed:
        return
    rows = pd.DataFrame([_row(words, each, place) for each in listed])
    headings = {
        "row": words.say("Row"),
        "column": words.say("Column"),
        "weight": words.say("What it means"),
        "wrong": words.say("What is wrong"),
        "remedy": words.say("What to do"),
    }
    tables.show_first(words, rows, headings, SHOWN_AT_MOST)
    tables.download(words, rows, headings)


def wrong(words: Words, problem: Problem, place: Place = str) -> str:
    """What is wrong."""
    return _told(words, told_of(problem).wrong, problem, place)


def sentence(words: Words, problem: Problem, place: Place = str) -> str:
    """What is wrong, and what to do."""
    return f"{wrong(words, problem, place)} {remedy(words, problem)}"


def remedy(words: Words, problem: Problem) -> str:
    """What to do."""
    return _told(words, told_of(problem).remedy, problem, str)


def heading(words: Words, column: str | None) -> str:
    """A column of the template under the heading that it has there."""
    said = HEADINGS.get(column or "")
    return "" if said is None else (said.lv if words.language == "lv" else said.en)


def signed(words: Words, weight: Weight) -> str:
    """How much a problem weighs, as a sign and a word."""
    return f"{SIGNS[weight]} {words.say(MEANS[weight])}"


def _told(words: Words, text: str, problem: Problem, place: Place) -> str:
    told = {name: words.number(number) for name, number in figures(problem).items()}
    figured = {"most": NOT_KNOWN, "found": NOT_KNOWN, **told}
    column = heading(words, problem.column)
    return words.say(text, value=_value(problem, place), column=column, **figured)


def _value(problem: Problem, place: Place) -> str:
    """What stood there; of rows that look alike, where they stand."""
    value = problem.value or ""
    if problem.row is None or not problem.rows or not value:
        return value
    places = [place(number) for number in sorted({problem.row, *problem.rows})]
    return ", ".join([*places, *(["…"] if value.endswith("…") else [])])


def _row(words: Words, problem: Problem, place: Place) -> dict[str, str]:
    return {
        "row": words.say("whole file") if problem.row is None else place(problem.row),
        "column": heading(words, problem.column) or "–",
        "weight": signed(words, problem.code.weight),
        "wrong": wrong(words, problem, place),
        "remedy": remedy(words, problem),
    }
