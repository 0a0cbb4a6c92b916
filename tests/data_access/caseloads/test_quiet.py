"""Open cases that have been without a contact for more than sixty days."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from data_access.access import AccessRefused
from data_access.caseloads import LONG_DAYS, QUIET, QUIET_CASES, quiet, quiet_cases
from data_access.filters import Filters
from tests.data_access.answers import records
from tests.data_access.people import a_case, a_contact, a_family, a_post, a_round, of_sample
from tests.data_access.readers import COORDINATOR, READER, STRANGER

IV = Filters(round="IV")
FIRST, LAST = dt.date(2020, 1, 1), dt.date(2020, 6, 30)
COLUMNS = ("open_cases", "quiet", "never", "maybe_later", "longest_days", "undated")
DAYS = st.one_of(st.none(), st.integers(0, 170))

Listed = list[tuple[Any, ...]]


def before(days: int) -> dt.date:
    """The day so long before the last one."""
    return LAST - dt.timedelta(days=days)


def a_post_until_june(connection: Connection, round_id: int | None = None) -> int:
    return a_post(connection, round_id or a_round(connection), FIRST, LAST)


def contacted(
    connection: Connection, post: int, opened: int | None, *days: int | None, **values: Any
) -> int:
    """A case opened so many days before the last one, and contacts so many days before it."""
    of_family, opened_on = a_family(connection), None if opened is None else before(opened)
    case = a_case(connection, of_family, post, opened_on, **values)
    for number in days:
        held_on = None if number is None else before(number)
        a_contact(connection, post, held_on, mediation_case_id=case)
    return case


def found(connection: Connection, filters: Filters = IV) -> dict[int, tuple[int | None, ...]]:
    answer = records(quiet(connection, READER, filters), "post", *COLUMNS)
    return {post: tuple(numbers) for post, *numbers in answer}


def listed(connection: Connection, *columns: str, filters: Filters = IV) -> Listed:
    return records(quiet_cases(connection, COORDINATOR, filters), *columns)


@pytest.mark.parametrize(
    ("opened", "contacts", "silence", "is_long"),
    [
        (90, (61,), 61, True),
        (90, (60,), 60, False),
        (90, (85, 10, 70), 10, False),
        (61, (), 61, True),
        (60, (), 60, False),
        (100, (None,), 100, True),
        (40, (80,), 40, False),
        (150, (150,), 150, True),
    ],
)
def test_a_silence_lasts_from_the_latest_dated_contact_or_the_opening(
    connection: Connection,
    opened: int,
    contacts: tuple[int | None, ...],
    silence: int,
    *,
    is_long: bool,
) -> None:
    post = a_post_until_june(connection)
    contacted(connection, post, opened, *contacts)
    never, maybe = is_long and not contacts, is_long and None in contacts
    assert found(connection) == {post: (1, is_long, never, maybe, silence, 0)}
    assert listed(connection, "days") == [(silence,)] * is_long


def test_quiet_cases_count_by_post_among_the_open_ones(connection: Connection) -> None:
    round_id = a_round(connection)
    one, other, third = (a_post_until_june(connection, round_id) for _ in range(3))
    contacted(connection, one, 100, 90)
    contacted(connection, one, 170)
    contacted(connection, one, 120, 70, None)
    contacted(connection, one, 120, 5)
    contacted(connection, one, None, 100)
    contacted(connection, one, 150, 140, closed=before(20))
    contacted(connection, one, None, closed=before(20))
    contacted(connection, other, 30)
    contacted(connection, third, None)
    contacted(connection, other, -1)
    contacted(connection, a_post_until_june(connection, a_round(connection, "V")), 100)
    assert found(connection) == {
        one: (4, 3, 1, 1, 170, 1),
        other: (1, 0, 0, 0, 30, 0),
        third: (0, 0, 0, 0, None, 1),
    }


def test_the_list_names_a_family_by_its_number_with_the_longest_silence_first(
    connection: Connection,
) -> None:
    round_id = a_round(connection)
    one, other = (a_post_until_june(connection, round_id) for _ in range(2))
    for code, post, opened, held in (
        ("f-2", one, 100, 80),
        ("f-1", other, 100, 80),
        ("f-3", one, 120, None),
        ("f-4", one, 120, 10),
    ):
        case = a_case(connection, a_family(connection, code=code), post, before(opened))
        a_contact(connection, post, before(held) if held else None, mediation_case_id=case)
    columns = ("post", "family", "opened_on", "last_contact", "days", "undated_contacts")
    assert [
        (post, family, opened.date(), last and last.date(), *numbers)
        for post, family, opened, last, *numbers in listed(connection, *columns)
    ] == [
        (one, "f-3", before(120), None, 120, 1),
        (other, "f-1", before(100), before(80), 80, 0),
        (one, "f-2", before(100), before(80), 80, 0),
    ]


def test_the_day_is_the_last_one_asked_for_and_what_came_later_is_unknown(
    connection: Connection,
) -> None:
    post = a_post_until_june(connection)
    contacted(connection, post, 100, 90, 10)
    contacted(connection, post, 100, closed=before(5))
    contacted(connection, post, 8)
    assert found(connection) == {post: (2, 0, 0, 0, 10, 0)}
    earlier = Filters(round="IV", end=before(20))
    assert found(connection, earlier) == {post: (2, 2, 1, 0, 80, 0)}
    assert listed(connection, "days", filters=earlier) == [(80,), (70,)]
    much_earlier = Filters(round="IV", end=before(95))
    assert found(connection, much_earlier) == {post: (2, 0, 0, 0, 5, 0)}


def test_contacts_before_the_period_end_a_silence_too(connection: Connection) -> None:
    post = a_post_until_june(connection)
    contacted(connection, post, 100, 50)
    later = Filters(round="IV", start=before(30))
    assert found(connection, later) == {post: (1, 0, 0, 0, 50, 0)}


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cases=st.lists(st.tuples(DAYS, st.lists(DAYS, max_size=3)), max_size=5))
def test_the_list_has_as_many_as_the_posts_count_and_no_silence_is_longer_than_the_longest(
    connection: Connection, cases: list[tuple[int | None, list[int | None]]]
) -> None:
    with connection.begin_nested() as point:
        post = a_post_until_june(connection)
        for opened, contacts in cases:
            contacted(connection, post, opened, *contacts)
        counted, days = found(connection), [n for (n,) in listed(connection, "days")]
        point.rollback()
    silences = [
        min([opened, *(held for held in contacts if held is not None)])
        for opened, contacts in cases
        if opened is not None
    ]
    assert days == sorted((n for n in silences if n > LONG_DAYS), reverse=True)
    if cases:
        open_cases, number, never, maybe_later, longest, undated = counted[post]
        assert (open_cases, undated) == (len(silences), len(cases) - len(silences))
        assert (number, longest) == (len(days), max(silences, default=None))
        assert never is not None
        assert maybe_later is not None
        assert never + maybe_later <= len(days)


@pytest.mark.parametrize("what", ["case", "family", "contact"])
def test_made_up_rows_mark_their_post_and_their_line(connection: Connection, what: str) -> None:
    origin = of_sample(what, "case", "family", "contact")
    round_id = a_round(connection)
    one, other = (a_post_until_june(connection, round_id) for _ in range(2))
    family = a_family(connection, **origin["family"])
    case = a_case(connection, family, one, before(90), **origin["case"])
    a_contact(connection, one, before(80), mediation_case_id=case, **origin["contact"])
    contacted(connection, other, 100)
    marked = dict(records(quiet(connection, READER, IV), "post", "is_made_up"))
    assert marked == {one: True, other: False}
    assert dict(listed(connection, "post", "is_made_up")) == marked


def test_the_promised_columns_are_kept_and_who_may_not_is_refused(connection: Connection) -> None:
    a_post_until_june(connection)
    for filters in (IV, Filters(activity="one")):
        for ask, columns in ((quiet, QUIET), (quiet_cases, QUIET_CASES)):
            empty = ask(connection, COORDINATOR, filters)
            assert empty.empty
            assert {str(name): str(kind) for name, kind in empty.dtypes.items()} == columns
    for ask, reader in ((quiet, STRANGER), (quiet_cases, STRANGER), (quiet_cases, READER)):
        with pytest.raises(AccessRefused):
            ask(connection, reader, IV)
