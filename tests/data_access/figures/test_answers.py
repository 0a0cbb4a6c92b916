"""Answering an open question: owned and explained, with what stood before kept."""

from typing import Any

import pytest
from sqlalchemy import Engine, select, update

from data_access import freshness, schema
from data_access.access import OPERATOR, AccessRefused, Reader, Right
from data_access.engine import reading, writing
from data_access.figures import GapChanged, GapInWords, GapUnknown, answer_gap, gap_history, gaps
from data_access.filters import Filters
from data_access.rounds import RoundApproved
from data_access.rules import GapStatus
from data_access.upkeep import Hand
from tests.data_access.answers import records
from tests.data_access.contents import changed, contents
from tests.data_access.people import add
from tests.data_access.readers import COORDINATOR, READER

Words = dict[str, Any]

GAP = ("IV", "participants", "sum_of_parts")
OTHER = ("IV", "families", "mediator_families")
FIRST: Words = {
    "owner": "KM",
    "explanation": "Not broken down.",
    "status": GapStatus.EXPLAINED,
}
SECOND: Words = {
    "owner": "LM",
    "explanation": "Lists are lost.",
    "status": GapStatus.UNEXPLAINABLE,
}


def answer(
    engine: Engine,
    gap: tuple[str, str, str] = GAP,
    *,
    reader: Reader = COORDINATOR,
    revision: int = 0,
    **words: Any,
) -> None:
    with writing(engine) as connection:
        answer_gap(connection, reader, gap, revision=revision, **FIRST | words)


def told(engine: Engine, gap: tuple[str, str, str] = GAP) -> tuple[object, ...]:
    """Owner, explanation, status and revision as everybody sees them."""
    with reading(engine) as connection:
        found = gaps(connection, READER, Filters(round=gap[0]))
    found = found[(found["figure"] == gap[1]) & (found["rule"] == gap[2])]
    (answered,) = records(found, "owner", "explanation", "status", "revision")
    return answered


def history(engine: Engine, gap: tuple[str, str, str] = GAP) -> list[tuple[object, ...]]:
    with reading(engine) as connection:
        kept = gap_history(connection, READER, gap)
    return records(kept, "column_name", "old_value", "new_value", "changed_by")


def version(engine: Engine) -> int:
    with reading(engine) as connection:
        return freshness.current(connection).number


def test_an_answer_is_stored_with_its_owner_and_words(facts: Engine) -> None:
    answer(facts)
    assert told(facts) == ("KM", "Not broken down.", "explained", 1)
    assert told(facts, OTHER) == (None, None, "open", 0)


def test_an_answer_leaves_the_figures_and_everything_else_as_they_were(facts: Engine) -> None:
    numbers = ("figure", "rule", "reported", "against", "difference")
    before = contents(facts)
    with reading(facts) as connection:
        stated = records(gaps(connection, READER, Filters()), *numbers)
    answer(facts)
    with reading(facts) as connection:
        assert records(gaps(connection, READER, Filters()), *numbers) == stated
    assert set(changed(before, contents(facts))) == {"gap", "change", "data_version"}


def test_an_answer_counts_as_one_change_of_the_data(facts: Engine) -> None:
    before = version(facts)
    answer(facts)
    assert version(facts) == before + 1


def test_the_history_tells_who_changed_what(facts: Engine) -> None:
    answer(facts)
    assert sorted(history(facts), key=str) == [
        ("explanation", None, "Not broken down.", COORDINATOR.who),
        ("owner", None, "KM", COORDINATOR.who),
        ("status", "open", "explained", COORDINATOR.who),
    ]


def test_a_second_answer_keeps_the_earlier_one_in_the_history(facts: Engine) -> None:
    answer(facts)
    answer(facts, revision=1, **SECOND)
    assert told(facts) == ("LM", "Lists are lost.", "unexplainable", 2)
    latest, earlier = history(facts)[:3], history(facts)[3:]
    assert {row[:3] for row in latest} == {
        ("explanation", "Not broken down.", "Lists are lost."),
        ("owner", "KM", "LM"),
        ("status", "explained", "unexplainable"),
    }
    assert {row[2] for row in earlier} == {"Not broken down.", "KM", "explained"}


