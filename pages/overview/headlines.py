"""The top of the overview: what the round reported, and how much of it rows confirm."""

from typing import Any

import pandas as pd
import streamlit as st

from data_access.rules import PARTICIPANT_PARTS, ROUND_FIGURES, Category, Figure, Quality
from pages.overview import charts
from pages.shared import figures, frame, reach, tables
from pages.shared.vocabulary import FIGURES, MISSING, PLACE_ROLES
from pages.shared.words import Words, safe

Row = dict[Any, Any]
Sides = dict[str, dict[str, str]]
HEADLINES = (Figure.PARTICIPANTS, Figure.FAMILIES, Figure.MUNICIPALITIES, Figure.MEDIATORS)
BESIDE = {
    Figure.PARTICIPANTS: ("persons", "attendances"),
    Figure.FAMILIES: ("families",),
    Figure.MUNICIPALITIES: ("municipalities",),
    Figure.MEDIATORS: ("mediators",),
    Figure.SERVICE_MONTHS: ("calendar_months",),
    Figure.MEDIATOR_FAMILIES: ("mediator_families",),
}
OF_CATEGORIES = {
    Figure.PARTICIPANTS_STATE_MUNICIPAL: (Category.STATE, Category.MUNICIPAL),
    Figure.PARTICIPANTS_ROMA: (Category.ROMA,),
    Figure.PARTICIPANTS_NGO_OTHER: (Category.NGO, Category.OTHER),
}


def title(words: Words, rounds: pd.DataFrame) -> None:
    """The round's name, its days and its money; without one round, the platform's name."""
    if len(rounds) != 1:
        st.title(words.say("Latvian Roma Platform"), anchor=False)
        return
    (row,) = rounds.to_dict("records")
    st.title(safe(words.pick(row, "title")), anchor=False)
    st.markdown(safe(" · ".join(_frame_of(words, row))))
    st.caption(safe(_sources_of(words, row)))


def headlines(words: Words, reported: pd.DataFrame, sides: Sides) -> None:
    """The four figures people ask for first, each with its source and what rows say of it."""
    st.header(words.say("Reported in figures"), anchor=False)
    for column, figure in zip(st.columns(len(HEADLINES)), HEADLINES, strict=True):
        rows = reported[reported["figure"] == figure].to_dict("records")
        with column, st.container(border=True, height="stretch"):
            st.metric(words.code(FIGURES, figure), figures.written(words, rows[0]))
            st.caption(_beside(words, figure, reported))
            if recorded := sides[figure].get("recorded"):
                told = words.say("recorded: {figures}", figures=recorded)
                missing = {reach.no_rows(words), *(words.say(why) for why in MISSING.values())}
                if recorded not in missing:
                    told = frame.marked(words, reach.as_far_as_seen(words, told))
                st.caption(safe(told))
            figures.source_on_demand(words, rows, key=f"source-{figure}")


def places_named(words: Words, places: pd.DataFrame) -> None:
    """Which municipalities the documents of the round name, and as what."""
    if places.empty:
        return
    with st.expander(words.say("Which towns and municipalities")):
        for role, heading in PLACE_ROLES.items():
            names = words.sort(places.loc[places["role"] == role, "name"])
            if names:
                st.markdown(
                    f"**{safe(words.say(heading))} ({words.number(len(names))}):** "
                    f"{safe(', '.join(names))}"
                )
                named = places[places["role"] == role].to_dict("records")
                st.caption(safe(figures.citations(words, named)))


def who_took_part(words: Words, reported: pd.DataFrame) -> None:
    """The parts of the participants, and what the source leaves unsaid."""
    stated = _values(reported)
    total = stated.get(Figure.PARTICIPANTS)
    if total is None:
        return
    st.header(words.say("Who took part"), anchor=False)
    known = [part for part in PARTICIPANT_PARTS if part in stated]
    broken_down = sum(stated[part] for part in known)
    rows = [(part.value, words.code(FIGURES, part), stated[part]) for part in known]
    rows.append(("not_broken_down", words.say("Not broken down"), total - broken_down))
    parts = pd.DataFrame(rows, columns=["part", "label", "value"])
    parts["value_label"] = [words.number(value) for value in parts["value"]]
    sum_of = " + ".join(words.number(stated[part]) for part in known)
    sentence = words.say(
        "Participants: {total}; broken down: {sum} = {known}; not broken down: {rest}.",
        sum=sum_of,
        known=words.number(broken_down),
        total=words.number(total),
        rest=words.number(total - broken_down),
    )
    st.markdown(safe(sentence))
    alt_text = f"{sentence} " + "; ".join(
        f"{row['label']}: {row['value_label']}" for row in parts.to_dict("records")
    )
    st.altair_chart(charts.participants(parts, words.chart_locale(), alt_text))
    headings = {"label": words.say("Part"), "value": words.say("Reported")}
    counted = reported[reported["figure"] == Figure.PARTICIPANTS].to_dict("records")[:1]
    tables.behind(words, parts, headings, figures.citations(words, counted))


