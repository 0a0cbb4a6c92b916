"""The life of an entry: made, worded anew, reported on, looked at by the Council, replaced."""

import datetime as dt
from typing import Any

import pandas as pd
from sqlalchemy import Connection, select

from data_access import schema
from data_access.access import Reader, Right, may, require
from data_access.clock import RIGA
from data_access.filters import Filters
from data_access.frames import DAY, WORD, frame
from data_access.recommendations.beside import ENTERED, carried, disagreements, marks
from data_access.recommendations.chosen import chosen
from data_access.recommendations.entries import listed
from data_access.recommendations.events import findings, links, reports
from data_access.rules import RecommendationLinkKind

HISTORY = {
    "reference": WORD,
    "kind": WORD,
    "on": DAY,
    "word": WORD,
    "by_lv": WORD,
    "by_en": WORD,
    "text_lv": WORD,
    "text_en": WORD,
    "source_lv": WORD,
    "source_en": WORD,
    "locator": WORD,
    "origin": WORD,
} | ENTERED
KINDS = ("made", "carried", "worded", "reported", "found", "disagreed", "marked", "replaced")
"""The kinds of events; those of one day stand in this order."""

Row = dict[Any, Any]


def history(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """What happened to the chosen entries, each in the order of time. Columns: HISTORY.

    ``kind`` is one of KINDS. ``word`` is the claim of a report, the verdict of a finding or of a
    disagreement with one, the outcome of a mark, the round into which it was carried, the other
    entry of a replacement; ``by`` the institution, the meeting, the activity where the entry was
    made. ``text`` is the wording (``made``: the first one), what the report says, the Council's
    note. ``number`` is the row of a report, a finding, a disagreement or a mark; ``entered_by`` the
    account, for whoever may read records. An entry begins by being made, whether or not a day is
    stated for that; what else has no day comes last.
    """
    require(reader, Right.READ_PUBLISHED)
    rows = [
        *_made_and_worded(connection, reader, filters),
        *_reported(reports(connection, reader, filters)),
        *_found(findings(connection, reader, filters)),
        *_disagreed(disagreements(connection, reader, filters)),
        *_marked(marks(connection, reader, filters)),
        *_carried(carried(connection, reader, filters)),
        *_replaced(links(connection, reader, filters)),
    ]
    return frame(sorted(rows, key=_in_time), HISTORY)


def _made_and_worded(connection: Connection, reader: Reader, filters: Filters) -> list[Row]:
    entries = {row["reference"]: row for row in _records(listed(connection, reader, filters))}
    version = schema.recommendation_version
    statement = chosen(
        select(
            schema.recommendation.c.reference,
            version.c.number,
            version.c.text_lv,
            version.c.text_en,
            version.c.written_at,
            version.c.reason,
            version.c.origin,
            version.c.written_by_id,
        ).join_from(version, schema.recommendation),
        filters,
    ).order_by(version.c.number)
    first: set[str] = set()
    rows: list[Row] = []
    for row in connection.execute(statement).mappings():
        is_first = row["reference"] not in first
        first.add(row["reference"])
        told = _made(entries[row["reference"]], row) if is_first else _worded(row)
        rows.append(told | _written(reader, row))
    return rows


def _made(entry: Row, wording: Any) -> Row:
    kept = ("reference", "source_lv", "source_en", "locator", "origin")
    return {name: entry[name] for name in kept} | {
        "kind": "made",
        "on": entry["made_on"],
        "by_lv": entry["activity_lv"],
        "by_en": entry["activity_en"],
        "text_lv": wording["text_lv"],
        "text_en": wording["text_en"],
    }


def _worded(wording: Any) -> Row:
    kept = ("reference", "text_lv", "text_en", "origin")
    return {name: wording[name] for name in kept} | {
        "kind": "worded",
        "on": _day(wording["written_at"]),
        "word": wording["reason"],
    }


def _written(reader: Reader, wording: Any) -> Row:
    """When the wording was entered and by which account, as ENTERED tells of what follows."""
    is_told = wording["written_by_id"] is not None and may(reader, Right.READ_RECORDS)
    account = f"account:{wording['written_by_id']}" if is_told else None
    return {"entered_at": wording["written_at"], "entered_by": account}


def _reported(said: pd.DataFrame) -> list[Row]:
    return [
        {name: row[name] for name in ("reference", "by_lv", "by_en", "origin", *ENTERED)}
        | {"kind": "reported", "on": row["reported_on"], "word": row["claim"]}
        | {"text_lv": row["text"], "text_en": row["text"]}
        for row in _records(said)
    ]


def _found(found: pd.DataFrame) -> list[Row]:
    kept = ("reference", "origin", "source_lv", "source_en", "locator", *ENTERED)
    return [
        {name: row[name] for name in kept}
        | {"kind": "found", "on": row["found_on"], "word": row["verdict"]}
        | {"by_lv": row["meeting_lv"], "by_en": row["meeting_en"]}
        | {"text_lv": row["note"], "text_en": row["note"]}
        for row in _records(found)
    ]


def _disagreed(said: pd.DataFrame) -> list[Row]:
    return [
        {name: row[name] for name in ("reference", "origin", *ENTERED)}
        | {"kind": "disagreed", "on": _day(row["entered_at"]), "word": row["verdict"]}
        | {"by_lv": row["meeting_lv"], "by_en": row["meeting_en"]}
        | {"text_lv": row["note"], "text_en": row["note"]}
        for row in _records(said)
    ]


def _marked(marked: pd.DataFrame) -> list[Row]:
    return [
        {name: row[name] for name in ("reference", "origin", *ENTERED)}
        | {"kind": "marked", "on": row["marked_on"], "word": row["outcome"]}
        | {"by_lv": row["meeting_lv"], "by_en": row["meeting_en"]}
        | {"text_lv": row["note"], "text_en": row["note"]}
        for row in _records(marked)
    ]


def _carried(rounds: pd.DataFrame) -> list[Row]:
    return [
        {"reference": row["reference"], "origin": row["origin"], "kind": "carried"}
        | {"on": row["carried_on"], "word": row["round"]}
        for row in _records(rounds)
    ]


def _replaced(linked: pd.DataFrame) -> list[Row]:
    is_later = linked["is_later"] & (linked["kind"] == RecommendationLinkKind.REPLACES)
    return [
        {name: row[name] for name in ("reference", "text_lv", "text_en", "origin")}
        | {"kind": "replaced", "on": row["other_made_on"], "word": row["other"]}
        for row in _records(linked[is_later])
    ]


def _records(answer: pd.DataFrame) -> list[Row]:
    return answer.to_dict("records")


def _day(moment: dt.datetime) -> dt.date:
    return moment.astimezone(RIGA).date()


def _in_time(row: Row) -> tuple[Any, ...]:
    """By entry, then by day: made first, undated last."""
    day: pd.Timestamp = pd.Timestamp.max if pd.isna(row["on"]) else pd.Timestamp(row["on"])
    is_made = row["kind"] == "made"
    return row["reference"], not is_made, day, KINDS.index(row["kind"])
