"""The documented facts as they lie in files, for where there is no database."""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path

FACTS = Path(__file__).parents[1] / "seed" / "facts"


@cache
def lines(table: str) -> tuple[Mapping[str, str], ...]:
    """The lines of a table's file under its headings, each cell as text.

    Refuses a table that has no file (FileNotFoundError).
    """
    with (FACTS / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file, strict=True))
