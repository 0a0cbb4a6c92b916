"""An attendance given to the wrong namesake becomes a person's of its own, called the same."""

import pytest
from sqlalchemy import Engine, select

from data_access import attendance, schema
from data_access.access import AccessRefused
from data_access.attendance import OnlyAttendance, RoundClosed
from data_access.attendance.people import People
from data_access.engine import reading, writing
from data_access.upkeep import ChangedMeanwhile, RowUnknown
from tests.data_access.attendance.lists import (
    MEETING,
    OTHER,
    a_csv,
    came,
    close,
    figures,
    number,
    record,
    undo,
)
from tests.data_access.attendance.test_joining import coordinator, join
from tests.data_access.contents import changed, contents
from tests.data_access.people import a_municipality
from tests.data_access.readers import COORDINATOR

ANNA = came("Anna Ozola", "anna@x.lv", "Ministrija km")
NAMESAKE = came("Anna Ozola", "", "Ministrija km")


def split(engine: Engine, row: int, revision: int = 1) -> int:
    with writing(engine) as connection:
        return attendance.split_attendance(connection, COORDINATOR, row, revision)


def row_at(engine: Engine, upload: int) -> int:
    table = schema.attendance
    with reading(engine) as connection:
        found = select(table.c.id).where(table.c.upload_id == upload)
        return int(connection.scalars(found).one())


def identities(engine: Engine) -> dict[int, tuple[str, str | None]]:
    """Who each person is, those of the two lists alone."""
    table = schema.person_identity
    with reading(engine) as connection:
        keyring = People.keyring(connection)
        opened = {
            row.person_id: (
                keyring.unseal(bytes(row.name_sealed)),
                None if row.contact_sealed is None else keyring.unseal(bytes(row.contact_sealed)),
            )
            for row in connection.execute(select(table))
        }
    return {who: said for who, said in opened.items() if not said[0].startswith("Decoy")}


def matches(engine: Engine) -> list[tuple[bytes, bytes | None]]:
    table = schema.person_identity
    with reading(engine) as connection:
        rows = connection.execute(select(table.c.name_match, table.c.contact_match)).all()
    return [(bytes(row.name_match), row.contact_match and bytes(row.contact_match)) for row in rows]


def test_the_attendance_is_somebody_else_s_of_the_same_name(venue: Engine) -> None:
    record(venue, a_csv(ANNA))
    done = record(venue, a_csv(NAMESAKE), OTHER)
    assert figures(venue)["persons"] == 2
    new = split(venue, row_at(venue, done.upload))
    assert figures(venue)["persons"] == 3
    (old,) = identities(venue).keys() - {new}
    assert identities(venue) == {old: ("Anna Ozola", "anna@x.lv"), new: ("Anna Ozola", None)}
    assert len({match for match, _ in matches(venue)}) == 2


def test_a_contact_that_the_row_alone_states_goes_along(venue: Engine) -> None:
    record(venue, a_csv(NAMESAKE))
    done = record(venue, a_csv(ANNA), OTHER)
    new = split(venue, row_at(venue, done.upload))
    (old,) = identities(venue).keys() - {new}
    assert identities(venue) == {old: ("Anna Ozola", None), new: ("Anna Ozola", "anna@x.lv")}
    again = record(venue, a_csv(ANNA, came("Zane Egle", "zane@x.lv")))
    assert again.persons == 1


def test_a_contact_that_other_rows_state_as_well_stays_there_too(venue: Engine) -> None:
    record(venue, a_csv(ANNA))
    done = record(venue, a_csv(came("Anna Ozola", "anna@x.lv", "Ministrija lm")), OTHER)
    new = split(venue, row_at(venue, done.upload))
    (old,) = identities(venue).keys() - {new}
    assert identities(venue) == dict.fromkeys((old, new), ("Anna Ozola", "anna@x.lv"))


def test_joined_again_everything_counts_as_before(venue: Engine) -> None:
    first = record(venue, a_csv(ANNA))
    done = record(venue, a_csv(NAMESAKE), OTHER)
    with reading(venue) as connection:
        table = schema.attendance
        mine = select(table.c.person_id).where(table.c.upload_id == first.upload)
        old = connection.scalars(mine).one()
    stood = figures(venue)
    join(venue, old, split(venue, row_at(venue, done.upload)))
    assert figures(venue) == stood


def test_an_upload_undone_afterwards_leaves_what_somebody_changed(venue: Engine) -> None:
    record(venue, a_csv(ANNA))
    done = record(venue, a_csv(NAMESAKE), OTHER)
    row = row_at(venue, done.upload)
    split(venue, row)
    assert undo(venue, done.upload).kept == (row,)
    assert number(venue, "person") == 3


def test_it_is_on_record_by_numbers_alone(venue: Engine) -> None:
    record(venue, a_csv(ANNA))
    done = record(venue, a_csv(NAMESAKE), OTHER)
    row = row_at(venue, done.upload)
    new = split(venue, row)
    with reading(venue) as connection:
        event = connection.execute(
            select(schema.audit_event).order_by(schema.audit_event.c.sequence.desc())
        ).first()
        line = connection.execute(select(schema.change)).all()[-1]
    assert event is not None
    assert (event.action, event.subject_id) == ("attendance.split", row)
    assert event.details.keys() == {"activity", "from", "to"}
    assert (line.column_name, line.new_value) == ("person_id", str(new))


def test_what_cannot_be_split_is_refused_and_changes_nothing(venue: Engine) -> None:
    first = record(venue, a_csv(ANNA))
    before = contents(venue)
    with pytest.raises(OnlyAttendance):
        split(venue, row_at(venue, first.upload))
    with pytest.raises(RowUnknown):
        split(venue, 10_000)
    assert contents(venue) == before
    done = record(venue, a_csv(NAMESAKE), OTHER)
    row, before = row_at(venue, done.upload), contents(venue)
    with pytest.raises(ChangedMeanwhile):
        split(venue, row, 2)
    with writing(venue) as connection:
        town = a_municipality(connection)
    with writing(venue) as connection, pytest.raises(AccessRefused):
        attendance.split_attendance(connection, coordinator(town), row, 1)
    with writing(venue) as connection:
        close(connection, "IV")
    with pytest.raises(RoundClosed):
        split(venue, row)
    assert set(changed(before, contents(venue))) <= {
        *("municipality", "division", "round", "account", "data_version"),
    }


def test_the_meeting_of_the_other_stays_as_it_is(venue: Engine) -> None:
    record(venue, a_csv(ANNA))
    done = record(venue, a_csv(NAMESAKE), OTHER)
    stood = figures(venue, activity=MEETING)
    split(venue, row_at(venue, done.upload))
    assert figures(venue, activity=MEETING) == stood
