"""The selection's totals, months of service beside each, and what documents report beside them."""

import datetime as dt
from typing import Any

import pandas as pd
import streamlit as st

from data_access.rules import Figure, Quality
from pages.caseloads import labels
from pages.shared import figures, reach, tables
from pages.shared.vocabulary import FIGURES
from pages.shared.words import Words, mark, safe

Row = dict[Any, Any]
Rows = dict[str, Row]
CARDS = {
    "mediators": mark("Mediators"),
    "mediator_families": mark("Families with mediators"),
    "families": mark("Families in all"),
    "cases": mark("Cases"),
    "contacts": mark("Contacts"),
    "family_persons": mark("Persons in families with mediators"),
}
CARDS_A_LINE = 3
MADE_UP = mark(
    "Made up, wholly or in part, are the recorded figures alone; the reported ones stand in "
    "documents."
)
BESIDE = {
    Figure.MEDIATORS: "mediators",
    Figure.SERVICE_MONTHS: "calendar_months",
    Figure.MEDIATOR_FAMILIES: "mediator_families",
    Figure.FAMILIES: "families",
}


def whose(words: Words) -> None:
    """That a mediator sees their own posts alone."""
    if own := reach.own_posts(words):
        st.info(safe(own))


def cards(words: Words, totals: pd.DataFrame, posts: pd.DataFrame, day: dt.date) -> None:
    """Six totals, or as many as are seen, each with the months of service and what makes it up."""
    st.header(words.say("Recorded in the selection"), anchor=False)
    if text := labels.made_up(words, totals):
        st.markdown(f"**{safe(text)}**")
    rows = {row["figure"]: row for row in totals.to_dict("records")}
    st.markdown(safe(_service(words, rows, posts)))
    details = _details(words, rows, day)
    service = labels.service(words, rows["service_months"]["value"])
    names = [name for name in CARDS if rows[name]["quality"] != reach.HIDDEN]
    for start in range(0, len(names), CARDS_A_LINE):
        line = names[start : start + CARDS_A_LINE]
        for column, name in zip(st.columns(CARDS_A_LINE), line, strict=False):
            with column, st.container(border=True, height="stretch"):
                st.metric(words.code(CARDS, name), figures.written(words, rows[name]))
                st.caption(safe(" · ".join(filter(None, (service, details[name])))))


def nothing_here(words: Words, *, days_hide_some: bool) -> None:
    """What to do where no post, case or contact lies within the selection."""
    if days_hide_some:
        nothing = words.say(
            "No post, case or contact lies within these days. Clear the days from and to to "
            "see all."
        )
    elif reach.own_posts(words):
        nothing = words.say("None of your posts belongs to this round. Choose another round.")
    else:
        nothing = words.say(
            "No mediator's post is recorded here yet. Mediators' records come in as monthly "
            "reports: once the first is here, families, contacts and months of service appear. "
            "What documents report stands below."
        )
    st.info(safe(f"{nothing} {reach.beyond(words)}"))


def beside_reported(
    words: Words, reported: pd.DataFrame, totals: pd.DataFrame, code: str | None
) -> None:
    """What documents report of the round beside what is recorded; neither overwrites the other."""
    st.header(words.say("Reported beside recorded"), anchor=False)
    if code is None:
        st.markdown(words.say("Choose one round to see what documents report of it."))
        return
    text = words.say(
        "Reported is what a document says; recorded is what can be counted in the rows "
        "kept here. A reported figure covers the whole round, whatever period is chosen."
    )
    made_up = words.say(MADE_UP) if labels.made_up(words, totals) else ""
    st.markdown(f"{safe(text)} **{safe(made_up)}**" if made_up else safe(text))
    wanted = reported[reported["is_leading"] & reported["figure"].isin(BESIDE)]
    stated = wanted.to_dict("records")
    headings = {
        "figure": words.say("Figure"),
        "reported": words.say("Reported"),
        "recorded": reach.recorded(words),
    }
    table = pd.DataFrame(_sides(words, stated, totals), columns=list(headings))
    tables.show(table, headings)
    said = (reach.own_posts(words), made_up, figures.citations(words, stated))
    note = " ".join(filter(None, said))
    with st.container(horizontal=True):
        figures.source_on_demand(words, stated, key="sources")
        tables.download(words, table, headings, note)


