"""The map: recorded beside reported, what adds up, what lies behind a place, what is made up."""

import json
from typing import Any

import pandas as pd
import pytest
from sqlalchemy import URL, Engine, select, update
from streamlit.testing.v1 import AppTest

from data_access import schema
from data_access.engine import reading, writing
from pages.coverage.maps import NO_ROWS
from pages.shared import tables
from tests.pages.conftest import Visit, shown

MEASURES = ("represented", "persons", "activities", "mediators")
OF_THE_SAMPLE = {
    ("lv", "represented"): [
        "Pašvaldības ar uzskaitītu dalību: 19 no 119. Dokumentos kā pārstāvētas ziņotas: 19.",
        "Valsts iestāde: 42",
        "Kopā ar karti: 230",
        (
            "Personas: kartē 138 + valsts iestāde 42 + ārvalstīs 10 + tiešsaistē 4 + "
            "vieta nav norādīta 36 = 230."
        ),
        "Izdomāts, pilnīgi vai daļēji",
    ],
    ("en", "persons"): [
        "Municipalities with recorded attendance: 19 of 119. Reported as represented: 19.",
        "Place not stated: 36",
        (
            "Persons: on the map 138 + national body 42 + abroad 10 + online 4 + "
            "place not stated 36 = 230."
        ),
        (
            "Attendances: on the map 195 + national body 61 + abroad 10 + online 4 + "
            "place not stated 48 = 318."
        ),
        "Made up, wholly or in part",
    ],
    ("en", "activities"): [
        "Municipalities where an activity was held: 4 of 119.",
        (
            "Activities: on the map 4 + national body 4 + abroad 1 + online 1 + "
            "place not stated 5 = 15."
        ),
    ],
    ("lv", "mediators"): [
        (
            "Pašvaldības ar uzskaitītu mediatora amata vietu: 4 no 119. "
            "Dokumentos kā mediatoru darba vietas ziņotas: 4."
        ),
        "Vieta nav norādīta: 1",
        "Kopā ar karti: 5",
        "Izdomāts, pilnīgi vai daļēji",
    ],
}
OF_THE_FACTS = {
    "lv": ["neviena dalības reize. Dokumentos kā pārstāvētas ziņotas: 19.", "– ierakstu vēl nav"],
    "en": ["No attendance is recorded in this selection yet. Reported as represented: 19."],
}
VENTSPILS = {
    "lv": [
        "Ventspils",
        "Uzskaitīts – personas: 15, dalības reizes: 23, pasākumi: 1, mediatoru amata vietas: 1,",
        "Ziņots – IV kārta, pārstāvēti. Avots:",
        "7 dalības reizes: Pašvaldību pārstāvji 4",
        "Šeit notikušie pasākumi",
        "10 darba mēneši · izdomāts",
    ],
    "en": [
        "Recorded – persons: 15, attendances: 23, activities: 1, mediators' posts: 1,",
        "Reported – round IV, named as places of mediators. Source:",
        "Where people from here took part",
        "10 months of service · made up",
    ],
}


def maps(screen: AppTest) -> list[dict[str, Any]]:
    return [json.loads(chart.proto.spec) for chart in screen.get("vega_lite_chart")]


