"""A filled-in workbook taken in: kept at once as a report that waits, under an address."""

import streamlit as st

from data_access import monthly
from data_access.files.limits import LIMITS
from pages.monthly import refusals
from pages.shared import data, desk, outcome
from pages.shared.words import Words

PLACE = "monthly"
"""Where everything that came of an answer on this page is told."""
ADDRESS = "report"
UPLOADS, REFUSED = "monthly-uploads", "monthly-refused"
MEGABYTE = 1024**2
LONGEST_NUMBER = 9


def take(words: Words) -> None:
    """The uploader; a file put into it is kept, and its report opened."""
    st.header(words.say("Filled-in workbook"), anchor=False)
    st.caption(
        words.say(
            "The report is kept sealed from the moment it is uploaded, so nothing is lost when the "
            "page is closed. The file and its name are not kept. Nothing counts until it is "
            "recorded."
        )
    )
    found = st.file_uploader(
        words.say(
            "Excel or LibreOffice, {megabytes} MB at most",
            megabytes=words.number(LIMITS.size // MEGABYTE),
        ),
        key=f"monthly-file-{desk.here().get(UPLOADS, 0)}",
        max_upload_size=LIMITS.size // MEGABYTE,
        on_change=_forget,
    )
    if found is not None and not desk.here().get(REFUSED):
        with st.spinner(words.say("Reading the file …")):
            is_kept = _keep(found.getvalue())
        if is_kept:
            st.rerun()


def chosen() -> int | None:
    """The number of the report that the address names."""
    named = st.query_params.get(ADDRESS, "")
    is_number = named.isascii() and named.isdigit() and len(named) <= LONGEST_NUMBER
    return int(named) if is_number else None


def let_go() -> None:
    """No report is open any more."""
    st.query_params.pop(ADDRESS, None)


def clear() -> None:
    """Let the uploader be empty: what lay in it was kept, or may be brought again."""
    desk.here()[UPLOADS] = desk.here().get(UPLOADS, 0) + 1
    desk.here().pop(REFUSED, None)


def _forget() -> None:
    outcome.forget()
    desk.here().pop(REFUSED, None)


def _keep(content: bytes) -> bool:
    """Keep the file as a report that waits, and open it; whether that was done.

    The same file again, as after a run that was broken off, opens the same report.
    What was refused is not tried again as long as it lies in the uploader.
    """
    try:
        number = data.tell(lambda c, reader: monthly.stage(c, reader, content))
    except refusals.KINDS as refused:
        outcome.refuse(PLACE, refused, refusals.sentence)
        desk.here()[REFUSED] = True
        return False
    clear()
    st.query_params[ADDRESS] = str(number)
    return True
