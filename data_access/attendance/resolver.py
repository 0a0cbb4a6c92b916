"""What the words of a row mean: institution, place, capacity; with a database or without."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection

from data_access.access import Reader
from data_access.attendance.columns import (
    AGE_BAND,
    CATEGORY,
    CODE_OF,
    CONTACT,
    GENDER,
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


MOST_KEPT = 50_000
"""So many wordings of rows are remembered; a list that has more is not looked at quicker."""


@dataclass(frozen=True, slots=True)
class _Said:
    """The columns of an entry after name and contact, what is unclear of them, where it stands."""

    codes: tuple[Any, ...]
    unclear: tuple[tuple[ProblemCode, str, str], ...]
    is_shifted: bool


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
    _alike: dict[tuple[object, ...], "_Said"] = field(
        default_factory=dict, repr=False, compare=False
    )
    _latest: list[Mapping[str, Mapping[str, Code]]] = field(
        default_factory=list, repr=False, compare=False
    )
    """Under which decided words the rows in ``_alike`` were looked at."""

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
        cells = {**row.cells, **decided}
        name, contact = cells.pop(NAME, ""), cells.pop(CONTACT, "")
        said = self._said(cells, decided, day, decisions)
        if said.is_shifted:
            return Entry(name), [Problem(ProblemCode.ROW_SHIFTED, row.number)]
        problems = [Problem.of(code, row.number, *where) for code, *where in said.unclear]
        if contact and usable_contact(contact) is None:
            problems.append(Problem(ProblemCode.CONTACT_UNUSABLE, row.number, CONTACT))
        if not SAYS.search(name) and not fold(name):
            problems.append(Problem(ProblemCode.NAME_MISSING, row.number, NAME))
        return Entry(name, contact, *said.codes), problems

    def _said(
        self, cells: Cells, decided: Cells, day: dt.date | None, decisions: Decisions
    ) -> "_Said":
        """What the cells mean beside the name and the contact: many rows say the same."""
        if self._latest[-1:] != [decisions.words]:
            self._alike.clear()
            self._latest[:] = [decisions.words]
        key = (*cells.items(), *decided.items(), day)
        found = self._alike.get(key)
        if found is None:
            found = self._look(cells, decided, day, decisions)
            if len(self._alike) < MOST_KEPT:
                self._alike[key] = found
        return found

    def _look(
        self, cells: Cells, decided: Cells, day: dt.date | None, decisions: Decisions
    ) -> "_Said":
        filled = {column: text for column, text in cells.items() if text}
        chosen = _chosen(filled, decisions) | {c: text for c, text in decided.items() if text}
        found = self._recognised(filled, chosen, day)
        unclear = tuple(
            (code, column, filled[column])
            for column, (_, code) in found.items()
            if code is not None
        )
        codes = {column: code or NOT_STATED for column, (code, _) in found.items()}
        institution = found[INSTITUTION][0]
        category, category_from = self._category(found[CATEGORY][0], institution, filled)
        others = (codes[name] for name in (PLACE, GENDER, AGE_BAND, STATUS))
        is_shifted = any(resembles_contact(text) for _, _, text in unclear)
        return _Said((institution, category, *others, category_from), unclear, is_shifted)

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
