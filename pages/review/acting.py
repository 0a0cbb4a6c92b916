"""Storing what is decided, and saying what came of it; on a refusal nothing that was typed goes."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from data_access import recommendations
from data_access.access import Reader
from data_access.recommendations import DecidedMeanwhile, Stored
from data_access.reviewing import Group
from data_access.rules import ReviewOutcome, Verdict
from pages.review import notes
from pages.review.scene import Row, Scene, decisions, go
from pages.review.wording import DECISIONS, REFUSALS, decided
from pages.shared import data, desk, errors, forms
from pages.shared.words import Words, mark, safe

OUTCOME = "review-outcome"
KINDS: tuple[type[Exception], ...] = (DecidedMeanwhile, *REFUSALS)
TOO_SOON = mark(
    "The key came before the entry could be read, so nothing was stored. Look at it, then press "
    "again."
)
TAKEN_BACK = mark("Taken back: {reference}. The note stands in its field again.")
STAYS = mark(
    "Something was reported or decided of the entry afterwards, or changed in what was settled, "
    "so it stays. Nothing was taken back."
)
SETTLED = mark("{reference}: lead or deadline settled. Stored.")
DECIDED = mark("{reference}: {decision}. Stored.")
DISAGREED = mark("{reference}: your disagreement is kept beside the decision.")

Act = Callable[[data.Asking, Reader, str], object]
Told = Callable[[Words, Scene | None], str]


def decide(scene: Scene, decision: Verdict | ReviewOutcome) -> None:
    """What the Council found of the entry, or did with it."""
    reference, meeting, seen = scene.reference, scene.meeting.number, scene.seen

    def act(connection: data.Asking, reader: Reader, note: str) -> object:
        said: dict[str, Any] = {"meeting": meeting, "note": note, "seen": seen}
        if isinstance(decision, Verdict):
            return recommendations.decide(connection, reader, reference, decision, **said)
        return recommendations.mark(connection, reader, reference, decision, **said)

    called = DECISIONS[decision]
    _store(
        scene,
        act,
        lambda words, _: words.say(
            DECIDED, reference=reference, decision=words.say(called).lower()
        ),
    )


def disagree(scene: Scene, finding: int, verdict: Verdict) -> None:
    """What the reader would have found instead of what another member entered."""
    _store(
        scene,
        lambda c, reader, note: recommendations.disagree(c, reader, finding, verdict, note=note),
        lambda words, _: words.say(DISAGREED, reference=scene.reference),
    )


def take_back(scene: Scene | None, row: Row, meeting: int) -> None:
    """Take back what the reader entered last; its note can be used again."""
    if scene is not None and not scene.is_read():
        _put("warning", lambda words, _: words.say(TOO_SOON))
        return
    reference, kind = str(row["reference"]), Stored(row["sort"])
    number = int(row["number"])
    try:
        data.tell(lambda c, reader: recommendations.take_back(c, reader, kind, number))
    except DecidedMeanwhile:
        _put("warning", lambda words, _: words.say(STAYS))
        return
    except KINDS as refusal:
        _refused(refusal, scene)
        return
    _put("success", lambda words, _: words.say(TAKEN_BACK, reference=reference))
    if scene is not None:
        scene.is_over()
    notes.put(meeting, reference, row["note"] or "")
    go(reference)


def settled(scene: Scene) -> None:
    """Go on once lead or deadline were named; a claim that waits is still to be decided."""
    _put("success", lambda words, _: words.say(SETTLED, reference=scene.reference))
    is_waiting = scene.line["group"] == Group.WAITING and not scene.line["is_done"]
    _go_on(scene, scene.reference if is_waiting else scene.pending)


def outcome(words: Words, scene: Scene | None) -> None:
    """What came of the latest step, until the next one, be it that of a form."""
    place = st.empty()
    if forms.OUTCOME in desk.here():
        forget_outcome()
    kind, told = desk.here().get(OUTCOME, ("", None))
    if told is not None:
        errors.refusal_is_told()
        getattr(place, kind)(safe(told(words, scene)))


def forget_outcome() -> None:
    """Whoever goes on has read what came of the latest step."""
    desk.here().pop(OUTCOME, None)


def _store(scene: Scene, act: Act, told: Told) -> None:
    if not scene.is_read():
        _put("warning", lambda words, _: words.say(TOO_SOON))
        return
    note = notes.of(scene)
    try:
        data.tell(lambda connection, reader: act(connection, reader, note))
    except KINDS as refusal:
        _refused(refusal, scene)
        return
    _put("success", told)
    _go_on(scene, scene.pending)


def _go_on(scene: Scene, to: str | None) -> None:
    scene.is_over()
    notes.put(scene.meeting.number, scene.reference, "")
    go(to or scene.reference)


def _refused(refusal: Exception, scene: Scene | None) -> None:
    errors.note_refusal(refusal)
    if isinstance(refusal, DecidedMeanwhile):
        seen = scene
        _put("warning", lambda words, now: meanwhile(words, seen, now))
        return
    text = next(REFUSALS[kind] for kind in type(refusal).__mro__ if kind in REFUSALS)
    _put("warning", lambda words, _: words.say(text))


def meanwhile(words: Words, seen: Scene | None, now: Scene | None) -> str:
    """What others did with the entry since it was drawn, and what one may do now."""
    if seen is None or now is None or now.reference != seen.reference:
        return words.say("Something was said of the entry in the meantime. Nothing was stored.")
    newer = [row for row in decisions(now) if _is_newer(row, seen)]
    if not newer:
        return words.say(
            "The addressee reported anew, or something was taken back, while you looked at this "
            "entry. Nothing of yours was stored, and your note is kept: look at what stands there "
            "now, and decide again."
        )
    row = newer[-1]
    what = decided(words, row["sort"], row["word"])
    if row["is_mine"]:
        return words.say(
            "You decided on this entry in another window: {decision}. Nothing was stored now, and "
            "your note is kept.",
            decision=what,
        )
    return words.say(
        "Another member of the Council decided on this entry while you looked at it: {decision}. "
        "Nothing of yours was stored, and your note is kept: say what you would have found, or go "
        "on to the next entry.",
        decision=what,
    )


def _is_newer(row: Row, seen: Scene) -> bool:
    is_mark = row["sort"] == Stored.MARK
    return bool(row["number"] > (seen.seen.mark if is_mark else seen.seen.finding))


def _put(kind: str, told: Any) -> None:
    desk.here().pop(forms.OUTCOME, None)
    desk.here()[OUTCOME] = (kind, told)
