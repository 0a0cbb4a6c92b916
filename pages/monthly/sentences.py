"""What is asked or told of a monthly report, as sentences: what is wrong, and what to do."""

import datetime as dt
from contextlib import suppress

from data_access.attendance.problems import Problem as FileProblem
from data_access.attendance.problems import ProblemCode
from data_access.attendance.sentences import SENTENCES as OF_FILES
from data_access.attendance.sentences import figures
from data_access.monthly import Code, Problem
from data_access.monthly import columns as c
from pages.monthly import labels
from pages.shared.words import Words, mark

SENTENCES: dict[str, str] = {
    Code.NOT_THE_TEMPLATE: mark(
        "This is not a monthly report: it has no sheet with the workbook's headings. Download the "
        "workbook, fill it in and upload that."
    ),
    Code.TOO_MANY_ROWS: mark(
        "The sheet has more rows than a month of one post can have. Delete what does not belong "
        "there and upload the file again."
    ),
    Code.SHEET_TWICE: mark(
        "Another sheet, “{value}”, holds rows of the same kind. Put them into one sheet and upload "
        "the file again."
    ),
    Code.COLUMN_TWICE: mark(
        "It stands there twice and says different things. Delete the wrong one in the file and "
        "upload it again."
    ),
    Code.SHEET_MISSING: mark(
        "The sheet is missing. Upload the file with it, or go on without: nothing is then recorded "
        "from it, which does not mean that nothing happened."
    ),
    Code.COLUMN_MISSING: mark(
        "The column is missing. Upload the file with it, or go on without: what it would say is "
        "then not stated."
    ),
    Code.POST_MISSING: mark("The report does not say of which post it is. Choose the post."),
    Code.POST_UNKNOWN: mark("“{value}” is no post that your role reaches. Choose the post."),
    Code.MONTH_MISSING: mark("The report does not say of which month it is. Choose the month."),
    Code.MONTH_UNCLEAR: mark("“{value}” does not say one month. Choose the month."),
    Code.MONTH_AHEAD: mark("The month {value} has not begun yet. Choose the month that is meant."),
    Code.MONTH_OUTSIDE: mark(
        "The post was not held in {value}. Choose the month that is meant, or correct the days of "
        "the post under “Mediators”."
    ),
    Code.MONTH_RECORDED: mark(
        "A report of this post and month, {value}, is recorded already. Undo that one below, "
        "choose another month, or discard this report."
    ),
    Code.HOURS_MISSING: mark(
        "The hours worked are missing. Write them, or leave them not stated: the month then counts "
        "in no rate by hours."
    ),
    Code.HOURS_UNLIKELY: mark(
        "{value} hours are more than is likely in a month of this post. Correct them, or take them "
        "as they are."
    ),
    Code.CELL_UNREADABLE: mark(
        "The cell holds an error or a formula that was never worked out. Write what it should say."
    ),
    Code.CELL_MERGED: mark(
        "The cell was merged with others, so it is not clear what holds in this row. Write what "
        "it says here, or leave it empty."
    ),
    Code.NUMBER_UNCLEAR: mark(
        "“{value}” is no number that can be meant here. Write it with digits, or leave it empty: "
        "it is then not stated."
    ),
    Code.DAY_MISSING: mark(
        "The day is missing. Write it, or take the row as it is: the day is then not stated."
    ),
    Code.DAY_UNCLEAR: mark("“{value}” does not say one day for certain. Write which day it was."),
    Code.DAY_OUTSIDE: mark(
        "{value} does not lie in the days of the report. Correct it, take it as it is, or leave "
        "the row out."
    ),
    Code.DAY_AHEAD: mark("{value} is still to come. Write the day on which it was."),
    Code.DAY_NOT_HELD: mark(
        "Nobody held the post on {value}. Correct the day, take it as it is, or correct the days "
        "and gaps of the post under “Mediators”."
    ),
    Code.WORD_UNKNOWN: mark(
        "“{value}” is none of the words of this column. Choose what it stands for, or leave it "
        "empty."
    ),
    Code.FORM_MISSING: mark(
        "The row does not say whether one family was met or a group. Choose which it was."
    ),
    Code.INSTITUTION_UNKNOWN: mark(
        "The register of institutions has no “{value}”. Choose the one that is meant, leave it "
        "empty, or add it under “Institutions” and come back."
    ),
    Code.INSTITUTION_SHARED: mark(
        "“{value}” may mean several institutions. Choose which one is meant, or leave it empty."
    ),
    Code.FAMILY_MISSING: mark("The row names no family. Write the number that is meant."),
    Code.FAMILY_UNKNOWN: mark(
        "No family goes by the number “{value}” at this post, and the report opens none by it. "
        "Write the number that is meant; a new family goes by J1, J2 … in the sheet of families."
    ),
    Code.FAMILY_TWICE: mark(
        "The family “{value}” stands in several rows of the sheet. Leave all but one of them out, "
        "or correct the number."
    ),
    Code.FAMILY_NOT_OPEN: mark(
        "The family “{value}” has no open case at this post. Correct the number, or leave the row "
        "out."
    ),
    Code.FAMILY_OF_GROUP: mark(
        "A contact with a group names the family “{value}”. Choose which form it was, or leave the "
        "family's cell empty."
    ),
    Code.CASE_NOT_RUNNING: mark(
        "The family's case was not open on {value}: it was opened later, or had been closed. "
        "Correct the day or the family, or take it as it is."
    ),
    Code.OPENED_OTHERWISE: mark(
        "By the records, the case of this family was opened on another day than {value}. Write "
        "which day is right, or leave it empty: the records then stay."
    ),
    Code.CLOSED_OTHERWISE: mark(
        "By the records, the case of this family was closed on another day than {value}. Write "
        "which day is right, or leave the row out."
    ),
    Code.CLOSED_TOO_EARLY: mark(
        "The case would be closed on {value}, before it was opened. Correct one of the two days."
    ),
    Code.REASON_WITHOUT_END: mark(
        "A reason for closing is stated and no day. Write the day on which the case was closed, or "
        "leave the reason empty."
    ),
    Code.CHILDREN_TOO_MANY: mark(
        "The family would have more children than members. Correct one of the two numbers, or "
        "leave it empty."
    ),
    Code.SIZE_COUNTED: mark(
        "A closed round counts this family, so the number on record stays; {value} cannot take its "
        "place. Write the number on record, or go on with it."
    ),
    Code.LOOKS_LIKE_TOTAL: mark(
        "The row seems to add up others. Leave it out, or take it as it is if it is a row of its "
        "own."
    ),
    Code.ROWS_ALIKE: mark(
        "The row says the same as one above it. Leave it out, or take it as it is if both happened."
    ),
    Code.TEXT_LEFT_OUT: mark(
        "What stands under the heading “{value}”, which the workbook does not have, is not read "
        "or kept. Cells: {list}."
    ),
    Code.SHEET_LEFT_OUT: mark("The sheet “{value}” is no part of the report and was not read."),
    Code.EXAMPLE_LEFT_OUT: mark("The row is the workbook's example and is not taken in."),
    Code.FILE_WAITING: mark("This very file waits already: its report goes on here."),
    Code.FILE_RECORDED: mark(
        "This very file was recorded already; nothing is recorded twice. To record it again, undo "
        "that report first."
    ),
}
WITHOUT_VALUE: dict[str, str] = {
    Code.OPENED_OTHERWISE: mark(
        "Several cases of this family are open at the post. Write on which day the one that is "
        "meant was opened."
    ),
    Code.TEXT_LEFT_OUT: mark(
        "What stands beside the workbook's own texts is not read or kept. Cells: {list}."
    ),
}
"""What is said instead where nothing stands in the cell."""
ACCEPTED_AS: dict[str, str] = {
    Code.SHEET_MISSING: mark("Go on without it"),
    Code.COLUMN_MISSING: mark("Go on without it"),
    Code.HOURS_MISSING: mark("Leave them not stated"),
    Code.DAY_MISSING: mark("Leave the day not stated"),
    Code.FORM_MISSING: mark("Individual, since a family is named"),
    Code.FAMILY_MISSING: mark("The contact names no family"),
    Code.ROWS_ALIKE: mark("Both happened"),
    Code.LOOKS_LIKE_TOTAL: mark("It is a row of its own"),
    Code.SIZE_COUNTED: mark("The number on record stays"),
}
"""What taking something as it is means, where that is more than these words say."""
TAKE = mark("Take it as it is")
LISTED_AT_MOST = 12


