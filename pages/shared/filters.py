"""The address bar as the one place that holds what a reader chose."""

import datetime as dt
from dataclasses import replace

import streamlit as st

from data_access import accounts
from data_access.access import Right
from data_access.filters import FIRST_DAY, LAST_DAY, Filters, day_of
from data_access.rules import Look
from pages.shared import data
from pages.shared.vocabulary import LANGUAGE_NAMES, LOOKS, PERSONAS
from pages.shared.words import LANGUAGES, Words, safe

EVERY_ROUND = "all"
KEPT = ("lang", data.PERSONA, "round", "from", "to", "look")
MEMORY = "address"


def settle() -> None:
    """Bring the address and the session into step before anything is drawn.

    Every address that this page wrote has a language. One without was typed in or came from the
    navigation, which drops the query: what the session remembers is put back.
    """
    query = st.query_params
    remembered: dict[str, str] = st.session_state.get(MEMORY, {})
    if query.get("lang") not in LANGUAGES:
        query["lang"] = remembered.get("lang", LANGUAGES[0])
        for name in set(KEPT) & set(remembered) - set(query):
            query[name] = remembered[name]
    # A link to the page one is on reaches the server and not the address bar; this brings it there.
    query["lang"] = query["lang"]
    _remember()


def words() -> Words:
    """The reader's language."""
    return Words(st.query_params.get("lang", LANGUAGES[0]))


def chosen() -> Filters:
    """What the address asks for, with the round that is shown when it names none."""
    filters, _ = Filters.from_query(st.query_params.to_dict())
    if filters.round == EVERY_ROUND:
        return replace(filters, round=None)
    if filters.round in data.round_titles():
        return filters
    return replace(filters, round=data.default_round())


def address(**changes: str) -> dict[str, str]:
    """The address parts of a link that keeps language, round and period."""
    return {name: st.query_params[name] for name in KEPT if name in st.query_params} | changes


def choose_language() -> None:
    """The language switch; each language is named in itself."""
    st.session_state["language"] = words().language
    st.segmented_control(
        "Valoda / Language",
        LANGUAGES,
        format_func=LANGUAGE_NAMES.__getitem__,
        key="language",
        on_change=_take,
        args=("lang", "language"),
        label_visibility="collapsed",
        required=True,
    )


def forget_unknown_reader() -> None:
    """Take out of the address whoever is none of the sample's readers."""
    query = st.query_params
    is_known = query.get(data.PERSONA) in accounts.PERSONAS and data.is_made_up()
    if data.PERSONA in query and not is_known:
        del query[data.PERSONA]
        _remember()


def choose_reader() -> None:
    """Whose eyes to see made-up data with; without such data, who works here."""
    say, query = words().say, st.query_params
    if not data.is_made_up():
        st.caption(safe(say("Works here: {name}", name=accounts.operator_name())))
        return
    st.session_state["persona"] = query.get(data.PERSONA, accounts.DEFAULT_PERSONA)
    st.selectbox(
        say("See it as"),
        list(accounts.PERSONAS),
        format_func=lambda code: say(PERSONAS[code]),
        key="persona",
        on_change=_take,
        args=(data.PERSONA, "persona"),
    )
    st.caption(say("Part of the data is made up, so one may choose whose eyes to see them with."))


def choose_round_and_period() -> None:
    """The filters of pages about rounds: one round or all, and days from and to."""
    if not data.may(Right.READ_PUBLISHED):
        return
    say, filters, titles = words().say, chosen(), data.round_titles()
    st.session_state["round"] = filters.round or EVERY_ROUND
    st.selectbox(
        say("Round"),
        [*reversed(titles), EVERY_ROUND],
        format_func=lambda code: titles.get(code, say("All rounds")),
        key="round",
        on_change=_take,
        args=("round", "round"),
    )
    for name, label in (("from", say("From")), ("to", say("To"))):
        st.session_state[name] = day_of(st.query_params.to_dict(), name)
        st.date_input(
            label,
            value=None,
            min_value=FIRST_DAY,
            max_value=LAST_DAY,
            format="DD.MM.YYYY",
            key=name,
            on_change=_take,
            args=(name, name),
        )


def choose_look() -> None:
    """How places keep time: the switch of every page that shows places."""
    if not data.may(Right.READ_PUBLISHED):
        return
    say = words().say
    st.session_state["look"] = chosen().look.value
    st.radio(
        say("Places"),
        [look.value for look in Look],
        format_func=lambda code: say(LOOKS[code]),
        key="look",
        on_change=_take,
        args=("look", "look"),
        help=say(
            "As it was: each record in the municipality of its day. As reported: only the places "
            "on the round's own list. Today's map: earlier records carried forward to the "
            "municipality that has their land now."
        ),
    )


def not_understood() -> tuple[str, ...]:
    """The parts of the address that ask for nothing there is."""
    filters, unusable = Filters.from_query(st.query_params.to_dict())
    known = {None, EVERY_ROUND, *data.round_titles()}
    return (*unusable, *(() if filters.round in known else ("round",)))


def _take(name: str, widget: str) -> None:
    """Write what a widget holds into the address, as a neutral code."""
    value = st.session_state[widget]
    if value is None:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = value.isoformat() if isinstance(value, dt.date) else value
    _remember()


def _remember() -> None:
    st.session_state[MEMORY] = {
        name: st.query_params[name] for name in KEPT if name in st.query_params
    }
