"""Municipalities: the work list of white spots, and the page of each municipality."""

import json
import re

import pytest
from sqlalchemy import URL, Engine, update
from streamlit.testing.v1 import AppTest

from data_access import schema
from data_access.engine import writing
from tests.pages.conftest import Visit, shown

HEADLINES = {
    "lv": [
        "Pašvaldības, kurās šajā atlasē nav bijis nekā: 100 no 119",
        "nav pasākumu 115, nav mediatora 115, nav ieteikumu 118",
        "2009. gada iedalījums, spēkā 01.07.2009.–30.06.2021.",
        "100 pašvaldības",
        "Izdomāts, pilnīgi vai daļēji",
    ],
    "en": [
        "In this selection nothing has reached 100 of 119 municipalities: no activity,",
        "Division of 2009, in force 1 July 2009–30 June 2021",
        "Made up, wholly or in part",
    ],
}
KANDAVA = {
    "lv": [
        "Kandavas novads kopš 01.07.2021. ietilpst pašvaldībā „Tukuma novads”.",
        "Kandavas novads",
        "Novads, 01.07.2009.–30.06.2021., 2009. gada iedalījums.",
        "Cēres pag., Kandava, Kandavas pag.",
        "Kur piedalījās cilvēki no šejienes",
    ],
    "en": [
        "Kandavas novads lies in Tukuma novads since 1 July 2021.",
        "whole · 1 July 2021 · Administratīvo teritoriju un apdzīvoto vietu likums (10.06.2020.)",
        "no activity · no mediator · no recommendation · 5 persons, 8 attendances",
        "Reported – round IV, represented.",
        "Inhabitants: no source for this municipality is known here.",
    ],
}


def links(screen: AppTest) -> list[str]:
    """What the links to municipalities say, but the one that leads back."""
    found = [link.proto for link in screen.get("page_link")]
    names = [one.label.replace("\\", "") for one in found if one.page == "municipalities"]
    return [name for name in names if not name.startswith("←")]


def missing(screen: AppTest, expected: list[str]) -> list[str]:
    text = shown(screen)
    return [part for part in expected if part not in text]


@pytest.mark.parametrize("language", HEADLINES)
def test_the_work_list_says_how_many_nothing_has_reached_and_which(
    sample_url: URL, visit: Visit, language: str
) -> None:
    screen = visit(sample_url, "municipalities", lang=language, round="IV")
    assert missing(screen, HEADLINES[language]) == []
    named = links(screen)
    assert len(named) == 100
    assert named[:3] == ["Ādažu novads", "Aglonas novads", "Aizkraukles novads"]
    assert "Talsu novads" not in named


NARROWED = [
    ({"missing": "all"}, 119, "Ādažu novads"),
    ({"missing": "all", "towns": "city"}, 9, "Jēkabpils"),
    ({"missing": "recommendation", "towns": "city", "sort": "name"}, 9, "Daugavpils"),
    ({"missing": "mediator", "sort": "longest"}, 60, "Ādažu novads"),
    ({"missing": "activity", "towns": "city"}, 7, "Jēkabpils"),
    ({"missing": "nonsense", "sort": "name"}, 60, "Ādažu novads"),
    ({"missing": "all", "look": "today"}, 42, "Ādažu novads"),
]


def test_choices_in_the_address_narrow_and_sort(sample_url: URL, visit: Visit) -> None:
    screen = visit(sample_url, "municipalities", lang="en", round="IV")
    found = []
    for query, _, _ in NARROWED:
        for name in ("missing", "towns", "sort", "look"):
            screen.query_params.pop(name, None)
        for name, value in query.items():
            screen.query_params[name] = value
        named = links(screen.run())
        found.append((query, len(named), named[0]))
    assert found == NARROWED


def test_what_is_listed_though_nothing_reached_it_is_told_apart(
    facts_url: URL, visit: Visit
) -> None:
    white = visit(facts_url, "municipalities", lang="en", round="IV")
    assert "of 119 municipalities: no activity, no recommendation." in shown(white)
    assert "no mediator (no rows yet)" in shown(white)
    assert "Of those that nothing has reached, documents list 15." in shown(white)
    bare = visit(facts_url, "municipalities", lang="en", round="IV", missing="bare")
    assert len(links(white)) - len(links(bare)) == 15


def test_without_any_row_no_municipality_is_called_white(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, "municipalities", lang="en", round="V")
    assert "so none is called a white spot." in shown(screen)
    assert links(screen) == []


def test_over_all_rounds_the_list_and_its_links_stay_ever(sample_url: URL, visit: Visit) -> None:
    screen = visit(sample_url, "municipalities", lang="en", round="V", span="ever", division="2009")
    assert "Nothing has ever reached 100 of 119 municipalities" in shown(screen)
    proto = next(one.proto for one in screen.get("page_link") if one.proto.page == "municipalities")
    assert "span=ever" in proto.query_string


def test_what_a_role_does_not_see_is_hidden_and_not_white(
    sample_url: URL, visit: Visit, files: list[str]
) -> None:
    query = {"as": "coordinator-riga", "missing": "all"}
    screen = visit(sample_url, "municipalities", lang="en", round="IV", **query)
    assert "Hidden from your role are 118 municipalities." in shown(screen)
    assert "nothing has reached 0 of 1 municipalities" in shown(screen)
    (file,) = files
    assert re.search(r"^Jelgava;yes;recommendations;hidden from your role;", file, re.MULTILINE)
    page = visit(sample_url, "municipalities", lang="en", place="2009:LV-JEL", **query)
    assert "Recorded figures are hidden from your role." in shown(page)
    assert "Persons: ×" in shown(page)


