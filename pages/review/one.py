"""The entry before the Council: what is asked, of whom, what was said, and what may be decided."""

from typing import Any

import pandas as pd
import streamlit as st

from data_access import recommendations
from data_access.filters import Filters
from data_access.recommendations import Wanted
from data_access.rules import AddresseeRole, Origin
from pages.review import acting, deciding, scene
from pages.review.choosing import Meeting
from pages.review.scene import Scene
from pages.review.wording import GROUPS
from pages.shared import data, filters, looks
from pages.shared.events import what
from pages.shared.recommendations import (
    addressed_to,
    author,
    day,
    deadline_and_lateness,
    kind_and_area,
    made_up_badge,
    why,
)
from pages.shared.vocabulary import CLAIMS, STATUSES
from pages.shared.words import Words, safe

Row = dict[Any, Any]
Frame = pd.DataFrame


def show(words: Words, meeting: Meeting, lines: Frame) -> None:
    """The entry with the steps, where there is one."""
    unknown = scene.drop_unknown(meeting)
    before = scene.scene(meeting, lines)
    acting.outcome(words, before)
    if unknown is not None:
        _tell_unknown(words, unknown)
    if before is None:
        if not lines.empty:
            st.success(words.say("Everything on the agenda is decided. The minutes stand below."))
        deciding.back(words, None, meeting)
        return
    found = data.frame(recommendations.register, before.filters, Wanted(as_of=meeting.day)).to_dict(
        "records"
    )
    with st.container(border=True):
        _head(words, before)
        if found:
            _standing(words, found[0], before.filters)
        else:
            st.markdown(safe(words.pick(before.line, "text")))
            st.caption(words.say("On the day of the meeting the entry was not made yet."))
        _report(words, before)
        _history(words, before)
    before.is_drawn()
    deciding.show(words, before, found[0] if found else None)


def _tell_unknown(words: Words, reference: str) -> None:
    text = words.say(
        "On the day of this meeting the register holds no entry number {reference}.",
        reference=reference,
    )
    st.warning(safe(text))


def _head(words: Words, before: Scene) -> None:
    group = before.line["group"]
    reason = words.say("not on the agenda") if group is None else words.code(GROUPS, group)
    if before.line["is_done"]:
        reason = words.say("decided")
    badge = made_up_badge(words) if before.line["is_made_up"] else ""
    st.subheader(f"{badge}{safe(f'{before.reference} · {reason}')}", anchor=False)


def _standing(words: Words, row: Row, chosen: Filters) -> None:
    """What is asked, of whom and by when, and where it stood on the meeting's day."""
    st.markdown(safe(words.pick(row, "text")))
    named = data.frame(recommendations.addressees, chosen).to_dict("records")
    told = {
        words.say("Status"): f"{words.code(STATUSES, row['status'])}. {why(words, row)}",
        words.say("Lead"): addressed_to(words, named, AddresseeRole.LEAD),
        words.say("Supporting"): addressed_to(words, named, AddresseeRole.SUPPORTING),
        words.say("Deadline"): deadline_and_lateness(words, row),
    }
    st.markdown("\n".join(f"- **{safe(name)}:** {safe(text)}" for name, text in told.items()))
    st.caption(safe(f"{kind_and_area(words, row)} · {looks.place(words, row, chosen)}"))


def _report(words: Words, before: Scene) -> None:
    """The latest report up to the meeting's day, in the words of the addressee, with what bears it.

    One that came later is told to be there.
    """
    said = data.frame(recommendations.reports, before.filters)
    until = said[said["reported_on"] <= pd.Timestamp(before.meeting.day)].to_dict("records")
    if len(until) < len(said):
        st.caption(words.say("The addressee reported again after this meeting."))
    if not until:
        return
    row = until[-1]
    claim = words.code(CLAIMS, row["claim"])
    line = words.say(
        "Latest report, {day} – {by}: {claim}",
        day=day(words, row["reported_on"]),
        by=author(words, row),
        claim=claim,
    )
    badge = made_up_badge(words) if row["origin"] == Origin.SAMPLE else ""
    st.markdown(f"{badge}**{safe(line)}**")
    st.markdown(safe(row["text"]))
    borne = data.frame(recommendations.evidence, before.filters)
    for each in borne[borne["report"] == row["number"]].to_dict("records"):
        title = safe(words.pick(each, "title"))
        if each["address"]:
            st.link_button(title, each["address"], type="tertiary")
        else:
            st.markdown(title)


def _history(words: Words, before: Scene) -> None:
    """What happened to it so far, folded away, and the way to its own page."""
    with st.expander(words.say("History"), key="review-history", on_change="rerun") as opened:
        if not opened.open:
            return
        events = data.frame(recommendations.history, before.filters).to_dict("records")
        told = [_event(words, row) for row in events]
        st.markdown("\n".join(f"- {line}" for line in told))
        st.page_link(
            "recommendations/page.py",
            label=words.say("The page of this entry"),
            query_params=filters.address(recommendation=before.reference),
        )


def _event(words: Words, row: Row) -> str:
    badge = made_up_badge(words) if row["origin"] == Origin.SAMPLE else ""
    text = words.pick(row, "text")
    line = f"{badge}**{safe(day(words, row['on']))}** · {safe(what(words, row))}"
    return f"{line} – {safe(text)}" if text else line
