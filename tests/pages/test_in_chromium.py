"""What only a browser shows: deep links on a fresh server, languages, widths, who is asked."""

import re
from collections.abc import Iterator
from itertools import cycle

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import Engine, update

from data_access import schema
from data_access.engine import writing
from tests.conftest import DATABASES, written_out
from tests.provide.databases import Shelf, SqliteShelf
from tests.provide.hands import arrive, press, write
from tests.provide.platform import Platforms, Serve, Served


@pytest.fixture(scope="module")
def served(sqlite_shelf: SqliteShelf, platforms: Platforms) -> Iterator[Served]:
    """One platform for the tests that only look: widths and tabs do not hang on the database."""
    with sqlite_shelf.copy("sample") as url, platforms.serving(written_out(url)) as running:
        yield running


WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
ADDRESSES = {
    "/": "Latvijas romu platforma IV",
    "/?lang=en&round=III": "Latvian Roma Platform III",
    "/activities": "Pasākumi",
    "/activities?lang=en": "Activities",
    "/activities?activity=iv-valka-valga": "Ekspertu sanāksme Valkā un Valgā par atbalstu romu",
    "/activities?lang=en&activity=iv-lithuania": "Good-practice visit to Lithuania",
}


OF_EACH_SCREEN = {
    "/participants": "Dalībnieki",
    "/coverage?lang=en&place=2009:LV-101": "Coverage",
    "/caseloads": "Mediatoru darbs",
    "/recommendations?lang=en&recommendation=IV-08": "IV-08",
    "/attendance": "Dalība",
    "/rounds?lang=en": "Rounds",
    "/institutions": "Iestādes un organizācijas",
    "/reported?lang=en": "Reported figures",
    "/search": "Meklēšana",
}


@pytest.mark.parametrize(("kind", "path"), list(zip(cycle(DATABASES), ADDRESSES, strict=False)))
def test_each_address_opens_its_page_as_the_first_request_to_a_fresh_server(
    request: pytest.FixtureRequest, serve: Serve, page: Page, kind: str, path: str
) -> None:
    shelf: Shelf = request.getfixturevalue(f"{kind}_shelf")
    with shelf.copy("facts") as url:
        arrive(page, serve(written_out(url)).address + path)
        expect(page.get_by_role("heading", level=1)).to_contain_text(ADDRESSES[path])
        expect(page.get_by_role("dialog")).to_have_count(0)


