"""Where the land of each municipality lies in every division, as the facts have it."""

import datetime as dt

from sqlalchemy import Connection, delete, insert, select

from data_access import schema
from data_access.territory import carrying

Land = dict[tuple[str, str], tuple[str | None, dt.date | None, str | None]]


def carried(connection: Connection) -> Land:
    """From a municipality into a division: where all of it lies, and where it lay before a day."""
    codes = {
        number: f"{division}:{iso}"
        for number, division, iso in connection.execute(
            select(
                schema.municipality.c.id, schema.division.c.code, schema.municipality.c.iso
            ).join_from(schema.municipality, schema.division)
        )
    }
    division = schema.division.c
    divisions = {row.id: row.code for row in connection.execute(select(division.id, division.code))}
    return {
        (codes[row.municipality_id], divisions[row.division_id]): (
            codes.get(row.there_id),
            row.changed_on,
            codes.get(row.before_id),
        )
        for row in connection.execute(select(schema.carried_land))
    }


def test_every_municipality_lies_somewhere_in_every_division(known: Connection) -> None:
    found = carried(known)
    assert len(found) == (119 + 43 + 42) * 3
    assert all(found[at, at.partition(":")[0]][0] == at for at, _ in found)


def test_what_was_divided_lies_in_no_one_of_them(known: Connection) -> None:
    found = carried(known)
    then = {at: where for (at, into), where in found.items() if into == "2025" and at < "2010"}
    divided = {at for at, (there, _, _) in then.items() if there is None}
    names = known.scalars(
        select(schema.municipality.c.name).where(
            schema.municipality.c.iso.in_({at.partition(":")[2] for at in divided}),
            schema.municipality.c.valid_to == dt.date(2021, 6, 30),
        )
    )
    assert set(names) == {"Aglonas novads", "Inčukalna novads"}
    assert found["2009:LV-043", "2025"] == ("2025:LV-099", None, None)


def test_what_left_within_a_division_was_part_of_it_before_its_day(known: Connection) -> None:
    changed = {at: where for at, where in carried(known).items() if where[1] is not None}
    assert {day for _, day, _ in changed.values()} == {dt.date(2011, 1, 3)}
    (roja,) = {at for at, _ in changed}
    assert changed[roja, "2009"] == (roja, dt.date(2011, 1, 3), None)
    there, _, before = changed[roja, "2025"]
    assert there == before == "2025:LV-097"


def test_worked_out_anew_it_is_the_same_and_what_was_wrong_is_gone(known: Connection) -> None:
    before = carried(known)
    wrong = known.execute(select(schema.carried_land).limit(1)).one()
    known.execute(delete(schema.carried_land))
    known.execute(
        insert(schema.carried_land).values(
            municipality_id=wrong.municipality_id, division_id=wrong.division_id
        )
    )
    assert carried(known) != before
    carrying.renew(known)
    assert carried(known) == before
