"""What was said and found of entries, with the moment at which each of it was entered."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, Table, func, literal, select

from data_access import schema, standings
from data_access.recommendations.keeping.linking import LINK
from data_access.rules import Event, Finding, RecommendationLinkKind, Replacement, Report

TOLD_BY: tuple[tuple[type[Event], Table], ...] = (
    (Report, schema.progress_report),
    (Finding, schema.confirmation),
)

Moments = dict[tuple[type[Event], int], dt.datetime]


@dataclass(frozen=True)
class Given:
    """An event and when it was entered; None where nothing tells, as of a documented link."""

    event: Event
    at: dt.datetime | None


def given(connection: Connection, entries: Collection[int]) -> dict[int, list[Given]]:
    """The events of entries under their numbers, in the order in which they were given.

    It looks into the history of changes for the moment at which one entry replaced another.
    """
    told = standings.histories(connection, schema.recommendation.c.id.in_(sorted(entries)))
    moments = {entry: _linked(connection, entry) for entry in entries if _is_replaced(told[entry])}
    entered = _entered(connection, entries)
    return {
        entry: [
            Given(event, (entered | moments.get(entry, {})).get((type(event), event.number)))
            for event in told[entry]
        ]
        for entry in entries
    }


def _is_replaced(events: Collection[Event]) -> bool:
    return any(isinstance(event, Replacement) for event in events)


def _entered(connection: Connection, entries: Collection[int]) -> Moments:
    """When the reports and findings of the entries were entered."""
    return {
        (sort, row.id): row.entered_at
        for sort, table in TOLD_BY
        for row in connection.execute(
            select(table.c.id, table.c.entered_at).where(
                table.c.recommendation_id.in_(sorted(entries))
            )
        )
    }


def _linked(connection: Connection, earlier: int) -> Moments:
    """When later entries were last said to replace the entry, as their history tells."""
    change, entry = schema.change, schema.recommendation
    kind = RecommendationLinkKind.REPLACES.value
    statement = (
        select(change.c.subject_id, func.max(change.c.changed_at).label("at"))
        .join_from(change, entry, change.c.new_value == literal(f"{kind}: ") + entry.c.reference)
        .where(change.c.subject_table == entry.name, change.c.column_name == LINK)
        .where(entry.c.id == earlier)
        .group_by(change.c.subject_id)
    )
    return {(Replacement, row.subject_id): row.at for row in connection.execute(statement)}
