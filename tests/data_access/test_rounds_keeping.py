"""The upkeep of rounds: numerals, days, steps that follow one another, and their history."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from data_access import freshness, rounds, schema, upkeep
from data_access.access import AccessRefused, Reader
from data_access.codes import NumeralUnusable
from data_access.filters import Filters
from data_access.periods import DaysUnusable
from data_access.rounds import RoundState, Step
from data_access.rules import Role
from data_access.sources import SourceUnknown
from tests.data_access.people import a_round, add, an_activity
from tests.data_access.readers import COORDINATOR, READER
from tests.data_access.register import an_entry

KEEPER = Reader.with_roles("test:administrator", Role.ADMINISTRATOR)
FIRST, LAST = dt.date(2026, 1, 10), dt.date(2026, 12, 20)
TITLE = {"title_lv": "Platforma VIII"}


def row_of(connection: Connection, code: str) -> dict[str, Any]:
    statement = select(schema.round).where(schema.round.c.code == code)
    return {**connection.execute(statement).mappings().one()}


def revision(connection: Connection, code: str = "VIII") -> int:
    return int(row_of(connection, code)["revision"])


def take(connection: Connection, step: Step, day: dt.date | None = None) -> None:
    rounds.take(connection, KEEPER, "VIII", revision(connection), step=step, day=day)


def told(connection: Connection, code: str = "VIII") -> dict[str, tuple[str | None, str | None]]:
    """The latest change of each column."""
    found = upkeep.history(connection, KEEPER, "round", row_of(connection, code)["id"])
    return {
        row["column_name"]: (row["old_value"], row["new_value"])
        for row in found.iloc[::-1].to_dict("records")
    }


def test_a_round_is_added_with_its_order_from_the_numeral(connection: Connection) -> None:
    a_round(connection, "VII")
    values = TITLE | {"planned_starts_on": FIRST, "planned_ends_on": LAST, "funding_cents": 6495221}
    before = freshness.current(connection).number
    rounds.add(connection, KEEPER, " viii ", values)
    found = row_of(connection, "VIII")
    assert (found["ordinal"], found["title_en"], found["origin"]) == (
        8,
        "Platforma VIII",
        "entered",
    )
    assert (found["planned_date_precision"], found["funding_cents"]) == ("day", 6495221)
    assert rounds.state_of(found) is RoundState.PLANNED
    assert freshness.current(connection).number == before + 1
    assert told(connection)["funding_cents"] == (None, "6495221")


@pytest.mark.parametrize("code", ["", "8", "IIX", "IIII", "VIII bis", "L", "ⅧA"])
def test_what_is_no_numeral_is_refused(connection: Connection, code: str) -> None:
    with pytest.raises(NumeralUnusable):
        rounds.add(connection, KEEPER, code, TITLE)


@pytest.mark.parametrize("code", ["IV", "iv"])
def test_a_round_that_is_there_is_refused(connection: Connection, code: str) -> None:
    a_round(connection, "IV")
    with pytest.raises(rounds.RoundKnown):
        rounds.add(connection, KEEPER, code, TITLE)


def test_an_order_that_another_code_has_is_refused(connection: Connection) -> None:
    values = {"code": "fourth", "ordinal": 4, "title_lv": "Ceturtā", "title_en": "Fourth"}
    add(connection, schema.round, **values)
    with pytest.raises(rounds.RoundKnown):
        rounds.add(connection, KEEPER, "IV", TITLE)


@pytest.mark.parametrize(
    ("values", "refusal"),
    [
        ({"planned_starts_on": LAST, "planned_ends_on": FIRST}, DaysUnusable),
        ({"planned_ends_on": LAST}, DaysUnusable),
        ({"eu_share_percent": 90.0, "state_share_percent": 10.1}, rounds.SharesUnusable),
        ({"source": "nothing"}, SourceUnknown),
        ({"funding_source": "nothing"}, SourceUnknown),
    ],
)
def test_a_round_that_does_not_fit_is_refused(
    connection: Connection, values: dict[str, Any], refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        rounds.add(connection, KEEPER, "VIII", TITLE | values)


def test_a_correction_changes_what_it_names_and_keeps_the_rest(known: Connection) -> None:
    before = row_of(known, "V")
    values = {"eu_share_percent": 95.0, "planned_starts_on": before["planned_starts_on"]}
    rounds.change(known, KEEPER, "V", before["revision"], values)
    after = row_of(known, "V")
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"eu_share_percent", "revision"}
    assert told(known, "V") == {"eu_share_percent": ("90.0", "95.0")}
    assert after["source_id"] == before["source_id"]


def test_undated_entries_of_the_register_count_from_the_rounds_first_day(
    connection: Connection,
) -> None:
    rounds.add(connection, KEEPER, "VIII", TITLE | {"planned_starts_on": FIRST})
    an_entry(connection, row_of(connection, "VIII")["id"], "VIII-01")
    an_entry(connection, row_of(connection, "VIII")["id"], "VIII-02", made_on=LAST)
    standing = schema.recommendation_standing.c
    begun = select(standing.starts_on).order_by(standing.recommendation_id)
    assert list(connection.scalars(begun)) == [FIRST, LAST]
    earlier = FIRST - dt.timedelta(days=9)
    rounds.change(connection, KEEPER, "VIII", 1, {"planned_starts_on": earlier})
    assert list(connection.scalars(begun)) == [earlier, LAST]
    take(connection, Step.OPEN, FIRST)
    assert list(connection.scalars(begun)) == [FIRST, LAST]


def test_days_known_to_the_year_stay_so_until_other_days_are_entered(known: Connection) -> None:
    before = row_of(known, "II")
    rounds.change(known, KEEPER, "II", before["revision"], {"contract": "1"})
    assert row_of(known, "II")["planned_date_precision"] == "year"
    days = {"planned_starts_on": dt.date(2017, 2, 1)}
    rounds.change(known, KEEPER, "II", before["revision"] + 1, days)
    assert row_of(known, "II")["planned_date_precision"] == "day"


def test_the_second_of_two_editors_is_told(connection: Connection) -> None:
    rounds.add(connection, KEEPER, "VIII", TITLE)
    read = revision(connection)
    rounds.change(connection, KEEPER, "VIII", read, {"contract": "first"})
    attempts: tuple[Callable[[], object], ...] = (
        lambda: rounds.change(connection, KEEPER, "VIII", read, {"contract": "second"}),
        lambda: rounds.take(connection, KEEPER, "VIII", read, step=Step.OPEN, day=FIRST),
    )
    for attempt in attempts:
        with pytest.raises(upkeep.ChangedMeanwhile):
            attempt()
    assert row_of(connection, "VIII")["contract"] == "first"


def test_a_round_that_is_gone_is_told(connection: Connection) -> None:
    with pytest.raises(upkeep.RowUnknown):
        rounds.change(connection, KEEPER, "VIII", 1, TITLE)


@pytest.mark.parametrize("reader", [READER, COORDINATOR])
def test_only_who_keeps_rounds_changes_them(connection: Connection, reader: Reader) -> None:
    with pytest.raises(AccessRefused):
        rounds.add(connection, reader, "VIII", TITLE)
    a_round(connection, "IV")
    with pytest.raises(AccessRefused):
        rounds.take(connection, reader, "IV", 1, step=Step.OPEN, day=FIRST)


def test_the_steps_from_planned_to_approved_and_back(connection: Connection) -> None:
    rounds.add(connection, KEEPER, "VIII", TITLE)
    walked = []
    for step, day in (
        (Step.OPEN, FIRST),
        (Step.CLOSE, LAST),
        (Step.APPROVE, None),
        (Step.WITHDRAW, None),
        (Step.REOPEN, None),
        (Step.CLOSE, FIRST),
    ):
        take(connection, step, day)
        walked.append(rounds.state_of(row_of(connection, "VIII")).value)
    assert walked == ["open", "closed", "approved", "closed", "open", "closed"]
    found = row_of(connection, "VIII")
    assert (found["actual_starts_on"], found["actual_ends_on"]) == (FIRST, FIRST)
    who = select(schema.account.c.subject).where(schema.account.c.id == found["closed_by_id"])
    assert connection.scalars(who).one() == "administrator"
    assert told(connection)["approved_at"][1] is None


def test_each_step_is_told_in_the_history(connection: Connection) -> None:
    rounds.add(connection, KEEPER, "VIII", TITLE)
    take(connection, Step.OPEN, FIRST)
    assert told(connection)["actual_starts_on"] == (None, "2026-01-10")
    take(connection, Step.CLOSE, LAST)
    assert told(connection)["actual_ends_on"] == (None, "2026-12-20")
    closed_at = row_of(connection, "VIII")["closed_at"]
    assert told(connection)["closed_at"] == (None, closed_at.isoformat())
    take(connection, Step.REOPEN)
    assert told(connection)["closed_at"] == (closed_at.isoformat(), None)
    assert told(connection)["actual_ends_on"] == ("2026-12-20", None)


@pytest.mark.parametrize(
    ("step", "day"), [(Step.OPEN, None), (Step.CLOSE, None), (Step.CLOSE, dt.date(2026, 1, 9))]
)
def test_a_step_without_a_day_that_fits_is_refused(
    connection: Connection, step: Step, day: dt.date | None
) -> None:
    rounds.add(connection, KEEPER, "VIII", TITLE)
    if step is Step.CLOSE:
        take(connection, Step.OPEN, FIRST)
    with pytest.raises(DaysUnusable):
        take(connection, step, day)


def test_an_approved_round_is_not_corrected(connection: Connection) -> None:
    rounds.add(connection, KEEPER, "VIII", TITLE)
    for step, day in ((Step.OPEN, FIRST), (Step.CLOSE, LAST)):
        take(connection, step, day)
    rounds.change(connection, KEEPER, "VIII", revision(connection), {"contract": "closed"})
    take(connection, Step.APPROVE)
    with pytest.raises(rounds.RoundApproved):
        rounds.change(connection, KEEPER, "VIII", revision(connection), {"contract": "approved"})
    assert row_of(connection, "VIII")["contract"] == "closed"


def test_actual_days_are_corrected_and_never_taken_away(connection: Connection) -> None:
    rounds.add(connection, KEEPER, "VIII", TITLE)
    take(connection, Step.OPEN, FIRST)
    later = dt.date(2026, 2, 1)
    change = {"actual_starts_on": later}
    rounds.change(connection, KEEPER, "VIII", revision(connection), change)
    assert row_of(connection, "VIII")["actual_starts_on"] == later
    with pytest.raises(DaysUnusable):
        rounds.change(connection, KEEPER, "VIII", revision(connection), {"actual_starts_on": None})
    rounds.change(connection, KEEPER, "VIII", revision(connection), {"actual_ends_on": LAST})
    found = row_of(connection, "VIII")
    assert (found["actual_starts_on"], found["actual_ends_on"]) == (later, None)


def test_records_of_a_closed_round_are_refused_and_those_of_another_are_not(
    connection: Connection,
) -> None:
    rounds.add(connection, KEEPER, "VIII", TITLE)
    an_activity(connection, row_of(connection, "VIII")["id"], code="of-eight")
    an_activity(connection, a_round(connection, "IV"), code="of-four")
    asked = (Filters(round="VIII"), Filters(activity="of-eight"))
    take(connection, Step.OPEN, FIRST)
    for filters in asked:
        rounds.require_open(connection, READER, filters)
    take(connection, Step.CLOSE, LAST)
    for filters in asked:
        with pytest.raises(rounds.RoundClosed):
            rounds.require_open(connection, READER, filters)
        rounds.require_unapproved(connection, READER, filters)
    take(connection, Step.APPROVE)
    for filters in asked:
        with pytest.raises(rounds.RoundApproved):
            rounds.require_unapproved(connection, READER, filters)
    for filters in (Filters(round="IV"), Filters(activity="of-four")):
        rounds.require_open(connection, READER, filters)
        rounds.require_unapproved(connection, READER, filters)


steps_and_days = st.lists(
    st.tuples(
        st.sampled_from(Step), st.sampled_from([None, FIRST, LAST, FIRST - dt.timedelta(days=1)])
    ),
    max_size=12,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sequence=steps_and_days)
def test_whatever_is_tried_only_allowed_steps_succeed(
    connection: Connection, sequence: list[tuple[Step, dt.date | None]]
) -> None:
    """The table's own checks hold after every step: the database would refuse it otherwise."""
    with connection.begin_nested() as tried:
        rounds.add(connection, KEEPER, "VIII", TITLE)
        for step, day in sequence:
            before = row_of(connection, "VIII")
            allowed = step in rounds.STEPS[rounds.state_of(before)]
            fits = _fits(step, day, before)
            try:
                take(connection, step, day)
            except (rounds.StepRefused, DaysUnusable):
                assert not (allowed and fits)
                assert row_of(connection, "VIII") == before
            else:
                assert allowed
                assert fits
                assert rounds.state_of(row_of(connection, "VIII")) is LEADS_TO[step]
        tried.rollback()


LEADS_TO = {
    Step.OPEN: RoundState.OPEN,
    Step.CLOSE: RoundState.CLOSED,
    Step.REOPEN: RoundState.OPEN,
    Step.APPROVE: RoundState.APPROVED,
    Step.WITHDRAW: RoundState.CLOSED,
}


def _fits(step: Step, day: dt.date | None, row: dict[str, Any]) -> bool:
    if step is Step.OPEN:
        return day is not None
    first = row["actual_starts_on"]
    return step is not Step.CLOSE or (day is not None and first is not None and day >= first)
