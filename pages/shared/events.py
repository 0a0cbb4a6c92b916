"""What happened to an entry of the register, in a line each."""

from collections.abc import Callable, Mapping
from typing import Any

from pages.shared.recommendations import author
from pages.shared.vocabulary import CLAIMS, REVIEW_OUTCOMES, VERDICTS, WORDED
from pages.shared.words import Words

Row = Mapping[Any, Any]


def what(words: Words, row: Row) -> str:
    """What happened, in a line."""
    return WRITTEN[row["kind"]](words, row)


def _made(words: Words, row: Row) -> str:
    if activity := words.pick(row, "by"):
        return words.say("Made: {activity}", activity=activity)
    return words.say("Made")


def _worded(words: Words, row: Row) -> str:
    if row["word"]:
        reason = words.code(WORDED, row["word"]) if row["word"] in WORDED else row["word"]
        return words.say("Worded anew: {reason}", reason=reason)
    return words.say("Worded anew")


def _reported(words: Words, row: Row) -> str:
    claim = words.code(CLAIMS, row["word"])
    return words.say("{by} reports: {claim}", by=author(words, row), claim=claim)


def _found(words: Words, row: Row) -> str:
    return words.say(
        "The Council finds: {verdict} ({meeting})",
        verdict=words.code(VERDICTS, row["word"]),
        meeting=words.pick(row, "by"),
    )


def _disagreed(words: Words, row: Row) -> str:
    return words.say(
        "A member of the Council disagrees and finds: {verdict} ({meeting})",
        verdict=words.code(VERDICTS, row["word"]),
        meeting=words.pick(row, "by"),
    )


def _marked(words: Words, row: Row) -> str:
    return words.say(
        "The Council looked at it: {outcome} ({meeting})",
        outcome=words.code(REVIEW_OUTCOMES, row["word"]),
        meeting=words.pick(row, "by"),
    )


def _carried(words: Words, row: Row) -> str:
    return words.say("Carried into round {round}", round=row["word"])


def _replaced(words: Words, row: Row) -> str:
    return words.say("Replaced by {other}", other=row["word"])


WRITTEN: dict[str, Callable[[Words, Row], str]] = {
    "made": _made,
    "worded": _worded,
    "reported": _reported,
    "found": _found,
    "disagreed": _disagreed,
    "marked": _marked,
    "carried": _carried,
    "replaced": _replaced,
}
