"""A month's workbook downloaded, filled in, uploaded, asked about, recorded and undone."""

import re

from playwright.sync_api import Download, FilePayload, Page, expect

from data_access.monthly import Part
from tests.pages.monthly_screen import MARCH, Workbook
from tests.provide.hands import PATIENCE, arrive, press, still
from tests.provide.platform import Serve, Served

ADDRESS = "/monthly?lang=lv&round=IV"
CARDS = re.compile(
    r"Ģimenes ar mediatoru\s+(\d+)\s.*?Lietas\s+(\d+)\s.*?Saziņas reizes\s+(\d+)\s", re.DOTALL
)
"""Families with mediators, cases and contacts, as the cards of the caseloads say them."""
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def figures(page: Page, served: Served) -> list[int]:
    """What the round's caseloads come to; the charts below the cards are not waited for."""
    page.goto(f"{served.address}/caseloads?lang=lv&round=IV")
    main = page.get_by_test_id("stMain")
    for _ in range(PATIENCE // 100):
        if found := CARDS.search(main.inner_text()):
            return [int(number) for number in found.groups()]
        page.wait_for_timeout(100)
    raise AssertionError("The cards of the caseloads never came.")


def the_workbook(page: Page) -> Workbook:
    """The workbook of the month that is missing, which the page offers first."""
    with page.expect_download() as waiting:
        press(page, "Darbgrāmata: Vieta nav norādīta, 03.2020.")
    download: Download = waiting.value
    post = re.fullmatch(r"menesa-parskats-(\d+)-2020-03\.xlsx", download.suggested_filename)
    assert post
    return Workbook.of(int(post[1]), MARCH, download.path().read_bytes())


def give(page: Page, content: bytes) -> None:
    """Choose the file in the uploader."""
    still(page)
    file = FilePayload(name="parskats.xlsx", mimeType=XLSX, buffer=content)
    page.locator("input[type=file]").set_input_files(file)


def test_a_month_is_downloaded_filled_in_asked_about_recorded_and_undone(
    sample_database_url: str, serve: Serve, page: Page
) -> None:
    served = serve(sample_database_url)
    before = figures(page, served)
    arrive(page, served.address + ADDRESS)
    book = the_workbook(page)
    guess = book.row(Part.CONTACTS, 2, held_on=MARCH.replace(day=13), form="Ar grupu", persons="~9")
    give(page, book.with_(*book.good(), *guess))
    expect(page.get_by_text("Neatbildēts 1 jautājums (Kontakti 1).")).to_be_visible()
    expect(page.get_by_text("Personas: «~9» te nevar būt skaitlis.")).to_be_visible()
    record = page.get_by_role("button", name="Ierakstīt pārskatu")
    expect(record).to_be_disabled()
    page.reload()
    press(page, "Domāts «9»")
    expect(page.get_by_text("Pieņemts 1 lēmums")).to_be_visible()
    still(page)
    record.dblclick()
    told = "Ierakstīts: 3 saziņas reizes, 1 no jauna atvērta lieta, 0 slēgtu lietu, 1 jauna ģimene"
    expect(page.get_by_text(told)).to_be_visible()
    assert figures(page, served) == [before[0] + 1, before[1] + 1, before[2] + 3]

    arrive(page, served.address + ADDRESS)
    still(page)
    # A list that is open closes as the page scrolls: first there, then the list.
    which = page.get_by_role("combobox", name="Pārskats, ko atsaukt")
    which.scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    which.click()
    page.get_by_role("option", name="Vieta nav norādīta · 03.2020.").click()
    press(page, page.get_by_text("Atsaukt šo pārskatu"))
    press(page, page.get_by_text("Jā, atsaukt visu pārskatu"))
    press(page, "Atsaukt", exact=True)
    expect(page.get_by_text("Atsaukts; izņemts: 3 saziņas reizes")).to_be_visible()
    assert figures(page, served) == before
