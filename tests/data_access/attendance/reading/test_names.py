"""Names come out of cells as people have them, whatever stands beside them."""

import itertools

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from data_access.attendance.reading.names import (
    NameKind,
    NameNote,
    NameOrder,
    canonical,
    contact_of,
    has_personal_code,
    kind_of,
    name_of,
    name_of_two,
    order_of_names,
    same_key,
    spellings,
    without_personal_code,
)

GIVEN = ["Anna", "Jānis", "Līga", "Džesika", "Ēriks", "Ņina", "Светлана", "Zbigniew", "Vytautas"]
SURNAMES = ["Paraudziņa", "Kalniņš", "Zāle", "Kalniņa-Ozola", "Null", "Nill", "O'Neill", "Ķēniņš"]
given_names, surnames = st.sampled_from(GIVEN), st.sampled_from(SURNAMES)

ONE_PERSON = """Anna Paraudziņa
Paraudziņa Anna
PARAUDZIŅA, Anna
Paraudziņa, Anna
Paraudziņa, Anna (Guest)
PARAUDZIŅA Anna
Anna PARAUDZIŅA
ANNA PARAUDZIŅA
anna paraudziņa
Anna  Paraudziņa,
Anna\u00a0Paraudziņa
Anna Paraudziņa (External)
Anna Paraudziņa (Unverified)
Anna Paraudziņa (Viesis)
Anna Paraudziņa (Ārējais)
Anna Paraudziņa (Гость)
Anna Paraudziņa (Gość)
Anna Paraudziņa (Host, me)
Anna Paraudziņa (Co-host)
Anna Paraudziņa (she/her)
Anna Paraudziņa she/her
Anna Paraudziņa (2)
Anna Paraudziņa 2
1. Anna Paraudziņa
12) Anna Paraudziņa
Nr. 3 Anna Paraudziņa
Dr. Anna Paraudziņa
Anna Paraudziņa, Mg.sc.soc.
prof. Anna Paraudziņa
Anna Paraudziņa, PhD
dr.Anna Paraudziņa
Mg. paed. Anna Paraudziņa
✓ Anna Paraudziņa 🙂
Anna_Paraudziņa
(Anna Paraudziņa)""".splitlines()


@pytest.mark.parametrize("text", ONE_PERSON)
def test_a_name_is_the_same_whatever_decorates_it(text: str) -> None:
    assert name_of(text).display == canonical(text) == "Anna Paraudziņa"
    assert (name_of(text).given, name_of(text).surname) == ("Anna", "Paraudziņa")
    assert kind_of(text) == NameKind.PERSON
    assert not name_of(text).notes


EMPLOYED = [
    ("Anna Paraudziņa - Kultūras ministrija", "Kultūras ministrija"),
    ("Kultūras ministrija - Anna Paraudziņa", "Kultūras ministrija"),
    ("Anna Paraudziņa | KM", "KM"),
    ("KM_Anna Paraudziņa", "KM"),
    ("LPS_Anna_Paraudziņa", "LPS"),
    ("[KM] Anna Paraudziņa", "KM"),
    ("Anna Paraudziņa (KM)", "KM"),
    ("Anna Paraudziņa KM", "KM"),
    ("Anna Paraudziņa/KM", "KM"),
    ("KM-Anna Paraudziņa", "KM"),
    ("Paraudziņa, Anna, KM", "KM"),
    ("Anna Paraudziņa, Rīgas domes Izglītības departaments", "Rīgas domes Izglītības departaments"),
    ("Anna Paraudziņa (biedrība «Ceļš»)", "biedrība «Ceļš»"),
]


@pytest.mark.parametrize(("text", "hint"), EMPLOYED)
def test_an_employer_beside_a_name_is_a_hint(text: str, hint: str) -> None:
    found = name_of(text)
    assert (found.display, found.institution_hint) == ("Anna Paraudziņa", hint)
    assert kind_of(text) == NameKind.PERSON


def test_both_names_of_a_display_name_come_back() -> None:
    found = name_of("Jānis (Anna Paraudziņa)")
    assert (found.display, found.other) == ("Jānis", "Anna Paraudziņa")
    assert name_of("Anna Paraudziņa (original: Jānis Ozols)").other == "Jānis Ozols"


