"""A database with people on record, sealed by a key of its own."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from data_access.engine import writing
from data_access.identity import create_key
from tests.data_access.attendance.lists import plant_decoy, prepare, record
from tests.data_access.rotation.sealed_rows import LIST


@pytest.fixture
def key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of a key that this test alone has."""
    path = tmp_path / "kept apart" / "identity.key"
    monkeypatch.setenv("IDENTITY_KEY_FILE", str(path))
    create_key(path)
    return path


@pytest.fixture
def kept(engine: Engine, key: Path) -> Engine:
    """Three people from a list and one entered by hand, at activities of an open round."""
    with writing(engine) as connection:
        prepare(connection)
    plant_decoy(engine)
    record(engine, LIST)
    return engine
