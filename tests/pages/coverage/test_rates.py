"""Rates: people by the inhabitants of their own municipality, as one named source states them."""

from typing import Any

import pandas as pd
import pytest

from pages.coverage import listing, rates
from pages.coverage.behind import NUMBERS
from pages.coverage.measures import MEASURES
from pages.coverage.numbers import RECORDED, reason
from pages.coverage.signs import legend, look
from pages.shared import tables
from pages.shared.words import Words

EN = Words("en")
CODE = "roma.population-register"
STATED = {
    "source": "population-register", "source_lv": "Iedzīvotāju reģistrs",
    "source_en": "Population register", "locator": "p. 3", "is_made_up": False,
}  # fmt: skip
ANOTHER = STATED | {"source": "census", "source_en": "Census", "source_lv": "Tautas skaitīšana"}


def denominators(*rows: dict[str, Any]) -> pd.DataFrame:
    """Numbers of inhabitants, of Roma unless told otherwise."""
    plain = {"population": "roma", "division": "2009", "as_of": pd.Timestamp("2020-01-01")}
    return pd.DataFrame([plain | STATED | row for row in rows])


KNOWN = denominators(
    {"place": "2009:LV-RIX", "value": 800},
    {"place": "2009:LV-JEL", "value": 0, "as_of": pd.Timestamp("2021-01-01")},
    ANOTHER | {"place": "2009:LV-VEN", "value": 50},
    ANOTHER | {"place": "2021:LV-RIX", "division": "2021", "value": 700},
    {"place": None, "division": None, "population": "inhabitants", "value": 1_900_000},
)


def places(**instead: Any) -> pd.DataFrame:
    """Rīga, Jelgava and Ventspils with twenty persons each, and what is abroad."""
    names = ["2009:LV-RIX", "2009:LV-JEL", "2009:LV-VEN", "abroad"]
    people: dict[str, Any] = {"persons": 20, "attendances": 30, "families": 4}
    plain = people | {"is_made_up": False, "families_made_up": False, "is_outside": False}
    plain |= dict.fromkeys(RECORDED.values(), "exact") | {"hidden": frozenset()}
    rows = [{"place": place, "is_reported": pd.NA} | plain for place in names]
    rows[0] |= instead
    return pd.DataFrame(rows)


def told(row: pd.Series) -> tuple[object, ...]:
    measure = rates.measured(MEASURES["persons"], CODE)
    found = row.to_dict()
    return look(EN, measure, found)


def test_a_rate_needs_the_number_of_its_own_place_from_the_chosen_source() -> None:
    found = rates.per(places(), KNOWN, CODE)
    assert list(found["persons_rate"])[:1] == [2.5]
    assert found["persons_rate"].isna().tolist() == [False, True, True, True]
    assert found["attendances_rate"].iloc[0] == 3.75
    assert found["families_rate"].iloc[0] == 0.5
    assert list(found["denominator"])[:2] == [800, 0]
    of_census = rates.per(places(), KNOWN, "roma.census")
    assert of_census["persons_rate"].isna().tolist() == [True, True, False, True]


def test_a_thousand_inhabitants_and_a_hundred_roma() -> None:
    inhabitants = denominators({"place": "2009:LV-RIX", "value": 8000, "population": "inhabitants"})
    found = rates.per(places(), inhabitants, "inhabitants.population-register")
    assert found["persons_rate"].iloc[0] == 2.5


def test_without_a_number_it_is_not_stated_and_nothing_is_divided_by_zero() -> None:
    found = rates.per(places(), KNOWN, CODE)
    assert [told(row) for _, row in found.iterrows()][:3] == [
        ("step_2", "2.5", ""), ("not_stated", "÷", ""), ("not_stated", "?", ""),
    ]  # fmt: skip
    labels = list(legend(EN, rates.measured(MEASURES["persons"], CODE), found)["label"])
    assert labels[:2] == [
        "Persons per 100 Roma inhabitants: under 1",
        "Persons per 100 Roma inhabitants: 1 to under 5",
    ]
    assert labels[4:] == ["not stated", "no rate: the source states 0"]


