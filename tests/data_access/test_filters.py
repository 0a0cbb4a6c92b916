"""What is asked: carried by an address and back, and turned into conditions on rows."""

import datetime as dt
from dataclasses import asdict

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import ColumnElement, Connection, select

from data_access import schema
from data_access.filters import FIRST_DAY, LAST_DAY, NAMED, Filters, of_activity, of_round, within
from data_access.rules import Look
from tests.data_access.people import a_mediator, a_post, a_round, an_activity

Period = tuple[dt.date | None, dt.date | None]

days = st.dates(FIRST_DAY, LAST_DAY)
codes = st.none() | st.text(min_size=1)
periods = st.one_of(
    st.tuples(st.none() | days, st.none()),
    st.tuples(st.none(), days),
    st.tuples(days, days).map(lambda both: (min(both), max(both))),
)
addresses = st.dictionaries(
    st.sampled_from([*NAMED, "from", "to", "lang", "utm"]),
    st.text() | st.dates().map(str) | st.sampled_from(["2020-02-30", "20200706", "2020-W28-1"]),
)
FIRST_OF_MAY = dt.date(2020, 5, 1)


def may(number: int) -> dt.date:
    return dt.date(2020, 5, number)


@given(
    named=st.fixed_dictionaries(dict.fromkeys(NAMED, codes)),
    period=periods,
    look=st.sampled_from(Look),
)
def test_filters_survive_the_way_through_an_address(
    named: dict[str, str | None], period: Period, look: Look
) -> None:
    filters = Filters(start=period[0], end=period[1], look=look, **named)
    assert Filters.from_query(filters.to_query()) == (filters, ())


@given(query=addresses)
def test_any_address_is_understood_and_what_says_nothing_usable_is_named(
    query: dict[str, str],
) -> None:
    filters, unusable = Filters.from_query(query)
    assert set(unusable) <= {name for name in ("from", "to") if query.get(name)}
    usable = {name for name in ("from", "to") if query.get(name)} - set(unusable)
    assert {name for name in filters.to_query() if name in {"from", "to"}} == usable
    assert Filters.from_query(filters.to_query()) == (filters, ())
    assert filters.start is None or filters.end is None or filters.start <= filters.end


def test_without_restriction_the_address_stays_empty() -> None:
    assert Filters().to_query() == {}
    nothing = dict.fromkeys((*NAMED, "from", "to"), "")
    assert Filters.from_query(nothing) == (Filters(), ())


def test_an_address_has_neutral_names_and_iso_days() -> None:
    filters = Filters("IV", FIRST_OF_MAY, may(31), "iv-talsi", "IV-08", "2009:LV-097")
    days = {"from": "2020-05-01", "to": "2020-05-31"}
    named = {"round": "IV", "activity": "iv-talsi", "recommendation": "IV-08"}
    named["place"] = "2009:LV-097"
    assert filters.to_query() == days | named


@pytest.mark.parametrize("text", ["2020-02-30", "1 May", "01.05.2020", "0", " ", "²020-05-01"])
def test_a_day_that_is_none_is_named_and_the_rest_is_kept(text: str) -> None:
    for bad, good, field in (("from", "to", "end"), ("to", "from", "start")):
        chosen, unusable = Filters.from_query({"round": "IV", bad: text, good: "2020-05-01"})
        assert unusable == (bad,)
        assert asdict(chosen) == asdict(Filters("IV")) | {field: FIRST_OF_MAY}


def test_two_bad_days_are_both_named() -> None:
    assert Filters.from_query({"from": "then", "to": "now"}) == (Filters(), ("from", "to"))


def test_a_period_that_ends_before_it_starts_is_left_out_and_both_days_are_named() -> None:
    query = {"round": "IV", "from": "2020-05-02", "to": "2020-05-01"}
    assert Filters.from_query(query) == (Filters("IV"), ("from", "to"))
    assert Filters.from_query(query | {"to": "2020-05-02"})[1] == ()


