"""The picture and the table of the screen, as a person reads them."""

import json
from typing import Any

import pandas as pd
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import ESCAPED


def spec(screen: AppTest) -> dict[str, Any]:
    (chart,) = screen.get("vega_lite_chart")
    found: dict[str, Any] = json.loads(chart.proto.spec)
    return found


def described(screen: AppTest) -> str:
    return str(spec(screen)["description"])


def drawn(screen: AppTest) -> pd.DataFrame:
    """The table behind the picture, as a person reads it."""
    table: pd.DataFrame = screen.table[0].value
    return table.map(plain).rename(index=plain)


def plain(text: object) -> str:
    return ESCAPED.sub(r"\1", str(text))


def numbers(screen: AppTest, column: str) -> dict[str, int]:
    return {str(name): int(n) for name, n in drawn(screen)[column].items()}
