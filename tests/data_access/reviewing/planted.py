"""Two meetings of the Council, and an entry for each reason to look at one, made up for tests."""

import datetime as dt
from typing import Any

from sqlalchemy import Connection, select, update

from data_access import recommendations, schema, standings
from data_access.access import Reader
from data_access.recommendations import Seen
from data_access.rules import Role
from tests.data_access.people import TITLES, a_round, add
from tests.data_access.register import a_body, address, an_entry, deadline, report, word

BEFORE, MEETING = dt.date(2020, 6, 1), dt.date(2020, 11, 1)
NOW = dt.datetime(2020, 11, 1, 12, tzinfo=dt.UTC)
SPRING, AUTUMN = dt.date(2020, 5, 20), dt.date(2020, 10, 15)
AHEAD, PAST = deadline(dt.date(2030, 12, 31)), deadline(dt.date(2020, 9, 30))

COUNCIL = Reader.with_roles("test:council", Role.COUNCIL_MEMBER)
OTHER = Reader.with_roles("test:other", Role.COUNCIL_MEMBER)


def a_meeting(connection: Connection, on: dt.date, **values: Any) -> int:
    return add(connection, schema.council_meeting, **{"held_on": on} | TITLES | values)


def plant(connection: Connection) -> int:
    """The number of the later meeting; each entry is called by why it is looked at, if at all."""
    round_, body = a_round(connection, "IV"), a_body(connection, "km")
    a_meeting(connection, BEFORE)

    def entry(reference: str, made_on: dt.date, *, led: bool = True, **values: Any) -> int:
        number = an_entry(connection, round_, reference, made_on=made_on, **values)
        if led:
            address(connection, number, body)
        return number

    january = dt.date(2020, 1, 15)
    report(connection, entry("waiting-1", january, **PAST), AUTUMN, "done")
    report(connection, entry("waiting-0", january, **AHEAD), AUTUMN, "done")
    entry("overdue", january, **PAST)
    entry("new", AUTUMN, **AHEAD)
    reported = entry("new-reported", january, **AHEAD)
    report(connection, reported, AUTUMN, "in_progress")
    worded = entry("new-worded", january, **AHEAD)
    word(connection, worded, 2, "Second wording")
    report(connection, worded, SPRING, "in_progress")
    for reference, values in (
        ("quiet", AHEAD),
        ("unsettled-deadline", deadline(dt.date(2027, 1, 1), precision="horizon")),
    ):
        report(connection, entry(reference, january, **values), SPRING, "in_progress")
    report(connection, entry("unsettled-lead", january, led=False, **AHEAD), SPRING, "in_progress")
    entry("later", dt.date(2020, 12, 1), **AHEAD)
    _enter_on_its_day(connection)
    standings.renew(connection)
    return a_meeting(connection, MEETING)


def number_of(connection: Connection, reference: str) -> int:
    entry = schema.recommendation.c
    return int(
        connection.execute(select(entry.id).where(entry.reference == reference)).scalar_one()
    )


def noon(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(12), dt.UTC)


def _enter_on_its_day(connection: Connection) -> None:
    """Entries were entered when they were made, and reports when they were given."""
    entry, version, said = (
        schema.recommendation,
        schema.recommendation_version,
        schema.progress_report,
    )
    for number, day in connection.execute(select(entry.c.id, entry.c.made_on)).all():
        first = (version.c.recommendation_id == number) & (version.c.number == 1)
        connection.execute(update(version).where(first).values(written_at=noon(day)))
    for number, day in connection.execute(select(said.c.id, said.c.reported_on)).all():
        connection.execute(update(said).where(said.c.id == number).values(entered_at=noon(day)))


def decide(
    connection: Connection, meeting: int, reference: str, verdict: str, **values: Any
) -> int:
    """What the Council finds, having seen all there is."""
    known = recommendations.seen(connection, COUNCIL, [reference]).get(reference, Seen())
    stated: dict[str, Any] = {"meeting": meeting, "seen": known} | values
    return recommendations.decide(connection, COUNCIL, reference, verdict, **stated)  # type: ignore[arg-type]


def mark(connection: Connection, meeting: int, reference: str, outcome: str, **values: Any) -> int:
    known = recommendations.seen(connection, COUNCIL, [reference])[reference]
    stated: dict[str, Any] = {"meeting": meeting, "seen": known} | values
    return recommendations.mark(connection, COUNCIL, reference, outcome, **stated)  # type: ignore[arg-type]


def settle(connection: Connection, meeting: int, reference: str, **values: Any) -> int:
    known = recommendations.seen(connection, COUNCIL, [reference])[reference]
    return recommendations.settle(
        connection, COUNCIL, reference, meeting=meeting, seen=known, **values
    )
