"""The file in hand: its bytes, what it was read as, and what was decided about it so far."""

import hashlib
from dataclasses import dataclass, field, replace

import streamlit as st
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx

from data_access import attendance
from data_access.attendance import Preview, Sheet
from data_access.attendance.reading import Decisions
from data_access.files.limits import LIMITS
from pages.attendance import decided
from pages.shared import data, desk, outcome
from pages.shared.words import Words

UPLOADS, SHEETS, PREVIEW = "attendance-uploads", "attendance-sheets", "attendance-preview"
MOST_SHEETS, MOST_ROWS = 8, 20_000
"""So many readings of one file are kept, and of long lists the latest one alone."""
MEGABYTE = 1024**2

Read = list[tuple[Decisions, Sheet]]


@dataclass(frozen=True)
class Given:
    """A file that was chosen. Its bytes and its name go no further than they have to."""

    content: bytes = field(repr=False)
    name: str = field(repr=False)
    file_id: str
    digest: str

    @property
    def decisions(self) -> Decisions:
        """What was decided about it."""
        return decided.of(self.digest).decisions

    def decide(self, **changes: object) -> None:
        """Decide more about it."""
        decided.decide(self.digest, replace(self.decisions, **changes))  # type: ignore[arg-type]


def take(words: Words) -> Given | None:
    """The uploader, and the file that was put into it."""
    label = words.say(
        "Excel, LibreOffice, CSV, Teams, Zoom … – any list of participants, {megabytes} MB at most",
        megabytes=words.number(LIMITS.size // MEGABYTE),
    )
    found = st.file_uploader(
        label,
        key=f"attendance-file-{desk.here().get(UPLOADS, 0)}",
        max_upload_size=LIMITS.size // MEGABYTE,
        on_change=_forget,
    )
    if found is None:
        return None
    content = found.getvalue()
    return Given(content, found.name, found.file_id, hashlib.sha256(content).hexdigest())


def read(words: Words, given: Given, decisions: Decisions | None = None) -> Sheet:
    """What the file is by these decisions, or by those taken so far; read once for each."""
    wanted = given.decisions if decisions is None else decisions
    of_file, kept = _kept()
    if of_file != given.digest:
        kept = []
    for before, sheet in kept:
        if before == wanted:
            return sheet
    with st.spinner(words.say("Reading the file …")):
        sheet = attendance.read(given.content, given.name, wanted)
    most = MOST_SHEETS if len(sheet.rows) <= MOST_ROWS else 1
    desk.here()[SHEETS] = (given.digest, [*kept, (wanted, sheet)][-most:])
    return sheet


def check(words: Words, given: Given, sheet: Sheet, activity: str) -> Preview:
    """What recording the file would change; looked at once for each state of the data."""
    key = (given.digest, activity, given.decisions, data.version().number, data.reader().who)
    remembered: tuple[object, Preview | None] = desk.here().get(PREVIEW, (None, None))
    if remembered[0] == key and remembered[1] is not None:
        return remembered[1]
    decisions = given.decisions
    with st.spinner(words.say("Comparing the list with the records …")):
        found = data.match(
            lambda connection, reader: attendance.check(
                connection, reader, sheet, activity, decisions
            )
        )
    desk.here()[PREVIEW] = (key, found)
    return found


def let_go(given: Given) -> None:
    """Take the file out of the server's memory, where Streamlit keeps it as long as the tab."""
    run = get_script_run_ctx()
    if run is not None and isinstance(run.uploaded_file_mgr, MemoryUploadedFileManager):
        run.uploaded_file_mgr.remove_file(run.session_id, given.file_id)
    desk.here()[UPLOADS] = desk.here().get(UPLOADS, 0) + 1
    decided.forget(given.digest)
    _forget_reading()


def place_of(words: Words, sheet: Sheet, number: int) -> str:
    """Where a row stands: its number in the file, and its sheet where there are several."""
    name, row = sheet.place_of(number)
    return str(row) if name is None else words.say("{row} (sheet {sheet})", sheet=name, row=row)


def _kept() -> tuple[str, Read]:
    found: tuple[str, Read] = desk.here().get(SHEETS, ("", []))
    return found


def _forget() -> None:
    outcome.forget()
    _forget_reading()


def _forget_reading() -> None:
    desk.here().pop(SHEETS, None)
    desk.here().pop(PREVIEW, None)
