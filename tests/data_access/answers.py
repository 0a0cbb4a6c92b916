"""Answers of the questions in plain Python, where a missing value is None."""

from typing import Any

import pandas as pd


def records(answer: pd.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    """The answer's rows, as they come, under the columns asked for."""
    return [tuple(plain(row[c]) for c in columns) for row in answer.to_dict("records")]


def by_figure(answer: pd.DataFrame) -> dict[str, int | None]:
    """The values by the name of their figure."""
    return dict(records(answer, "figure", "value"))


def plain(value: Any) -> Any:
    """The value, or None where it is missing in any of the ways that pandas knows."""
    return None if pd.isna(value) else value
