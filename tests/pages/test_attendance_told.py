"""What the attendance screen says of a list in a sentence: counts, totals, questions, reasons."""

from dataclasses import replace

import pytest

from data_access.attendance import Counts, Preview, Problem, ProblemCode, Sheet, SheetRow
from data_access.attendance.memory import SEVERAL
from data_access.attendance.reading.name_kinds import NameKind
from data_access.attendance.reading.sheet import Column, LeftOut
from data_access.attendance.sentences import OTHERWISE, sentence, told_of
from pages.attendance import answers, given, left_out, verdict
from pages.shared.words import Words

EN, LV = Words("en"), Words("lv")
SHEET = Sheet((SheetRow(2, {}), SheetRow(3, {})), ())
FOUND = Preview(
    activity="a",
    round="IV",
    rows=(),
    problems=(),
    attended=12,
    registered=0,
    not_stated=0,
    new_persons=12,
    known_persons=0,
    new_attendances=12,
    repeated=16,
    repeated_persons=11,
    already_there=0,
    unknown_institutions=(),
    is_trial=False,
    counts=Counts(28, 12, 16, 0, 0),
    stated_total=None,
    waiting=0,
    is_refused=False,
)


@pytest.mark.parametrize(
    ("rows", "persons", "english", "latvian"),
    [
        (16, 11, "11 listed repeatedly (16 repeated rows)", "11 uzskaitīti vairākkārt (16 atkār"),
        (1, 1, "1 listed twice", "1 uzskaitīts divreiz"),
        (2, 2, "2 listed twice", "2 uzskaitīti divreiz"),
        (2, 1, "1 listed repeatedly (2 repeated rows)", "1 uzskaitīts vairākkārt (2 atkārtotas"),
    ],
)
def test_persons_and_rows_that_repeat_are_both_told(
    rows: int, persons: int, english: str, latvian: str
) -> None:
    counts = replace(FOUND.counts, merged=rows)
    found = replace(FOUND, counts=counts, repeated_persons=persons)
    assert english in verdict.sentence(EN, SHEET, found)
    assert latvian in verdict.sentence(LV, SHEET, found)


def test_nobody_is_counted_as_long_as_the_file_asks() -> None:
    said = verdict.unread(EN, SHEET, 2)
    assert said == "List of participants, 2 rows of participants, 2 questions about the file"
    assert verdict.unread(EN, Sheet((), ()), 1) == "List of participants, 1 question about the file"


def test_a_total_that_rows_which_wait_may_make_up_is_no_warning() -> None:
    found = replace(FOUND, attended=4, stated_total=12, waiting=8)
    assert verdict.stated(EN, found) == (
        "The file itself states 12 participants, 4 were counted, 8 rows wait."
    )
    assert verdict.stated(EN, replace(found, waiting=0)).startswith(verdict.DIFFERS)


def test_every_kind_of_what_is_no_name_is_told_by_its_own_sentence() -> None:
    kinds = {NameKind.DEVICE, NameKind.TELEPHONE, NameKind.EMAIL, NameKind.ORGANISATION}
    assert {value for _, value in OTHERWISE} == {*kinds, NameKind.NOTHING, "unclear", SEVERAL}
    told = [sentence(Problem(ProblemCode.NOT_A_PERSON, 2, "name", value)) for value in kinds]
    assert len(set(told)) == len(kinds)
    general = told_of(Problem(ProblemCode.NOT_A_PERSON, 2, "name", "note"))
    assert general == told_of(Problem(ProblemCode.NOT_A_PERSON, 2, "name"))


def test_a_word_is_told_with_the_heading_of_its_column() -> None:
    problem = Problem(ProblemCode.WORD_UNKNOWN, 2, "age_band", "34,5")
    assert sentence(problem).startswith("“34,5” is none of the words of the column “Age group”.")


def test_a_name_is_not_missing_where_something_else_stands_in_its_place() -> None:
    missing = Problem(ProblemCode.NAME_MISSING, 2)
    number = Problem(ProblemCode.NOT_A_PERSON, 2, "name", "telephone")
    assert answers.told([missing, number]) == [number]
    assert answers.told([missing]) == [missing]
    nothing = Problem(ProblemCode.NOT_A_PERSON, 2, "name", "nothing")
    assert answers.told([missing, nothing]) == [missing]


def test_only_what_there_is_is_counted_among_what_was_left_out() -> None:
    columns = (Column(0, "A", "Nr.", None, LeftOut.NUMBERING),)
    assert left_out.counted(EN, replace(SHEET, columns=columns)) == ["1 column"]
    both = replace(SHEET, left_out={4: LeftOut.FOOTER}, hidden_sheets=("Vecais",))
    assert left_out.counted(LV, both) == ["1 paslēpta lapa", "1 rinda"]


def test_a_row_of_a_later_sheet_is_told_by_its_own_number_and_the_sheet() -> None:
    sheets = replace(SHEET, sheets=(("Rīga", 0), ("Valka", 40)))
    assert given.place_of(LV, sheets, 43) == "3 (lapa Valka)"
    assert given.place_of(LV, SHEET, 43) == "43"
