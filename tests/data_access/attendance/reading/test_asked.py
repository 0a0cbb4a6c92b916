"""Everything that is asked of a file while it is read, and what an answer does."""

import io
import zipfile

import pytest

from data_access.attendance.problems import ProblemCode as Code
from data_access.attendance.problems import Weight
from data_access.attendance.reading import MAX_BYTES, Decisions, read
from data_access.attendance.reading.decisions import UNDECIDED, DateOrder, Means
from data_access.files.problems import FileProblem
from tests.data_access.attendance.lists import a_workbook
from tests.data_access.attendance.reading.lines import codes
from tests.data_access.attendance.reading.test_soundness import misread

NAMED = ["Full name", "Attended"]
ANNA, JANA = ["Anna Ozola", "Yes"], ["Jana Liepa", "Yes"]
UNCERTAIN = "Name;City\nAnna Šult;Riga\n".encode("cp1257")


def with_error() -> bytes:
    """A workbook in which a formula gave an error where a name should stand."""
    old = zipfile.ZipFile(io.BytesIO(a_workbook([NAMED, ANNA, ["?", "Yes"]])))
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.endswith("sheet1.xml"):
                start = part.index(b'<c r="A3"')
                end = part.index(b"</c>", start)
                part = part[:start] + b'<c r="A3" t="e"><v>#REF!</v>' + part[end:]
            new.writestr(name, part)
    return content.getvalue()


def misread_list() -> bytes:
    """UTF-8 that was read as Windows-1252 and saved so, under headings that came out well."""
    rows = ["Jānis Bērziņš;jā", "Līga Ozoliņa;jā", "Ģirts Šmits;jā"]
    return "\n".join(["Name;Attended", *map(misread, rows)]).encode()


def lines(*told: str) -> bytes:
    return "\n".join(told).encode()


ASKED: dict[Code, tuple[bytes, Decisions]] = {
    Code.EMPTY: (b" \r\n ", UNDECIDED),
    Code.PDF: (b"%PDF-1.7\n" + b"x" * 99, UNDECIDED),
    Code.TOO_LARGE: (b"a" * (MAX_BYTES + 1), UNDECIDED),
    Code.DAMAGED: (a_workbook([NAMED])[:2000], UNDECIDED),
    Code.QUOTES: (b'Name;City;Job\na;b;c\nd;e;f\ng;"h\ni;j;k\n', UNDECIDED),
    Code.NO_ROWS: (lines("Full name;Attended"), UNDECIDED),
    Code.NO_NAMES: (lines("Apples;Pears", "3;4"), UNDECIDED),
    Code.ENCODING_UNCERTAIN: (UNCERTAIN, Decisions(encoding="cp1257")),
    Code.MOJIBAKE: (misread_list(), Decisions(repair=True)),
    Code.LETTERS_LOST: (lines("Name;City", "J?nis B?rzi?š;Talsi", "Anna Ozola;Talsi"), UNDECIDED),
    Code.SEVERAL_PARTS: (a_workbook([NAMED, ANNA], [NAMED, JANA]), Decisions(part="1")),
    Code.DATE_ORDER: (
        lines("Date: 03/04/2020;", "Full name;Attended", "Anna Ozola;Yes"),
        Decisions(date_order=DateOrder.DAY_FIRST),
    ),
    Code.DATE_UNKNOWN: (lines("Full name;Attended", "Anna Ozola;Yes"), UNDECIDED),
    Code.ATTENDED_OR_REGISTERED: (
        lines("Timestamp;Full name", "2020/07/22 10:00;Anna Ozola"),
        Decisions(means=Means.ATTENDED),
    ),
    Code.HEADINGS_GUESSED: (
        lines("Anna Ozola;KM", "Jana Liepa;LM"),
        Decisions(columns={0: "full_name"}),
    ),
    Code.PERSONAL_CODE: (lines("Full name;City", "Anna Ozola 010190-12345;Talsi"), UNDECIDED),
    Code.CELL_UNREADABLE: (with_error(), UNDECIDED),
    Code.NAME_UNUSUAL: (
        lines("Full name;City", "Anna;Talsi"),
        Decisions().with_row(2, cells={"name": "Anna Ozola"}),
    ),
    Code.NOT_A_PERSON: (
        lines("Full name;Email", "iPhone;a@x.lv"),
        Decisions().with_row(2, is_person=True),
    ),
    Code.SEVERAL_NAME_COLUMNS: (
        lines(
            "Full name;City;Colleague", "Anna Ozola;Riga;Jana Liepa", "Ilze Kalna;Riga;Juris Apse"
        ),
        Decisions(columns={2: "-"}),
    ),
    Code.ABSENCE_NOTED: (
        lines("Full name;Notes", "Anna Ozola;did not come", "Jana Liepa;"),
        Decisions().with_row(2, cells={"status": "Attended"}),
    ),
    Code.WORD_UNKNOWN: (
        lines("Full name;22.07.2020.;23.07.2020.", "Anna Ozola;later;", "Jana Liepa;x;x"),
        Decisions().with_row(2, cells={"status": "Attended"}),
    ),
    Code.TEXT_TOO_LONG: (
        lines("Full name;Organisation", "Anna Ozola;" + "Centre " * 80),
        Decisions().with_row(2, cells={"institution": "Centre"}),
    ),
    Code.HIDDEN_SHEET: (a_workbook([NAMED, ANNA], [NAMED, JANA], hidden=1), UNDECIDED),
}
"""What is asked of a file, and, where somebody can answer, the answer."""


