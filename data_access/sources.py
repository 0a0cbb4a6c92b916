"""Sources: the documents that facts and figures cite, and adding one."""

import datetime as dt

import pandas as pd
from sqlalchemy import Connection, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.codes import free_code, is_web_address
from data_access.filters import Filters
from data_access.frames import DAY, WORD, ask
from data_access.rules import fold
from data_access.upkeep import Hand

SOURCES = {
    "code": WORD,
    "title_lv": WORD,
    "title_en": WORD,
    "published_on": DAY,
    "address": WORD,
    "origin": WORD,
}


class SourceUnknown(LookupError):
    """No source has the code; nothing was stored."""


class SourceKnown(ValueError):
    """A source of this title is there already; nothing was stored."""


class AddressUnusable(ValueError):
    """An address that does not begin with http:// or https://; nothing was stored."""


def listed(connection: Connection, reader: Reader, _filters: Filters) -> pd.DataFrame:
    """Every source, by its Latvian title's code. Columns: SOURCES."""
    require(reader, Right.READ_PUBLISHED)
    return ask(connection, select(schema.source).order_by(schema.source.c.id), SOURCES)


def add(
    connection: Connection,
    reader: Reader,
    *,
    title_lv: str,
    title_en: str | None,
    published_on: dt.date | None,
    address: str | None,
) -> str:
    """A source that can be cited from now on; its code.

    All rounds and municipalities share it: whoever keeps records, be it of one town, adds to it.
    Without an English title the Latvian one stands in its place. Refuses a title that is there
    already (SourceKnown) and an address that no browser opens (AddressUnusable).
    """
    hand = Hand(connection, reader)
    require_web_address(address)
    titles = connection.scalars(select(schema.source.c.title_lv))
    if fold(title_lv) in {fold(title) for title in titles}:
        raise SourceKnown("A source of this title is there already.")
    code = free_code(connection, schema.source, title_lv)
    titled = {"title_lv": title_lv, "title_en": title_en or title_lv}
    hand.add(schema.source, code=code, **titled, published_on=published_on, address=address)
    return code


def number_of(connection: Connection, code: str | None) -> int | None:
    """The number of the source of this code; None without a code. Refuses SourceUnknown."""
    if code is None:
        return None
    found = connection.scalars(select(schema.source.c.id).where(schema.source.c.code == code))
    number = found.first()
    if number is None:
        raise SourceUnknown("There is no such source.")
    return int(number)


def require_web_address(address: str | None) -> None:
    """Nothing, where there is no address or a browser opens it; AddressUnusable where not."""
    if address is not None and not is_web_address(address):
        raise AddressUnusable("An address begins with http:// or https://.")
