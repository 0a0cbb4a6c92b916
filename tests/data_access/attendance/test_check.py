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
    record,
    undo,
)
from tests.data_access.contents import contents
from tests.data_access.people import add, an_institution
from tests.data_access.readers import COORDINATOR

FOUND: dict[str, tuple[tuple[Line, ...], Problem]] = {
    "no name": ((came("", "a@b.lv"),), Problem(ProblemCode.NAME_MISSING, 2, "name")),
    "a name of nothing": ((came("\u00ad"),), Problem(ProblemCode.NAME_MISSING, 2, "name")),
    "no contact": ((came("Anna", "nav"),), Problem(ProblemCode.CONTACT_UNUSABLE, 2, "contact")),
    "a name that a comma split": (
        (came("Jana"), came("Ozola", "Anna", "anna@example.org", gender="x")),
        Problem(ProblemCode.ROW_SHIFTED, 3),
    ),
    "another word": (
        (came("Jana"), came("Anna", gender="māte")),
        Problem(ProblemCode.WORD_UNKNOWN, 3, "gender", "māte"),
    ),
    "another status": (
        (came("Anna", status="varbūt"),),
        Problem(ProblemCode.WORD_UNKNOWN, 2, "status", "varbūt"),
    ),
    "another institution": (
        (came("Anna", "", "Ministrija kmm"),),
        Problem(ProblemCode.INSTITUTION_UNKNOWN, 2, "institution", "Ministrija kmm"),
    ),
    "a made-up institution": (
        (came("Anna", "", "Izdomu birojs"),),
        Problem(ProblemCode.INSTITUTION_UNKNOWN, 2, "institution", "Izdomu birojs"),
    ),
    "a shared name": (
        (came("Anna", "", "KOPĀ"),),
        Problem(ProblemCode.INSTITUTION_SHARED, 2, "institution", "KOPĀ"),
    ),
    "no place": (
        (came("Anna", place="Viļakas"),),
        Problem(ProblemCode.PLACE_UNKNOWN, 2, "place", "Viļakas"),
    ),
    "rows alike": (
        (came("Anna"), came("Jana"), came("ANNA")),
        Problem(ProblemCode.ROWS_ALIKE, 2, None, "2, 4"),
    ),
    "several fit": (
        (came("Anna", "a@b.lv", "km"), came("Anna", "c@d.lv", "km"), came("Anna", "", "km")),
        Problem(ProblemCode.SEVERAL_PERSONS, 4, None, "4"),
    ),
}


@pytest.fixture
def register(venue: Engine) -> Engine:
    """Institutions beside the usual ones: one made up, and two that share an abbreviation."""
    with writing(venue) as connection:
        an_institution(connection, "decoy", name_lv="Izdomu birojs", origin="sample")
        for code in ("one", "two"):
            an_institution(connection, code, abbreviation="Kopā")
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
    assert [p for p in found.problems if p.code.blocks] == [problem]
    assert not found.can_be_recorded
    assert {row.number for row in found.rows if row.outcome is Outcome.PROBLEM} == {problem.row}


def test_every_blocking_code_of_the_check_has_a_case() -> None:
    codes = {problem.code for _, problem in FOUND.values()}
    assert codes | SEEN_BESIDE_RECORDS == set(ProblemCode) - CODES_OF_FILES - NOTES


SEEN_BESIDE_RECORDS = {ProblemCode.NOTHING_NEW, ProblemCode.NAMESAKE_HERE}
NOTES = {ProblemCode.NAMESAKE, ProblemCode.ROWS_DISAGREE, ProblemCode.STATUS_DIFFERS}
CODES_OF_FILES = set(list(ProblemCode)[: list(ProblemCode).index(ProblemCode.NAME_MISSING)])


def test_institutions_go_by_name_abbreviation_and_alias(register: Engine) -> None:
    names = ["ministrija KM", "km body", "KM"]
    found = check(register, a_csv(*(came(f"P{n}", "", name) for n, name in enumerate(names))))
    assert [row.institution for row in found.rows] == ["km"] * 3


def test_institutions_that_the_register_lacks_are_listed_once_and_in_full(register: Engine) -> None:
    long = "Ļoti gara nosaukuma biedrība " * 4
    lines = [came("A", "", long), came("B", "", "Cita"), came("C", "", "Cita"), came("D", "", "km")]
    assert check(register, a_csv(*lines)).unknown_institutions == (long.strip(), "Cita")


