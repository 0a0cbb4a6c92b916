"""Faults that happen while names are in hand, told without what they might quote."""

from collections.abc import Iterator
from contextlib import contextmanager

from data_access.access import AccessRefused
from data_access.engine import DatabaseFault, DatabaseProblem
from data_access.identity import IdentityKeyProblem

TOLD = (AccessRefused, DatabaseFault, DatabaseProblem, IdentityKeyProblem)
"""What never says anybody's name."""


class NamesFault(RuntimeError):
    """Something failed while names were in hand; the message has no more than the kind of fault."""


@contextmanager
def discreet() -> Iterator[None]:
    """Whatever fails in the block goes on as a NamesFault, which shows where and quotes nothing."""
    try:
        yield
    except TOLD:
        raise
    except Exception as fault:  # noqa: BLE001 - it goes on, without what it said
        plain = NamesFault(f"{type(fault).__name__} while names were shown")
        raise plain.with_traceback(fault.__traceback__) from None
