"""An import taken back: what it added goes, what it changed says again what it said."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Connection, Date, Select, delete, or_, select, update

from data_access import audit, schema, standings
from data_access.access import Reader, Right, require, require_at
from data_access.filters import Filters
from data_access.frames import MOMENT, WHOLE, WORD, ask
from data_access.recommendations.importing.problems import (
    ImportUndone,
    ImportUnknown,
    TouchedSince,
)
from data_access.recommendations.importing.storing import SHORT_HASH
from data_access.recommendations.importing.writing import ENTRY, LINK, TO, VERSION
from data_access.recommendations.keeping import carrying, linking
from data_access.recommendations.keeping.linking import LINK as TIE
from data_access.recommendations.keeping.problems import CarriedBack, LinkBackwards, LinkInCircle
from data_access.recommendations.marking import ADDRESSEE
from data_access.rounds import RoundApproved
from data_access.upkeep import Hand

IMPORT, OF_IMPORT = schema.register_import, schema.register_import_entry
IMPORTS = {
    "number": WHOLE,
    "imported_at": MOMENT,
    "entries": WHOLE,
    "undone_at": MOMENT,
    "sha256": WORD,
}
HANGING = (
    schema.progress_report,
    schema.confirmation,
    schema.review_mark,
    schema.recommendation_carry,
)
"""What happens to an entry after it was added."""
OWN = (schema.recommendation_standing, TO, LINK, OF_IMPORT)
"""What goes with an entry that goes."""
LEADING = {
    LINK.name: LINK.c.earlier_id,
    schema.recommendation_standing.name: schema.recommendation_standing.c.replaced_by_id,
}
"""By which column a row of another entry leads to this one."""
AT_ONCE = 2_000


def imports(connection: Connection, reader: Reader, _filters: Filters) -> pd.DataFrame:
    """The files that were taken in, the latest first. Columns: IMPORTS.

    ``entries`` is how many each added or changed; ``sha256`` its first twelve letters.
    """
    require(reader, Right.KEEP_RECORDS)
    columns = (IMPORT.c.imported_at, IMPORT.c.entries, IMPORT.c.undone_at)
    print_ = IMPORT.c.sha256.label("sha256")
    statement = select(IMPORT.c.id.label("number"), *columns, print_).order_by(IMPORT.c.id.desc())
    found = ask(connection, statement, IMPORTS)
    return found.assign(sha256=found["sha256"].str[:SHORT_HASH])


def undo(connection: Connection, reader: Reader, number: int) -> int:
    """Take an import back, in one transaction; how many entries that touched.

    Refuses an import that is none (ImportUnknown) or was taken back (ImportUndone), entries that
    the right does not reach as they are or as they would be again (AccessRefused), added ones of a
    round approved since and changed ones that would go into or out of one (rounds.RoundApproved),
    and one of whose entries anything happened to since (TouchedSince): an added one was reported
    on, found about, marked, carried, linked to, changed or removed; a changed one was changed
    again or removed, or what it said goes no longer together with links made since. What is taken
    out stays in the history of changes.
    """
    require(reader, Right.KEEP_RECORDS)
    hand = Hand(connection, reader)
    imported_at, entries = _standing(connection, number)
    rows = connection.execute(_entries(number)).mappings().all()
    for row in rows:
        for at in (row, _before(row)):
            where = {"round_": at["round_id"], "municipality": at["municipality_id"]}
            require_at(reader, Right.KEEP_RECORDS, **where)
    _refuse_approved(connection, rows)
    touched, gone = _touched(connection, rows, imported_at), entries - len(rows)
    if touched or gone:
        raise TouchedSince(touched, gone)
    added = [int(row["id"]) for row in rows if row["stood"] is None]
    changed = [row for row in rows if row["stood"] is not None]
    others = _replaced(connection, [int(row["id"]) for row in rows])
    for row in changed:
        _put_back(connection, hand, row)
    _take_out(connection, hand, added)
    _require_kept_rules(connection, changed)
    connection.execute(delete(OF_IMPORT).where(OF_IMPORT.c.register_import_id == number))
    undone = {"undone_at": hand.now, "undone_by_id": hand.account()}
    connection.execute(update(IMPORT).where(IMPORT.c.id == number).values(**undone))
    stay = {int(row["id"]) for row in changed}
    standings.renew(connection, (others | stay) - set(added))
    audit.append(
        connection,
        reader.who,
        "recommendation.import_undone",
        subject=("register_import", number),
        details={"added": len(added), "changed": len(changed)},
    )
    return len(rows)


def _standing(connection: Connection, number: int) -> tuple[dt.datetime, int]:
    """When an import that stands was made, and how many entries it wrote."""
    row = connection.execute(select(IMPORT).where(IMPORT.c.id == number)).first()
    if row is None:
        raise ImportUnknown("There is no such import.")
    if row.undone_at is not None:
        raise ImportUndone("The import was taken back before.")
    return row.imported_at, int(row.entries)


def _entries(number: int) -> Select[Any]:
    """The entries of an import as they are now, with what they were and were left at."""
    left_at = OF_IMPORT.c.revision.label("left_at")
    return (
        select(ENTRY, OF_IMPORT.c.stood, left_at)
        .join_from(OF_IMPORT, ENTRY)
        .where(OF_IMPORT.c.register_import_id == number)
        .order_by(ENTRY.c.reference)
    )


def _before(row: Any) -> dict[str, Any]:
    """An entry as it was before the import; an added one as it is."""
    return {**row, **(row["stood"] or {}).get("columns", {})}


def _refuse_approved(connection: Connection, rows: Sequence[Any]) -> None:
    """A round that was approved gains no entry and loses none."""
    round_ = schema.round.c
    approved = set(connection.scalars(select(round_.id).where(round_.approved_at.is_not(None))))
    for row in rows:
        here, there = row["round_id"], _before(row)["round_id"]
        if (row["stood"] is None or here != there) and approved & {here, there}:
            raise RoundApproved("A round that was approved gains no entry and loses none.")


def _require_kept_rules(connection: Connection, changed: Sequence[Any]) -> None:
    """Nothing, where what was put back goes together with what was said of others since."""
    amiss = []
    for row in changed:
        entry = connection.execute(select(ENTRY).where(ENTRY.c.id == row["id"])).mappings().one()
        try:
            linking.require_no_circle(connection, entry["id"])
            linking.require_in_order(connection, entry["id"])
            carrying.require_carried_on(connection, entry)
        except (LinkInCircle, LinkBackwards, CarriedBack):
            amiss.append(str(entry["reference"]))
    if amiss:
        raise TouchedSince(tuple(amiss))


def _touched(
    connection: Connection, rows: Sequence[Any], imported_at: dt.datetime
) -> tuple[str, ...]:
    """The references of entries that something happened to since."""
    numbers = {int(row["id"]) for row in rows}
    added = {int(row["id"]) for row in rows if row["stood"] is None}
    found = {int(row["id"]) for row in rows if row["revision"] != row["left_at"]}
    later = VERSION.c.written_at > imported_at
    found |= _with(connection, VERSION.c.recommendation_id, numbers, later)
    change = schema.change
    of_entries = (change.c.subject_table == ENTRY.name) & (change.c.changed_at > imported_at)
    found |= _with(connection, change.c.subject_id, numbers, of_entries)
    for table in HANGING:
        found |= _with(connection, table.c.recommendation_id, added)
    for some in _in_parts(added):
        links = select(LINK).where(LINK.c.earlier_id.in_(some))
        of_others = (r for r in connection.execute(links) if r.recommendation_id not in numbers)
        found |= {row.earlier_id for row in of_others}
    return tuple(row["reference"] for row in rows if int(row["id"]) in found)


def _with(
    connection: Connection, column: Any, numbers: set[int], *further: ColumnElement[bool]
) -> set[int]:
    """Those of the numbers that a table names."""
    found: set[int] = set()
    for some in _in_parts(numbers):
        found |= set(connection.scalars(select(column).where(column.in_(some), *further)))
    return found


def _in_parts(numbers: Iterable[int]) -> list[list[int]]:
    every = sorted(numbers)
    return [every[begin : begin + AT_ONCE] for begin in range(0, len(every), AT_ONCE)]


def _replaced(connection: Connection, numbers: Sequence[int]) -> set[int]:
    """Entries that one of these says something about, as long as it does."""
    found: set[int] = set()
    for some in _in_parts(numbers):
        found |= set(
            connection.scalars(select(LINK.c.earlier_id).where(LINK.c.recommendation_id.in_(some)))
        )
    return found


def _put_back(connection: Connection, hand: Hand, row: Any) -> None:
    """An entry as it stood before the import."""
    entry, stood = int(row["id"]), row["stood"]
    columns = {name: _read(name, value) for name, value in stood["columns"].items()}
    hand.change(ENTRY, entry, row["revision"], **columns)
    if not columns:
        revised = update(ENTRY).where(ENTRY.c.id == entry)
        connection.execute(revised.values(revision=row["revision"] + 1))
    if stood["wording"] is not None:
        these = (VERSION.c.recommendation_id == entry, VERSION.c.number == stood["wording"])
        _forget(connection, hand, these)
    for table in (TO, LINK):
        for tells in stood["came"].get(table.name, ()):
            _detach(connection, hand, table, entry, tells)
        for gone in stood["gone"].get(table.name, ()):
            name, text = _told(connection, table, gone)
            hand.attach(table, (ENTRY, entry), name, text, **gone)


def _read(name: str, value: Any) -> Any:
    is_day = isinstance(ENTRY.c[name].type, Date) and value is not None
    return dt.date.fromisoformat(value) if is_day else value


def _detach(connection: Connection, hand: Hand, table: Any, entry: int, tells: Any) -> None:
    these = [table.c[name] == value for name, value in tells.items()]
    found = select(table).where(table.c.recommendation_id == entry, *these)
    row = connection.execute(found).mappings().one()
    name, text = _told(connection, table, row)
    hand.detach(table, (ENTRY, entry), name, text, int(row["id"]))


def _told(connection: Connection, table: Any, row: Any) -> tuple[str, str]:
    """How the history of an entry names one of the things it has several of."""
    if table is TO:
        body = schema.institution
        code = connection.scalars(select(body.c.code).where(body.c.id == row["institution_id"]))
        return ADDRESSEE, f"{row['role']}: {code.one()}"
    other = connection.scalars(select(ENTRY.c.reference).where(ENTRY.c.id == row["earlier_id"]))
    return TIE, f"{row['kind']}: {other.one()}"


def _forget(connection: Connection, hand: Hand, these: Sequence[ColumnElement[bool]]) -> None:
    """Wordings go; what they said stays in the history of changes."""
    for number in connection.scalars(select(VERSION.c.id).where(*these)).all():
        hand.remove(VERSION, number)


def _take_out(connection: Connection, hand: Hand, added: Sequence[int]) -> None:
    for some in _in_parts(added):
        _forget(connection, hand, [VERSION.c.recommendation_id.in_(some)])
    for table in OWN:
        for some in _in_parts(added):
            connection.execute(delete(table).where(_of(table, some)))
    for some in _in_parts(added):
        revisions = connection.execute(
            select(ENTRY.c.id, ENTRY.c.revision).where(ENTRY.c.id.in_(some))
        )
        for number, revision in revisions.all():
            hand.remove(ENTRY, number, revision)


def _of(table: Any, entries: Sequence[int]) -> ColumnElement[bool]:
    """The rows of a table that hang on entries, or lead to them."""
    mine: ColumnElement[bool] = table.c.recommendation_id.in_(entries)
    others = LEADING.get(table.name)
    return mine if others is None else or_(mine, others.in_(entries))
