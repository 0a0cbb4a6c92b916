"""The steps: a note, a button and a key for each decision, and the way on and back."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from data_access import recommendations, reviewing
from data_access.access import Right
from data_access.filters import Filters
from data_access.recommendations import Offered, Stored
from data_access.rules import ReviewOutcome, Verdict
from pages.review import acting, notes, settling
from pages.review.choosing import Meeting
from pages.review.scene import Row, Scene, decisions, go, offer
from pages.review.wording import BACK, DECISIONS, KEYS, NEXT, PREVIOUS, decided
from pages.shared import data
from pages.shared.vocabulary import VERDICTS
from pages.shared.words import Words, safe

MARKS = (ReviewOutcome.NOTED, ReviewOutcome.POSTPONED)


def show(words: Words, scene: Scene, entry: Row | None) -> None:
    """What was decided on the entry already, and what the reader may do."""
    told = decisions(scene)
    _decided(words, told)
    offered = offer(scene)
    is_open = offered is not None and offered.may_mark and not offered.is_own
    if offered is None:
        _who_decides(words, scene)
    elif not offered.may_mark:
        st.caption(
            words.say(
                "Your role does not reach the round or the town of this entry, so others decide "
                "on it."
            )
        )
    elif offered.is_own:
        st.info(
            words.say(
                "You or your institution reported this, so another member of the Council decides "
                "on it."
            )
        )
    elif others := _of_others(told):
        _disagreeing(words, scene, offered, others)
    else:
        _deciding(words, scene, offered)
    _ways(words, scene)
    _keys(words, with_note=is_open)
    if is_open and entry is not None:
        settling.show(words, scene, entry)


def back(words: Words, scene: Scene | None, meeting: Meeting) -> None:
    """A button that takes back what the reader entered last at this meeting today."""
    if not data.may(Right.CONFIRM):
        return
    found = data.frame(reviewing.decided, Filters(), meeting.number)
    own = found[found["is_mine"] & found["is_of_today"]].to_dict("records")
    label, stays = words.say("Take back the latest"), ""
    if own:
        row = own[-1]
        stays = _why_it_stays(words, row, found)
        what = decided(words, row["sort"], row["word"])
        label = words.say("Take back: {reference}, {what}", reference=row["reference"], what=what)
    st.button(
        safe(label),
        key="review-back",
        shortcut=BACK,
        disabled=not own or bool(stays),
        on_click=acting.take_back,
        args=(scene, own[-1] if own else {}, meeting.number),
    )
    if stays:
        st.caption(stays)


def _why_it_stays(words: Words, row: Row, found: pd.DataFrame) -> str:
    """Why what the reader entered last cannot be taken back; empty where it can."""
    reference, number = row["reference"], row["number"]
    # A disagreement is stored among the decisions.
    table = Stored.MARK if row["sort"] == Stored.MARK else Stored.DECISION
    last = data.look(lambda c, reader: recommendations.last_stored(c, reader, reference))
    if last == (table, number):
        return ""
    if row["sort"] == Stored.DECISION and number in set(found["against"]):
        return words.say("A member disagrees with this decision, so it stays.")
    return words.say("Something was reported or decided of the entry afterwards, so this stays.")


def _decided(words: Words, told: list[Row]) -> None:
    for row in told:
        what = decided(words, row["sort"], row["word"])
        if row["sort"] == Stored.DISAGREEMENT:
            who = (
                words.say("You disagree: {what}", what=what)
                if row["is_mine"]
                else words.say("A member disagrees: {what}", what=what)
            )
        else:
            who = (
                words.say("Decided by you at this meeting: {what}", what=what)
                if row["is_mine"]
                else words.say("Decided at this meeting: {what}", what=what)
            )
        note = f" – {safe(row['note'])}" if row["note"] else ""
        st.markdown(f"**{safe(who)}**{note}")


def _of_others(told: list[Row]) -> Row | None:
    """The finding that holds, where another account entered it."""
    found = [row for row in told if row["sort"] == Stored.DECISION]
    return found[-1] if found and not found[-1]["is_mine"] else None


def _deciding(words: Words, scene: Scene, offered: Offered) -> None:
    notes.field(words, scene)
    open_to = [decision for decision in DECISIONS if decision in (*offered.verdicts, *MARKS)]
    with st.container(horizontal=True):
        for decision in open_to:
            _button(decision, words.say(DECISIONS[decision]), acting.decide, scene, decision)
    if not offered.verdicts:
        st.caption(words.say("Where the entry stands, the Council has nothing to find of it."))


def _disagreeing(words: Words, scene: Scene, offered: Offered, finding: Row) -> None:
    number = int(finding["number"])
    if number not in offered.disputable:
        return
    text = words.say(
        "Another member entered what the Council decided. If you would have found something else, "
        "write why into the note and say what: it is kept beside the decision, and changes nothing."
    )
    st.caption(safe(text))
    notes.field(words, scene)
    with st.container(horizontal=True):
        for verdict in Verdict:
            if verdict != finding["word"]:
                what = words.code(VERDICTS, verdict)
                label = words.say("I disagree: {what}", what=what)
                _button(verdict, label, acting.disagree, scene, number, verdict)


def _button(
    decision: Verdict | ReviewOutcome,
    label: str,
    act: Callable[..., None],
    *args: object,
) -> None:
    st.button(
        label,
        key=f"review-decide-{decision.value}",
        shortcut=KEYS[decision],
        on_click=act,
        args=args,
    )


def _ways(words: Words, scene: Scene) -> None:
    """To the entry before and after, what the reader entered last taken back, and the keys."""
    with st.container(horizontal=True):
        for key, label, shortcut, to in (
            ("before", words.say("Previous entry"), PREVIOUS, scene.before),
            ("after", words.say("Next entry"), NEXT, scene.after),
        ):
            st.button(
                label,
                key=f"review-{key}",
                shortcut=shortcut,
                disabled=to is None,
                on_click=_go,
                args=(to,),
            )
        if not scene.meeting.is_ahead:
            back(words, scene, scene.meeting)


def _keys(words: Words, *, with_note: bool) -> None:
    """What the keys do."""
    told = words.say("Each key stands on its button.")
    if with_note:
        rest = words.say(
            "Tab leads from the note to the decisions, Shift+Tab back into the note; while one "
            "writes there, keys do nothing but write."
        )
        told = f"{told} {rest}"
    st.caption(told)


def _go(to: str | None) -> None:
    acting.forget_outcome()
    go(to)


def _who_decides(words: Words, scene: Scene) -> None:
    if scene.meeting.is_ahead:
        return
    st.caption(words.say("Members of the Council decide here; you see what lies before them."))
