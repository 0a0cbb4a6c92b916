"""A visit in a browser of which everything is taken down: what was asked, answered, handed over."""

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import FilePayload, Locator, Page, Request, Response, WebSocket, expect
from sqlalchemy import Engine

from tests.provide.hands import press, still
from tests.provide.platform import Served

PROGRAM = (".js", ".css", ".woff2")


@dataclass
class Traffic:
    """What a browser asked for and was answered, without the program and the fonts."""

    phase: str = "before"
    addresses: list[str] = field(default_factory=list)
    frames: defaultdict[str, list[bytes]] = field(default_factory=lambda: defaultdict(list))
    bodies: list[bytes] = field(default_factory=list)
    waiting: list[Response] = field(default_factory=list)

    def over(self, page: Page) -> None:
        """Take down everything from now on."""
        page.on("request", self._asked)
        page.on("response", self._answered)
        page.on("websocket", self._talks)
        page.on("framenavigated", lambda frame: self.addresses.append(frame.url))

    def settle(self, page: Page, phase: str | None = None) -> None:
        """Wait until nothing is drawn any more, and take down what came meanwhile."""
        still(page)
        self.addresses.append(page.url)
        while self.waiting:
            response = self.waiting.pop()
            if not response.url.endswith(PROGRAM) and response.status == 200:
                self.bodies.append(response.url.encode() + b"\n" + response.body())
        self.phase = phase or self.phase

    def _asked(self, request: Request) -> None:
        self.addresses += [request.url, *request.headers.values()]

    def _answered(self, response: Response) -> None:
        self.waiting.append(response)

    def _talks(self, socket: WebSocket) -> None:
        self.addresses.append(socket.url)
        socket.on("framereceived", self._received)

    def _received(self, payload: bytes | str) -> None:
        said = payload if isinstance(payload, bytes) else payload.encode()
        self.frames[self.phase].append(said)


@dataclass(frozen=True)
class Stage:
    """A served platform with folders of its own, its database, and a browser in front of it."""

    served: Served
    engine: Engine
    folder: Path
    page: Page
    traffic: Traffic
    downloads: list[bytes]
    workbooks: list[bytes] = field(default_factory=list)
    """What was taken that holds names."""

    def goes(self, path: str) -> None:
        """Open an address; what was answered before is gone by then."""
        if self.page.url.startswith(self.served.address):
            self.traffic.settle(self.page)
        self.page.goto(self.served.address + path)
        expect(self.page.get_by_role("heading", level=1)).to_be_visible()
        self.traffic.settle(self.page)

    def gives(self, name: str, content: bytes) -> None:
        """Choose a file."""
        file = FilePayload(name=name, mimeType="text/csv", buffer=content)
        still(self.page)
        self.page.locator("input[type=file]").set_input_files(file)

    def presses(self, button: str, *, exact: bool = False) -> None:
        """Press a button once nothing is drawn any more, and wait."""
        press(self.page, self.page.get_by_role("button", name=button, exact=exact).last)
        self.traffic.settle(self.page)

    def sees(self, said: str) -> None:
        """Wait for a sentence."""
        expect(self.page.get_by_text(said).first).to_be_visible()
        self.traffic.settle(self.page)

    def unfolds(self, label: str) -> None:
        """Open a fold."""
        fold = self.page.get_by_text(label)
        expect(fold).to_have_count(1)
        press(self.page, fold)
        self.traffic.settle(self.page)

    def downloads_all(self, but: str | None = None) -> None:
        """Take every file that the page offers, in folds as well, except one."""
        offered = self.page.get_by_test_id("stDownloadButton")
        buttons = offered.get_by_role("button", include_hidden=True)
        for at in range(buttons.count()):
            if but is None or but not in (buttons.nth(at).text_content() or ""):
                self._take(buttons.nth(at), self.downloads, self.traffic.bodies)

    def takes(self, label: str) -> None:
        """Take the file that holds names, which may stand in the answer alone."""
        button = self.page.get_by_role("button", name=label)
        expect(button).to_have_count(1)
        self._take(button, self.workbooks, self.workbooks)

    def _take(self, button: Locator, into: list[bytes], answers: list[bytes]) -> None:
        waiting_before = len(self.traffic.waiting)
        with self.page.expect_download() as waiting:
            button.dispatch_event("click")
        download = waiting.value
        if into is self.workbooks:
            del self.traffic.waiting[waiting_before:]
        self.traffic.addresses.append(download.url)
        answers.append(self.page.request.get(download.url).body())
        self.downloads.append(download.suggested_filename.encode() + b"\n")
        into.append(download.path().read_bytes())
