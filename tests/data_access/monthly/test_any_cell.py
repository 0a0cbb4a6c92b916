"""Whatever stands in the cells gives lines that can be stored, or questions without long texts."""

from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from data_access.engine import reading
from data_access.monthly import Draft, Part
from data_access.monthly import columns as c
from data_access.monthly.report import LONGEST_VALUE
from data_access.rules import ClosingReason
from tests.data_access.monthly.books import PARTS, head, headings, read
from tests.data_access.monthly.september import September

LIKELY = (
    *("G-01", "G-02", "G-03", "j1", "J2", "05.08.2019.", "2019-09-10", "20.9.", "3", "0", "72,5"),
    *("~10", "99999999999999999999", "Kopā", "individuāla", "Ar grupu", "Izglītība", "KM", "SD"),
    *("Vajadzība atrisināta", "Nav norādīts", "PIEMĒRS", "TRUE", "43720", "", "-", "٣", "²"),
)
CELLS = st.sampled_from(LIKELY) | st.text(max_size=60)
ROWS = {
    part: st.lists(st.lists(CELLS, max_size=len(c.HEADINGS[part])), max_size=4) for part in PARTS
}


@settings(max_examples=60)
@given(families=ROWS[PARTS[0]], contacts=ROWS[PARTS[1]], trainings=ROWS[PARTS[2]])
@example(families=[["J1"]], contacts=[["", "", "J1"]], trainings=[["3"]])
def test_any_cell_is_a_value_or_a_question(
    module_engine: Engine,
    planted: September,
    families: list[list[str]],
    contacts: list[list[str]],
    trainings: list[list[str]],
) -> None:
    rows = dict(zip(PARTS, (families, contacts, trainings), strict=True))
    book = {c.SHEETS[part].lv: [headings(part), *some] for part, some in rows.items()}
    labelled = {c.SHEETS[Part.HEAD].lv: head(planted.posts["here"])}
    with reading(module_engine) as connection:
        draft = replace(planted, connection=connection).check(read(labelled | book))
    assert all(len(problem.value) <= LONGEST_VALUE for problem in draft.problems)
    assert all(len(o) <= LONGEST_VALUE for problem in draft.problems for o in problem.others)
    _assert_storable(draft)
    open_ = {(problem.part, problem.row) for problem in draft.questions}
    taken = {(Part.CONTACTS, line.row) for line in draft.contacts}
    taken |= {(Part.FAMILIES, line.row) for line in draft.cases}
    taken |= {(Part.TRAININGS, line.row) for line in draft.trainings}
    said = {(part, row) for part, some in draft.sheets.rows.items() for row in some}
    assert taken | open_ >= said
    assert not taken & open_


def _assert_storable(draft: Draft) -> None:
    """What the tables would refuse is no line."""
    for line in draft.cases:
        assert line.reason is ClosingReason.NOT_STATED or line.closed_on
        assert not (line.opened_on and line.closed_on and line.closed_on < line.opened_on)
        assert line.size is None or line.size >= max(1, line.children or 0)
    assert all(line.persons is None or line.persons >= 0 for line in draft.contacts)
    assert all(line.hours is None or line.hours > 0 for line in draft.trainings)
    opened = {line.family for line in draft.cases if line.case is None}
    questions = {problem.part for problem in draft.questions}
    for contact in draft.contacts:
        if contact.family and contact.case is None and Part.FAMILIES not in questions:
            assert contact.family in opened
