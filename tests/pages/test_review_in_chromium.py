"""A session of the Council in a browser: from the keyboard alone, and by two at the same time."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from pages.review.scene import PAUSE_SECONDS
from tests.conftest import written_out
from tests.provide.databases import SqliteShelf
from tests.provide.hands import arrive, listened, press, still
from tests.provide.platform import Platforms, Served

AS_MEMBER, AS_OTHER = "as=council-member", "as=council-member-ngo"
LAST = "P-13"
MOST_TABS = 40
DECISIONS = ["1", "3", "3", "4", "5", "3", "4", "6", "3", "4"]
"""The keys pressed: done, not done four times, superseded three times, taken note of, put off."""


@pytest.fixture(scope="module")
def served(sqlite_shelf: SqliteShelf, platforms: Platforms) -> Iterator[Served]:
    """One platform with the sample."""
    with sqlite_shelf.copy("sample") as url, platforms.serving(written_out(url)) as running:
        yield running


def figures(page: Page, served: Served) -> dict[str, int]:
    """How many entries stand where, as the picture of the register tells in words."""
    arrive(page, f"{served.address}/recommendations?lang=lv&round=all&{AS_MEMBER}")
    told = page.locator("[aria-label^='Ieraksti pēc statusa']").first.get_attribute("aria-label")
    assert told
    listed = told.removeprefix("Ieraksti pēc statusa: ").rstrip(".")
    pairs = (each.rpartition(": ") for each in listed.split("; "))
    return {name: int(number) for name, _, number in pairs}


def focused(page: Page) -> str:
    """The label of what has the keyboard."""
    found: str = page.evaluate("document.activeElement.getAttribute('aria-label') || ''")
    return found


def to_the_note(page: Page) -> None:
    """From the top of the page past the menu, with the keys that every page answers to."""
    expect(page.get_by_label("Piezīme")).to_be_visible()
    still(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if focused(page) == "Piezīme":
            return
    raise AssertionError("The keyboard never came to the note.")


def strike(page: Page, key: str) -> None:
    """Press a key once the entry was on screen long enough to be read."""
    still(page)
    page.wait_for_timeout(PAUSE_SECONDS * 1000 + 50)
    page.keyboard.press(key)
    still(page)


def test_ten_entries_are_decided_from_the_keyboard_and_the_figures_move(
    served: Served, page: Page
) -> None:
    before = figures(page, served)
    arrive(page, f"{served.address}/review?lang=lv&{AS_MEMBER}")
    to_the_note(page)
    for number, key in enumerate(DECISIONS, start=1):
        assert focused(page) == "Piezīme"
        # Digits and letters that are keys elsewhere only write here.
        page.keyboard.type(f"Piezīme {number}z")
        page.keyboard.press("Tab")
        strike(page, key)
        page.keyboard.press("Shift+Tab")
    expect(page.get_by_text("Izlemts par 10 no 18 ierakstiem")).to_be_visible()
    expect(page.get_by_text("Protokols: izlemts par 10 ierakstiem")).to_be_visible()
    moved = {
        status: number - before[status]
        for status, number in figures(page, served).items()
        if number != before[status]
    }
    assert moved == {
        "Izpildīts, ziņo adresāts": -1,
        "Izpildi apstiprinājusi padome": 1,
        "Ierosināts, ziņojuma vēl nav": -3,
        "Aizstāts": 3,
    }


def test_of_two_who_decide_the_later_is_told_and_their_disagreement_is_kept(
    served: Served, page: Page, browser: Browser
) -> None:
    entry = f"{served.address}/review?lang=lv&entry={LAST}"
    with browser.new_context(locale="lv-LV", timezone_id="Europe/Riga") as context:
        other = listened(context.new_page())
        arrive(other, f"{entry}&{AS_OTHER}")
        to_the_note(other)
        other.keyboard.type("Neviens to nav redzējis.")
        other.keyboard.press("Tab")
        arrive(page, f"{entry}&{AS_MEMBER}")
        strike(page, "4")
        strike(other, "3")
        told = "par to nolēma cits padomes loceklis: aizstāts."
        expect(other.get_by_text(told)).to_be_visible()
        expect(other.get_by_label("Piezīme")).to_have_value("Neviens to nav redzējis.")
        strike(other, "3")
        expect(other.get_by_text("jūsu iebildums ir saglabāts līdzās lēmumam")).to_be_visible()
    press(page, page.get_by_text("Protokols: izlemts par"))
    rows = page.get_by_test_id("stTable").get_by_role("row").filter(has_text=LAST)
    expect(rows.first).to_contain_text("aizstāts")
    expect(rows.last).to_contain_text("padomes loceklis iebilst: nav izpildīts")
    expect(rows.last).to_contain_text("Neviens to nav redzējis.")
