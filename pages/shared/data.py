"""The pages' only way to the data: asks once for each reader's roles, data version and filters."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

import pandas as pd
import streamlit as st
from sqlalchemy import Connection

from data_access import access, accounts, figures, freshness, identities, rounds, upkeep
from data_access.access import Reader, Right
from data_access.clock import today
from data_access.door import Door
from data_access.engine import DatabaseProblem, writing
from data_access.filters import Filters
from data_access.freshness import DataVersion, Holdings
from data_access.identities import Disclosure, Occasion
from pages.shared import desk

Question = Callable[..., Any]
"""``f(connection, reader, filters, *parts)``: what else is asked for comes after the filters."""

Asking = Connection
"""What a question, or what stores an answer, is asked over."""

Values = dict[str, Any]
Spec = dict[str, Any]
Store = Callable[[Connection, Reader, Values], object]
Change = Callable[[Connection, Reader, int, int, Values], object]
"""Changes a row by its number, as it stood in a revision."""
Remove = Callable[[Connection, Reader, int, int], object]
Key = tuple[str, ...]
Answer = TypeVar("Answer")


PERSONA = "as"
"""The part of the address that names whom one sees the made-up sample as."""

ARRIVED = "reader"
FRESH = "data version"


def arrive() -> Reader:
    """Look up who is reading and what they may do; the shell does so at the start of every run."""
    desk.here().pop(FRESH, None)
    found = _who()
    st.session_state[ARRIVED] = found
    return found


def reader() -> Reader:
    """Who is reading, as they were looked up at the start of this run."""
    found = st.session_state.get(ARRIVED)
    return found if isinstance(found, Reader) else arrive()


def require(right: Right) -> None:
    """What a page says first: nothing where the reader has the right, AccessRefused where not."""
    access.require(reader(), right)


def may(right: Right) -> bool:
    """Whether whoever is reading may do this."""
    return access.may(reader(), right)


def ask(question: Question, filters: Filters, *parts: Hashable) -> Any:
    """The question's answer, from memory where nothing has changed since it was last asked."""
    return _answer(_name(question), _key(), filters, parts, question, reader())


def frame(question: Question, filters: Filters, *parts: Hashable) -> pd.DataFrame:
    """The answer of a question whose answer is a frame."""
    answer = ask(question, filters, *parts)
    if not isinstance(answer, pd.DataFrame):
        raise TypeError(f"{_name(question)} does not answer with a frame")
    return answer


def picture(
    name: str, parts: tuple[str, ...], shown: pd.DataFrame, draw: Callable[[], Spec]
) -> Spec:
    """A chart as Vega-Lite has it, from memory while what it shows and who asks are the same.

    ``name`` says which chart; ``shown`` is what it shows, ``parts`` whatever else it depends on:
    language, measure. To make a specification takes longer than to draw it.
    """
    return _picture(name, _key(), parts, shown, draw)


def tell(statement: Callable[[Connection, Reader], Answer]) -> Answer:
    """Write in one transaction; the answers in memory are outdated by the new data version.

    Who writes is looked up anew: a role that ended since the page was drawn has ended. The desk is
    at hand before anything is stored, so that what came of it is told.
    """
    noted = desk.here()
    noted.pop(FRESH, None)
    who = _who()
    with writing(door().application) as connection:
        told = statement(connection, who)
    noted.pop(FRESH, None)
    return told


def disclose(occasion: Occasion, reason: str) -> Disclosure:
    """Write down why names are looked at; under what comes back ``match`` may ask for them."""
    return identities.open_names(door().application, _who(), occasion, reason)


def version() -> DataVersion:
    """The data version; asked anew on every run, so that a lost database is noticed."""
    noted = desk.here()
    if FRESH not in noted:
        with door().matching() as connection:
            noted[FRESH] = freshness.current(connection)
    fresh: DataVersion = noted[FRESH]
    return fresh


def look(question: Callable[[Connection, Reader], Answer]) -> Answer:
    """An answer that no memory keeps: of words that somebody typed, or of what just happened."""
    who = reader()
    with door().asking(who) as connection:
        return question(connection, who)


def match(question: Callable[[Connection, Reader], Answer]) -> Answer:
    """As ``look``, for a question that has to know names again: over the application's own way."""
    who = reader()
    with door().matching() as connection:
        return question(connection, who)


def is_made_up() -> bool:
    """Whether the database holds made-up rows."""
    fresh = version()
    return _is_made_up(fresh.number, fresh.changed_at.isoformat())


