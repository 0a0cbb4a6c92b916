"""What is wrong with a file of entries, as sentences: what stands there, and what to do."""

from collections.abc import Iterator, Mapping

from data_access.access import AccessRefused
from data_access.attendance.problems import Problem as FileProblem
from data_access.attendance.problems import ProblemCode
from data_access.attendance.sentences import SENTENCES as OF_FILES
from data_access.attendance.sentences import figures
from data_access.recommendations import importing
from data_access.recommendations.importing import Code, Outcome, Problem, Table
from data_access.recommendations.importing.columns import HEADINGS
from data_access.recommendations.keeping.problems import CarriedBack, LinkBackwards
from data_access.rounds import RoundApproved
from data_access.upkeep import ChangedMeanwhile
from pages.shared import errors
from pages.shared.words import Words, mark

OUTCOMES: Mapping[str, str] = {
    Outcome.NEW: mark("new"),
    Outcome.CHANGED: mark("differs from what stands"),
    Outcome.SAME: mark("same as it stands"),
    Outcome.PROBLEM: mark("cannot be taken in"),
    Outcome.LEFT_OUT: mark("is left out"),
}
SIGNS: Mapping[str, str] = {
    Outcome.NEW: "✓",
    Outcome.CHANGED: "≠",
    Outcome.SAME: "=",
    Outcome.PROBLEM: "?",
    Outcome.LEFT_OUT: "–",
}
SENTENCES: Mapping[str, str] = {
    Code.NO_HEADINGS: mark(
        "No row of headings was recognised: a column for the number or the text, and one more. "
        "Take the headings of the template."
    ),
    Code.NO_ROWS: mark("There is no entry under the headings. Fill in the rows and try again."),
    Code.TOO_MANY_ENTRIES: mark(
        "The file has more than {value} entries. Split it into several files."
    ),
    Code.ENCODING_UNCERTAIN: mark(
        "The letters of the file can be read in more than one way. Choose above the way in which "
        "the words are right."
    ),
    Code.MOJIBAKE: mark(
        "The letters were damaged before the file came here: each became two others. Let them be "
        "repaired above, and check the texts."
    ),
    Code.COLUMN_UNKNOWN: mark("The column “{value}” is not known here and is left aside."),
    Code.COLUMN_WORKED_OUT: mark(
        "The column “{value}” is left aside: the platform works it out by itself."
    ),
    Code.COLUMN_TWICE: mark(
        "The column “{value}” says the same as one before it and is left aside. If it is the right "
        "one, delete the other."
    ),
    Code.SHEET_HIDDEN: mark(
        "The hidden sheet “{value}” holds entries as well and was not read. "
        "Unhide it to take it in."
    ),
    Code.SHEET_BESIDE: mark(
        "The sheet “{value}” holds entries as well and was not read. Take it in as a file of its "
        "own."
    ),
    Code.EXAMPLE_LEFT_OUT: mark("Row {row} is the template's example and is not taken in."),
    Code.LETTERS_LOST: mark(
        "Letters of this row were lost before the file came here, such as “J?nis”. Write the text "
        "anew, or take the row as it is."
    ),
    Code.CELL_UNREADABLE: mark(
        "The cell holds an error or a formula that was never worked out. Write what it should say."
    ),
    Code.TEXT_TOO_LONG: mark("“{value}…” is too long. Shorten it."),
    Code.REFERENCE_MISSING: mark(
        "The number is missing. Write one that is free{others}, or leave the row out."
    ),
    Code.REFERENCE_UNUSABLE: mark(
        "“{value}” cannot be a number of the register: it takes up to 30 letters, digits, dots, "
        "dashes and slashes, without spaces. Write another one."
    ),
    Code.REFERENCE_TWICE: mark(
        "The number “{value}” stands in several rows of the file: {list}. Leave all but one of "
        "them out, or correct the number."
    ),
    Code.REFERENCE_SHARED: mark(
        "“{value}” may mean several entries: {list}. Write the number exactly as it stands there."
    ),
    Code.ROUND_MISSING: mark("The round is missing. Write one of these: {list}."),
    Code.ROUND_UNKNOWN: mark("“{value}” is no round. Write one of these: {list}."),
    Code.ROUND_APPROVED: mark(
        "Round “{value}” is approved, so it gains no entry and loses none. Leave the row out, or "
        "withdraw the approval under “Rounds”."
    ),
    Code.ACTIVITY_ELSEWHERE: mark(
        "The entry belongs to an activity of its round. Change the activity by hand first, or "
        "leave the entry in its round."
    ),
    Code.CARRIED_BACK: mark(
        "The entry is carried into round “{value}”, which has to come after its own. Take it out "
        "of that round by hand first, or leave the entry in its round."
    ),
    Code.OUT_OF_REACH: mark(
        "The entry lies outside the rounds or towns that your role reaches. Leave the row out."
    ),
    Code.TEXT_MISSING: mark(
        "A new entry needs its text in both languages. Write it here, or leave the row out."
    ),
    Code.WORD_UNKNOWN: mark("“{value}” is not one of the words: {list}. Write one of them."),
    Code.PLACE_UNKNOWN: mark(
        "“{value}” is no place that is known. Write the municipality's name, or empty the cell."
    ),
    Code.PLACE_SHARED: mark(
        "“{value}” may mean several municipalities. Write the name in full, as in “Jelgavas "
        "novads”."
    ),
    Code.PLACE_NOT_THEN: mark(
        "“{value}” was no municipality on the day of the entry. Write the one that was."
    ),
    Code.INSTITUTION_UNKNOWN: mark(
        "“{value}” is not in the register of institutions. Choose above which one it is, write its "
        "name, or add it under “Institutions”."
    ),
    Code.INSTITUTION_SHARED: mark(
        "“{value}” may mean several institutions. Choose above which one it is."
    ),
    Code.INSTITUTION_TWICE: mark(
        "“{value}” cannot both lead and support. Take it out of one of the two columns."
    ),
    Code.DEADLINE_UNREADABLE: mark(
        "“{value}” says no deadline. Write it as in 31.12.2027., 12.2027, 2027. gada 1. pusgads, "
        "2027 or 2021–2027; empty where none is stated."
    ),
    Code.DEADLINE_BEFORE_MADE: mark(
        "The deadline ends on {value}, before the entry was made. Correct one of the two days."
    ),
    Code.DAY_UNREADABLE: mark("“{value}” is no day. Write it as in 06.02.2020."),
    Code.DAY_AHEAD: mark("“{value}” is a day to come. Write the day on which the entry was made."),
    Code.DAY_TOO_EARLY: mark(
        "“{value}” is too early: dates begin with 01.07.2009. Correct it, or empty the cell."
    ),
    Code.SOURCE_UNKNOWN: mark(
        "“{value}” is not in the list of sources. Write a source's title or code, or empty the "
        "cell."
    ),
    Code.LINK_UNKNOWN: mark(
        "“{value}” is neither in the register nor in the file. Correct the number, or empty the "
        "cell."
    ),
    Code.LINK_TO_ITSELF: mark("The entry cannot refer to itself. Write another number."),
    Code.LINK_CIRCLE: mark(
        "“{value}” comes after this entry itself, so that they would go in a circle. Take one of "
        "the links out."
    ),
    Code.LINK_BACKWARDS: mark(
        "“{value}” was made after this entry, so it is not the earlier one. Turn the link round."
    ),
    Code.LINK_OUT_OF_ORDER: mark(
        "By its day, the entry would stand on the wrong side of “{value}”, to which it is linked. "
        "Correct the day, or take the link out."
    ),
}
REFUSALS: Mapping[type[Exception], str] = {
    AccessRefused: errors.NOT_ALLOWED,
    ChangedMeanwhile: mark(
        "The register has changed since you looked at the file. Nothing was stored: look at the "
        "rows again, and store them if they still hold."
    ),
    RoundApproved: mark(
        "A round of these entries is approved, so it gains no entry and loses none. Nothing was "
        "stored."
    ),
    CarriedBack: mark(
        "An entry is carried into a round that would not be a later one. Nothing was stored."
    ),
    LinkBackwards: mark(
        "An entry would be made before one that it follows on. Nothing was stored: correct the day "
        "or the link."
    ),
    importing.NotStorable: mark("Rows wait to be mended or left out. Nothing was stored."),
    importing.NothingToStore: mark("There is nothing to store: no row adds or changes anything."),
    importing.FileKnown: mark(
        "The same file was taken in before. Nothing was stored; tick that it is meant again."
    ),
    importing.ImportUnknown: mark("There is no such import. Nothing was changed."),
    importing.ImportUndone: mark(
        "Somebody took this import back in the meantime. Nothing was changed now."
    ),
}
LISTED_AT_MOST = 12


