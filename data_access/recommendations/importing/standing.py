"""What the register and its lists hold, as far as a file can name it: codes, titles, entries."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Select, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.attendance.resolver import Resolver
from data_access.recommendations.deadlines import Deadline
from data_access.recommendations.importing import columns as c
from data_access.rules import AddresseeRole, PlaceKind, fold

Stated = dict[str, Any]
"""What is said of an entry, by our columns: codes, texts, days, and several things as a tuple."""

Several = dict[tuple[int, str], list[str]]
"""What an entry has several of, by its number and our column."""

AT_ONCE = 500
ENTRY = schema.recommendation


@dataclass(frozen=True)
class Entry:
    """An entry of the register as it stands; ``row`` are its own columns."""

    number: int
    row: Mapping[str, Any]
    said: Stated
    version: int
    """The number of its latest wording."""


@dataclass(frozen=True)
class Register:
    """The lists and the entries that a file may speak of.

    ``entries`` are those asked for, by reference; ``references`` all there are, by how they fold.
    ``links`` are the later entry, the kind and the earlier one; ``carried`` the rounds that an
    entry is carried into.
    ``names`` tell institutions, places, sources and rounds by their codes in either language.
    """

    resolver: Resolver
    rounds: Mapping[str, Mapping[Any, Any]]
    sources: Mapping[str, int]
    institutions: Mapping[str, int]
    references: Mapping[str, tuple[str, ...]]
    numbers: Mapping[str, int]
    made: Mapping[str, dt.date | None]
    municipalities: Mapping[str, int]
    entries: Mapping[str, Entry]
    links: frozenset[tuple[str, str, str]]
    carried: Mapping[str, tuple[str, ...]]
    names: Mapping[str, Mapping[str, tuple[str, str]]] = field(repr=False)
    words: Mapping[str, Mapping[str, frozenset[str]]] = field(repr=False)
    """What rounds and sources are called, with the codes that each may mean."""

    def meant(self, text: str) -> tuple[str, ...]:
        """The references that a text may mean: as it is written, or else all that fold alike."""
        return (text,) if text in self.numbers else self.references.get(fold(text), ())

    def name(self, text: str) -> str:
        """By what an entry is told from others: its reference here, or how the text folds."""
        meant = self.meant(text)
        return meant[0] if len(meant) == 1 else fold(text)

    @classmethod
    def of(
        cls, connection: Connection, reader: Reader, references: Iterable[str] | None = ()
    ) -> "Register":
        """As the database has it; of the entries named, or of all (None), with what they say."""
        require(reader, Right.KEEP_RECORDS)
        columns = (ENTRY.c.reference, ENTRY.c.id, ENTRY.c.made_on)
        listed = connection.execute(select(*columns)).all()
        known = {str(row.reference): int(row.id) for row in listed}
        folded = _folded(known)
        asked = known if references is None else references
        alike = (folded.get(fold(name), ()) for name in asked)
        numbers = {known[reference] for some in alike for reference in some}
        entries = _entries(connection, sorted(numbers))
        resolver = Resolver.of(connection, reader)
        rounds, sources, bodies = (
            {str(row["code"]): row for row in connection.execute(select(table)).mappings()}
            for table in (schema.round, schema.source, schema.institution)
        )
        land = resolver.gazetteer.land.municipalities
        return cls(
            resolver=resolver,
            rounds=rounds,
            sources={code: row["id"] for code, row in sources.items()},
            institutions={code: row["id"] for code, row in bodies.items()},
            references=folded,
            numbers=known,
            made={row.reference: row.made_on for row in listed},
            municipalities={row[0]: row[1] for row in connection.execute(_places())},
            entries={entry.said[c.REFERENCE]: entry for entry in entries},
            links=frozenset(tuple(row) for row in connection.execute(_links())),
            carried=_carried(connection),
            names={
                c.LEAD: {code: (row["name_lv"], row["name_en"]) for code, row in bodies.items()},
                c.SOURCE: {
                    code: (row["title_lv"], row["title_en"]) for code, row in sources.items()
                },
                c.PLACE: {place: (one.name, one.name) for place, one in land.items()},
            },
            words={
                c.ROUND: _meant((code, _called(row)) for code, row in rounds.items()),
                c.SOURCE: _meant(
                    (code, (code, row["title_lv"], row["title_en"]))
                    for code, row in sources.items()
                ),
            },
        )


def _folded(references: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for reference in references:
        found[fold(reference)].append(reference)
    return {name: tuple(sorted(alike)) for name, alike in found.items()}


def _called(round_: Mapping[Any, Any]) -> tuple[str, ...]:
    """What a round goes by: its code, its number and its titles."""
    code, ordinal = round_["code"], round_["ordinal"]
    spoken = (f"{each} {word}" for each in (code, ordinal) for word in ("kārta", "round"))
    return (code, round_["title_lv"], round_["title_en"], *spoken, f"round {code}")


def _meant(called: Iterable[tuple[str, Iterable[str]]]) -> Mapping[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for code, ways in called:
        for way in ways:
            found[c.key(way)].add(code)
    return {way: frozenset(codes) for way, codes in found.items()}


def _places() -> Select[Any]:
    municipality, division = schema.municipality, schema.division
    place = division.c.code + ":" + municipality.c.iso
    return select(place, municipality.c.id).join_from(municipality, division)


def _links() -> Select[Any]:
    link, later, earlier = schema.recommendation_link, ENTRY.alias("later"), ENTRY.alias("earlier")
    return (
        select(later.c.reference, link.c.kind, earlier.c.reference)
        .join_from(link, later, link.c.recommendation_id == later.c.id)
        .join(earlier, link.c.earlier_id == earlier.c.id)
    )


def _carried(connection: Connection) -> Mapping[str, tuple[str, ...]]:
    carry, round_ = schema.recommendation_carry, schema.round
    statement = (
        select(ENTRY.c.reference, round_.c.code)
        .join_from(carry, ENTRY)
        .join(round_, carry.c.round_id == round_.c.id)
        .order_by(round_.c.ordinal)
    )
    found: defaultdict[str, list[str]] = defaultdict(list)
    for reference, code in connection.execute(statement):
        found[reference].append(code)
    return {reference: tuple(codes) for reference, codes in found.items()}


def _entries(connection: Connection, numbers: list[int]) -> list[Entry]:
    found = []
    for begin in range(0, len(numbers), AT_ONCE):
        some = numbers[begin : begin + AT_ONCE]
        texts = _texts(connection, some)
        several = _addressed(connection, some) | _linked(connection, some)
        for row in connection.execute(_rows().where(ENTRY.c.id.in_(some))).mappings():
            number = int(row["id"])
            version, *wording = texts.get(number, (0, "", ""))
            said = _said(row) | dict(zip(c.TEXTS, wording, strict=True))
            for name in (*c.ROLES, *c.LINKS):
                said[name] = tuple(several.get((number, name), ()))
            own = {column.name: row[column.name] for column in ENTRY.c}
            found.append(Entry(number, own, said, version))
    return found


def _said(row: Mapping[Any, Any]) -> Stated:
    same = (c.REFERENCE, c.ROUND, c.KIND, c.AREA, c.MADE_ON, c.SOURCE, c.LOCATOR)
    place = row["place"] if row["division"] else row["place_kind"]
    return {name: row[name] for name in same} | {c.PLACE: place, c.DEADLINE: Deadline.of(row)}


def _rows() -> Select[Any]:
    municipality, division = schema.municipality, schema.division
    return (
        select(
            ENTRY,
            schema.round.c.code.label("round"),
            schema.source.c.code.label("source"),
            division.c.code.label("division"),
            (division.c.code + ":" + municipality.c.iso).label("place"),
        )
        .join_from(ENTRY, schema.round, ENTRY.c.round_id == schema.round.c.id)
        .outerjoin(schema.source, ENTRY.c.source_id == schema.source.c.id)
        .outerjoin(municipality, ENTRY.c.municipality_id == municipality.c.id)
        .outerjoin(division, municipality.c.division_id == division.c.id)
    )


def _texts(connection: Connection, numbers: Iterable[int]) -> dict[int, tuple[int, str, str]]:
    """The number and the texts of each entry's latest wording."""
    version = schema.recommendation_version
    statement = (
        select(version.c.recommendation_id, version.c.number, version.c.text_lv, version.c.text_en)
        .where(version.c.recommendation_id.in_(list(numbers)))
        .order_by(version.c.number)
    )
    return {entry: (number, lv, en) for entry, number, lv, en in connection.execute(statement)}


