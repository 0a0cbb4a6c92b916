"""The caseloads: totals with their months, no league table, and made-up rows called so."""

import datetime as dt
import json
from typing import Any

import pytest
from sqlalchemy import URL, Engine

from data_access.engine import writing
from pages.shared import tables
from tests.data_access.people import a_contact, a_municipality, a_post, a_round, at
from tests.pages.caseloads import (
    JANUARY,
    JUNE,
    charts,
    described,
    drawing,
    plant,
    table,
    telling,
)
from tests.pages.conftest import Visit, shown

OF_THE_SAMPLE = {
    "lv": [
        "Mediatori: 5",
        "Ģimenes ar mediatoru: 128",
        "Ģimenes kopā: 149",
        "Lietas: 134",
        "50 darba mēneši · saskaitot pa amata vietām: 134",
        "Kalendāra mēneši: 10 (09.2019.–06.2020.)",
        "50 darba mēneši · 30.06.2020. vēl atvērtas: 48",
        "Izdomāts, pilnīgi vai daļēji",
    ],
    "en": [
        "Mediators: 5",
        "Families with mediators: 128",
        "Families in all: 149",
        "Contacts: 834",
        "50 months of service · with mediators: 128; without a mediator: 21",
        "50 months of service · size stated of 105 families, not stated of 23",
        "50 months of service · individual: 785; with a group: 49",
        "12 contacts have no stated date",
        "Made up, wholly or in part",
    ],
}


@pytest.fixture
def planted_url(engine: Engine, migrated_url: URL) -> URL:
    """A database with the rows of ``plant`` and no made-up one."""
    with writing(engine) as connection:
        plant(connection)
    return migrated_url


