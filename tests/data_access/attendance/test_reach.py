"""Lists of a coordinator of one town: their activity decides, whatever towns the rows name."""

from typing import Any

import pytest
from sqlalchemy import Connection

from data_access import attendance, schema
from data_access.access import AccessRefused
from data_access.attendance import FileKnown
from data_access.filters import Filters
from tests.data_access.answers import records
from tests.data_access.attendance.lists import a_csv, came
from tests.data_access.ground import ELSEWHERE, HERE, OTHER_TOWN, TOWN, Ground
from tests.data_access.readers import COORDINATOR

LIST = a_csv(
    came("Jana Liepa", "jana@x.lv", place=OTHER_TOWN),
    came("Zane Egle", "zane@x.lv", place=TOWN),
    came("Ieva Priede", "ieva@x.lv"),
)


def seen(connection: Connection, reader: Any, upload: int) -> list[tuple[Any, ...]]:
    found = attendance.rows(connection, reader, Filters(activity=HERE))
    return records(found[found["upload"] == upload], "place_lv")


def test_the_preview_shows_what_their_file_says(on_ground: Connection, ground: Ground) -> None:
    reader = ground.coordinator("of the town")
    found = attendance.check(on_ground, reader, attendance.read(LIST, "list.csv"), HERE)
    places = [ground.places[OTHER_TOWN], ground.places[TOWN], "not_stated"]
    assert [row.place for row in found.rows] == places
    assert (found.new_attendances, found.can_be_recorded) == (3, True)


def test_everybody_on_the_list_is_recorded_and_others_read_their_own(
    on_ground: Connection, ground: Ground
) -> None:
    reader = ground.coordinator("of the town")
    done = attendance.record(on_ground, reader, LIST, "list", HERE, confirmed_difference=True)
    assert done.attendances == 3
    assert seen(on_ground, reader, done.upload) == [(TOWN,), (None,)]
    assert seen(on_ground, COORDINATOR, done.upload) == [(OTHER_TOWN,), (TOWN,), (None,)]
    assert attendance.undo(on_ground, reader, done.upload, "wrong file").attendances == 3


def test_a_file_known_elsewhere_does_not_say_where(on_ground: Connection, ground: Ground) -> None:
    attendance.record(on_ground, COORDINATOR, LIST, "list", ELSEWHERE, confirmed_difference=True)
    for who, told in (("of the town", None), ("of both towns", ELSEWHERE)):
        with pytest.raises(FileKnown) as caught, on_ground.begin_nested():
            attendance.record(
                on_ground,
                ground.coordinator(who),
                LIST,
                "list",
                HERE,
                confirmed_difference=True,
            )
        assert caught.value.activity == told


def test_an_upload_into_nothing_is_undone_by_who_is_not_limited(
    on_ground: Connection, ground: Ground
) -> None:
    """A file that waits for its activity lies nowhere."""
    upload = schema.upload
    on_ground.execute(
        upload.update().where(upload.c.id == ground.rows[f"upload {HERE}"]).values(activity_id=None)
    )
    with pytest.raises(AccessRefused):
        attendance.undo(
            on_ground, ground.coordinator("of the town"), ground.rows[f"upload {HERE}"], "wrong"
        )
    attendance.undo(on_ground, COORDINATOR, ground.rows[f"upload {HERE}"], "wrong")
