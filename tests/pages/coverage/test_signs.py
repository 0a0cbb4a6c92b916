"""Zero, no rows and only reported look apart without colour; classes and their legend agree."""

from itertools import combinations
from typing import Any

import pandas as pd
import pytest

from pages.coverage.measures import MEASURES
from pages.coverage.signs import LEGEND, NAMES_AT_MOST, Look, legend, look, spots
from pages.shared.palette import MAP_FILLS, MAP_INKS
from pages.shared.words import Words

NOTHING = {
    "persons": pd.NA, "attendances": pd.NA, "activities": pd.NA, "posts": pd.NA,
    "is_reported": pd.NA, "is_reported_post": pd.NA,
}  # fmt: skip
PEOPLE = {"persons": 7, "attendances": 9}
NOBODY = {"persons": 0, "attendances": 0}


def seen(measure: str, **row: Any) -> Look:
    return look(MEASURES[measure], NOTHING | row)


@pytest.mark.parametrize(
    ("measure", "row", "expected"),
    [
        ("represented", {}, ("no_data", "–", "")),
        ("represented", {"is_reported": True}, ("reported", "", "diamond")),
        ("represented", NOBODY, ("zero", "0", "")),
        ("represented", NOBODY | {"is_reported": True}, ("reported", "", "diamond")),
        ("represented", NOBODY | {"is_reported": False}, ("zero", "0", "")),
        ("represented", PEOPLE, ("step_3", "", "check")),
        ("represented", PEOPLE | {"is_reported": True}, ("step_3", "", "check")),
        ("represented", PEOPLE | {"is_reported": False}, ("step_2", "", "plus")),
        ("represented", PEOPLE | {"persons": 0}, ("step_3", "", "check")),
        ("persons", PEOPLE | {"is_reported": True}, ("step_2", "7", "")),
        ("persons", {"persons": 0, "attendances": 1, "is_reported": True}, ("zero", "0", "")),
        ("persons", {"is_reported_post": True}, ("no_data", "–", "")),
        ("activities", {"activities": 0, "is_reported": True}, ("zero", "0", "")),
        ("mediators", {"is_reported_post": True}, ("reported", "", "diamond")),
        ("mediators", {"posts": 0, "is_reported": True}, ("zero", "0", "")),
        ("mediators", {"posts": 1, "is_reported_post": False}, ("step_1", "1", "")),
    ],
)
def test_a_look_says_what_is_recorded_and_what_only_reported(
    measure: str, row: dict[str, Any], expected: Look
) -> None:
    assert seen(measure, **row) == expected


@pytest.mark.parametrize(
    ("persons", "step"),
    [(1, 1), (4, 1), (5, 2), (9, 2), (10, 3), (19, 3), (20, 4), (2_000, 4)],
)
def test_persons_fall_into_four_classes(persons: int, step: int) -> None:
    found = seen("persons", persons=persons, attendances=persons)
    assert found == (f"step_{step}", str(persons), "")


def test_states_differ_without_colour() -> None:
    looks = [
        seen("represented"),
        seen("represented", **NOBODY),
        seen("represented", is_reported=True),
        seen("represented", **PEOPLE),
        seen("represented", **PEOPLE, is_reported=False),
        seen("persons", **PEOPLE),
    ]
    for one, other in combinations(looks, 2):
        assert one[1:] != other[1:]


def table(*rows: dict[str, Any]) -> pd.DataFrame:
    """Places of the division of 2021."""
    place = {"division": "2021", "is_city": False, "name": "Valkas novads"}
    codes = ("LV-101", "LV-RIX", "LV-002", "LV-007", "LV-011")
    named = [place | {"iso": iso, "place": f"2021:{iso}"} for iso in codes]
    return pd.DataFrame([NOTHING | where | row for where, row in zip(named, rows, strict=False)])


def explained(measure: str, places: pd.DataFrame) -> list[str]:
    return list(legend(Words("en"), MEASURES[measure], places)["label"])


def test_the_legend_has_all_classes_once_there_is_one() -> None:
    places = table(PEOPLE, NOBODY, NOBODY | {"is_reported": True})
    assert explained("persons", places) == [
        *("Persons: 1–4", "Persons: 5–9", "Persons: 10–19", "Persons: 20 and more"),
        *("reported, none recorded", "none recorded"),
    ]


def test_the_legend_explains_only_the_signs_there_are() -> None:
    assert explained("persons", table({}, {})) == ["no rows yet"]
    assert explained("represented", table(PEOPLE, NOBODY)) == ["recorded", "none recorded"]
    listed = table(PEOPLE | {"is_reported": True}, PEOPLE | {"is_reported": False})
    assert explained("represented", listed) == ["recorded and reported", "recorded, not reported"]


def test_every_state_has_its_colours_and_its_column() -> None:
    entries = legend(Words("lv"), MEASURES["persons"], table(PEOPLE, NOBODY, {}))
    assert tuple(entries.columns) == LEGEND
    assert set(entries["state"]) <= set(MAP_FILLS) & set(MAP_INKS)
    assert list(entries["position"]) == list(range(len(entries)))


def test_a_spot_says_both_sides_and_whether_it_is_chosen() -> None:
    places = table(PEOPLE | {"is_reported": True}, {"posts": 1})
    found = spots(Words("en"), MEASURES["persons"], places, "2021:LV-101").to_dict("records")
    first, second = found
    assert first["recorded"] == "Persons: 7; attendances: 9"
    assert first["reported"] == "yes"
    assert first["short"] == "Valkas nov."
    assert [row["is_chosen"] for row in found] == [True, False]
    assert [row["is_named"] for row in found] == [True, False]
    assert (second["recorded"], second["reported"]) == ("Persons: no rows yet", "not stated")


def test_what_the_outlines_do_not_know_is_not_drawn() -> None:
    places = table(PEOPLE, PEOPLE).assign(iso=["LV-101", "LV-NEW"])
    assert list(spots(Words("en"), MEASURES["persons"], places, None)["code"]) == ["LV-101"]
    nowhere = places.assign(iso="LV-NEW")
    assert spots(Words("en"), MEASURES["persons"], nowhere, None).empty


def test_names_are_left_out_where_nearly_all_would_have_one() -> None:
    places = pd.concat([table(PEOPLE)] * (NAMES_AT_MOST + 1))
    assert not spots(Words("en"), MEASURES["persons"], places, None)["is_named"].any()
    some = places.iloc[:NAMES_AT_MOST]
    assert spots(Words("en"), MEASURES["persons"], some, None)["is_named"].all()
