"""Filling a month of the year into the template: the steps that a mediator takes, cell by cell."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from data_access.monthly import Part
from data_access.monthly import columns as c
from data_access.rules import ClosingReason
from tests.data_access.monthly.by_program import Sheet, cells_of
from tests.data_access.monthly.year import Case, Contact, Month
from tests.provide.calc import Step


@dataclass(frozen=True)
class Form:
    """Where the template has its cells: by part, the sheet, the row of headings, the columns."""

    sheets: Mapping[Part, str]
    headings: Mapping[Part, int]
    columns: Mapping[Part, Mapping[str, int]]
    families: Mapping[str, int]
    """Rows of the families that are written in, by their numbers."""
    rows: Mapping[Part, int]
    """The first row without a text."""
    labels: Mapping[str, int]
    """Rows of the head, by what they ask."""

    def cell(self, part: Part, column: str, row: int) -> str:
        return f"{chr(ord('A') + self.columns[part][column])}{row}"


def form_of(template: bytes) -> Form:
    """Read where everything stands from the template itself, by its headings."""
    grids = {name: _rows(sheet) for name, sheet in cells_of(template).items()}
    sheets = {part: said.lv for part, said in c.SHEETS.items()}
    headings, columns, rows = {}, {}, {}
    for part in (Part.FAMILIES, Part.CONTACTS, Part.TRAININGS):
        named = {said.lv: column for column, said in c.HEADINGS[part].items()}
        lines = grids[sheets[part]]
        at = next(n for n, line in enumerate(lines) if set(named) <= set(line))
        headings[part] = at + 1
        columns[part] = {named[text]: n for n, text in enumerate(lines[at]) if text in named}
        filled = [n for n, line in enumerate(lines) if n > at and any(line)]
        rows[part] = max(filled, default=at) + 2
    lines = grids[sheets[Part.FAMILIES]]
    number = columns[Part.FAMILIES][c.FAMILY]
    families = {
        line[number]: n + 1
        for n, line in enumerate(lines)
        if n >= headings[Part.FAMILIES] and len(line) > number and line[number]
    }
    asked = {said.lv: name for name, said in c.HEADINGS[Part.HEAD].items()}
    labels = {
        asked[line[0]]: n + 1
        for n, line in enumerate(grids[sheets[Part.HEAD]])
        if line and line[0] in asked
    }
    return Form(sheets, headings, columns, families, rows, labels)


def _rows(sheet: Sheet) -> list[list[str]]:
    """The rows in words, as somebody reads them."""
    depth, width = (1 + max((at[n] for at in sheet.cells), default=0) for n in (0, 1))
    return [
        [str(sheet.cells.get((row, column), "")) for column in range(width)] for row in range(depth)
    ]


def steps_of(told: Month, form: Form) -> Sequence[Step]:
    """Hours, what became of the open cases, new families as J1, J2, …, and the contacts."""
    provisional = {id(c): f"J{n}" for n, c in enumerate(told.opened, 1) if c.is_new}
    head = form.sheets[Part.HEAD]
    steps: list[Step] = [("number", head, f"B{form.labels[c.HOURS]}", told.hours)]
    for row, case in enumerate(told.opened, form.rows[Part.FAMILIES]):
        steps += _family(case, provisional.get(id(case), case.family.code), row, form)
    for case in told.closed:
        steps += _closing(case, form.families[case.family.code], form)
    for row, contact in enumerate(told.contacts, form.rows[Part.CONTACTS]):
        of = contact.case
        number = "" if of is None else provisional.get(id(of), of.family.code)
        steps += _contact(contact, number, row, form)
    return steps


def _family(case: Case, number: str, row: int, form: Form) -> Iterator[Step]:
    def at(column: str) -> tuple[str, str]:
        return form.sheets[Part.FAMILIES], form.cell(Part.FAMILIES, column, row)

    yield ("text", *at(c.FAMILY), number)
    yield ("day", *at(c.OPENED_ON), case.opened.isoformat())
    yield ("text", *at(c.NEEDS[0]), c.VOCABULARIES[c.AREA][case.area].lv)
    yield ("number", *at(c.SIZE), case.family.size)


def _closing(case: Case, row: int, form: Form) -> Iterator[Step]:
    sheet = form.sheets[Part.FAMILIES]
    assert case.closed
    assert case.reason is not ClosingReason.NOT_STATED
    yield ("day", sheet, form.cell(Part.FAMILIES, c.CLOSED_ON, row), case.closed.isoformat())
    reason = c.VOCABULARIES[c.REASON][case.reason].lv
    yield ("text", sheet, form.cell(Part.FAMILIES, c.REASON, row), reason)


def _contact(contact: Contact, number: str, row: int, form: Form) -> Iterator[Step]:
    def at(column: str) -> tuple[str, str]:
        return form.sheets[Part.CONTACTS], form.cell(Part.CONTACTS, column, row)

    yield ("day", *at(c.HELD_ON), contact.day.isoformat())
    yield ("text", *at(c.FORM), c.VOCABULARIES[c.FORM][contact.form].lv)
    if number:
        yield ("text", *at(c.FAMILY), number)
    yield ("number", *at(c.PERSONS), contact.persons)
    yield ("text", *at(c.AREA), c.VOCABULARIES[c.AREA][contact.area].lv)
