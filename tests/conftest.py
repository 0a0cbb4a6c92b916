"""What any test may ask for: a database of its own, a running platform, a page in a browser."""

import gc
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from sqlalchemy import URL, Engine

from data_access.engine import open_engine
from data_access.identity import create_key
from tests.provide import postgresql, scratch
from tests.provide.databases import PostgresShelf, Shelf, SqliteShelf

pytest_plugins = ["tests.provide.platform", "tests.provide.browser", "tests.provide.workers"]

DATABASES = ("sqlite", "postgresql")
STEERING = ("PG", "AUDIT_", "DATABASE_", "IDENTITY_", "PLATFORM_", "STREAMLIT_")


def pytest_configure() -> None:
    """No test meets the database of whoever runs the tests; a check says the same each time."""
    settings.register_profile("the same each time", derandomize=True, deadline=None)
    settings.load_profile("the same each time")
    for name in [n for n in os.environ if n.startswith(STEERING)]:
        del os.environ[name]
    os.environ["PLATFORM_OPERATOR"] = "tester"


def pytest_collection_finish() -> None:
    """What was imported stays to the end: nobody needs to look through it for garbage again."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _identity_key(tmp_path_factory: pytest.TempPathFactory) -> None:
    """One key for names, as an installation has: templates and their copies share it."""
    path = tmp_path_factory.mktemp("identity") / "identity.key"
    create_key(path)
    os.environ["IDENTITY_KEY_FILE"] = str(path)


@pytest.fixture(scope="session", autouse=True)
def _audit_heads(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What is exported of the audit log goes to a folder of the tests, never to the project's."""
    os.environ["AUDIT_HEADS"] = str(tmp_path_factory.mktemp("heads"))


@pytest.fixture(scope="session")
def sqlite_shelf() -> Iterator[SqliteShelf]:
    """SQLite templates."""
    place = scratch.places()[0]
    with tempfile.TemporaryDirectory(prefix="platform-tests-", dir=place) as folder:
        shelf = SqliteShelf(Path(folder))
        yield shelf
        shelf.close()


@pytest.fixture(scope="session")
def postgresql_shelf() -> Iterator[PostgresShelf]:
    """PostgreSQL templates, on a server that runs as long as the tests do."""
    with postgresql.server() as url:
        shelf = PostgresShelf(url)
        yield shelf
        shelf.close()


@pytest.fixture(params=DATABASES, scope="module")
def shelf(request: pytest.FixtureRequest) -> Shelf:
    """Templates of the one database, then of the other: who asks runs on both."""
    found: Shelf = request.getfixturevalue(f"{request.param}_shelf")
    return found


@pytest.fixture
def empty_url(shelf: Shelf) -> Iterator[URL]:
    """The address of a database without any table."""
    with shelf.copy("empty") as url:
        yield url


@pytest.fixture
def migrated_url(shelf: Shelf) -> Iterator[URL]:
    """The address of a database with every table and no record."""
    with shelf.copy("migrated") as url:
        yield url


@pytest.fixture
def facts_url(shelf: Shelf) -> Iterator[URL]:
    """The address of a database with the facts of ``seed/facts``."""
    with shelf.copy("facts") as url:
        yield url


@pytest.fixture
def sample_url(shelf: Shelf) -> Iterator[URL]:
    """The address of a database with the facts and the made-up rows of ``seed/sample``."""
    with shelf.copy("sample") as url:
        yield url


@pytest.fixture
def empty(empty_url: URL) -> Iterator[Engine]:
    """A database without any table."""
    yield from _opened(empty_url)


@pytest.fixture
def engine(migrated_url: URL) -> Iterator[Engine]:
    """A database with every table and no record."""
    yield from _opened(migrated_url)


@pytest.fixture
def facts(facts_url: URL) -> Iterator[Engine]:
    """A database with the facts of ``seed/facts``."""
    yield from _opened(facts_url)


@pytest.fixture
def sample(sample_url: URL) -> Iterator[Engine]:
    """A database with the facts and the made-up rows of ``seed/sample``."""
    yield from _opened(sample_url)


@pytest.fixture
def database_url(migrated_url: URL) -> str:
    """DATABASE_URL for a process of its own: the database of ``engine``."""
    return written_out(migrated_url)


@pytest.fixture
def facts_database_url(facts_url: URL) -> str:
    """DATABASE_URL for a process of its own: the database of ``facts``."""
    return written_out(facts_url)


@pytest.fixture
def sample_database_url(sample_url: URL) -> str:
    """DATABASE_URL for a process of its own: the database of ``sample``."""
    return written_out(sample_url)


def written_out(url: URL) -> str:
    """The whole address, password and all."""
    return url.render_as_string(hide_password=False)


def _opened(url: URL) -> Iterator[Engine]:
    engine = open_engine(url)
    yield engine
    engine.dispose()
