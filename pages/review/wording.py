"""What the groups of the agenda, the steps and the refusals are called on this page."""

from collections.abc import Mapping

from data_access import recommendations
from data_access.access import AccessRefused
from data_access.recommendations import Stored
from data_access.rules import ReviewOutcome, Verdict
from data_access.upkeep import RowUnknown
from pages.shared import errors
from pages.shared.vocabulary import REVIEW_OUTCOMES, VERDICTS
from pages.shared.words import Words, mark

GROUPS = {
    "waiting": mark("Claimed done, waiting for the Council"),
    "overdue": mark("Overdue"),
    "new": mark("New since the last meeting"),
    "unsettled": mark("Without a lead or a deadline"),
    "beside": mark("Looked at beside the agenda"),
}
DECISIONS: Mapping[Verdict | ReviewOutcome, str] = {
    Verdict.DONE: mark("Done"),
    Verdict.PARTLY_DONE: mark("Partly done"),
    Verdict.NOT_DONE: mark("Not done"),
    Verdict.SUPERSEDED: mark("Superseded"),
    ReviewOutcome.NOTED: mark("Take note"),
    ReviewOutcome.POSTPONED: mark("Put off"),
}
KEYS = {decision: str(place) for place, decision in enumerate(DECISIONS, start=1)}
"""The key of each decision, the same for every entry."""

BACK, PREVIOUS, NEXT = "Z", "Left", "Right"
REFUSALS: Mapping[type[Exception], str] = {
    recommendations.OwnClaim: mark(
        "You or your institution reported this, so another member of the Council decides on it. "
        "Nothing was stored."
    ),
    recommendations.OwnFinding: mark("You entered this decision yourself. Nothing was stored."),
    AccessRefused: errors.NOT_ALLOWED,
    RowUnknown: mark("It was taken back already."),
    recommendations.DisagreedAlready: mark(
        "Your disagreement with this decision is kept already. Nothing was stored."
    ),
    recommendations.DisagreementInWords: mark(
        "A disagreement says why: write it into the note first. Nothing was stored."
    ),
    recommendations.EntryUnknown: mark(
        "The register does not hold this entry any more. Nothing was stored."
    ),
    recommendations.FindingUnknown: mark(
        "The decision was taken back in the meantime, so there is nothing to disagree with. "
        "Nothing was stored, and your note is kept."
    ),
    recommendations.MeetingAhead: mark("The Council has not met yet. Nothing was stored."),
    recommendations.MeetingBefore: mark(
        "The latest report was made after this meeting, so a later meeting decides on it. "
        "Nothing was stored."
    ),
    recommendations.MeetingUnknown: mark("This meeting is gone. Nothing was stored."),
    recommendations.NotOfToday: mark("It was entered before today. Nothing was taken back."),
    recommendations.SameVerdict: mark("This is what was decided. Nothing was stored."),
    recommendations.DeadlineBefore: mark(
        "The deadline lies before the entry was made. Choose a later day; nothing was stored."
    ),
    recommendations.StepNotOffered: mark(
        "This cannot be decided where the entry stands by now. Nothing was stored, and your note "
        "is kept."
    ),
}


def decided(words: Words, sort: str, word: str) -> str:
    """What was decided, in a word or two."""
    if sort == Stored.MARK:
        return words.code(REVIEW_OUTCOMES, word)
    return words.code(VERDICTS, word)