@pytest.mark.parametrize("language", KANDAVA)
def test_a_municipality_has_a_page_of_its_own(sample_url: URL, visit: Visit, language: str) -> None:
    screen = visit(sample_url, "municipalities", lang=language, round="IV", place="2009:LV-043")
    assert missing(screen, KANDAVA[language]) == []
    assert links(screen) == ["Tukuma novads (2021)"]


SENTENCES = {
    "2009:LV-001": [
        "Aglonas novads was divided on 1 July 2021.",
        "Its land lies today in: Krāslavas novads, Preiļu novads.",
        "Division of 2021, Preiļu novads: Aglonas pag.",
    ],
    "2009:LV-097": ["Talsu novads has more land since 1 July 2021: also that of Dundagas novads,"],
    "2009:LV-DGV": ["Daugavpils has the same land today.", "Other names: Daugavpils pilsēta"],
    "2021:LV-102": ["Varakļānu novads lies in Madonas novads since 1 July 2025."],
    "2025:LV-097": [
        "Talsu novads is a municipality of today.",
        "In the division of 2009 its land was that of: Dundagas novads, Mērsraga novads, Rojas",
    ],
}


def test_its_land_is_told_in_a_sentence(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, "municipalities", lang="en")
    for place, sentences in SENTENCES.items():
        screen.query_params["place"] = place
        assert missing(screen.run(), sentences) == []


def test_what_is_not_on_todays_map_is_shown_in_its_own_time(sample_url: URL, visit: Visit) -> None:
    query = {"look": "today", "round": "IV", "lang": "en"}
    old = shown(visit(sample_url, "municipalities", place="2009:LV-043", **query))
    assert "This municipality is not on today's map, so its own time is shown" in old
    assert "Persons: 5" in old
    new = shown(visit(sample_url, "municipalities", place="2025:LV-099", **query))
    assert "so its own time" not in new
    assert int(re.search(r"Persons: (\d+)", new)[1]) > 5  # type: ignore[index]


def test_what_began_after_the_selection_has_its_land_of_then(sample_url: URL, visit: Visit) -> None:
    screen = visit(sample_url, "municipalities", place="2025:LV-RIX", round="IV", lang="en")
    assert "so today's map is shown" in shown(screen)
    assert "nobody from there" not in shown(screen)
    assert "Reported – round IV, represented." in shown(screen)
    screen.query_params.update(place="2009:LV-RIX")
    here = shown(screen.run())
    assert "so today's map is shown" not in here
    assert "Division of 2009, in force 1 July 2009–30 June 2021" in here
    screen.query_params.update(round="VII")
    outside = shown(screen.run())
    assert "Choose another round, or all rounds." in outside
    assert "no activity" not in outside


def test_an_unknown_place_leads_to_the_list(facts_url: URL, visit: Visit) -> None:
    screen = visit(facts_url, "municipalities", lang="en", round="IV", place="2009:LV-XXX")
    assert "No municipality has this address." in shown(screen)
    assert links(screen)


@pytest.mark.parametrize("language", ["lv", "en"])
def test_an_empty_database_says_how_to_begin(
    migrated_url: URL, visit: Visit, language: str
) -> None:
    assert "python -m seed" in shown(visit(migrated_url, "municipalities", lang=language))


def test_markdown_in_a_name_stays_text(facts_url: URL, facts: Engine, visit: Visit) -> None:
    hostile = "![x](http://elsewhere.example/p.png) :red[r]"
    with writing(facts) as connection:
        named = schema.municipality.c.iso == "LV-043"
        connection.execute(update(schema.municipality).where(named).values(name=hostile))
    screen = visit(facts_url, "municipalities", lang="en", round="IV", place="2009:LV-043")
    assert hostile in shown(screen)
    assert all(hostile not in str(title.value) for title in screen.title)


def test_the_pictures_say_what_they_show(sample_url: URL, visit: Visit) -> None:
    screen = visit(sample_url, "municipalities", lang="en", round="IV")
    (spec,) = [json.loads(chart.proto.spec) for chart in screen.get("vega_lite_chart")]
    assert "nothing has reached 100 of 119 municipalities" in spec["description"]
    fill = spec["layer"][0]["encoding"]["fill"]["scale"]
    labels = ["nothing of the four", "1 of the four", "2 of the four", "3 of the four"]
    assert fill["domain"] == labels
    assert len(set(fill["range"])) == len(labels)
    screen.query_params["as"] = "coordinator-riga"
    (seen,) = [json.loads(chart.proto.spec) for chart in screen.run().get("vega_lite_chart")]
    dashes = seen["layer"][0]["encoding"]["strokeDash"]["scale"]
    assert dict(zip(dashes["domain"], dashes["range"], strict=True)) == {
        "3 of the four": [1, 0],
        "hidden from your role": [8, 3],
    }
    del screen.query_params["as"]
    screen.query_params["place"] = "2009:LV-043"
    (one,) = [json.loads(chart.proto.spec) for chart in screen.run().get("vega_lite_chart")]
    assert one["description"] == "Kandavas novads on the map of the division of 2009."
