"""The day at whose end cases are open: no case of the selection opens after it."""

import datetime as dt

import pytest
from sqlalchemy import Connection

from data_access.access import AccessRefused
from data_access.caseloads import flows, hand_over, in_care, last_day, lengths, quiet, totals
from data_access.clock import today
from data_access.filters import Filters
from tests.data_access.answers import by_figure, records
from tests.data_access.people import a_case, a_family, a_post, a_round
from tests.data_access.readers import READER, STRANGER

IV = Filters(round="IV")
JANUARY, JUNE = dt.date(2020, 1, 1), dt.date(2020, 6, 30)
A_DAY = dt.timedelta(days=1)


@pytest.fixture
def undated(connection: Connection) -> int:
    """A post of no stated days beside one held from January to June."""
    round_id = a_round(connection)
    post = a_post(connection, round_id, JANUARY, JUNE)
    a_case(connection, a_family(connection), post, JANUARY)
    return a_post(connection, round_id)


@pytest.mark.parametrize(
    ("opened", "expected"),
    [
        (dt.date(2020, 5, 5), JUNE),
        (dt.date(2020, 8, 3), dt.date(2020, 8, 3)),
        (today() + A_DAY, today()),
        (None, JUNE),
    ],
)
def test_a_post_of_no_stated_days_lasts_until_its_latest_case_opened(
    connection: Connection, undated: int, opened: dt.date | None, expected: dt.date
) -> None:
    a_case(connection, a_family(connection), undated, opened)
    assert last_day(connection, READER, IV) == expected
    asked = Filters(round="IV", end=dt.date(2020, 7, 7))
    assert last_day(connection, READER, asked) == dt.date(2020, 7, 7)
    assert last_day(connection, READER, Filters(round="V")) == today()


def test_every_answer_counts_the_same_cases_as_open(connection: Connection, undated: int) -> None:
    august = dt.date(2020, 8, 3)
    a_case(connection, a_family(connection), undated, august)
    a_case(connection, a_family(connection), undated, dt.date(2020, 6, 1), dt.date(2020, 7, 1))
    assert by_figure(totals(connection, READER, IV))["open_cases"] == 2
    assert records(in_care(connection, READER, IV, august), "cases") == [(2,)]
    assert records(flows(connection, READER, IV), "at_end")[-1] == (2,)
    assert records(lengths(connection, READER, IV), "still_open")[0] == (2,)
    assert quiet(connection, READER, IV)["open_cases"].sum() == 2
    assert records(hand_over(connection, READER, IV), "open_cases") == [(2,)]


def test_whoever_has_no_role_is_refused(connection: Connection) -> None:
    with pytest.raises(AccessRefused, match="read_caseloads"):
        last_day(connection, STRANGER, IV)
