"""What is said of places that became one: in both languages, with the right numbers."""

import pandas as pd
import pytest

from data_access.coverage import BECAME
from data_access.frames import frame
from pages.coverage import merged
from pages.shared.words import Words

PLACES = (
    ("Kandavas novads", "Tukuma novads", False),
    ("Rīga", "Rīga", True),
    ("Talsu novads", "Talsu novads", False),
    ("Tukuma novads", "Tukuma novads", False),
    ("Viļakas novads", "Balvu novads", False),
)


def became(*places: tuple[str, str | None, bool], **values: bool) -> pd.DataFrame:
    """Places with what they became; reported ones, unless told otherwise."""
    listed: dict[str, object] = {"is_reported": True, "is_recorded": False, **values}
    columns = ("name", "there_name", "is_same_land")
    rows = [
        {**dict(zip(columns, place, strict=True)), "there": place[1], **listed} for place in places
    ]
    return frame(rows, BECAME)


SAID = {
    "en": (
        "Kandavas novads and Tukuma novads are one municipality on this map: Tukuma novads. "
        "5 municipalities became 4. Part of another municipality now: Viļakas novads → "
        "Balvu novads. With more land now under the same name: Talsu novads."
    ),
    "lv": (
        "Kandavas novads un Tukuma novads šajā kartē ir viena pašvaldība: Tukuma novads. "
        "5 pašvaldību vietā šajā kartē ir 4. Tagad citas pašvaldības daļa: Viļakas novads → "
        "Balvu novads. Ar to pašu nosaukumu tagad lielāka teritorija: Talsu novads."
    ),
}


@pytest.mark.parametrize("language", SAID)
def test_what_merged_is_said(language: str) -> None:
    assert merged.in_words(Words(language), became(*PLACES)) == SAID[language]


def test_twenty_one_is_singular_in_latvian() -> None:
    same = tuple((f"{number}", f"{number}", True) for number in range(19))
    places = became(*same, ("A", "C", False), ("B", "C", False))
    assert "21 pašvaldības vietā šajā kartē ir 20." in merged.in_words(Words("lv"), places)


def test_another_name_for_the_same_land_is_no_merger() -> None:
    said = merged.in_words(Words("en"), became(("Old", "New", True)))
    assert said == "Under another name now: Old → New."


def test_split_land_is_neither_counted_nor_left_out() -> None:
    places = became(("A", "C", False), ("B", "C", False), ("Split", None, False))
    said = merged.in_words(Words("en"), places)
    assert "2 municipalities became 1." in said
    assert "Of several municipalities today each has a part: Split." in said


def test_the_reported_list_goes_before_the_recorded_places() -> None:
    recorded = became(("Old", "New", True), is_reported=False, is_recorded=True)
    both = pd.concat([recorded, became(("Rīga", "Rīga", True))])
    assert "Old" in merged.in_words(Words("en"), recorded)
    assert merged.in_words(Words("en"), both) == ""
    assert merged.in_words(Words("en"), became()) == ""
