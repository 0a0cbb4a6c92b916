"""How the history of a post tells of what belongs to it: its parts in one line."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

BETWEEN, NOTHING = " · ", "–"


def told(row: Mapping[Any, Any], parts: Sequence[str]) -> str:
    """The parts of the row in their order, such as ``2020-04-06 · 2020-04-17 · leave``."""
    return BETWEEN.join(_written(row[name]) for name in parts)


def untold(text: str) -> list[str | None]:
    """The parts that ``told`` wrote; None for what was not stated."""
    return [None if part == NOTHING else part for part in text.split(BETWEEN)]


def _written(value: Any) -> str:
    if value is None:
        return NOTHING
    return value.isoformat() if isinstance(value, dt.date) else str(value)
