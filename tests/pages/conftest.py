"""A screen as AppTest shows it, always through the shell."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
import streamlit as st
from sqlalchemy import URL
from streamlit.testing.v1 import AppTest

from pages.shared.words import WORD_JOINER
from tests.conftest import written_out

SHELL = Path(__file__).parents[2] / "pages" / "shell.py"
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


class Visit(Protocol):
    """Opens a screen of a database."""

    def __call__(self, url: URL, topic: str = "overview", **query: str) -> AppTest: ...


@pytest.fixture
def visit(monkeypatch: pytest.MonkeyPatch) -> Iterator[Visit]:
    """``visit(url, topic, lang="en", ...)``: the screen after its first run."""

    def open_screen(url: URL, topic: str = "overview", **query: str) -> AppTest:
        monkeypatch.setenv("DATABASE_URL", written_out(url))
        st.cache_resource.clear()
        st.cache_data.clear()
        screen = AppTest.from_file(str(SHELL), default_timeout=30)
        if topic != "overview":
            # AppTest knows the other pages only once the shell has run.
            screen.run()
            screen.switch_page(f"{topic}/page.py")
        for name, value in query.items():
            screen.query_params[{"since": "from"}.get(name, name)] = value
        screen.run()
        assert not screen.exception
        return screen

    yield open_screen
    st.cache_resource.clear()


def shown(screen: AppTest) -> str:
    """Every text on the screen as a person reads it, one a line."""
    kinds = (
        "title",
        "header",
        "subheader",
        "markdown",
        "caption",
        "info",
        "warning",
        "error",
        "success",
    )
    texts = [getattr(found, "value", "") for kind in kinds for found in screen.get(kind)]
    texts += [f"{metric.label}: {metric.value}" for metric in screen.metric]
    return "\n".join(ESCAPED.sub(r"\1", str(text)).replace(WORD_JOINER, "") for text in texts)
