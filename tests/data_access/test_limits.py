"""Whose right reaches a record: every function that writes, and each kind of limit."""

import pytest
from sqlalchemy import Engine

from data_access.access import AccessRefused
from data_access.engine import reading
from tests.data_access.contents import Contents, changed, contents, held
from tests.data_access.deeds import DEEDS, MOVES, Deed
from tests.data_access.ground import NAMES, REACHED, Ground


@pytest.fixture(scope="module")
def before(module_engine: Engine, ground: Ground) -> Contents:
    """What there is, with everything planted."""
    assert ground.rows
    return contents(module_engine)


@pytest.mark.parametrize("name", DEEDS | MOVES)
def test_a_deed_is_done_by_those_whose_right_reaches_it_and_by_nobody_else(
    module_engine: Engine, ground: Ground, before: Contents, name: str
) -> None:
    deed = (DEEDS | MOVES)[name]
    done = {who for who in NAMES if does(module_engine, ground, before, deed, who)}
    assert done == REACHED[deed.reach]


def does(engine: Engine, ground: Ground, before: Contents, deed: Deed, who: str) -> bool:
    """Whether somebody may; who is refused has changed nothing but taken a turn."""
    with reading(engine) as connection:
        try:
            deed.act(connection, ground.coordinator(who, deed.role), ground)
        except AccessRefused:
            assert set(changed(before, held(connection))) <= {"data_version"}
            return False
        stored = changed(before, held(connection))
    assert stored == [] if deed.table is None else deed.table in stored
    return True
