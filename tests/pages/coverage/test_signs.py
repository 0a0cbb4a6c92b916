"""Zero, no rows and only reported look apart without colour; classes and their legend agree."""

from itertools import combinations, pairwise
from typing import Any

import pandas as pd
import pytest

from pages.coverage.measures import MEASURES
from pages.coverage.numbers import NUMBERS
from pages.coverage.signs import LEGEND, NAMES_AT_MOST, WITHOUT, ZERO, Look, legend, look, spots
from pages.shared.palette import MAP_BORDERS, MAP_FILLS, MAP_INKS
from pages.shared.words import Words

COUNTED = ("persons", "attendances", "activities", "posts", "families", "open_recommendations")
NOTHING = (
    dict.fromkeys((*COUNTED, "years_since_activity", "is_reported", "is_reported_post"), pd.NA)
    | dict.fromkeys(NUMBERS.values(), "no_data")
    | {"is_outside": False, "hidden": frozenset()}
)
PEOPLE = {"persons": 7, "attendances": 9}
NOBODY = {"persons": 0, "attendances": 0}
SINCE = {"last_activity_quality": "exact"}
HIDDEN = {"hidden": frozenset({"persons", "attendances"})}


def seen(measure: str, **row: Any) -> Look:
    return look(Words("lv"), MEASURES[measure], NOTHING | row)


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
        ("attendances", {"attendances": 12}, ("step_3", "12", "")),
        ("families", {"families": 40}, ("step_4", "40", "")),
        ("recommendations", {"open_recommendations": 0}, ("zero", "0", "")),
        ("since", SINCE | {"years_since_activity": 0.0}, ("step_1", "<0,1", "")),
        ("since", SINCE | {"years_since_activity": 2.9}, ("step_2", "2,9", "")),
        ("since", SINCE, ("never", "", "triangle")),
        ("since", {"last_activity_quality": "not_stated"}, ("not_stated", "?", "")),
        ("since", {}, ("no_data", "–", "")),
        ("persons", PEOPLE | {"persons": pd.NA, "quality": "protected"}, ("protected", "∗", "")),
        ("persons", {"is_outside": True, "is_reported": False}, ("outside", "·", "")),
        ("persons", HIDDEN | {"is_reported": True}, ("hidden", "×", "")),
        ("persons", HIDDEN | {"is_outside": True}, ("outside", "·", "")),
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
    assert found == (f"step_{step}", Words("lv").number(persons), "")


def test_states_differ_without_colour() -> None:
    looks = [
        *WITHOUT.values(),
        ZERO,
        seen("represented", is_reported=True),
        seen("represented", **PEOPLE),
        seen("represented", **PEOPLE, is_reported=False),
        seen("persons", **PEOPLE),
    ]
    for one, other in combinations(looks, 2):
        assert one[1:] != other[1:]


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_classes_stay_steps_in_greyscale() -> None:
    steps = [MAP_FILLS[state] for state in ("zero", "step_1", "step_2", "step_3", "step_4")]
    lights = [luminance(step) for step in steps]
    assert lights == sorted(lights, reverse=True)
    assert all(contrast(*pair) >= 1.15 for pair in pairwise(steps[:2]))
    assert all(contrast(*pair) >= 1.4 for pair in pairwise(steps[1:]))


def test_every_sign_can_be_read_on_its_fill() -> None:
    assert set(MAP_FILLS) == set(MAP_INKS)
    assert all(contrast(MAP_FILLS[state], MAP_INKS[state]) >= 4.5 for state in MAP_FILLS)


def test_what_has_no_number_has_an_outline_of_its_own() -> None:
    dashes = [tuple(dash) for dash in MAP_BORDERS.values()]
    assert len(set(dashes)) == len(dashes)
    assert not {state for state in MAP_BORDERS if state.startswith("step")} | (
        {"zero"} & {*MAP_BORDERS}
    )
    assert {look[0] for look in WITHOUT.values()} - {"hidden"} <= set(MAP_BORDERS)


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
