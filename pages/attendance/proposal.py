"""Which activity a file seems to be of: by its days, its title and its own name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from data_access.attendance import Sheet
from data_access.rules import Precision, fold
from pages.attendance import verdict
from pages.attendance.given import Given
from pages.shared.activities import when
from pages.shared.words import Words, mark, safe

Row = Mapping[Any, Any]

LEAST_LETTERS, LEAST_WORDS, MOST = 4, 2, 3
SAME_DAY, SAME_WORDS = mark("the date is the same"), mark("the title is alike")
BOTH = mark("the date is the same and the title is alike")
REASONS = {(True, True): BOTH, (True, False): SAME_DAY, (False, True): SAME_WORDS}


@dataclass(frozen=True)
class Likely:
    """An activity, and what speaks for it."""

    row: Row
    same_day: bool
    words: int


def offer(words: Words, given: Given, sheet: Sheet, rows: Iterable[Row], chosen: str) -> bool:
    """The activities that fit, one press each; whether any of them does, or is chosen already.

    Against an activity that is chosen only the day speaks: titles are alike by chance as well.
    """
    likely = ranked(given, sheet, rows)
    if any(str(each.row["code"]) == chosen for each in likely[:1]):
        return True
    for each in likely if not chosen else [one for one in likely if one.same_day]:
        named = f"{when(words, each.row)} · {words.pick(each.row, 'title')}"
        reason = words.say(REASONS[each.same_day, each.words >= LEAST_WORDS])
        text = words.say("Proposed: {activity}, because {reason}.", activity=named, reason=reason)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(safe(text), width="stretch")
            code = str(each.row["code"])
            label = words.say("Choose this activity")
            st.button(label, key=f"proposed-{code}", on_click=_choose, args=(code,))
    return bool(likely)


def say_if_different(words: Words, sheet: Sheet, activity: Row) -> None:
    """That the file speaks of other days than the activity chosen."""
    if not sheet.days or pd.isna(activity["starts_on"]) or _is_on(activity, sheet):
        return
    text = words.say(
        "The file says {file}, the activity chosen is on {activity}. Choose another activity, or "
        "go on if you are sure.",
        file=verdict.days(words, sheet.days),
        activity=when(words, activity),
    )
    st.warning(safe(text))


def ranked(given: Given, sheet: Sheet, rows: Iterable[Row]) -> list[Likely]:
    """The few that fit, the likeliest first."""
    told = _words(sheet.title or "") | _words(given.name)
    found = [Likely(row, _is_on(row, sheet), len(told & _titled(row))) for row in rows]
    fitting = [each for each in found if each.same_day or each.words >= LEAST_WORDS]
    fitting.sort(key=lambda each: (not each.same_day, -each.words))
    return [each for each in fitting if each.same_day == fitting[0].same_day][:MOST]


def _is_on(row: Row, sheet: Sheet) -> bool:
    """Whether one of the file's days is one of the activity's, as exactly as that is known."""
    if pd.isna(row["starts_on"]):
        return False
    first = row["starts_on"].date()
    last = first if pd.isna(row["ends_on"]) else row["ends_on"].date()
    if row["date_precision"] == Precision.DAY:
        return any(first <= day <= last for day in sheet.days)
    months = {(day.year, day.month) for day in sheet.days}
    return row["date_precision"] == Precision.MONTH and (first.year, first.month) in months


def _titled(row: Row) -> set[str]:
    return _words(f"{row['title_lv']} {row['title_en']}")


def _words(text: str) -> set[str]:
    parts = "".join(sign if sign.isalnum() else " " for sign in fold(text)).split()
    return {part[:6] for part in parts if len(part) >= LEAST_LETTERS and not part.isdigit()}


def _choose(code: str) -> None:
    st.query_params["activity"] = code
