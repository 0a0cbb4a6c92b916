"""The files that a screen offers, caught at their buttons."""

import csv
import io
from collections.abc import Mapping

import pytest

from pages.shared import tables
from pages.shared.words import Words

Files = list[list[list[str]]]


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> Files:
    """The files that the screen offers, as rows of cells, in the order of their buttons."""
    offered: Files = []

    def offer(
        _words: Words, rows: tables.Rows, headings: Mapping[str, str], note: str = ""
    ) -> None:
        made, notes = rows() if callable(rows) else rows, filter(None, [note])
        text = tables.as_csv(made, headings, *notes).decode("utf-8-sig")
        offered.append(list(csv.reader(io.StringIO(text), delimiter=";")))

    monkeypatch.setattr(tables, "download", offer)
    return offered