def sentence(words: Words, problem: Problem) -> str:
    """What is wrong and what to do; of a file that cannot be opened what every page says of it."""
    if problem.code not in SENTENCES:
        return _of_file(words, problem)
    more = ("…",) if len(problem.others) > LISTED_AT_MOST else ()
    listed = ", ".join((*problem.others[:LISTED_AT_MOST], *more))
    known = SENTENCES if problem.value else SENTENCES | WITHOUT_VALUE
    return words.say(known[problem.code], value=_value(words, problem), list=listed)


def _value(words: Words, problem: Problem) -> str:
    """What stands in the cell; a day that a spreadsheet keeps as one, as people write days."""
    with suppress(ValueError):
        if problem.column in c.DAYS:
            return words.date(dt.date.fromisoformat(problem.value))
        if problem.column == c.MONTH:
            return labels.month(words, dt.date.fromisoformat(problem.value))
    return problem.value


def accepted_as(code: str) -> str:
    """What taking it as it is means, as an answer."""
    return ACCEPTED_AS.get(code, TAKE)


def located(words: Words, problem: Problem) -> str:
    """The sentence, with the sheet, row and column before it."""
    told = sentence(words, problem)
    if problem.part is None:
        return told
    return f"{labels.place_of(words, problem.part, problem.row, problem.column)}: {told}"


def _of_file(words: Words, problem: Problem) -> str:
    code = ProblemCode(problem.code)
    told, limits = OF_FILES[code], problem.figures
    known = FileProblem(code, most=limits.get("most"), found=limits.get("found"))
    numbers = {name: words.number(number) for name, number in figures(known).items()}
    said = {"most": "?", "found": "?", "value": "", "column": ""} | numbers
    return f"{words.say(told.wrong, **said)} {words.say(told.remedy, **said)}"
