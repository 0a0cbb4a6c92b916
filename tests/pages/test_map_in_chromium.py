"""The map under a pointer: a click opens what lies behind a place, on a desk and on a phone."""

import math
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from data_access.territory import outlines
from pages.coverage.centres import Point, centres, corners
from pages.coverage.sizes import PAD, WIDEST
from tests.conftest import written_out
from tests.provide.databases import SqliteShelf
from tests.provide.hands import arrive, press, still
from tests.provide.platform import Platforms, Served

DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
BOUNDARIES = "geoBoundaries (Runfola et al. 2020), CC BY 4.0"
TALSI, RIGA, VENTSPILS = "LV-097", "LV-RIX", "LV-VEN"


@pytest.fixture(scope="module")
def served(sqlite_shelf: SqliteShelf, platforms: Platforms) -> Iterator[Served]:
    """One platform with the sample: nothing here hangs on the database."""
    with sqlite_shelf.copy("sample") as url, platforms.serving(written_out(url)) as running:
        yield running


def the_map(page: Page) -> Locator:
    """The drawn map."""
    picture = page.locator("[data-testid=stVegaLiteChart] svg").first
    expect(picture).to_be_visible()
    return picture


def pixel(of: Locator, point: Point) -> tuple[float, float]:
    """Where on the screen a longitude and latitude lies."""
    box = of.bounding_box()
    assert box
    (west, _), (east, north) = corners(outlines("2009"))
    width = min(box["width"], WIDEST)
    scale = (width - 2 * PAD) / math.radians(east - west)
    left = box["x"] + (box["width"] - width) / 2 + PAD
    x = left + scale * math.radians(point[0] - west)
    return x, box["y"] + PAD + scale * (mercator(north) - mercator(point[1]))


def mercator(latitude: float) -> float:
    return math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2))


def click(page: Page, code: str) -> None:
    """Click on the sign of a municipality."""
    picture = the_map(page)
    picture.scroll_into_view_if_needed()
    still(page)
    page.mouse.click(*pixel(picture, centres(outlines("2009"))[code]))
    still(page)


def opened(page: Page, name: str) -> None:
    """The panel of the place is there."""
    expect(page.get_by_role("heading", level=3, name=name)).to_be_visible()


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_a_click_on_land_on_a_city_and_again_opens_what_lies_behind(
    served: Served, page: Page, size: dict[str, int]
) -> None:
    page.set_viewport_size({"width": size["width"], "height": size["height"]})
    arrive(page, served.address + "/coverage?lang=lv&show=persons")
    for code, name in ((TALSI, "Talsu novads"), (RIGA, "Rīga"), (TALSI, "Talsu novads")):
        click(page, code)
        opened(page, name)
        expect(page).to_have_url(re.compile(f"place=2009(:|%3A){code}"))
        expect(page).to_have_url(re.compile("show=persons"))


def test_a_cleared_place_can_be_clicked_again_and_the_address_brings_it_back(
    served: Served, page: Page
) -> None:
    arrive(page, served.address + "/coverage?lang=en")
    click(page, VENTSPILS)
    opened(page, "Ventspils")
    press(page, "Clear the choice")
    expect(page.get_by_role("heading", level=3)).to_have_count(0)
    expect(page).not_to_have_url(re.compile("place="))
    click(page, VENTSPILS)
    opened(page, "Ventspils")
    page.reload()
    opened(page, "Ventspils")


@pytest.mark.parametrize(
    ("typed", "name", "place"),
    [("Place not", "Place not stated", "not_stated"), ("Rēzekne", "Rēzekne", "2009:LV-REZ")],
)
def test_the_keyboard_chooses_from_the_list(
    served: Served, page: Page, typed: str, name: str, place: str
) -> None:
    arrive(page, served.address + "/coverage?lang=en")
    the_map(page)
    box = page.get_by_role("combobox", name="What lies behind a place")
    box.focus()
    page.keyboard.type(typed)
    page.keyboard.press("Enter")
    opened(page, name)
    expect(page).to_have_url(re.compile(f"place={place.replace(':', '(:|%3A)')}"))


def test_two_rounds_stand_beside_each_other_and_below_each_other_on_a_phone(
    served: Served, page: Page
) -> None:
    tops = []
    for size in (DESK, PHONE):
        page.set_viewport_size({"width": size["width"], "height": size["height"]})
        arrive(page, served.address + "/coverage?lang=lv&round=IV&with=III&look=today")
        pictures = page.locator("[data-testid=stVegaLiteChart] svg")
        expect(pictures).to_have_count(2)
        still(page)
        boxes = [picture.bounding_box() for picture in pictures.all()]
        tops.append([box["x"] for box in boxes if box])
    (left, right), (first, second) = tops
    assert left + 100 < right
    assert first == second


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_the_picture_says_whose_boundaries_and_what_is_made_up_and_fits(
    served: Served, page: Page, size: dict[str, int]
) -> None:
    page.set_viewport_size({"width": size["width"], "height": size["height"]})
    arrive(page, served.address + "/coverage?lang=en&show=persons")
    picture = the_map(page)
    # A line of the picture ends where it is broken, without a space.
    written = "".join("".join(picture.locator("text").all_text_contents()).split())
    assert "".join(BOUNDARIES.split()) in written
    assert "Made-upnumbers(sample)" in written
    frame = picture.bounding_box()
    assert frame
    for text in picture.locator("text").all():
        box = text.bounding_box()
        assert box
        assert box["x"] >= frame["x"] - 1
        assert box["x"] + box["width"] <= frame["x"] + frame["width"] + 1
        assert box["y"] + box["height"] <= frame["y"] + frame["height"] + 1


def test_the_map_is_told_in_words(served: Served, page: Page) -> None:
    arrive(page, served.address + "/coverage?lang=lv")
    drawn = page.locator("[data-testid=stVegaLiteChart][role=graphics-document]")
    expect(drawn).to_have_count(1)
    told = drawn.get_attribute("aria-label") or ""
    assert "19 no 119" in told
    assert "Rīga 20" in told
    assert "Izdomāts" in told
