"""One file: what it is, what it would change, what has to be decided, and its recording."""

from collections.abc import Iterable
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data_access import attendance
from data_access.attendance import Preview, Sheet
from data_access.attendance.problems import Weight
from data_access.filters import Filters
from pages.attendance import (
    columns,
    decided,
    deciding,
    given,
    institutions,
    left_out,
    mending,
    names,
    preview,
    problems,
    questions,
    recalled,
    recording,
    refusals,
    shown,
    verdict,
)
from pages.attendance.case import Case
from pages.attendance.given import Given
from pages.shared import data
from pages.shared.words import Words, safe

Row = dict[Any, Any]

ASKED_OTHERWISE = frozenset({*questions.QUESTIONS, *columns.ASKED})
"""Problems of the whole file to which there is an answer on the screen."""


def say_privacy(words: Words) -> None:
    """What becomes of names."""
    st.caption(
        words.say(
            "Names and contacts are stored sealed. Coordinators see them again only for a reason "
            "that the audit log keeps; no download and no address holds them, except the workbook "
            "of errors that a coordinator asks for. The file itself is not kept."
        )
    )


def is_read(words: Words, sheet: Sheet) -> bool:
    """Whether a file can be gone on with; if not, why, and what to do."""
    for problem in sheet.problems:
        stands_in_the_way = problem.row is None and problem.code.weight is Weight.FILE
        if stands_in_the_way and problem.code not in ASKED_OTHERWISE:
            st.error(safe(problems.sentence(words, problem)))
            return False
    return True


def work_on(
    words: Words, file: Given, sheet: Sheet, activity: Row | None, head: DeltaGenerator
) -> None:
    """The verdict at the head, beside the file; below the activity the questions and the rows."""
    if known := _recorded_before(file, sheet):
        with head:
            _say_known(words, known)
        return
    st.header(words.say("3. Check"), anchor=False)
    if activity is None:
        _without_activity(words, file, sheet, head)
        return
    code = str(activity["code"])
    try:
        found = given.check(words, file, sheet, code)
    except refusals.KINDS as refusal:
        st.warning(safe(refusals.sentence(words, refusal)))
        return
    asked = questions.number_open(file, sheet)
    with head:
        verdict.show(words, sheet, found, asked)
    is_open = bool(questions.open_in(file, sheet)) or columns.is_asked(sheet)
    if not is_open:
        verdict.show_counts(words, found)
    recalled.say(words, file)
    named = shown.in_file(words, file, sheet, code)
    with shown.discreetly(named):
        questions.show(words, file, sheet, named)
        if columns.is_asked(sheet):
            columns.show(words, file, sheet, names_are_shown=named is not None)
        if is_open:
            st.info(words.say("Once the questions are answered, the rows are shown here."))
            decided.ways_back(words, file.digest)
        else:
            _in_detail(words, file, sheet, found, named)
    if not is_open:
        recording.offer(words, file, found, lambda number: given.place_of(words, sheet, number))


def _in_detail(
    words: Words, file: Given, sheet: Sheet, found: Preview, named: shown.Shown | None
) -> None:
    case = Case(
        file.digest,
        found,
        names.known(words, Filters(activity=found.activity)),
        lambda number: given.place_of(words, sheet, number),
        sheet,
        named,
    )
    institutions.offer(words, found.unknown_institutions)
    deciding.show(words, case)
    st.subheader(words.say("In detail"), anchor=False)
    preview.show(words, case)
    _notes(words, found, case)
    left_out.show(words, sheet, names_are_shown=named is not None)
    columns.show(words, file, sheet, names_are_shown=named is not None)
    mending.of_file(words, case, file, sheet)


def _notes(words: Words, found: Preview, case: Case) -> None:
    """Everything that is worth knowing of the list, in a fold."""
    if found.problems:
        number = len(found.problems)
        label = words.count("{n} remark on the list", "{n} remarks on the list", number)
        with st.expander(label, key="attendance-problems-open"):
            problems.show(words, found.problems, case.place)


def _without_activity(words: Words, file: Given, sheet: Sheet, head: DeltaGenerator) -> None:
    asked = questions.number_open(file, sheet)
    told = verdict.unread(words, sheet, asked) if asked else verdict.before_checking(words, sheet)
    head.info(safe(f"{told}."))
    st.markdown(words.say("Choose the activity above: then the list is compared with the records."))
    questions.show(words, file, sheet, None)
    left_out.show(words, sheet, names_are_shown=False)
    columns.show(words, file, sheet, names_are_shown=False)


def _recorded_before(file: Given, sheet: Sheet) -> Row | None:
    """The upload that brought the same bytes and was not undone."""
    print_ = attendance.digest_of(file.content, sheet.part)
    rows: Iterable[Row] = data.frame(attendance.uploads, Filters()).to_dict("records")
    return next(
        (r for r in rows if r["status"] == "recorded" and print_.startswith(r["sha256"])), None
    )


def _say_known(words: Words, row: Row) -> None:
    text = words.say(
        "This very file was recorded on {moment} into the activity “{activity}”; nothing is "
        "stored twice. To record it again or elsewhere, undo that upload below first.",
        moment=words.moment(row["uploaded_at"]),
        activity=words.pick(row, "title"),
    )
    st.warning(safe(text))
