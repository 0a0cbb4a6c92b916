"""Two rounds, or two categories, side by side: shares, because their bases differ, and numbers."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from data_access.filters import Filters
from data_access.participants import COUNTED_ANEW
from pages.participants import charts, labels, told
from pages.participants.choosing import Choice
from pages.shared import tables
from pages.shared.words import Words, safe

DRAWN_AT_MOST = 20


@dataclass(frozen=True)
class Side:
    """One side: its code, what it is called, its numbers by code, and the base of its shares."""

    code: str
    name: str
    numbers: dict[Any, int]
    base: int

    def share(self, code: str) -> float:
        """In percent of the base; nothing of nothing is nothing."""
        return 100 * self.numbers.get(code, 0) / self.base if self.base else 0.0

    def written(self, words: Words, code: str) -> str:
        """The number and its share, such as: 12 (11 %)."""
        number = words.number(self.numbers.get(code, 0))
        return f"{number} ({words.percent(self.share(code))})" if self.base else number


def categories(words: Words, cells: pd.DataFrame, choice: Choice, chosen: Filters) -> None:
    """Two categories of the same selection."""
    pair = choice.categories or ()
    of = cells[cells["category"].isin(pair)]
    named = labels.categories(words)
    sides = [_side(of[of["category"] == code], choice, code, named[code]) for code in pair]
    _show(words, of, choice, sides, told.selection(words, chosen))


def rounds(
    words: Words, cells: pd.DataFrame, others: pd.DataFrame, choice: Choice, chosen: Filters
) -> None:
    """The selection and another round, which is taken whole; one without rows is no zero."""
    if others.empty:
        _no_rows_yet(words, choice)
        return
    names = {code: words.say("Round {code}", code=code) for code in (chosen.round, choice.beside)}
    answers = zip((str(chosen.round), choice.beside), (cells, others), strict=True)
    sides = [_side(of, choice, code, names[code]) for code, of in answers]
    note = told.selection(words, chosen)
    if chosen.start or chosen.end or chosen.activity:
        whole = words.say("Round {code} is taken as a whole.", code=choice.beside)
        st.caption(safe(whole))
        note = f"{note} {whole}"
    _show(words, pd.concat([cells, others], ignore_index=True), choice, sides, note)


def _side(of: pd.DataFrame, choice: Choice, code: str, name: str) -> Side:
    numbers = of[of["dimension"] == choice.by].groupby("code")[choice.count].sum()
    return Side(
        code,
        name,
        {code: int(number) for code, number in numbers.items()},
        told.total(of, choice.count),
    )


def _no_rows_yet(words: Words, choice: Choice) -> None:
    st.header(safe(choice.heading(words)), anchor=False)
    st.info(
        words.say(
            "No attendance of round {code} is recorded: there are no rows yet, which is not zero. "
            "Compare with another round, or with nothing.",
            code=choice.beside,
        )
    )


def _show(
    words: Words, of: pd.DataFrame, choice: Choice, sides: list[Side], selection: str
) -> None:
    """The picture with both bases named, the rule below it, and the table behind."""
    st.header(safe(choice.heading(words)), anchor=False)
    invented, bases = told.made_up(words, of), _bases(words, choice, sides)
    st.markdown(safe(bases))
    if invented:
        st.markdown(f"**{safe(invented)}**")
    called = labels.in_order(words, of, choice.by, choice.count)
    if choice.by in labels.BY_SIZE:
        called = {c: name for c, name in called.items() if any(s.numbers.get(c) for s in sides)}
    drawn = labels.largest(called, DRAWN_AT_MOST)
    _draw(words, choice, sides, drawn, f"{bases} {invented}".strip())
    if rest := len(called) - len(drawn):
        st.caption(told.more_in_the_table(words, rest))
    rule = _rule(words, choice)
    st.caption(safe(rule))
    note = " ".join(filter(None, (selection, bases, rule, invented)))
    _table(words, choice, sides, called, note)


def _bases(words: Words, choice: Choice, sides: list[Side]) -> str:
    first, second = (
        f"{side.name}: {told.persons_or_attendances(words, choice.count, side.base)}"
        for side in sides
    )
    return words.say(
        "Compared in shares, each of its own total. {first}; {second}.", first=first, second=second
    )


def _rule(words: Words, choice: Choice) -> str:
    rule = told.rule(words, choice)
    if choice.count == "persons" and choice.by in COUNTED_ANEW:
        several = words.say(
            "A person found in several rows counts in each of them, so the shares may add up to "
            "more than 100 %."
        )
        return f"{rule} {several}"
    return rule


def _draw(
    words: Words, choice: Choice, sides: list[Side], called: dict[str, str], said: str
) -> None:
    names, shares, row = [], [], 0
    for code, label in called.items():
        lines = labels.in_two_lines(label).split("\n")
        names += [{"row": row + at, "line": line} for at, line in enumerate(lines)]
        row += len(lines)
        shares += [
            _bar(words, side, code, label) | {"row": row + at} for at, side in enumerate(sides)
        ]
        row += len(sides)
    listed = "; ".join(
        f"{label}: " + ", ".join(f"{side.name} {side.written(words, code)}" for side in sides)
        for code, label in called.items()
    )
    what = words.say("{what}: {list}.", what=choice.heading(words), list=listed)
    st.altair_chart(
        charts.side_by_side(
            pd.DataFrame(names),
            pd.DataFrame(shares),
            {side.code: side.name for side in sides},
            words.chart_locale(),
            f"{what} {said}",
        )
    )


def _bar(words: Words, side: Side, code: str, label: str) -> dict[str, object]:
    return {
        "label": label,
        "side": side.name,
        "share": side.share(code),
        "share_label": side.written(words, code),
    }


def _table(
    words: Words, choice: Choice, sides: list[Side], called: dict[str, str], note: str
) -> None:
    headings = {"label": words.code(labels.COLUMNS, choice.by)}
    for side in sides:
        headings[f"number-{side.code}"] = side.name
        headings[f"share-{side.code}"] = words.say("{name}, share", name=side.name)
    rows = [
        {"label": label}
        | {f"number-{side.code}": words.number(side.numbers.get(code, 0)) for side in sides}
        | {f"share-{side.code}": _percent(words, side, code) for side in sides}
        for code, label in called.items()
    ]
    tables.behind(words, pd.DataFrame(rows, columns=list(headings)), headings, note)


def _percent(words: Words, side: Side, code: str) -> str:
    return words.percent(side.share(code)) if side.base else "–"
