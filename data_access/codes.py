"""Codes that stand for what is entered on screen: in addresses, and between tables."""

import re
from urllib.parse import urlsplit

from sqlalchemy import Connection, Table, func, select

from data_access import schema
from data_access.rules import fold

LONGEST = 60
_ROMAN = re.compile(r"(X{0,3})(IX|IV|V?I{0,3})")
_VALUES = {"I": 1, "V": 5, "X": 10}
_COUNTRY = re.compile(r"[A-Z]{2}")


class NumeralUnusable(ValueError):
    """Not a Roman numeral from I to XXXIX; nothing was stored."""


class CountryUnusable(ValueError):
    """Not a country's code of two letters; nothing was stored."""


def slug(text: str) -> str:
    """Plain small letters and digits with hyphens between words, LONGEST at most."""
    words = re.findall(r"[a-z0-9]+", fold(text))
    short = ""
    for word in words:
        longer = f"{short}-{word}" if short else word
        if len(longer) > LONGEST:
            break
        short = longer
    return short or "-".join(words)[:LONGEST]


def free_code(connection: Connection, table: Table, text: str) -> str:
    """A code made from the text that no row of the table has yet.

    Call it once writers wait for each other (``upkeep.Hand``), so that it stays free.
    """
    wanted = slug(text) or table.name
    taken = set(connection.scalars(select(table.c.code).where(table.c.code.startswith(wanted))))
    number, code = 1, wanted
    while code in taken:
        number += 1
        code = f"{wanted}-{number}"
    return code


def numbered_code(connection: Connection, table: Table, pattern: str) -> str:
    """A pattern such as ``mediator-{}`` with a number that no row of the table has or had.

    It says nothing of what it stands for. Call it as ``free_code``.
    """
    changed = schema.change.c
    had = select(changed.old_value).where(
        changed.subject_table == table.name, changed.column_name == "code"
    )
    taken = {*connection.scalars(select(table.c.code)), *connection.scalars(had)}
    highest = connection.execute(select(func.coalesce(func.max(table.c.id), 0))).scalar_one()
    number = int(highest) + 1
    while pattern.format(number) in taken:
        number += 1
    return pattern.format(number)


def roman(numeral: str) -> int:
    """The number that a Roman numeral writes, up to 39. Refuses another text (NumeralUnusable)."""
    if not numeral or not _ROMAN.fullmatch(numeral):
        raise NumeralUnusable("A round's code is a Roman numeral.")
    values = [_VALUES[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))


def country(text: str | None) -> str:
    """A country's code in capital letters, such as LV or EU. Refuses others (CountryUnusable)."""
    code = (text or "").strip().upper()
    if not _COUNTRY.fullmatch(code):
        raise CountryUnusable("A country has a code of two letters.")
    return code


def is_web_address(address: str) -> bool:
    """Whether a browser opens it from anywhere: http or https, with a host."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and address.isprintable()
