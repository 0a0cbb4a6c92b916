"""A list uploaded and undone in a browser, and a round from its beginning to its first list."""

import contextlib
import csv
import io
import re
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect
from playwright.sync_api import TimeoutError as TooLate

from tests.conftest import written_out
from tests.provide.databases import Shelf
from tests.provide.hands import arrive, press, still, write
from tests.provide.platform import Serve, Served

PEOPLE = (
    ("Anna Paraudziņa", "anna@example.org", "Valsts iestāde", "Rīga", "Jā"),
    ("Berta Paraudziņa", "berta@example.org", "Romu pārstāvis", "Gulbenes novads", "Jā"),
    ("Cilda Paraudziņa", "", "NVO", "Tiešsaiste", "Jā"),
    ("Dace Paraudziņa", "dace@example.org", "", "", "Nē"),
)
COLUMNS = (
    "Vārds, uzvārds",
    "E-pasts vai tālrunis",
    "Pārstāv",
    "Pašvaldība vai vieta",
    "Piedalījās",
)
SAMPLES = Path(__file__).parents[1] / "corpus" / "samples"
TEAMS = "teams_resaved_cp1257_semicolon.csv"
AT_NO_TOWN = tuple((*person[:3], "Tiešsaiste", person[4]) for person in PEOPLE)


def the_template(page: Page) -> list[str]:
    """The headings of the template that the page hands over."""
    unfold(page, "Vēl nav saraksta?")
    with page.expect_download() as waiting:
        press(page, "Veidne CSV formātā")
    text = waiting.value.path().read_text("utf-8-sig")
    return next(csv.reader(io.StringIO(text), delimiter=";"))


def filled(headings: list[str], people: tuple[tuple[str, ...], ...]) -> bytes:
    """The template with one line a person."""
    text = io.StringIO()
    writer = csv.DictWriter(text, headings, delimiter=";")
    writer.writeheader()
    writer.writerows(dict(zip(COLUMNS, person, strict=True)) for person in people)
    return text.getvalue().encode("utf-8-sig")


def give(page: Page, content: bytes, name: str = "saraksts.csv") -> None:
    """Choose the file in the uploader."""
    file = FilePayload(name=name, mimeType="text/csv", buffer=content)
    still(page)
    page.locator("input[type=file]").set_input_files(file)


def unfold(page: Page, label: str) -> None:
    """Open a fold, and wait until what is in it is drawn."""
    press(page, page.get_by_text(label).first)


def choose(page: Page, label: str, option: str) -> None:
    """Choose from a list by what it is called; one that closes under the pointer opens again."""
    still(page)
    wanted = page.get_by_role("option", name=option)
    for _ in range(5):
        if not wanted.count():
            page.get_by_role("combobox", name=label).click()
        with contextlib.suppress(TooLate):
            wanted.click(timeout=5_000)
            still(page)
            return
    raise AssertionError(f"{option} cannot be chosen as {label}.")


def numbers(page: Page, served: Served, round_code: str = "IV") -> list[str]:
    """What is recorded of the round as three pages show it."""
    found: list[str] = []
    for path, pattern in SHOWN.items():
        arrive(page, f"{served.address}{path}?lang=lv&round={round_code}")
        found += written(page, pattern)
    return found


def written(page: Page, pattern: re.Pattern[str]) -> tuple[str, ...]:
    """The numbers that stand on the page once it is drawn."""
    main = page.get_by_test_id("stMain")
    for _ in range(150):
        if match := pattern.search(main.inner_text()):
            return match.groups()
        page.wait_for_timeout(100)
    raise AssertionError(f"{pattern.pattern} is not on the page:\n{main.inner_text()}")


SHOWN = {
    "/": re.compile(r"Personas: (\d+), Dalības reizes: (\d+)"),
    "/participants": re.compile(r"Personas\s+(\d+)[^\d].*?Dalības reizes\s+(\d+)", re.DOTALL),
    "/coverage": re.compile(r"Kopā ar karti\s+(\d+)"),
}
"""Persons and attendances; persons and attendances; persons on the map and beside it."""


def test_a_list_moves_the_numbers_of_three_pages_and_undoing_it_brings_them_back(
    sample_database_url: str, serve: Serve, page: Page
) -> None:
    served = serve(sample_database_url)
    assert numbers(page, served) == ["230", "318", "230", "318", "230"]
    arrive(page, served.address + "/attendance?lang=lv&round=IV")
    choose(page, "Pasākums", "22.07.2020.")
    content = filled(the_template(page), PEOPLE)
    give(page, content)
    verdict = "Platformas veidne, 3 dalībnieki, 1 tikai pieteicās"
    expect(page.get_by_text(verdict)).to_be_visible()
    still(page)
    page.get_by_role("button", name="Ierakstīt 3 dalības reizes").dblclick()
    expect(page.get_by_text("Ierakstīts: 3 dalības reizes, 3 jaunas personas.")).to_be_visible()
    expect(page.get_by_text("Paraudziņa")).to_have_count(0)
    assert numbers(page, served) == ["233", "321", "233", "321", "233"]

    arrive(page, served.address + "/attendance?lang=lv&round=IV&activity=iv-final-meeting")
    give(page, content)
    expect(page.get_by_text("Tieši šis fails jau ir ierakstīts")).to_be_visible()
    expect(page.get_by_role("button", name="Ierakstīt")).to_have_count(0)
    unfold(page, "Atsaukt šo augšupielādi")
    write(page, "Iemesls", "Nepareizais pasākums")
    press(page, page.get_by_text("Jā, izņemt 3 dalības reizes"))
    press(page, "Atsaukt", exact=True)
    expect(page.get_by_text("To pašu failu var augšupielādēt vēlreiz.")).to_be_visible()
    expect(page.get_by_role("button", name="Ierakstīt 3 dalības reizes")).to_be_visible()
    assert numbers(page, served) == ["230", "318", "230", "318", "230"]


