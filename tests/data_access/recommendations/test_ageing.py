"""How long the open entries have been open."""

import datetime as dt

from sqlalchemy import Connection

from data_access import recommendations
from data_access.filters import Filters
from data_access.recommendations import Age, Wanted
from data_access.rules import ENDED, Status
from tests.data_access.answers import records
from tests.data_access.people import a_round
from tests.data_access.readers import READER
from tests.data_access.register import an_entry, find, report

IV = Filters(round="IV")
DAY = dt.date(2020, 8, 31)
AS_OF = Wanted(as_of=DAY)


def ageing(connection: Connection, wanted: Wanted = AS_OF) -> list[tuple[object, ...]]:
    answer = recommendations.ageing(connection, READER, IV, wanted)
    return records(answer[answer["entries"] > 0], "age", "status", "entries")


def test_an_age_begins_on_the_day_that_lies_so_many_months_back(connection: Connection) -> None:
    round_id = a_round(connection)
    made = (
        *(dt.date(2020, 3, 1), dt.date(2020, 2, 29), dt.date(2019, 9, 1)),
        *(dt.date(2019, 8, 31), dt.date(2018, 8, 31), dt.date(2016, 8, 31)),
    )
    for number, day in enumerate(made):
        an_entry(connection, round_id, f"IV-{number}", made_on=day)
    an_entry(connection, a_round(connection, "V"), "V-01", made_on=DAY)
    assert ageing(connection) == [
        (Age.UNDER_HALF_YEAR, "proposed", 1),
        (Age.TO_ONE_YEAR, "proposed", 2),
        (Age.TO_TWO_YEARS, "proposed", 1),
        (Age.TO_FOUR_YEARS, "proposed", 1),
        (Age.OVER_FOUR_YEARS, "proposed", 1),
    ]


def test_only_what_is_open_that_day_has_an_age(connection: Connection) -> None:
    round_id = a_round(connection)
    for number, (claim, verdict) in enumerate(
        [("done", "done"), ("done", None), ("not_accepted", None), (None, "superseded")]
    ):
        entry = an_entry(connection, round_id, f"IV-{number}", made_on=dt.date(2020, 7, 1))
        if claim:
            report(connection, entry, dt.date(2020, 8, 1), claim)
        if verdict:
            find(connection, entry, DAY, verdict)
    assert ageing(connection) == [(Age.UNDER_HALF_YEAR, "claimed_done", 1)]
    earlier = Wanted(as_of=dt.date(2020, 8, 30))
    assert sum(int(str(row[-1])) for row in ageing(connection, earlier)) == 3


def test_an_entry_that_states_no_day_has_no_age_though_its_round_does(
    connection: Connection,
) -> None:
    begun = dt.date(2020, 1, 1)
    round_id = a_round(connection, actual_starts_on=begun, actual_date_precision="day")
    an_entry(connection, round_id, "IV-01")
    assert ageing(connection) == [(Age.NOT_STATED, "proposed", 1)]


def test_every_age_and_open_status_has_its_number(connection: Connection) -> None:
    answer = recommendations.ageing(connection, READER, IV)
    assert len(answer) == len(Age) * (len(Status) - len(ENDED))
    assert set(answer["entries"]) == {0}
