"""Why a report was not taken in, recorded or taken back, as a sentence."""

from typing import Any

from data_access.identity import IdentityKeyProblem
from data_access.monthly import refusals
from pages.monthly import sentences
from pages.shared import forms
from pages.shared.words import Words, mark

SENTENCES: dict[type[Exception], str] = {
    refusals.ReportUnknown: mark("There is no such report, or none any more."),
    refusals.NotWaiting: mark(
        "The report waits no more: somebody recorded or discarded it, or its time is over. Nothing "
        "was stored now."
    ),
    refusals.NotRecorded: mark(
        "Somebody took this report back in the meantime. Nothing was changed now."
    ),
    refusals.NotFromFile: mark(
        "The report did not come as a file, so nothing says what it brought. Nothing was changed."
    ),
    IdentityKeyProblem: mark(
        "A report that waits cannot be sealed or opened: the key for names is missing, damaged or "
        "not the one that sealed what is on record. Nothing was stored; tell whoever runs the "
        "platform."
    ),
}


def _refused(words: Words, refusal: Any) -> str:
    told = dict.fromkeys(sentences.sentence(words, problem) for problem in refusal.problems)
    return " ".join([*told, words.say("Nothing was stored.")])


def _known(words: Words, refusal: Any) -> str:
    moment = words.moment(refusal.at)
    if refusal.is_recorded:
        return words.say(
            "This very file was recorded as a report that came in on {moment}; nothing is recorded "
            "twice. To record it again, undo that report below first.",
            moment=moment,
        )
    return words.say(
        "This very file came in on {moment} and waits for decisions, where your role does not "
        "reach. Nothing was stored now.",
        moment=moment,
    )


def _too_many(words: Words, refusal: Any) -> str:
    return words.count(
        "{n} report waits already. Record or discard it first; nothing was stored.",
        "{n} reports wait already. Record or discard some of them first; nothing was stored.",
        refusal.most,
    )


def _open(words: Words, refusal: Any) -> str:
    return words.count(
        "{n} question is open. Answer it first; nothing was recorded.",
        "{n} questions are open. Answer them first; nothing was recorded.",
        refusal.count,
    )


def _month(words: Words, refusal: Any) -> str:
    return words.say(
        "This month of the post is recorded already, since {moment}. Nothing was recorded now: "
        "undo that report below first, or discard this one.",
        moment=words.moment(refusal.at),
    )


def _touched(words: Words, refusal: Any) -> str:
    """Everything that stands in the way of undoing."""
    told = [words.say("Something happened to what the report brought since, so it stays.")]
    if refusal.families:
        listed = ", ".join(refusal.families)
        told.append(words.say("Families: {list}.", list=listed))
    if number := refusal.cases:
        told.append(words.count("{n} case.", "{n} cases.", number))
    if number := refusal.contacts:
        told.append(words.count("{n} contact.", "{n} contacts.", number))
    if number := refusal.trainings:
        told.append(words.count("{n} training.", "{n} trainings.", number))
    told.append(words.say("Undo later reports and corrections of these first."))
    return " ".join(told)


ALL: forms.Refusals = {
    **forms.REFUSALS,
    **SENTENCES,
    refusals.FileRefused: _refused,
    refusals.FileKnown: _known,
    refusals.TooManyWaiting: _too_many,
    refusals.QuestionsOpen: _open,
    refusals.MonthRecorded: _month,
    refusals.TouchedSince: _touched,
}
KINDS = tuple(ALL)


def sentence(words: Words, refusal: Exception) -> str:
    """Why nothing was stored, and what to do."""
    told = next(told for kind, told in ALL.items() if isinstance(refusal, kind))
    return told(words, refusal) if callable(told) else words.say(told)
