"""Open questions between two reported figures: shown, owned and explained, never filled in."""

from typing import Any

import pandas as pd
from sqlalchemy import Connection, RowMapping, func, insert, select, update

from data_access import schema
from data_access.access import Reader, Right, require, require_at
from data_access.figures.reported import reported
from data_access.filters import Filters, of_round
from data_access.frames import MOMENT, WHOLE, WORD, ask, frame
from data_access.rounds import require_unapproved
from data_access.rules import (
    PARTICIPANT_PARTS,
    Figure,
    GapRule,
    GapStatus,
    Origin,
    Quality,
    ReportedPlaceRole,
)
from data_access.upkeep import Hand

GAPS = {
    "round": WORD,
    "figure": WORD,
    "rule": WORD,
    "reported": WHOLE,
    "against": WHOLE,
    "difference": WHOLE,
    "owner": WORD,
    "explanation": WORD,
    "status": WORD,
    "revision": WHOLE,
}
HISTORY = {
    "column_name": WORD,
    "old_value": WORD,
    "new_value": WORD,
    "changed_at": MOMENT,
    "changed_by": WORD,
}
RULES: tuple[tuple[Figure, GapRule], ...] = (
    (Figure.PARTICIPANTS, GapRule.SUM_OF_PARTS),
    (Figure.FAMILIES, GapRule.MEDIATOR_FAMILIES),
    (Figure.MEDIATORS, GapRule.NAMED_PLACES),
)
ANSWERS = ("owner", "explanation", "status")
NUMBERS = ("answered_reported", "answered_against")


class GapUnknown(LookupError):
    """The two figures do not differ, or the round is unknown."""


class GapChanged(RuntimeError):
    """Somebody else answered in the meantime; nothing was stored."""


class GapInWords(ValueError):
    """An explained gap needs its explanation."""


def gaps(connection: Connection, reader: Reader, filters: Filters) -> pd.DataFrame:
    """One row for each pair of reported figures that do not meet. Columns: GAPS.

    ``rule`` says what the figure is held against: the sum of its parts, another figure, or the
    number of places named. A gap nobody has answered is open, at revision 0, and one answered for
    other numbers than today's is open again. Where the other side is not stated at all, nothing is
    held against anything.
    """
    require(reader, Right.READ_PUBLISHED)
    stated = _stated(connection, reader, filters)
    places = _named_places(connection, filters)
    answers = _answers(connection, filters)
    rows: list[dict[str, object]] = []
    for code, figures in stated.items():
        for figure, rule in RULES:
            value = figures.get(figure.value)
            against = _against(rule, figures, places.get(code))
            if value is None or against is None or value == against:
                continue
            numbers = {"reported": value, "against": against, "difference": value - against}
            answer = _standing(answers.get((code, figure.value, rule.value), {}), value, against)
            open_ = {"status": GapStatus.OPEN.value, "revision": 0}
            named = {"round": code, "figure": figure.value, "rule": rule.value}
            rows.append({**open_, **named, **numbers, **answer})
    return frame(rows, GAPS)


def answer_gap(
    connection: Connection,
    reader: Reader,
    gap: tuple[str, str, str],
    *,
    owner: str | None,
    explanation: str | None,
    status: GapStatus,
    revision: int,
) -> None:
    """Give a gap (round, figure, rule) its owner, explanation and status; keep what stood before.

    Refuses a round that the right does not reach, and whoever is limited to municipalities
    (AccessRefused): a gap is the whole round's. Refuses a gap that is none (GapUnknown), one
    answered since ``revision`` (GapChanged), ``explained`` without words (GapInWords), and
    anything about an approved round (RoundApproved). The figures themselves stay as they are.
    """
    hand = Hand(connection, reader, Right.ANSWER_GAPS)
    code, figure, rule = gap
    require_at(reader, Right.ANSWER_GAPS, round_=_round_id(connection, code))
    require_unapproved(connection, reader, Filters(round=code))
    known = gaps(connection, reader, Filters(round=code))
    found = known[(known["figure"] == figure) & (known["rule"] == rule)]
    if found.empty:
        raise GapUnknown("There is no such open question.")
    if int(found.iloc[0]["revision"]) != revision:
        raise GapChanged("Somebody answered this question in the meantime.")
    answer = {
        "owner": (owner or "").strip() or None,
        "explanation": (explanation or "").strip() or None,
        "status": status.value,
    }
    if status is GapStatus.EXPLAINED and not answer["explanation"]:
        raise GapInWords("An explained gap needs its explanation.")
    standing = found.iloc[0]
    before = {name: standing[name] for name in ANSWERS}
    numbers = (int(standing["reported"]), int(standing["against"]))
    stored = answer | dict(zip(NUMBERS, numbers, strict=True))
    row = _store(connection, gap, stored, revision)
    hand.remember(schema.gap, row, before, answer)


