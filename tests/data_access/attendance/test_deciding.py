"""Answers put into decisions: for a row, for every row with the same text, for nobody's name."""

from data_access import attendance
from data_access.attendance import Problem, ProblemCode, Sheet, SheetRow
from data_access.attendance.deciding import (
    alike,
    left_out,
    meant,
    rewritten,
    samples,
    title,
)
from data_access.attendance.problems import LONGEST_VALUE
from data_access.attendance.reading.decisions import UNDECIDED
from tests.data_access.attendance.lists import a_csv, came

UNKNOWN = ProblemCode.PLACE_UNKNOWN
TWO, FOUR = (Problem(UNKNOWN, row, "place", "Nekuriene") for row in (2, 4))
DECOYS = (
    Problem(UNKNOWN, 5, "place", "Citur"),
    Problem(ProblemCode.PLACE_SHARED, 6, "place", "Nekuriene"),
    Problem(UNKNOWN, 7, "institution", "Nekuriene"),
)


def test_rows_with_the_same_problem_of_the_same_text_are_alike() -> None:
    assert alike(FOUR, [TWO, *DECOYS, FOUR]) == (4, 2)


def test_a_text_that_was_cut_short_is_like_no_other() -> None:
    first, second = (Problem(UNKNOWN, row, "place", "x" * LONGEST_VALUE) for row in (2, 3))
    assert alike(first, [first, second]) == (2,)


def test_what_a_text_means_is_decided_of_the_text_where_all_rows_are_meant() -> None:
    sheet = Sheet((SheetRow(2, {"place": "Nekuriene"}), SheetRow(4, {"place": "NEKURIENE"})), ())
    decisions = meant(UNDECIDED, sheet, TWO, "online", (2, 4))
    assert decisions.words == {"place": {"nekuriene": "online"}}
    assert decisions.rows == {}


def test_what_a_text_means_is_decided_of_one_row_or_of_rows_whose_file_is_gone() -> None:
    sheet = Sheet((SheetRow(2, {"place": "Nekuriene"}),), ())
    assert meant(UNDECIDED, sheet, TWO, "online", (2,)).of_row(2).cells == {"place": "online"}
    both = meant(UNDECIDED, None, TWO, "online", (2, 4))
    assert [both.of_row(row).cells for row in (2, 4)] == [{"place": "online"}] * 2


def test_a_text_written_anew_keeps_what_was_written_before() -> None:
    decisions = rewritten(rewritten(UNDECIDED, 2, {"name": "Zane Kalna"}), 2, {"contact": ""})
    assert decisions.of_row(2).cells == {"name": "Zane Kalna", "contact": ""}


def test_rows_left_out_are_no_others() -> None:
    decisions = left_out(UNDECIDED, (2, 4))
    assert [decisions.of_row(row).leave_out for row in (2, 3, 4)] == [True, False, True]


def test_samples_of_letters_hold_nobodys_name() -> None:
    content = a_csv(came("Jānis Bērziņš", institution="Rīgas skola", place="Ķekavas novads"))
    found = samples(attendance.read(content, "list.csv"))
    assert found
    assert not any("Bērziņš" in text for text in found)


def test_a_title_that_may_be_somebody_is_not_told() -> None:
    assert title(Sheet((), (), title="Jānis Bērziņš")) == ""
    assert title(Sheet((), (), title="Romu platforma")) == "Romu platforma"
    assert title(Sheet((), ())) == ""