def _sides(words: Words, stated: list[Row], totals: pd.DataFrame) -> list[dict[str, str]]:
    """Each reported figure with its recorded counterpart."""
    rows = {row["figure"]: row for row in totals.to_dict("records")}
    return [
        {
            "figure": words.code(FIGURES, row["figure"]),
            "reported": figures.written(words, row),
            "recorded": _recorded(words, Figure(row["figure"]), rows),
        }
        for row in stated
    ]


def _service(words: Words, rows: Rows, posts: pd.DataFrame) -> str:
    """What months of service are, how many there are, and of how many posts they are unknown."""
    added, calendar = rows["service_months"], rows["calendar_months"]
    in_calendar, span = figures.written(words, calendar), _span(words, posts)
    texts = [
        words.say(
            "Months of service are the months in which a post was held, in part or whole, added "
            "up over the posts: {added}. In the calendar: {calendar}.",
            added=figures.written(words, added),
            calendar=f"{in_calendar} ({span})" if span else in_calendar,
        )
    ]
    undated = rows["posts_undated"]["value"]
    if not pd.isna(undated) and undated:
        texts.append(
            words.count(
                "Of {n} post the days are not stated, so its months are not among them.",
                "Of {n} posts the days are not stated, so their months are not among them.",
                int(undated),
            )
        )
    return " ".join(texts)


def _span(words: Words, posts: pd.DataFrame) -> str:
    """From the first to the last month of service."""
    first, last = posts["held_from"].min(), posts["held_to"].max()
    return "" if pd.isna(first) else words.period(first, last, "month")


def _details(words: Words, rows: Rows, day: dt.date) -> dict[str, str]:
    """What each total is made of."""
    written = {name: figures.written(words, row) for name, row in rows.items()}
    counted = {name: row["value"] for name, row in rows.items()}
    details = dict.fromkeys(CARDS, "")
    if rows["mediator_families"]["quality"] == Quality.EXACT:
        details["mediator_families"] = _by_post(words, counted, written)
        details["families"] = _without_mediator(words, rows, written)
        details["cases"] = words.say(
            "open as {day} ends: {number}", day=words.date(day), number=written["open_cases"]
        )
        without = int(counted["families_without_size"])
        details["family_persons"] = words.say(
            "size stated of {mediated} families, not stated of {without}",
            mediated=words.number(int(counted["mediator_families"]) - without),
            without=words.number(without),
        )
    if rows["contacts"]["quality"] == Quality.EXACT:
        details["contacts"] = words.say(
            "individual: {individual}; with a group: {group}",
            individual=written["contacts_individual"],
            group=written["contacts_group"],
        )
    return details


def _without_mediator(words: Words, rows: Rows, written: dict[str, str]) -> str:
    """How many families had a mediator and how many had none; nothing where that is hidden."""
    every = rows["families"]
    if every["quality"] != Quality.EXACT:
        return ""
    return words.say(
        "with mediators: {mediated}; without a mediator: {without}",
        mediated=written["mediator_families"],
        without=words.number(int(every["value"] - rows["mediator_families"]["value"])),
    )


def _by_post(words: Words, counted: dict[str, Any], written: dict[str, str]) -> str:
    """Why the posts' families may add up to more than there are families."""
    if counted["families_by_post"] == counted["mediator_families"]:
        return words.say("added up over the posts: as many")
    return words.say(
        "added up over the posts: {number}, because a family with several mediators counts at each "
        "of their posts and once here",
        number=written["families_by_post"],
    )


def _recorded(words: Words, figure: Figure, rows: Rows) -> str:
    """The recorded counterpart; of months both ways of counting."""
    row = rows[BESIDE[figure]]
    if figure is not Figure.SERVICE_MONTHS or row["quality"] != Quality.EXACT:
        return figures.written(words, row)
    return words.say(
        "{calendar} in the calendar; {added} added up over the posts",
        calendar=figures.written(words, row),
        added=figures.written(words, rows["service_months"]),
    )
