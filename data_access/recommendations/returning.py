"""Recommendations that come back: chains of entries that repeat each other, or are carried on."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Select, exists, func, or_, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.filters import Filters
from data_access.frames import FLAG, WHOLE, WORD, frame
from data_access.recommendations.chosen import standing_there
from data_access.recommendations.register import EVERYTHING, Part
from data_access.recommendations.wanted import Wanted, stands, worded
from data_access.rules import Origin, RecommendationLinkKind

RETURNING = {
    "first": WORD,
    "last": WORD,
    "rounds": WORD,
    "entries": WHOLE,
    "times": WHOLE,
    "status": WORD,
    "text_lv": WORD,
    "text_en": WORD,
    "is_made_up": FLAG,
    "chains": WHOLE,
}

Row = dict[str, Any]


@dataclass
class Chain:
    """Entries that repeat each other, earliest first, and the rounds they belong to, in order."""

    entries: list[Any]
    carried: list[tuple[int, str]] = field(default_factory=list)

    @property
    def times(self) -> int:
        """How often it was asked: once an entry, and once more in each further round."""
        return len(self.entries) + len({*self.carried} - {*self._made})

    @property
    def rounds(self) -> list[str]:
        """The rounds, each once."""
        return [code for _, code in sorted({*self._made, *self.carried})]

    @property
    def _made(self) -> list[tuple[int, str]]:
        return [(entry.ordinal, entry.round) for entry in self.entries]

    def told(self) -> Row:
        """The chain as a row; its wording and status are those of its last entry."""
        first, last = self.entries[0], self.entries[-1]
        named = {"first": first.reference, "last": last.reference, "status": last.status}
        return named | {
            "rounds": ", ".join(self.rounds),
            "entries": len(self.entries),
            "times": self.times,
            "is_made_up": any(entry.origin == Origin.SAMPLE for entry in self.entries),
        }


def returning(
    connection: Connection,
    reader: Reader,
    filters: Filters,
    wanted: Wanted = EVERYTHING,
    part: Part | None = None,
) -> pd.DataFrame:
    """One row a chain of entries that repeat each other or were carried into a later round.

    What comes back most often is first; all, or a part of them, while ``chains`` is how many there
    are altogether. A chain is told whole as soon as one of its entries is wanted: ``first`` and
    ``last`` are references by round, day and reference, whatever way the links point, so that
    circles are told too; ``status``, ``text_lv`` and ``text_en`` are those of the last entry on
    the day told of, ``rounds`` codes in their order. Entries of a later day are left out, and
    rounds that had not begun. Columns: RETURNING.
    """
    require(reader, Right.READ_PUBLISHED)
    found = [chain for chain in _chains(connection, filters, wanted) if chain.times > 1]
    found.sort(key=lambda chain: (-chain.times, chain.entries[0].reference))
    last = None if part is None else part.skipped + part.entries
    shown = [chain.told() for chain in found[part.skipped if part else 0 : last]]
    texts = _texts(connection, wanted, [row["last"] for row in shown]) if shown else {}
    rows = [row | {"chains": len(found)} | texts[row["last"]] for row in shown]
    return frame(rows, RETURNING)


def _chains(connection: Connection, filters: Filters, wanted: Wanted) -> list[Chain]:
    """Those of which one entry at least is wanted."""
    entries = {row.id: row for row in connection.execute(_returned(wanted))}
    those = standing_there(
        select(schema.recommendation.c.id).select_from(schema.recommendation), filters, wanted
    )
    are_wanted = set(connection.scalars(those.where(_comes_back())))
    of = _joined(entries, connection.execute(_links()))
    chains: dict[int, Chain] = {}
    for number, entry in entries.items():
        chains.setdefault(of[number], Chain([])).entries.append(entry)
    for carry in connection.execute(_carried(wanted)):
        if carry.entry in entries:
            chains[of[carry.entry]].carried.append((carry.ordinal, carry.code))
    return [c for c in chains.values() if any(entry.id in are_wanted for entry in c.entries)]


def _joined(entries: Iterable[int], links: Iterable[Any]) -> dict[int, int]:
    """The number of the chain that each entry belongs to; links may run in circles."""
    neighbours: dict[int, list[int]] = defaultdict(list)
    for later, earlier in links:
        neighbours[later].append(earlier)
        neighbours[earlier].append(later)
    known, of = set(entries), dict[int, int]()
    for start in known:
        waiting = [start]
        while waiting:
            entry = waiting.pop()
            if entry in known and entry not in of:
                of[entry] = start
                waiting += neighbours[entry]
    return of


def _returned(wanted: Wanted) -> Select[*tuple[Any, ...]]:
    """Entries that a chain can hold, as they stood that day, earliest first."""
    entry, standing, round_ = (
        schema.recommendation,
        schema.recommendation_standing,
        schema.round,
    )
    day = func.coalesce(entry.c.made_on, round_.c.actual_starts_on, round_.c.planned_starts_on)
    return (
        select(
            entry.c.id,
            entry.c.reference,
            entry.c.origin,
            round_.c.ordinal,
            round_.c.code.label("round"),
            standing.c.status,
        )
        .join_from(entry, standing, stands(wanted))
        .join(round_, entry.c.round_id == round_.c.id)
        .where(_comes_back())
        .order_by(round_.c.ordinal, day.asc().nulls_first(), entry.c.reference)
    )


def _comes_back() -> Any:
    entry, link = schema.recommendation.c, schema.recommendation_link.c
    carry = schema.recommendation_carry.c
    is_repeats = link.kind == RecommendationLinkKind.REPEATS
    return or_(
        entry.id.in_(select(link.recommendation_id).where(is_repeats)),
        entry.id.in_(select(link.earlier_id).where(is_repeats)),
        exists().where(carry.recommendation_id == entry.id),
    )


def _links() -> Select[tuple[int, int]]:
    link = schema.recommendation_link.c
    return select(link.recommendation_id, link.earlier_id).where(
        link.kind == RecommendationLinkKind.REPEATS
    )


def _carried(wanted: Wanted) -> Select[*tuple[Any, ...]]:
    carry, round_ = schema.recommendation_carry, schema.round
    begins = func.coalesce(round_.c.actual_starts_on, round_.c.planned_starts_on)
    return (
        select(carry.c.recommendation_id.label("entry"), round_.c.ordinal, round_.c.code)
        .join_from(carry, round_)
        .where(or_(begins.is_(None), begins <= wanted.day))
    )


def _texts(connection: Connection, wanted: Wanted, references: list[str]) -> dict[str, Row]:
    entry, version = schema.recommendation, schema.recommendation_version
    statement = (
        select(entry.c.reference, version.c.text_lv, version.c.text_en)
        .join_from(entry, version, worded(wanted))
        .where(entry.c.reference.in_(references))
    )
    return {row["reference"]: dict(row) for row in connection.execute(statement).mappings()}
