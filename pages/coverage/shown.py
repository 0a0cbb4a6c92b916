"""What the maps show: the measure, put to inhabitants or not, of one selection or another."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pandas as pd
import streamlit as st

from data_access import coverage, denominators
from data_access.filters import Filters
from pages.coverage import rates
from pages.coverage.measures import DEFAULT, MEASURES, Measure
from pages.coverage.numbers import hide
from pages.shared import choices, data
from pages.shared.words import Words, safe

AS_COUNTED = "number"


@dataclass(frozen=True)
class Shown:
    """A measure, and the numbers of inhabitants that it is put to, if any."""

    measure: Measure
    per: str | None = None
    inhabitants: pd.DataFrame = field(default_factory=pd.DataFrame)
    source: str = ""

    def places(self, chosen: Filters) -> pd.DataFrame:
        """The places of a selection with what is hidden, and with rates where they are asked for.

        Columns: coverage.PLACES, ``hidden`` (numbers.hide), and those of rates.per.
        """
        found = hide(data.frame(coverage.places, chosen), chosen)
        return found if self.per is None else rates.per(found, self.inhabitants, self.per)


def choose(
    words: Words, chosen: Filters, beside: Callable[[], str | None]
) -> tuple[Shown, str | None]:
    """Draw the choices in one row: the measure, what ``beside`` draws, what it is put to."""
    first, second, third = st.columns(3)
    named = {code: words.say(measure.label) for code, measure in MEASURES.items()}
    with first:
        what = words.say("What the map shows")
        measure = MEASURES[choices.choice("show", what, named, DEFAULT, as_list=True)]
    with second:
        answer = beside()
    if not rates.fits(measure):
        return Shown(measure), answer
    with third:
        return _put_to_inhabitants(words, measure, chosen), answer


def _put_to_inhabitants(words: Words, measure: Measure, chosen: Filters) -> Shown:
    """As counted, or per inhabitant as a source states them; without a source that is said."""
    known = data.frame(denominators.listed, Filters())
    divisions = list(data.frame(coverage.places, chosen)["division"].dropna().unique())
    if said := rates.missing(words, known, divisions):
        st.caption(safe(said))
        return Shown(measure)
    options = {AS_COUNTED: words.say("as counted"), **rates.options(words, known, divisions)}
    code = choices.choice("per", words.say("Put to"), options, AS_COUNTED, as_list=True)
    if code == AS_COUNTED:
        return Shown(measure)
    return Shown(rates.measured(measure, code), code, known, rates.source(words, known, code))
