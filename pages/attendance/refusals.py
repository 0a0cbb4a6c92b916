"""Why something was not stored, as a sentence."""

from typing import Any

from data_access import attendance, reasons
from data_access.identity import IdentityKeyProblem
from pages.attendance import problems
from pages.shared import forms
from pages.shared.words import Words, mark

PARTED = mark("Somebody took these persons apart in the meantime. Nothing was stored now.")
NOT_JOINABLE = {
    "same": mark("State two different persons. Nothing was stored."),
    "joined_before": mark(
        "One of the two counts as somebody else already: take the number by which that person "
        "goes now. Nothing was stored."
    ),
    "made_up": mark("A made-up person and a real one cannot be one. Nothing was stored."),
}

SENTENCES: dict[type[Exception], str] = {
    attendance.ActivityUnknown: mark(
        "This activity is gone: somebody removed it. Nothing was stored."
    ),
    attendance.UploadUnknown: mark("There is no such upload. Nothing was changed."),
    attendance.UploadUndone: mark(
        "Somebody undid this upload in the meantime. Nothing was changed now."
    ),
    reasons.ReasonMissing: mark("State the reason. Nothing was changed."),
    reasons.ReasonTells: mark(
        "The reason holds what looks like a contact or a personal code. Write it without; nothing "
        "was changed."
    ),
    attendance.AlreadyThere: mark(
        "This person has an attendance at this activity already. Nothing was stored."
    ),
    attendance.InstitutionUnknown: mark(
        "The institution is not in the register any more. Nothing was stored."
    ),
    attendance.DifferenceUnconfirmed: mark(
        "Somebody recorded a list of this activity in the meantime, or it differs from this one: "
        "look at the difference and confirm it. Nothing was stored."
    ),
    attendance.MemoryUnknown: mark("This is forgotten already. Nothing was changed."),
    attendance.KeepDaysUnusable: mark(
        "How long rows that wait are kept is set to something that is no number of days, so "
        "nothing was stored. Tell whoever runs the platform."
    ),
    attendance.PersonUnknown: mark("There is no person with this number. Nothing was stored."),
    attendance.JoinUnknown: PARTED,
    attendance.JoinUndone: PARTED,
    attendance.OnlyAttendance: mark(
        "The person has no other attendance, so nobody would be left. Nothing was stored."
    ),
    attendance.MemoryUnknown: mark("This is not remembered any more. Nothing was changed."),
    IdentityKeyProblem: mark(
        "Names cannot be sealed: the key for them is missing, damaged or not the one that sealed "
        "the names on record, so nothing was stored. Tell whoever runs the platform."
    ),
}


def _known(words: Words, refusal: Any) -> str:
    return words.say(
        "The same file was recorded at {moment}, perhaps by somebody else just now; nothing is "
        "stored twice. To record it again, undo that upload first.",
        moment=words.moment(refusal.uploaded_at),
    )


def _problems(words: Words, refusal: Any) -> str:
    told = [problems.sentence(words, each) for each in refusal.problems if each.code.blocks]
    return " ".join([words.say("Nothing was stored."), *dict.fromkeys(told)])


def _not_joinable(words: Words, refusal: Any) -> str:
    return words.say(NOT_JOINABLE[refusal.why])


ALL: forms.Refusals = {
    **forms.REFUSALS,
    **SENTENCES,
    attendance.NotJoinable: _not_joinable,
    attendance.FileKnown: _known,
    attendance.NotRecordable: _problems,
}
KINDS = tuple(ALL)


def sentence(words: Words, refusal: Exception) -> str:
    """Why nothing was stored, and what to do."""
    told = next(told for kind, told in ALL.items() if isinstance(refusal, kind))
    return told(words, refusal) if callable(told) else words.say(told)