def history(subject_table: str, subject_id: int) -> pd.DataFrame:
    """What was changed by hand in a row."""
    return look(
        lambda connection, reader: upkeep.history(connection, reader, subject_table, subject_id)
    )


def removed(subject_table: str, belonged: tuple[str, str]) -> pd.DataFrame:
    """What was said by rows that somebody removed by hand."""
    found: pd.DataFrame = look(
        lambda connection, reader: upkeep.removed(connection, reader, subject_table, belonged)
    )
    return found


def gap_history(gap: tuple[str, str, str]) -> pd.DataFrame:
    """What was answered to an open question before."""
    return look(lambda connection, reader: figures.gap_history(connection, reader, gap))


def holdings() -> Holdings:
    """What the database holds."""
    answer = ask(_holdings, Filters())
    if not isinstance(answer, Holdings):
        raise TypeError("holdings were asked for")
    return answer


def round_titles() -> dict[str, str]:
    """Round codes in their order, each with its code and years as a list shows them."""
    titles: dict[str, str] = ask(_round_titles, Filters())
    return titles


def default_round() -> str | None:
    """The round shown when the address names none."""
    answer = ask(_default_round, Filters())
    return None if answer is None else str(answer)


@st.cache_resource(on_release=Door.dispose)
def door() -> Door:
    """The way to the database, once its schema has been found to be the right one."""
    opened = Door.of()
    try:
        opened.check()
    except DatabaseProblem:
        opened.dispose()
        raise
    return opened


@st.cache_data(max_entries=2_000, show_spinner=False)
def _answer(
    name: str,  # noqa: ARG001 - part of the key
    key: Key,  # noqa: ARG001 - part of the key
    filters: Filters,
    parts: tuple[Hashable, ...],
    _question: Question,
    _reader: Reader,
) -> Any:
    with door().asking(_reader) as connection:
        return _question(connection, _reader, filters, *parts)


@st.cache_data(max_entries=200, show_spinner=False)
def _picture(
    name: str,  # noqa: ARG001 - part of the key
    key: Key,  # noqa: ARG001 - part of the key
    parts: tuple[str, ...],  # noqa: ARG001 - part of the key
    shown: pd.DataFrame,  # noqa: ARG001 - part of the key
    _draw: Callable[[], Spec],
) -> Spec:
    return _draw()


@st.cache_data(max_entries=10, show_spinner=False)
def _is_made_up(number: int, changed_at: str) -> bool:  # noqa: ARG001 - the key
    with door().matching() as connection:
        return freshness.is_made_up(connection)


def _who() -> Reader:
    """A reader of the made-up sample, or the operator; an account is opened when first met."""
    if is_made_up():
        asked = st.query_params.get(PERSONA, "")
        code = asked if asked in accounts.PERSONAS else accounts.DEFAULT_PERSONA
        return _met(lambda c: accounts.persona_of(c, code), accounts.open_personas)
    name = accounts.operator_name()
    return _met(lambda c: accounts.operator_of(c, name), lambda c: accounts.open_operator(c, name))


def _met(find: Callable[[Connection], Reader | None], make: Callable[[Connection], None]) -> Reader:
    with door().matching() as connection:
        found = find(connection)
    if found is not None:
        return found
    with writing(door().application) as connection:
        make(connection)
        found = find(connection)
    if found is None:
        raise LookupError("the account that was opened is not there")
    return found


def _key() -> Key:
    """What an answer depends on beside the question: who asks and how far, data version, day."""
    who, fresh = reader(), version()
    grants = "+".join(sorted(map(repr, who.grants)))
    changed = str(fresh.number), fresh.changed_at.isoformat()
    return who.who, grants, who.view, *changed, today().isoformat()


def _name(question: Question) -> str:
    return f"{question.__module__}.{question.__qualname__}"


def _holdings(connection: Connection, reader: Reader, _filters: Filters) -> Holdings:
    return freshness.holdings(connection, reader)


def _round_titles(connection: Connection, reader: Reader, filters: Filters) -> dict[str, str]:
    listed = rounds.listed(connection, reader, filters).to_dict("records")
    return {row["code"]: f"{row['code']}{_years(row)}" for row in listed}


def _default_round(connection: Connection, reader: Reader, _filters: Filters) -> str | None:
    return rounds.default_round(connection, reader)


def _years(row: dict[Hashable, Any]) -> str:
    days = (row["planned_starts_on"], row["planned_ends_on"])
    years = dict.fromkeys(str(day.year) for day in days if not pd.isna(day))
    return f" ({'–'.join(years)})" if years else ""
