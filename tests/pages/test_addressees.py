"""What institutions owe, on screen: the list, the page of each, and what may be sent."""

import datetime as dt
import json
from typing import Any

import pytest
from icalendar import Calendar
from sqlalchemy import URL, Engine

from data_access.engine import writing
from pages.shared import palette
from tests.data_access.register import a_body, address, an_entry, deadline, find, link, report
from tests.pages.conftest import Visit, shown
from tests.pages.recommendations.planted import round_iv
from tests.pages.screens import links

PAST, AHEAD = dt.date(2020, 5, 1), dt.date(2098, 5, 1)


def plant(engine: Engine, **values: Any) -> None:
    """Four entries of ``body``: late, ahead, claimed and confirmed; and one of ``idle``, ended."""
    with writing(engine) as connection:
        iv, body = round_iv(connection), a_body(connection, "body")
        late = an_entry(connection, iv, "P-01", **deadline(PAST), **values)
        ahead = an_entry(connection, iv, "P-02", **deadline(AHEAD), **values)
        claimed, ended = (an_entry(connection, iv, name) for name in ("P-03", "P-04"))
        for entry in (late, ahead, claimed, ended):
            address(connection, entry, body)
        report(connection, ahead, dt.date(2026, 11, 1), "in_progress", body)
        report(connection, claimed, PAST, "done", body)
        report(connection, ended, PAST, "done", body)
        find(connection, ended, dt.date(2020, 6, 1), "done")
        link(connection, late, ended, "repeats")
        address(connection, ended, a_body(connection, "idle"), "supporting")


def code(screen: Any) -> str:
    (found,) = screen.code
    return str(found.value)


def test_the_list_names_whoever_is_addressed_and_nobody_last(
    facts_url: URL, facts: Engine, visit: Visit, files: list[str]
) -> None:
    plant(facts)
    screen = visit(facts_url, "addressees", lang="lv")
    assert "Kavējas: 1 · Vēl atvērts, nekavējas: 1 · Gaida padomes lēmumu: 1" in shown(screen)
    assert "Par visām kārtām kopā" in shown(screen)
    assert links(screen) >= {"Labklājības ministrija", "Iestāde body", "nav norādīts"}
    assert "nekā atvērta nav · tuvākais termiņš: nav" in shown(screen)
    (table,) = files
    assert "Iestāde body;4;3;1;1;01.05.2098.;01.11.2026." in table
    assert table.splitlines()[-4].startswith("nav norādīts;8;8;8;0")


def test_the_picture_tells_the_same_without_colour(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    plant(facts)
    (chart,) = visit(facts_url, "addressees", lang="en").get("vega_lite_chart")
    spec = json.loads(chart.proto.spec)
    told = "Body body: Overdue: 1 · Open, not overdue: 1 · Waiting for the Council: 1"
    assert told in spec["description"]
    assert all(color in chart.proto.spec for color in palette.OWED.values())


def test_an_institutions_page_tells_what_presses_most_first(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    plant(facts)
    screen = visit(facts_url, "addressees", lang="en", institution="body")
    text = shown(screen)
    for told in ("Still open: 3", "Overdue: 1", "Waiting for the Council: 1"):
        assert told in text
    assert "Next deadline: 1 May 2098" in text
    told = code(screen)
    places = [told.index(group) for group in ("OVERDUE (1)", "AHEAD (1)", "THE COUNCIL (1)")]
    assert places == sorted(places)
    assert {"P-01 · lead", "P-02 · lead", "P-03 · lead", "Repeats P-04"} <= links(screen)
    assert "P-04 · lead" not in links(screen)


def test_the_text_is_ready_to_be_sent_and_says_what_is_made_up(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    plant(facts, origin="sample")
    told = code(visit(facts_url, "addressees", lang="lv", institution="body"))
    assert told.startswith("Atgādinājums: ieteikumi romu integrācijas jomā, stāvoklis ")
    assert "\n\nLabdien!\n\nAdresāts: Iestāde body.\n" in told
    assert "Jums ir adresēti 3 vēl atvērti reģistra ieraksti.\n2 no šiem" in told
    assert "- P-01 (atbildīgā iestāde). [Izdomāts] First wording\n  Termiņš: 01.05.2020." in told
    assert "- P-03 (atbildīgā iestāde). First wording\n" in told
    assert "  Atkārto P-04.\n" in told
    assert "KO LŪDZAM" in told
    assert "- 01.06.2020." not in told
    assert "Nākamās padomes sēdes diena šeit vēl nav zināma." in told
    assert "856468-NRP4-LV" in told.splitlines()[-1]


def test_the_files_hold_the_same_entries(
    facts_url: URL, facts: Engine, visit: Visit, files: list[str]
) -> None:
    plant(facts)
    screen = visit(facts_url, "addressees", lang="lv", institution="body")
    table, text, days = files
    assert [line.split(";")[0] for line in table.splitlines()[1:4]] == ["P-01", "P-02", "P-03"]
    assert text.rstrip() == code(screen)
    found = {str(event["UID"]): event.start for event in Calendar.from_ical(days).events}
    assert {uid.partition("@")[0]: day for uid, day in found.items() if uid[0] == "P"} == {
        "P-01": PAST,
        "P-02": AHEAD,
    }
    assert dt.date(2020, 6, 1) in found.values()


def test_without_a_day_there_is_no_calendar(facts_url: URL, visit: Visit, files: list[str]) -> None:
    screen = visit(facts_url, "addressees", lang="lv", institution="lm")
    assert "Kalendāra faila nav" in shown(screen)
    assert len(files) == 2


def test_only_today_is_sent(facts_url: URL, facts: Engine, visit: Visit) -> None:
    plant(facts)
    screen = visit(
        facts_url, "addressees", lang="en", institution="body", as_of="2020-04-30", round="V"
    )
    assert "Still open: 4" in shown(screen)
    assert "As the register stood on 30 April 2020" in shown(screen)
    assert not screen.code


@pytest.mark.parametrize(
    ("institution", "told"),
    [
        ("idle", "It owes nothing: no open entry of the register addresses it."),
        ("km", "It owes nothing: no open entry of the register addresses it."),
        ("nix", "No institution has this address. Below are all that entries address."),
        ("not_stated", "Entries that address no institution"),
    ],
)
def test_whoever_owes_nothing_or_is_nobody_is_told_so(
    facts_url: URL, facts: Engine, visit: Visit, institution: str, told: str
) -> None:
    plant(facts)
    screen = visit(facts_url, "addressees", lang="en", institution=institution)
    assert told in shown(screen)
    assert not screen.code


def test_an_empty_installation_says_how_to_begin(migrated_url: URL, visit: Visit) -> None:
    assert "python -m seed" in shown(visit(migrated_url, "addressees", lang="en"))


def test_the_register_of_institutions_leads_here(facts_url: URL, visit: Visit) -> None:
    owes = "What this institution owes"
    assert owes in links(visit(facts_url, "institutions", lang="en", institution="lm"))
    assert owes not in links(visit(facts_url, "institutions", lang="en", institution="km"))
