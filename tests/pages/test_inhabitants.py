"""Numbers of inhabitants on screen: what is there, filling it in from a list, taking it back."""

import pytest
from sqlalchemy import URL, Engine
from streamlit.testing.v1 import AppTest

from data_access import denominators
from data_access.access import OPERATOR
from data_access.denominators import Number, Of
from data_access.engine import writing
from tests.pages.attendance_screen import give
from tests.pages.conftest import Visit, shown
from tests.pages.screens import labels, press

RIGA, TALSI = "2025:LV-RIX", "2025:LV-097"
OF = Of("inhabitants", "statistics-office")
CHOSEN = {"lang": "en", "source": OF.source or ""}


def paste(screen: AppTest, written: str) -> AppTest:
    """Paste a list, and run again."""
    screen.text_area[0].set_value(written).run()
    assert not screen.exception
    return screen


def cells(screen: AppTest) -> str:
    """Every table on the screen."""
    return "\n".join(str(each.value) for each in screen.table).replace("\\", "")


def test_totals_of_two_sources_stand_beside_each_other(facts_url: URL, visit: Visit) -> None:
    text = shown(visit(facts_url, "inhabitants", lang="en"))
    assert "Roma inhabitants: **6,279**" in text
    assert "Roma inhabitants: **4,784**" in text
    assert "Population register: number of Roma in Latvia · date not stated" in text
    assert "none is preferred, and no mean is made" in text
    assert "Inhabitants: not stated" in text
    assert "No source states a number of any of these 42 municipalities" in text


def test_a_pasted_list_is_looked_at_stored_and_taken_back(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, "inhabitants", **CHOSEN)
    paste(screen, "Talsu novads\t34 000\nRīga\t605802\nNekuriene\t3\nValka\t4\nValkas nov.\t5")
    assert "3 remarks on the list" in shown(screen)
    assert "Named more than once" in cells(screen)
    press(screen, "Put into the table below")
    assert "Not stored yet: Rīga: not stated → 605,802; Talsu novads: not stated" in shown(screen)
    assert "0 of 42" not in shown(screen)
    press(screen, "Save")
    assert "2 numbers stored." in shown(screen)
    assert "2 of 42 municipalities have a number" in shown(screen)
    assert "605,802" in cells(screen)
    press(screen, "Take the last saving back")
    assert "Taken back. 2 numbers removed." in shown(screen)
    assert "No source states a number" in shown(screen)
    assert "Take the last saving back" not in labels(screen)


def test_a_file_is_read_with_its_problems_and_refused_ones_say_why(
    facts_url: URL, visit: Visit
) -> None:
    screen = give(visit(facts_url, "inhabitants", **CHOSEN), b"%PDF-1.4", "skaits.pdf")
    assert "PDF" in shown(screen)
    give(screen, "Novads;Skaits\nRīga;12;13".encode(), "skaits.csv")
    assert "needs two columns" in cells(screen)
    assert "Put into the table below" not in labels(screen)
    give(screen, "Novads;Skaits\nRīga;12".encode(), "skaits.csv")
    assert "1 municipality with a number" in [each.label for each in screen.expander]


def test_who_saves_later_is_told_and_keeps_what_was_entered(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    screen = paste(visit(facts_url, "inhabitants", **CHOSEN), "Rīga\t7\nTalsi\t8")
    press(screen, "Put into the table below")
    with writing(facts) as connection:
        denominators.store(connection, OPERATOR, OF, {RIGA: Number(5)}, {})
    press(screen, "Save")
    text = shown(screen)
    assert "Somebody else changed these numbers in the meantime: Rīga" in text
    assert "Not stored yet: Rīga: 5 → 7; Talsu novads: not stated → 8" in text
    press(screen, "Save")
    assert "2 numbers stored." in shown(screen)
    with writing(facts) as connection:
        denominators.store(connection, OPERATOR, OF, {RIGA: Number(6)}, {RIGA: Number(7)})
    press(screen, "Take the last saving back")
    assert "since you saved them: Rīga. Nothing was taken back." in shown(screen)


def test_more_roma_than_inhabitants_is_asked_about(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    with writing(facts) as connection:
        denominators.store(connection, OPERATOR, OF, {TALSI: Number(5), RIGA: Number(9)}, {})
    screen = paste(
        visit(facts_url, "inhabitants", population="roma", **CHOSEN), "Talsi\t6\nRīga\t9"
    )
    press(screen, "Put into the table below")
    assert "More Roma than inhabitants: Talsu novads. Is that" in shown(screen)
    press(screen, "Save")
    assert "2 numbers stored." in shown(screen)


def test_a_documented_total_stands_in_a_grid_of_one_row(facts_url: URL, visit: Visit) -> None:
    query = {"population": "roma", "for": "country"}
    screen = visit(facts_url, "inhabitants", **CHOSEN, **query)
    assert not screen.text_area
    press(screen, "Save")
    assert "Nothing differs from what is stored." in shown(screen)


@pytest.mark.parametrize("persona", ["manager", "coordinator-riga"])
def test_who_is_limited_or_may_not_is_offered_nothing(
    sample_url: URL, visit: Visit, persona: str
) -> None:
    screen = visit(sample_url, "inhabitants", lang="lv", **{"as": persona})
    assert "**6 279**" in shown(screen).replace("\u00a0", " ")
    assert "Ievadīt skaitļus" not in shown(screen)


@pytest.mark.parametrize("language", ["lv", "en"])
def test_an_empty_database_says_how_to_begin(
    migrated_url: URL, visit: Visit, language: str
) -> None:
    text = shown(visit(migrated_url, "inhabitants", lang=language))
    assert "python -m seed" in text
