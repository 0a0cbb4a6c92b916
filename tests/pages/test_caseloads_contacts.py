"""The caseloads by institution, result, need, length and silence: sentences, bars, and tables."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import URL, Connection, Engine

from data_access.engine import writing
from tests.data_access.land import a_division, a_town
from tests.data_access.people import (
    a_case,
    a_contact,
    a_family,
    a_need,
    a_post,
    a_round,
    an_institution,
    at,
)
from tests.pages.caseloads import JANUARY, JUNE, table, telling
from tests.pages.conftest import Visit, shown
from tests.pages.readers import go, sent

MARCH = dt.date(2020, 3, 9)
LATVIAN = {
    "needs": (
        "Saziņas reizes ar iestādēm: 2; vajadzību risināt iestāde uzņēmusies: 1 (50 %)",
        "Biežākais rezultāts: iestāde uzņēmusies risināt / iestāde atteikusi – 2 no 5",
        "Vajadzības, ko neviena iestāde nav uzņēmusies risināt: 3 no 4 (75 %); no tām 2 bez",
        "Slēgto lietu ilguma mediāna: 20 dienas; slēgtas: 3, vēl atvērtas: 2",
    ),
    "follow_up": (
        "Lietas, kas 30.06.2020. bija atvērtas un vairāk nekā 60 dienas bez saziņas: 1 no 2",
    ),
}


def plant(connection: Connection) -> None:
    """Two posts of round IV: six cases, three of them closed; a school took one need up.

    Valka has a case of no stated opening, one without a contact since January and a recent one;
    at Ainaži every case is closed.
    """
    round_id = a_round(connection)
    division = a_division(connection, "2009")
    valka, ainazi = (
        a_post(connection, round_id, JANUARY, JUNE, **at(a_town(connection, division, iso, name)))
        for iso, name in (("LV-VLK", "Valka"), ("LV-AIN", "Ainaži"))
    )
    school = an_institution(connection, "school", name_lv="Skola", name_en="School")
    told: dict[str, Any] = {"referred_by": "school", "closing_reason": "need_met"}
    closed = [
        a_case(connection, a_family(connection), ainazi, JANUARY, JANUARY + n, **told)
        for n in (dt.timedelta(days=days) for days in (10, 20, 41))
    ]
    quiet = a_case(connection, a_family(connection, code="quiet-one"), valka, JANUARY)
    recent = a_case(connection, a_family(connection, code="recent-one"), valka, JANUARY)
    a_case(connection, a_family(connection), valka)
    for case in (*closed, quiet):
        a_need(connection, case, "housing")
    with_school = {"institution_id": school, "area": "housing"}
    for case, result in ((closed[0], "taken_up"), (closed[1], "turned_down")):
        more = with_school | {"mediation_case_id": case, "result": result, "met_at": "institution"}
        a_contact(connection, ainazi, JANUARY, persons=2, **more)
    a_contact(connection, valka, JUNE, mediation_case_id=recent, result="turned_down")
    a_contact(connection, valka, MARCH, form="group")
    a_contact(connection, valka, None, mediation_case_id=quiet, area="housing", result="taken_up")


@pytest.fixture
def planted_url(engine: Engine, migrated_url: URL) -> URL:
    """A database with the rows of ``plant`` and no made-up one."""
    with writing(engine) as connection:
        plant(connection)
    return migrated_url


def test_contacts_are_told_by_institution_and_by_result(planted_url: URL, visit: Visit) -> None:
    screen = visit(planted_url, "caseloads", lang="en", section="needs")
    text = shown(screen)
    assert "Contacts with institutions: 2; in 1 of them the institution took the need up" in text
    assert "Contacts that name an institution: 2 of 5." in text
    bar = "(50%): School: Taken up by an institution 1, Other contacts 1."
    assert telling(screen, "Contacts with institutions").endswith(bar)
    assert table(screen, "Another result") == [
        ["School", "2", "2", "0", "1", "1", "0", "0"],
        ["No institution named", "3", "2", "1", "1", "1", "0", "1"],
    ]
    assert telling(screen, "Most frequent result") == (
        "Most frequent result: taken up by an institution / turned down by an institution, 2 of 5 "
        "contacts: Taken up by an institution: Individual contacts 2, Group contacts 0; Turned "
        "down by an institution: Individual contacts 2, Group contacts 0; Result not stated: "
        "Individual contacts 0, Group contacts 1."
    )
    assert ": At an institution: Individual contacts 2, Group contacts 0; Meeting place" in telling(
        screen, "Met most often: at an institution, 2 of 5 contacts"
    )
    assert "counted again at every contact: 4; contacts that do not state them: 3 of 5." in text
    rows = {row[0]: row[1:] for row in table(screen, "Kind of place")}
    assert rows["At an institution"] == ["2", "2", "0", "4", "0"]
    assert rows["Meeting place not stated"] == ["3", "2", "1", "not stated", "3"]
    assert rows["Online"] == ["0", "0", "0", "–", "0"]


def test_needs_tell_who_took_them_up_of_how_many(planted_url: URL, visit: Visit) -> None:
    screen = visit(planted_url, "caseloads", lang="en", section="needs")
    title = (
        "Needs that no institution took up: 3 of 4 (75%); 2 of these without contact with an "
        "institution"
    )
    assert telling(screen, title).endswith(
        ": Housing: No institution contacted about it 2, An institution contacted, none took it "
        "up 1, Taken up by an institution 1."
    )
    text = shown(screen)
    assert "2 cases name no area of need" in text
    assert "1 need was taken up, says a contact, but not by whom" in text
    rows = {row[0]: row[1:] for row in table(screen, "Needs")}
    assert rows["Housing"] == ["4", "2", "1", "1", "75%"]
    assert rows["Health"] == ["0", "0", "0", "0", "–"]
    assert rows["Area not stated"] == ["2", "–", "–", "–", "–"]


def test_lengths_stand_with_the_open_beside_and_reasons_with_their_share(
    planted_url: URL, visit: Visit
) -> None:
    screen = visit(planted_url, "caseloads", lang="en", section="needs")
    title = "Half of the closed cases lasted 20 days or less; closed: 3, still open: 2"
    assert telling(screen, title).endswith(
        ": All posts · closed: 3, still open: 2: 20 days; Ainaži · closed: 3, still open: 0: 20 "
        "days; Valka · closed: 0, still open: 2: no median: fewer than 3 closed."
    )
    text = shown(screen)
    assert "Cases still open are not in the median, so it may be too short" in text
    assert "1 case has no stated opening and is in no length." in text
    assert table(screen, "Median length in days") == [
        ["All posts", "3", "20", "2", "1"],
        ["Ainaži", "3", "20", "0", "0"],
        ["Valka", "0", "–", "2", "1"],
    ]
    assert table(screen, "Referred by") == [
        ["School", "3", "50%"],
        ["Referrer not stated", "3", "50%"],
    ]
    assert table(screen, "Why it was closed") == [["Need met", "3", "100%"]]


def test_quiet_cases_are_told_by_post_and_listed_by_number(planted_url: URL, visit: Visit) -> None:
    screen = visit(planted_url, "caseloads", lang="en", section="follow_up")
    title = "Open on 30 June 2020 and without contact for more than 60 days: 1 of 2 cases"
    assert telling(screen, title).endswith(
        ": Ainaži: Long without contact 0, Other open cases 0; "
        "Valka: Long without contact 1, Other open cases 1."
    )
    text = shown(screen)
    assert "1 open case has no stated opening and is not counted here." in text
    assert "1 of them has a contact of no stated date, so its silence may be shorter." in text
    assert table(screen, "Days without contact") == [
        ["quiet-one", "Valka", "1 January 2020", "date not stated", "181"]
    ]
    assert table(screen, "Longest silence in days") == [
        ["Ainaži", "0", "0", "0", "0", "–", "0"],
        ["Valka", "2", "1", "0", "1", "181", "1"],
    ]


@pytest.mark.parametrize(("part", "sentences"), LATVIAN.items())
def test_the_sections_speak_latvian(
    planted_url: URL, visit: Visit, part: str, sentences: tuple[str, ...]
) -> None:
    text = shown(visit(planted_url, "caseloads", lang="lv", section=part))
    text = text.replace("\N{NO-BREAK SPACE}", " ")
    assert [said for said in sentences if said not in text] == []


def test_which_cases_are_quiet_is_for_those_who_may_read_records(
    sample_url: URL, visit: Visit
) -> None:
    screen = visit(sample_url, "caseloads", lang="en", section="follow_up", **{"as": "coordinator"})
    assert [row[0] for row in table(screen, "Days without contact")] == ["sample-family-001"]
    go(screen, "caseloads", **{"as": "manager"})
    assert "1 of 46 cases" in shown(screen)
    assert b"sample-family" not in sent(screen)


def test_without_contacts_and_cases_each_section_says_so(
    engine: Engine, migrated_url: URL, visit: Visit
) -> None:
    with writing(engine) as connection:
        a_post(connection, a_round(connection), JANUARY, JUNE)
    screen = visit(migrated_url, "caseloads", lang="en", section="needs")
    text = shown(screen)
    assert text.count("No contact is recorded in the selection.") == 2
    assert text.count("No case is recorded in the selection.") == 3
    assert "No case was closed yet." in text
    assert not screen.get("vega_lite_chart")
    text = shown(go(screen, "caseloads", section="follow_up"))
    assert "No case with a stated opening is open." in text
    assert "Which cases these are" not in text
