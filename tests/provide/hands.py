"""What a person does on a page of the platform, each thing once the page stands still."""

import time
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from playwright.sync_api import Locator, Page, WebSocket, expect
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

PATIENCE = 30_000
"""In ms, for a machine that does other things as well."""
QUIET = 120
"""In ms: for how long nothing on a page may change before it counts as drawn."""
NOTHING_CHANGES = """
([quiet, patience]) => new Promise((done, fail) => {
  const isAtRest = () => document.querySelector(
    "[data-testid=stApp][data-test-script-state=notRunning]");
  const end = setTimeout(() => fail(new Error("the page never stood still")), patience);
  let silence;
  const listen = () => {
    clearTimeout(silence);
    silence = setTimeout(() => {
      if (!isAtRest()) return listen();
      changes.disconnect(); clearTimeout(end); done();
    }, quiet);
  };
  const changes = new MutationObserver(listen);
  changes.observe(document, {subtree: true, childList: true, attributes: true,
                             characterData: true});
  listen();
})"""


@dataclass
class Pulse:
    """Whether the server still owes a page an answer to what was done there last."""

    owes: bool = False

    def over(self, page: Page) -> None:
        """Listen to each socket of the page from now on."""
        page.on("websocket", self._listen)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framesent", self._asked)
        socket.on("framereceived", self._answered)
        socket.on("close", lambda _: setattr(self, "owes", False))

    def _asked(self, frame: bytes | str) -> None:
        if isinstance(frame, bytes) and BackMsg.FromString(frame).HasField("rerun_script"):
            self.owes = True

    def _answered(self, frame: bytes | str) -> None:
        if not isinstance(frame, bytes):
            return
        message = ForwardMsg.FromString(frame)
        if message.HasField("script_finished"):
            self.owes &= message.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN


PULSES: WeakKeyDictionary[Page, Pulse] = WeakKeyDictionary()


def listened(page: Page) -> Page:
    """A page of which ``still`` knows whether an answer is on its way."""
    PULSES[page] = Pulse()
    PULSES[page].over(page)
    return page


def still(page: Page) -> None:
    """Wait until no answer is on its way and nothing on the page moves any more.

    Until then what moved may be on the page twice, and what is pressed or written may be lost.
    """
    pulse, until = PULSES[page], time.monotonic() + PATIENCE / 1000
    while True:
        page.evaluate(NOTHING_CHANGES, [QUIET, PATIENCE])
        if not pulse.owes:
            return
        if time.monotonic() > until:
            raise AssertionError("The server never answered what was done last.")


def arrive(page: Page, address: str) -> None:
    """Open an address of the platform, and wait until nothing on the page moves any more."""
    page.goto(address)
    drawn = page.get_by_test_id("stMain").get_by_test_id("stElementContainer")
    expect(drawn.first).to_be_attached()
    still(page)


def press(page: Page, target: Locator | str, *, exact: bool = False) -> None:
    """Press something, or the button of that name, on a page that stands still, and wait."""
    still(page)
    found = (
        page.get_by_role("button", name=target, exact=exact) if isinstance(target, str) else target
    )
    found.click()
    still(page)


def write(page: Page, target: Locator | str, text: str) -> None:
    """Write into a field, or the one of that name; leaving it lets what follows be drawn."""
    still(page)
    box = page.get_by_role("textbox", name=target) if isinstance(target, str) else target
    box.fill(text)
    box.blur()
    still(page)
    expect(box).to_have_value(text)
