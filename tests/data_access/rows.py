"""The simplest rows there are, for tests of what happens to rows."""

import contextlib
from collections.abc import Iterator

from sqlalchemy import URL, Engine, Insert, insert, select

from data_access.engine import open_engine, reading, writing
from data_access.schema import source


def source_called(code: str) -> Insert:
    """The statement that records a source of this code."""
    values = {"code": code, "title_lv": "Prezentācija", "title_en": "Slides", "origin": "entered"}
    return insert(source).values(values)


def put(engine: Engine, code: str) -> None:
    """Record a source of this code."""
    with writing(engine) as connection:
        connection.execute(source_called(code))


def codes(engine: Engine) -> list[str]:
    """The codes of all sources, as they were recorded."""
    with reading(engine) as connection:
        return list(connection.execute(select(source.c.code).order_by(source.c.id)).scalars())


@contextlib.contextmanager
def opened(url: URL) -> Iterator[Engine]:
    """An engine that is closed afterwards."""
    engine = open_engine(url)
    try:
        yield engine
    finally:
        engine.dispose()
