"""How far the meeting has come: what is decided of what the Council has to look at."""

import pandas as pd
import streamlit as st

from pages.review.choosing import Meeting
from pages.review.wording import GROUPS
from pages.shared.words import Words, safe


def show(words: Words, meeting: Meeting, lines: pd.DataFrame) -> None:
    """So many of so many, in all and by group; why there is nothing, where that is so."""
    whole = len(lines)
    if not whole:
        st.success(
            words.say(
                "There is nothing to look at: no claim waits, nothing is overdue or new, and every "
                "open entry has a lead and a deadline."
            )
        )
        return
    done = int(lines["is_done"].sum())
    text = words.count(
        "{done} of {n} entry decided",
        "{done} of {n} entries decided",
        whole,
        done=words.number(done),
    )
    st.progress(done / whole, text=safe(text))
    of_group = {str(group): rows["is_done"] for group, rows in lines.groupby("group")}
    told = [
        words.say(
            "{group}: {done} of {number}",
            group=words.code(GROUPS, group),
            done=words.number(int(of_group[group].sum())),
            number=words.number(len(of_group[group])),
        )
        for group in GROUPS
        if group in of_group
    ]
    scope = words.say("All rounds, as of {day}.", day=words.date(meeting.day))
    st.caption(safe(f"{' · '.join(told)}. {scope}"))
