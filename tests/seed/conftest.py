"""An invented reform as the files that somebody would bring."""

import pytest

from data_access.engine import reading
from seed.reform import listed, present
from seed.reform.present import Present
from tests.data_access.rows import opened
from tests.provide.databases import SqliteShelf
from tests.seed.reforms import Land, Line, reformed, tomorrow


@pytest.fixture(scope="session")
def latest(sqlite_shelf: SqliteShelf) -> Present:
    """The latest division of the facts."""
    with sqlite_shelf.copy("facts") as url, opened(url) as engine, reading(engine) as connection:
        return present.read(connection)


@pytest.fixture(scope="session")
def lines(latest: Present) -> list[Line]:
    """The list as somebody filled it in."""
    return reformed(listed.template(latest))


@pytest.fixture(scope="session")
def land() -> Land:
    """The outlines after the reform, in degrees."""
    return tomorrow()
