"""One round: where it stands, its days, its funding, and who says so."""

from typing import Any

import pandas as pd
import streamlit as st

from data_access.rounds import RoundState, state_of
from pages.shared.figures import citation
from pages.shared.vocabulary import ROUND_STATES
from pages.shared.words import Words, mark, safe

Row = dict[Any, Any]

MEANINGS = {
    RoundState.PLANNED: mark(
        "Activities, attendances and figures can be entered. The round opens with the first day "
        "that it really had."
    ),
    RoundState.OPEN: mark("Activities, attendances and figures can be entered."),
    RoundState.CLOSED: mark(
        "Activities, attendances, mediators' posts, reports and uploads stay as they are. Reported "
        "figures can still be cited and corrected."
    ),
    RoundState.APPROVED: mark("Nothing of this round changes until the approval is withdrawn."),
}


def show(words: Words, row: Row) -> None:
    """What is known of the round; what no source states says so."""
    title = words.say("Round {code}: {title}", code=row["code"], title=words.pick(row, "title"))
    st.header(safe(title), anchor=False)
    state = state_of(row)
    st.markdown(f"**{safe(words.code(ROUND_STATES, state))}.** {safe(words.say(MEANINGS[state]))}")
    lines = [*_days(words, row), *_frame(words, row), *_moments(words, row)]
    st.markdown("\n".join(f"- {safe(line)}" for line in lines))


def _days(words: Words, row: Row) -> list[str]:
    spans = {
        kind: words.period(
            *(row[f"{kind}_{part}"] for part in ("starts_on", "ends_on", "date_precision"))
        )
        for kind in ("planned", "actual")
    }
    if not pd.isna(row["actual_starts_on"]) and pd.isna(row["actual_ends_on"]):
        spans["actual"] = words.say("from {day}", day=words.date(row["actual_starts_on"]))
    return [
        words.say("Planned days: {days}", days=spans["planned"]),
        words.say("Actual days: {days}", days=spans["actual"]),
    ]


def _frame(words: Words, row: Row) -> list[str]:
    nothing = words.say("not stated")
    cents = row["funding_cents"]
    shares = [
        nothing if pd.isna(row[f"{who}_share_percent"]) else words.percent(float(share))
        for who in ("eu", "state")
        for share in [row[f"{who}_share_percent"]]
    ]
    return [
        words.say("Contract: {text}", text=row["contract"] or nothing),
        words.say("Programme: {text}", text=words.pick(row, "programme") or nothing),
        words.say("Funding: {sum}", sum=nothing if pd.isna(cents) else words.money(int(cents))),
        words.say("Source of the funding: {source}", source=_source(words, row, "funding_")),
        words.say("Shares: European Union {eu}, state {state}", eu=shares[0], state=shares[1]),
        words.say("Source: {source}", source=_source(words, row)),
    ]


def _source(words: Words, row: Row, of: str = "") -> str:
    return citation(words, row, of) if row[f"{of}source"] else words.say("not stated")


def _moments(words: Words, row: Row) -> list[str]:
    sentences = {
        "closed_at": mark("Closed: {moment}"),
        "approved_at": mark("Approved: {moment}"),
    }
    return [
        words.say(sentence, moment=words.moment(row[column]))
        for column, sentence in sentences.items()
        if not pd.isna(row[column])
    ]
