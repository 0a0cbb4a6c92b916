"""Entries taken into the register from a file: looked at, mended, stored, and taken back."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from data_access.access import Right
from data_access.files.limits import LIMITS
from data_access.filters import Filters
from data_access.recommendations import importing
from data_access.recommendations.importing import Code, Decisions, Draft, Table
from pages.recommendations import importing_file as file
from pages.recommendations import importing_history as history
from pages.recommendations import importing_preview as preview
from pages.recommendations import narrowing
from pages.recommendations.importing_file import OPENED, Given
from pages.recommendations.importing_words import refusal, sentence
from pages.shared import data, desk, forms, once, outcome
from pages.shared.words import Words, mark, safe

DO, ADDRESS = "do", "import"
UPLOADS, DECIDED, LOOKED = (f"register-import-{name}" for name in ("uploads", "decided", "looked"))
BACK = mark("Bring back the rows left out")
MEGABYTE = 1024**2
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Way = Callable[[Decisions], Decisions]


def is_asked_for() -> bool:
    """Whether the address asks for this screen, and whoever reads may store entries."""
    return st.query_params.get(DO) == ADDRESS and forms.may(Right.KEEP_RECORDS)


def link(words: Words) -> None:
    """The way to this screen, for whoever may store entries."""
    if forms.may(Right.KEEP_RECORDS):
        st.page_link(
            "recommendations/page.py",
            label=words.say("Take in entries from a file"),
            query_params=narrowing.address(**{DO: ADDRESS}),
        )


def show(words: Words) -> None:
    """The file, what it would do, what has to be decided, and the files taken in so far."""
    st.page_link(
        "recommendations/page.py",
        label=words.say("← All recommendations"),
        query_params=narrowing.address(),
    )
    st.title(words.say("Take in entries from a file"), anchor=False)
    outcome.show(words, history.PLACE)
    _templates(words)
    given = _take(words)
    if given is not None:
        _work_on(words, given)
    history.show(words)


def _templates(words: Words) -> None:
    st.markdown(
        words.say(
            "One row an entry. Rows are told apart by their number: a new one is added, one that "
            "the register has is compared with what stands. Nothing is stored until you say so; "
            "the file and its name are not kept."
        )
    )
    offered: tuple[tuple[str, Callable[..., bytes], str, str], ...] = (
        (words.say("Template for Excel (XLSX)"), importing.template, "xlsx", WORKBOOK),
        (words.say("Template as CSV"), importing.template_csv, "csv", "text/csv"),
        (words.say("The register to change (CSV)"), importing.register_csv, "csv", "text/csv"),
    )
    with st.expander(words.say("Templates"), key="register-templates-open"):
        for label, question, kind, mime in offered:
            name = question.__name__.replace("_", "-").removesuffix("-csv")
            st.download_button(
                label,
                data=partial(data.ask, question, Filters()),
                file_name=f"{name}.{kind}",
                mime=mime,
                key=f"register-{question.__name__}",
                on_click="ignore",
            )


def _take(words: Words) -> Given | None:
    found = st.file_uploader(
        words.say("Excel, LibreOffice or CSV, {megabytes} MB at most", megabytes=_megabytes(words)),
        key=f"register-file-{desk.here().get(UPLOADS, 0)}",
        max_upload_size=LIMITS.size // MEGABYTE,
        on_change=_forget,
    )
    if found is None:
        return None
    content = found.getvalue()
    return Given(content, hashlib.sha256(content).hexdigest())


def _megabytes(words: Words) -> str:
    return words.number(LIMITS.size // MEGABYTE)


def _forget() -> None:
    for name in (OPENED, DECIDED, LOOKED):
        desk.here().pop(name, None)
    outcome.forget()


def _work_on(words: Words, given: Given) -> None:
    table = file.read(words, given)
    decisions = _decided(given)
    draft = _looked(words, table, decisions)
    st.header(words.say("What the file would do"), anchor=False)
    if draft.table.is_refused:
        for problem in draft.problems:
            st.error(safe(sentence(words, problem, table)))
        return
    preview.counted(words, draft)
    _say_known(words, draft)
    _decide(words, given, draft)
    preview.listed(words, draft)
    _offer(words, given, draft)


def _decided(given: Given) -> Decisions:
    of_file, decisions = desk.here().get(DECIDED, ("", importing.UNDECIDED))
    found: Decisions = decisions if of_file == given.digest else importing.UNDECIDED
    return found


def _keep(given: Given, decisions: Decisions) -> None:
    desk.here()[DECIDED] = (given.digest, decisions)


def _looked(words: Words, table: Table, decisions: Decisions) -> Draft:
    """What taking it in would do; looked at once for each state of the register."""
    key = (id(table), decisions, data.version().number, data.reader().who)
    kept: tuple[object, Draft | None] = desk.here().get(LOOKED, (None, None))
    if kept[0] == key and kept[1] is not None:
        return kept[1]
    with st.spinner(words.say("Comparing the file with the register …")):
        draft = data.look(lambda c, reader: importing.check(c, reader, table, decisions))
    desk.here()[LOOKED] = (key, draft)
    return draft


def _say_known(words: Words, draft: Draft) -> None:
    if draft.known is not None:
        st.warning(
            safe(
                words.say(
                    "This very file was taken in on {moment}.", moment=words.moment(draft.known)
                )
            )
        )


def _decide(words: Words, given: Given, draft: Draft) -> None:
    """Cells to write anew, rows to leave out, institutions to tell apart: decided in one go."""
    decisions = draft.decisions
    if not draft.waiting:
        if decisions.left_out and st.button(words.say(BACK), key="register-back"):
            _go_on(given, replace(decisions, left_out=frozenset()))
        return
    key = f"register-mend-{given.digest[:8]}-{_print(decisions)}"
    with st.form(f"{key}-form", border=False):
        answers = preview.ask_for_institutions(words, draft, decisions)
        edited = preview.mend(words, draft, key)
        with st.container(horizontal=True):
            ways = _ways(words, draft).items()
            pressed = [way for label, way in ways if st.form_submit_button(label)]
    for way in pressed:
        mended = decisions if edited is None else _mended(decisions, *edited)
        _go_on(given, way(replace(mended, institutions=answers)))


def _ways(words: Words, draft: Draft) -> Mapping[str, Way]:
    """What to do with the rows, by the label of the button; each goes on from what was written."""
    before, waiting = draft.decisions, frozenset(draft.waiting)

    def leave_out(mended: Decisions) -> Decisions:
        amiss = frozenset(_looked(words, draft.table, mended).waiting)
        return replace(mended, left_out=mended.left_out | waiting & amiss)

    ways: dict[str, Way] = {words.say("Check again"): lambda mended: mended}
    if Code.REFERENCE_MISSING in {p.code for row in draft.rows for p in row.problems}:
        label = words.say("Number those without a number")
        ways[label] = lambda mended: replace(mended, numbered=True)
    label = words.count("Leave out {n} row amiss", "Leave out {n} rows amiss", len(waiting))
    ways[label] = leave_out
    if before.left_out:
        ways[words.say(BACK)] = lambda mended: replace(
            mended, left_out=mended.left_out - before.left_out
        )
    return ways


def _go_on(given: Given, decisions: Decisions) -> None:
    _keep(given, decisions)
    st.rerun()


def _mended(decisions: Decisions, drawn: pd.DataFrame, edited: pd.DataFrame) -> Decisions:
    """The decisions with whatever was written or ticked in the table."""
    cells: dict[tuple[int, str], str] = dict(decisions.cells)
    ticked: dict[str, set[int]] = {preview.LEFT_OUT: set(), preview.ACCEPTED: set()}
    before = drawn.reset_index().to_dict("records")
    for stood, row in zip(before, edited.reset_index().to_dict("records"), strict=True):
        number = int(row["row"])
        for column, value in row.items():
            if column in ticked:
                ticked[str(column)] |= {number} if value else set()
            elif column != "row" and _text(value) != _text(stood[column]):
                cells[number, str(column)] = _text(value)
    return replace(
        decisions,
        cells=cells,
        left_out=decisions.left_out | ticked[preview.LEFT_OUT],
        accepted=decisions.accepted | ticked[preview.ACCEPTED],
    )


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _print(decisions: Decisions) -> str:
    return hashlib.sha256(repr((decisions, sorted(decisions.cells.items()))).encode()).hexdigest()[
        :8
    ]


def _offer(words: Words, given: Given, draft: Draft) -> None:
    """The button that stores it, once nothing waits."""
    if draft.waiting:
        st.info(words.say("Once no row is amiss, the entries can be stored here."))
        return
    if not draft.taken:
        st.info(words.say("There is nothing to store: no row adds or changes anything."))
        return
    decisions = draft.decisions
    if draft.known is not None:
        again = st.checkbox(words.say("Take it in again all the same"), key="register-again")
        decisions = replace(decisions, again=again)
    number = len(draft.taken)
    label = words.count("Store {n} entry", "Store {n} entries", number)
    if st.button(label, type="primary", key="register-store"):
        _store(words, given, draft, decisions)
        st.rerun()


def _store(words: Words, given: Given, draft: Draft, decisions: Decisions) -> None:
    if once.is_repeated(ADDRESS, given.digest):
        return
    bar = st.progress(0.0, words.say("Storing …"))

    def tell(stored: int, of_all: int) -> None:
        if stored % 20 == 0 or stored == of_all:
            bar.progress(stored / of_all, words.say("Storing …"))

    try:
        data.tell(lambda c, reader: importing.store(c, reader, draft, decisions, tell))
    except history.KINDS as refused:
        outcome.refuse(history.PLACE, refused, refusal)
        return
    once.done(ADDRESS, given.digest)
    outcome.put(history.PLACE, partial(_say_stored, len(draft.taken)))
    for name in (OPENED, DECIDED, LOOKED):
        desk.here().pop(name, None)
    desk.here()[UPLOADS] = desk.here().get(UPLOADS, 0) + 1


def _say_stored(entries: int, words: Words) -> None:
    st.success(safe(words.count("Stored: {n} entry.", "Stored: {n} entries.", entries)))
