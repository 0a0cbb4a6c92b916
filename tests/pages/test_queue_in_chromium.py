"""Rows that wait for a decision, in a browser: they outlive the server that took them in."""

from playwright.sync_api import Page, expect

from tests.pages.test_upload_in_chromium import give
from tests.provide.hands import arrive, press
from tests.provide.platform import Platforms

OPEN = "Vārds, uzvārds;Piedalījās\nAnna Paraudziņa;Jā\niPhone 12;Jā\n".encode()


def test_rows_that_wait_are_there_after_the_server_was_started_again(
    facts_database_url: str, platforms: Platforms, page: Page
) -> None:
    with platforms.serving(facts_database_url) as first:
        arrive(page, first.address + "/attendance?lang=lv&round=IV&activity=iv-final-meeting")
        give(page, OPEN)
        expect(page.get_by_text("1 dalībnieks, 1 jāprecizē")).to_be_visible()
        press(page, "Ierakstīt 1 dalības reizi tagad, 1 rinda gaida")
        expect(page.get_by_text("1 jauna persona, 1 rinda gaida.")).to_be_visible()
    with platforms.serving(facts_database_url) as again:
        arrive(page, again.address + "/attendance?lang=lv&round=IV")
        press(page, page.get_by_text("Izlemt par šīm rindām"))
        press(page, "Tā ir persona ar šādu vārdu")
        press(page, "Ierakstīt 1 dalības reizi", exact=True)
        expect(page.get_by_text("Ierakstīts: 1 dalības reize, 1 jauna persona.")).to_be_visible()
        expect(page.get_by_text("Izlemt par šīm rindām")).to_have_count(0)
