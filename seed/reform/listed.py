"""Which municipality each territorial unit lies in from now on: a list that people fill in."""

import csv
import io
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from data_access.rules import fold, latvian_key
from seed.lines import FactsUnreadable, lines_of
from seed.reform.present import Municipality, Present, Unit

UNIT = ("unit", "unit_name", "present_municipality")
NEW = ("iso", "municipality", "kind")
KINDS = {"city": True, "novads": False}
ISO = re.compile(r"LV-[0-9A-Z]{3}")
NAMED_AT_MOST = 5

Line = Mapping[str, str]


class ListUnusable(FactsUnreadable):
    """A line of the list that says nothing usable; the message names file and line."""


@dataclass
class Listed:
    """The municipalities by their codes, and the code of the one that each unit lies in."""

    municipalities: dict[str, Municipality] = field(default_factory=dict)
    homes: dict[str, str] = field(default_factory=dict)


def template(present: Present) -> str:
    """The list as it would be if nothing changed, as CSV: only what does change is edited."""
    out = io.StringIO(newline="")
    lines = csv.writer(out)
    lines.writerow((*UNIT, *NEW))
    rows = sorted((_line(present, unit) for unit in present.units), key=_by_names)
    lines.writerows(rows)
    return out.getvalue()


def read(path: Path, present: Present) -> Listed:
    """The list, every unit in it once; refuses (FactsUnreadable) the first line that is wrong."""
    listed, reading = Listed(), _Reading(path.name, present)
    for number, line in lines_of(path):
        reading.take(number, {name: text.strip() for name, text in line.items()}, listed)
    missing = sorted(set(present.units) - set(listed.homes))
    if missing:
        more = " and others" if len(missing) > NAMED_AT_MOST else ""
        raise ListUnusable(
            f"{path.name}: {len(missing)} of {len(present.units)} units are missing: "
            f"{', '.join(missing[:NAMED_AT_MOST])}{more}."
        )
    return listed


def _line(present: Present, unit: str) -> tuple[str, ...]:
    home = present.municipality_of(unit)
    kind = next(kind for kind, is_city in KINDS.items() if is_city == home.is_city)
    return unit, present.units[unit].name, home.name, home.iso, home.name, kind


def _by_names(line: tuple[str, ...]) -> tuple[Any, Any]:
    _, unit, municipality, *_ = line
    return latvian_key(municipality), latvian_key(unit)


class _Reading:
    """Lines of one file, and on which of them each thing was said first."""

    def __init__(self, file: str, present: Present) -> None:
        self._file, self._present = file, present
        self._named: dict[str, list[Unit]] = defaultdict(list)
        for unit in present.units.values():
            self._named[fold(unit.name)].append(unit)
        self._number = 0
        self._said: dict[tuple[str, str], int] = {}
        self._names: dict[str, str] = {}

    def take(self, number: int, line: Line, listed: Listed) -> None:
        """One line into the list."""
        self._number = number
        self._require_headings(line)
        unit = self._unit(line)
        if unit.code in listed.homes:
            raise self._wrong(
                f"the unit {unit.code} stands on line {self._said['unit', unit.code]} already"
            )
        self._said["unit", unit.code] = number
        found = self._municipality(line, unit)
        self._require_the_same(found, listed)
        listed.municipalities[found.iso] = found
        listed.homes[unit.code] = found.iso

    def _require_headings(self, line: Line) -> None:
        strangers = set(line) - {*UNIT, *NEW}
        missing = [name for name in NEW if name not in line]
        if "unit" not in line and not {"unit_name", "present_municipality"} <= set(line):
            missing = ["unit", *missing]
        if strangers or missing:
            wrong = f"no such column: {', '.join(sorted(strangers))}"
            raise self._wrong(wrong if strangers else f"the column {missing[0]} is missing")

    def _unit(self, line: Line) -> Unit:
        """The unit of a line, by its code, or by its name and its municipality of today."""
        code, name, home = (line.get(column, "") for column in UNIT)
        if not (code or name):
            raise self._wrong("no territorial unit is named, so the municipality would have none")
        found = [
            unit
            for unit in ([self._present.units.get(code)] if code else self._named[fold(name)])
            if unit is not None
            and (not name or fold(name) == fold(unit.name))
            and (not home or fold(home) == fold(self._present.municipality_of(unit.code).name))
        ]
        said = ", ".join(part for part in (code, name, home) if part)
        if not found:
            raise self._wrong(f"no territorial unit is known as {said}")
        if len(found) > 1:
            raise self._wrong(f"several units are known as {said}; name it by its code")
        return found[0]

    def _municipality(self, line: Line, unit: Unit) -> Municipality:
        iso, name, kind = (line[column] for column in NEW)
        if not ISO.fullmatch(iso):
            raise self._wrong(f"iso is {iso!r} for {unit.code}; a code such as LV-011 is needed")
        if not name or not name.isprintable():
            raise self._wrong(f"the municipality {iso} needs a name in one line")
        if kind not in KINDS:
            raise self._wrong(f"kind is {kind!r}; it can be {' or '.join(KINDS)}")
        return Municipality(iso, name, KINDS[kind])

    def _require_the_same(self, found: Municipality, listed: Listed) -> None:
        """One code has one name and one kind wherever it stands, and one name one code."""
        first = self._said.setdefault(("iso", found.iso), self._number)
        before = listed.municipalities.get(found.iso, found)
        if before.name != found.name:
            raise self._wrong(f"{found.iso} is {found.name} here and {before.name} on line {first}")
        if before.is_city != found.is_city:
            raise self._wrong(f"{found.name} is of another kind than on line {first}")
        other = self._names.setdefault(fold(found.name), found.iso)
        if other != found.iso:
            raise self._wrong(
                f"{found.name} is {found.iso} here and {other} on line {self._said['iso', other]}"
            )

    def _wrong(self, what: str) -> ListUnusable:
        return ListUnusable(f"{self._file}, line {self._number}: {what}.")
