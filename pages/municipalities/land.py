"""Where the land of a municipality lies in other divisions: a sentence, its kin, its parts."""

from collections.abc import Iterator, Sequence

import pandas as pd
import streamlit as st

from data_access import municipalities, territory
from data_access.filters import Filters
from pages.municipalities import told
from pages.municipalities.seen import Row
from pages.shared import data
from pages.shared.words import Words, safe

AT_A_GLANCE = 12
"""So many parishes and towns are shown unfolded."""


def say(words: Words, row: Row) -> None:
    """Where the land lies today, in one sentence."""
    here = Filters(place=str(row["place"]))
    shared = data.frame(territory.shared_land, here).to_dict("records")
    divisions = data.frame(territory.validity, Filters()).to_dict("records")
    st.markdown(safe(_today(words, row, shared, divisions)))
    for line in _before(words, row, shared, divisions):
        st.markdown(safe(line))


def _today(words: Words, row: Row, shared: Sequence[Row], divisions: Sequence[Row]) -> str:
    """The municipality itself, the one that has its land now and since when, or several."""
    name, known = row["name"], data.frame(municipalities.known, Filters())
    today = set(known.loc[known["is_today"], "division"])
    if row["is_today"]:
        return words.say("{name} is a municipality of today.", name=name)
    now = [each for each in shared if each["there_division"] in today]
    if not now:
        return words.say("Where its land lies today is not known here.")
    since = words.date(_since(row, now, shared, divisions))
    if len(now) > 1 or not now[0]["is_whole"]:
        return words.say(
            "{name} was divided on {day}. Its land lies today in: {names}.",
            name=name,
            day=since,
            names=", ".join(each["there_name"] for each in now),
        )
    there = now[0]["there_name"]
    if there != name:
        return words.say("{name} lies in {there} since {day}.", name=name, there=there, day=since)
    if others := _others(row, now[0]):
        return words.say(
            "{name} has more land since {day}: also that of {names}.",
            name=name,
            day=since,
            names=", ".join(others),
        )
    return words.say("{name} has the same land today.", name=name)


def _before(
    words: Words, row: Row, shared: Sequence[Row], divisions: Sequence[Row]
) -> Iterator[str]:
    """Whose the land was in each earlier division, where that was not the municipality alone."""
    days = {each["division"]: each["valid_from"] for each in divisions}
    for division in sorted(days, key=lambda code: days[code]):
        if days[division] >= days[row["division"]]:
            return
        names = [each["there_name"] for each in shared if each["there_division"] == division]
        if names and names != [row["name"]]:
            yield words.say(
                "In the division of {year} its land was that of: {names}.",
                year=division,
                names=", ".join(names),
            )


def _since(
    row: Row, now: Sequence[Row], shared: Sequence[Row], divisions: Sequence[Row]
) -> pd.Timestamp:
    """The first day of the division from which on the same municipalities have had the land."""
    days = {each["division"]: each["valid_from"] for each in divisions}
    last = [each["there_name"] for each in now]
    first = max(days.values())
    later = [code for code in days if days[code] > days[row["division"]]]
    for code in reversed(later):
        if [each["there_name"] for each in shared if each["there_division"] == code] != last:
            break
        first = days[code]
    return pd.Timestamp(first)


def _others(row: Row, there: Row) -> list[str]:
    """The other municipalities of the same division whose land lies there as well."""
    found = data.frame(territory.shared_land, Filters(place=str(there["there"])))
    same = found[(found["there_division"] == row["division"]) & (found["there"] != row["place"])]
    return list(same["there_name"])


def show(words: Words, row: Row) -> None:
    """What it was made of and what became of it, each a link; its parishes and towns."""
    here = Filters(place=str(row["place"]))
    found = data.frame(municipalities.successions, here).to_dict("records")
    before = [each for each in found if each["successor"] == row["place"]]
    after = [each for each in found if each["predecessor"] == row["place"]]
    kin = [
        (words.say("What it was made of"), "predecessor", before),
        (words.say("What became of it"), "successor", after),
    ]
    there = [side for side in kin if side[2]]
    for column, (heading, side, rows) in zip(st.columns(max(1, len(there))), there, strict=False):
        with column:
            _kin(words, heading, side, rows)
    _units(words, row, data.frame(municipalities.units, here))


def _kin(words: Words, heading: str, side: str, found: Sequence[Row]) -> None:
    st.markdown(f"**{safe(heading)}**")
    for row in found:
        share = float(row["share_of_area"])
        part = (
            words.say("whole")
            if share == 1
            else words.say("{percent} of its area", percent=words.percent(round(100 * share, 1)))
            if side == "predecessor"
            else words.say("{percent} of the area", percent=words.percent(round(100 * share, 1)))
        )
        basis = row["legal_basis"] or words.say("legal basis not stated")
        with st.container(gap=None):
            st.page_link(
                "municipalities/page.py",
                label=safe(f"{row[f'{side}_name']} ({row[f'{side}_division']})"),
                query_params=told.link(row[side]),
            )
            st.caption(safe(f"{part} · {words.date(row['effective_on'])} · {basis}"))


def _units(words: Words, row: Row, units: pd.DataFrame) -> None:
    """Parishes and towns, and of a municipality that was divided, where each went."""
    own = units[units["division"] == row["division"]]
    if own.empty:
        st.caption(words.say("Its parishes and towns are not known here."))
        return
    number = words.count("{n} parish or town", "{n} parishes and towns", len(own))
    with st.expander(safe(number), expanded=len(own) <= AT_A_GLANCE):
        st.markdown(safe(", ".join(own["name"])))
        later = units[units["valid_from"] > own["valid_from"].iloc[0]]
        shown: list[dict[str, list[str]]] = []
        for division, rows in later.groupby("division", sort=True):
            went = {str(name): list(of["name"]) for name, of in rows.groupby("there_name")}
            if len(went) > 1 and went not in shown:
                shown.append(went)
                _went(words, str(division), went)


def _went(words: Words, division: str, went: dict[str, list[str]]) -> None:
    year = words.say("Division of {year}", year=division)
    for name in words.sort(went):
        st.markdown("- " + safe(f"{year}, {name}: {', '.join(went[name])}"))
