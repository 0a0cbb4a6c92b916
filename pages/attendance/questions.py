"""Questions about a whole file: each with its answers and what each of them would come to."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from data_access.attendance import ProblemCode, Sheet
from data_access.attendance.deciding import samples
from data_access.attendance.problems import Weight
from data_access.attendance.reading import Decisions
from data_access.attendance.reading.decisions import DateOrder, Means
from data_access.attendance.reading.recognise import ALL_PARTS
from pages.attendance import decided, given, problems, shown, verdict
from pages.attendance.given import Given
from pages.attendance.shown import Shown
from pages.attendance.vocabulary import ENCODINGS
from pages.shared.words import Words, mark, safe

Asked = Callable[[Words, Given, Sheet, Shown | None], Any]
Changes = dict[str, Any]
Answer = tuple[str, str]
"""What an answer is called, and what it comes to."""

FORM = "attendance-questions"
BETWEEN = " · "
MOST_NAMES = 3
NOTHING_CHOSEN = mark("Choose an answer.")

REPAIRS = {True: mark("Repair the letters"), False: mark("I get the file anew")}
ORDERS: Mapping[str, str] = {
    DateOrder.DAY_FIRST: mark("Day before month"),
    DateOrder.MONTH_FIRST: mark("Month before day"),
}
MEANINGS: Mapping[str, str] = {
    Means.ATTENDED: mark("Yes, they came"),
    Means.REGISTERED: mark("No, they only registered"),
}


def open_in(file: Given, sheet: Sheet) -> list[ProblemCode]:
    """The questions that the file leaves open, the most important first.

    Letters that nothing repairs are a question of each row.
    """
    codes = {problem.code for problem in sheet.problems}
    if file.decisions.repair:
        codes.discard(ProblemCode.MOJIBAKE)
    return [code for code in QUESTIONS if code in codes]


def number_open(file: Given, sheet: Sheet) -> int:
    """How many questions stand in the way of the whole file."""
    in_the_way = {each.code for each in sheet.problems if each.code.weight is Weight.FILE}
    return len(in_the_way.union(open_in(file, sheet)))


def show(words: Words, file: Given, sheet: Sheet, named: Shown | None) -> None:
    """The open questions, and one button that takes the answers."""
    asked = open_in(file, sheet)
    if not asked:
        return
    st.subheader(words.say("Questions about the file"), anchor=False)
    with st.form(FORM):
        for code in asked:
            problem = next(each for each in sheet.problems if each.code is code)
            st.markdown(f"**{safe(problems.sentence(words, problem))}**")
            QUESTIONS[code](words, file, sheet, named)
        label = words.say("Apply")
        st.form_submit_button(label, type="primary", on_click=_apply, args=(file, tuple(asked)))


def _encoding(words: Words, file: Given, sheet: Sheet, named: Shown | None) -> None:
    candidates = list(dict.fromkeys([sheet.encoding or "", *sheet.candidates]))
    readings = {one: given.read(words, file, _with(file, encoding=one)) for one in candidates}
    answers = {
        one: (words.say(ENCODINGS.get(one, one)), _told(file, found, named))
        for one, found in readings.items()
    }
    label = words.say("In which of these are the letters right?")
    _choose(words, ProblemCode.ENCODING_UNCERTAIN, label, answers, sheet.encoding)
    if named is None:
        _say_names_help(words)


def _repair(words: Words, file: Given, sheet: Sheet, named: Shown | None) -> None:
    mended = given.read(words, file, _with(file, repair=True))
    told = {False: _told(file, sheet, named), True: _told(file, mended, named)}
    answers = {answer: (words.say(text), told[answer]) for answer, text in REPAIRS.items()}
    label = words.say("What is to be done with the letters?")
    _choose(words, ProblemCode.MOJIBAKE, label, answers, guess=True)
    if named is None:
        _say_names_help(words)


def _part(words: Words, _file: Given, sheet: Sheet, _named: Shown | None) -> None:
    answers: dict[str, Answer] = {}
    for part in sheet.parts:
        when = verdict.days(words, part.days)
        rows = words.count("{n} row", "{n} rows", part.rows)
        answers[part.key] = (part.title, BETWEEN.join(text for text in (when, rows) if text))
    answers[ALL_PARTS] = (words.say("All of them together are one list"), "")
    label = words.say("Which list belongs to this activity?")
    _choose(words, ProblemCode.SEVERAL_PARTS, label, answers, None)


def _order(words: Words, file: Given, _sheet: Sheet, _named: Shown | None) -> None:
    told = {
        order: verdict.days(words, given.read(words, file, _with(file, date_order=order)).days)
        for order in ORDERS
    }
    answers = {order: (words.say(text), told[order]) for order, text in ORDERS.items()}
    label = words.say("How are the dates in the file written?")
    _choose(words, ProblemCode.DATE_ORDER, label, answers, DateOrder.DAY_FIRST)


def _means(words: Words, _file: Given, sheet: Sheet, _named: Shown | None) -> None:
    rows = len(sheet.rows)
    told = {
        Means.ATTENDED: words.count(
            "Those of {n} row count as having attended, unless the row says otherwise.",
            "Those of {n} rows count as having attended, unless the row says otherwise.",
            rows,
        ),
        Means.REGISTERED: words.say("Nobody counts of whom the file does not say that they came."),
    }
    answers = {means: (words.say(text), told[Means(means)]) for means, text in MEANINGS.items()}
    label = words.say("Did these people come?")
    _choose(words, ProblemCode.ATTENDED_OR_REGISTERED, label, answers, None)


QUESTIONS: Mapping[ProblemCode, Asked] = {
    ProblemCode.ENCODING_UNCERTAIN: _encoding,
    ProblemCode.MOJIBAKE: _repair,
    ProblemCode.SEVERAL_PARTS: _part,
    ProblemCode.DATE_ORDER: _order,
    ProblemCode.ATTENDED_OR_REGISTERED: _means,
}
DECIDES = {
    ProblemCode.ENCODING_UNCERTAIN: "encoding",
    ProblemCode.MOJIBAKE: "repair",
    ProblemCode.SEVERAL_PARTS: "part",
    ProblemCode.DATE_ORDER: "date_order",
    ProblemCode.ATTENDED_OR_REGISTERED: "means",
}


def _choose(
    words: Words, code: ProblemCode, label: str, answers: Mapping[Any, Answer], guess: object
) -> None:
    """One question: its answers one under the other, each with what it comes to."""
    options = list(answers)
    st.radio(
        label,
        options,
        index=options.index(guess) if guess in options else None,
        format_func=lambda option: safe(answers[option][0]),
        captions=[safe(answers[option][1]) for option in options],
        key=_key(code),
    )
    if guess not in options:
        st.caption(words.say(NOTHING_CHOSEN))


def _told(file: Given, sheet: Sheet, named: Shown | None) -> str:
    """Texts of the file in one reading: names while they are shown, else what names nobody."""
    if named is None:
        return BETWEEN.join(samples(sheet))
    found = shown.of_sheet(file, sheet, named.disclosure)
    texts = [name for row in found.who if (name := found.name(row)) and not name.isascii()]
    return BETWEEN.join(texts[:MOST_NAMES]) or BETWEEN.join(samples(sheet))


def _say_names_help(words: Words) -> None:
    st.caption(
        words.say(
            "Names tell best: choose the activity and state a reason under “Show the names in this "
            "file”, and three of them stand beside each answer."
        )
    )


def _with(file: Given, **changes: object) -> Decisions:
    return replace(file.decisions, **changes)  # type: ignore[arg-type]


def _key(code: ProblemCode) -> str:
    return f"{FORM}-{code}"


def _apply(file: Given, asked: tuple[ProblemCode, ...]) -> None:
    """What was answered; a question without an answer stays."""
    changes: Changes = {}
    for code in asked:
        answer = st.session_state.get(_key(code))
        if answer is not None:
            changes[DECIDES[code]] = answer
    decided.decide(file.digest, replace(file.decisions, **changes))
