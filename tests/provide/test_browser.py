"""The watch over a page sees whom it asks and what its policy forbids."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Page

from tests.provide.browser import Watch
from tests.provide.hands import still

POLICY = "default-src 'self'; img-src *"
BODIES = {
    "/quiet": "<p>quiet</p><img src='/own.png'>",
    "/stranger": "<p>asks</p><img src='http://stranger.invalid/x.png'>",
    "/inline": "<p>breaks</p><script>document.title = 'inline'</script>",
}


class Answer(BaseHTTPRequestHandler):
    """A page with a policy of its own."""

    def do_GET(self) -> None:
        body = BODIES.get(self.path, "").encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", POLICY)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *_: object) -> None:  # noqa: A002 - the name is given
        """Says nothing."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """Host and port of a small site."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("path", "complaint"),
    [
        ("/quiet", None),
        ("/stranger", "asked another host: http://stranger.invalid/x.png"),
        ("/inline", "Content Security Policy"),
    ],
)
def test_a_page_that_asks_a_stranger_or_breaks_its_policy_is_found_out(
    watched: tuple[Page, Watch], site: str, path: str, complaint: str | None
) -> None:
    page, watch = watched
    page.goto(f"http://{site}{path}", wait_until="load")
    found = watch.complaints({site})
    assert len(found) == (complaint is not None)
    assert all(complaint in line for line in found if complaint)
    assert len(watch.complaints(set())) > len(found)


DRAWING = "<div data-testid=stApp data-test-script-state=running>drawing</div>"
MOVES = """() => {
const app = document.querySelector("div");
setTimeout(() => { app.dataset.testScriptState = "notRunning" }, 200);
setTimeout(() => { app.textContent = "drawn" }, 280); }"""


def test_a_page_stands_still_once_its_last_change_is_on_it(page: Page) -> None:
    page.set_content(DRAWING)
    assert page.inner_text("div") == "drawing"
    page.evaluate(MOVES)
    still(page)
    assert page.inner_text("div") == "drawn"
