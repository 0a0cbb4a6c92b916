"""A database with activities to upload into, and somebody at one of them already."""

import pytest
from sqlalchemy import Engine

from data_access.attendance.reading import recognise
from data_access.engine import writing
from data_access.files import child
from data_access.files.grid import Choices, Opened
from data_access.files.limits import LIMITS
from data_access.files.opening import open_file
from data_access.files.problems import Refused
from tests.data_access.attendance.lists import plant_decoy, prepare


@pytest.fixture
def venue(engine: Engine) -> Engine:
    """Two activities of an open round, one of a closed one, two institutions, one decoy."""
    with writing(engine) as connection:
        prepare(connection)
    plant_decoy(engine)
    return engine


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are opened in this process: how the other one is asked, its own tests tell."""

    def opened(content: bytes, name: str = "", choices: Choices | None = None) -> Opened | Refused:
        chosen = choices or Choices()
        if len(content) > LIMITS.size:
            return open_file(content, name, chosen)
        return child.opened(content, chosen, LIMITS)

    monkeypatch.setattr(recognise, "open_file", opened)