def reported_and_recorded(words: Words, reported: pd.DataFrame, sides: Sides) -> None:
    """What documents say beside what the platform's own rows say; neither overwrites the other.

    Where recorded figures are hidden from the reader, that is said in their place.
    """
    st.header(words.say("Reported beside recorded"), anchor=False)
    explained = words.say(
        "Reported is what a document says; recorded is what can be counted in the rows "
        "kept here. A reported figure covers the whole round, whatever period is chosen."
    )
    st.markdown(safe(explained))
    leading = reported[reported["is_leading"]].to_dict("records")
    headings = {"figure": words.say("Figure"), "reported": words.say("Reported")}
    if all("recorded" in side for side in sides.values()):
        headings["recorded"] = frame.marked(words, reach.recorded(words))
    else:
        st.info(safe(reach.hidden(words)))
    rows = [
        {"figure": words.code(FIGURES, row["figure"])} | sides[row["figure"]] for row in leading
    ]
    table = pd.DataFrame(rows, columns=list(headings))
    tables.show(table, headings)
    with st.container(horizontal=True):
        figures.source_on_demand(words, leading, key="sources")
        tables.download(words, table, headings, figures.citations(words, leading))


def reported_side(words: Words, reported: pd.DataFrame) -> Sides:
    """Each figure as documents report it, for whoever does not see what is recorded."""
    leading = reported[reported["is_leading"]].to_dict("records")
    return {row["figure"]: {"reported": figures.written(words, row)} for row in leading}


def both_sides(
    words: Words, reported: pd.DataFrame, recorded: pd.DataFrame, breakdown: pd.DataFrame
) -> Sides:
    """Each figure as documents report it and as rows give it, both as they are written.

    ``recorded``: figure, value and quality of all that rows give; ``breakdown``: persons by the
    category in which they count in the selection, among others.
    """
    counted = {row["figure"]: row for row in recorded.to_dict("records")}
    categories = breakdown[breakdown["dimension"] == "category"]
    by_category = dict(zip(categories["code"], categories["persons"], strict=True))
    return {
        row["figure"]: {
            "reported": figures.written(words, row),
            "recorded": _recorded(words, Figure(row["figure"]), counted, by_category),
        }
        for row in reported[reported["is_leading"]].to_dict("records")
    }


def _recorded(
    words: Words, figure: Figure, counted: dict[Any, Row], by_category: dict[str, int]
) -> str:
    """The recorded counterparts of a reported figure, each under its own name."""
    names = BESIDE.get(figure, ())
    if all(counted[name]["quality"] == Quality.NO_DATA for name in names or ("persons",)):
        return reach.no_rows(words)
    if figure in OF_CATEGORIES:
        persons = sum(by_category.get(category, 0) for category in OF_CATEGORIES[figure])
        return f"{words.code(FIGURES, 'persons')}: {words.number(int(persons))}"
    if names == (figure,):
        return figures.written(words, counted[figure])
    return ", ".join(
        f"{words.code(FIGURES, name)}: {figures.written(words, counted[name])}" for name in names
    )


def _frame_of(words: Words, row: Row) -> list[str]:
    frame = [
        words.period(
            row["planned_starts_on"], row["planned_ends_on"], row["planned_date_precision"]
        )
    ]
    if not pd.isna(row["funding_cents"]):
        frame.append(words.say("funding {amount}", amount=words.money(int(row["funding_cents"]))))
    shares = (
        ("eu_share_percent", words.say("European Union")),
        ("state_share_percent", words.say("state budget")),
    )
    frame += [
        f"{name} {words.percent(float(row[column]))}"
        for column, name in shares
        if not pd.isna(row[column])
    ]
    if programme := words.pick(row, "programme"):
        frame.append(programme)
    if row["contract"]:
        frame.append(words.say("contract {number}", number=row["contract"]))
    return frame


def _sources_of(words: Words, row: Row) -> str:
    """Where the frame stands, and the money where another source gives it."""
    source = figures.citations(words, [row])
    funding = figures.citation(words, row, "funding_")
    if not row["funding_source_lv"] or funding == figures.citation(words, row):
        return source
    return words.say("{source}; funding: {funding}", source=source, funding=funding)


def _beside(words: Words, figure: Figure, reported: pd.DataFrame) -> str:
    """One line under a headline: what the same document says next to it."""
    stated = _values(reported)
    if figure is Figure.MEDIATORS and Figure.SERVICE_MONTHS in stated:
        months = stated[Figure.SERVICE_MONTHS]
        return words.count("{n} month of service", "{n} months of service", months)
    if figure is Figure.FAMILIES and Figure.MEDIATOR_FAMILIES in stated:
        number = stated[Figure.MEDIATOR_FAMILIES]
        return words.say("families with mediators: {number}", number=words.number(number))
    if figure is Figure.PARTICIPANTS and figure in stated:
        return words.say("persons or attendances: not stated")
    return words.say("reported") if figure in stated else words.say("in no source known here")


def _values(reported: pd.DataFrame) -> dict[Figure, int]:
    leading = reported[reported["is_leading"] & reported["value"].notna()]
    values = dict(zip(leading["figure"], leading["value"], strict=True))
    return {figure: int(values[figure]) for figure in ROUND_FIGURES if figure in values}
