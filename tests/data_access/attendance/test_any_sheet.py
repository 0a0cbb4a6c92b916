"""Any sheet in any format, encoding and form gives the same people or a question, never others."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data_access.attendance.file_check import REFUSED, check_file
from data_access.attendance.problems import ProblemCode
from data_access.attendance.reading import recognise
from data_access.attendance.resolver import Resolver
from data_access.files import child
from data_access.files.limits import LIMITS
from tests.data_access.attendance.any_sheet import List, files, lists, words_of

EXAMPLES = 250
MOSTLY = 0.8
"""Of the lists that are read without a question: else asking would be all that the reader does."""
OF_LETTERS = {
    ProblemCode.ENCODING_UNCERTAIN,
    ProblemCode.MOJIBAKE,
    ProblemCode.LETTERS_LOST,
}
"""Questions in which the names themselves are what is asked."""


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are opened in this process: hundreds of others would take minutes."""
    monkeypatch.setattr(
        recognise, "open_file", lambda content, _, choices: child.opened(content, choices, LIMITS)
    )


def asked(found: dict[str, Any]) -> list[ProblemCode]:
    codes = [ProblemCode(problem["code"]) for problem in found["problems"]]
    return [code for code in codes if code.asks]


def others(meant: List, found: dict[str, Any]) -> list[str]:
    """Who stands in the answer and is none of the list, and whose row waits for nobody."""
    waiting = {
        problem["row"] for problem in found["problems"] if ProblemCode(problem["code"]).blocks
    }
    return [
        row["name"]
        for row in found["rows"]
        if words_of(row["name"]) not in meant.people and not {None, row["row"]} & waiting
    ]


def came_wrongly(meant: List, found: dict[str, Any]) -> list[str]:
    """Who only registered, and is said to have come."""
    return [
        row["name"]
        for row in found["rows"]
        if row["status"] == "attended" and meant.people.get(words_of(row["name"])) is False
    ]


def test_any_sheet_gives_the_same_people_or_a_question() -> None:
    resolver = Resolver.of_facts()
    outcomes: Counter[bool] = Counter()

    @settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def check(data: st.DataObject) -> None:
        meant = data.draw(lists())
        how, content = data.draw(files(meant.rows), label="file")
        code, found = check_file(content, "list", resolver)
        questions = asked(found)
        outcomes[not questions] += 1
        if not questions:
            came = {words_of(row["name"]): row["status"] == "attended" for row in found["rows"]}
            assert came == dict(meant.people), how
            assert len(found["rows"]) == len(meant.people)
        elif not OF_LETTERS & set(questions):
            assert others(meant, found) == [], how
        assert came_wrongly(meant, found) == [], how
        day = meant.day.isoformat() if meant.day else None
        assert found["activity"]["date"] in (day, None), how
        assert code != REFUSED or questions

    check()
    assert outcomes[True] > MOSTLY * outcomes.total(), outcomes
