"""Who is who at an activity, by numbers: two persons are one, one is two, a row is another's."""

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from data_access import attendance
from data_access.access import Right
from data_access.filters import Filters
from pages.attendance import sure, traits
from pages.attendance.traits import Row
from pages.shared import choices, data, outcome
from pages.shared.words import Words, mark, safe

PLACE = "persons"
ONE, OTHER, JOIN, ROW = (f"{PLACE}-{name}" for name in ("one", "other", "join", "row"))
HINT = mark(
    "Persons are numbers here; their names can be shown above for a stated reason. Nothing is lost "
    "by joining: two who were joined by mistake are taken apart again."
)


def offer(words: Words, activity: str) -> None:
    """A fold with the three things that can be said of who is who."""
    outcome.show(words, PLACE)
    if not data.may(Right.KEEP_RECORDS):
        return
    rows = data.frame(attendance.rows, Filters(activity=activity)).to_dict("records")
    if not rows:
        return
    with st.expander(words.say("Who is who"), key=f"{PLACE}-open"):
        st.caption(words.say(HINT))
        _same(words, rows)
        _apart(words, activity)
        _split(words, rows)


def _same(words: Words, rows: list[Row]) -> None:
    """Somebody who was here is the same as somebody of whichever activity."""
    heading = words.say("Recorded twice")
    st.markdown(f"**{heading}**")
    here = {str(int(row["person"])): traits.number(words, row) for row in rows}
    kept = _choose(words.say("This person"), here, ONE)
    other = st.number_input(
        words.say("is the same as the person with the number"), min_value=1, step=1, key=OTHER
    )
    number = words.say("No. {number}", number=int(other))
    _ask(
        words,
        "same",
        partial(_join, int(kept), int(other)),
        words.say("Yes, {one} and {other} are one person", one=here[kept], other=number),
        words.say("These are one person"),
    )


def _apart(words: Words, activity: str) -> None:
    """Two who were joined are two again."""
    found = data.match(lambda c, reader: attendance.joined(c, reader, Filters(activity=activity)))
    if found.empty:
        return
    heading = words.say("Joined by mistake")
    st.markdown(f"**{heading}**")
    named = {
        str(row["merge"]): words.say(
            "No. {kept} and No. {merged}, joined {moment}",
            kept=int(row["kept"]),
            merged=int(row["merged"]),
            moment=words.moment(row["joined_at"]),
        )
        for row in found.to_dict("records")
    }
    merge = _choose(words.say("The persons"), named, JOIN)
    _ask(
        words,
        "apart",
        partial(_take_apart, int(merge)),
        words.say("Yes, these are two: {persons}", persons=named[merge]),
        words.say("These are two persons"),
    )


def _split(words: Words, rows: list[Row]) -> None:
    """A row that was given to a namesake."""
    heading = words.say("Taken for a namesake")
    st.markdown(f"**{heading}**")
    by_number = {str(int(row["attendance"])): row for row in rows}
    named = {number: traits.number(words, row) for number, row in by_number.items()}
    number = _choose(words.say("The row of"), named, ROW)
    revision = int(by_number[number]["revision"])
    _ask(
        words,
        "split",
        partial(_give_away, int(number), revision),
        words.say("Yes, this row is of another person of the same name"),
        words.say("Give the row to another person"),
    )


def _choose(label: str, named: Mapping[str, str], key: str) -> str:
    shown = choices.told_apart(named)
    chosen: str = st.selectbox(label, list(named), format_func=shown.__getitem__, key=key)
    return chosen


def _ask(
    words: Words, name: str, act: Callable[[str], outcome.Say], sure_of: str, submit: str
) -> None:
    sure.ask(words, sure.Step(f"{PLACE}-{name}", PLACE, act), sure_of, submit)


def _join(kept: int, merged: int, _reason: str) -> outcome.Say:
    done = data.tell(lambda c, reader: attendance.join(c, reader, kept, merged))
    return partial(_say_joined, done.both_at)


def _take_apart(merge: int, _reason: str) -> outcome.Say:
    done = data.tell(lambda c, reader: attendance.take_apart(c, reader, merge))
    return partial(_say_apart, done.kept, done.since)


def _give_away(row: int, revision: int, _reason: str) -> outcome.Say:
    person = data.tell(lambda c, reader: attendance.split_attendance(c, reader, row, revision))
    return partial(_say_split, person)


def _say_joined(both_at: int, words: Words) -> None:
    st.success(safe(words.say("They count as one person from now on.")))
    if both_at:
        said = words.count(
            "Both were recorded at {n} activity: there they count once.",
            "Both were recorded at {n} activities: there they count once.",
            both_at,
        )
        st.info(safe(said))


def _say_apart(kept: int, since: int, words: Words) -> None:
    st.success(safe(words.say("They are two persons again.")))
    if since:
        said = words.count(
            "{n} attendance that came since stays with No. {kept}: give it away below if it is "
            "the other one's.",
            "{n} attendances that came since stay with No. {kept}: give them away below if they "
            "are the other one's.",
            since,
            kept=words.number(kept),
        )
        st.info(safe(said))


def _say_split(person: int, words: Words) -> None:
    said = words.say("The row is of No. {number} from now on.", number=words.number(person))
    st.success(safe(said))
