"""Lists of the same people: what only an undone one said goes, what another one says stays."""

import pytest
from sqlalchemy import Engine, select

from data_access import schema
from data_access.attendance import Why
from data_access.engine import reading
from tests.data_access.attendance.lists import MEETING, Line, a_csv, came, figures, record, undo

ANNA, JANA = came("Anna Ozola", "anna@x.lv"), came("Jana Liepa", "jana@x.lv")
ZANE, IVO = came("Zane Egle", "zane@x.lv"), came("Ivo Kalns", "ivo@x.lv")


def anna(**cells: str) -> Line:
    return came("Anna Ozola", "anna@x.lv", **cells)


def said(engine: Engine, *columns: str) -> list[tuple[str, ...]]:
    """What is on record of the first attendance of an upload."""
    table = schema.attendance
    with reading(engine) as connection:
        asked = select(*(table.c[name] for name in columns)).where(table.c.upload_id.is_not(None))
        return [tuple(row) for row in connection.execute(asked.order_by(table.c.id).limit(1))]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ({"category": "Romu pārstāvis", "gender": "Sieviete"}, {}, ("not_stated", "not_stated")),
        ({"category": "Romu pārstāvis"}, {"category": "NVO"}, ("ngo", "not_stated")),
        ({}, {"category": "Romu pārstāvis", "gender": "Sieviete"}, ("roma", "woman")),
    ],
)
def test_whoever_stays_is_what_the_list_that_stands_says(
    venue: Engine, first: Line, second: Line, expected: tuple[str, ...]
) -> None:
    wrong = record(venue, a_csv(anna(**first)))
    record(venue, a_csv(anna(**second), JANA))
    assert undo(venue, wrong.upload).passed_on == 1
    assert said(venue, "capacity", "gender") == [expected]


def test_whoever_only_registered_by_the_list_that_stands_does_not_count(venue: Engine) -> None:
    wrong = record(venue, a_csv(ANNA))
    record(venue, a_csv(anna(status="Nē"), JANA))
    third = record(venue, a_csv(ANNA, ZANE))
    assert figures(venue, activity=MEETING)["attendances"] == 3
    undo(venue, wrong.upload)
    assert said(venue, "status") == [("registered",)]
    assert figures(venue, activity=MEETING)["attendances"] == 2
    undo(venue, third.upload)
    assert figures(venue, activity=MEETING)["attendances"] == 1


def test_somebody_taken_out_comes_back_by_another_list_that_stands(venue: Engine) -> None:
    first = record(venue, a_csv(anna(category="Romu pārstāvis"), JANA))
    record(venue, a_csv(ANNA, ZANE))
    third = record(venue, a_csv(JANA, ZANE), take_out=True)
    assert third.taken_out == 1
    undo(venue, first.upload)
    undone = undo(venue, third.upload)
    assert (undone.restored, undone.failed) == (1, ())
    assert said(venue, "capacity") == [("not_stated",)]
    assert figures(venue, activity=MEETING)["attendances"] == 2


def test_whoever_a_later_list_took_out_as_well_stays_away_and_it_is_said(venue: Engine) -> None:
    record(venue, a_csv(ANNA, JANA))
    second = record(venue, a_csv(JANA, ZANE), take_out=True)
    record(venue, a_csv(ANNA, JANA, IVO))
    fourth = record(venue, a_csv(JANA, ZANE, IVO), take_out=True)
    assert (second.taken_out, fourth.taken_out) == (1, 1)
    undone = undo(venue, second.upload)
    assert [one.why for one in undone.failed] == [Why.TAKEN_OUT_AGAIN]
    assert figures(venue, activity=MEETING)["attendances"] == 3
    assert undo(venue, fourth.upload).restored == 1
    assert figures(venue, activity=MEETING)["attendances"] == 3