@pytest.fixture
def notes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The notes that go along with the files that screens hand over, the latest last."""
    handed_over: list[str] = []
    monkeypatch.setattr(tables, "download", lambda *parts: handed_over.append(str(parts[-1])))
    return handed_over


@pytest.mark.parametrize("language", OF_THE_SAMPLE)
def test_totals_stand_with_their_months_and_say_that_they_are_made_up(
    sample_url: URL, visit: Visit, language: str
) -> None:
    text = shown(visit(sample_url, "caseloads", lang=language))
    assert [line for line in OF_THE_SAMPLE[language] if line not in text] == []


def test_reported_figures_stand_beside_recorded_ones(sample_url: URL, visit: Visit) -> None:
    beside = table(visit(sample_url, "caseloads", lang="en"), "Reported")
    assert beside == [
        ["Families supported", "149", "149"],
        ["Mediators", "5", "5"],
        ["Months of mediation", "10", "10 in the calendar; 50 added up over the posts"],
        ["Families with mediators", "128", "128"],
    ]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("lv", ("Izdomāt", "Izdomāti skaitļi", "kā ziņots", "Avots: ")),
        ("en", ("Made up", "Made-up numbers", "as reported", "Source: ")),
    ],
)
def test_each_chart_and_file_of_the_sample_says_made_up(
    sample_url: URL, visit: Visit, notes: list[str], language: str, words: tuple[str, ...]
) -> None:
    of_documents = []
    for section in ("families", "needs", "compared", "rounds", "follow_up"):
        screen = visit(sample_url, "caseloads", lang=language, section=section)
        # What documents report is no part of the sample: charts of it, and one file.
        drawn = [chart for chart in charts(screen) if words[2] not in chart["description"]]
        assert len(drawn) == len(charts(screen)) or section == "rounds"
        assert all(chart["description"].startswith(words[0]) for chart in drawn), section
        assert all(chart["title"]["text"].startswith(words[1]) for chart in drawn), section
        assert words[0] in shown(screen), section
        of_documents += [note for note in notes if words[0] not in note]
        notes.clear()
    assert of_documents
    assert all(note.startswith(words[3]) for note in of_documents)


def test_rows_that_are_not_made_up_are_not_called_so(planted_url: URL, visit: Visit) -> None:
    screen = visit(planted_url, "caseloads", lang="en")
    assert "ade up" not in shown(screen)
    assert charts(screen)
    assert not any("title" in chart or "ade up" in chart["description"] for chart in charts(screen))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "lv",
            [
                "Ainaži · 6 darba mēneši: ierakstu vēl nav",
                "Valka · 3 darba mēneši: 1",
                "Vieta nav norādīta · darba mēneši nav norādīti: 1.",
            ],
        ),
        (
            "en",
            [
                "Ainaži · 6 months of service: no rows yet",
                "Valka · 3 months of service: 1",
                "Place not stated · months of service not stated: 1.",
            ],
        ),
    ],
)
def test_posts_stand_by_the_name_of_their_place_and_with_their_months(
    planted_url: URL, visit: Visit, language: str, expected: list[str]
) -> None:
    screen = visit(planted_url, "caseloads", lang=language)
    assert any("; ".join(expected) in text for text in described(screen))
    text = shown(screen)
    assert ("not to be compared" in text) or ("nav salīdzināmas" in text)


def test_a_family_with_two_mediators_counts_once_and_its_posts_add_up_to_more(
    planted_url: URL, visit: Visit
) -> None:
    text = shown(visit(planted_url, "caseloads", lang="en"))
    assert "Families with mediators: 1" in text
    assert "9 months of service · added up over the posts: 2" in text
    assert "Families in all: 2" in text
    assert "Of 1 post the days are not stated" in text
    assert "In the calendar: 6 (January 2020–June 2020)" in text


def test_the_switch_of_the_months_stands_in_the_address(planted_url: URL, visit: Visit) -> None:
    screen = visit(planted_url, "caseloads", lang="lv")
    assert telling(screen, "Saziņas reizes pa amata vietām un mēnešiem")
    screen.button_group(key="choice-show").set_value("persons").run()
    assert screen.query_params["show"] == "persons"
    assert telling(screen, "Personas saziņas reizēs pa amata vietām un mēnešiem")


def test_many_months_have_fewer_heads(engine: Engine, migrated_url: URL, visit: Visit) -> None:
    with writing(engine) as connection:
        a_post(connection, a_round(connection), dt.date(2019, 11, 1), dt.date(2021, 3, 31))
    screen = visit(migrated_url, "caseloads", lang="en")
    chart = charts(screen)[drawing(screen, "by post and month")]
    heads = json.dumps(chart)
    assert r"\"2019-11\": [\"\", \"\"]" in heads
    assert r"\"2020-01\": [\"01\", \"2020\"]" in heads
    assert r"\"2020-04\": [\"04\", \"\"]" in heads


def test_an_area_is_counted_by_cases_and_by_contacts(planted_url: URL, visit: Visit) -> None:
    screen = visit(planted_url, "caseloads", lang="en", section="needs")
    rows = {row[0]: tuple(row[1:]) for row in table(screen, "Area")}
    assert rows["Housing"] == ("1", "1")
    assert rows["Area not stated"] == ("1", "2")
    assert rows["Health"] == ("0", "0")


def test_posts_of_several_rounds_and_of_one_place_are_told_apart(
    engine: Engine, migrated_url: URL, visit: Visit
) -> None:
    with writing(engine) as connection:
        town = at(a_municipality(connection, "Valka"))
        fourth, fifth = a_round(connection, "IV"), a_round(connection, "V")
        first = a_post(connection, fourth, JANUARY, JUNE, **town)
        a_post(connection, fourth, JUNE, JUNE, substitutes_post_id=first, **town)
        a_post(connection, fifth, JUNE, JUNE, **town)
    screen = visit(migrated_url, "caseloads", lang="en", round="all")
    names = [row[0] for row in table(screen, "Hours a week")]
    assert names == ["Valka, IV, post 1", "Valka, IV, post 2, substitute", "Valka, V"]
    assert "Choose one round to see what documents report" in shown(screen)


def test_markdown_in_the_name_of_a_place_stays_text(
    engine: Engine, migrated_url: URL, visit: Visit
) -> None:
    hostile = "![x](http://elsewhere.example/p.png)"
    with writing(engine) as connection:
        place: dict[str, Any] = {"place_kind": "online", "place_name_lv": hostile}
        post = a_post(connection, a_round(connection), JANUARY, JUNE, **place)
        a_contact(connection, post, JUNE)
    screen = visit(migrated_url, "caseloads", lang="lv")
    tabled = [str(element.value.reset_index().to_numpy()) for element in screen.table]
    assert not any(hostile in text for text in tabled)
    assert any("elsewhere" in text for text in tabled)