def test_a_teams_report_proposes_its_activity_moves_the_numbers_and_is_undone(
    sample_database_url: str, serve: Serve, page: Page
) -> None:
    served = serve(sample_database_url)
    before = numbers(page, served)
    arrive(page, served.address + "/attendance?lang=lv&round=IV")
    give(page, (SAMPLES / TEAMS).read_bytes(), TEAMS)
    expect(page.get_by_text("Teams pārskats, 22.07.2020., 28 dalībnieku rindas.")).to_be_visible()
    press(page, "Izvēlēties šo pasākumu")
    expect(page.get_by_text("Teams pārskats, 22.07.2020., 12 dalībnieki")).to_be_visible()
    expect(page.get_by_text("nolasītas 28 = pieņemtas 12 + apvienotas 16 +")).to_be_visible()
    expect(page.get_by_text("Pašā failā norādīti 12 dalībnieki: tas sakrīt")).to_be_visible()
    press(page, "Ierakstīt 12 dalības reizes")
    expect(page.get_by_text("Ierakstīts: 12 dalības reizes, 12 jaunas personas.")).to_be_visible()
    after = [str(int(number) + 12) for number in before]
    assert numbers(page, served) == after

    arrive(page, served.address + "/attendance?lang=lv&round=IV&activity=iv-final-meeting")
    unfold(page, "Atsaukt šo augšupielādi")
    write(page, "Iemesls", "Nepareizais fails")
    press(page, page.get_by_text("Jā, izņemt 12 dalības reizes"))
    press(page, "Atsaukt", exact=True)
    expect(page.get_by_text("Izņemts: 12 dalības reizes, 12 personas.")).to_be_visible()
    assert numbers(page, served) == before


@pytest.mark.parametrize(("kind", "template"), [("sqlite", "facts"), ("postgresql", "migrated")])
def test_round_v_is_opened_an_activity_added_and_a_list_uploaded_into_it(
    request: pytest.FixtureRequest, serve: Serve, page: Page, kind: str, template: str
) -> None:
    shelf: Shelf = request.getfixturevalue(f"{kind}_shelf")
    with shelf.copy(template) as url:
        served = serve(written_out(url))
        arrive(page, served.address + "/rounds?lang=lv&round=V")
        if template == "migrated":
            create_round_v(page)
        open_round(page, "01092020")
        arrive(page, served.address + "/activities?lang=lv&round=V")
        add_activity(page, "Pirmā sanāksme")
        arrive(page, served.address + "/attendance?lang=lv&round=V")
        choose(page, "Pasākums", "Pirmā sanāksme")
        give(page, filled(the_template(page), AT_NO_TOWN))
        press(page, "Ierakstīt 3 dalības reizes")
        expect(page.get_by_text("Ierakstīts: 3 dalības reizes")).to_be_visible()
        assert numbers(page, served, "V") == ["3", "3", "3", "3", "3"]


def create_round_v(page: Page) -> None:
    """Add the round where there is none."""
    unfold(page, "Pievienot kārtu")
    write(page, "Kārtas numurs", "V")
    write(
        page, page.get_by_role("textbox", name="Nosaukums latviešu valodā *").first, "Platforma V"
    )
    press(page, "Saglabāt jauno kārtu")
    expect(page.get_by_role("heading", name="V kārta: Platforma V")).to_be_visible()


def open_round(page: Page, day: str) -> None:
    """State the round's first day."""
    unfold(page, "Atvērt kārtu")
    group = page.get_by_role("group", name="Faktiskā pirmā diena *")
    group.get_by_role("spinbutton").first.focus()
    page.keyboard.type(day)
    page.keyboard.press("Escape")
    press(page, "Atvērt kārtu")
    expect(page.get_by_text("Faktiskais laiks: no 01.09.2020.")).to_be_visible()


def add_activity(page: Page, title: str) -> None:
    """Add an activity of which no more is known than its title and kind."""
    unfold(page, "Pievienot pasākumu")
    write(page, "Nosaukums latviešu valodā *", title)
    choose(page, "Veids", "Sanāksme")
    press(page, "Pievienot pasākumu")
    expect(page.get_by_role("heading", level=1, name=title)).to_be_visible()
