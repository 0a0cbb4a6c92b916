"""A desk that takes reports in without workbooks, and something for them to speak of."""

from dataclasses import replace

import pytest
from sqlalchemy import Connection, Engine

from data_access.engine import writing
from tests.data_access.monthly import september
from tests.data_access.monthly.desk import Desk
from tests.data_access.monthly.scene import Scene, plant
from tests.data_access.monthly.september import September


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    """What a file says, a test says; nobody is asked to read one."""
    desk = Desk()
    desk.sit_down(monkeypatch)
    return desk


@pytest.fixture
def scene(connection: Connection) -> Scene:
    """Two posts with families in care, planted on the connection of the test."""
    return plant(connection)


@pytest.fixture(scope="module")
def planted(module_engine: Engine) -> September:
    """A post and what is known of its families, once for a module."""
    with writing(module_engine) as connection:
        return september.plant(connection)


@pytest.fixture
def month(planted: September, connection: Connection) -> September:
    """The same on the connection of the test."""
    return replace(planted, connection=connection)
