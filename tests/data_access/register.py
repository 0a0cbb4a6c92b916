"""Entries of the register made up for a test, and what is said and found of them."""

import datetime as dt
from typing import Any

from sqlalchemy import Connection

from data_access import schema
from tests.data_access.people import NUMBERS, TITLES, add


def an_entry(connection: Connection, round_id: int, reference: str, **values: Any) -> int:
    """An entry of the register in a first wording."""
    named = {"round_id": round_id, "reference": reference}
    entry = add(connection, schema.recommendation, **named | values)
    word(connection, entry, 1, "First wording")
    return entry


def word(connection: Connection, entry: int, number: int, text: str, **values: Any) -> None:
    """A wording, written on the day of July 2020 that has its number."""
    texts = {"text_lv": text, "text_en": text, "text_folded": text.casefold()}
    written = {"number": number, "written_at": dt.datetime(2020, 7, number, tzinfo=dt.UTC)}
    add(
        connection,
        schema.recommendation_version,
        **{"recommendation_id": entry} | texts | written | values,
    )


def a_body(connection: Connection, code: str, **values: Any) -> int:
    """An institution that goes by its code."""
    names = {"name_lv": f"Iestāde {code}", "name_en": f"Body {code}", "name_folded": code}
    return add(connection, schema.institution, **{"code": code} | names | values)


def address(connection: Connection, entry: int, body: int, role: str = "lead") -> None:
    values = {"recommendation_id": entry, "institution_id": body, "role": role}
    add(connection, schema.recommendation_addressee, **values)


def report(
    connection: Connection, entry: int, on: dt.date, claim: str, by: int | None = None
) -> int:
    """A progress report; its text says what it claims."""
    values = {"recommendation_id": entry, "institution_id": by, "claim": claim}
    when = {"reported_on": on, "entered_at": _moment()}
    return add(connection, schema.progress_report, text=f"We say {claim}", **values, **when)


def find(
    connection: Connection, entry: int, on: dt.date, verdict: str, about: int | None = None
) -> int:
    """A confirmation, given at a meeting of its own."""
    titles = {name: f"{title} {on}" for name, title in TITLES.items()}
    meeting = add(connection, schema.council_meeting, held_on=on, **titles)
    values = {"recommendation_id": entry, "council_meeting_id": meeting, "verdict": verdict}
    told = {"progress_report_id": about, "note": f"We find {verdict}", "entered_at": _moment()}
    return add(connection, schema.confirmation, **values, **told)


def link(connection: Connection, later: int, earlier: int, kind: str = "replaces") -> None:
    values = {"recommendation_id": later, "earlier_id": earlier, "kind": kind}
    add(connection, schema.recommendation_link, **values)


def deadline(first: dt.date, last: dt.date | None = None, precision: str = "day") -> dict[str, Any]:
    """The columns of a stated deadline."""
    days = {"deadline_starts_on": first, "deadline_ends_on": last}
    return days | {"deadline_date_precision": precision}


def _moment() -> dt.datetime:
    """A moment after all that was given before it."""
    return dt.datetime(2020, 8, 1, tzinfo=dt.UTC) + dt.timedelta(seconds=next(NUMBERS))
