"""Load against hours: families in care for each planned weekly hour of each post."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pandas as pd
import streamlit as st

from data_access.caseloads import FEWEST, HEAVY, LoadState
from data_access.filters import Filters
from data_access.rules import per
from pages.caseloads import labels
from pages.caseloads.charts.bars import bars
from pages.shared import tables
from pages.shared.vocabulary import MISSING
from pages.shared.words import Words, mark, safe

Row = dict[Any, Any]
PLACES = 2
WHY_NONE: dict[str, str] = {
    LoadState.HOURS_NOT_STATED: mark("planned hours not stated"),
    LoadState.NOT_HELD: mark("not held on that day"),
    LoadState.NO_DATA: mark("no case with a stated opening"),
}


def show(
    words: Words, loads: pd.DataFrame, posts: pd.DataFrame, day: dt.date, chosen: Filters
) -> None:
    """Bars of load with the median and twice the median, and hours behind them in the table."""
    st.header(words.say("Load against hours"), anchor=False)
    text = words.say(
        "Load is the number of families in care as {day} ends for each planned hour a week of "
        "their post. Where the hours are not stated there is no load: that is not zero.",
        day=words.date(day),
    )
    st.markdown(labels.told(words, f"{text} {median_told(words, loads)}", loads))
    _chart(words, loads, posts)
    if undated := int(loads["undated_cases"].sum()):
        said = words.count(
            "{n} case has no stated opening and is in no load.",
            "{n} cases have no stated opening and are in no load.",
            undated,
        )
        st.caption(safe(said))
    if chosen.start or chosen.end:
        st.caption(
            safe(words.say("Hours worked are those of months that lie wholly within these days."))
        )
    _table(words, loads, posts, labels.note(words, loads, chosen=chosen))


def median_told(words: Words, loads: pd.DataFrame) -> str:
    """The median of the posts with a load, or that there are too few for one."""
    known = int(loads["load"].notna().sum())
    middle = loads["median"].max()
    if not pd.isna(middle):
        return words.count(
            "The median of {n} post with a load is {median}.",
            "The median of {n} posts with a load is {median}.",
            known,
            median=written(words, middle),
        )
    return words.count(
        "A median needs {fewest} posts with a load, and {n} has one: no load is called heavy.",
        "A median needs {fewest} posts with a load, and {n} have one: no load is called heavy.",
        known,
        fewest=words.number(FEWEST),
    )


def written(words: Words, load: Any) -> str:
    """A load with up to two decimals, rounded half up."""
    return words.number(float(per(Decimal(str(load)), 1, PLACES) or 0))


def _chart(words: Words, loads: pd.DataFrame, posts: pd.DataFrame) -> None:
    named = labels.of_posts(words, posts)
    found = loads.to_dict("records")
    rows = pd.DataFrame(
        {
            "key": [str(row["post"]) for row in found],
            "label": [_label(words, row, named[int(row["post"])]) for row in found],
            "value": loads["load"],
            "value_label": [_load(words, row) for row in found],
            "tone": loads["is_heavy"].fillna(value=False).map({True: "heavy", False: "usual"}),
        }
    )
    rules = _rules(words, loads)
    listed = "; ".join(f"{row.label}: {row.value_label}" for row in rows.itertuples())
    said = words.say("Load by post: {list}.", list=listed)
    across = "; ".join(name for _, name in rules)
    alt_text = " ".join(filter(None, (labels.made_up(words, loads), said, across)))
    note = labels.made_up_in_short(words, loads)
    st.altair_chart(bars(rows, words.chart_locale(), alt_text, rules=rules, note=note))


def _rules(words: Words, loads: pd.DataFrame) -> list[tuple[float, str]]:
    middle = loads["median"].max()
    if pd.isna(middle):
        return []
    twice = HEAVY * float(middle)
    return [
        (float(middle), words.say("median: {load}", load=written(words, middle))),
        (twice, words.say("twice the median: {load}", load=written(words, twice))),
    ]


def _label(words: Words, row: Row, name: str) -> str:
    """The post with its families and hours, and that its load is heavy, where it is."""
    parts = [name]
    if not pd.isna(row["in_care"]):
        families = int(row["in_care"])
        parts.append(words.count("{n} family in care", "{n} families in care", families))
    if not pd.isna(row["hours_per_week"]):
        hours = words.number(float(row["hours_per_week"]))
        parts.append(words.say("{hours} h a week", hours=hours))
    if not pd.isna(row["is_heavy"]) and row["is_heavy"]:
        parts.append(words.say("heavy"))
    return " · ".join(parts)


def _load(words: Words, row: Row) -> str:
    if row["state"] in WHY_NONE:
        return words.code(WHY_NONE, row["state"])
    return written(words, row["load"])


def _table(words: Words, loads: pd.DataFrame, posts: pd.DataFrame, note: str) -> None:
    headings = {
        "post": words.say("Post"),
        "hours": words.say("Hours a week"),
        "worked": words.say("Hours worked"),
        "with": words.say("Months stating hours"),
        "without": words.say("Months not stating hours"),
        "gap": words.say("Days without a mediator"),
        "in_care": words.say("Families in care"),
        "load": words.say("Load"),
        "heavy": words.say("At least twice the median"),
    }
    named = labels.of_posts(words, posts)
    rows = [_row(words, row, named) for row in loads.to_dict("records")]
    tables.behind(words, pd.DataFrame(rows, columns=list(headings)), headings, note)


def _row(words: Words, row: Row, named: labels.Labels) -> dict[str, str]:
    name = named[int(row["post"])]
    if not pd.isna(row["substitutes"]):
        other = named.get(int(row["substitutes"]))
        name = (
            words.say("{post}, substitute", post=name)
            if other is None
            else words.say("{post}, substitute for {other}", post=name, other=other)
        )
    not_stated = words.code(MISSING, "not_stated")
    hours, worked = (
        not_stated if pd.isna(row[hours]) else words.number(float(row[hours]))
        for hours in ("hours_per_week", "hours_worked")
    )
    return {
        "post": name,
        "hours": hours,
        "worked": worked,
        "with": _counted(words, row["months_with_hours"]),
        "without": _counted(words, row["months_without_hours"]),
        "gap": _counted(words, row["gap_days"]),
        "in_care": _counted(words, row["in_care"]),
        "load": _load(words, row),
        "heavy": _heavy(words, row["is_heavy"]),
    }


def _heavy(words: Words, is_heavy: Any) -> str:
    if pd.isna(is_heavy):
        return "–"
    return words.say("yes") if is_heavy else words.say("no")


def _counted(words: Words, value: Any) -> str:
    return "–" if pd.isna(value) else words.number(int(value))
