"""A round's caseloads in one piece, for programs and for people at a terminal."""

import datetime as dt
from typing import Any, TypedDict

import pandas as pd
from sqlalchemy import Connection

from data_access.access import Reader, Right, require
from data_access.caseloads.care import in_care
from data_access.caseloads.missing import MonthStatus, missing
from data_access.caseloads.posts import posts
from data_access.caseloads.rounds import rounds
from data_access.caseloads.selection import last_day
from data_access.caseloads.totals import totals
from data_access.figures import reported
from data_access.figures.summary import require_known
from data_access.filters import Filters
from data_access.rules import Figure, Quality

REPORTED = (Figure.MEDIATORS, Figure.SERVICE_MONTHS, Figure.MEDIATOR_FAMILIES, Figure.FAMILIES)
RECORDED = (
    *("mediators", "calendar_months", "service_months", "posts_undated"),
    *("mediator_families", "families"),
)
CONTACTS = ("contacts", "contacts_individual", "contacts_group", "contact_persons")

Numbers = dict[str, int | None]
Rates = dict[str, float | None]
"""A round's reported figures, and how many families come on each mediator (and month)."""


class Caseloads(TypedDict):
    """Figures by name; None where nothing is stated or recorded.

    ``not_stated`` names recorded figures of which there are rows, and none that states them.
    ``months_missing`` is None where no month of a post is known.
    """

    round: str
    last_day: str
    is_made_up: bool
    reported: Numbers
    recorded: Numbers
    not_stated: list[str]
    rounds: dict[str, Rates]
    months_missing: int | None
    missing: list[dict[str, Any]]


def summary(connection: Connection, reader: Reader, code: str) -> Caseloads:
    """A round's caseloads, reported and recorded, with all rounds' families for each mediator.

    ``in_care`` are families in care as ``last_day`` ends; ``missing`` are months of posts without a
    report. Raises RoundUnknown where no round has the code.
    """
    require(reader, Right.READ_CASELOADS)
    require_known(connection, reader, code)
    filters = Filters(round=code)
    day = last_day(connection, reader, filters)
    counted = totals(connection, reader, filters).set_index("figure")
    months = missing(connection, reader, filters)
    lacking = months[months["status"] == MonthStatus.MISSING]
    return {
        "round": code,
        "last_day": day.isoformat(),
        "is_made_up": bool(counted["is_made_up"].any()),
        "reported": _reported(connection, reader, filters),
        "recorded": {
            **{name: _whole(counted["value"][name]) for name in RECORDED},
            "in_care": _in_care(connection, reader, filters, day),
            **{name: _whole(counted["value"][name]) for name in CONTACTS},
        },
        "not_stated": list(counted.index[counted["quality"] == Quality.NOT_STATED]),
        "rounds": _per_mediator(connection, reader),
        "months_missing": len(lacking) if len(months) else None,
        "missing": _missing(lacking, posts(connection, reader, filters)),
    }


def _reported(connection: Connection, reader: Reader, filters: Filters) -> Numbers:
    """The leading reported figures; what no document states is None."""
    stated = reported(connection, reader, filters)
    leading = stated[stated["is_leading"]].set_index("figure")["value"]
    return {figure.value: _whole(leading.get(figure.value)) for figure in REPORTED}


def _in_care(connection: Connection, reader: Reader, filters: Filters, day: dt.date) -> int | None:
    (number, *_) = [*in_care(connection, reader, filters, day)["families"], None]
    return _whole(number)


def _missing(lacking: pd.DataFrame, of_posts: pd.DataFrame) -> list[dict[str, Any]]:
    """Each missing month with its post's number and place, None where that is not stated."""
    places = dict(zip(of_posts["post"], of_posts["place_lv"], strict=True))
    return [
        {"month": f"{row['month']:%Y-%m}", "post": int(row["post"]), "place": places[row["post"]]}
        for row in lacking.to_dict("records")
    ]


def _per_mediator(connection: Connection, reader: Reader) -> dict[str, Rates]:
    return {
        row["round"]: {
            "mediators": _whole(row["mediators"]),
            "months": _whole(row["months"]),
            "families": _whole(row["families"]),
            "per_mediator": _rate(row["per_mediator"]),
            "per_mediator_month": _rate(row["per_mediator_month"]),
        }
        for row in rounds(connection, reader, Filters()).to_dict("records")
    }


def _whole(value: Any) -> int | None:
    return None if pd.isna(value) else int(value)


def _rate(value: Any) -> float | None:
    return None if pd.isna(value) else float(value)