def test_the_history_of_one_gap_tells_nothing_of_others(facts: Engine) -> None:
    answer(facts, OTHER)
    answer(facts, owner="LM")
    with writing(facts) as connection:
        kept = dict(connection.execute(select(schema.change)).mappings().first() or {})
        add(connection, schema.change, **kept | {"id": 999, "subject_table": "activity"})
    assert len(history(facts)) == len(history(facts, OTHER)) == 3
    assert ("owner", None, "LM", COORDINATOR.who) in history(facts)


def test_what_an_answer_leaves_as_it_was_has_no_history(facts: Engine) -> None:
    answer(facts)
    answer(facts, revision=1, owner="LM")
    assert history(facts)[0] == ("owner", "KM", "LM", COORDINATOR.who)
    assert len(history(facts)) == 4


def test_spaces_are_no_words(facts: Engine) -> None:
    answer(facts, owner="  ", explanation=" Not yet. ", status=GapStatus.OPEN)
    assert told(facts) == (None, "Not yet.", "open", 1)


@pytest.mark.parametrize("words", [None, "", " \n"])
def test_explained_without_words_is_refused(facts: Engine, words: str | None) -> None:
    before = contents(facts)
    with pytest.raises(GapInWords):
        answer(facts, explanation=words)
    assert changed(before, contents(facts)) == []


@pytest.mark.parametrize("revision", [0, 2])
def test_an_answer_to_another_revision_is_refused_and_stores_nothing(
    facts: Engine, revision: int
) -> None:
    answer(facts)
    before = contents(facts)
    with pytest.raises(GapChanged):
        answer(facts, revision=revision, **SECOND)
    assert changed(before, contents(facts)) == []


@pytest.mark.parametrize(
    "gap",
    [
        ("IV", "participants", "mediator_families"),
        ("IV", "service_months", "sum_of_parts"),
        ("II", "mediators", "named_places"),
        ("VI", "participants", "sum_of_parts"),
        ("", "participants", "sum_of_parts"),
    ],
)
def test_what_is_no_gap_cannot_be_answered(facts: Engine, gap: tuple[str, str, str]) -> None:
    before = contents(facts)
    with pytest.raises(GapUnknown):
        answer(facts, gap)
    assert changed(before, contents(facts)) == []


def test_who_may_only_read_cannot_answer(facts: Engine) -> None:
    before = contents(facts)
    with pytest.raises(AccessRefused):
        answer(facts, reader=READER)
    assert changed(before, contents(facts)) == []


def test_an_answer_given_for_other_numbers_leaves_the_question_open_again(facts: Engine) -> None:
    answer(facts)
    assert told(facts)[2] == GapStatus.EXPLAINED
    with writing(facts) as connection:
        connection.execute(
            update(schema.reported_figure)
            .where(schema.reported_figure.c.figure == "participants_roma")
            .values(value=71)
        )
    assert told(facts) == ("KM", "Not broken down.", GapStatus.OPEN, 1)
    answer(facts, revision=1)
    assert told(facts)[2] == GapStatus.EXPLAINED


def test_nothing_is_answered_about_an_approved_round(facts: Engine) -> None:
    with writing(facts) as connection:
        hand = Hand(connection, OPERATOR, Right.KEEP_ROUNDS)
        signed = {"closed_at": hand.now, "closed_by_id": hand.account()}
        signed |= {"approved_at": hand.now, "approved_by_id": hand.account()}
        of_iv = update(schema.round).where(schema.round.c.code == "IV")
        connection.execute(of_iv.values(**signed))
    with pytest.raises(RoundApproved):
        answer(facts)
    assert told(facts) == (None, None, "open", 0)
