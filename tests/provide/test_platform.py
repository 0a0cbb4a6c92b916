"""A platform is started as an operator starts it, and stops with its test."""

from playwright.sync_api import Page

from tests.conftest import written_out
from tests.provide.databases import Shelf
from tests.provide.platform import Platforms, Serve


def test_a_platform_answers_in_a_browser_until_its_block_ends(
    platforms: Platforms, sqlite_shelf: Shelf, page: Page
) -> None:
    with sqlite_shelf.copy("facts") as url, platforms.serving(written_out(url)) as served:
        assert served.answer("/readyz") == (200, "ready\n")
        page.goto(served.address)
        page.get_by_test_id("stApp").wait_for()
        assert "127.0.0.1" in served.log()
    assert served.answer("/readyz") == (0, "")


def test_a_platform_that_is_not_ready_can_be_waited_for(serve: Serve, sqlite_shelf: Shelf) -> None:
    with sqlite_shelf.copy("empty") as url:
        served = serve(written_out(url), status=503)
        assert served.answer("/readyz") == (503, "not ready: SchemaTooOld\n")
