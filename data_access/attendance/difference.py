"""A list against those that were recorded for the same activity before: by numbers, never names."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select

from data_access import schema
from data_access.attendance.arrivals import Arrival
from data_access.attendance.columns import NOT_STATED
from data_access.attendance.groups import Group
from data_access.attendance.problems import Problem
from data_access.attendance.register import Register
from data_access.attendance.venue import Venue
from data_access.rules import Origin, UploadStatus

COLUMNS = {
    "category": "capacity",
    "gender": "gender",
    "age_band": "age_band",
    "status": "status",
}

Row = Mapping[Any, Any]


@dataclass(frozen=True, slots=True)
class Changed:
    """Somebody of whom the list says something else than what is recorded, and in which columns."""

    row: int
    attendance: int
    person: int
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """Somebody whom an earlier list brought and this one lacks.

    ``beside`` are further attendances of theirs, of persons joined to one. ``is_corrected``: a row
    was corrected by hand since, and they stay in any case.
    """

    attendance: int
    person: int
    is_corrected: bool = False
    beside: tuple[int, ...] = ()


@dataclass(frozen=True)
class Difference:
    """What a list changes of an activity that has one already.

    ``uploads`` are the earlier ones that stand; ``new`` the first rows of those who are not there
    yet, ``raised`` those of whom a list says only now that they came, ``same`` the attendances of
    those who are there already. Of ``changed`` ones recording keeps what is on
    record; ``missing`` ones stay, unless somebody takes them out.
    """

    uploads: tuple[int, ...]
    new: tuple[int, ...]
    raised: tuple[int, ...]
    same: tuple[int, ...]
    changed: tuple[Changed, ...]
    missing: tuple[Missing, ...]

    @classmethod
    def of(
        cls,
        connection: Connection,
        venue: Venue,
        register: Register,
        arrivals: Collection[Arrival],
        *,
        groups: Iterable[Group],
        problems: Iterable[Problem],
    ) -> "Difference | None":
        """The difference; None where no upload into the activity stands.

        Nobody is missing whom a row that waits may speak of.
        """
        uploads = _standing(connection, venue)
        if not uploads:
            return None
        everything = _recorded(connection, venue)
        recorded = {person: rows[0] for person, rows in everything.items()}
        listed = {group.person for group in groups if group.person is not None}
        listed.update(person for problem in problems for person in problem.candidates)
        here = [arrival for arrival in arrivals if arrival.person in recorded]
        told = [(arrival, _changed(arrival, recorded, register)) for arrival in here]
        return cls(
            uploads,
            tuple(arrival.first for arrival in arrivals if arrival.person not in recorded),
            tuple(arrival.first for arrival in here if arrival.is_raised),
            tuple(
                recorded[one.person]["id"]
                for one, change in told
                if one.person is not None and not (change or one.is_raised)
            ),
            tuple(change for _, change in told if change),
            tuple(
                _missing(person, rows)
                for person, rows in sorted(everything.items())
                if person not in listed and all(row["origin"] == Origin.UPLOAD for row in rows)
            ),
        )


def _standing(connection: Connection, venue: Venue) -> tuple[int, ...]:
    upload = schema.upload
    statement = select(upload.c.id).where(
        upload.c.activity_id == venue.id, upload.c.status == UploadStatus.RECORDED
    )
    return tuple(connection.scalars(statement.order_by(upload.c.id)))


def _missing(person: int, rows: Sequence[Row]) -> Missing:
    first, *beside = (row["id"] for row in rows)
    return Missing(first, person, any(row["revision"] > 1 for row in rows), tuple(beside))


def _recorded(connection: Connection, venue: Venue) -> dict[int, list[Row]]:
    """The activity's attendances by person, the first one first."""
    attendance, person = schema.attendance, schema.person
    who = func.coalesce(person.c.merged_into_id, person.c.id).label("who")
    names = ("id", "revision", "origin", "institution_id", "place_kind", "municipality_id")
    statement = (
        select(who, *(attendance.c[name] for name in (*names, *COLUMNS.values())))
        .join_from(attendance, person)
        .where(attendance.c.activity_id == venue.id)
        .order_by(attendance.c.id)
    )
    found: dict[int, list[Row]] = {}
    for row in connection.execute(statement).mappings():
        found.setdefault(row["who"], []).append(row)
    return found


def _changed(arrival: Arrival, recorded: Mapping[int, Row], register: Register) -> Changed | None:
    """What the list states otherwise; what it does not state is no change."""
    person, entry = arrival.person, arrival.entry
    if person is None:
        return None
    row = recorded[person]
    stated = {name: (getattr(entry, name), row[column]) for name, column in COLUMNS.items()}
    if arrival.is_raised:
        del stated["status"]
    differing = [name for name, (new, old) in stated.items() if new not in (NOT_STATED, old)]
    institution = register.institution_ids.get(entry.institution or "")
    if institution not in (None, row["institution_id"]):
        differing.append("institution")
    place = register.place_columns(entry.place)
    if entry.place != NOT_STATED and any(row[name] != value for name, value in place.items()):
        differing.append("place")
    return Changed(arrival.first, row["id"], person, tuple(differing)) if differing else None
