"""The upkeep of rounds: adding one, correcting it, and its steps from open to approved.

A round is everybody's who works in it: whoever is limited to some rounds or municipalities is
refused (AccessRefused).
"""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection, select

from data_access import audit, periods, schema, sources, standings
from data_access.access import Reader, Right, require_at
from data_access.codes import roman
from data_access.periods import DaysUnusable
from data_access.rounds.state import STEPS, RoundApproved, RoundState, Step, state_of
from data_access.upkeep import ChangedMeanwhile, Hand, RowUnknown

Values = Mapping[str, Any]
Row = Mapping[Any, Any]
Columns = dict[str, Any]

WRITTEN = (
    *("title_lv", "title_en", "contract", "programme_lv", "programme_en"),
    *("funding_cents", "eu_share_percent", "state_share_percent", "funding_locator"),
    *("disclaimer_lv", "disclaimer_en", "locator"),
)
"""What is stored as it was entered; days and sources are looked at first."""
FROM, TO = "actual_starts_on", "actual_ends_on"
WHOLE = 100


class RoundKnown(ValueError):
    """There is a round of this number already; nothing was stored."""


class StepRefused(RuntimeError):
    """The round stands where this step is not to be taken; nothing was stored."""


class SharesUnusable(ValueError):
    """The shares of the European Union and of the state are more than the whole."""


def add(connection: Connection, reader: Reader, code: str, values: Values) -> int:
    """A planned round; its number. The order of rounds follows from the Roman numeral.

    ``values`` hold WRITTEN, ``planned_starts_on``, ``planned_ends_on``, and ``source`` and
    ``funding_source`` by their codes; what they leave out is not stated. Without an English title
    the Latvian one stands in its place. Refuses a numeral that is none (NumeralUnusable), a round
    that is there (RoundKnown), days that are no period (DaysUnusable), shares beyond the whole
    (SharesUnusable) and a source that nobody knows (SourceUnknown).
    """
    hand = _hand(connection, reader)
    numeral = code.strip().upper()
    ordinal, round_ = roman(numeral), schema.round.c
    same = (round_.code == numeral) | (round_.ordinal == ordinal)
    if connection.scalars(select(round_.id).where(same)).first() is not None:
        raise RoundKnown("There is a round of this number already.")
    columns = _columns(connection, values, None)
    return hand.add(schema.round, code=numeral, ordinal=ordinal, **columns)


def change(
    connection: Connection, reader: Reader, code: str, revision: int, values: Values
) -> None:
    """Correct what is known of a round that was read at ``revision``; its code stays.

    ``values`` as in ``add``, and the actual days of a round that has them. Refuses as ``add``
    does, and an approved round (RoundApproved), one changed since (ChangedMeanwhile) or gone
    (RowUnknown).
    """
    hand = _hand(connection, reader)
    row = _row(connection, code, revision)
    if state_of(row) is RoundState.APPROVED:
        raise RoundApproved("The round is approved.")
    columns = _columns(connection, values, row) | _actual(values, row)
    hand.change(schema.round, row["id"], revision, **columns)
    _renew(connection, row["id"])


def take(
    connection: Connection,
    reader: Reader,
    code: str,
    revision: int,
    *,
    step: Step,
    day: dt.date | None = None,
) -> None:
    """Take a round one step on, or back; ``day`` is the first or last day that it really had.

    The audit log tells of it, as figures stay what they were from closing and approving on.

    Refuses a step that the round's state does not allow (StepRefused), a day that is missing or
    makes no period (DaysUnusable), and a round changed since (ChangedMeanwhile) or gone
    (RowUnknown).
    """
    hand = _hand(connection, reader)
    row = _row(connection, code, revision)
    if step not in STEPS[state_of(row)]:
        raise StepRefused("The round stands where this step is not to be taken.")
    hand.change(schema.round, row["id"], revision, **TAKEN[step](hand, row, day))
    _renew(connection, row["id"])
    deed, details = f"round.{step.value}", {"round": row["code"]}
    audit.append(connection, reader.who, deed, subject=("round", row["id"]), details=details)


def _renew(connection: Connection, round_id: int) -> None:
    """Entries without a day of their own count from the first day of their round."""
    entry = schema.recommendation.c
    undated = select(entry.id).where(entry.round_id == round_id, entry.made_on.is_(None))
    standings.renew(connection, connection.scalars(undated).all())


def _hand(connection: Connection, reader: Reader) -> Hand:
    hand = Hand(connection, reader, Right.KEEP_ROUNDS)
    require_at(reader, Right.KEEP_ROUNDS)
    return hand


def _open(_hand: Hand, _row: Row, day: dt.date | None) -> Columns:
    return _days(day, None)


def _close(hand: Hand, row: Row, day: dt.date | None) -> Columns:
    if day is None:
        raise DaysUnusable("A round that closes has a last day.")
    return _days(row[FROM], day) | _signed(hand, "closed")


def _reopen(_hand: Hand, row: Row, _day: dt.date | None) -> Columns:
    return _days(row[FROM], None) | _unsigned("closed")


def _approve(hand: Hand, _row: Row, _day: dt.date | None) -> Columns:
    return _signed(hand, "approved")


def _withdraw(_hand: Hand, _row: Row, _day: dt.date | None) -> Columns:
    return _unsigned("approved")


TAKEN: dict[Step, Callable[[Hand, Row, dt.date | None], Columns]] = {
    Step.OPEN: _open,
    Step.CLOSE: _close,
    Step.REOPEN: _reopen,
    Step.APPROVE: _approve,
    Step.WITHDRAW: _withdraw,
}


def _days(first: dt.date | None, last: dt.date | None) -> Columns:
    if first is None:
        raise DaysUnusable("A round that opens has a first day.")
    return periods.entered(first, last, "actual_")


def _signed(hand: Hand, deed: str) -> Columns:
    return {f"{deed}_at": hand.now, f"{deed}_by_id": hand.account()}


def _unsigned(deed: str) -> Columns:
    return {f"{deed}_at": None, f"{deed}_by_id": None}


def _actual(values: Values, row: Row) -> Columns:
    """The days a round really had, where it has them: corrected, never taken away."""
    first, last = (values.get(n, row[n]) if row[n] else None for n in (FROM, TO))
    if (first is None, last is None) != (row[FROM] is None, row[TO] is None):
        raise DaysUnusable("The days of a round that opened or closed stay stated.")
    return periods.entered(first, last, "actual_", row)


def _columns(connection: Connection, values: Values, before: Row | None) -> Columns:
    """What the values come to; what they leave out stays as it was."""
    stated = {**(before or {}), **values}
    shares = (stated.get("eu_share_percent"), stated.get("state_share_percent"))
    if round(sum(share or 0 for share in shares), 6) > WHOLE:
        raise SharesUnusable("The shares are more than the whole.")
    first, last = (stated.get(f"planned_{edge}") for edge in ("starts_on", "ends_on"))
    columns = {name: values[name] for name in WRITTEN if name in values}
    columns["title_en"] = stated.get("title_en") or stated["title_lv"]
    cited = {
        f"{name}_id": sources.number_of(connection, values[name])
        for name in ("source", "funding_source")
        if name in values
    }
    return columns | cited | periods.entered(first, last, "planned_", before)


def _row(connection: Connection, code: str, revision: int) -> Row:
    """The round as it stands, if it still is what was read."""
    found = connection.execute(select(schema.round).where(schema.round.c.code == code)).mappings()
    row = found.first()
    if row is None:
        raise RowUnknown("The round is gone.")
    if row["revision"] != revision:
        raise ChangedMeanwhile("Somebody else changed the round in the meantime.")
    return row