@pytest.mark.parametrize("code", ASKED)
def test_what_is_unclear_has_a_code_and_an_answer_puts_it_right(code: Code) -> None:
    content, answer = ASKED[code]
    found = read(content, "list")
    assert code in codes(found)
    assert [one.code for one in found.problems if one.code.weight is Weight.FILE] == (
        [code] if code.weight is Weight.FILE else []
    )
    if answer != UNDECIDED:
        assert code not in codes(read(content, "list", answer))
        assert read(content, "list", answer).rows


OF_FILES = {Code(problem.value) for problem in FileProblem}
OF_WORDS_AND_PEOPLE = {
    *(Code.NAME_MISSING, Code.CONTACT_UNUSABLE, Code.ROW_SHIFTED, Code.INSTITUTION_UNKNOWN),
    *(Code.INSTITUTION_SHARED, Code.PLACE_UNKNOWN, Code.PLACE_SHARED, Code.PLACE_NOT_THEN),
    *(Code.ROWS_ALIKE, Code.NAMES_SIMILAR, Code.CONTACT_SHARED, Code.CONTACT_COMMON),
    *(Code.DECISION_UNUSABLE, Code.SEVERAL_PERSONS, Code.NAMESAKE_HERE, Code.NAMESAKE),
    *(Code.NOTHING_NEW, Code.ROWS_DISAGREE, Code.STATUS_DIFFERS, Code.TOTAL_DIFFERS),
}
"""What only those can tell who know the register, or the other rows of a person."""


def test_what_is_wrong_with_a_file_has_a_code_of_the_same_name() -> None:
    ours = {name: code.value for name, code in Code.__members__.items()}
    theirs = {name: problem.value for name, problem in FileProblem.__members__.items()}
    assert theirs.items() <= ours.items()


def test_every_code_is_of_the_reading_or_of_what_comes_after_it() -> None:
    of_reading = set(ASKED) | OF_FILES
    assert not of_reading & OF_WORDS_AND_PEOPLE
    assert of_reading | OF_WORDS_AND_PEOPLE == set(Code)
    given = {code for content, answer in ASKED.values() for how in (UNDECIDED, answer)
             for code in codes(read(content, "list", how))}  # fmt: skip
    assert given - of_reading == set()


def test_every_reason_to_refuse_a_file_is_a_code_that_stands_in_the_way() -> None:
    assert {code for code in OF_FILES if code.weight is not Weight.FILE} == set()
