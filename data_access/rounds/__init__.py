"""Rounds: which there are, what documents say of them, where each stands, and their upkeep."""

from data_access.rounds.keeping import (
    RoundKnown,
    SharesUnusable,
    StepRefused,
    add,
    change,
    take,
)
from data_access.rounds.listed import (
    PLACES,
    ROUNDS,
    STATEMENTS,
    default_round,
    listed,
    places,
    statements,
)
from data_access.rounds.state import (
    STEPS,
    RoundApproved,
    RoundClosed,
    RoundState,
    Step,
    require_open,
    require_unapproved,
    state_of,
)

__all__ = [
    "PLACES",
    "ROUNDS",
    "STATEMENTS",
    "STEPS",
    "RoundApproved",
    "RoundClosed",
    "RoundKnown",
    "RoundState",
    "SharesUnusable",
    "Step",
    "StepRefused",
    "add",
    "change",
    "default_round",
    "listed",
    "places",
    "require_open",
    "require_unapproved",
    "state_of",
    "statements",
    "take",
]
