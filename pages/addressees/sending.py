"""What may be sent to an institution, on its page: the text to be copied, and the files."""

import secrets
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pandas as pd
import streamlit as st

from data_access import calendars, local_mode, reviewing, rounds
from data_access.filters import Filters
from data_access.recommendations import Wanted
from pages.addressees import reminders
from pages.shared import data
from pages.shared.words import Words, safe

Row = dict[Any, Any]
ADDRESS = "/addressees"


def show(words: Words, institution: Row, found: pd.DataFrame, wanted: Wanted) -> None:
    """The text with a button that copies it, and both files."""
    entries = tuple(found.to_dict("records"))
    met = data.frame(reviewing.meetings, Filters()).to_dict("records")
    own = reminders.disclaimers(
        words, data.frame(rounds.listed, Filters()).to_dict("records"), entries
    )
    reminder = reminders.Reminder(institution, entries, tuple(met), wanted.day, own, _address())
    changed_at = data.version().changed_at
    st.header(words.say("To be sent"), anchor=False)
    st.markdown(words.say("The text is ready to be copied into a letter."))
    written = reminders.text(words, reminder)
    st.code(written, language=None, wrap_lines=True, height=420)
    _file(words.say("Download the text"), "txt", "text/plain", written.encode)
    if not reminders.has_days(reminder):
        st.info(
            words.say("There is no calendar file: no deadline is stated and no meeting is known.")
        )
        return
    _file(
        words.say("Download the calendar"),
        "ics",
        calendars.MEDIA_TYPE,
        lambda: reminders.calendar(words, reminder, changed_at),
    )

    text = words.say(
        "The calendar file holds the last days of stated deadlines and the Council's meetings, "
        "each with a reminder two weeks before."
    )
    st.caption(safe(text))


def _file(label: str, ending: str, kind: str, made: Callable[[], bytes]) -> None:
    """A button that hands a file over, under a name nobody can guess."""
    st.download_button(
        label,
        data=made,
        file_name=f"{secrets.token_hex(8)}.{ending}",
        mime=kind,
        key=f"reminder-{ending}",
        on_click="ignore",
    )


def _address() -> str:
    """Where the register is found, as this reader's browser reaches it; none of the own machine."""
    here = str(st.context.url or "").split("?")[0]
    if local_mode.is_this_machine(urlsplit(here).hostname or ""):
        return ""
    return f"{here.removesuffix(ADDRESS)}/recommendations" if here.endswith(ADDRESS) else ""