SPANS: dict[str, Period] = {
    "undated": (None, None),
    "one day": (may(10), None),
    "three days": (may(10), may(12)),
    "later": (may(20), may(21)),
}
CHOSEN = [
    (Filters(), set(SPANS), set(SPANS)),
    (Filters(start=may(10)), {"one day", "three days", "later"}, set()),
    (Filters(start=may(11)), {"three days", "later"}, {"one day"}),
    (Filters(start=may(12)), {"three days", "later"}, {"one day"}),
    (Filters(start=may(13)), {"later"}, {"one day"}),
    (Filters(start=may(22)), set(), {"one day"}),
    (Filters(end=may(9)), set(), set()),
    (Filters(end=may(10)), {"one day", "three days"}, set()),
    (Filters(start=may(11), end=may(11)), {"three days"}, {"one day"}),
    (Filters(start=may(13), end=may(19)), set(), {"one day"}),
    (Filters(start=may(1), end=may(31)), {"one day", "three days", "later"}, set()),
]


def plant(connection: Connection) -> dict[int, str]:
    """A post for each of the spans, by its number."""
    round_id, mediator = a_round(connection), a_mediator(connection)
    return {
        a_post(connection, round_id, *span, mediator=mediator): name for name, span in SPANS.items()
    }


def kept(connection: Connection, names: dict[int, str], by: ColumnElement[bool]) -> set[str]:
    found = connection.scalars(select(schema.mediator_post.c.id).where(by))
    return {names[number] for number in found}


@pytest.mark.parametrize(("filters", "inside", "goes_on"), CHOSEN)
def test_a_period_keeps_what_overlaps_it(
    connection: Connection, filters: Filters, inside: set[str], goes_on: set[str]
) -> None:
    post, names = schema.mediator_post.c, plant(connection)
    ended = within(filters, post.starts_on, post.ends_on)
    open_ended = within(filters, post.starts_on, post.ends_on, open_ended=True)
    assert kept(connection, names, ended) == inside
    assert kept(connection, names, open_ended) == inside | goes_on


@pytest.mark.parametrize("open_ended", [False, True])
@pytest.mark.parametrize("number", [9, 10, 11])
def test_where_there_is_no_end_to_ask_for_a_row_lasts_one_day(
    connection: Connection, number: int, open_ended: bool
) -> None:
    names, filters = plant(connection), Filters(start=may(number), end=may(number))
    by = within(filters, schema.mediator_post.c.starts_on, open_ended=open_ended)
    expected = {"one day", "three days"} if number == 10 else set()
    assert kept(connection, names, by) == expected


def test_a_chosen_round_and_a_chosen_activity_leave_the_others_out(
    connection: Connection,
) -> None:
    for round_code, code in (("IV", "first"), ("IV", "second"), ("V", "third")):
        known = select(schema.round.c.id).where(schema.round.c.code == round_code)
        round_id = connection.execute(known).scalar() or a_round(connection, round_code)
        an_activity(connection, round_id, code=code)
    joined = select(schema.activity.c.code).join(schema.round)

    def found(filters: Filters) -> set[str]:
        return {*connection.scalars(joined.where(of_round(filters), of_activity(filters)))}

    assert found(Filters()) == {"first", "second", "third"}
    assert found(Filters(round="IV")) == {"first", "second"}
    assert found(Filters(activity="third")) == {"third"}
    assert found(Filters(round="IV", activity="third")) == set()


@pytest.mark.parametrize("text", ["2009-06-30", "2100-01-01", "0001-01-01"])
def test_a_day_that_no_calendar_here_offers_is_named_and_narrows_nothing(text: str) -> None:
    assert Filters.from_query({"from": text}) == (Filters(), ("from",))
    assert Filters.from_query({"from": "2009-07-01"})[0].start == FIRST_DAY