def test_no_one_is_a_rate_of_zero_and_hidden_stays_hidden() -> None:
    assert told(rates.per(places(persons=0), KNOWN, CODE).iloc[0]) == ("zero", "0", "")
    hidden = {"persons": pd.NA, "hidden": frozenset({"persons"})}
    row = rates.per(places(**hidden), KNOWN, CODE).iloc[0]
    assert reason(row.to_dict(), "persons_rate") == "hidden"
    empty = {"persons": pd.NA, "quality": "no_data"}
    row = rates.per(places(**empty), KNOWN, CODE).iloc[0]
    assert reason(row.to_dict(), "persons_rate") == "no_data"


def test_the_table_has_the_rate_and_what_it_is_put_to(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[pd.DataFrame] = []
    keep = lambda _words, rows, _headings, _note: given.append(rows())  # noqa: E731
    monkeypatch.setattr(tables, "behind", keep)
    counted = (*NUMBERS, *(one.made_up for one in MEASURES.values()))
    plain: dict[str, Any] = dict.fromkeys(counted, 0)
    plain |= {"division": "2009", "name": "", "is_represented": True, "is_reported_post": pd.NA}
    known = pd.DataFrame([plain | row for row in places().to_dict("records")])
    measure = rates.measured(MEASURES["persons"], CODE)
    for of, code in ((measure, CODE), (MEASURES["persons"], None)):
        found = known if code is None else rates.per(known, KNOWN, code)
        listing.show(EN, of, found, "")
    with_rate, without = given
    assert with_rate[["denominator", "persons_rate"]].to_numpy().tolist() == [
        ["800", "2.5"],
        ["0", "no rate: the source states 0"],
        ["not stated", "not stated"],
        ["not stated", "not stated"],
    ]
    assert "denominator" not in without


def test_the_classes_do_not_move_with_the_numbers() -> None:
    for persons, step in ((7, "step_1"), (8, "step_2"), (40, "step_3"), (80, "step_4")):
        assert told(rates.per(places(persons=persons), KNOWN, CODE).iloc[0])[0] == step


def test_made_up_is_a_rate_of_which_one_side_is() -> None:
    invented = denominators({"place": "2009:LV-RIX", "value": 800, "is_made_up": True})
    assert rates.per(places(), invented, CODE)["persons_rate_made_up"].tolist()[0]
    assert rates.per(places(is_made_up=True), KNOWN, CODE)["persons_rate_made_up"].tolist()[0]
    assert not rates.per(places(), KNOWN, CODE)["persons_rate_made_up"].any()


def test_only_numbers_of_municipalities_of_the_drawn_maps_are_offered() -> None:
    assert rates.options(EN, KNOWN, ["2009"]) == {
        CODE: "per 100 Roma inhabitants (Population register, 2020–2021)",
        "roma.census": "per 100 Roma inhabitants (Census, 2020)",
    }
    assert list(rates.options(EN, KNOWN, ["2021"])) == ["roma.census"]
    assert rates.missing(EN, KNOWN, ["2009"]) == ""
    assert rates.options(EN, KNOWN, ["2025"]) == {}
    assert "coordinators fill it in" in rates.missing(EN, KNOWN, ["2025"])
    assert rates.options(EN, KNOWN.iloc[:0], ["2009"]) == {}


def test_the_source_is_named() -> None:
    said = rates.source(EN, KNOWN, CODE)
    assert said == "Per 100 Roma inhabitants: 2020–2021. Source: Population register – p. 3"
    assert rates.source(EN, KNOWN, "roma.unknown") == ""


def test_what_is_no_count_of_people_is_put_to_nobody() -> None:
    fitting = [code for code, measure in MEASURES.items() if rates.fits(measure)]
    assert fitting == ["persons", "attendances", "families"]
    assert rates.measured(MEASURES["activities"], CODE) is MEASURES["activities"]