def land(spec: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """What the map says of each municipality, by its code."""
    topology = spec["datasets"][spec["data"]["name"]]
    shapes = topology["objects"]["municipalities"]["geometries"]
    return {shape["properties"]["code"]: shape["properties"] for shape in shapes}


def missing(screen: AppTest, expected: list[str]) -> list[str]:
    text = shown(screen)
    return [part for part in expected if part not in text]


@pytest.fixture
def handed_over(monkeypatch: pytest.MonkeyPatch) -> list[tuple[pd.DataFrame, str]]:
    """Every table that is offered as a file, with its note."""
    offered: list[tuple[pd.DataFrame, str]] = []

    def offer(_words: object, rows: pd.DataFrame, headings: dict[str, str], note: str) -> None:
        offered.append((rows[list(headings)], note))

    monkeypatch.setattr(tables, "download", offer)
    return offered


@pytest.mark.parametrize(("language", "measure"), OF_THE_SAMPLE)
def test_the_map_and_the_boxes_make_up_the_total(
    sample_url: URL, visit: Visit, language: str, measure: str
) -> None:
    screen = visit(sample_url, "coverage", lang=language, round="IV", show=measure)
    expected = OF_THE_SAMPLE[language, measure]
    assert missing(screen, expected) == []
    (spec,) = maps(screen)
    sentences = [part for part in expected if part.endswith(".")]
    assert [part for part in sentences if part not in spec["description"]] == []


@pytest.mark.parametrize("measure", MEASURES)
def test_what_is_made_up_says_so_wherever_it_goes(
    sample_url: URL, visit: Visit, handed_over: list[tuple[pd.DataFrame, str]], measure: str
) -> None:
    screen = visit(sample_url, "coverage", lang="en", round="IV", show=measure)
    is_made_up = measure != "activities"
    said = "Made up, wholly or in part"
    assert (said in shown(screen)) is is_made_up
    (spec,) = maps(screen)
    assert (said in spec["description"]) is is_made_up
    assert said in handed_over[-1][1]


@pytest.mark.parametrize("language", ["lv", "en"])
def test_facts_alone_show_what_is_reported_and_no_zero(
    facts_url: URL, visit: Visit, language: str
) -> None:
    screen = visit(facts_url, "coverage", lang=language, round="IV")
    assert missing(screen, OF_THE_FACTS[language]) == []
    assert [metric.value for metric in screen.metric] == [NO_ROWS] * 5
    (spec,) = maps(screen)
    looks = [row["state"] for row in land(spec).values()]
    assert (looks.count("reported"), looks.count("no_data"), len(looks)) == (19, 100, 119)
    assert "Jūrmala" in spec["description"]


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("represented", {"LV-RIX": ("step_3", "", "check"), "LV-LPX": ("zero", "0", "")}),
        ("persons", {"LV-RIX": ("step_4", "20", ""), "LV-054": ("step_1", "2", "")}),
        ("activities", {"LV-097": ("step_1", "1", ""), "LV-JEL": ("zero", "0", "")}),
        ("mediators", {"LV-JEL": ("step_1", "1", ""), "LV-097": ("zero", "0", "")}),
    ],
)
def test_each_measure_has_a_map_of_its_own(
    sample_url: URL, visit: Visit, measure: str, expected: dict[str, tuple[str, ...]]
) -> None:
    (spec,) = maps(visit(sample_url, "coverage", lang="en", round="IV", show=measure))
    found = land(spec)
    signs = {
        code: tuple(found[code][part] for part in ("state", "sign", "mark")) for code in expected
    }
    assert signs == expected


D2009, D2021 = "Division of 2009: 1 July 2009–30 June 2021", "Division of 2021: 1 July 2021–"
D2025 = "Division of 2025: since 1 July 2025"


@pytest.mark.parametrize(
    ("query", "sizes", "headings"),
    [
        ({"round": "IV"}, [119], [D2009]),
        ({"round": "VII"}, [43], [D2021]),
        ({"round": "V"}, [119, 43], [D2009, D2021]),
        ({"round": "V", "since": "2021-07-01"}, [43], [D2021]),
        (
            {"round": "all", "since": "2021-06-30", "to": "2025-07-01"},
            [119, 43, 42],
            [D2009, D2025],
        ),
        ({"round": "all"}, [119], [D2009]),
        ({"round": "IV", "look": "today"}, [42], [D2025]),
    ],
)
def test_there_is_a_map_of_each_division_of_the_period(
    facts_url: URL, visit: Visit, query: dict[str, str], sizes: list[int], headings: list[str]
) -> None:
    screen = visit(facts_url, "coverage", lang="en", **query)
    assert [len(land(spec)) for spec in maps(screen)] == sizes
    assert missing(screen, headings) == []


def test_a_round_without_lists_says_so(facts_url: URL, visit: Visit) -> None:
    for measure in ("represented", "mediators"):
        screen = visit(facts_url, "coverage", lang="en", round="VII", show=measure)
        assert "No list of reported places is known here." in shown(screen)


@pytest.mark.parametrize("language", ["lv", "en"])
def test_the_address_opens_what_lies_behind_a_municipality(
    sample_url: URL, visit: Visit, language: str
) -> None:
    screen = visit(sample_url, "coverage", lang=language, round="IV", place="2009:LV-VEN")
    assert missing(screen, VENTSPILS[language]) == []
    (spec,) = maps(screen)
    assert [code for code, row in land(spec).items() if row["is_chosen"]] == ["LV-VEN"]


