"""What a person reads when something went wrong: a sentence, and a number for the log."""

import logging
import secrets

import streamlit as st

from data_access.engine import DatabaseProblem
from pages.shared.words import Words, mark

LOG = logging.getLogger("platform")

PROBLEMS = {
    "DatabaseUnreachable": mark(
        "The database does not answer. Nothing is lost; this page tries again by itself."
    ),
    "DatabaseReadOnly": mark(
        "The database can only be read at present, so nothing was stored. "
        "Tell whoever runs the platform."
    ),
    "DatabaseRefuses": mark(
        "The database refuses this to the platform, so nothing was stored. "
        "Tell whoever runs the platform."
    ),
    "DatabaseBusy": mark(
        "Others are at work in the database and it took too long to wait for them. "
        "Nothing was stored; try again in a moment."
    ),
    "DatabaseFull": mark(
        "The database has no room left, so nothing was stored. Tell whoever runs the platform."
    ),
    "SchemaTooNew": mark(
        "The database belongs to a later version of the platform. "
        "Tell whoever runs the platform; nothing was changed."
    ),
    "SchemaTooOld": mark(
        "The database waits for an upgrade. Tell whoever runs the platform; nothing was changed."
    ),
    "DatabaseForeign": mark(
        "The database belongs to another program. Tell whoever runs the platform."
    ),
    "AddressNotUnderstood": mark(
        "The address of the database is not understood. Tell whoever runs the platform."
    ),
}


def show_database_problem(problem: DatabaseProblem, words: Words) -> None:
    """The problem in a sentence, a button, and a quiet look every few seconds."""
    LOG.error("%s: %s", type(problem).__name__, problem)
    st.error(words.say(PROBLEMS[type(problem).__name__]), icon="⚠️")
    st.button(words.say("Try again"))
    _look_again()


def note_failure(error: Exception) -> str:
    """The reference number under which the fault stands in the log."""
    reference = secrets.token_hex(4)
    LOG.error("reference %s", reference, exc_info=error)
    return reference


def show_failure(error: Exception) -> bool:
    """A fault of the program: the person gets a reference number, the log gets the trace."""
    words = Words(st.query_params.get("lang", ""))
    if isinstance(error, DatabaseProblem):
        show_database_problem(error, words)
        return True
    reference = note_failure(error)
    st.error(
        words.say(
            "Something went wrong here, and it is not your doing. Nothing was stored. "
            "If it happens again, tell whoever runs the platform this number: {reference}.",
            reference=reference,
        ),
        icon="⚠️",
    )
    return True


def _look_again() -> None:
    """Run the page again in five seconds, as long as it stays open."""
    st.session_state["tries"] = 0

    @st.fragment(run_every=5)
    def look() -> None:
        st.session_state["tries"] += 1
        if st.session_state["tries"] > 1:
            st.rerun()

    look()
