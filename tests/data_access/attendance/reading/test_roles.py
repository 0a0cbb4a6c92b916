"""What a heading says, in five languages and as forms ask it."""

import pytest

from data_access.attendance.columns import HEADINGS
from data_access.attendance.reading.roles import EXACT, KNOWN, is_exact, role_of
from data_access.attendance.reading.roles import ColumnRole as Role

SAID: dict[Role, tuple[str, ...]] = {
    Role.FULL_NAME: ("Vārds, uzvārds", "Full name", "ФИО", "Imię i nazwisko", "Vardas, pavardė"),
    Role.GIVEN: ("Vārds", "First name", "Имя", "Imię", "Vardas"),
    Role.SURNAME: ("Uzvārds", "Last name", "Фамилия", "Nazwisko", "Pavardė"),
    Role.EMAIL: ("E-pasts", "E-mail", "Эл. почта", "Adres e-mail", "El. paštas"),
    Role.PHONE: ("Tālrunis", "Phone", "Телефон", "Telefon", "Telefonas"),
    Role.INSTITUTION: ("Iestāde", "Organisation", "Организация", "Instytucja", "Įstaiga"),
    Role.CATEGORY: ("Pārstāv", "Category", "Категория", "Kategoria", "Atstovauja"),
    Role.PLACE: ("Pašvaldība", "Municipality", "Самоуправление", "Gmina", "Savivaldybė"),
    Role.GENDER: ("Dzimums", "Gender", "Пол", "Płeć", "Lytis"),
    Role.AGE: ("Vecums", "Age", "Возраст", "Wiek", "Amžius"),
    Role.STATUS: ("Piedalījās", "Attended", "Присутствие", "Obecność", "Dalyvavo"),
    Role.SIGNATURE: ("Paraksts", "Signature", "Подпись", "Podpis", "Parašas"),
    Role.NUMBER: ("Nr.p.k.", "No.", "№ п/п", "Lp.", "Eil. Nr."),
    Role.PERSONAL_CODE: ("Personas kods", "Personal code", "Персональный код", "PESEL",
                         "Asmens kodas"),
    Role.JOIN: ("Pievienošanās laiks", "Join time", "Время подключения", "Czas dołączenia",
                "Prisijungimo laikas"),
    Role.DURATION: ("Ilgums", "Duration", "Продолжительность", "Czas trwania", "Trukmė"),
}  # fmt: skip
CASES = [(role, heading) for role, headings in SAID.items() for heading in headings]
ASKED = [
    ("Jūsu vārds un uzvārds *", Role.FULL_NAME),
    ("Lūdzu, norādiet savu e-pasta adresi:", Role.EMAIL),
    ("Kādu iestādi vai organizāciju pārstāvat?", Role.INSTITUTION),
    ("No kuras pašvaldības esat?", Role.PLACE),
    ("Piekrītu, ka manus personas datus apstrādā un man raksta uz e-pastu", Role.CONSENT),
    ("Ko Jūs pārstāvat?", Role.CATEGORY),
    ("Dalībnieka paraksts 22.07.2020.", Role.SIGNATURE),
    ("Vārds / First name", Role.GIVEN),
    ("Uzvārds | Surname", Role.SURNAME),
    ("Iestāde (pilns nosaukums)", Role.INSTITUTION),
]
SILENT = ["", " ", "Apavu izmērs", "22.07.2020.", "Anna Ozola", "anna@example.org", "x" * 300]


@pytest.mark.parametrize(("role", "heading"), CASES)
def test_a_heading_is_known_in_five_languages(role: Role, heading: str) -> None:
    for way in (heading, heading.upper(), f" {heading}: ", f"{heading} *"):
        assert role_of(way) is role
        assert is_exact(way)


@pytest.mark.parametrize(("question", "role"), ASKED)
def test_a_form_asks_in_whole_sentences(question: str, role: Role) -> None:
    assert role_of(question) is role


@pytest.mark.parametrize("text", SILENT)
def test_other_words_say_nothing(text: str) -> None:
    assert role_of(text) is None


def test_two_languages_that_contradict_each_other_are_no_heading_word_by_word() -> None:
    assert not is_exact("E-pasts / Phone")


def test_every_heading_of_the_template_is_known() -> None:
    ours = {
        **{column: Role(column) for column in HEADINGS if column not in ("name", "contact")},
        "name": Role.FULL_NAME,
        "contact": Role.CONTACT,
    }
    for column, said in HEADINGS.items():
        assert {role_of(way) for way in said.every()} == {ours[column]}


def test_no_heading_is_listed_under_two_roles() -> None:
    ways = [
        role_of(way) for role, listed in EXACT.items() for way in listed if role_of(way) != role
    ]
    assert ways == []
    assert len(KNOWN) > 500