def sentence(words: Words, problem: Problem, table: Table) -> str:
    """What is wrong and what to do."""
    if problem.code not in SENTENCES:
        code = ProblemCode(problem.code)
        told = OF_FILES[code]
        limits = FileProblem(code, most=table.figures.get("most"), found=table.figures.get("found"))
        numbers = {name: words.number(number) for name, number in figures(limits).items()}
        told_of = {"most": "?", "found": "?", "value": "", "column": ""} | numbers
        return f"{words.say(told.wrong, **told_of)} {words.say(told.remedy, **told_of)}"
    more = ("…",) if len(problem.others) > LISTED_AT_MOST else ()
    others = ", ".join((*problem.others[:LISTED_AT_MOST], *more))
    parts = {
        "value": problem.value,
        "row": str(problem.row or ""),
        "others": f" ({others})" if others else "",
        "list": others,
    }
    return words.say(SENTENCES[problem.code], **parts)


def refusal(words: Words, refused: Exception) -> str:
    """Why nothing was stored, or nothing undone."""
    if isinstance(refused, importing.TouchedSince):
        return " ".join(_touched(words, refused))
    return words.say(next(text for kind, text in REFUSALS.items() if isinstance(refused, kind)))


def _touched(words: Words, refused: importing.TouchedSince) -> Iterator[str]:
    if refused.references:
        yield words.say(
            "Something happened to these entries since, so nothing was undone: {entries}.",
            entries=", ".join(refused.references),
        )
    if refused.gone:
        yield words.count(
            "{n} entry of this import was removed since, so nothing was undone.",
            "{n} entries of this import were removed since, so nothing was undone.",
            refused.gone,
        )


def heading(words: Words, column: str | None) -> str:
    """A column under the heading that the template has for it, in the reader's language."""
    said = HEADINGS.get(column or "")
    return "" if said is None else (said.lv if words.language == "lv" else said.en)