def gap_history(connection: Connection, reader: Reader, gap: tuple[str, str, str]) -> pd.DataFrame:
    """What was answered before, the latest first. Columns: HISTORY."""
    require(reader, Right.READ_PUBLISHED)
    code, figure, rule = gap
    statement = (
        select(schema.change)
        .join_from(schema.change, schema.gap, schema.change.c.subject_id == schema.gap.c.id)
        .join(schema.round)
        .where(
            schema.change.c.subject_table == "gap",
            schema.round.c.code == code,
            schema.gap.c.figure == figure,
            schema.gap.c.rule == rule,
        )
        .order_by(schema.change.c.id.desc())
    )
    return ask(connection, statement, HISTORY)


def _stated(connection: Connection, reader: Reader, filters: Filters) -> dict[str, dict[str, int]]:
    stated: dict[str, dict[str, int]] = {}
    for row in reported(connection, reader, filters).to_dict("records"):
        if row["is_leading"] and row["quality"] == Quality.EXACT:
            stated.setdefault(row["round"], {})[row["figure"]] = int(row["value"])
    return stated


def _against(rule: GapRule, figures: dict[str, int], places: int | None) -> int | None:
    if rule is GapRule.NAMED_PLACES:
        return places
    if rule is GapRule.MEDIATOR_FAMILIES:
        return figures.get(Figure.MEDIATOR_FAMILIES.value)
    parts = [figures[part.value] for part in PARTICIPANT_PARTS if part.value in figures]
    return sum(parts) if parts else None


def _named_places(connection: Connection, filters: Filters) -> dict[str, int]:
    statement = (
        select(schema.round.c.code, func.count().label("places"))
        .join_from(schema.reported_place, schema.round)
        .where(of_round(filters), schema.reported_place.c.role == ReportedPlaceRole.MEDIATOR)
        .group_by(schema.round.c.code)
    )
    return {row.code: row.places for row in connection.execute(statement)}


def _standing(answer: dict[str, object], reported: int, against: int) -> dict[str, object]:
    """The answer as it stands: one given for other numbers leaves the question open again."""
    given_for = tuple(answer.get(name) for name in NUMBERS)
    if answer and given_for != (reported, against):
        return answer | {"status": GapStatus.OPEN.value}
    return answer


def _answers(
    connection: Connection, filters: Filters
) -> dict[tuple[str, str, str], dict[str, object]]:
    statement = (select(schema.round.c.code, schema.gap).join_from(schema.gap, schema.round)).where(
        of_round(filters)
    )
    rows: list[RowMapping] = list(connection.execute(statement).mappings())
    return {
        (row["code"], row["figure"], row["rule"]): {
            name: row[name] for name in (*ANSWERS, "revision", *NUMBERS)
        }
        for row in rows
    }


def _round_id(connection: Connection, code: str) -> int | None:
    """The round's number; None of a round that nobody knows, which has no gaps."""
    return connection.scalars(select(schema.round.c.id).where(schema.round.c.code == code)).first()


def _store(
    connection: Connection, gap: tuple[str, str, str], answer: dict[str, Any], revision: int
) -> int:
    code, figure, rule = gap
    key = {"round_id": _round_id(connection, code), "figure": figure, "rule": rule}
    if revision == 0:
        added = insert(schema.gap).values(**key, **answer, origin=Origin.ENTERED.value)
        return int(connection.execute(added.returning(schema.gap.c.id)).scalar_one())
    changed = (
        update(schema.gap)
        .filter_by(**key)
        .values(**answer, revision=revision + 1)
        .returning(schema.gap.c.id)
    )
    return int(connection.execute(changed).scalar_one())
