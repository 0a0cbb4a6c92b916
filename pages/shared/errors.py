"""What a person reads when something went wrong: a sentence, and a number for the log."""

import logging
import secrets

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data_access.access import AccessRefused
from data_access.accounts import OperatorUnusable
from data_access.engine import DatabaseProblem
from pages.shared import desk
from pages.shared.words import Words, mark

LOG = logging.getLogger("platform")

UNTOLD = "refused-and-not-told"
NOT_ALLOWED = mark(
    "Nothing was stored: your role does not include this, or the record lies outside the rounds "
    "or towns that your role reaches."
)
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
    "RolesMissing": mark(
        "The database server lacks the platform's roles. Tell whoever runs the platform; "
        "nothing was changed."
    ),
}


def show_database_problem(problem: DatabaseProblem, words: Words) -> None:
    """The problem in a sentence, a button, and a quiet look every few seconds."""
    LOG.error("%s: %s", type(problem).__name__, problem)
    st.error(words.say(PROBLEMS[type(problem).__name__]), icon="⚠️")
    st.button(words.say("Try again"))
    _look_again()


def show_operator_unusable(problem: OperatorUnusable, words: Words) -> None:
    """That nobody is named who works here, in a sentence, and what to do about it."""
    LOG.error("%s: %s", type(problem).__name__, problem)
    st.error(
        words.say(
            "Nobody is named who works with the platform here. Whoever runs it starts it again "
            "with PLATFORM_OPERATOR set to a short name: small letters without diacritics, digits, "
            "dot, dash and underscore."
        ),
        icon="⚠️",
    )


def note_refusal(refusal: Exception) -> None:
    """Remember that something was refused to the role, until somebody has been told."""
    if isinstance(refusal, AccessRefused):
        desk.here()[UNTOLD] = True


def refusal_is_told() -> None:
    """The form that was refused is still there and says so itself."""
    desk.here().pop(UNTOLD, None)


def say_what_was_refused(words: Words, place: DeltaGenerator) -> None:
    """The refusal of a form that is no longer there, since the role ended that it was drawn for."""
    if desk.here().pop(UNTOLD, False):
        place.warning(words.say(NOT_ALLOWED))


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
    if isinstance(error, OperatorUnusable):
        show_operator_unusable(error, words)
        return True
    if isinstance(error, AccessRefused):
        st.warning(words.say(NOT_ALLOWED))
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
