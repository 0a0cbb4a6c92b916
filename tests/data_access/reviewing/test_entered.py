"""What was entered since the Council met is new to it, whatever day it tells of."""

import datetime as dt

import pytest
from sqlalchemy import Connection, update

from data_access import reviewing, schema, standings
from data_access.filters import Filters
from data_access.rules import Claim
from tests.data_access.people import add
from tests.data_access.readers import READER
from tests.data_access.register import word
from tests.data_access.reviewing.planted import (
    BEFORE,
    COUNCIL,
    MEETING,
    a_meeting,
    number_of,
    plant,
)

AFTERNOON = dt.datetime(2020, 6, 1, 15, tzinfo=dt.UTC)
NIGHT_BEFORE = dt.datetime(2020, 5, 31, 20, 59, tzinfo=dt.UTC)
FIRST_MINUTE = dt.datetime(2020, 5, 31, 21, 0, tzinfo=dt.UTC)
LAST_MINUTE = dt.datetime(2020, 11, 1, 21, 59, tzinfo=dt.UTC)
DAY_AFTER = dt.datetime(2020, 11, 1, 22, 0, tzinfo=dt.UTC)
MOMENTS = {
    NIGHT_BEFORE: None,
    FIRST_MINUTE: "new",
    AFTERNOON: "new",
    LAST_MINUTE: "new",
    DAY_AFTER: None,
}
HOUR = dt.timedelta(hours=1)


@pytest.fixture
def meeting(connection: Connection) -> int:
    return plant(connection)


def group(connection: Connection, meeting: int, reference: str = "quiet") -> str | None:
    found = reviewing.lines(connection, READER, Filters(), meeting)
    return dict(zip(found["reference"], found["group"], strict=True)).get(reference)


def say(connection: Connection, on: dt.date, at: dt.datetime) -> None:
    entry = number_of(connection, "quiet")
    told = {"recommendation_id": entry, "claim": Claim.IN_PROGRESS, "text": "Strādājam"}
    add(connection, schema.progress_report, reported_on=on, entered_at=at, **told)
    standings.renew(connection, {entry})


def look(connection: Connection, meeting: int, at: dt.datetime) -> None:
    """The Council took note of the entry, which was stored at that moment."""
    told = {"recommendation_id": number_of(connection, "quiet"), "outcome": "noted"}
    add(connection, schema.review_mark, council_meeting_id=meeting, entered_at=at, **told)


@pytest.mark.parametrize("at", MOMENTS, ids=str)
def test_an_entry_worded_anew(connection: Connection, meeting: int, at: dt.datetime) -> None:
    word(connection, number_of(connection, "quiet"), 2, "Second wording", written_at=at)
    assert group(connection, meeting) == MOMENTS[at]


@pytest.mark.parametrize("at", MOMENTS, ids=str)
@pytest.mark.parametrize("on", [BEFORE, dt.date(2020, 5, 25)], ids=str)
def test_a_report_of_the_day_of_the_last_meeting_or_before(
    connection: Connection, meeting: int, on: dt.date, at: dt.datetime
) -> None:
    say(connection, on, at)
    assert group(connection, meeting) == MOMENTS[at]


@pytest.mark.parametrize("at", MOMENTS, ids=str)
def test_an_entry_made_earlier(connection: Connection, meeting: int, at: dt.datetime) -> None:
    version, entry = schema.recommendation_version, number_of(connection, "quiet")
    first = version.c.recommendation_id == entry
    connection.execute(update(version).where(first).values(written_at=at))
    assert group(connection, meeting) == MOMENTS[at]


def test_what_the_last_meeting_looked_at_is_not_new(connection: Connection, meeting: int) -> None:
    last = a_meeting(connection, BEFORE)
    say(connection, BEFORE, AFTERNOON)
    look(connection, last, AFTERNOON - HOUR)
    assert group(connection, meeting) == "new"
    look(connection, last, AFTERNOON + HOUR)
    assert group(connection, meeting) is None
    word(
        connection,
        number_of(connection, "quiet"),
        2,
        "Second wording",
        written_at=AFTERNOON + 2 * HOUR,
    )
    assert group(connection, meeting) == "new"


def test_what_a_meeting_before_the_last_looked_at_leaves_it_new(
    connection: Connection, meeting: int
) -> None:
    say(connection, BEFORE, AFTERNOON)
    look(connection, a_meeting(connection, dt.date(2020, 4, 1)), AFTERNOON + HOUR)
    assert group(connection, meeting) == "new"


def test_it_is_new_once(connection: Connection, meeting: int) -> None:
    say(connection, BEFORE, AFTERNOON)
    following = a_meeting(connection, MEETING + dt.timedelta(days=30))
    assert group(connection, meeting) == "new"
    assert group(connection, following) is None


def test_a_disagreement_is_no_look(connection: Connection, meeting: int) -> None:
    last, entry = a_meeting(connection, BEFORE), number_of(connection, "quiet")
    values = {"recommendation_id": entry, "council_meeting_id": last, "verdict": "not_done"}
    found = add(connection, schema.confirmation, entered_at=AFTERNOON - HOUR, **values)
    say(connection, BEFORE, AFTERNOON)
    later = {"entered_at": AFTERNOON + HOUR, "disagrees_with_id": found}
    add(connection, schema.confirmation, **values | later)
    assert group(connection, meeting) == "new"


def test_the_entry_has_one_line_and_one_page(connection: Connection, meeting: int) -> None:
    entry = number_of(connection, "quiet")
    for number in (2, 3):
        word(connection, entry, number, f"Wording {number}", written_at=AFTERNOON)
        say(connection, BEFORE, AFTERNOON + number * HOUR)
    found = reviewing.agenda(connection, COUNCIL, Filters(), meeting)
    assert list(found["reference"]).count("quiet") == 1
    assert found["reference"].is_unique