def test_the_address_opens_what_lies_behind_a_box(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, "coverage", lang="en", round="IV", place="abroad")
    expected = ["Abroad", "Activities that count here", "held here too, counted at another place"]
    assert missing(screen, expected) == []
    assert "Reported –" not in shown(screen)


def test_the_list_chooses_as_a_click_does_and_the_button_clears(
    sample_url: URL, visit: Visit
) -> None:
    screen = visit(sample_url, "coverage", lang="en", round="IV")
    (box,) = [found for found in screen.selectbox if found.key == "choice-place"]
    assert box.options[:3] == ["no place chosen", "Ādažu novads", "Aglonas novads"]
    assert box.options[-1] == "Place not stated"
    box.set_value("2009:LV-101").run()
    assert screen.query_params["place"] == "2009:LV-101"
    assert "Valkas novads" in [found.value for found in screen.subheader]
    (clear,) = [button for button in screen.button if button.label == "Clear the choice"]
    clear.click().run()
    assert "place" not in screen.query_params
    assert not screen.subheader


@pytest.mark.parametrize("place", ["2009:LV-XXX", "municipality", "unlisted", "![x](y)"])
def test_a_place_that_is_not_on_the_map_is_said_to_be_none(
    sample_url: URL, visit: Visit, place: str
) -> None:
    text = shown(visit(sample_url, "coverage", lang="en", round="IV", place=place))
    assert "The address asks for a place that is not on this map." in text


def test_days_narrow_the_map_and_the_file_says_which(
    sample_url: URL, visit: Visit, handed_over: list[tuple[pd.DataFrame, str]]
) -> None:
    screen = visit(sample_url, "coverage", lang="en", round="IV", since="2020-07-22")
    total = screen.metric[-1].value
    rows, note = handed_over[-1]
    assert len(rows) == 119 + 4
    assert 0 < int(total) < 230
    assert int(total) == pd.to_numeric(rows["persons"]).sum()
    assert "Round: IV. Days: 22 July 2020–…. Places: as it was. Division of 2009: 1 July" in note


def test_the_table_tells_reported_from_recorded(
    facts_url: URL, visit: Visit, handed_over: list[tuple[pd.DataFrame, str]]
) -> None:
    visit(facts_url, "coverage", lang="en", round="IV")
    rows, note = handed_over[-1]
    said = {row.pop("name"): row for row in rows.to_dict("records")}
    expected = {"reported": "yes", "is_represented": "no rows yet", "persons": "no rows yet"}
    assert said["Talsu novads"].items() >= (expected | {"activities": "1"}).items()
    assert said["Liepāja"].items() >= {"reported": "no", "activities": "0"}.items()
    assert said["Abroad"].items() >= {"reported": "not stated", "activities": "1"}.items()
    assert "Projekta rezultāti" in note


@pytest.mark.parametrize("language", ["lv", "en"])
def test_an_empty_database_says_how_to_begin(
    migrated_url: URL, visit: Visit, language: str
) -> None:
    screen = visit(migrated_url, "coverage", lang=language)
    assert "seed --facts-only" in shown(screen)
    assert not maps(screen)


def test_markdown_in_a_name_stays_text(facts_url: URL, facts: Engine, visit: Visit) -> None:
    hostile = "![x](http://elsewhere.example/p.png) :red[r] <b>"
    with writing(facts) as connection:
        division = select(schema.division.c.id).where(schema.division.c.code == "2009")
        connection.execute(
            update(schema.municipality)
            .where(schema.municipality.c.iso == "LV-097")
            .where(schema.municipality.c.division_id == division.scalar_subquery())
            .values(name=hostile)
        )
    screen = visit(facts_url, "coverage", lang="en", round="IV", place="2009:LV-097")
    assert hostile in shown(screen)
    assert all(hostile not in str(found.value) for found in screen.subheader)


def test_a_division_without_boundaries_has_its_table(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    with writing(facts) as connection:
        connection.execute(
            update(schema.division).where(schema.division.c.code == "2009").values(code="2009a")
        )
    screen = visit(facts_url, "coverage", lang="en", round="IV")
    assert "No boundaries of this division are kept here" in shown(screen)
    assert "Reported as represented: 19." in shown(screen)
    with reading(facts) as connection:
        codes = set(connection.scalars(select(schema.division.c.code)))
    assert codes == {"2009a", "2021", "2025"}
