"""What the words of a file may stand for: institutions, places, and the template's own words."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from data_access import places, schema
from data_access.access import Reader
from data_access.attendance.columns import (
    CODE_OF,
    CONTACT,
    INSTITUTION,
    NAME,
    NOT_STATED,
    PLACE,
    VOCABULARIES,
    plain,
)
from data_access.attendance.entry import Entry, usable_contact
from data_access.attendance.problems import Problem, ProblemCode
from data_access.attendance.reading import SheetRow
from data_access.filters import Filters
from data_access.rules import Origin, PlaceKind, fold, resembles_contact

Recognised = tuple[str | None, Problem | None]


@dataclass(frozen=True)
class Register:
    """Exact folded names alone; made-up institutions and names that two share stand for nothing."""

    institutions: Mapping[str, frozenset[str]]
    institution_ids: Mapping[str, int]
    places: Mapping[str, str]
    municipality_ids: Mapping[str, int]

    @classmethod
    def load(cls, connection: Connection, reader: Reader, filters: Filters) -> "Register":
        """The register as it stands, and the municipalities of the activity's day."""
        names, ids = _institutions(connection)
        named = places.by_name(connection, reader, filters)
        return cls(names, ids, named, _municipalities(connection))

    def entry(self, row: SheetRow) -> tuple[Entry, list[Problem]]:
        """A line with its words as codes, and what could not be recognised.

        Of a line whose cells seem to stand under other headings nothing is repeated: any of them
        may be a name or a contact.
        """
        cells = {column: text for column, text in row.cells.items() if text}
        answers = {INSTITUTION: self._institution(row.number, cells.get(INSTITUTION))}
        answers[PLACE] = self._place(row.number, cells.get(PLACE))
        for column in VOCABULARIES:
            answers[column] = _word(row.number, column, cells.get(column))
        problems = [problem for _, problem in answers.values() if problem]
        if _is_shifted(row, problems):
            return Entry(cells.get(NAME, "")), [Problem(ProblemCode.ROW_SHIFTED, row.number)]
        contact = cells.get(CONTACT, "")
        if contact and usable_contact(contact) is None:
            problems.append(Problem(ProblemCode.CONTACT_UNUSABLE, row.number, CONTACT))
        if not fold(cells.get(NAME, "")):
            problems.append(Problem(ProblemCode.NAME_MISSING, row.number, NAME))
        values: dict[str, Any] = {column: code for column, (code, _) in answers.items()}
        return Entry(cells.get(NAME, ""), contact, **values), problems

    def place_columns(self, place: str) -> dict[str, Any]:
        """The place columns of a record."""
        municipality = self.municipality_ids.get(place)
        kind = place if municipality is None else PlaceKind.MUNICIPALITY.value
        return {"place_kind": kind, "municipality_id": municipality}

    def _institution(self, number: int, text: str | None) -> Recognised:
        if text is None:
            return None, None
        codes = self.institutions.get(fold(text), frozenset())
        if len(codes) == 1:
            return next(iter(codes)), None
        code = ProblemCode.INSTITUTION_SHARED if codes else ProblemCode.INSTITUTION_UNKNOWN
        return None, Problem.of(code, number, INSTITUTION, text)

    def _place(self, number: int, text: str | None) -> Recognised:
        if text is None:
            return NOT_STATED, None
        place = self.places.get(fold(text)) or CODE_OF[PLACE].get(plain(text))
        if place is None:
            return NOT_STATED, Problem.of(ProblemCode.PLACE_UNKNOWN, number, PLACE, text)
        return place, None


def _is_shifted(row: SheetRow, unclear: list[Problem]) -> bool:
    """Whether something unknown looks like a contact, or stands in a row of too many cells."""
    texts = [row.cells[problem.column] for problem in unclear if problem.column]
    return any(row.overhangs or resembles_contact(text) for text in texts)


def _word(number: int, column: str, text: str | None) -> Recognised:
    if text is None:
        return NOT_STATED, None
    code = CODE_OF[column].get(plain(text))
    if code is None:
        return NOT_STATED, Problem.of(ProblemCode.WORD_UNKNOWN, number, column, text)
    return code, None


def _institutions(
    connection: Connection,
) -> tuple[dict[str, frozenset[str]], dict[str, int]]:
    """Folded names, abbreviations and aliases, each with the codes it may mean; numbers by code."""
    institution, alias = schema.institution, schema.institution_alias
    real = institution.c.origin != Origin.SAMPLE
    names: defaultdict[str, set[str]] = defaultdict(set)
    ids: dict[str, int] = {}
    for row in connection.execute(select(institution).where(real)):
        ids[row.code] = row.id
        for name in (row.name_lv, row.name_en, row.abbreviation):
            if name:
                names[fold(name)].add(row.code)
    others = (
        select(alias.c.name_folded, institution.c.code)
        .join_from(alias, institution)
        .where(real, alias.c.origin != Origin.SAMPLE)
    )
    for row in connection.execute(others):
        names[row.name_folded].add(row.code)
    return {name: frozenset(codes) for name, codes in names.items()}, ids


def _municipalities(connection: Connection) -> dict[str, int]:
    municipality, division = schema.municipality, schema.division
    place = (division.c.code + ":" + municipality.c.iso).label("place")
    statement = select(place, municipality.c.id).join_from(municipality, division)
    return {row.place: row.id for row in connection.execute(statement)}
