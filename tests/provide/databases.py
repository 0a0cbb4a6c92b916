"""Databases for one test each: copies of a few templates, made when first asked for."""

import contextlib
import itertools
import os
import shutil
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlalchemy import URL, Engine, create_engine, text

from data_access.engine import create_file, open_engine, writing
from data_access.upgrade import upgrade
from seed.fill import fill_facts
from seed.sample import fill_sample

CUT_OFF = text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name")


def _nothing(_: Engine) -> None:
    """The empty template has no tables at all."""


def _migrate(engine: Engine) -> None:
    upgrade(engine)


def _fill(engine: Engine) -> None:
    upgrade(engine)
    with writing(engine) as connection:
        fill_facts(connection)


def _fill_all(engine: Engine) -> None:
    _fill(engine)
    with writing(engine) as connection:
        fill_sample(connection)


TEMPLATES: dict[str, Callable[[Engine], None]] = {
    "empty": _nothing,
    "migrated": _migrate,
    "facts": _fill,
    "sample": _fill_all,
}


class Shelf(ABC):
    """Templates of one kind of database, and fresh copies of them."""

    def __init__(self) -> None:
        self._templates: dict[str, URL] = {}
        self._numbers = itertools.count(1)

    @contextlib.contextmanager
    def copy(self, template: str) -> Iterator[URL]:
        """The address of a database of the test's own, dropped when the block ends."""
        if template not in self._templates:
            self._templates[template] = self._make(template)
        url = self._place(f"test_{os.getpid()}_{next(self._numbers)}")
        self._copy(self._templates[template], url)
        try:
            yield url
        finally:
            self._drop(url)

    def close(self) -> None:
        """Drop the templates."""
        for url in self._templates.values():
            self._drop(url)

    def _make(self, template: str) -> URL:
        url = self._place(f"template_{os.getpid()}_{template}")
        self._create(url)
        engine = open_engine(url)
        try:
            TEMPLATES[template](engine)
        except BaseException:
            engine.dispose()
            self._drop(url)
            raise
        engine.dispose()
        self._settle(url)
        return url

    @abstractmethod
    def _place(self, name: str) -> URL: ...
    @abstractmethod
    def _settle(self, url: URL) -> None: ...
    @abstractmethod
    def _create(self, url: URL) -> None: ...
    @abstractmethod
    def _copy(self, template: URL, url: URL) -> None: ...
    @abstractmethod
    def _drop(self, url: URL) -> None: ...


class SqliteShelf(Shelf):
    """SQLite files in one folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder

    def _place(self, name: str) -> URL:
        return URL.create("sqlite", database=str(self._folder / f"{name}.sqlite"))

    def _settle(self, url: URL) -> None:
        """A file needs no more."""

    def _create(self, url: URL) -> None:
        create_file(url)

    def _copy(self, template: URL, url: URL) -> None:
        shutil.copy(str(template.database), str(url.database))

    def _drop(self, url: URL) -> None:
        file = Path(str(url.database))
        for path in file.parent.glob(f"{file.name}*"):
            path.unlink()


class PostgresShelf(Shelf):
    """Databases on one PostgreSQL server; a copy takes a few hundredths of a second."""

    def __init__(self, server: URL) -> None:
        super().__init__()
        self._server = server
        self._engine = create_engine(server, isolation_level="AUTOCOMMIT")

    def close(self) -> None:
        super().close()
        self._engine.dispose()

    def _place(self, name: str) -> URL:
        return self._server.set(database=name)

    def _settle(self, url: URL) -> None:
        """Count the rows, as the server does by itself once they have stood for a while."""
        engine = create_engine(url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text("ANALYZE"))
        engine.dispose()

    def _create(self, url: URL) -> None:
        self.say("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'", url)

    def _copy(self, template: URL, url: URL) -> None:
        self.say("CREATE DATABASE {} TEMPLATE {}", url, template)

    def _drop(self, url: URL) -> None:
        self.say("DROP DATABASE IF EXISTS {} WITH (FORCE)", url)

    def cut_off(self, url: URL) -> None:
        """End every connection to the database."""
        with self._engine.connect() as connection:
            connection.execute(CUT_OFF, {"name": url.database})

    def say(self, statement: str, *databases: URL) -> None:
        """What only the operator may say; each ``{}`` stands for the name of a database."""
        quote = self._engine.dialect.identifier_preparer.quote
        names = [quote(str(url.database)) for url in databases]
        with self._engine.connect() as connection:
            connection.execute(text(statement.format(*names)))
