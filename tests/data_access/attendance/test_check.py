"""What recording a file would do: every problem by row, every number by the rules."""

import pytest
from sqlalchemy import Engine

from data_access import schema
from data_access.attendance import Outcome, Preview, Problem, ProblemCode
from data_access.engine import writing
from data_access.institutions import add_institutions
from tests.data_access.attendance.lists import (
    OTHER,
    Line,
    a_csv,
    a_workbook,
    came,
    check,
    of_rows,
    record,
    spelled,
    undo,
)
from tests.data_access.contents import contents
from tests.data_access.people import add, an_institution
from tests.data_access.readers import COORDINATOR

FOUND: dict[str, tuple[tuple[Line, ...], Problem]] = {
    "no name": ((came("", "a@b.lv"),), Problem(ProblemCode.NAME_MISSING, 2, "name")),
    "no contact": (
        (came("Anna Kalna", "nav"),),
        Problem(ProblemCode.CONTACT_UNUSABLE, 2, "contact"),
    ),
    "a name that a comma split": (
        (came("Jana Kalna"), came("Ozola Kalna", "Anna", "anna@example.org", gender="x")),
        Problem(ProblemCode.ROW_SHIFTED, 3),
    ),
    "another word": (
        (came("Jana Kalna"), came("Anna Kalna", gender="māte")),
        Problem(ProblemCode.WORD_UNKNOWN, 3, "gender", "māte"),
    ),
    "another institution": (
        (came("Anna Kalna", "", "Ministrija kmm"),),
        Problem(ProblemCode.INSTITUTION_UNKNOWN, 2, "institution", "Ministrija kmm"),
    ),
    "a made-up institution": (
        (came("Anna Kalna", "", "Izdomu birojs"),),
        Problem(ProblemCode.INSTITUTION_UNKNOWN, 2, "institution", "Izdomu birojs"),
    ),
    "a shared name": (
        (came("Anna Kalna", "", "VIENĪBA"),),
        Problem(ProblemCode.INSTITUTION_SHARED, 2, "institution", "VIENĪBA"),
    ),
    "no place": (
        (came("Anna Kalna", place="Viļakas"),),
        Problem(ProblemCode.PLACE_UNKNOWN, 2, "place", "Viļakas"),
    ),
    "rows alike": (
        (came("Anna Kalna"), came("Jana Kalna"), came("ANNA KALNA")),
        Problem(ProblemCode.ROWS_ALIKE, 4, None, "2, 4", rows=(2,)),
    ),
    "several fit": (
        (
            came("Anna Kalna", "a@b.lv", "km"),
            came("Anna Kalna", "c@d.lv", "km"),
            came("Anna Kalna", "", "km"),
        ),
        Problem(ProblemCode.SEVERAL_PERSONS, 4, None, "2, 3, 4", rows=(2, 3)),
    ),
    "a contact of two": (
        (came("Anna Ozola", "a@b.lv"), came("Jana Liepa"), came("Zane Egle", "A@b.lv")),
        Problem(ProblemCode.CONTACT_SHARED, 4, None, "2, 4", rows=(2,)),
    ),
    "names alike": (
        (came("Anna Ozoliņa", "a@b.lv"), came("Jana Liepa"), came("Anna Ozoltņa", "c@b.lv")),
        Problem(ProblemCode.NAMES_SIMILAR, 4, None, "2, 4", rows=(2,)),
    ),
}


OF_READER = {ProblemCode.NOT_A_PERSON}
"""What the reader of files says of a row as well."""


@pytest.fixture
def register(venue: Engine) -> Engine:
    """Institutions beside the usual ones: one made up, and two that share an abbreviation."""
    with writing(venue) as connection:
        an_institution(connection, "decoy", name_lv="Izdomu birojs", origin="sample")
        for code in ("one", "two"):
            an_institution(connection, code, abbreviation="Vienība")
        for code in ("km", "lm"):
            values = {"name": code, "name_folded": code}
            named = schema.institution.c.code == code
            number = connection.scalar(schema.institution.select().where(named))
            add(connection, schema.institution_alias, institution_id=number, **values)
    return venue


@pytest.mark.parametrize("case", FOUND)
def test_every_problem_has_its_row_and_blocks_the_file(register: Engine, case: str) -> None:
    lines, problem = FOUND[case]
    found = check(register, a_csv(*lines))
    blocking = {p for p in found.problems if p.code.blocks and p.code not in OF_READER}
    assert blocking == {problem}
    assert not found.can_be_recorded
    assert {row.number for row in found.rows if row.outcome is Outcome.PROBLEM} == {problem.row}


