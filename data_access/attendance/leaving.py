"""Persons whom nothing names any more: their names go, and so do they."""

from collections.abc import Collection, Iterable

from sqlalchemy import Connection, delete, exists, func, select

from data_access import schema
from data_access.attendance.asking import in_parts
from data_access.attendance.marks import COLUMNS, ROW, ROWS, STANDING, TAKEN_OUT, marked
from data_access.rules import Origin

PERSON, MERGE, ATTENDANCE = schema.person, schema.person_merge, schema.attendance
WHO = func.coalesce(PERSON.c.merged_into_id, PERSON.c.id)
BROUGHT = (Origin.UPLOAD.value, Origin.ENTERED.value)


def let_go(connection: Connection, persons: Iterable[int]) -> int:
    """Let go of those who have no attendance left, identities and all; how many they were.

    Those who count as one go together or not at all. Made-up persons stay, and so do mediators and
    whoever a new version of a list took out and may give back. Whom somebody joined with another
    one stays as a number, without a name.
    """
    awaited = awaited_persons(connection)
    number = 0
    for part in in_parts(set(persons)):
        together = _together(connection, part)
        everybody = {person for group in together.values() for person in group}
        staying = _staying(connection, everybody) | awaited
        leaving = {who: group for who, group in together.items() if not group & staying}
        _remove(connection, [person for group in leaving.values() for person in group])
        number += len(leaving)
    return number


def who_are(connection: Connection, persons: Collection[int]) -> set[int]:
    """The numbers by which the persons go."""
    found: set[int] = set()
    for part in in_parts(persons):
        found.update(connection.scalars(select(WHO).where(PERSON.c.id.in_(part))))
    return found


def awaited_persons(connection: Connection) -> set[int]:
    """Whose attendance was taken out, and comes back when that is undone.

    The upload that brought it stands, or another one that lists the same attendance.
    """
    standing = set(connection.scalars(STANDING))
    notes = marked(connection, TAKEN_OUT, ROW.c.row_number < 0)
    kept = [note["problems"][TAKEN_OUT] for note in notes if note["upload_id"] in standing]
    listing = {row for one in kept for row in one[ROWS]}
    listed: dict[int, int] = {}
    for part in in_parts(listing):
        of_rows = select(ROW.c.id, ROW.c.upload_id).where(ROW.c.id.in_(part))
        listed |= {row.id: row.upload_id for row in connection.execute(of_rows)}
    return {
        one[COLUMNS]["person_id"]
        for one in kept
        if standing & {one[COLUMNS]["upload_id"], *(listed.get(row) for row in one[ROWS])}
    }


def _together(connection: Connection, persons: Collection[int]) -> dict[int, set[int]]:
    """Everybody who counts as one of the persons, by the number by which they go."""
    found = {who: {who} for who in who_are(connection, persons)}
    merged = PERSON.c.merged_into_id
    for part in in_parts(found.keys()):
        for row in connection.execute(select(PERSON.c.id, merged).where(merged.in_(part))):
            found[row.merged_into_id].add(row.id)
    return found


def _staying(connection: Connection, persons: Collection[int]) -> set[int]:
    """Those whom something names: an attendance, a mediator's post, or the made-up sample."""
    named = (
        exists().where(ATTENDANCE.c.person_id == PERSON.c.id)
        | exists().where(schema.mediator.c.person_id == PERSON.c.id)
        | PERSON.c.origin.not_in(BROUGHT)
    )
    found: set[int] = set()
    for part in in_parts(persons):
        found.update(connection.scalars(select(PERSON.c.id).where(PERSON.c.id.in_(part), named)))
    return found


def _remove(connection: Connection, persons: Collection[int]) -> None:
    """Names go, and joins that a list made; of persons those whom no other join tells of."""
    identity, other = schema.person_identity, PERSON.alias("other")
    joined = exists().where((MERGE.c.kept_id == PERSON.c.id) | (MERGE.c.merged_id == PERSON.c.id))
    pointed_at = exists().where(other.c.merged_into_id == PERSON.c.id)
    for part in in_parts(persons):
        connection.execute(delete(identity).where(identity.c.person_id.in_(part)))
        by_list = MERGE.c.merged_by_id.is_(None) & MERGE.c.merged_id.in_(part)
        connection.execute(delete(MERGE).where(by_list))
    for is_leaf in (PERSON.c.merged_into_id.is_not(None), ~pointed_at):
        for part in in_parts(persons):
            alone = select(PERSON.c.id).where(PERSON.c.id.in_(part), ~joined, is_leaf)
            numbers = list(connection.scalars(alone))
            connection.execute(delete(PERSON).where(PERSON.c.id.in_(numbers)))
