"""How many entries stand where: in all, and by source, activity, area, place and addressee."""

from collections import Counter
from typing import Any

import pandas as pd
from sqlalchemy import Connection

from data_access.access import Reader, Right, require
from data_access.filters import Filters
from data_access.frames import WHOLE, WORD, frame
from data_access.recommendations.entries import addressees
from data_access.recommendations.register import register
from data_access.rules import Status

BY_STATUS = {"status": WORD, "entries": WHOLE}
SPREAD = {
    "by": WORD,
    "code": WORD,
    "name_lv": WORD,
    "name_en": WORD,
    "status": WORD,
    "entries": WHOLE,
}
NOT_STATED = "not_stated"
NAMES = ("name_lv", "name_en")

Row = dict[Any, Any]


def by_status(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """Entries in each status, those of none included, in the order of the statuses.

    Columns: BY_STATUS.
    """
    require(reader, Right.READ_PUBLISHED)
    counted = Counter(register(connection, reader, filters)["status"])
    rows: list[dict[str, object]] = [
        {"status": status.value, "entries": counted[status]} for status in Status
    ]
    return frame(rows, BY_STATUS)


def spread(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """Entries by source, activity, area, place and addressee, in each status that occurs.

    ``by`` is one of these words. A place is that of the look, by ``stands_at``, with the name of
    its municipality. What an entry does not state counts under code ``not_stated``, last of its
    kind; an area and a kind of place have a code and no name. An entry counts once under each of
    its addressees, whatever their part, so these are more than there are entries. Columns: SPREAD.
    """
    require(reader, Right.READ_PUBLISHED)
    entries = register(connection, reader, filters).to_dict("records")
    named = _by_reference(addressees(connection, reader, filters))
    counted: Counter[tuple[str, ...]] = Counter()
    names: dict[tuple[str, str], Row] = {}
    for entry in entries:
        for by, code, name in _counts_under(entry, named.get(entry["reference"], [])):
            counted[by, code, entry["status"]] += 1
            names.setdefault((by, code), name)
    rows: list[dict[str, object]] = [
        {"by": by, "code": code, "status": status, "entries": number} | names[by, code]
        for (by, code, status), number in sorted(counted.items(), key=_stated_first)
    ]
    return frame(rows, SPREAD)


def _counts_under(entry: Row, named: list[Row]) -> list[tuple[str, str, Row]]:
    """Under what an entry counts: what it is counted by, the code there, and its name."""
    single = [
        ("source", entry["source"], _name(entry, "source")),
        ("activity", entry["activity"], _name(entry, "activity")),
        ("area", entry["area"], {}),
        ("place", entry["stands_at"], dict.fromkeys(NAMES, entry["stands_name"])),
    ]
    to = [("addressee", row["institution"], _name(row, "name")) for row in named]
    return [
        (by, code or NOT_STATED, name)
        for by, code, name in [*single, *(to or [("addressee", None, {})])]
    ]


def _name(row: Row, of: str) -> Row:
    return {f"name_{language}": row[f"{of}_{language}"] for language in ("lv", "en")}


def _by_reference(named: pd.DataFrame) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in named.to_dict("records"):
        found.setdefault(str(row["reference"]), []).append(row)
    return found


def _stated_first(item: tuple[tuple[str, ...], int]) -> tuple[str, bool, str, int]:
    by, code, status = item[0]
    return by, code == NOT_STATED, code, list(Status).index(Status(status))
