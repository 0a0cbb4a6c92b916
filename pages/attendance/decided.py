"""Decisions about a file or about rows that wait: kept for the tab, each one taken back at will."""

from dataclasses import dataclass, field

import streamlit as st

from data_access.attendance.reading import Decisions
from data_access.attendance.reading.decisions import UNDECIDED
from pages.shared import desk
from pages.shared.words import Words

STATE = "attendance-decisions"
MOST_STEPS = 200


@dataclass(frozen=True)
class Course:
    """What is decided, and what was before each step, the first one first."""

    decisions: Decisions = UNDECIDED
    before: tuple[Decisions, ...] = field(default=(), repr=False)


def of(name: str) -> Course:
    """What was decided under the name: of a file its fingerprint."""
    found: Course = _all().get(name, Course())
    return found


def decide(name: str, decisions: Decisions) -> None:
    """One more step."""
    course = of(name)
    if decisions != course.decisions:
        before = (*course.before, course.decisions)[-MOST_STEPS:]
        desk.here()[STATE] = _all() | {name: Course(decisions, before)}


def begin(name: str, decisions: Decisions) -> None:
    """Where nothing was decided yet, begin with this; that is no step."""
    if name not in _all():
        desk.here()[STATE] = _all() | {name: Course(decisions)}


def has(name: str) -> bool:
    """Whether decisions under the name have begun."""
    return name in _all()


def first(name: str) -> Decisions:
    """With what they began."""
    course = of(name)
    return course.before[0] if course.before else course.decisions


def forget(name: str) -> None:
    """Nothing was decided."""
    desk.here()[STATE] = {key: course for key, course in _all().items() if key != name}


def ways_back(words: Words, name: str) -> None:
    """Buttons that take the last decision back, or all of them."""
    steps = len(of(name).before)
    if not steps:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        counted = words.count("{n} decision so far", "{n} decisions so far", steps)
        st.markdown(counted)
        st.button(
            words.say("Undo the last decision"), key=f"{name}-back", on_click=_back, args=(name,)
        )
        st.button(words.say("Start over"), key=f"{name}-over", on_click=_over, args=(name,))


def _back(name: str) -> None:
    course = of(name)
    if course.before:
        *before, latest = course.before
        desk.here()[STATE] = _all() | {name: Course(latest, tuple(before))}


def _over(name: str) -> None:
    desk.here()[STATE] = _all() | {name: Course(first(name))}


def _all() -> dict[str, Course]:
    found: dict[str, Course] = desk.here().get(STATE, {})
    return found
