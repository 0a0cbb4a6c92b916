"""The one operator of an installation without sign-in: named short, and with an account once."""

import getpass

import pytest
from sqlalchemy import Connection, func, select

from data_access import schema
from data_access.access import OPERATOR_ROLES
from data_access.accounts import (
    OperatorUnusable,
    open_operator,
    operator_name,
    operator_of,
)


@pytest.mark.parametrize(
    ("stated", "name"),
    [("anna", "anna"), ("  Anna.B ", "anna.b"), ("a", "a"), ("a" * 32, "a" * 32), ("0-_.", "0-_.")],
)
def test_the_operator_is_whom_the_environment_names(stated: str, name: str) -> None:
    assert operator_name({"PLATFORM_OPERATOR": stated}) == name


@pytest.mark.parametrize(
    "stated",
    ["a" * 33, "Ānna", "anna b", "-anna", ".anna", "anna@km.gov.lv", "a/b", "a\nb", "a\x00"],
)
def test_a_name_that_is_none_is_refused_and_not_repeated(stated: str) -> None:
    with pytest.raises(OperatorUnusable, match="PLATFORM_OPERATOR=name") as caught:
        operator_name({"PLATFORM_OPERATOR": stated})
    assert stated not in str(caught.value)


@pytest.mark.parametrize("stated", [{}, {"PLATFORM_OPERATOR": ""}, {"PLATFORM_OPERATOR": "  "}])
def test_without_a_name_it_is_the_account_of_the_machine(
    stated: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "Ministry")
    assert operator_name(stated) == "ministry"


@pytest.mark.parametrize("problem", [KeyError("uid"), OSError("no name")])
def test_an_account_without_a_name_is_refused_with_what_to_do(
    problem: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> str:
        raise problem

    monkeypatch.setattr(getpass, "getuser", nobody)
    with pytest.raises(OperatorUnusable, match="PLATFORM_OPERATOR=name"):
        operator_name({})


def test_an_operator_is_there_once_opened_and_opened_once(connection: Connection) -> None:
    assert operator_of(connection, "anna") is None
    open_operator(connection, "anna")
    first = operator_of(connection, "anna")
    open_operator(connection, "anna")
    assert first is not None
    assert first.roles == set(OPERATOR_ROLES)
    assert operator_of(connection, "anna") == first
    assert operator_of(connection, "berta") is None
    grants = select(func.count()).select_from(schema.role_grant)
    assert connection.execute(grants).scalar_one() == len(OPERATOR_ROLES)
