"""What stands where a name should is told apart: people, devices, numbers, institutions, notes."""

import pytest

from data_access.attendance.reading.name_kinds import NameKind, contact_of, kind_of
from data_access.attendance.reading.personal_codes import has_personal_code, without_personal_code

KINDS = {
    NameKind.DEVICE: """iPhone
iPhone de Anna
Anna's iPhone
iPad (Anna)
Galaxy S21
SM-A52
HUAWEI P30
CPH2145
Zāle 3
Zāle
Sēžu zāle
Lielā zāle
Konferenču zāle 2
Room 2
Teams Room Riga
Conference
Zoom user
Call-in User 1
user123
Anna85
Lietotājs
Viesis
(Guest)
Dators
laptop-abc
DESKTOP-9AB12C""",
    NameKind.TELEPHONE: """+371 26 123 456
371*****12
26123456
(+371) 26123456
tālr. 26123456""",
    NameKind.EMAIL: """anna@paraugs.example
<anna.paraudzina@paraugs.example>""",
    NameKind.ORGANISATION: """Kultūras ministrija
SIA Ceļš
Biedrība «Nākotnes ceļš»
Valmieras novada Sociālais dienests
Rīgas dome - Izglītības departaments
Kultūras ministrija, Rīga
Rīgas 3. vidusskola
Centrs Marta
KM
LPS""",
    NameKind.NOTE: """Kopā
Kopā: 12 dalībnieki
12 dalībnieki
Sagatavoja: A. Paraugs
Sarakstu sagatavoja:
_____________ /A. Paraugs/
22.07.2020.
2020. gada 22. jūlijs
3
Lapa 2
Šis ir ļoti garš teikums par kaut ko citu""",
    NameKind.NOTHING: "\n---\n.",
    NameKind.PERSON: """Nan
None
NA
ANNA
Roma
As Kalniņš
Lapa Anna
Vītola Līga
Pauls Room
Anna Paraudziņa (tulks)""",
}
KIND_OF = [(text, kind) for kind, texts in KINDS.items() for text in texts.splitlines()]


@pytest.mark.parametrize(("text", "kind"), KIND_OF)
def test_only_a_person_is_one(text: str, kind: NameKind) -> None:
    assert kind_of(text) == kind


CODES = ["220770-11234", "22077011234", "220770 - 11234", "321234-12345", "32123412345"]
NO_CODES = """+371 26123456
37126123456
371261-23456
40003123456
310270-11234
220770-31234
+32475123456
26123456
LV80BANK0000435195001
220770-11234-5
22.07.2020""".splitlines()


@pytest.mark.parametrize("code", CODES)
def test_a_personal_code_is_found_and_taken_out(code: str) -> None:
    assert has_personal_code(code)
    assert has_personal_code(f"Anna Paraudziņa, p.k. {code}")
    assert without_personal_code(f"Anna Paraudziņa ({code})") == "Anna Paraudziņa"
    assert without_personal_code(code) == ""


@pytest.mark.parametrize("number", NO_CODES)
def test_other_numbers_are_no_personal_codes(number: str) -> None:
    assert not has_personal_code(number)
    assert without_personal_code(number) == number


CONTACTS = [
    ("+371 26 123 456", ("phone", "+37126123456")),
    ("26123456", ("phone", "+37126123456")),
    ("371 26123456", ("phone", "+37126123456")),
    ("0037126123456", ("phone", "+37126123456")),
    ("tālr. 67 123 456", ("phone", "+37167123456")),
    ("0037129", ("phone", "0037129")),
    ("+37060012345", ("phone", "+37060012345")),
    ("Anna@Paraugs.Example; b@paraugs.example", ("email", "anna@paraugs.example")),
    ("mailto:a.b@paraugs.example", ("email", "a.b@paraugs.example")),
    ("Anna <a@paraugs.example>", ("email", "a@paraugs.example")),
    ("371*****12", None),
    ("2,61E+07", None),
    ("12", None),
    ("nav", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "contact"), CONTACTS)
def test_a_contact_has_one_spelling(text: str, contact: tuple[str, str] | None) -> None:
    assert contact_of(text) == contact
