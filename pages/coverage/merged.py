"""What became of the places on today's map: which are one now, and how many are left."""

import pandas as pd
import streamlit as st

from data_access import coverage
from data_access.filters import Filters
from data_access.rules import Look
from pages.shared import data
from pages.shared.words import Words, mark, safe

REPORTED = mark("Of the places reported as represented")
RECORDED = mark("Of the places from which attendance is recorded")
AND, OR = mark("{list} and {last}"), mark("{list} or {last}")


def say(words: Words, chosen: Filters) -> None:
    """On today's map, what merged since the places were named; on other maps nothing."""
    if chosen.look is not Look.TODAY:
        return
    became = data.frame(coverage.became, chosen)
    if told := in_words(words, became):
        whose = REPORTED if became["is_reported"].any() else RECORDED
        st.markdown(safe(words.say("{whose}: {what}", whose=words.say(whose), what=told)))


def in_words(words: Words, became: pd.DataFrame) -> str:
    """The sentences: of the reported places, or where none is reported of the recorded ones."""
    of_list = "is_reported" if became["is_reported"].any() else "is_recorded"
    places = became[became[of_list]]
    found = places[places["there"].notna()]
    are_one = found["there"].duplicated(keep=False)
    parts = [_one_now(words, found[are_one]), *_elsewhere(words, found[~are_one])]
    before, now = len(found), found["there"].nunique()
    if before != now:
        became_fewer = words.count(
            "{n} municipality became {now}.",
            "{n} municipalities became {now}.",
            before,
            now=words.number(now),
        )
        parts.insert(1, became_fewer)
    if len(open_ := places[places["there"].isna()]):
        parts.append(
            words.say(
                "Of several municipalities today each has a part: {list}.",
                list=", ".join(open_["name"]),
            )
        )
    return " ".join(part for part in parts if part)


def _one_now(words: Words, merged: pd.DataFrame) -> str:
    """Which of the places are one municipality today."""
    parts = [
        words.say(
            "{list} are one municipality on this map: {name}",
            list=listed(words, list(rows["name"]), AND),
            name=rows["there_name"].iloc[0],
        )
        for _, rows in merged.groupby("there", sort=False)
    ]
    return f"{'; '.join(parts)}." if parts else ""


def _elsewhere(words: Words, alone: pd.DataFrame) -> list[str]:
    """Which places are part of another municipality today, or are called something else."""
    moved = alone[alone["name"] != alone["there_name"]]
    larger = alone[(alone["name"] == alone["there_name"]) & ~alone["is_same_land"]]
    part, renamed = moved[~moved["is_same_land"]], moved[moved["is_same_land"]]
    parts = []
    if len(part):
        parts.append(words.say("Part of another municipality now: {list}.", list=_pairs(part)))
    if len(renamed):
        parts.append(words.say("Under another name now: {list}.", list=_pairs(renamed)))
    if len(larger):
        names = ", ".join(larger["name"])
        parts.append(words.say("With more land now under the same name: {list}.", list=names))
    return parts


def _pairs(rows: pd.DataFrame) -> str:
    return ", ".join(f"{row['name']} → {row['there_name']}" for row in rows.to_dict("records"))


def listed(words: Words, names: list[str], last: str) -> str:
    """Names with commas, and the last one joined as the text ``last`` says."""
    *first, final = names
    return words.say(last, list=", ".join(first), last=final) if first else final
