"""The verdict above the log: read through on demand, for it takes every entry."""

import datetime as dt

import streamlit as st

from data_access import audit
from data_access.audit import Break, Fault, Head, Verdict
from pages.shared import data
from pages.shared.words import Words, mark, safe

VERIFIED = "audit-verified"
FAULTS = {
    Fault.EDITED: mark("Entry No. {number} was edited: it does not fit its own hash."),
    Fault.MISSING: mark("Entry No. {number} is missing: the next one is No. {next}."),
    Fault.OUT_OF_ORDER: mark("Entry No. {number} is out of order: it was written as No. {other}."),
    Fault.UNLINKED: mark(
        "Entry No. {number} does not follow from the one before it: one of the two was rewritten."
    ),
    Fault.REWRITTEN: mark(
        "Entry No. {number} is not the one whose hash was exported: it was rewritten, or one "
        "before it."
    ),
    Fault.CUT: mark(
        "The end is cut off: entry No. {number} is missing and all after it, though No. {other} "
        "was exported."
    ),
}
NEVER_WRITTEN = mark("Entry No. {number} is out of order: no entry was written under this number.")


def of_an_empty_log(words: Words) -> None:
    """What will stand here, unless what stood here was taken away."""
    st.info(
        words.say(
            "Nothing was written down yet. Uploads and their undoing, steps of rounds, reports, "
            "findings of the Council, and every look at names will stand here."
        )
    )
    _verification(words)


def show(words: Words, latest: Head) -> None:
    """How many entries there are, what stands for all of them, and whether they are whole."""
    said = words.count("{n} entry was written.", "{n} entries were written.", latest.sequence)
    st.markdown(safe(said))
    st.caption(
        words.say(
            "Each entry carries a hash over itself and the one before it. The latest number and "
            "hash stand for the whole log: kept elsewhere, they show later whether it was changed."
        )
    )
    st.code(str(latest), language=None, wrap_lines=True)
    _verification(words)


def _verification(words: Words) -> None:
    """A button, and what it found when it was last pressed."""
    if st.button(words.say("Verify the whole log"), key="audit-verify"):
        with st.spinner(words.say("Reading every entry …")):
            # Over the platform's own way: a copy that dashboards ask may lag behind.
            found = data.match(audit.verify)
        st.session_state[VERIFIED] = (found, dt.datetime.now(dt.UTC))
    found, moment = st.session_state.get(VERIFIED, (None, None))
    if isinstance(found, Verdict) and isinstance(moment, dt.datetime):
        _tell(words, found)
        compared = " ".join([_compared(words, found), _when(words, moment)])
        st.caption(safe(compared))


def _tell(words: Words, found: Verdict) -> None:
    if found.broken is not None:
        not_whole = words.say("The log is not whole.")
        st.error(safe(f"{not_whole} {_fault(words, found.broken)}"), icon="⚠️")
    elif found.head is None:
        st.success(words.say("The log is empty, and nothing that was exported says otherwise."))
    else:
        whole = words.count(
            "The log is whole: {n} entry.", "The log is whole: {n} entries.", found.entries
        )
        st.success(safe(whole))


def _fault(words: Words, broken: Break) -> str:
    never = broken.fault is Fault.OUT_OF_ORDER and broken.other is None
    return words.say(
        NEVER_WRITTEN if never else FAULTS[broken.fault],
        number=broken.number,
        other=broken.other,
        next=(broken.other or broken.number) + 1,
    )


def _compared(words: Words, found: Verdict) -> str:
    """With how many heads outside the database the log was compared, or that there are none."""
    if found.trouble is not None:
        return words.say(
            "There are no exported heads to compare it with, so an end that was cut off would not "
            "show."
        )
    told = words.count(
        "Compared with {n} exported head.", "Compared with {n} exported heads.", found.compared
    )
    if not found.unreadable:
        return told
    torn = words.count(
        "{n} line of their file says none.", "{n} lines of their file say none.", found.unreadable
    )
    return f"{told} {torn}"


def _when(words: Words, moment: dt.datetime) -> str:
    return words.say("Verified on {moment}.", moment=words.moment(moment))
