"""Dropping the sample leaves all other records, and what they refer to."""

import datetime as dt

from sqlalchemy import Engine, func, select

from data_access import freshness, schema
from data_access.engine import reading, writing
from seed.sample import Dropped, drop_sample, fill_sample
from tests.data_access.contents import DERIVED, Contents, changed, contents
from tests.data_access.people import a_person, add, attends


def dropped(engine: Engine) -> Dropped:
    with writing(engine) as connection:
        return drop_sample(connection)


def left(engine: Engine) -> dict[str, int]:
    """How many made-up rows each table still has, where it has any."""
    with reading(engine) as connection:
        counts = {
            table.name: connection.execute(
                select(func.count()).where(table.c.origin == "sample")
            ).scalar_one()
            for table in schema.metadata.sorted_tables
            if "origin" in table.c
        }
    return {name: number for name, number in counts.items() if number}


def number_of(engine: Engine, table: str, column: str, value: str) -> int:
    found = schema.metadata.tables[table]
    with reading(engine) as connection:
        return int(
            connection.execute(select(found.c.id).where(found.c[column] == value)).scalar_one()
        )


def _records(held: Contents) -> int:
    return sum(len(rows) for table, rows in held.items() if table not in DERIVED)


def test_without_the_sample_the_facts_are_left(facts: Engine) -> None:
    before = contents(facts)
    with writing(facts) as connection:
        assert fill_sample(connection)
    added = _records(contents(facts)) - _records(before)
    assert dropped(facts) == Dropped(removed=added, kept=0)
    assert set(changed(before, contents(facts))) == {"data_version"}


def test_dropping_counts_as_one_change_of_the_data(sample: Engine) -> None:
    dropped(sample)
    with reading(sample) as connection:
        assert freshness.current(connection).number == 3


def test_dropping_again_changes_nothing(sample: Engine) -> None:
    dropped(sample)
    before = contents(sample)
    assert dropped(sample) == Dropped(removed=0, kept=0)
    assert changed(before, contents(sample)) == []


def test_records_that_are_not_made_up_stay(sample: Engine) -> None:
    activity = number_of(sample, "activity", "code", "iv-talsi")
    with writing(sample) as connection:
        attends(connection, a_person(connection), activity, "roma")
    before = contents(sample)
    assert dropped(sample).kept == 0
    after = contents(sample)
    assert [row[0] for row in after["attendance"]] == [before["attendance"][-1][0]]
    assert [row[0] for row in after["person"]] == [before["person"][-1][0]]


def test_a_made_up_body_stays_where_a_real_attendance_names_it(sample: Engine) -> None:
    activity = number_of(sample, "activity", "code", "iv-talsi")
    body = number_of(sample, "institution", "code", "sample-school")
    with writing(sample) as connection:
        person = a_person(connection)
        named = {"activity_id": activity, "person_id": person, "institution_id": body}
        add(connection, schema.attendance, **named, status="attended")
    assert dropped(sample).kept == 2
    assert left(sample) == {"institution": 1, "source": 1}
    assert number_of(sample, "institution", "code", "sample-school") == body


def test_a_recommendation_that_stays_keeps_its_wordings_and_addressees(sample: Engine) -> None:
    entry = number_of(sample, "recommendation", "reference", "P-06")
    with writing(sample) as connection:
        said = {"reported_on": dt.date(2020, 9, 1), "text": "Teksts", "claim": "accepted"}
        at = dt.datetime(2020, 9, 1, tzinfo=dt.UTC)
        add(connection, schema.progress_report, recommendation_id=entry, entered_at=at, **said)
    dropped(sample)
    assert left(sample) == {
        "recommendation": 1,
        "recommendation_version": 2,
        "recommendation_addressee": 3,
        "recommendation_carry": 2,
        "institution": 3,
        "source": 1,
    }


def test_a_sample_that_had_to_leave_rows_behind_can_be_filled_in_again(sample: Engine) -> None:
    body = number_of(sample, "institution", "code", "sample-school")
    with writing(sample) as connection:
        alias = {"name": "Skola", "name_folded": "skola", "institution_id": body}
        row = add(connection, schema.institution_alias, **alias)
    assert dropped(sample).kept == 2
    with writing(sample) as connection:
        connection.execute(
            schema.institution_alias.delete().where(schema.institution_alias.c.id == row)
        )
        assert fill_sample(connection)
