"""The answers to each problem of a row: a press, a choice from a list, or a text written anew."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import streamlit as st

from data_access.attendance import Problem, ProblemCode
from data_access.attendance import deciding as deciding_
from data_access.attendance.columns import NOT_STATED
from data_access.attendance.memory import SEVERAL
from data_access.attendance.reading import Decisions
from data_access.attendance.reading.name_kinds import NameKind
from pages.attendance import persons_met, problems, rewriting
from pages.attendance.case import Case
from pages.shared.vocabulary import AGE_BANDS, ATTENDANCE_STATUSES, CATEGORIES, GENDERS
from pages.shared.words import Words, safe

Answer = Callable[[Words, Case, Problem], None]

VOCABULARIES = {
    "category": CATEGORIES,
    "gender": GENDERS,
    "age_band": AGE_BANDS,
    "status": ATTENDANCE_STATUSES,
}


def offer(words: Words, case: Case, found: Sequence[Problem]) -> None:
    """What is unclear of a row, and everything that can be answered, each answer once."""
    offered: set[tuple[Answer, str | None]] = set()
    for problem in told(found):
        sign = problems.SIGNS[problem.code.weight]
        st.markdown(f"**{sign}** {safe(problems.sentence(words, problem, case.place))}")
        for answer in ANSWERS.get(problem.code, (rewriting.write_name,)):
            column = problem.column if answer in OF_A_COLUMN else None
            if (answer, column) not in offered:
                offered.add((answer, column))
                answer(words, case, problem)


def told(found: Sequence[Problem]) -> list[Problem]:
    """That a name is missing, or what stands in its place: never both."""
    kinds = {one.value for one in found if one.code is ProblemCode.NOT_A_PERSON}
    if ProblemCode.NAME_MISSING not in {problem.code for problem in found} or not kinds:
        return list(found)
    idle = ProblemCode.NOT_A_PERSON if NameKind.NOTHING in kinds else ProblemCode.NAME_MISSING
    return [problem for problem in found if problem.code is not idle]


def leave_out(words: Words, case: Case, problem: Problem) -> None:
    """The row is left out; so are all that are like it, where there are any."""
    row = problem.row or 0
    step = partial(deciding_.left_out, rows=(row,))
    label = words.say("Leave this row out")
    st.button(label, key=f"{case.name}-{row}-out", on_click=case.take, args=(step,))


def _leave_out_alike(words: Words, case: Case, problem: Problem) -> None:
    rows = deciding_.alike(problem, case.problems)
    if len(rows) > 1:
        label = words.count(
            "Leave out all {n} row like this", "Leave out all {n} rows like this", len(rows)
        )
        case.button(label, problem, "out", partial(deciding_.left_out, rows=rows))


def _is_person(words: Words, case: Case, problem: Problem) -> None:
    """Nobody is called by a number or an address, nor by the names of several."""
    if problem.value in NOBODYS:
        return
    label = words.say("It is a person of this name")
    case.button(
        label, problem, "person", lambda now: now.with_row(problem.row or 0, is_person=True)
    )


def _choose_place(words: Words, case: Case, problem: Problem) -> None:
    _choose(words, case, problem, words.say("Place"), case.known.places)


def _choose_institution(words: Words, case: Case, problem: Problem) -> None:
    nothing = {NOT_STATED: words.say("leave it empty")}
    options = nothing | dict(case.known.institutions)
    _choose(words, case, problem, words.say("Institution"), options)


def _choose_word(words: Words, case: Case, problem: Problem) -> None:
    vocabulary = VOCABULARIES[problem.column or "category"]
    options = {code: words.code(vocabulary, code) for code in vocabulary}
    _choose(words, case, problem, words.say("It stands for"), options)


def _choose(
    words: Words, case: Case, problem: Problem, label: str, options: Mapping[str, str]
) -> None:
    """One of a list; for all rows with the same text, unless it is meant for this one alone."""
    rows = deciding_.alike(problem, case.problems)
    key = case.key(problem, "chosen")
    with st.form(f"{key}-form", border=False):
        st.selectbox(
            label,
            list(options),
            index=None,
            format_func=options.__getitem__,
            placeholder=words.say("Choose"),
            key=key,
        )
        if len(rows) > 1:
            everywhere = words.count(
                "Also in {n} other row with the same text",
                "Also in {n} other rows with the same text",
                len(rows) - 1,
            )
            st.checkbox(everywhere, value=True, key=f"{key}-all")
        st.form_submit_button(
            words.say("Take this answer"), on_click=_take_choice, args=(case, problem, key, rows)
        )


def _take_choice(case: Case, problem: Problem, key: str, rows: tuple[int, ...]) -> None:
    code = st.session_state.get(key)
    if code is None:
        return
    meant = rows if st.session_state.get(f"{key}-all", False) else rows[:1]
    case.take(lambda now: deciding_.meant(now, case.sheet, problem, code, meant))


def _same_as(words: Words, case: Case, problem: Problem) -> None:
    for other in problem.rows:
        label = words.say("The same person as in row {row}", row=case.place(other))
        step = partial(_ruled, row=problem.row or 0, same_as=other)
        case.button(safe(label), problem, f"same-{other}", step)


def _recorded(words: Words, case: Case, problem: Problem) -> None:
    if not problem.candidates:
        return
    persons_met.show(words, problem.candidates)
    for person in problem.candidates:
        label = words.say("It is person No. {number} on record", number=person)
        step = partial(_ruled, row=problem.row or 0, person=person)
        case.button(label, problem, f"met-{person}", step)


def _apart(words: Words, case: Case, problem: Problem) -> None:
    step = partial(_ruled, row=problem.row or 0, apart=True)
    case.button(words.say("Another person, nobody of these"), problem, "apart", step)


def _ruled(
    now: Decisions,
    row: int,
    *,
    same_as: int | None = None,
    person: int | None = None,
    apart: bool = False,
) -> Decisions:
    return now.with_row(row, same_as=same_as, person=person, apart=apart)


NOBODYS = frozenset({SEVERAL, NameKind.TELEPHONE, NameKind.EMAIL})
OF_A_COLUMN: tuple[Answer, ...] = (_choose_place, _choose_institution, _choose_word)
WHO: tuple[Answer, ...] = (_same_as, _recorded, _apart)
ANSWERS: Mapping[ProblemCode, tuple[Answer, ...]] = {
    ProblemCode.NOT_A_PERSON: (_leave_out_alike, _is_person, rewriting.write_name),
    ProblemCode.NAME_MISSING: (rewriting.write_name,),
    ProblemCode.LETTERS_LOST: (rewriting.write_name, rewriting.write_contact),
    ProblemCode.MOJIBAKE: (rewriting.write_name, rewriting.write_contact),
    ProblemCode.CONTACT_UNUSABLE: (rewriting.leave_empty, rewriting.write_contact),
    ProblemCode.ROW_SHIFTED: (rewriting.write_row,),
    ProblemCode.CELL_UNREADABLE: (rewriting.write_name,),
    ProblemCode.TEXT_TOO_LONG: (rewriting.write_row,),
    ProblemCode.WORD_UNKNOWN: (_choose_word,),
    ProblemCode.INSTITUTION_UNKNOWN: (_choose_institution,),
    ProblemCode.INSTITUTION_SHARED: (_choose_institution,),
    ProblemCode.PLACE_UNKNOWN: (_choose_place,),
    ProblemCode.PLACE_SHARED: (_choose_place,),
    ProblemCode.PLACE_NOT_THEN: (_choose_place,),
    **dict.fromkeys(
        (
            ProblemCode.ROWS_ALIKE,
            ProblemCode.NAMES_SIMILAR,
            ProblemCode.CONTACT_SHARED,
            ProblemCode.SEVERAL_PERSONS,
            ProblemCode.NAMESAKE_HERE,
            ProblemCode.DECISION_UNUSABLE,
        ),
        WHO,
    ),
}