def test_what_may_belong_to_a_name_is_said() -> None:
    for text in ("Anna Kalniņa - Ozola", "Anna Kalniņa - Talsi"):
        found = name_of(text)
        assert found.display == "Anna Kalniņa"
        assert found.remark
        assert NameNote.UNCLEAR_PART in found.notes
    assert name_of("Anna Paraudziņa (Liepāja)").remark == "Liepāja"
    worker = name_of("Anna Paraudziņa vecākā eksperte")
    assert (worker.display, worker.remark) == ("Anna Paraudziņa", "vecākā eksperte")
    reached = name_of("Anna Paraudziņa anna@paraugs.example +371 26123456")
    assert reached.display == "Anna Paraudziņa"
    assert NameNote.SEVERAL in name_of("Anna un Jānis Kalniņi").notes
    assert NameNote.SEVERAL not in name_of("Anna Paraudziņa").notes


SHORT = [
    ("Anna", "Anna", {NameNote.SINGLE}),
    ("Nill", "Nill", {NameNote.SINGLE}),
    ("A. Bērziņa", "A. Bērziņa", {NameNote.INITIALS}),
    ("A.Bērziņa", "A. Bērziņa", {NameNote.INITIALS}),
    ("P. Kalniņš", "P. Kalniņš", {NameNote.INITIALS}),
    ("Anna B.", "Anna B.", {NameNote.INITIALS}),
    ("Xavu Yolo", "Xavu Yolo", {NameNote.AS_WRITTEN}),
    ("Null Null", "Null Null", {NameNote.AS_WRITTEN}),
]


@pytest.mark.parametrize(("text", "display", "notes"), SHORT)
def test_names_in_part_are_people_with_a_note(
    text: str, display: str, notes: set[NameNote]
) -> None:
    found = name_of(text)
    assert (found.display, set(found.notes)) == (display, notes)
    assert kind_of(text) == NameKind.PERSON


LETTERS = [
    ("ANNA KALNIŅA-OZOLA", "Anna Kalniņa-Ozola"),
    ("O'NEILL PATRICK", "Patrick O'Neill"),
    ("O’NEILL, PATRICK", "Patrick O'Neill"),
    ("VAN DER BERG ANNA", "Anna van der Berg"),
    ("Anna de la Cruz", "Anna de la Cruz"),
    ("Ludwig van Beethoven", "Ludwig van Beethoven"),
    ("Bērziņa Anna Marija", "Anna Marija Bērziņa"),
    ("Anna Marija Bērziņa", "Anna Marija Bērziņa"),
    ("Иванов Иван Иванович", "Иван Иванович Иванов"),
    ("Jānis Kungs", "Jānis Kungs"),
    ("Kungs Jānis", "Jānis Kungs"),
    ("Anna Dome", "Anna Dome"),
    ("Anna Zāle", "Anna Zāle"),
    ("Anna Null", "Anna Null"),
    ("DeAndre McDonald", "DeAndre McDonald"),
]


@pytest.mark.parametrize(("text", "display"), LETTERS)
def test_a_name_keeps_its_letters_and_gets_its_capitals(text: str, display: str) -> None:
    assert name_of(text).display == display
    assert kind_of(text) == NameKind.PERSON


TWO_CELLS = [
    (("Anna", "Paraudziņa"), "Anna Paraudziņa"),
    (("ANNA", "PARAUDZIŅA"), "Anna Paraudziņa"),
    (("Anna Paraudziņa", "Paraudziņa"), "Anna Paraudziņa"),
    (("Paraudziņa Anna", "Paraudziņa"), "Anna Paraudziņa"),
    (("Anna (Guest)", "Null"), "Anna Null"),
    (("", "Null"), "Null"),
    (("Anna", ""), "Anna"),
    (("Anna Paraudziņa", ""), "Anna Paraudziņa"),
    (("Roberts", "Alberts"), "Roberts Alberts"),
]


@pytest.mark.parametrize(("cells", "display"), TWO_CELLS)
def test_two_cells_are_one_name(cells: tuple[str, str], display: str) -> None:
    assert name_of_two(*cells).display == display


