"""The fair comparison: rates per hour with what chance explains, in plain words and no ranking."""

import datetime as dt
import json
import re

import pytest
from sqlalchemy import URL, Connection, Engine

from data_access.engine import writing
from pages.shared.palette import CHOSEN, INK
from tests.data_access.land import a_division, a_town
from tests.data_access.people import a_case, a_contact, a_family, a_post, a_report, a_round, at
from tests.pages.caseloads import cells, charts, described, drawing, table
from tests.pages.conftest import Visit, shown
from tests.pages.readers import go

JANUARY, LAST = dt.date(2020, 1, 1), dt.date(2020, 1, 31)
TOWNS: dict[str, tuple[float | None, int]] = {
    "Valka": (310.0, 42),
    "Ainaži": (310.0, 5),
    "Dobele": (310.5, 90),
    "Preiļi": (0.0, 3),
    "Madona": (None, 7),
}
CONTACTS = "Contacts per 100 hours worked: "
SAID = {
    "en": [
        "Ainaži: 5 contacts in 310 hours, 1.6 per 100 hours; by chance alone between 0.5 and 3.8:",
        "fewer than in the whole (14.7), and chance alone hardly explains it.",
        "Dobele: 90 contacts in 310.5 hours, 29.0 per 100 hours; by chance alone between 23.3",
        "and 35.6: more than in the whole (14.7), and chance alone hardly explains it.",
        "Madona: no hours are stated, so there is no rate.",
        "Preiļi: the reports state zero hours, and nothing can be divided by them.",
        "Valka: 42 contacts in 310 hours, 13.5 per 100 hours; by chance alone between 9.8 and",
        "18.3, so it cannot be told from the whole (14.7).",
        "All places together: 137 contacts in 930.5 hours, 14.7 per 100 hours; by chance alone",
        "between 12.4 and 17.4.",
    ],
    "lv": [
        "Ainaži: 5 saziņas reizes 310 stundās, 1,6 uz 100 stundām; nejaušības dēļ vien varētu būt",
        "no 0,5 līdz 3,8: tas ir mazāk nekā visās vietās kopā (14,7)",
        "Dobele: 90 saziņas reizes 310,5 stundās, 29,0 uz 100 stundām",
        "Madona: stundas nav norādītas, tāpēc nav, ar ko dalīt.",
        "Preiļi: pārskatos norādīta nulle stundu, un ar to dalīt nevar.",
        "tāpēc no visām vietām kopā (14,7) to atšķirt nevar.",
        "Visas vietas kopā: 137 saziņas reizes 930,5 stundās",
    ],
}
AROUND = [
    "930.5 hours in 3 months of service",
    "exact 95 % Poisson interval",
    "talks with one family come in a series",
    "Of twenty places about one lies outside by chance",
    "The report of 1 month states zero hours: it is in no rate.",
    "Of 1 month of service no hours are stated: it is in no rate.",
]


def record(connection: Connection, names: list[str]) -> None:
    """Towns with a month each: its hours and contacts, and one family new in it."""
    round_id, division = a_round(connection), a_division(connection, "2009")
    for turn, name in enumerate(names):
        hours, contacts = TOWNS[name]
        town = a_town(connection, division, f"LV-{turn}", name)
        post = a_post(connection, round_id, JANUARY, LAST, **at(town))
        a_report(connection, post, JANUARY, hours)
        a_case(connection, a_family(connection), post, JANUARY)
        for _ in range(contacts):
            a_contact(connection, post, JANUARY)


@pytest.fixture
def towns_url(engine: Engine, migrated_url: URL) -> URL:
    """A database with the towns and no made-up one."""
    with writing(engine) as connection:
        record(connection, list(TOWNS))
    return migrated_url


def in_turn(text: str, lines: list[str]) -> bool:
    """Whether all of them are said, in this order."""
    found = [text.find(line) for line in lines]
    return -1 not in found and found == sorted(found)


