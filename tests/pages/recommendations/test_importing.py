"""A file of entries on the screen: looked at, mended, stored, taken back."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
import streamlit as st
from sqlalchemy import URL
from streamlit.testing.v1 import AppTest

from tests.pages.attendance_screen import give, labels, press, press_nothing
from tests.pages.conftest import ESCAPED, Visit, shown

FILE = (Path(__file__).parent / "entries.csv").read_bytes()
ASKED = {"lang": "en", "do": "import"}
Edit = Callable[[pd.DataFrame], pd.DataFrame]


def visited(visit: Visit, url: URL, **query: str) -> AppTest:
    return visit(url, "recommendations", **ASKED | query)


def listed(screen: AppTest) -> str:
    return ESCAPED.sub(r"\1", "\n".join(table.value.to_string() for table in screen.table))


def test_a_file_is_mended_stored_and_taken_back(
    visit: Visit, facts_url: URL, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(drawn: pd.DataFrame, **_told: object) -> pd.DataFrame:
        return drawn.assign(text_en="An invented text.", area="Izglītība", deadline="2027")

    monkeypatch.setattr(st, "data_editor", write)
    screen = give(visited(visit, facts_url), FILE, "entries.csv")
    assert "✓ new: 1 · ≠ differs from what stands: 1 · ? cannot be taken in: 1" in shown(screen)
    assert "“drīz” says no deadline." in shown(screen)
    assert "Store 2 entries" not in labels(screen)
    screen.selectbox(key="register-body-kulturas min.").set_value("km")
    press(screen, "Check again")
    assert "Deadline: not stated → 31.12.2027." in listed(screen)
    press(screen, "Store 3 entries")
    assert "Stored: 3 entries." in shown(screen)
    assert screen.file_uploader[0].value is None
    assert "same as it stands: 2" in shown(give(screen, FILE, "entries.csv"))
    assert "This very file was taken in on" in shown(screen)
    press(screen, "Undo")
    assert "Undone: 3 entries are as they were before." in shown(screen)
    assert "Undo" not in labels(screen)


def test_rows_amiss_are_left_out_together(visit: Visit, facts_url: URL) -> None:
    screen = give(visited(visit, facts_url, lang="lv"), FILE, "entries.csv")
    press(screen, "Izlaist 1 labojamo rindu")
    assert "Saglabāt 2 ierakstus" in labels(screen)
    assert "– izlaists: 1" in shown(press_nothing(screen))


def test_a_file_that_cannot_be_read_says_why(visit: Visit, facts_url: URL) -> None:
    screen = give(visited(visit, facts_url), b"%PDF-1.7", "entries.pdf")
    assert "This is a PDF" in shown(screen)


def test_whoever_may_not_store_entries_sees_the_list(visit: Visit, sample_url: URL) -> None:
    screen = visited(visit, sample_url, **{"as": "council-member"})
    assert not screen.file_uploader
    assert "Take in entries from a file" not in shown(screen)
