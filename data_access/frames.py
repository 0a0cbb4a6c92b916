"""From a statement to a data frame that keeps its promised columns, empty or full."""

from collections.abc import Mapping

import pandas as pd
from sqlalchemy import Connection, Executable

WHOLE = "Int64"
"""Whole numbers in which a missing one stays missing."""

DAY = "datetime64[s]"
MOMENT = "datetime64[us, UTC]"
WORD = "object"
FLAG = "boolean"
PART = "Float64"


def ask(connection: Connection, statement: Executable, columns: Mapping[str, str]) -> pd.DataFrame:
    """The statement's rows under the promised columns, each of the promised type."""
    rows = connection.execute(statement).mappings().all()
    return frame([dict(row) for row in rows], columns)


def frame(rows: list[dict[str, object]], columns: Mapping[str, str]) -> pd.DataFrame:
    """Rows as a frame under the promised columns; what a row lacks is missing, never zero."""
    return pd.DataFrame(
        {
            name: pd.Series([row.get(name) for row in rows], dtype=kind)
            for name, kind in columns.items()
        }
    )
