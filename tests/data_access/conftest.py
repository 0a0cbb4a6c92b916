"""A connection to plant rows and to ask through; whatever a test plants is taken back."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, Engine

from data_access.engine import reading, writing
from tests.data_access.ground import Ground, plant
from tests.data_access.rows import opened
from tests.provide.databases import Shelf


@pytest.fixture(scope="module")
def module_engine(shelf: Shelf) -> Iterator[Engine]:
    """One database with every table and no record for a whole module."""
    with shelf.copy("migrated") as url, opened(url) as engine:
        yield engine


@pytest.fixture(scope="module")
def module_facts(shelf: Shelf) -> Iterator[Engine]:
    """One database with the facts of ``seed/facts`` for a whole module."""
    with shelf.copy("facts") as url, opened(url) as engine:
        yield engine


@pytest.fixture(scope="module")
def module_sample(shelf: Shelf) -> Iterator[Engine]:
    """One database with the facts and the made-up rows of ``seed/sample`` for a whole module."""
    with shelf.copy("sample") as url, opened(url) as engine:
        yield engine


@pytest.fixture
def connection(module_engine: Engine) -> Iterator[Connection]:
    """A connection to a database without a record."""
    with reading(module_engine) as asking:
        yield asking


@pytest.fixture
def known(module_facts: Engine) -> Iterator[Connection]:
    """A connection to a database with the facts."""
    with reading(module_facts) as asking:
        yield asking


@pytest.fixture
def made_up(module_sample: Engine) -> Iterator[Connection]:
    """A connection to a database with the facts and the made-up rows of ``seed/sample``."""
    with reading(module_sample) as asking:
        yield asking


@pytest.fixture(scope="module")
def ground(module_engine: Engine) -> Ground:
    """Two rounds and two towns, in one database for a whole module."""
    with writing(module_engine) as connection:
        return plant(connection)


@pytest.fixture
def on_ground(module_engine: Engine, ground: Ground) -> Iterator[Connection]:
    """A connection to that database."""
    assert ground.rows
    with reading(module_engine) as asking:
        yield asking
