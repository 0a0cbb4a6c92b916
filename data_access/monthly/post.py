"""A mediator's post as a report needs it: its days, its hours, its place, and who reaches it."""

import datetime as dt
from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, func, select

from data_access import schema
from data_access.access import Reader, Right, may_at, require
from data_access.monthly.days import last_of_month
from data_access.rules import Origin

DAYS_A_WEEK = 7
Gap = tuple[dt.date, dt.date | None]
"""The first and the last day on which a post stood empty; without a last one to its end."""


@dataclass(frozen=True)
class Post:
    """A post that the right to keep records reaches. ``hours_per_week`` are the planned ones."""

    number: int
    place: str | None
    starts_on: dt.date | None
    ends_on: dt.date | None
    hours_per_week: float | None
    is_made_up: bool
    gaps: tuple[Gap, ...] = ()

    @classmethod
    def find(cls, connection: Connection, reader: Reader, number: int) -> "Post | None":
        """The post of the number; None where there is none, and where the right does not reach."""
        require(reader, Right.KEEP_RECORDS)
        post, town = schema.mediator_post, schema.municipality
        place = func.coalesce(town.c.name, post.c.place_name_lv).label("place")
        statement = (
            select(post, place)
            .outerjoin(town, post.c.municipality_id == town.c.id)
            .where(post.c.id == number)
        )
        row = connection.execute(statement).mappings().first()
        if row is None or not _is_reached(reader, row):
            return None
        return cls(
            row["id"],
            row["place"],
            row["starts_on"],
            row["ends_on"],
            row["hours_per_week"],
            row["origin"] == Origin.SAMPLE,
            _gaps(connection, number),
        )

    def was_held_in(self, month: dt.date) -> bool:
        """Whether a day of the month lies within the post's; one without days says nothing else."""
        begins = self.starts_on is None or self.starts_on <= last_of_month(month)
        return begins and (self.ends_on is None or self.ends_on >= month)

    def was_held_on(self, day: dt.date) -> bool:
        """Whether the day is one of the post's, as far as they are stated, and of no gap."""
        begins = self.starts_on is None or self.starts_on <= day
        is_empty = any(first <= day <= (last or day) for first, last in self.gaps)
        return begins and (self.ends_on is None or day <= self.ends_on) and not is_empty

    def planned_hours(self, month: dt.date) -> float | None:
        """The hours planned for the month."""
        if self.hours_per_week is None:
            return None
        return self.hours_per_week * last_of_month(month).day / DAYS_A_WEEK


def _gaps(connection: Connection, post: int) -> tuple[Gap, ...]:
    gap = schema.post_gap.c
    statement = select(gap.starts_on, gap.ends_on).where(gap.mediator_post_id == post)
    return tuple((row.starts_on, row.ends_on) for row in connection.execute(statement))


def _is_reached(reader: Reader, row: RowMapping) -> bool:
    where = {"round_": row["round_id"], "municipality": row["municipality_id"]}
    return may_at(reader, Right.KEEP_RECORDS, **where)
