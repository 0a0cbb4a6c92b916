"""A database with activities to upload into, and somebody at one of them already."""

import pytest
from sqlalchemy import Engine

from data_access.engine import writing
from tests.data_access.attendance.lists import plant_decoy, prepare


@pytest.fixture
def venue(engine: Engine) -> Engine:
    """Two activities of an open round, one of a closed one, two institutions, one decoy."""
    with writing(engine) as connection:
        prepare(connection)
    plant_decoy(engine)
    return engine
