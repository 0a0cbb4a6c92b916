"""What sources state: of the whole country, and of the municipalities of one division."""

from typing import Any

import pandas as pd
import streamlit as st

from data_access.access import Right
from pages.inhabitants import wording
from pages.shared import forms, tables
from pages.shared.choices import told_apart
from pages.shared.vocabulary import POPULATIONS, ROW_ORIGINS
from pages.shared.words import Words, safe

Row = dict[Any, Any]
Column = tuple[str, str]
"""Population and source: what one column of the table states."""


def explain(words: Words) -> None:
    """What these numbers are for, and where they come from."""
    st.markdown(
        safe(
            words.say(
                "How many people live in a municipality, and how many of them are Roma, as a "
                "published source states it. The map divides by these numbers where somebody asks "
                "for figures per inhabitant or per Roma inhabitant. They are public statistics "
                "about places and tell nothing of single people."
            )
        )
    )


def country(words: Words, stated: pd.DataFrame) -> None:
    """Totals of the country: each with its source, and never made one."""
    st.subheader(safe(words.say("The whole country")), anchor=False)
    rows = stated[stated["place"].isna()]
    for population in POPULATIONS:
        of_population = rows[rows["population"] == population].to_dict("records")
        if not of_population:
            name = words.code(POPULATIONS, population)
            st.markdown(f"{safe(name)}: {safe(words.say('not stated'))}")
        for row in of_population:
            _total(words, row)
        if len({row["value"] for row in of_population}) > 1:
            differ = words.say(
                "The sources differ. Each number stands by itself: none is preferred, and no mean "
                "is made of them."
            )
            st.caption(safe(differ))


def in_municipalities(words: Words, stated: pd.DataFrame, municipalities: pd.DataFrame) -> None:
    """One row a municipality and one column a population and source, with how many have one."""
    here = stated[stated["place"].isin(set(municipalities["place"]))]
    if here.empty:
        _nothing(words, len(municipalities))
        return
    columns = _columns(words, here)
    of_column = {key: _by_place(words, here, key) for key in columns}
    for key, name in columns.items():
        have = words.say(
            "{name}: {have} of {all} municipalities have a number.",
            name=name,
            have=words.number(len(of_column[key])),
            all=words.number(len(municipalities)),
        )
        st.caption(safe(have))
    missing = words.say("not stated")
    rows = [
        {"name": row["name"]}
        | {"-".join(key): of_column[key].get(row["place"], missing) for key in columns}
        for row in municipalities.to_dict("records")
    ]
    headings = {"name": words.say("Municipality")}
    headings |= {"-".join(key): name for key, name in columns.items()}
    table = pd.DataFrame(rows)
    with st.expander(words.say("Numbers of all municipalities"), key="inhabitants-table"):
        tables.show(table, headings)
    tables.download(words, table, headings)


def _total(words: Words, row: Row) -> None:
    name = words.code(POPULATIONS, row["population"])
    st.markdown(f"{safe(name)}: **{safe(words.number(int(row['value'])))}**")
    details = [
        words.pick(row, "source"),
        wording.as_of(words, row["as_of"]),
        row["locator"] or "",
        words.code(ROW_ORIGINS, row["origin"]),
    ]
    st.caption(safe(" · ".join(part for part in details if part)))


def _nothing(words: Words, number: int) -> None:
    text = words.say(
        "No source states a number of any of these {number} municipalities here, so figures per "
        "inhabitant or per Roma inhabitant are not shown on this map.",
        number=words.number(number),
    )
    how = words.say(
        "To fill them in, choose below whom the numbers count and which source states them, and "
        "type, paste or upload a list of the municipalities."
    )
    st.info(safe(f"{text} {how}" if forms.may_everywhere(Right.KEEP_RECORDS) else text))


def _columns(words: Words, here: pd.DataFrame) -> dict[Column, str]:
    """The columns in the order of populations, each with its source and day."""
    found = {}
    for population in POPULATIONS:
        of_population = here[here["population"] == population]
        for source, rows in of_population.groupby("source", sort=False):
            row = rows.iloc[0].to_dict()
            parts = [words.code(POPULATIONS, population), words.pick(row, "source")]
            if rows["as_of"].nunique(dropna=False) == 1:
                parts.append(wording.as_of(words, row["as_of"]))
            found[population, str(source)] = ", ".join(parts)
    told = told_apart({"-".join(key): name for key, name in found.items()})
    return {key: told["-".join(key)] for key in found}


def _by_place(words: Words, here: pd.DataFrame, key: Column) -> dict[str, str]:
    rows = here[(here["population"] == key[0]) & (here["source"] == key[1])]
    is_of_one_day = rows["as_of"].nunique(dropna=False) == 1
    return {r["place"]: _cell(words, r, is_of_one_day) for r in rows.to_dict("records")}


def _cell(words: Words, row: Row, is_of_one_day: bool) -> str:
    notes = [] if is_of_one_day else [wording.as_of(words, row["as_of"])]
    if row["is_made_up"]:
        notes.append(words.code(ROW_ORIGINS, row["origin"]))
    value = words.number(int(row["value"]))
    return f"{value} ({', '.join(notes)})" if notes else value