def test_each_town_stands_in_plain_words_by_name_and_beside_the_whole(
    towns_url: URL, visit: Visit, files: list[str]
) -> None:
    screen = visit(towns_url, "caseloads", lang="en", section="compared")
    text = shown(screen)
    assert in_turn(text, SAID["en"])
    assert [line for line in AROUND if line not in text] == []
    assert "the chosen days cut" not in text
    rows = {row[0]: row[1:] for row in table(screen, "Months with hours")}
    assert rows["Valka"] == ["310", "1", "0", "0", "42", "13.5 (9.8–18.3)", "1", "0.3 (0.0–1.8)"]
    assert rows["Preiļi"] == ["not stated", "0", "1", "0", *["–"] * 4]
    assert rows["Madona"] == ["not stated", "0", "0", "1", *["–"] * 4]
    assert rows["All places together"][:5] == ["930.5", "3", "1", "1", "137"]
    (file,) = [file for file in files if "Months with hours" in file]
    assert "Valka;310;1;0;0;42;13.5 (9.8–18.3);1;0.3 (0.0–1.8)" in file
    assert "ade up" not in file


def test_months_that_the_days_cut_are_said_to_be_left_out(towns_url: URL, visit: Visit) -> None:
    screen = visit(
        towns_url, "caseloads", lang="en", section="compared", since="2020-01-01", to="2020-02-10"
    )
    assert "Months that the chosen days cut are left out." in shown(screen)


def test_dots_lie_on_their_lines_in_one_colour_and_what_has_no_hours_has_none(
    towns_url: URL, visit: Visit
) -> None:
    screen = visit(towns_url, "caseloads", lang="lv", section="compared")
    assert in_turn(shown(screen), SAID["lv"])
    number = drawing(screen, "Saziņas reizes uz 100 nostrādātām stundām: ")
    drawn = cells(screen, number)
    assert list(drawn["label"]) == [
        *("Ainaži", "Dobele", "Madona", "Preiļi", "Valka", "Visas vietas kopā"),
    ]
    known = drawn[drawn["value"].notna()]
    assert list(known["label"]) == ["Ainaži", "Dobele", "Valka", "Visas vietas kopā"]
    assert (known["low"] < known["value"]).all()
    assert (known["value"] < known["high"]).all()
    assert set(drawn["whole"]) == {14.7}
    assert list(drawn["value_label"][[1, 2, 3]]) == [
        *("29,0 (23,3–35,6) · 310,5 h", "stundas nav norādītas", "nulle stundu"),
    ]
    chart = charts(screen)[number]
    assert chart["config"]["locale"]["number"]["decimal"] == ","
    colours = re.findall(r'"domain": \[true, false\], "range": (\[[^]]*\])', json.dumps(chart))
    # One of the towns, whatever their verdict, and one of the whole.
    assert set(colours) == {json.dumps([INK, CHOSEN])}
    assert len(colours) == 4


def test_a_town_by_itself_is_compared_with_nothing(
    engine: Engine, migrated_url: URL, visit: Visit
) -> None:
    with writing(engine) as connection:
        record(connection, ["Valka", "Madona"])
    screen = visit(migrated_url, "caseloads", lang="en", section="compared")
    text = shown(screen)
    assert "13.5 per 100 hours; by chance alone between 9.8 and 18.3." in text
    assert "All places together" not in text
    assert "Of twenty places" not in text
    assert cells(screen, drawing(screen, CONTACTS))["whole"].isna().all()


def test_the_sample_is_called_made_up_and_whoever_sees_a_part_reads_so(
    sample_url: URL, visit: Visit
) -> None:
    screen = visit(sample_url, "caseloads", lang="en", section="compared")
    number = drawing(screen, CONTACTS)
    assert described(screen)[number].startswith("Made up")
    assert charts(screen)[number]["title"]["text"].startswith("Made-up numbers")
    assert "Place not stated: 144 contacts in 660 hours" in shown(screen)
    assert "as far as your role sees" not in json.dumps(described(screen))
    go(screen, "caseloads", **{"as": "mediator"})
    text = shown(screen)
    assert "Jelgava: 170 contacts in 736 hours, 23.1 per 100 hours; by chance" in text
    assert "All places together" not in text
    assert "Rīga: 169" not in text
