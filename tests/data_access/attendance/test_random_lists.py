"""Any list of rows: what is recorded equals a count in plain Python, and undoing it undoes it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from data_access.engine import writing
from tests.data_access.attendance.lists import (
    OTHER,
    Line,
    a_csv,
    came,
    check,
    figures,
    plant_decoy,
    prepare,
    record,
    undo,
)
from tests.data_access.contents import changed, contents

TOLD_OF_IT = {"upload", "upload_row", "audit_event", "data_version"}
SPELLINGS = {
    "Anna Ozola": ("Anna Ozola", "ANNA  OZOLA", "anna ozola"),
    "Jānis Kalns": ("Jānis Kalns", "janis kalns"),
}
CONTACTS = {
    "Anna Ozola": {"a@x.lv": ("a@x.lv", "A@X.LV"), "26123456": ("26123456", "+371 26 123 456")},
    "Jānis Kalns": {"j@x.lv": ("j@x.lv", "J@x.lv"), "29123456": ("29123456", "+371 29 12 34 56")},
}


@st.composite
def lines(draw: st.DrawFn) -> tuple[tuple[str, str, bool], Line]:
    """Somebody told apart by name and contact, in some spelling, and whether they attended."""
    name = draw(st.sampled_from(list(SPELLINGS)))
    contact = draw(st.sampled_from(list(CONTACTS[name])))
    status = draw(st.sampled_from(["Jā", "yes", "Nē", ""]))
    line = came(
        draw(st.sampled_from(SPELLINGS[name])),
        draw(st.sampled_from(CONTACTS[name][contact])),
        draw(st.sampled_from(["", "Ministrija km", "lm body"])),
        status=status,
    )
    return (name, contact, status in {"Jā", "yes"}), line


@pytest.fixture
def place(module_engine: Engine) -> Engine:
    """One database for a test's every list."""
    if not check_is_prepared(module_engine):
        with writing(module_engine) as connection:
            prepare(connection)
        plant_decoy(module_engine)
    return module_engine


def check_is_prepared(engine: Engine) -> bool:
    return bool(contents(engine)["activity"])


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(lines(), min_size=1, max_size=8), st.lists(lines(), max_size=4))
def test_what_is_recorded_is_what_was_counted_and_undoing_undoes_it(
    place: Engine,
    here: list[tuple[tuple[str, str, bool], Line]],
    elsewhere: list[tuple[tuple[str, str, bool], Line]],
) -> None:
    start = contents(place)
    # A further line keeps the two files apart where they would hold the same bytes.
    other = record(
        place, a_csv(*(line for _, line in elsewhere), came("Zita Kalna", "z@x.lv")), OTHER
    )
    before, stood = contents(place), figures(place)
    content = a_csv(*(line for _, line in here))
    promised = check(place, content)
    done = record(place, content)
    attended = {(name, contact) for (name, contact, there), _ in here if there}
    known = {(name, contact) for (name, contact, _), _ in elsewhere}
    counted = {(name, contact) for (name, contact, there), _ in elsewhere if there}
    assert done.attendances == promised.new_attendances == len(attended)
    assert done.persons == promised.new_persons == len(attended - known)
    after = figures(place)
    assert (after["attendances"] or 0) - (stood["attendances"] or 0) == len(attended)
    assert (after["persons"] or 0) - (stood["persons"] or 0) == len(attended - counted)
    undo(place, done.upload)
    assert set(changed(before, contents(place))) == TOLD_OF_IT
    undo(place, other.upload)
    assert set(changed(start, contents(place))) == TOLD_OF_IT
