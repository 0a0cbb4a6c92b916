"""What a recorded report brought, and how what it changed stood before: kept until it is undone."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from sqlalchemy import Date, Table

from data_access import schema

UNCHANGED = 1
"""The revision of a row that nobody changed."""

Plain = dict[str, Any]


@dataclass(frozen=True)
class Was:
    """A row that a report changed: what its columns said before, at ``revision``.

    ``left`` is the revision at which the report left it.
    """

    id: int
    columns: Plain
    revision: int
    left: int


@dataclass(frozen=True)
class Needs:
    """The needs of a case: rows that came, what went, and the areas as the report left them."""

    case: int
    came: list[int]
    gone: list[Plain]
    left: list[str]


@dataclass
class Stood:
    """Rows that came, by their numbers, and rows as they stood.

    Contacts and opened cases name their report themselves; how many they were tells whether
    somebody took one away. ``counts`` is how much was told to have come.
    """

    new_families: list[int] = field(default_factory=list)
    trainings: list[int] = field(default_factory=list)
    families: list[Was] = field(default_factory=list)
    cases: list[Was] = field(default_factory=list)
    needs: list[Needs] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)

    def note(self, table: Table, was: Was) -> None:
        """Keep how a family or a case stood."""
        (self.families if table is schema.family else self.cases).append(was)

    def plain(self) -> Plain:
        """As it is stored: numbers, codes and days, and nobody's words."""
        told = asdict(self)
        for was in (*told["families"], *told["cases"]):
            was["columns"] = {name: _written(value) for name, value in was["columns"].items()}
        return told

    @classmethod
    def of(cls, plain: Mapping[str, Any]) -> "Stood":
        """What was stored."""
        return cls(
            plain["new_families"],
            plain["trainings"],
            [Was(**was) for was in plain["families"]],
            [Was(**was) for was in plain["cases"]],
            [Needs(**needs) for needs in plain["needs"]],
            plain["counts"],
        )


def read(table: Table, columns: Plain) -> Plain:
    """What columns said, as the table has it."""
    return {
        name: dt.date.fromisoformat(value)
        if value is not None and isinstance(table.c[name].type, Date)
        else value
        for name, value in columns.items()
    }


def _written(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value