def test_every_question_of_who_and_of_words_has_a_case() -> None:
    codes = {problem.code for _, problem in FOUND.values()}
    assert codes >= OF_THE_CHECK


OF_THE_CHECK = {
    ProblemCode.NAME_MISSING,
    ProblemCode.CONTACT_UNUSABLE,
    ProblemCode.ROW_SHIFTED,
    ProblemCode.WORD_UNKNOWN,
    ProblemCode.INSTITUTION_UNKNOWN,
    ProblemCode.INSTITUTION_SHARED,
    ProblemCode.PLACE_UNKNOWN,
    ProblemCode.ROWS_ALIKE,
    ProblemCode.SEVERAL_PERSONS,
    ProblemCode.CONTACT_SHARED,
    ProblemCode.NAMES_SIMILAR,
}
NOTES = {ProblemCode.NAMESAKE, ProblemCode.ROWS_DISAGREE, ProblemCode.STATUS_DIFFERS}


def test_institutions_go_by_name_abbreviation_and_alias(register: Engine) -> None:
    names = ["ministrija KM", "km body", "KM"]
    found = check(register, a_csv(*(came(spelled(n), "", name) for n, name in enumerate(names))))
    assert [row.institution for row in found.rows] == ["km"] * 3


def test_institutions_that_the_register_lacks_are_listed_once_and_in_full(register: Engine) -> None:
    long = "Ļoti gara nosaukuma biedrība " * 4
    lines = [came(spelled(n), "", name) for n, name in enumerate((long, "Cita", "Cita", "km"))]
    assert check(register, a_csv(*lines)).unknown_institutions == (long.strip(), "Cita")


def test_institutions_that_the_register_lacks_tell_people_apart_as_well(register: Engine) -> None:
    lines = [
        came("Anna Kalna", "", "Viena"),
        came("Anna Kalna", "", "Otra"),
        came("Anna Kalna", "", "viena"),
    ]
    found = check(register, a_csv(*lines))
    blocking = [problem.code for problem in found.problems if problem.code.blocks]
    assert blocking == [ProblemCode.INSTITUTION_UNKNOWN] * 3
    with writing(register) as connection:
        add_institutions(connection, COORDINATOR, found.unknown_institutions)
    mended = check(register, a_csv(*lines))
    assert (mended.new_persons, mended.repeated, mended.waiting) == (2, 1, 0)


SHIFTED = {
    "a contact": "Full name,E-mail or telephone,Institution or organisation,Represents,"
    "Municipality or place,Gender,Age group,Attended"
    "\nOzola, Anna,anna@example.org,Ministrija km,NGO,,,,Yes\nOzola, Anna,+371 29123456,,,,,,",
    "a first name": "Full name,Institution or organisation,E-mail or telephone,Gender,Attended"
    "\nOzola, Anna,Ministrija km,anna@example.org,,Yes\nOzola, Anna,,29123456,,",
}


@pytest.mark.parametrize("case", SHIFTED)
def test_of_cells_under_other_headings_nothing_is_shown_or_offered(
    venue: Engine, case: str
) -> None:
    found = check(venue, SHIFTED[case].encode())
    blocking = {problem.row for problem in found.problems if problem.code.blocks}
    assert {p.row for p in found.problems if p.code is ProblemCode.ROW_SHIFTED} == blocking
    assert blocking == {row.number for row in found.rows}
    assert found.unknown_institutions == ()
    text = repr(found).casefold()
    assert [part for part in ("anna", "example", "29123456", "291") if part in text] == []


def test_signs_that_nobody_sees_are_no_institution_and_none_is_stored(venue: Engine) -> None:
    grid = [["Full name", "Institution or organisation", "Attended"]]
    grid += [["Anna\x00", "\u200b", "Yes"], ["Jana", "Jauna\x00 biedr\x07\u012bba", "Yes"]]
    content = a_workbook(grid)
    assert check(venue, content).unknown_institutions == ("Jauna biedrība",)
    with writing(venue) as connection:
        names = check(venue, content).unknown_institutions
        assert add_institutions(connection, COORDINATOR, names) == 1
    assert check(venue, content).can_be_recorded


