"""A rerun that comes just after something was stored does not keep anybody from being told."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import URL
from streamlit.runtime.scriptrunner import RerunData, get_script_run_ctx

from data_access.access import Reader
from pages.shared import data
from tests.pages.conftest import Visit, shown

OWNER = "Kultūras ministrija"


def rerun_meanwhile() -> None:
    """As if the reader did something else on the page just now."""
    run = get_script_run_ctx()
    assert run is not None
    runner: Any = run.session_state._yield_callback
    runner.__self__.request_rerun(RerunData())


def test_an_answer_is_told_though_the_run_that_stored_it_was_broken_off(
    facts_url: URL, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = visit(facts_url, lang="en")
    tell = data.tell

    def tell_and_be_interrupted(statement: Callable[[Any, Reader], Any]) -> Any:
        answer = tell(statement)
        rerun_meanwhile()
        return answer

    monkeypatch.setattr(data, "tell", tell_and_be_interrupted)
    owner = next(field for field in screen.text_input if str(field.key).endswith("-owner"))
    owner.set_value(OWNER)
    button = next(one for one in screen.button if one.label == "Store the answer")
    button.click().run()
    assert f"Owner: {OWNER}" in shown(screen)
    assert "The answer is stored" in shown(screen)
