"""The agenda: what is asked of the data, and the list of entries to jump to."""

import pandas as pd
import streamlit as st

from data_access import reviewing
from data_access.filters import Filters
from data_access.recommendations import Part
from pages.review.choosing import ENTRY, NAME, Meeting
from pages.review.wording import GROUPS
from pages.shared import choices, data, filters
from pages.shared.recommendations import made_up_badge
from pages.shared.vocabulary import LATENESS, STATUSES
from pages.shared.words import Words, safe

AT_ONCE = 20


def lines(meeting: Meeting) -> pd.DataFrame:
    """Every entry of the agenda with its group, those not decided yet first."""
    return data.frame(reviewing.lines, Filters(), meeting.number)


def show(words: Words, meeting: Meeting, known: pd.DataFrame) -> None:
    """The agenda as links, folded away; drawn once it is opened."""
    if known.empty:
        return
    label = words.say("The whole agenda")
    with st.expander(label, key="agenda-open", on_change="rerun") as opened:
        if not opened.open:
            return
        part = Part(AT_ONCE, AT_ONCE * _sheet(words, len(known)))
        rows = data.frame(reviewing.agenda, Filters(), meeting.number, part).to_dict("records")
        for row in rows:
            called = words.say("decided") if row["is_done"] else words.code(GROUPS, row["group"])
            st.page_link(
                "review/page.py",
                label=safe(f"{row['reference']} · {called}"),
                query_params=filters.address(
                    **{NAME: str(meeting.number), ENTRY: row["reference"]}
                ),
            )
            badge = made_up_badge(words) if row["is_made_up"] else ""
            st.markdown(f"{badge}{safe(words.pick(row, 'text'))}")
            if row["status"] is not None:
                status, late = words.code(STATUSES, row["status"]), row["lateness"]
                st.caption(safe(f"{status}. {words.code(LATENESS, late)}."))


def _sheet(words: Words, number: int) -> int:
    last = (number - 1) // AT_ONCE
    if not last:
        return 0
    sheets = {
        str(sheet + 1): words.say(
            "{first} to {last}",
            first=words.number(sheet * AT_ONCE + 1),
            last=words.number(min((sheet + 1) * AT_ONCE, number)),
        )
        for sheet in range(last + 1)
    }
    return int(choices.choice("sheet", words.say("Shown"), sheets, "1", as_list=True)) - 1
