"""A page in a real Chromium that may ask nobody but the platform, and must obey its policy."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

from tests.provide import chromium
from tests.provide.hands import PATIENCE, listened
from tests.provide.platform import Platforms

FLAGS = [
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    # Whatever a page asks for elsewhere is noted and goes nowhere, on any machine.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]
INSIDE = {"", "about", "blob", "data"}


@dataclass
class Watch:
    """What a page asked for and complained of."""

    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def over(self, page: Page) -> None:
        """Write down each request, each socket and each line of the console from now on."""
        page.context.on("request", lambda request: self.asked.append(request.url))
        page.context.on("console", self._note)
        page.on("websocket", lambda socket: self.asked.append(socket.url))

    def complaints(self, allowed: Iterable[str]) -> list[str]:
        """One line for each address outside the allowed hosts and each breach of the policy."""
        hosts = set(allowed)
        strangers = [
            f"asked another host: {address}"
            for address in self.asked
            if (parts := urlsplit(address)).scheme not in INSIDE and parts.netloc not in hosts
        ]
        breaches = [line for line in self.said if "Content Security Policy" in line]
        return strangers + breaches

    def _note(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.said.append(message.text)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, for one module: its event loop must not stand in the way of other tests."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=chromium.executable(),
            args=FLAGS,
            chromium_sandbox=os.geteuid() != 0,
        )
        expect.set_options(timeout=PATIENCE)
        yield running
        running.close()


@pytest.fixture
def watched(browser: Browser) -> Iterator[tuple[Page, Watch]]:
    """A page of a fresh visitor, and what is written down of it."""
    with browser.new_context(locale="lv-LV", timezone_id="Europe/Riga") as context:
        page, watch = listened(context.new_page()), Watch()
        watch.over(page)
        yield page, watch


@pytest.fixture
def page(watched: tuple[Page, Watch], platforms: Platforms) -> Iterator[Page]:
    """A page that fails its test if it asked another host than a platform of the tests."""
    visited, watch = watched
    yield visited
    assert not (found := watch.complaints(platforms.hosts)), "\n".join(found)
