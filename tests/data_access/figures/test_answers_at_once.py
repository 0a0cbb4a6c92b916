"""Two people who answer the same question at the same time: one of them is told."""

import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor

import pytest
from sqlalchemy import Connection, Engine, func, select

from data_access import schema
from data_access.engine import reading, writing
from data_access.figures import GapChanged, answer_gap
from data_access.rules import GapStatus
from tests.data_access.readers import COORDINATOR

GAP = ("IV", "participants", "sum_of_parts")
REVISIONS = range(5)
LONG_ENOUGH = 0.3


def say(connection: Connection, words: str, revision: int) -> None:
    told, status = {"owner": None, "explanation": words}, GapStatus.EXPLAINED
    answer_gap(connection, COORDINATOR, GAP, **told, status=status, revision=revision)


def said(engine: Engine, words: str, revision: int, together: threading.Barrier) -> str | None:
    """What was stored, or None where somebody else was first."""
    together.wait(10)
    try:
        with writing(engine) as connection:
            say(connection, words, revision)
    except GapChanged:
        return None
    return words


def stored(engine: Engine) -> tuple[str, int, int]:
    """The explanation, its revision, and how many rows of history speak of explanations."""
    history = select(func.count()).where(schema.change.c.column_name == "explanation")
    with reading(engine) as connection:
        gap = connection.execute(select(schema.gap)).one()
        return gap.explanation, gap.revision, connection.execute(history).scalar_one()


def test_of_two_answers_at_once_exactly_one_is_stored(facts: Engine) -> None:
    together = threading.Barrier(2)
    with ThreadPoolExecutor(2) as pool:
        for revision in REVISIONS:
            both = [f"{revision} {who}" for who in ("first", "second")]
            waiting = [pool.submit(said, facts, words, revision, together) for words in both]
            answers = [future.result(30) for future in waiting]
            (won,) = [words for words in answers if words]
            assert stored(facts) == (won, revision + 1, revision + 1)


@pytest.mark.parametrize("revision", [0, 1])
def test_an_answer_waits_for_one_that_is_under_way_and_is_then_refused(
    facts: Engine, revision: int
) -> None:
    if revision:
        with writing(facts) as connection:
            say(connection, "before", 0)
    alone = threading.Barrier(1)
    with ThreadPoolExecutor(1) as pool:
        with writing(facts) as connection:
            say(connection, "first", revision)
            late: Future[str | None] = pool.submit(said, facts, "second", revision, alone)
            time.sleep(LONG_ENOUGH)
            assert not late.done()
        assert late.result(30) is None
    assert stored(facts) == ("first", revision + 1, revision + 1)
