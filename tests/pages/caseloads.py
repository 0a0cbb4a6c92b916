"""Three mediators of round IV made up for a test, and what the caseloads screen makes of rows."""

import datetime as dt
import json
from typing import Any

import pandas as pd
from sqlalchemy import Connection
from streamlit.dataframe_util import convert_arrow_bytes_to_pandas_df
from streamlit.testing.v1 import AppTest

from tests.data_access.land import a_division, a_town
from tests.data_access.people import (
    a_case,
    a_contact,
    a_family,
    a_need,
    a_post,
    a_round,
    at,
    support,
)
from tests.pages.conftest import ESCAPED

JANUARY, JUNE = dt.date(2020, 1, 1), dt.date(2020, 6, 30)


def charts(screen: AppTest) -> list[dict[str, Any]]:
    return [json.loads(chart.proto.spec) for chart in screen.get("vega_lite_chart")]


def described(screen: AppTest) -> list[str]:
    return [str(chart["description"]) for chart in charts(screen)]


def telling(screen: AppTest, what: str) -> str:
    """The text twin of the one chart that tells of this."""
    (found,) = [text for text in described(screen) if what in text]
    return found


def drawing(screen: AppTest, words: str) -> int:
    """Which of the charts it is whose description has these words."""
    (number,) = [n for n, text in enumerate(described(screen)) if words in text]
    return number


def table(screen: AppTest, heading: str) -> list[list[str]]:
    """The rows, as a person reads them, of the table that has this heading."""
    every = [element.value.reset_index() for element in screen.table]
    found = next(rows for rows in every if heading in rows.columns)
    return [[ESCAPED.sub(r"\1", str(cell)) for cell in row] for row in found.to_numpy().tolist()]


def cells(screen: AppTest, chart: int) -> pd.DataFrame:
    """What a chart draws."""
    drawn = screen.get("vega_lite_chart")[chart].proto
    (first, *_) = drawn.datasets
    return convert_arrow_bytes_to_pandas_df(first.data.data)


def plant(connection: Connection) -> None:
    """Two towns and a post of an unknown place, as three mediators of round IV left them.

    Valka: an open case, a month without a record, one with a group alone. Ainaži: nothing at all.
    The third: undated, with an undated contact.
    """
    round_id = a_round(connection)
    division = a_division(connection, "2009")
    valka, ainazi = (
        a_town(connection, division, iso, name)
        for iso, name in (("LV-VLK", "Valka"), ("LV-AIN", "Ainaži"))
    )
    busy = a_post(connection, round_id, JANUARY, dt.date(2020, 3, 31), **at(valka))
    a_post(connection, round_id, JANUARY, JUNE, **at(ainazi))
    undated = a_post(connection, round_id)
    family = a_family(connection, size=5)
    case = a_case(connection, family, busy, JANUARY)
    a_need(connection, case, "housing")
    a_case(connection, family, undated, None)
    support(connection, a_family(connection), round_id)
    a_contact(connection, busy, dt.date(2020, 1, 9), mediation_case_id=case, persons=2)
    a_contact(connection, busy, dt.date(2020, 3, 9), form="group", persons=0)
    a_contact(connection, undated, area="housing")
