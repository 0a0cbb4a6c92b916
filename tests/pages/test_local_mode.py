"""Without a sign-in: real data have one operator, and made-up rows may be seen as any reader."""

import pytest
from sqlalchemy import URL, Engine
from streamlit.testing.v1 import AppTest

from data_access import accounts
from data_access.access import OPERATOR_ROLES, Reader
from data_access.accounts import PERSONAS
from data_access.engine import reading, writing
from data_access.rules import Role
from seed.sample import drop_sample
from tests.pages.conftest import Visit, shown


@pytest.fixture(autouse=True)
def _operator(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLATFORM_OPERATOR", "anna")


def reader(screen: AppTest) -> Reader:
    """Who the screen was drawn for."""
    found = screen.session_state["reader"]
    assert isinstance(found, Reader)
    return found


def operator(engine: Engine) -> Reader | None:
    with reading(engine) as connection:
        return accounts.operator_of(connection, "anna")


def offers_others(screen: AppTest) -> bool:
    """Whether one may choose whose eyes to see it with."""
    return "persona" in {each.key for each in screen.selectbox}


def test_real_data_have_the_operator_alone_whatever_the_address_says(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    screen = visit(facts_url, "search", lang="en")
    assert "Works here: anna" in shown(screen)
    for code in (*PERSONAS, "anna", ""):
        screen.query_params["as"] = code
        screen.run()
        assert not screen.exception
        assert reader(screen) == operator(facts), code
        assert reader(screen).roles == set(OPERATOR_ROLES)
        assert not offers_others(screen)
        assert "as" not in screen.query_params


def test_made_up_rows_are_seen_as_the_reader_that_the_address_names(
    sample_url: URL, visit: Visit
) -> None:
    screen = visit(sample_url, "search", lang="en", **{"as": "auditor"})
    assert reader(screen).roles == {Role.AUDITOR}
    assert offers_others(screen)
    screen.query_params["as"] = "manager"
    assert reader(screen.run()).roles == {Role.MANAGER}


def test_once_the_made_up_rows_are_gone_a_running_server_knows_the_operator_alone(
    sample_url: URL, sample: Engine, visit: Visit
) -> None:
    screen = visit(sample_url, "search", lang="en", **{"as": "auditor"})
    with writing(sample) as connection:
        assert drop_sample(connection).kept == 0
    screen.run()
    assert not screen.exception
    assert reader(screen) == operator(sample)
    assert not offers_others(screen)
    assert "Works here: anna" in shown(screen)


def test_an_operator_without_a_usable_name_is_a_sentence_and_sees_nothing(
    facts_url: URL, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLATFORM_OPERATOR", "Anna Ozola")
    screen = visit(facts_url, lang="en", **{"as": "coordinator"})
    assert "Nobody is named who works with the platform here." in shown(screen)
    assert "Ozola" not in shown(screen)
    assert not screen.metric
