"""One breakdown of the selection: its picture, the sentence below it, and the table behind."""

from typing import Any

import pandas as pd
import streamlit as st

from data_access.filters import Filters
from data_access.participants import Dimension
from pages.participants import charts, labels, told
from pages.participants.choosing import COUNTS, Choice
from pages.shared import tables
from pages.shared.words import Words, safe

Row = dict[Any, Any]
DRAWN_AT_MOST = 30


def show(words: Words, cells: pd.DataFrame, choice: Choice, chosen: Filters) -> None:
    """Bars, or columns of months, stacked by category; zero, and what is not stated, are told."""
    called = labels.in_order(words, cells, choice.by, choice.count)
    parts = _parts(words, cells, choice, called)
    totals = _totals(words, parts, called, choice.by)
    invented = told.made_up(words, cells)
    st.header(safe(choice.heading(words)), anchor=False)
    if invented:
        st.markdown(f"**{safe(invented)}**")
    _draw(words, totals, parts, choice, _alt_text(words, totals, parts, choice, invented))
    rule = told.how_counted(words, cells, choice)
    st.caption(safe(rule))
    note = " ".join(filter(None, (told.selection(words, chosen), rule, invented)))
    _table(words, totals, parts, choice, note)


def _draw(
    words: Words, totals: pd.DataFrame, parts: pd.DataFrame, choice: Choice, alt_text: str
) -> None:
    """The picture; of very many codes the largest, and how many the table has beside them."""
    named, locale = labels.categories(words), words.chart_locale()
    drawn = parts[parts["value"] > 0]
    if choice.by is Dimension.MONTH:
        st.altair_chart(charts.months(totals, drawn, named, locale, alt_text))
        return
    called = dict(zip(totals["code"], totals["label"], strict=True))
    largest = labels.largest(called, DRAWN_AT_MOST)
    shown, drawn = (table[table["code"].isin(largest)] for table in (totals, drawn))
    legend = choice.by is not Dimension.CATEGORY
    st.altair_chart(charts.bars(shown, drawn, named, locale, alt_text, legend=legend))
    if rest := len(totals) - len(shown):
        st.caption(told.more_in_the_table(words, rest))


def _parts(
    words: Words, cells: pd.DataFrame, choice: Choice, called: dict[str, str]
) -> pd.DataFrame:
    """One row a code and category, zeros too."""
    categories = labels.categories(words)
    ranks = {category: rank for rank, category in enumerate(categories)}
    of = cells[cells["dimension"] == choice.by]
    return pd.DataFrame(
        [
            {
                "code": row["code"],
                "label": called[row["code"]],
                "lines": _lines(row["code"], called[row["code"]], choice.by),
                "category_code": row["category"],
                "category": categories[row["category"]],
                "rank": ranks[row["category"]],
                "value": int(row[choice.count]),
                "value_label": told.persons_or_attendances(
                    words, choice.count, int(row[choice.count])
                ),
            }
            for row in of.to_dict("records")
        ]
    )


def _totals(
    words: Words, parts: pd.DataFrame, called: dict[str, str], by: Dimension
) -> pd.DataFrame:
    """One row a code in the order shown; of months also those between in which nobody came."""
    sums = parts.groupby("code")["value"].sum().to_dict()
    if by is Dimension.MONTH:
        called = _every_month(words, called)
    return pd.DataFrame(
        [
            {
                "code": code,
                "label": label,
                "lines": _lines(code, label, by),
                "value": int(sums.get(code, 0)),
                "value_label": words.number(int(sums.get(code, 0))),
            }
            for code, label in called.items()
        ]
    )


def _every_month(words: Words, called: dict[str, str]) -> dict[str, str]:
    dated = [code for code in called if code != labels.NOT_STATED]
    if not dated:
        return called
    every = pd.period_range(dated[0], dated[-1], freq="M").strftime("%Y-%m")
    return {code: labels.month(words, code) for code in every} | {
        labels.NOT_STATED: called[labels.NOT_STATED]
    }


def _lines(code: str, label: str, by: Dimension) -> str:
    if by is not Dimension.MONTH:
        return labels.in_two_lines(label)
    year, dash, number = code.partition("-")
    return f"{number}.{year}" if dash else label


def _alt_text(
    words: Words, totals: pd.DataFrame, parts: pd.DataFrame, choice: Choice, invented: str
) -> str:
    """Every number of the picture in words."""
    listed = []
    for row in totals.to_dict("records"):
        of = parts[(parts["code"] == row["code"]) & (parts["value"] > 0)]
        within = ", ".join(
            f"{part['category']}: {words.number(part['value'])}" for part in of.to_dict("records")
        )
        apart = within and choice.by is not Dimension.CATEGORY
        listed.append(f"{row['label']}: {row['value_label']}" + (f" ({within})" if apart else ""))
    said = words.say("{what}: {list}.", what=choice.heading(words), list="; ".join(listed))
    return f"{said} {invented}".strip()


def _table(
    words: Words, totals: pd.DataFrame, parts: pd.DataFrame, choice: Choice, note: str
) -> None:
    """The total, and a column a category."""
    numbers = {
        (row["code"], row["category_code"]): words.number(row["value"])
        for row in parts.to_dict("records")
    }
    categories = {} if choice.by is Dimension.CATEGORY else labels.categories(words)
    headings = {
        "label": words.code(labels.COLUMNS, choice.by),
        "value_label": words.code(COUNTS, choice.count),
        **categories,
    }
    rows = [
        {name: row[name] for name in ("label", "value_label")}
        | {
            category: numbers.get((row["code"], category), words.number(0))
            for category in categories
        }
        for row in totals.to_dict("records")
    ]
    tables.behind(words, pd.DataFrame(rows, columns=list(headings)), headings, note)