ORDERS = [
    (["Bērziņa Anna", "Kalniņš Jānis"], [], "", NameOrder.SURNAME_FIRST),
    (["Anna Bērziņa", "Jānis Kalniņš"], [], "", NameOrder.GIVEN_FIRST),
    (["Anna Bērziņa", "Jānis Kalniņš", "Ozola Ilze"], [], "", NameOrder.UNKNOWN),
    (["Xavu Yolo"], ["yolo.xavu@paraugs.example"], "", NameOrder.SURNAME_FIRST),
    (["Xavu Yolo"], ["x.yolo@paraugs.example"], "", NameOrder.GIVEN_FIRST),
    (["YOLO Xavu"], [], "", NameOrder.SURNAME_FIRST),
    (["Xavu Yolo"], [], "Uzvārds, vārds", NameOrder.SURNAME_FIRST),
    (["Xavu Yolo"], [], "Vārds, uzvārds", NameOrder.GIVEN_FIRST),
    (["Xavu Yolo"], [], "Last name, first name", NameOrder.SURNAME_FIRST),
    (["Xavu Yolo"], [], "Ф.И.О.", NameOrder.SURNAME_FIRST),
    (["Xavu Yolo"], [], "Name", NameOrder.UNKNOWN),
    (["Bērziņa Anna"], [], "Vārds, uzvārds", NameOrder.UNKNOWN),
    (["Bērziņa Anna", "Ozola Ilze", "Ozols Juris"], [], "Vārds", NameOrder.SURNAME_FIRST),
    ([], [], "", NameOrder.UNKNOWN),
]


@pytest.mark.parametrize(("names", "emails", "heading", "expected"), ORDERS)
def test_a_list_shows_the_order_of_its_names(
    names: list[str], emails: list[str], heading: str, expected: NameOrder
) -> None:
    assert order_of_names(names, emails, heading) == expected


def test_the_order_of_the_list_decides_where_a_name_tells_nothing() -> None:
    assert name_of("Xavu Yolo", NameOrder.SURNAME_FIRST).display == "Yolo Xavu"
    assert name_of("Xavu Yolo", NameOrder.GIVEN_FIRST).display == "Xavu Yolo"
    assert spellings(name_of("Xavu Yolo")) == ("Xavu Yolo", "Yolo Xavu")


FORMS = [
    "{given} {surname}",
    "{surname} {given}",
    "{surname}, {given}",
    "{SURNAME}, {given}",
    "{SURNAME} {given}",
    "{given} {surname} (Guest)",
    "{given} {surname} | KM",
    "7. {surname} {given}",
    "{GIVEN} {SURNAME}",
]


@given(given_names, surnames, st.sampled_from(FORMS))
def test_every_form_of_a_name_is_the_same_person(given: str, surname: str, form: str) -> None:
    cell = form.format(given=given, surname=surname, GIVEN=given.upper(), SURNAME=surname.upper())
    assert kind_of(cell) == NameKind.PERSON
    assert name_of(cell).display == name_of_two(given, surname).display == f"{given} {surname}"
    assert same_key(name_of(cell).display) == same_key(f"{surname}, {given}")
    assert canonical(name_of(cell).display) == f"{given} {surname}"
    assert given not in repr(name_of(cell))


def test_different_people_have_different_keys() -> None:
    people = list(itertools.product(GIVEN, SURNAMES))
    assert len({same_key(" ".join(names)) for names in people}) == len(people)
    assert same_key("Ilze Jansone") != same_key("Ilze Jansons")


@given(st.lists(st.tuples(given_names, surnames), min_size=1, max_size=10), st.booleans())
def test_the_order_of_a_list_is_found_or_open(
    people: list[tuple[str, str]], is_surname_first: bool
) -> None:
    cells = [f"{s} {g}" if is_surname_first else f"{g} {s}" for g, s in people]
    expected = NameOrder.SURNAME_FIRST if is_surname_first else NameOrder.GIVEN_FIRST
    assert order_of_names(cells) == expected
    assert [name_of(cell, expected).display for cell in cells] == [f"{g} {s}" for g, s in people]


@given(st.one_of(st.text(max_size=50), st.text("AnaĀ.,()-_/|'«»[]0123456789 @+*", max_size=40)))
@example("(" * 40)
@example("1. ")
@example("A.-")
@example(", ,")
@example("Dr.")
def test_no_text_breaks_the_reading(text: str) -> None:
    kind_of(text)
    assert canonical(name_of(text)) == canonical(text)
    same_key(text)
    name_of_two(text, text)
    order_of_names([text], [text], text)
    contact_of(text)
    has_personal_code(without_personal_code(text))
