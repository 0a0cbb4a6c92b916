"""One municipality: what it is, where its land lies, and everything that has reached it."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from data_access import coverage, denominators, municipalities
from data_access.filters import Filters
from data_access.rules import Look
from pages.municipalities import land, picture, spans, told
from pages.municipalities.seen import NUMBERS, Row, seen, written
from pages.shared import at_place, data, filters, frame, reach
from pages.shared.figures import citation
from pages.shared.vocabulary import MISSING, POPULATIONS
from pages.shared.words import Words, mark, safe

NO_ROWS, HIDDEN, BOX = "–", "×", 190
"""Signs in the place of a number; pixels of a box."""

INSTEAD = {
    Look.WAS: mark(
        "This municipality is not on today's map, so its own time is shown: records of the days "
        "on which its division was in force. Today's map has them at the municipality that has "
        "its land now."
    ),
    Look.TODAY: mark(
        "The records of this selection belong to an earlier division, so today's map is shown: "
        "each of them counts at the municipality that has its land now."
    ),
}


def show(words: Words, row: Row, known: pd.DataFrame, chosen: Filters) -> None:
    """Its names and days, its land through the divisions, its inhabitants, and the records."""
    st.page_link(
        "municipalities/page.py",
        label=words.say("← All municipalities"),
        query_params=filters.address(),
    )
    st.title(safe(row["name"]), anchor=False)
    here = Filters(place=str(row["place"]))
    left, right = st.columns([3, 2])
    with left:
        _named(words, row, data.frame(municipalities.aliases, here))
        land.say(words, row)
        _inhabitants(words, data.frame(denominators.listed, here))
    with right:
        picture.show(words, row)
    land.show(words, row)
    st.header(words.say("What has reached it"), anchor=False)
    if not data.round_titles():
        frame.say_how_to_begin(words)
        return
    _records(words, row, known, chosen)


def _named(words: Words, row: Row, aliases: pd.DataFrame) -> None:
    kind = words.say("City") if row["is_city"] else words.say("Novads")
    division = words.say("division of {year}", year=row["division"])
    st.markdown(safe(f"{kind}, {_days(words, row)}, {division}."))
    basis = row["legal_basis"] or words.say("not stated")
    st.caption(safe(words.say("Legal basis: {basis}", basis=basis)))
    if len(aliases):
        names = ", ".join(aliases["name"])
        st.markdown(safe(words.say("Other names: {list}", list=names)))


def _days(words: Words, row: Row) -> str:
    if pd.isna(row["valid_to"]):
        return words.say("since {day}", day=words.date(row["valid_from"]))
    return f"{words.date(row['valid_from'])}–{words.date(row['valid_to'])}"


def _inhabitants(words: Words, found: pd.DataFrame) -> None:
    """Numbers of inhabitants, each with its source."""
    if found.empty:
        st.caption(words.say("Inhabitants: no source for this municipality is known here."))
    for row in found.to_dict("records"):
        day = "" if pd.isna(row["as_of"]) else f" ({words.date(row['as_of'])})"
        made_up = f", {words.say('made up')}" if row["is_made_up"] else ""
        number = f"{words.number(int(row['value']))}{day}{made_up}"
        text = words.say(
            "{population}: {number}. Source: {source}",
            population=words.code(POPULATIONS, row["population"]),
            number=number,
            source=citation(words, row),
        )
        st.markdown(safe(text))


def _records(words: Words, row: Row, known: pd.DataFrame, chosen: Filters) -> None:
    asked = replace(spans.choose(words, chosen), place=str(row["place"]))
    look, said = _look(words, row, asked)
    if said:
        st.info(safe(said))
    if look is None:
        return
    counted = replace(asked, look=look)
    st.caption(safe(told.time(words, str(row["division"]), known, look)))
    everywhere = data.frame(municipalities.reached, replace(counted, place=None))
    own = seen(everywhere[everywhere["place"] == row["place"]], counted)
    _figures(words, own)
    candidates = data.frame(coverage.candidates, replace(counted, place=None))
    _may_be(words, row, known, everywhere, candidates)
    at_place.reported(words, str(row["name"]), data.frame(coverage.reported_at, counted))
    from_here, here = (
        words.say("Where people from here took part"),
        words.say("Activities held here"),
    )
    at_place.held(words, here, data.frame(coverage.held_at, counted))
    at_place.attended(words, from_here, data.frame(coverage.attended_from, counted))
    at_place.posts(words, data.frame(coverage.posts_at, counted))
    at_place.recommended(words, data.frame(coverage.recommended_for, counted))


def _look(words: Words, row: Row, asked: Filters) -> tuple[Look | None, str]:
    """The look that has the municipality on a map of the selection, and why it is another.

    None where there is no such look.
    """
    other = Look.TODAY if row["is_today"] else Look.WAS
    for look in dict.fromkeys((asked.look, other)):
        drawn = data.frame(coverage.places, replace(asked, place=None, look=look))["division"]
        if row["division"] in set(drawn):
            return look, "" if look is asked.look else words.say(INSTEAD[look])
    return None, words.say(
        "Nothing of this selection lies in the days on which the division of this municipality "
        "was in force. Choose another round, or all rounds."
    )


def _figures(words: Words, own: pd.DataFrame) -> None:
    """The numbers side by side, then in words what has never reached the municipality."""
    (numbers,) = own.to_dict("records")
    if numbers["is_hidden"]:
        st.info(safe(reach.hidden(words)))
    with st.container(horizontal=True, gap="small"):
        for column in NUMBERS:
            label = words.code(NUMBERS, column)
            st.metric(safe(label), _short(words, numbers, column), border=True, width=BOX)
    st.markdown(safe(" · ".join(told.reached_by(words, numbers))))
    if invented := told.made_up(words, own):
        st.markdown(f"**{safe(invented)}**")


def _short(words: Words, numbers: Row, column: str) -> str:
    """A number, or a sign: what is hidden and what has no rows are said in words below."""
    if not pd.isna(numbers[column]):
        return written(words, numbers, column)
    return HIDDEN if written(words, numbers, column) == words.code(MISSING, "hidden") else NO_ROWS


def _may_be(
    words: Words, row: Row, known: pd.DataFrame, everywhere: pd.DataFrame, candidates: pd.DataFrame
) -> None:
    """Records that may lie here, or in a neighbour, and so are counted in neither."""
    of_division = set(known.loc[known["division"] == row["division"], "name"])
    mine = [
        each["place"]
        for each in candidates.to_dict("records")
        if row["name"] in (among := each["among"].split("; ")) and of_division.issuperset(among)
    ]
    for line in told.aside(
        words, everywhere[everywhere["place"].isin(mine)], candidates, of_division
    ):
        st.caption(safe(line))