@pytest.mark.parametrize(("path", "heading"), OF_EACH_SCREEN.items())
def test_each_screen_opens_by_its_address(
    served: Served, page: Page, path: str, heading: str
) -> None:
    arrive(page, served.address + path)
    expect(page.get_by_role("heading", level=1)).to_contain_text(heading)
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_switching_the_language_keeps_the_page_and_stands_in_the_address(
    served: Served, page: Page
) -> None:
    arrive(page, served.address + "/activities?activity=iv-final-meeting")
    expect(page.get_by_role("heading", level=1)).to_contain_text("koordinācijas sanāksme")
    press(page, page.get_by_role("radio", name="English"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Coordination meeting")
    expect(page).to_have_url(re.compile(r"/activities\?.*lang=en"))
    press(page, page.get_by_role("link", name="Overview"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Latvian Roma Platform IV")
    expect(page).to_have_url(re.compile(r"/\?.*lang=en"))


def test_the_sample_is_seen_with_the_eyes_of_whoever_is_chosen(served: Served, page: Page) -> None:
    arrive(page, served.address + "/participants?lang=lv&round=IV")
    expect(page.get_by_role("heading", level=1)).to_have_text("Dalībnieki")
    menu = page.get_by_test_id("stSidebarNavLink")
    expect(menu).to_have_count(10)
    press(page, page.get_by_label("Skatīt kā"))
    press(page, page.get_by_role("option", name="Padomes loceklis", exact=True))
    expect(page.get_by_text("Šī lapa nav paredzēta lomai")).to_be_visible()
    expect(menu.filter(has_text=re.compile("Dalībnieki|Pārklājums|Mediatoru darbs"))).to_have_count(
        0
    )
    expect(menu).to_have_count(10)
    press(page, page.get_by_test_id("stMain").get_by_role("link", name="Pārskats"))
    hidden = page.get_by_text("Uzskaitītie rādītāji jūsu lomai nav redzami")
    expect(hidden).to_be_visible()
    expect(page).to_have_url(re.compile(r"/\?(?=.*as=council-member)(?=.*lang=lv)(?=.*round=IV)"))
    page.reload()
    expect(hidden).to_be_visible()
    expect(menu).to_have_count(10)


def test_who_may_open_one_page_gets_there_from_any_address(served: Served, page: Page) -> None:
    arrive(page, served.address + "/coverage?lang=en&as=auditor")
    expect(
        page.get_by_text("This page is not for the role you are here in (auditor).")
    ).to_be_visible()
    expect(page.get_by_test_id("stSidebarNavLink")).to_have_count(0)
    press(page, page.get_by_test_id("stMain").get_by_role("link", name="Audit log"))
    expect(page.get_by_role("heading", level=1, name="Audit log")).to_be_visible()


def test_going_back_brings_the_earlier_choice_back(served: Served, page: Page) -> None:
    arrive(page, served.address + "/?lang=en")
    press(page, page.get_by_role("link", name="Activities", exact=True))
    press(page, page.get_by_role("link", name="Good-practice visit to Lithuania"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Lithuania")
    page.go_back()
    # Until a run is over, the heading before is on the page as well.
    before = page.get_by_role("heading", level=1, name="Lithuania")
    expect(before).to_have_count(0)
    expect(page.get_by_role("heading", level=1)).to_have_text("Activities")


@pytest.mark.parametrize(
    ("path", "size"),
    [("/", WIDE), ("/?lang=en", PHONE), ("/activities", PHONE), ("/activities?lang=en", WIDE),
     ("/activities?activity=iv-lithuania", PHONE), ("/?lang=lv&round=all", PHONE),
     ("/participants", PHONE), ("/participants?lang=en&by=institution", WIDE),
     ("/coverage", PHONE), ("/coverage?lang=en&place=2009:LV-101", WIDE),
     ("/caseloads", PHONE), ("/caseloads?lang=en", WIDE), ("/search?lang=en", PHONE),
     ("/recommendations?lang=en", PHONE), ("/recommendations?recommendation=P-01", WIDE),
     ("/attendance", PHONE), ("/attendance?lang=en&activity=iv-valka-valga", WIDE),
     ("/rounds", PHONE), ("/institutions?lang=en", PHONE), ("/reported", PHONE)],
)  # fmt: skip
def test_nothing_is_wider_than_the_screen(
    served: Served, page: Page, path: str, size: dict[str, int]
) -> None:
    page.set_viewport_size({"width": size["width"], "height": size["height"]})
    arrive(page, served.address + path)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    wider = page.evaluate(
        "() => { const main = document.querySelector('[data-testid=stMain]');"
        " return Math.max(main.scrollWidth - main.clientWidth,"
        " document.documentElement.scrollWidth - window.innerWidth) }"
    )
    assert wider <= 0


def test_every_chart_is_drawn_and_described_in_words(served: Served, page: Page) -> None:
    arrive(page, served.address + "/?lang=lv")
    charts = page.locator("[data-testid=stVegaLiteChart][role=graphics-document]")
    expect(charts).to_have_count(5)
    described = [charts.nth(at).get_attribute("aria-label") or "" for at in range(5)]
    assert "Romu pārstāvji: 70" in described[0]
    assert all(re.search(r"\d", text) for text in described)


def test_an_answer_to_an_open_question_is_stored_and_seen_by_the_next_visitor(
    facts_database_url: str, serve: Serve, page: Page
) -> None:
    served = serve(facts_database_url)
    arrive(page, served.address + "/?lang=lv")
    press(page, page.get_by_text("Norādīt atbildīgo vai skaidrojumu").first)
    owner = page.get_by_label("Atbildīgais: iestāde vai amats").first
    write(page, owner, "Kultūras ministrija")
    press(page, page.get_by_role("button", name="Saglabāt atbildi").first)
    expect(page.get_by_text("Atbilde ir saglabāta")).to_be_visible()
    arrive(page, served.address + "/?lang=en")
    expect(page.get_by_text("Owner: Kultūras ministrija")).to_be_visible()
    expect(page.get_by_text("Not explained: 43.")).to_be_visible()


def test_an_address_in_a_title_is_not_asked_for(
    facts: Engine, facts_database_url: str, serve: Serve, page: Page
) -> None:
    """The page's own fixture fails where another host was asked."""
    with writing(facts) as connection:
        connection.execute(
            update(schema.activity)
            .where(schema.activity.c.code == "iv-talsi")
            .values(title_en="![x](http://elsewhere.example/p.png)")
        )
    arrive(page, serve(facts_database_url).address + "/activities?lang=en&activity=iv-talsi")
    expect(page.get_by_role("heading", level=1)).to_contain_text("elsewhere.example")


def test_addresses_in_an_answer_become_no_links_and_its_card_stays_open(
    facts_database_url: str, serve: Serve, page: Page
) -> None:
    arrive(page, serve(facts_database_url).address + "/?lang=en")
    press(page, page.get_by_text("Give it an owner or an explanation").nth(1))
    said = "www.evil.example http://evil.example/a a@evil.example ![x](http://evil.example/z.png)"
    write(page, page.get_by_label("Explanation: what is known").nth(1), said)
    press(page, "Store the answer")
    expect(page.get_by_text("The answer is stored")).to_be_visible()
    expect(page.get_by_label("Explanation: what is known").nth(1)).to_be_visible()
    expect(page.get_by_label("Explanation: what is known").nth(0)).to_be_hidden()
    expect(page.locator("[data-testid=stMain] a[href*=evil]")).to_have_count(0)


def test_each_page_has_its_own_name_in_the_tab(served: Served, page: Page) -> None:
    arrive(page, served.address + "/activities?lang=lv")
    expect(page).to_have_title("Pasākumi – Latvijas romu platforma")
    arrive(page, served.address + "/?lang=en")
    expect(page).to_have_title("Overview – Latvian Roma Platform")