def test_institutions_that_the_register_lacks_tell_people_apart_as_well(register: Engine) -> None:
    lines = [came("Anna", "", "Viena"), came("Anna", "", "Otra"), came("Anna", "", "viena")]
    found = check(register, a_csv(*lines))
    blocking = [problem.code for problem in found.problems if problem.code.blocks]
    assert blocking == [ProblemCode.INSTITUTION_UNKNOWN] * 3
    assert found.repeated == 1


SHIFTED = {
    "a contact": "Full name,E-mail or telephone,Institution or organisation,Represents,"
    "Municipality or place,Gender,Age group,Attended"
    "\nOzola, Anna,anna@example.org,Ministrija km,NGO,,,,Yes\nOzola, Anna,+371 29123456,,,,,,",
    "a first name": "Full name,Institution or organisation,E-mail or telephone,Gender,Attended"
    "\nOzola, Anna,Ministrija km,anna@example.org,,Yes\nOzola, Anna,Ministrija km,,,"
    "\nOzola, Anna,,29123456,,",
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


def test_what_the_register_knows_may_look_like_a_contact(venue: Engine) -> None:
    with writing(venue) as connection:
        an_institution(connection, "old", name_lv="Art@Work", name_folded="art@work")
    assert check(venue, a_csv(came("Anna", "", "art@work"))).can_be_recorded


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
        came("A", category="romu parstavis", gender="Sieviete", age_band="18–29", place="ONLINE"),
        came("B", category="NGO", gender="man", age_band="55 and over", place="Ārvalstis"),
        came("C", category="", status=""),
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
    record(venue, a_csv(came("Here", "here@x.lv"), came("Away", "away@x.lv", status="Nē")))
    record(venue, a_csv(came("Known", "known@x.lv")), OTHER)
    lines = [
        came("Here", "here@x.lv"),
        came("Known", "KNOWN@x.lv"),
        came("New", "new@x.lv", status=""),
        came("New", "new@x.lv"),
        came("Signed up", "up@x.lv", status="Nē"),
        came("Silent", "silent@x.lv", status=""),
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
    record(venue, a_csv(came("Here", "here@x.lv", status="Nē"), came("Jana", "jana@x.lv")))
    lines = [
        came("Here", "here@x.lv"),
        came("Anna", "anna@x.lv", gender="Sieviete"),
        came("Anna", "anna@x.lv", gender="Vīrietis"),
        came("Jana", "other@x.lv"),
    ]
    found = check(venue, a_csv(*lines))
    assert found.can_be_recorded
    assert found.problems == (
        Problem(ProblemCode.STATUS_DIFFERS, 2, "status"),
        Problem(ProblemCode.ROWS_DISAGREE, 3, "gender"),
        Problem(ProblemCode.NAMESAKE, 5),
    )
    assert {problem.code for problem in found.problems} == NOTES


def test_a_file_of_those_who_are_there_already_has_nothing_to_record(venue: Engine) -> None:
    record(venue, a_csv(came("Here", "here@x.lv")))
    found = check(venue, a_csv(came("Here", "here@x.lv", gender="Sieviete")))
    assert [problem.code for problem in found.problems] == [ProblemCode.NOTHING_NEW]
    assert not found.can_be_recorded


def test_people_are_known_again_after_another_upload_was_undone(venue: Engine) -> None:
    first = record(venue, a_csv(came("Anna", "anna@x.lv")))
    assert check(venue, a_csv(came("Anna", "anna@x.lv")), OTHER).known_persons == 1
    undo(venue, first.upload)
    assert check(venue, a_csv(came("Anna", "anna@x.lv")), OTHER).known_persons == 0


def test_checking_stores_nothing(venue: Engine) -> None:
    before = contents(venue)
    check(venue, a_csv(came("Anna")))
    assert contents(venue) == before


def test_of_many_namesakes_the_first_are_named(venue: Engine) -> None:
    found = check(venue, a_csv(*(came("Anna", f"anna{n}@x.lv") for n in range(30))))
    assert found.new_persons == 30
    value = next(p.value for p in found.problems if p.code is ProblemCode.NAMESAKE)
    assert value == "3, 4, 5, 6, 7, 8, …"
