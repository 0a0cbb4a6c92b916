"""Two keepers of the same limits: what a question sees by itself, and what through the door."""

import datetime as dt
from collections.abc import Iterator

import pandas as pd
import pytest
from sqlalchemy import Connection, Engine

from data_access import accounts, attendance, schema, upkeep
from data_access.access import Reader
from data_access.door import Door
from data_access.engine import reading, writing
from data_access.filters import Filters
from data_access.rules import Role
from tests.data_access.ground import ELSEWHERE, HERE, OTHER_TOWN, TOWN, Ground
from tests.data_access.people import add

LIMITS = ("everywhere", "of the town", "of the town in the round", "of the other round")
HISTORIES = {
    HERE: "activity",
    ELSEWHERE: "activity",
    f"{HERE} {TOWN}": "attendance",
    f"{HERE} {OTHER_TOWN}": "attendance",
    "round 5": "reported_figure",
    "activity 5": "reported_figure",
    "institution": "institution",
}


@pytest.fixture(scope="module")
def door(module_engine: Engine) -> Iterator[Door]:
    opened = Door(module_engine.url)
    yield opened
    opened.dispose()


def account_of(engine: Engine, ground: Ground, who: str) -> Reader:
    """A coordinator with an account and the limits of that name."""
    (grant,) = ground.coordinator(who).grants
    with writing(engine) as connection:
        number = add(
            connection,
            schema.account,
            issuer="test",
            subject=who,
            created_at=dt.datetime(2026, 1, 1, tzinfo=dt.UTC),
        )
        add(
            connection,
            schema.role_grant,
            account_id=number,
            role=Role.COORDINATOR.value,
            round_id=grant.round,
            municipality_id=next(iter(grant.municipalities or ()), None),
            valid_from=dt.date(2026, 1, 1),
        )
        found = accounts.reader_of(connection, "test", who)
    assert found is not None
    return found


def everything(connection: Connection, reader: Reader, ground: Ground) -> list[pd.DataFrame]:
    """All that is asked row by row."""
    return [
        attendance.rows(connection, reader, Filters()),
        attendance.uploads(connection, reader, Filters()),
        *(upkeep.history(connection, reader, t, ground.rows[n]) for n, t in HISTORIES.items()),
    ]


@pytest.mark.parametrize("who", LIMITS)
def test_the_door_hides_what_the_questions_hide(
    module_engine: Engine, ground: Ground, door: Door, who: str
) -> None:
    reader = account_of(module_engine, ground, who)
    with reading(module_engine) as connection:
        by_themselves = everything(connection, reader, ground)
    with door.asking(reader) as connection:
        through_the_door = everything(connection, reader, ground)
    assert [len(frame) for frame in by_themselves] == [len(frame) for frame in through_the_door]
    for one, other in zip(by_themselves, through_the_door, strict=True):
        pd.testing.assert_frame_equal(one, other)
    assert any(frame.empty for frame in by_themselves) == (who != "everywhere")
