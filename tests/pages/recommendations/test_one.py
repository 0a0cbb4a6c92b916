"""One entry: where it stands and why, and its life; claims and findings stay apart."""

import pytest
from sqlalchemy import URL, Engine, update

from data_access import schema
from data_access.engine import writing
from tests.pages.conftest import Visit, shown
from tests.pages.recommendations.planted import plant

PENDING = {
    "lv": "– Iestāde body: izpildīts; padome to vēl nav apstiprinājusi.",
    "en": "– Body body: done; not yet confirmed by the Council.",
}
FOUND = {"lv": "Padome konstatē: nav izpildīts", "en": "The Council finds: not done"}


@pytest.mark.parametrize("language", PENDING)
def test_what_an_addressee_says_and_what_the_council_finds_stay_apart(
    facts_url: URL, facts: Engine, visit: Visit, language: str
) -> None:
    plant(facts)
    screen = visit(facts_url, "recommendations", lang=language, recommendation="P-01")
    assert PENDING[language] in shown(screen)
    assert FOUND[language] not in shown(screen)
    screen.query_params["recommendation"] = "P-02"
    assert FOUND[language] in shown(screen.run())
    assert PENDING[language] not in shown(screen)


def test_the_page_of_an_entry_tells_its_life_in_order(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    plant(facts)
    screen = visit(facts_url, "recommendations", lang="en", recommendation="P-02", round="V")
    text = shown(screen).replace("*", "")
    told = ["5 May 2020 · Made", "The Council finds", "Worded anew: clearer", "Replaced by P-03"]
    places = [text.index(part) for part in told]
    assert places == sorted(places)
    assert "Superseded. Entry P-03 has taken its place." in text
    assert [link.proto.label for link in screen.get("page_link")][-1] == "Replaced by P\\-03"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "lv",
            ["Ieteikums IV-08", "Veselības ministrija", "Jaunatnes starptautisko programmu",
             "Vieta: Valsts iestāde", "Termiņš: nav norādīts", "Avots: Prezentācija",
             "datums nav norādīts"],
        ),
        ("en", ["Recommendation IV-08", "Ministry of Health", "area not stated", "Source: Slides"]),
    ],
)  # fmt: skip
def test_an_entry_of_the_deck_has_its_page_in_any_round(
    facts_url: URL, visit: Visit, language: str, expected: list[str]
) -> None:
    query = {"lang": language, "round": "II", "recommendation": "IV-08"}
    text = shown(visit(facts_url, "recommendations", **query)).replace("*", "")
    assert [part for part in expected if part not in text] == []


def test_a_horizon_is_told_and_is_no_deadline(facts_url: URL, visit: Visit) -> None:
    text = shown(visit(facts_url, "recommendations", lang="en", recommendation="IV-05"))
    assert "not stated; horizon 2021–2027" in text
    assert "No report for too long, as of" in text


@pytest.mark.parametrize(
    ("language", "expected"), [("lv", "Ieraksts nav atrasts"), ("en", "Entry not found")]
)
def test_an_unknown_number_says_so_with_a_way_back(
    facts_url: URL, visit: Visit, language: str, expected: str
) -> None:
    screen = visit(facts_url, "recommendations", lang=language, recommendation="IV-99")
    assert expected in shown(screen)
    assert len(screen.get("page_link")) == 1


def test_a_made_up_event_of_a_real_entry_says_so(
    facts_url: URL, facts: Engine, visit: Visit
) -> None:
    plant(facts)
    with writing(facts) as connection:
        connection.execute(update(schema.progress_report).values(origin="sample"))
    text = shown(visit(facts_url, "recommendations", lang="en", recommendation="P-01"))
    assert ":orange-badge[Made up] **5 May 2020** · Body body reports: done" in text
    assert "Made up: this entry" not in text


def test_markdown_in_a_report_stays_text(facts_url: URL, facts: Engine, visit: Visit) -> None:
    plant(facts)
    hostile = "![x](http://elsewhere.example/p.png) :red[r] $x$ <b>"
    with writing(facts) as connection:
        connection.execute(update(schema.progress_report).values(text=hostile))
    screen = visit(facts_url, "recommendations", lang="en", recommendation="P-01")
    assert hostile in shown(screen)
    assert all(hostile not in str(element.value) for element in screen.markdown)
