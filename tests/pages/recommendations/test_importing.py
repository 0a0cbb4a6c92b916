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


HEADS = "Nr.;Kārta;Ko lūdz darīt;What is asked;Termiņš\r\n"
LACKING = f"{HEADS};V;Izdomāts.;Made up.;drīz\r\nIV-01;;Citādi.;;\r\n".encode("utf-8-sig")


@pytest.mark.parametrize(
    ("button", "expected"),
    [
        ("Number those without a number", "✓ new: 1 · ≠ differs from what stands: 1"),
        ("Leave out 1 row amiss", "✓ new: 1 · ≠ differs from what stands: 1"),
    ],
)
def test_what_was_written_counts_whichever_button_is_pressed(
    visit: Visit, facts_url: URL, monkeypatch: pytest.MonkeyPatch, button: str, expected: str
) -> None:
    told = {"deadline": "2027"} | ({"reference": "V-90"} if button.startswith("Leave") else {})
    monkeypatch.setattr(st, "data_editor", lambda drawn, **_: drawn.assign(**told))
    screen = give(visited(visit, facts_url), LACKING, "entries.csv")
    press(screen, button)
    assert expected in shown(screen)


def test_rows_left_out_are_taken_back_in(visit: Visit, facts_url: URL) -> None:
    screen = give(visited(visit, facts_url, lang="lv"), LACKING, "entries.csv")
    assert "Ņemt izlaistās rindas atpakaļ" not in labels(screen)
    press(screen, "Izlaist 1 labojamo rindu")
    press(screen, "Ņemt izlaistās rindas atpakaļ")
    assert "Izlaist 1 labojamo rindu" in labels(screen)
    assert "izlaists" not in shown(screen)


def test_rows_taken_back_while_others_wait_keep_what_was_written(
    visit: Visit, facts_url: URL, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(drawn: pd.DataFrame, **_told: object) -> pd.DataFrame:
        return drawn.assign(left_out=[len(drawn) == 2, *[False] * (len(drawn) - 1)])

    monkeypatch.setattr(st, "data_editor", write)
    more = LACKING + ";V;Cits.;Other.;rīt\r\n".encode()
    screen = press(give(visited(visit, facts_url), more, "entries.csv"), "Check again")
    assert "left out: 1" in shown(screen)
    monkeypatch.setattr(st, "data_editor", lambda drawn, **_: drawn.assign(deadline="2027"))
    press(screen, "Bring back the rows left out")
    assert "left out" not in shown(screen).split("Rows to mend")[0]
    assert "“rīt” says no deadline." not in shown(screen)
    assert "“drīz” says no deadline." in shown(screen)


@pytest.mark.parametrize(
    ("language", "texts", "expected"),
    [
        ("lv", "Citādi.;", "angļu teksts paliek iepriekšējais"),
        ("lv", ";Otherwise.", "latviešu teksts paliek iepriekšējais"),
        ("en", "Citādi.;Otherwise.", ""),
        ("en", ";", ""),
    ],
)
def test_a_text_that_stays_is_told(
    visit: Visit, facts_url: URL, language: str, texts: str, expected: str
) -> None:
    content = f"{HEADS}IV-01;;{texts};2029\r\n".encode("utf-8-sig")
    screen = give(visited(visit, facts_url, lang=language), content, "entries.csv")
    told = [part for part in ("stays as it was", "paliek iepriekš") if part in listed(screen)]
    assert expected in listed(screen)
    assert bool(told) is bool(expected)


def test_an_import_that_lost_an_entry_says_how_many(visit: Visit, facts_url: URL) -> None:
    content = f"{HEADS}V-90;V;Viens.;One.;\r\n".encode("utf-8-sig")
    screen = press(give(visited(visit, facts_url), content, "entries.csv"), "Store 1 entry")
    one = visit(facts_url, "recommendations", lang="en", recommendation="V-90")
    press(one, "Remove this entry")
    press(screen, "Undo")
    assert "1 entry of this import was removed since, so nothing was undone." in shown(screen)


def test_rows_of_one_number_name_each_other(visit: Visit, facts_url: URL) -> None:
    row = "V-90;V;Viens.;One.;\r\n"
    content = f"{HEADS}{row}V-91;V;Cits.;Other.;\r\n{row}".encode("utf-8-sig")
    screen = give(visited(visit, facts_url, lang="lv"), content, "entries.csv")
    assert shown(screen).count("Numurs «V-90» ir vairākās faila rindās: 2, 4.") == 2


def test_a_file_that_cannot_be_read_says_why(visit: Visit, facts_url: URL) -> None:
    screen = give(visited(visit, facts_url), b"%PDF-1.7", "entries.pdf")
    assert "This is a PDF" in shown(screen)


def test_whoever_may_not_store_entries_sees_the_list(visit: Visit, sample_url: URL) -> None:
    screen = visited(visit, sample_url, **{"as": "council-member"})
    assert not screen.file_uploader
    assert "Take in entries from a file" not in shown(screen)
