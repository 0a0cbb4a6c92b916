"""Every question and every refusal of monthly reports has its sentence, in both languages."""

import inspect
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import URL, Engine

from data_access.files.problems import FileProblem
from data_access.identity import create_key
from data_access.monthly import Code, Decisions, Part, Problem
from data_access.monthly import columns as c
from data_access.monthly import refusals as told
from data_access.monthly.report import NOTES, OF_FILE
from pages.monthly import answers, refusals, sentences, steps
from pages.shared.words import Words
from tests.pages.conftest import Visit, shown
from tests.pages.monthly_screen import number, unreported, upload
from tests.pages.screens import labels, press

EN, LV = Words("en"), Words("lv")
ANSWERED_ELSEWHERE = frozenset({*OF_FILE, *NOTES})
SEALED = {
    "en": "A report that waits cannot be sealed or opened",
    "lv": "Gaidošu pārskatu nevar ne šifrēt, ne atvērt",
}
COLUMN_OF = {
    Code.POST_MISSING: c.POST,
    Code.POST_UNKNOWN: c.POST,
    Code.HOURS_MISSING: c.HOURS,
    Code.HOURS_UNLIKELY: c.HOURS,
    Code.WORD_UNKNOWN: c.AREA,
    Code.FORM_MISSING: c.FORM,
    Code.NUMBER_UNCLEAR: c.PERSONS,
    Code.INSTITUTION_UNKNOWN: c.INSTITUTION,
    Code.INSTITUTION_SHARED: c.INSTITUTION,
    Code.OPENED_OTHERWISE: c.OPENED_ON,
    Code.CLOSED_TOO_EARLY: c.CLOSED_ON,
    Code.CLOSED_OTHERWISE: c.CLOSED_ON,
    Code.REASON_WITHOUT_END: c.REASON,
    Code.CHILDREN_TOO_MANY: c.CHILDREN,
    Code.SIZE_COUNTED: c.CHILDREN,
    **{code: c.MONTH for code in Code if code.value.startswith("month_")},
    **{code: c.FAMILY for code in Code if code.value.startswith("family_")},
}
OF_FAMILIES = {c.OPENED_ON, c.CLOSED_ON, c.REASON, c.CHILDREN}


def as_asked(code: Code) -> Problem:
    """A problem as a check asks it."""
    column = COLUMN_OF.get(code, c.HELD_ON)
    part = Part.FAMILIES if column in OF_FAMILIES else Part.CONTACTS
    part = Part.HEAD if column in c.HEADINGS[Part.HEAD] and column not in OF_FAMILIES else part
    row = None if part is Part.HEAD else 7
    return Problem(code, part, row, column, "vērtība", ("viens", "otrs"))


@pytest.mark.parametrize("code", Code)
def test_every_code_has_a_sentence_of_its_own_in_both_languages(code: Code) -> None:
    for others in ((), ("viens", "otrs")):
        for value in ("", "vērtība"):
            problem = Problem(code, Part.CONTACTS, 7, c.FAMILY, value, others)
            english, latvian = (sentences.sentence(words, problem) for words in (EN, LV))
            assert english != latvian
            assert "{" not in english + latvian
    alike = [other for other in Code if sentences.SENTENCES[other] == sentences.SENTENCES[code]]
    assert alike == [code]


DAYS = {
    (c.HELD_ON, "2019-08-20"): ("20 August 2019", "20.08.2019."),
    (c.OPENED_ON, "20.8."): ("20.8.", "20.8."),
    (c.MONTH, "2019-08-01"): ("August 2019", "08.2019."),
    (c.MONTH, "08.2019"): ("08.2019", "08.2019"),
}


@pytest.mark.parametrize(("column", "text"), DAYS)
def test_a_day_of_a_spreadsheet_is_told_as_people_write_days(column: str, text: str) -> None:
    problem = Problem(Code.DAY_OUTSIDE, Part.CONTACTS, 7, column, text)
    for words, day in zip((EN, LV), DAYS[column, text], strict=True):
        assert sentences.sentence(words, problem).startswith(f"{day} ")


@pytest.mark.parametrize("code", FileProblem)
def test_every_problem_of_a_file_has_its_sentence_in_both_languages(code: FileProblem) -> None:
    problem = Problem(code.value, others=("most=20000000", "found=30000000"))
    english, latvian = (sentences.sentence(words, problem) for words in (EN, LV))
    assert english != latvian
    assert "{" not in english + latvian
    assert "?" not in english + latvian


@pytest.mark.parametrize("code", sorted(set(Code) - ANSWERED_ELSEWHERE))
def test_every_question_can_be_answered(code: Code) -> None:
    problem = as_asked(code)
    can_be_left_out = problem.row is not None
    assert answers.columns_of(problem) or problem.is_acceptable or can_be_left_out
    assert {*answers.COLUMNS} <= {*Code}
    if problem.part is Part.HEAD:
        assert answers.columns_of(problem)


def test_a_text_that_replaces_one_that_was_taken_as_it_is_is_asked_about_anew() -> None:
    problem = Problem(Code.DAY_OUTSIDE, Part.CONTACTS, 7, c.HELD_ON, "30.08.2019.")
    taken = steps.accepted(Decisions(), [problem])
    assert steps.written(taken, Part.CONTACTS, (7,), held_on="30.07.2019.").accepted == frozenset()
    for row, column in ((8, c.HELD_ON), (7, c.PERSONS)):
        other = steps.written(taken, Part.CONTACTS, (row,), **{column: "1"})
        assert other.accepted == taken.accepted


def test_every_refusal_has_a_sentence() -> None:
    kinds = [
        kind
        for _, kind in inspect.getmembers(told, inspect.isclass)
        if kind.__module__ == told.__name__
    ]
    assert len(kinds) >= 10
    assert [kind for kind in kinds if kind not in refusals.ALL] == []


def test_what_stands_in_the_way_of_undoing_is_told_in_full() -> None:
    refusal = told.TouchedSince(["G-0001"], cases=1, contacts=2, trainings=3)
    sentence = refusals.sentence(EN, refusal)
    for part in ("Families: G-0001.", "1 case.", "2 contacts.", "3 trainings."):
        assert part in sentence
    assert "1 case." not in refusals.sentence(EN, told.TouchedSince(["G-0001"]))


@pytest.fixture
def lose(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    """``lose(is_another)``: from here on another key is there, or none."""

    def lose_it(is_another: bool) -> None:
        path = tmp_path / "identity.key"
        if is_another:
            create_key(path)
        monkeypatch.setenv("IDENTITY_KEY_FILE", str(path))

    return lose_it


@pytest.mark.parametrize("language", ["en", "lv"])
def test_without_the_key_for_names_a_sentence_stands_and_the_report_can_be_let_go(
    visit: Visit, sample_url: URL, sample: Engine, lose: Callable[[bool], None], language: str
) -> None:
    asked = {"round": "IV", "lang": language}
    book = unreported(sample)
    report = number(upload(visit(sample_url, "monthly", **asked), book.with_(*book.good())))
    lose(language == "lv")
    screen = upload(visit(sample_url, "monthly", **asked), book.with_(*book.good()[1:]))
    assert SEALED[language] in shown(screen)
    screen = visit(sample_url, "monthly", **asked, report=report)
    assert SEALED[language] in shown(screen)
    screen.checkbox[0].check().run()
    press(screen, {"en": "Discard", "lv": "Atmest"}[language])
    assert {"en": "No report waits.", "lv": "Neviens pārskats negaida."}[language] in shown(screen)
    assert {"en": "Undo", "lv": "Atsaukt"}[language] not in labels(screen)
