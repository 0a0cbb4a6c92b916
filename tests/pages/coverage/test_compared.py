"""Two rounds: what is new, what is gone, and what is never subtracted."""

from typing import Any

import pandas as pd
import pytest

from data_access.filters import Filters
from pages.coverage import compared
from pages.coverage.differing import TWICE, Cell, Land, Side, lands_of
from pages.coverage.measures import MEASURES
from pages.shared import data, tables
from pages.shared.words import Words

PERSONS, FAMILIES = MEASURES["persons"], MEASURES["families"]
RIGA, KANDAVA, TUKUMS = "LV-RIX", "LV-043", "LV-099"
SAME = {("2009:LV-RIX", "2021:LV-RIX"), ("2009:LV-VEN", "2021:LV-VEN")}


def land(name: str, first: int | None, second: int | None, why: str = "") -> Land:
    cells = (Cell(n, bool(n), "" if n is not None else why) for n in (first, second))
    return Land(name, *cells)


def side(code: str, rows: dict[str, int | None], **values: Any) -> Side:
    """Places with as many persons and families, all of them seen unless told otherwise."""
    numbers = ("persons", "attendances", "families")
    places = [
        {"place": place, "division": place.partition(":")[0], "name": place}
        | dict.fromkeys(numbers, number)
        | {"quality": "no_data", "families_quality": "no_data", "hidden": frozenset()}
        | values
        for place, number in rows.items()
    ]
    return Side(Filters(round=code), pd.DataFrame(places), pd.DataFrame())


@pytest.fixture(autouse=True)
def _land(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rīga and Ventspils are the same land in both divisions; nothing else is."""
    both = SAME | {(there, place) for place, there in SAME}
    rows = [
        {"place": place, "there": there, "there_division": there[:4], "is_whole": True}
        for place, there in sorted(both | {("2009:LV-043", "2021:LV-099")})
    ]
    monkeypatch.setattr(data, "frame", lambda *_asked: pd.DataFrame(rows))


def found(first: Side, second: Side, measure: Any = PERSONS) -> dict[str, tuple[Any, str]]:
    lands, _ = lands_of(measure, (first, second))
    return {one.name: (one.change, one.kind) for one in lands}


def test_the_largest_change_comes_first_and_what_is_untold_last() -> None:
    iv = side("IV", {"2009:A": 3, "2009:B": 0, "2009:C": 9, "2009:D": 4, "2009:E": 0})
    v = side("V", {"2009:A": 4, "2009:B": 5, "2009:C": 0, "2009:D": 4, "2009:E": 0})
    assert list(found(iv, v).items()) == [
        ("2009:C", (-9, "gone")),
        ("2009:B", (5, "new")),
        ("2009:A", (1, "more")),
        ("2009:D", (0, "same")),
        ("2009:E", (0, "none")),
    ]


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"hidden": frozenset({"persons", "attendances"})}, "hidden"),
        ({"is_outside": True}, "outside"),
        ({}, "no_data"),
    ],
)
def test_what_is_missing_is_never_subtracted(values: dict[str, Any], why: str) -> None:
    nothing = side("V", {"2009:A": None}, **values)
    assert found(side("IV", {"2009:A": 3}), nothing) == {"2009:A": (None, why)}
    assert found(nothing, side("IV", {"2009:A": 3})) == {"2009:A": (None, why)}


def test_only_the_same_land_is_compared() -> None:
    iv = side("IV", {"2009:LV-RIX": 5, "2009:LV-043": 2})
    v = side("V", {"2009:LV-RIX": 1, "2009:LV-043": 1, "2021:LV-RIX": 3, "2021:LV-099": 7})
    lands, apart = lands_of(PERSONS, (iv, v))
    assert [(one.name, one.change) for one in lands] == [("2021:LV-RIX", -1)]
    assert apart == 2


def test_families_of_one_round_on_two_maps_are_not_added_up() -> None:
    iv = side("IV", {"2009:LV-RIX": 5, "2009:LV-VEN": 1})
    v = side("V", dict.fromkeys(("2009:LV-RIX", "2021:LV-RIX", "2021:LV-VEN"), 3))
    assert found(iv, v, FAMILIES) == {
        "2021:LV-RIX": (None, TWICE),
        "2021:LV-VEN": (2, "more"),
    }


def test_the_sentences_name_what_differs() -> None:
    sides = side("IV", {}), side("V", {})
    lands = [land("A", 0, 3), land("B", 2, 0), land("C", 2, 5), land("D", None, 1, "hidden")]
    assert compared.in_words(Words("en"), lands, sides) == (
        "New in round V: A. No longer in round V: B. More than in round IV: C. "
        "Not compared is 1 municipality: hidden from your role."
    )
    assert "V kārtā vairs nav: B." in compared.in_words(Words("lv"), lands, sides)


def test_no_rows_are_no_zero() -> None:
    sides = side("IV", {}), side("V", {})
    said = compared.in_words(Words("en"), [land("A", None, 3, "no_data")], sides)
    assert said.startswith("One of the two rounds has no rows yet, which is not zero")
    nothing = [land("A", None, None, "no_data")]
    assert compared.in_words(Words("en"), nothing, sides).startswith("Neither of the two rounds")


def test_without_any_difference_to_tell_there_is_no_table(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []
    monkeypatch.setattr(tables, "show", lambda found, _headings: drawn.append(len(found)))
    monkeypatch.setattr(tables, "download", lambda *_asked: None)
    sides = side("IV", {}), side("V", {})
    untold = land("A", None, 3, "no_data")
    for lands in ([untold], [untold, land("B", 2, 4)]):
        compared._table(Words("en"), PERSONS, lands, sides, "")
    assert drawn == [2]


@pytest.mark.parametrize(
    ("change", "text"), [(3, "+3"), (-3, "\N{MINUS SIGN}3"), (0, "0"), (None, "–")]
)
def test_a_difference_has_its_sign(change: int | None, text: str) -> None:
    assert compared._signed(Words("en"), "persons", change) == text
