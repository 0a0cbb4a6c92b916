"""Why somebody did something, in their own words: kept for good, and read by auditors."""

from data_access.rules import resembles_contact, resembles_personal_code

LONGEST_REASON = 300


class ReasonMissing(ValueError):
    """Nobody said why, or not in words; nothing was done."""


class ReasonTells(ValueError):
    """The reason holds a contact or a personal code; nothing was done or written down."""


def usable_reason(text: str, *, letters: int = 1) -> str:
    """The reason in one line, no longer than LONGEST_REASON.

    Refuses one of fewer letters (ReasonMissing), and one that says in digits or signs how to reach
    somebody or who they are (ReasonTells). A name by itself nothing recognises: forms ask for none.
    """
    stated = " ".join(text.replace("\x00", "").split())[:LONGEST_REASON]
    if sum(sign.isalpha() for sign in stated) < letters:
        raise ReasonMissing("Say why.")
    if resembles_contact(stated) or resembles_personal_code(stated):
        raise ReasonTells("The reason holds a contact or a personal code.")
    return stated
