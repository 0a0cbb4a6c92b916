"""A workbook as it is handed out, handed in again: taken in, decided, recorded and taken back."""

from sqlalchemy import Connection

from data_access import monthly
from data_access.filters import Filters
from data_access.monthly import Code, Decisions, Part
from tests.data_access.contents import changed, held
from tests.data_access.monthly.rows_of import only, rows
from tests.data_access.monthly.scene import SEPTEMBER, Scene
from tests.data_access.monthly.test_undoing import OF_REPORT
from tests.data_access.readers import COORDINATOR


def test_a_workbook_lives_from_the_template_to_its_end(
    connection: Connection, scene: Scene
) -> None:
    content = monthly.template(connection, COORDINATOR, Filters(), scene.post, SEPTEMBER)
    number = monthly.stage(connection, COORDINATOR, content, "Septembris.xlsx")
    before = held(connection)
    opened = monthly.opened(connection, COORDINATOR, number)
    assert [problem.code for problem in opened.draft.questions] == [Code.HOURS_MISSING]
    first = min(opened.draft.sheets.rows[Part.FAMILIES])
    ended = {"closed_on": "27.09.2019", "reason": "need_met"}
    answers = {(Part.FAMILIES, first, column): text for column, text in ended.items()}
    decisions = Decisions(cells={(Part.HEAD, 0, "hours"): "72,5", **answers})
    monthly.decide(connection, COORDINATOR, number, decisions, opened.revision)
    seen = monthly.opened(connection, COORDINATOR, number).draft
    assert (seen.questions, seen.hours) == ((), 72.5)
    done = monthly.record(connection, COORDINATOR, number, seen)
    assert (done.opened, done.closed, done.changed, done.contacts) == (0, 1, 0, 0)
    closed = [row["id"] for row in rows(connection, "mediation_case") if row["closed_on"]]
    assert closed == [scene.staying.case]
    assert only(connection, "monthly_report")["hours_worked"] == 72.5
    assert monthly.undo(connection, COORDINATOR, number).closed == 1
    assert set(changed(before, held(connection))) == OF_REPORT
    assert monthly.stage(connection, COORDINATOR, content) > number