def _addressed(connection: Connection, numbers: Iterable[int]) -> Several:
    to, institution = schema.recommendation_addressee, schema.institution
    statement = (
        select(to.c.recommendation_id, to.c.role, institution.c.code)
        .join_from(to, institution)
        .where(to.c.recommendation_id.in_(list(numbers)))
        .order_by(institution.c.code)
    )
    found: Several = {}
    for entry, role, code in connection.execute(statement):
        found.setdefault((entry, AddresseeRole(role).value), []).append(code)
    return found


def _linked(connection: Connection, numbers: Iterable[int]) -> Several:
    link, earlier = schema.recommendation_link, ENTRY.alias("earlier")
    statement = (
        select(link.c.recommendation_id, link.c.kind, earlier.c.reference)
        .join_from(link, earlier, link.c.earlier_id == earlier.c.id)
        .where(link.c.recommendation_id.in_(list(numbers)))
        .order_by(earlier.c.reference)
    )
    found: Several = {}
    for entry, kind, reference in connection.execute(statement):
        found.setdefault((entry, kind), []).append(reference)
    return found


NEW: Stated = {
    c.KIND: "recommendation",
    c.AREA: "not_stated",
    c.PLACE: PlaceKind.NOT_STATED.value,
    c.DEADLINE: Deadline(),
    c.MADE_ON: None,
    c.SOURCE: None,
    c.LOCATOR: None,
    **dict.fromkeys((*c.ROLES, *c.LINKS), ()),
}
"""What a new entry says where the file says nothing."""
