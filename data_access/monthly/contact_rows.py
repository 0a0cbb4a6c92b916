"""The rows of the contacts' sheet: with whom, when, about what, and what came of it."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from data_access.monthly import columns as c
from data_access.monthly.asked_row import Row
from data_access.monthly.bodies import Bodies
from data_access.monthly.case_rows import CaseRows
from data_access.monthly.cases import Stay
from data_access.monthly.naming import named
from data_access.monthly.report import Code, ContactLine
from data_access.monthly.vocabularies import FORMS
from data_access.rules import Area, ContactForm, ContactPlace, ContactResult

Named = tuple[str | None, int | None]
"""What the file calls the family, and its open case."""


@dataclass
class ContactRows:
    """Reads the rows, once those of the families are read."""

    cases: CaseRows
    bodies: Bodies

    def lines(self, rows: Iterable[Row]) -> Iterator[ContactLine]:
        """A line for each row that leaves no question; one that is wholly alike is asked about."""
        seen = set()
        for row in rows:
            line = self._line(row)
            says = row.spelled if line is None else replace(line, row=0)
            if says in seen:
                row.ask(Code.ROWS_ALIKE)
            seen.add(says)
            if line is not None and not row.is_open:
                yield line

    def _line(self, row: Row) -> ContactLine | None:
        if row.lacks(c.HELD_ON):
            row.ask(Code.DAY_MISSING, c.HELD_ON)
        held_on = row.day_of_month(c.HELD_ON, self.cases.month, self.cases.post)
        form = self._form(row)
        family, case = self._family(row, form, held_on)
        line = ContactLine(
            row=row.number,
            held_on=held_on,
            form=form or ContactForm.INDIVIDUAL,
            family=family,
            persons=row.whole(c.PERSONS),
            met_at=ContactPlace(row.word(c.MET_AT) or ContactPlace.NOT_STATED),
            area=Area(row.word(c.AREA) or Area.NOT_STATED),
            institution=row.read(c.INSTITUTION, self.bodies.find),
            result=ContactResult(row.word(c.RESULT) or ContactResult.NOT_STATED),
            case=case,
        )
        return None if form is None or row.is_open else line

    def _form(self, row: Row) -> ContactForm | None:
        """With one family or a group; whoever names a family met that one, once somebody agrees."""
        found = row.word(c.FORM)
        if found is not None:
            return ContactForm(found)
        has_family = bool(row.text(c.FAMILY))
        if has_family and row.is_without(c.FORM):
            return ContactForm.INDIVIDUAL
        if row.lacks(c.FORM) or row.is_without(c.FORM):
            words = [FORMS[form].lv for form in ContactForm]
            row.ask(Code.FORM_MISSING, c.FORM, tuple(words[:1] if has_family else words))
        return ContactForm.INDIVIDUAL if has_family and c.FORM not in row.asked else None

    def _family(self, row: Row, form: ContactForm | None, held_on: dt.date | None) -> Named:
        """The family and its open case: of a group none, of a talk with one family it is asked."""
        if not row.text(c.FAMILY):
            if form is ContactForm.INDIVIDUAL and row.lacks(c.FAMILY):
                row.ask(Code.FAMILY_MISSING, c.FAMILY)
            return None, None
        if form is ContactForm.GROUP:
            row.ask(Code.FAMILY_OF_GROUP, c.FAMILY)
            return None, None
        found = named(row, self.cases.families)
        if found is None:
            return None, None
        stay = _on(held_on, self.cases.stays(*found))
        if stay is None:
            row.ask(Code.FAMILY_NOT_OPEN, c.FAMILY)
        elif held_on and row.asked.isdisjoint({c.HELD_ON}) and not stay.has(held_on):
            row.ask(Code.CASE_NOT_RUNNING, c.HELD_ON)
        return found[0], None if stay is None else stay.case


def _on(day: dt.date | None, stays: list[Stay]) -> Stay | None:
    """The one in which the day lies; of several the latest, of none so the latest of all."""
    some = [stay for stay in stays if day and stay.has(day)] or stays
    return max(some, key=lambda one: (one.opened_on or dt.date.min, one.case or 0), default=None)
