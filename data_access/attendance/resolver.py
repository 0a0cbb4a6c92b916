"""What the words of a row mean: institution, place, capacity; with a database or without."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection

from data_access.access import Reader
from data_access.attendance.columns import (
    CATEGORY,
    CODE_OF,
    CONTACT,
    INSTITUTION,
    NAME,
    NOT_STATED,
    PLACE,
    STATUS,
    VOCABULARIES,
    plain,
)
from data_access.attendance.entry import CategoryFrom, Entry, usable_contact
from data_access.attendance.problems import Problem, ProblemCode
from data_access.attendance.reading import SheetRow
from data_access.attendance.reading.decisions import UNDECIDED, Decisions
from data_access.gazetteer import (
    Found,
    Gazetteer,
    NotThen,
    Shared,
    Unknown,
    is_another_country,
)
from data_access.institutions.names import InstitutionNames
from data_access.institutions.words import InstitutionWords
from data_access.rules import Category, InstitutionKind, PlaceKind, fold, resembles_contact

Code = str
Cells = Mapping[str, str]
Recognised = tuple[Code | None, ProblemCode | None]

OF_KIND: Mapping[str, Category] = {
    InstitutionKind.STATE: Category.STATE,
    InstitutionKind.MUNICIPAL: Category.MUNICIPAL,
    InstitutionKind.NGO: Category.NGO,
}
"""No kind of institution makes anybody a Roma representative."""

PLACE_PROBLEMS: Mapping[type, ProblemCode] = {
    Unknown: ProblemCode.PLACE_UNKNOWN,
    Shared: ProblemCode.PLACE_SHARED,
    NotThen: ProblemCode.PLACE_NOT_THEN,
}
SAYS = re.compile(r"[^\W_]")
"""A cell of dashes or dots alone says nothing, but where it says whether somebody came."""

NOTHING: Recognised = (None, None)
NOBODY = (NOT_STATED, CategoryFrom.NONE)
KINDS_OF_PLACE = frozenset(PlaceKind) - {PlaceKind.MUNICIPALITY}


@dataclass(frozen=True)
class Resolver:
    """Exact names alone; what fits several, or nothing, is a question.

    ``is_whole`` says whether the names are all there are, so that another institution is one that
    the register lacks; the documented facts alone are not.
    """

    gazetteer: Gazetteer
    names: InstitutionNames
    words: InstitutionWords
    is_whole: bool = True
    _meanings: dict[tuple[str, str, dt.date | None], Recognised] = field(
        default_factory=dict, repr=False, compare=False
    )

    @classmethod
    def of(cls, connection: Connection, reader: Reader) -> "Resolver":
        """The names that the database has."""
        return cls(
            Gazetteer.of(connection, reader),
            InstitutionNames.of(connection, reader),
            InstitutionWords.of(connection, reader),
        )

    @classmethod
    def of_facts(cls) -> "Resolver":
        """The names of the documented facts, without a database."""
        return cls(
            Gazetteer.of_facts(),
            InstitutionNames.of_facts(),
            InstitutionWords.of_facts(),
            is_whole=False,
        )

    def entry(
        self, row: SheetRow, day: dt.date | None, decisions: Decisions = UNDECIDED
    ) -> tuple[Entry, list[Problem]]:
        """A row with its words as codes, and what could not be recognised.

        Names of places hold on ``day``, where nobody knows it today. What somebody decided goes
        before everything else. Of a row whose cells seem to stand under other headings nothing is
        repeated: any of them may be a name or a contact.
        """
        decided = decisions.of_row(row.number).cells
        cells = {column: text for column, text in {**row.cells, **decided}.items() if text}
        chosen = _chosen(cells, decisions) | {c: text for c, text in decided.items() if text}
        found = self._recognised(cells, chosen, day)
        problems = [
            Problem.of(code, row.number, column, cells[column])
            for column, (_, code) in found.items()
            if code is not None
        ]
        name, contact = cells.get(NAME, ""), cells.get(CONTACT, "")
        if any(resembles_contact(cells[p.column]) for p in problems if p.column):
            return Entry(name), [Problem(ProblemCode.ROW_SHIFTED, row.number)]
        if contact and usable_contact(contact) is None:
            problems.append(Problem(ProblemCode.CONTACT_UNUSABLE, row.number, CONTACT))
        if not SAYS.search(name) and not fold(name):
            problems.append(Problem(ProblemCode.NAME_MISSING, row.number, NAME))
        codes = {column: code or NOT_STATED for column, (code, _) in found.items()}
        institution = found[INSTITUTION][0]
        category, category_from = self._category(found[CATEGORY][0], institution, cells)
        codes |= {CATEGORY: category, INSTITUTION: institution}  # type: ignore[dict-item]
        return Entry(name, contact, **codes, category_from=category_from), problems

    def institution(self, text: str) -> Recognised:
        """The code of the institution, or why there is none."""
        codes = self.names.find(text)
        if len(codes) == 1:
            return next(iter(codes)), None
        if not self.is_whole:
            return None, None
        return None, ProblemCode.INSTITUTION_SHARED if codes else ProblemCode.INSTITUTION_UNKNOWN

    def place(self, text: str, day: dt.date | None) -> Recognised:
        """``<division>:<iso>`` or a kind of place, or why there is neither."""
        kind = CODE_OF[PLACE].get(plain(text))
        if kind is not None:
            return kind, None
        if is_another_country(text):
            return PlaceKind.ABROAD.value, None
        answer = self.gazetteer.look_up(text, day)
        if isinstance(answer, Found):
            return answer.municipality.place, None
        return None, PLACE_PROBLEMS[type(answer)]

    def _recognised(
        self, cells: Cells, chosen: Cells, day: dt.date | None
    ) -> dict[str, Recognised]:
        found: dict[str, Recognised] = {}
        for column in (INSTITUTION, PLACE, *VOCABULARIES):
            text = cells.get(column, "")
            answer = self._decided(column, chosen[column], day) if column in chosen else None
            if answer is None:
                says = SAYS.search(text) or (text and column == STATUS)
                answer = self._meant(column, text, day) if says else NOTHING
            found[column] = answer
        return found

    def _decided(self, column: str, code: str, day: dt.date | None) -> Recognised | None:
        """A code that somebody chose, if it is one: of a place, if it was one on the day."""
        if column == INSTITUTION:
            if code in self.names.kinds:
                return code, None
            return (None, None) if code == NOT_STATED else None
        if column != PLACE:
            return (code, None) if code in set(VOCABULARIES[column]) else None
        if code in KINDS_OF_PLACE:
            return code, None
        answer = self.gazetteer.of_place(code, day)
        if isinstance(answer, Found):
            return code, None
        return (None, ProblemCode.PLACE_NOT_THEN) if isinstance(answer, NotThen) else None

    def _meant(self, column: str, text: str, day: dt.date | None) -> Recognised:
        """The same words stand in many rows: each is recognised once."""
        key = (column, text, day)
        if key not in self._meanings:
            self._meanings[key] = self._recognise(column, text, day)
        return self._meanings[key]

    def _recognise(self, column: str, text: str, day: dt.date | None) -> Recognised:
        if column == INSTITUTION:
            return self.institution(text)
        if column == PLACE:
            return self.place(text, day)
        code = CODE_OF[column].get(plain(text))
        return code, None if code else ProblemCode.WORD_UNKNOWN

    def _category(
        self, stated: Code | None, institution: Code | None, cells: Cells
    ) -> tuple[Code, CategoryFrom]:
        """What is stated, else what sort of body it is by the register, else by its words."""
        if stated is not None:
            return stated, CategoryFrom.FILE
        if institution is not None:
            kind = self.names.kinds[institution]
            if kind != InstitutionKind.NOT_STATED:
                category = OF_KIND.get(kind)
                return (category.value, CategoryFrom.REGISTER) if category else NOBODY
        category = OF_KIND.get(self.words.kind_of(cells.get(INSTITUTION, "")))
        return (category.value, CategoryFrom.WORDS) if category else NOBODY


def _chosen(cells: Cells, decisions: Decisions) -> dict[str, Code]:
    """What somebody decided of the same text wherever it stands, by column."""
    found = {
        column: words.get(fold(cells[column]))
        for column, words in decisions.words.items()
        if words and column in cells
    }
    return {column: code for column, code in found.items() if code is not None}