def test_words_are_codes_in_both_languages(venue: Engine) -> None:
    lines = [
        came(
            "Anna Ozola",
            category="romu parstavis",
            gender="Sieviete",
            age_band="18–29",
            place="ONLINE",
        ),
        came("Jana Liepa", category="NGO", gender="man", age_band="55 and over", place="Ārvalstis"),
        came("Zane Kalna", category="", status=""),
    ]
    rows = check(venue, a_csv(*lines)).rows
    assert [(r.category, r.gender, r.age_band, r.place, r.status) for r in rows] == [
        ("roma", "woman", "18_29", "online", "attended"),
        ("ngo", "man", "55_plus", "abroad", "attended"),
        ("not_stated",) * 5,
    ]


def numbers(found: Preview) -> dict[str, int]:
    names = ("attended", "registered", "not_stated", "new_persons", "known_persons")
    more = ("new_attendances", "repeated", "already_there")
    return {name: getattr(found, name) for name in (*names, *more)}


def test_the_numbers_are_those_of_persons_and_only_attended_ones_are_new(venue: Engine) -> None:
    record(
        venue,
        a_csv(came("Hilda Kalna", "here@x.lv"), came("Agita Kalna", "away@x.lv", status="Nē")),
    )
    record(venue, a_csv(came("Karīna Kalna", "known@x.lv")), OTHER)
    lines = [
        came("Hilda Kalna", "here@x.lv"),
        came("Karīna Kalna", "KNOWN@x.lv"),
        came("Nora Jauna", "new@x.lv", status=""),
        came("Nora Jauna", "new@x.lv"),
        came("Signe Upe", "up@x.lv", status="Nē"),
        came("Sanita Kalna", "silent@x.lv", status=""),
    ]
    found = check(venue, a_csv(*lines))
    assert found.can_be_recorded
    assert numbers(found) == {
        "attended": 3,
        "registered": 1,
        "not_stated": 1,
        "new_persons": 1,
        "known_persons": 1,
        "new_attendances": 2,
        "repeated": 1,
        "already_there": 1,
    }
    assert [row.outcome for row in found.rows] == [
        *(Outcome.ALREADY_THERE, Outcome.KNOWN_PERSON, Outcome.NEW, Outcome.REPEATED),
        *(Outcome.NEW, Outcome.NEW),
    ]


def test_notes_do_not_block(venue: Engine) -> None:
    stood = came("Una Hāze", "here@x.lv"), came("Jana Liepa", "jana@x.lv")
    record(venue, a_csv(*stood))
    lines = [
        came("Una Hāze", "here@x.lv", status="Nē"),
        came("Anna Ozola", "anna@x.lv", gender="Sieviete"),
        came("Anna Ozola", "anna@x.lv", gender="Vīrietis"),
        came("Jana Liepa", "other@x.lv"),
    ]
    found = check(venue, a_csv(*lines))
    assert found.can_be_recorded
    assert of_rows(found) == (
        Problem(ProblemCode.STATUS_DIFFERS, 2, "status"),
        Problem(ProblemCode.ROWS_DISAGREE, 3, "gender"),
        Problem(ProblemCode.NAMESAKE, 5),
    )
    assert {problem.code for problem in of_rows(found)} == NOTES


def test_a_file_of_those_who_are_there_already_has_nothing_to_record(venue: Engine) -> None:
    record(venue, a_csv(came("Una Hāze", "here@x.lv")))
    found = check(venue, a_csv(came("Una Hāze", "here@x.lv", gender="Sieviete")))
    assert [p.code for p in found.problems if p.code.blocks] == [ProblemCode.NOTHING_NEW]
    assert not found.can_be_recorded


def test_people_are_known_again_after_another_upload_was_undone(venue: Engine) -> None:
    first = record(venue, a_csv(came("Anna Kalna", "anna@x.lv")))
    assert check(venue, a_csv(came("Anna Kalna", "anna@x.lv")), OTHER).known_persons == 1
    undo(venue, first.upload)
    assert check(venue, a_csv(came("Anna Kalna", "anna@x.lv")), OTHER).known_persons == 0


def test_checking_stores_nothing(venue: Engine) -> None:
    before = contents(venue)
    check(venue, a_csv(came("Anna Kalna")))
    assert contents(venue) == before


def test_of_many_namesakes_the_first_are_named(venue: Engine) -> None:
    found = check(venue, a_csv(*(came("Anna Kalna", f"anna{n}@x.lv") for n in range(30))))
    assert found.new_persons == 30
    value = next(p.value for p in found.problems if p.code is ProblemCode.NAMESAKE)
    assert value == "3, 4, 5, 6, 7, 8, …"
