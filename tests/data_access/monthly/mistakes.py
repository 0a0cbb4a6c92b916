"""The usual mistakes in a month's workbook, what is asked of each, and what is answered."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from data_access.monthly import Code, Decisions, Draft, Part
from data_access.monthly import columns as c
from tests.data_access.monthly.filling import Form
from tests.data_access.monthly.year import Month
from tests.provide.calc import Step

Steps = Sequence[Step]


@dataclass(frozen=True)
class Mistake:
    """What is done to the workbook beside or instead, the questions it has to raise, the answer.

    Without an answer the file is put away, and the right one is handed in.
    """

    spoil: Callable[[Month, Form, Steps], Steps]
    asked: frozenset[Code]
    answer: Callable[[Month, Form, Draft], Decisions] | None = None


def _without(steps: Steps, *cells: tuple[str, str]) -> list[Step]:
    return [step for step in steps if (step[1], step[2]) not in cells]


def _dates_merged(told: Month, form: Form, steps: Steps) -> Steps:
    """One day over three contacts: of each of them, or of the first?"""
    first = form.rows[Part.CONTACTS]
    sheet = form.sheets[Part.CONTACTS]
    cells = [form.cell(Part.CONTACTS, c.HELD_ON, first + n) for n in range(3)]
    kept = _without(steps, *((sheet, cell) for cell in cells[1:]))
    return [*kept, ("merge", sheet, f"{cells[0]}:{cells[-1]}")]


def _dates_told(told: Month, form: Form, draft: Draft) -> Decisions:
    first = form.rows[Part.CONTACTS]
    cells = {
        (Part.CONTACTS, first + n, c.HELD_ON): f"{contact.day:%d.%m.%Y}."
        for n, contact in enumerate(told.contacts[:3])
    }
    return replace(draft.decisions, cells=cells)


def _persons_merged(told: Month, form: Form, steps: Steps) -> Steps:
    """One number over two contacts: nobody can tell whether it is each one's or both's."""
    first, sheet = form.rows[Part.CONTACTS], form.sheets[Part.CONTACTS]
    cells = [form.cell(Part.CONTACTS, c.PERSONS, first + n) for n in range(2)]
    return [*_without(steps, (sheet, cells[1])), ("merge", sheet, ":".join(cells))]


def _persons_told(told: Month, form: Form, draft: Draft) -> Decisions:
    first = form.rows[Part.CONTACTS]
    cells = {
        (Part.CONTACTS, first + n, c.PERSONS): str(contact.persons)
        for n, contact in enumerate(told.contacts[:2])
    }
    return replace(draft.decisions, cells=cells)


def _with_total(told: Month, form: Form, steps: Steps) -> Steps:
    """The persons added up under the contacts, beside the word for it."""
    first, sheet = form.rows[Part.CONTACTS], form.sheets[Part.CONTACTS]
    last = first + len(told.contacts) - 1
    top, end, total = (form.cell(Part.CONTACTS, c.PERSONS, n) for n in (first, last, last + 1))
    label = form.cell(Part.CONTACTS, c.HELD_ON, last + 1)
    return [*steps, ("text", sheet, label, "Kopā"), ("formula", sheet, total, f"=SUM({top}:{end})")]


def _total_left_out(told: Month, form: Form, draft: Draft) -> Decisions:
    row = form.rows[Part.CONTACTS] + len(told.contacts)
    return replace(draft.decisions, left_out=frozenset({(Part.CONTACTS, row)}))


def _about_ten(told: Month, form: Form, steps: Steps) -> Steps:
    """The group's size is a guess."""
    cell = _group_size(told, form)
    kept = _without(steps, (form.sheets[Part.CONTACTS], cell))
    return [*kept, ("text", form.sheets[Part.CONTACTS], cell, "~10")]


def _group_size(told: Month, form: Form) -> str:
    row = form.rows[Part.CONTACTS] + len(told.contacts) - 1
    return form.cell(Part.CONTACTS, c.PERSONS, row)


def _group_told(told: Month, form: Form, draft: Draft) -> Decisions:
    row = form.rows[Part.CONTACTS] + len(told.contacts) - 1
    persons = str(told.contacts[-1].persons)
    return replace(draft.decisions, cells={(Part.CONTACTS, row, c.PERSONS): persons})


def _month_again(told: Month, form: Form, steps: Steps) -> Steps:
    """The file of this month says that it is the month before, which was recorded."""
    before = f"{told.first.month - 1:02}.{told.first.year}"
    cell = f"B{form.labels[c.MONTH]}"
    return [*steps, ("text", form.sheets[Part.HEAD], cell, before)]


def _no_month(told: Month, form: Form, steps: Steps) -> Steps:
    return [*steps, ("text", form.sheets[Part.HEAD], f"B{form.labels[c.MONTH]}", "")]


def _month_told(told: Month, form: Form, draft: Draft) -> Decisions:
    month = f"{told.first:%m.%Y}"
    return replace(draft.decisions, cells={(Part.HEAD, 0, c.MONTH): month})


def _column_deleted(told: Month, form: Form, steps: Steps) -> Steps:
    """Without the persons: each of them is not stated, unless somebody hands in the right file."""
    position = form.columns[Part.CONTACTS][c.PERSONS]
    return [*steps, ("delete_column", form.sheets[Part.CONTACTS], position)]


MISTAKES: Mapping[tuple[int, int], Mistake] = {
    (0, 2): Mistake(_dates_merged, frozenset({Code.CELL_MERGED}), _dates_told),
    (3, 2): Mistake(_dates_merged, frozenset({Code.CELL_MERGED}), _dates_told),
    (1, 3): Mistake(_persons_merged, frozenset({Code.CELL_MERGED}), _persons_told),
    (4, 3): Mistake(_persons_merged, frozenset({Code.CELL_MERGED}), _persons_told),
    (2, 4): Mistake(_with_total, frozenset({Code.LOOKS_LIKE_TOTAL}), _total_left_out),
    (3, 5): Mistake(_with_total, frozenset({Code.LOOKS_LIKE_TOTAL}), _total_left_out),
    (1, 6): Mistake(_about_ten, frozenset({Code.NUMBER_UNCLEAR}), _group_told),
    (4, 6): Mistake(_about_ten, frozenset({Code.NUMBER_UNCLEAR}), _group_told),
    (2, 5): Mistake(_month_again, frozenset({Code.MONTH_RECORDED})),
    (3, 8): Mistake(_month_again, frozenset({Code.MONTH_RECORDED})),
    (1, 5): Mistake(_no_month, frozenset({Code.MONTH_MISSING}), _month_told),
    (0, 6): Mistake(_column_deleted, frozenset({Code.COLUMN_MISSING})),
    (4, 10): Mistake(_column_deleted, frozenset({Code.COLUMN_MISSING})),
}
"""By post and month; the first three posts fill in by program, the others in LibreOffice."""
