"""The pages' only way to the data: asks once for each reader's role, data version and filters."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

import pandas as pd
import streamlit as st
from sqlalchemy import Connection, Engine

from data_access import figures, freshness, rounds, upkeep
from data_access.access import OPERATOR, Reader
from data_access.clock import today
from data_access.engine import DatabaseProblem, open_engine, reading, writing
from data_access.filters import Filters
from data_access.freshness import DataVersion, Holdings
from data_access.upgrade import check

Question = Callable[[Connection, Reader, Filters], Any]
Values = dict[str, Any]
Store = Callable[[Connection, Reader, Values], object]
Key = tuple[str, ...]
Answer = TypeVar("Answer")


def reader() -> Reader:
    """Who is reading: in local mode, the operator."""
    return OPERATOR


def ask(question: Question, filters: Filters) -> Any:
    """The question's answer, from memory where nothing has changed since it was last asked."""
    return _answer(_name(question), _key(), filters, question)


def frame(question: Question, filters: Filters) -> pd.DataFrame:
    """The answer of a question whose answer is a frame."""
    answer = ask(question, filters)
    if not isinstance(answer, pd.DataFrame):
        raise TypeError(f"{_name(question)} does not answer with a frame")
    return answer


def tell(statement: Callable[[Connection, Reader], Answer]) -> Answer:
    """Write in one transaction; the answers in memory are outdated by the new data version."""
    with writing(engine()) as connection:
        return statement(connection, reader())


def version() -> DataVersion:
    """The data version; asked anew on every run, so that a lost database is noticed."""
    with reading(engine()) as connection:
        return freshness.current(connection)


def look(question: Callable[[Connection, Reader], Answer]) -> Answer:
    """An answer that no memory keeps: of words that somebody typed, or of what just happened."""
    with reading(engine()) as connection:
        return question(connection, reader())


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
    listed = frame(rounds.listed, Filters()).to_dict("records")
    return {row["code"]: f"{row['code']}{_years(row)}" for row in listed}


def default_round() -> str | None:
    """The round shown when the address names none."""
    answer = ask(_default_round, Filters())
    return None if answer is None else str(answer)


@st.cache_resource(on_release=Engine.dispose)
def engine() -> Engine:
    """The database, once its schema has been found to be the right one."""
    opened = open_engine()
    try:
        check(opened)
    except DatabaseProblem:
        opened.dispose()
        raise
    return opened


@st.cache_data(max_entries=2_000, show_spinner=False)
def _answer(name: str, key: Key, filters: Filters, _question: Question) -> Any:  # noqa: ARG001
    with reading(engine()) as connection:
        return _question(connection, reader(), filters)


def _key() -> Key:
    """What an answer depends on beside the question: role, view, data version, day."""
    who, fresh = reader(), version()
    roles = "+".join(sorted(who.roles))
    changed = str(fresh.number), fresh.changed_at.isoformat()
    return who.who, roles, who.view, *changed, today().isoformat()


def _name(question: Question) -> str:
    return f"{question.__module__}.{question.__qualname__}"


def _holdings(connection: Connection, reader: Reader, _filters: Filters) -> Holdings:
    return freshness.holdings(connection, reader)


def _default_round(connection: Connection, reader: Reader, _filters: Filters) -> str | None:
    return rounds.default_round(connection, reader)


def _years(row: dict[Hashable, Any]) -> str:
    days = (row["planned_starts_on"], row["planned_ends_on"])
    years = dict.fromkeys(str(day.year) for day in days if not pd.isna(day))
    return f" ({'–'.join(years)})" if years else ""
