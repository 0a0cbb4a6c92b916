"""A fault among names says where it happened, and nothing of whom."""

import traceback

import pytest

from data_access.access import AccessRefused
from data_access.engine import DatabaseBusy, DatabaseFault
from data_access.identities import NamesFault, discreet
from data_access.identity import IdentityKeyProblem

NAME = "Zvirbulīte-Kanārija"


def fail_with(fault: Exception) -> None:
    with discreet():
        raise fault


@pytest.mark.parametrize("kind", [KeyError, ValueError, TypeError, RuntimeError])
def test_a_fault_goes_on_without_what_it_quotes(kind: type[Exception]) -> None:
    with pytest.raises(NamesFault, match=kind.__name__) as caught:
        fail_with(kind(NAME))
    told = "".join(traceback.format_exception(caught.value))
    assert NAME not in told
    assert "raise fault" in told


TOLD = (AccessRefused, DatabaseBusy, DatabaseFault, IdentityKeyProblem)


@pytest.mark.parametrize("kind", TOLD)
def test_what_quotes_nothing_goes_on_as_it_is(kind: type[Exception]) -> None:
    with pytest.raises(kind, match="a sentence"):
        fail_with(kind("a sentence"))


def test_without_a_fault_nothing_happens() -> None:
    with discreet():
        assert NAME
