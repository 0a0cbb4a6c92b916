"""The names of one day, looked up; what only another day knows is a question."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection

from data_access.access import Reader
from data_access.clock import today
from data_access.gazetteer.forms import Index, forms_of, index, meant
from data_access.gazetteer.land import Land, Municipality, Place
from data_access.gazetteer.wording import wordings
from data_access.rules import fold

Municipalities = tuple[Municipality, ...]
Places = Collection[Place]


@dataclass(frozen=True)
class Found:
    """The one municipality of the day that the text means."""

    municipality: Municipality


@dataclass(frozen=True)
class NotThen:
    """A name, but of no municipality of that day; the candidates have land of those it names."""

    named: Municipalities
    candidates: Municipalities


@dataclass(frozen=True)
class Shared:
    """Several municipalities of the day may be meant."""

    candidates: Municipalities


@dataclass(frozen=True)
class Unknown:
    """No name of any day."""


Answer = Found | NotThen | Shared | Unknown


@dataclass(frozen=True)
class Names:
    """The names of some municipalities: as they are written in full, and in their forms."""

    written: Mapping[str, frozenset[Place]]
    forms: Index

    @classmethod
    def of(cls, land: Land, among: Places) -> "Names":
        """The names of those municipalities and of what lies in them."""
        written: dict[str, frozenset[Place]] = {}
        named = [(one.name, place) for place, one in land.municipalities.items()]
        for name, place in (*named, *land.aliases):
            if place in among:
                written[fold(name)] = written.get(fold(name), frozenset()) | {place}
        return cls(written, index(form for form in forms_of(land) if form.place in among))


class Gazetteer:
    """Names in the nominative and the genitive, with or without what sort of place it is.

    A text is never matched by likeness. Names hold on the days of their division: one that only
    another division knows is a question (NotThen), as is one that several places share (Shared).
    Parishes and towns stand for the municipality in which they lay on that day.
    """

    def __init__(self, land: Land) -> None:
        self.land = land
        self._ever = Names.of(land, land.municipalities)
        self._names: dict[dt.date, Names] = {}
        self._answers: dict[tuple[str, dt.date], Answer] = {}

    @classmethod
    def of(cls, connection: Connection, reader: Reader) -> "Gazetteer":
        """The names that the database has."""
        return cls(Land.of(connection, reader))

    @classmethod
    def of_facts(cls) -> "Gazetteer":
        """The names of the documented facts, without a database."""
        return cls(Land.of_facts())

    def look_up(self, text: str, day: dt.date | None) -> Answer:
        """What the text means on the day; without a day, what it means today."""
        on = day or today()
        key = (fold(text), on)
        if key not in self._answers:
            self._answers[key] = self._look_up(text, on)
        return self._answers[key]

    def of_place(self, place: Place, day: dt.date | None) -> Answer:
        """The municipality of a code, ``<division>:<iso>``, where it was one on the day."""
        municipality, on = self.land.municipalities.get(place), day or today()
        if municipality is None:
            return Unknown()
        return Found(municipality) if municipality.is_valid(on) else self._not_then([place], on)

    def _look_up(self, text: str, on: dt.date) -> Answer:
        then = self._on(on)
        written = then.written.get(fold(text))
        if written:
            return self._one_of([written])
        parts = wordings(text)
        readings = [meant(part, then.forms, self._ever.forms) for part in parts]
        if parts and all(readings):
            return self._one_of(readings)
        ever = self._ever.forms
        strange = [meant(p, ever, ever) for p, r in zip(parts, readings, strict=True) if not r]
        if strange and all(strange):
            return self._not_then(frozenset().union(*strange), on)
        elsewhere = self._ever.written.get(fold(text))
        return self._not_then(elsewhere, on) if elsewhere else Unknown()

    def _on(self, day: dt.date) -> Names:
        if day not in self._names:
            valid = {p for p, one in self.land.municipalities.items() if one.is_valid(day)}
            self._names[day] = Names.of(self.land, valid)
        return self._names[day]

    def _one_of(self, readings: Iterable[Places]) -> Answer:
        """The one that all parts of the text agree on; else whichever is named is a candidate."""
        sets = [frozenset(reading) for reading in readings]
        agreed = frozenset.intersection(*sets)
        if len(agreed) == 1:
            return Found(self._sorted(agreed)[0])
        return Shared(self._sorted(agreed or frozenset().union(*sets)))

    def _not_then(self, named: Places, on: dt.date) -> Answer:
        those = self._sorted(named)
        return NotThen(those, self.land.standing_on(those, on))

    def _sorted(self, places: Places) -> Municipalities:
        return tuple(self.land.municipalities[place] for place in sorted(places))
