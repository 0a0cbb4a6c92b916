"""Where a round stands: derived from what happened to it, and what that allows."""

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import pandas as pd
from sqlalchemy import Connection, func, select

from data_access import schema
from data_access.access import Reader, Right, require
from data_access.filters import Filters, of_activity, of_round


class RoundState(StrEnum):
    """Where a round stands; never typed in."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"
    APPROVED = "approved"


class Step(StrEnum):
    """What can be done to a round as a whole."""

    OPEN = "open"
    CLOSE = "close"
    REOPEN = "reopen"
    APPROVE = "approve"
    WITHDRAW = "withdraw"


STEPS: Mapping[RoundState, tuple[Step, ...]] = {
    RoundState.PLANNED: (Step.OPEN,),
    RoundState.OPEN: (Step.CLOSE,),
    RoundState.CLOSED: (Step.APPROVE, Step.REOPEN),
    RoundState.APPROVED: (Step.WITHDRAW,),
}
"""Which steps a state allows."""


class RoundClosed(RuntimeError):
    """The round is closed: its activities, attendances and uploads stay as they are."""


class RoundApproved(RuntimeError):
    """The round is approved: nothing of it changes until the approval is withdrawn."""


def state_of(row: Mapping[Any, Any]) -> RoundState:
    """The state of a round, from the columns that each step fills in."""
    for column, state in (
        ("approved_at", RoundState.APPROVED),
        ("closed_at", RoundState.CLOSED),
        ("actual_starts_on", RoundState.OPEN),
    ):
        if not pd.isna(row[column]):
            return state
    return RoundState.PLANNED


def require_open(connection: Connection, reader: Reader, filters: Filters) -> None:
    """Nothing, where the records of the chosen round, or activity, may change.

    Refuses a round that was closed (RoundClosed). A planned round takes records already. Who
    writes asks once it has its turn (``upkeep.Hand``), so that no round closes in between.
    """
    require(reader, Right.READ_PUBLISHED)
    if _latest(connection, filters, "closed_at") is not None:
        raise RoundClosed("The round is closed.")


def require_unapproved(connection: Connection, reader: Reader, filters: Filters) -> None:
    """Nothing, where what is reported of the chosen round may be corrected.

    Refuses a round that was approved (RoundApproved).
    """
    require(reader, Right.READ_PUBLISHED)
    if _latest(connection, filters, "approved_at") is not None:
        raise RoundApproved("The round is approved.")


def _latest(connection: Connection, filters: Filters, column: str) -> dt.datetime | None:
    statement = select(func.max(schema.round.c[column])).where(of_round(filters))
    if filters.activity is not None:
        statement = statement.join_from(schema.round, schema.activity).where(of_activity(filters))
    found: dt.datetime | None = connection.execute(statement).scalar_one()
    return found
