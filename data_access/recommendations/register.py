"""The register: where each entry stands, why, and how it stands to its deadline."""

import datetime as dt
from typing import Any

import pandas as pd
from sqlalchemy import Connection

from data_access.access import Reader, Right, require
from data_access.clock import today
from data_access.filters import Filters
from data_access.frames import DAY, FLAG, WORD, frame
from data_access.recommendations.entries import LISTED, listed
from data_access.recommendations.events import findings, links, reports
from data_access.rules import (
    Claim,
    Event,
    Finding,
    Origin,
    Precision,
    RecommendationLinkKind,
    Replacement,
    Report,
    Verdict,
    decisive,
    last_day,
    lateness_of,
    status_of,
)

REGISTER = LISTED | {
    "status": WORD,
    "lateness": WORD,
    "claim": WORD,
    "reported_on": DAY,
    "by_lv": WORD,
    "by_en": WORD,
    "verdict": WORD,
    "found_on": DAY,
    "meeting_lv": WORD,
    "meeting_en": WORD,
    "replaced_by": WORD,
    "is_made_up": FLAG,
}
OF_REPORT = ("claim", "reported_on", "by_lv", "by_en")
OF_FINDING = ("verdict", "found_on", "meeting_lv", "meeting_en")

Row = dict[Any, Any]
Told = list[tuple[Event, Row]]
"""The events of one entry, each with the row that tells of it."""


def register(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """One row an entry, with its status and its lateness today. Columns: REGISTER.

    ``claim`` and what follows it are the addressee's latest report; ``verdict`` and what follows
    it the Council's finding, where that decides the status; ``replaced_by`` the later entry that
    took this one's place. The rules are those of ``data_access.rules.follow_up``.
    """
    require(reader, Right.READ_PUBLISHED)
    told = _told(connection, reader, filters)
    day = today()
    rows: list[dict[str, object]] = [
        {str(name): value for name, value in row.items()}
        | _standing(row, told.get(row["reference"], []), day)
        for row in listed(connection, reader, filters).to_dict("records")
    ]
    return frame(rows, REGISTER)


def _told(connection: Connection, reader: Reader, filters: Filters) -> dict[str, Told]:
    told: dict[str, Told] = {}
    for row in _rows(reports(connection, reader, filters)):
        event: Event = Report(row["reported_on"], Claim(row["claim"]))
        told.setdefault(row["reference"], []).append((event, row))
    for row in _rows(findings(connection, reader, filters)):
        event = Finding(row["found_on"], Verdict(row["verdict"]), row["about"])
        told.setdefault(row["reference"], []).append((event, row))
    for row in _rows(links(connection, reader, filters)):
        if row["is_later"] and row["kind"] == RecommendationLinkKind.REPLACES:
            event = Replacement(row["other_made_on"])
            told.setdefault(row["reference"], []).append((event, row))
    return told


def _standing(row: Row, told: Told, day: dt.date) -> Row:
    """What the events make of an entry."""
    events = [event for event, _ in told]
    deciding = decisive(events)
    basis = next((of for event, of in told if event is deciding), {})
    said = [of for event, of in told if isinstance(event, Report)]
    claimed = {name: said[-1][name] for name in OF_REPORT} if said else {}
    found = {name: basis.get(name) for name in OF_FINDING}
    precision = Precision(row["deadline_date_precision"])
    deadline = last_day(_day(row["deadline_starts_on"]), _day(row["deadline_ends_on"]), precision)
    return (
        claimed
        | found
        | {
            "status": status_of(events).value,
            "lateness": lateness_of(events, deadline, day).value,
            "replaced_by": basis.get("other"),
            "is_made_up": row["origin"] == Origin.SAMPLE,
        }
    )


def _rows(answer: pd.DataFrame) -> list[Row]:
    """The answer's rows with plain days, and None for what is missing."""
    days = [name for name, kind in answer.dtypes.items() if str(kind) == DAY]
    return [row | {name: _day(row[name]) for name in days} for row in answer.to_dict("records")]


def _day(value: Any) -> dt.date | None:
    return None if pd.isna(value) else value.date()
