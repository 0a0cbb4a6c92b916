"""What is told of each problem, in English: what is wrong, and what to do about it.

The pages say the same in the reader's language: these are the sources of their catalogues.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from data_access.attendance.columns import HEADINGS
from data_access.attendance.problems import Problem, ProblemCode
from data_access.files.limits import MIB

BYTES = frozenset({ProblemCode.TOO_LARGE, ProblemCode.UNPACKS_TOO_LARGE})
"""Their figures are bytes, and are told in megabytes."""


@dataclass(frozen=True)
class Told:
    """``{value}``: what stood there; ``{column}``: where; ``{most}``, ``{found}``: figures."""

    wrong: str
    remedy: str


def mark(message: str) -> str:
    """A source string of the catalogues."""
    return message


SAVE_AS_WORKBOOK = mark("Open it in the program it was made with and save it as .xlsx.")
SPLIT = mark("Leave only the list in it, or split it into several files.")
TELL_APART = mark("Say which one it is, or write each one's own contact or institution.")
ASK_FOR_A_LIST = mark("Ask for the list as a table (Excel or CSV), or type it into the template.")
CHOOSE_BELOW = mark("Choose below.")
WRITE_WHO = mark("Write who it was, or leave the row out.")
NAMELESS = Told(mark("The name is missing."), mark("Write the name, or leave the row out."))

SENTENCES: Mapping[ProblemCode, Told] = {
    ProblemCode.EMPTY: Told(mark("The file is empty."), mark("Check that it is the right file.")),
    ProblemCode.TOO_LARGE: Told(mark("The file is larger than {most} MB."), SPLIT),
    ProblemCode.UNPACKS_TOO_LARGE: Told(
        mark("Unpacked, the file would be larger than {most} MB."), SPLIT
    ),
    ProblemCode.TOO_MANY_ENTRIES: Told(
        mark("The workbook holds more than {most} parts, such as pictures."),
        mark("Copy the list into a new workbook, without pictures."),
    ),
    ProblemCode.TOO_MANY_ROWS: Told(mark("The list has more than {most} rows."), SPLIT),
    ProblemCode.TOO_MANY_COLUMNS: Told(
        mark("The list has more than {most} columns, or something stands far to the right."),
        mark("Delete everything beside the list, or copy the list into a new workbook."),
    ),
    ProblemCode.TOO_MANY_CELLS: Told(
        mark("The file has more than {most} cells, or something stands far below the list."),
        mark("Delete everything beside the list, or copy the list into a new workbook."),
    ),
    ProblemCode.TOO_MANY_SHEETS: Told(mark("The workbook has more than {most} sheets."), SPLIT),
    ProblemCode.TOO_MUCH_TEXT: Told(mark("The file holds more text than any list needs."), SPLIT),
    ProblemCode.TOO_SLOW: Told(
        mark("Reading the file takes too long, and was stopped."), SAVE_AS_WORKBOOK
    ),
    ProblemCode.TOO_MUCH_MEMORY: Told(
        mark("Reading the file takes too much memory, and was stopped."), SAVE_AS_WORKBOOK
    ),
    ProblemCode.MACROS: Told(
        mark("The workbook holds macros, which are not let in."),
        mark("Save it as .xlsx: that leaves the macros out."),
    ),
    ProblemCode.EXTERNAL_LINKS: Told(
        mark("The workbook takes values from other files, which nobody has here."),
        mark("In Excel choose Data, Edit links, Break link, and save it again."),
    ),
    ProblemCode.ENCRYPTED: Told(
        mark("The file is locked by a password."), mark("Save it without a password.")
    ),
    ProblemCode.XML_ENTITIES: Told(
        mark("The file holds instructions that no list needs, and is not opened."), SAVE_AS_WORKBOOK
    ),
    ProblemCode.PDF: Told(
        mark("This is a PDF: a picture of a list, from which names cannot be read for certain."),
        ASK_FOR_A_LIST,
    ),
    ProblemCode.PICTURE: Told(
        mark("This is a picture: names cannot be read from it for certain."), ASK_FOR_A_LIST
    ),
    ProblemCode.ONLY_PICTURES: Told(
        mark("The workbook holds a picture and no text."), ASK_FOR_A_LIST
    ),
    ProblemCode.DOCUMENT: Told(
        mark("This is a text document or a presentation, not a table."),
        mark("Copy the table into an Excel workbook and save it as .xlsx."),
    ),
    ProblemCode.OTHER_WORKBOOK: Told(
        mark("This is a workbook of a kind that is not read here (such as .xlsb or .numbers)."),
        SAVE_AS_WORKBOOK,
    ),
    ProblemCode.ARCHIVE: Told(
        mark("This is an archive of files."), mark("Unpack it, and give the list itself.")
    ),
    ProblemCode.DAMAGED: Told(
        mark("The file is damaged or was cut short on its way."),
        mark("Get it anew, or open it in the program it was made with and save it as .xlsx."),
    ),
    ProblemCode.NOT_A_TABLE: Told(mark("This is no table that can be read."), SAVE_AS_WORKBOOK),
    ProblemCode.QUOTES: Told(
        mark("A quotation mark is opened here and not closed as CSV asks for."),
        mark("Save the list as an Excel workbook (.xlsx), or correct the quotation mark."),
    ),
    ProblemCode.NO_ROWS: Told(
        mark("There is nobody under the headings."), mark("Fill in the list and upload it again.")
    ),
    ProblemCode.NO_NAMES: Told(
        mark("No column of names was recognised."),
        mark("Say below which column holds them; if this is no list, take another file."),
    ),
    ProblemCode.SEVERAL_NAME_COLUMNS: Told(
        mark("More than one column holds names of people."),
        mark("Choose below in which of them those who came stand."),
    ),
    ProblemCode.ENCODING_UNCERTAIN: Told(
        mark("The letters of the file can be read in more than one way."),
        mark("Choose below the way in which the names are right."),
    ),
    ProblemCode.MOJIBAKE: Told(
        mark("The letters were damaged before the file came here: each became two others."),
        mark("Let them be repaired below, and check the names."),
    ),
    ProblemCode.LETTERS_LOST: Told(
        mark("Letters of this row were lost before the file came here, such as “J?nis”."),
        mark("Write the name anew, or get the file again as an Excel workbook."),
    ),
    ProblemCode.SEVERAL_PARTS: Told(
        mark("The file holds {found} lists, each of an activity of its own."),
        mark("Choose below which one belongs to this activity."),
    ),
    ProblemCode.DATE_ORDER: Told(
        mark("Nothing in the file tells which part of its dates is the day."), CHOOSE_BELOW
    ),
    ProblemCode.DATE_UNKNOWN: Told(
        mark("The file does not say on which day it was."),
        mark("Make sure that it is the list of the activity chosen above."),
    ),
    ProblemCode.ATTENDED_OR_REGISTERED: Told(
        mark("The file does not say for certain who of the people in it came."), CHOOSE_BELOW
    ),
    ProblemCode.TOTAL_DIFFERS: Told(
        mark("The file states {most} in total, and {found} were counted."),
        mark("Check who is missing or too many before you record it."),
    ),
    ProblemCode.ABSENCE_NOTED: Told(
        mark("A remark beside this person may say that they did not come."),
        mark("Say whether they came."),
    ),
    ProblemCode.HEADINGS_GUESSED: Told(
        mark("No heading says where the names stand; they were told by what is in the columns."),
        mark("Check the columns below, and say whether these people came."),
    ),
    ProblemCode.HIDDEN_SHEET: Told(
        mark("The workbook has hidden sheets, which were not read."),
        mark("If one of them is the list, make it visible and save the file."),
    ),
    ProblemCode.PERSONAL_CODE: Told(
        mark("Rows with personal codes: {found}. The codes are not read, shown or stored."),
        mark("Delete them from the file too: nobody needs them here."),
    ),
    ProblemCode.CELL_UNREADABLE: Told(
        mark("The cell holds an error or a formula without a result."),
        mark("Write the text itself into the cell."),
    ),
    ProblemCode.TEXT_TOO_LONG: Told(
        mark("The text is too long for this column."), mark("Shorten it.")
    ),
    ProblemCode.NAME_MISSING: NAMELESS,
    ProblemCode.NAME_UNUSUAL: Told(
        mark("One word alone stands where a name and a surname are usual."),
        mark("Write the whole name if you know it."),
    ),
    ProblemCode.NOT_A_PERSON: Told(
        mark("What stands as the name may be a device, a room, a number or an organisation."),
        WRITE_WHO,
    ),
    ProblemCode.CONTACT_UNUSABLE: Told(
        mark("What stands there is neither an e-mail address nor a telephone number."),
        mark("Correct it, or leave it empty."),
    ),
    ProblemCode.ROW_SHIFTED: Told(
        mark(
            "The cells of this row seem to stand under other headings: something looks like an "
            "e-mail address or a number out of place. What stands there is not shown."
        ),
        mark("Correct the row in the file, or write its cells anew."),
    ),
    ProblemCode.WORD_UNKNOWN: Told(
        mark("“{value}” is none of the words of the column “{column}”."),
        mark("Choose what it stands for."),
    ),
    ProblemCode.INSTITUTION_UNKNOWN: Told(
        mark("The register of institutions has no “{value}”."),
        mark("Choose the one that is meant, or add it to the register if it is a new one."),
    ),
    ProblemCode.INSTITUTION_SHARED: Told(
        mark("Several institutions of the register are called “{value}”."),
        mark("Choose which one is meant."),
    ),
    ProblemCode.PLACE_UNKNOWN: Told(
        mark("No municipality is called “{value}”."), mark("Choose a place, or leave it empty.")
    ),
    ProblemCode.PLACE_SHARED: Told(
        mark("“{value}” may be a city or the municipality around it."),
        mark("Choose which one is meant."),
    ),
    ProblemCode.PLACE_NOT_THEN: Told(
        mark("There was no municipality “{value}” on the day of the activity."),
        mark("Choose the one that there was."),
    ),
    ProblemCode.ROWS_ALIKE: Told(
        mark("Rows {value} hold the same name, and nothing tells whether that is one person."),
        TELL_APART,
    ),
    ProblemCode.NAMES_SIMILAR: Told(
        mark("The names of rows {value} are much alike, and may be one person's."), TELL_APART
    ),
    ProblemCode.CONTACT_SHARED: Told(
        mark("Somebody else of another name has the same contact."), TELL_APART
    ),
    ProblemCode.CONTACT_COMMON: Told(
        mark("Three or more names share this contact, so it tells nobody apart."),
        mark("Nothing has to be done: they are told apart by name and institution."),
    ),
    ProblemCode.DECISION_UNUSABLE: Told(
        mark("What was decided about this row contradicts something else, or is out of date."),
        mark("Decide again."),
    ),
    ProblemCode.SEVERAL_PERSONS: Told(
        mark("Several persons fit this row, and it does not say which one is meant."), TELL_APART
    ),
    ProblemCode.NAMESAKE_HERE: Told(
        mark(
            "Somebody of this name is recorded at this activity already, and nothing tells "
            "whether that is the same person."
        ),
        TELL_APART,
    ),
    ProblemCode.NOTHING_NEW: Told(
        mark("Everybody in the file is recorded at this activity already."),
        mark("Check that it is the right activity and the right file."),
    ),
    ProblemCode.NAMESAKE: Told(
        mark(
            "Somebody else of this name stands in the file or on record. Nothing ties the two, "
            "so they count as two persons."
        ),
        mark("If it is one person, write the same contact or institution as the first time."),
    ),
    ProblemCode.ROWS_DISAGREE: Told(
        mark("Another row of the file is the same person and says something else here."),
        mark("What is stated first counts; correct the file if it should be the other."),
    ),
    ProblemCode.STATUS_DIFFERS: Told(
        mark("This person is recorded at this activity already, as having attended or not."),
        mark("The record stays as it is; correct it by hand below if the file is right."),
    ),
}  # fmt: skip

IN_PLACE_OF_A_NAME: Mapping[str, Told] = {
    **{kind: Told(wrong, WRITE_WHO) for kind, wrong in {
        "device": mark("A device stands in place of the name (such as a telephone or a computer)."),
        "telephone": mark("A telephone number stands in place of the name."),
        "email": mark("An e-mail address stands in place of the name."),
        "organisation": mark("An organisation seems to stand in place of the name."),
    }.items()},
    "nothing": NAMELESS,
    "unclear": Told(mark("It is not certain that what stands as the name is somebody's name."),
                    mark("Say whether it is, write the name anew, or leave the row out.")),
    "several": Told(mark("Several people seem to stand in one cell."), mark(
        "Give each a row of their own in the file, or write one here and add the others by hand.")),
}  # fmt: skip
OTHERWISE = {(ProblemCode.NOT_A_PERSON, kind): told for kind, told in IN_PLACE_OF_A_NAME.items()}
"""What is told instead where the problem's value, one of a few kinds, says more."""


def told_of(problem: Problem) -> Told:
    """What is told of it, by its kind where it has one."""
    return OTHERWISE.get((problem.code, problem.value or ""), SENTENCES[problem.code])


def figures(problem: Problem) -> dict[str, int]:
    """The figures of a problem as they are told; sizes in megabytes."""
    unit = MIB if problem.code in BYTES else 1
    told = {"most": problem.most, "found": problem.found}
    return {name: number // unit for name, number in told.items() if number is not None}


def sentence(problem: Problem) -> str:
    """What is wrong and what to do, in English."""
    told = told_of(problem)
    numbers = {"most": "?", "found": "?", **figures(problem)}
    said = HEADINGS.get(problem.column or "")
    wrong = told.wrong.format(value=problem.value or "", column=said.en if said else "", **numbers)
    return f"{wrong} {told.remedy}"
