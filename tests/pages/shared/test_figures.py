"""How a figure and its source are written."""

from pages.shared.figures import citations
from pages.shared.words import Words

DECK = {"source_lv": "Prezentācija", "source_en": "Slides", "locator": "Ietvars"}
PAGE = {"source_lv": "Lapa", "source_en": "Page", "locator": None}
NONE = {"source_lv": None, "source_en": None, "locator": None}


def test_each_source_is_named_once_and_rows_without_one_add_nothing() -> None:
    assert citations(Words("en"), [DECK, NONE, PAGE, DECK]) == "Source: Slides – Ietvars; Page"


def test_where_no_row_has_a_source_that_is_said() -> None:
    assert citations(Words("en"), [NONE]) == "Source: source not stated"
    assert citations(Words("lv"), []) == "Avots: avots nav norādīts"
