"""A database in which names can be looked at: one for a module, or a test's own."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from data_access.access import Reader
from tests.data_access.identities.scene import Scene, coordinator, prepare
from tests.data_access.rows import opened
from tests.provide.databases import Shelf


@pytest.fixture(scope="module")
def scene(shelf: Shelf) -> Iterator[Scene]:
    """Two meetings in two towns, each with an upload; every test looks as somebody of its own."""
    with shelf.copy("migrated") as url, opened(url) as engine:
        yield prepare(engine)


@pytest.fixture
def own_scene(engine: Engine) -> Scene:
    """The same, for a test that changes who is there."""
    return prepare(engine)


@pytest.fixture
def reader() -> Reader:
    """A coordinator of everything, whom no other test has met."""
    return coordinator()
