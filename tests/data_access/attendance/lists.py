"""Attendance lists made up for a test, and the database they come into."""

import csv
import datetime as dt
import io
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Engine, select
from xlsxwriter import Workbook  # type: ignore[import-untyped]

from data_access import attendance, schema
from data_access.attendance import Preview, Problem, Recorded
from data_access.attendance.columns import HEADINGS
from data_access.attendance.reading.decisions import UNDECIDED, Decisions
from data_access.engine import reading, writing
from data_access.figures import recorded
from data_access.filters import Filters
from tests.data_access.answers import by_figure
from tests.data_access.people import a_round, add, an_activity, an_institution
from tests.data_access.readers import COORDINATOR

MEETING, OTHER, SHUT = "meeting", "other-meeting", "shut-meeting"
CLOSED_AT = dt.datetime(2021, 1, 1, tzinfo=dt.UTC)
Line = Mapping[str, str]
Figures = dict[str, int | None]


def came(name: str, contact: str = "", institution: str = "", **cells: str) -> Line:
    """A line of somebody who attended, unless told otherwise."""
    told = {"name": name, "contact": contact, "institution": institution, "status": "Jā"}
    return told | cells


def spelled(number: int) -> str:
    """A name of letters alone that is unlike that of any other number."""
    parts = ("Bi", "Ča", "Du", "Fe", "Go", "Ka", "Lu", "Me", "No", "Pi")
    return "Anna " + "".join(parts[int(digit)] for digit in f"{number * 7919:08}").capitalize()


def a_csv(*lines: Line, delimiter: str = ";", headings: Sequence[str] | None = None) -> bytes:
    """The lines under the template's Latvian headings, or under others."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerow(headings or [said.lv for said in HEADINGS.values()])
    writer.writerows([line.get(column, "") for column in HEADINGS] for line in lines)
    return text.getvalue().encode()


def a_workbook(*grids: Sequence[Sequence[Any]], hidden: int = 0) -> bytes:
    """A workbook with a sheet for each grid; the last ``hidden`` ones are hidden."""
    content = io.BytesIO()
    with Workbook(content, {"in_memory": True}) as book:
        for number, grid in enumerate(grids, start=1):
            sheet = book.add_worksheet()
            if number > len(grids) - hidden:
                sheet.hide()
            for at, row in enumerate(grid):
                sheet.write_row(at, 0, row)
    return content.getvalue()


def prepare(connection: Connection) -> None:
    """A round with two activities and a closed one with one, and two institutions."""
    this, closed = a_round(connection, "IV"), a_round(connection, "V")
    for code, round_id in ((MEETING, this), (OTHER, this), (SHUT, closed)):
        an_activity(connection, round_id, code=code)
    close(connection, "V")
    for code, kind in (("km", "state"), ("lm", "state")):
        an_institution(connection, code, name_lv=f"Ministrija {code}", kind=kind)


def check(
    engine: Engine,
    content: bytes,
    activity: str = MEETING,
    decisions: Decisions = UNDECIDED,
) -> Preview:
    name = "list.csv" if content[:2] != b"PK" else "list.xlsx"
    sheet = attendance.read(content, name, decisions)
    with reading(engine) as connection:
        return attendance.check(connection, COORDINATOR, sheet, activity, decisions)


def record(engine: Engine, content: bytes, activity: str = MEETING, **how: Any) -> Recorded:
    """Record a list, whatever it changes of those before, unless told otherwise."""
    how = {"confirmed_difference": True} | how
    with writing(engine) as connection:
        return attendance.record(connection, COORDINATOR, content, "list", activity, **how)


def undo(engine: Engine, upload: int, **how: Any) -> attendance.Undone:
    with writing(engine) as connection:
        return attendance.undo(connection, COORDINATOR, upload, "wrong file", **how)


def of_rows(found: Preview) -> tuple[Problem, ...]:
    """What is said of rows, without what is said of the file."""
    return tuple(problem for problem in found.problems if problem.row is not None)


def figures(engine: Engine, round: str | None = None, activity: str | None = None) -> Figures:  # noqa: A002
    filters = Filters(round=round, activity=activity)
    with reading(engine) as connection:
        return by_figure(recorded(connection, COORDINATOR, filters))


def number(engine: Engine, table: str) -> int:
    """How many rows a table has."""
    with reading(engine) as connection:
        return len(connection.execute(select(schema.metadata.tables[table])).all())


def plant_decoy(engine: Engine) -> None:
    """Somebody entered by hand at the other activity, whom no list names."""
    with writing(engine) as connection:
        entry = attendance.Entry("Decoy Decoy", "decoy@example.org", status="attended")
        attendance.by_hand(connection, COORDINATOR, OTHER, entry)


def close(connection: Connection, round_code: str) -> None:
    """Close a round by its code."""
    account = add(
        connection,
        schema.account,
        issuer="test",
        subject=f"closer of {round_code}",
        created_at=CLOSED_AT,
    )
    connection.execute(
        schema.round.update()
        .where(schema.round.c.code == round_code)
        .values(closed_at=CLOSED_AT, closed_by_id=account)
    )
