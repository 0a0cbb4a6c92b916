"""Bytes become the text that somebody wrote, or a question; never other letters in silence."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data_access.files.encoding import Text, decoded
from data_access.files.grid import Choices, Damage
from data_access.files.problems import FileProblem, Refused

LATVIAN = "Vārds;Uzvārds\r\nJānis;Bērziņš\r\nĢirts;Ķēniņš\r\nŠarlote;Čakste\r\n"
LISTS = {
    "Latvian": (LATVIAN, "cp1257"),
    "Latvian, two people": ("Vārds;Uzvārds\nGunta;Mežgaile\nAndrejs;Ļaudaks\n", "cp1257"),
    "Latvian, capitals": ("VĀRDS;UZVĀRDS\nMĀRA;ŠĶĒRSTENE\nULDIS;ĶIRPĪTIS\n", "cp1257"),
    "Latvian quotes": ("Iestāde\nBiedrība „Saules stars”\nSIA «Ūdensroze»\n", "cp1257"),
    "Lithuanian": ("Vardas;Pavardė\nGiedrė;Šleževičienė\nRytis;Ąžuolaitis\n", "cp1257"),
    "Estonian": ("Eesnimi;Perekonnanimi\nTõnis;Jürgenson\nÜlle;Põder\n", "cp1257"),
    "Polish": ("Imię;Nazwisko\nStanisław;Wróblewski\nGrażyna;Święcka\n", "cp1250"),
    "Polish under Latvian headings": (
        "Vārds;Uzvārds\nWładysław;Gołąbek\nMałgorzata;Łącka\nJānis;Šķēle\n",
        "cp1257",
    ),
    "Czech": ("Jméno;Příjmení\nZdeněk;Šťovíček\nRůžena;Řezníčková\n", "cp1250"),
    "Russian": ("Имя;Фамилия\nЖанна;Щукина\nЮрий;Ёлкин\n", "cp1251"),
    "Russian, one person": ("Эдуард;Цыганков\n", "cp1251"),
    "Ukrainian": ("Ім'я;Прізвище\nЄвгенія;Їжакевич\n", "cp1251"),
    "German": ("Vorname;Nachname\nJürgen;Großkreuz\nBärbel;Höß\n", "cp1252"),
    "French": ("Prénom;Nom\nFrançois;Lefèvre\nHélène;Benoît\n", "cp1252"),
}


def text_of(content: bytes, encoding: str | None = None, repair: bool = False) -> Text:
    found = decoded(content, Choices(encoding, repair))
    assert isinstance(found, Text), found
    return found


@pytest.mark.parametrize("name", LISTS)
def test_a_short_list_is_read_in_the_encoding_it_was_saved_in(name: str) -> None:
    text, encoding = LISTS[name]
    found = text_of(text.encode(encoding))
    assert (found.text, found.is_certain, found.damage) == (text, True, None)


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("is_marked", [True, False])
def test_unicode_is_told_with_and_without_a_mark(name: str, encoding: str, is_marked: bool) -> None:
    text, _ = LISTS[name]
    marked = "\ufeff" + text if is_marked else text
    found = text_of(marked.encode(encoding))
    assert (found.text, found.encoding, found.is_certain) == (text, encoding, True)
    assert found.damage is None


@pytest.mark.parametrize("end", [b"\n", b"\0", b"\r\n"])
def test_a_line_end_that_another_program_added_to_utf_16_is_no_damage(end: bytes) -> None:
    found = text_of(codecs.BOM_UTF16_LE + LATVIAN.encode("utf-16-le") + end[:1])
    assert (found.text, found.damage) == (LATVIAN, None)


def test_a_guess_that_is_not_sure_names_what_else_it_may_be() -> None:
    found = text_of("Marķa".encode("cp1257"))
    assert not found.is_certain
    assert found.candidates[0] == found.encoding
    assert {"cp1252", "cp1257"} <= set(found.candidates)
    assert len({b"Mar\xeda".decode(name) for name in found.candidates}) == len(found.candidates)


@pytest.mark.parametrize("old", ["cp775", "cp866", "koi8-r"])
def test_an_old_encoding_is_offered_and_never_taken_without_a_question(old: str) -> None:
    text = LATVIAN if old == "cp775" else LISTS["Russian"][0]
    found = text_of(text.encode(old))
    assert (found.is_certain, old in found.candidates) == (False, True)


def test_letters_that_two_encodings_share_need_no_question() -> None:
    found = text_of("Jüri Mäe\nTõnu Jõgi\nMüller".encode("cp1252"))
    assert (found.text, found.is_certain) == ("Jüri Mäe\nTõnu Jõgi\nMüller", True)


def test_a_chosen_encoding_is_taken() -> None:
    content = LATVIAN.encode("cp1257")
    assert text_of(content, "cp1252").text == content.decode("cp1252")
    assert text_of(content, "windows-1257").encoding == "cp1257"
    assert text_of(b"\xef\xbb\xbf" + LATVIAN.encode(), "utf-8").text == LATVIAN


@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "zlib", "hex", "no such", "", "rot13"])
def test_a_chosen_encoding_that_does_not_fit_is_refused(encoding: str) -> None:
    found = decoded(LATVIAN.encode("cp1257"), Choices(encoding or "?"))
    assert found == Refused(FileProblem.DAMAGED)


@pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xff\xfe", b"\0\0\0\0"])
def test_nothing_is_empty(content: bytes) -> None:
    assert decoded(content, Choices()) == Refused(FileProblem.EMPTY)


def test_what_is_no_text_is_no_table() -> None:
    assert decoded(bytes(range(256)) * 9, Choices()) == Refused(FileProblem.NOT_A_TABLE)


def test_bytes_that_are_no_utf_8_are_lost_and_their_lines_named() -> None:
    found = text_of(LATVIAN.encode() + b"L\xeega;\xd0mite\r\nAnna;Kalna\r\n")
    assert (found.encoding, found.damage, found.damaged_rows) == ("utf-8", Damage.LOST, (5,))
    assert found.text.startswith(LATVIAN)


def test_a_page_that_names_its_encoding_is_believed_where_it_can_be() -> None:
    page = '<meta charset="windows-1251"><td>Мир</td><td>{}</td>'
    assert text_of(page.format("да").encode("cp1251")).encoding == "cp1251"
    short = b'<meta charset="windows-1257"><td>Mar\xeda'
    assert text_of(short).text.endswith("Marķa")
    assert not text_of(short.removeprefix(b'<meta charset="windows-1257">')).is_certain
    wrong = page.format("ā").replace("Мир", "Jānis Bērziņš")
    assert text_of(wrong.encode()).text == wrong


WRONGLY = ["cp1252", "cp1257", "cp1250", "latin-1"]


def misread(text: str, encoding: str) -> str:
    """What Windows makes of UTF-8 in a wrong encoding: unused bytes become control signs."""
    signs = [bytes([value]).decode(encoding, "ignore") or chr(value) for value in text.encode()]
    return "".join(signs)


@pytest.mark.parametrize("encoding", WRONGLY)
@pytest.mark.parametrize("times", [1, 2])
def test_misread_letters_are_told_and_brought_back_only_when_asked(
    encoding: str, times: int
) -> None:
    text = LATVIAN
    for _ in range(times):
        text = misread(text, encoding)
    found = text_of(text.encode())
    assert (found.text, found.damage) == (text, Damage.MOJIBAKE)
    assert (found.damaged_rows, found.repaired) == ((1, 2, 3, 4), False)
    mended = text_of(text.encode(), repair=True)
    assert (mended.text, mended.damage, mended.repaired) == (LATVIAN, Damage.MOJIBAKE, True)


@pytest.mark.parametrize(
    ("name", "wrong"), [("Latvian", "cp1252"), ("Russian", "cp1252"), ("Polish", "cp1252")]
)
def test_one_windows_encoding_taken_for_another_is_brought_back(name: str, wrong: str) -> None:
    text, right = LISTS[name]
    text *= 2
    damaged = text.encode(right).decode(wrong).encode()
    assert text_of(damaged).damage is Damage.MOJIBAKE
    assert text_of(damaged, repair=True).text == text


def test_rows_that_were_not_misread_stay_as_they_are() -> None:
    rows = ["Vārds;Uzvārds", misread("Jānis;Bērziņš", "cp1252"), "Jüri;Mäe", "Åsa;Ängström"]
    found = text_of("\n".join(rows).encode(), repair=True)
    assert found.text.split("\n") == ["Vārds;Uzvārds", "Jānis;Bērziņš", "Jüri;Mäe", "Åsa;Ängström"]
    assert found.damaged_rows == (2,)


def test_what_cannot_be_brought_back_stays_named() -> None:
    text = "Vārds\n" + misread("Jānis\n", "cp1252") + "KÄrlis\nL?ga\n"
    found = text_of(text.encode(), repair=True)
    assert (found.damage, found.damaged_rows, found.repaired) == (Damage.LOST, (3, 4), False)
    assert found.text == "Vārds\nJānis\nKÄrlis\nL?ga\n"


def test_question_marks_in_words_are_lost_letters() -> None:
    found = text_of(LATVIAN.encode("ascii", "replace"))
    assert (found.damage, found.damaged_rows) == (Damage.LOST, (1, 2, 3, 4))
    assert not text_of(LATVIAN.encode("ascii", "replace"), repair=True).repaired


@pytest.mark.parametrize("text", ["B?rzi??", "?eni?a", "BĒRZI?Š", "Anna L?ce", "J\ufffdnis"])
def test_one_lost_letter_in_a_name_is_enough(text: str) -> None:
    assert text_of(f"Vārds\n{text}\n".encode()).damaged_rows == (2,)


@pytest.mark.parametrize(
    "text",
    [
        "Vai piedalīsieties?;Jā?",
        "https://forma.example/?id=3&d?x",
        "?;??;???",
        "Kāpēc nevarēsiet ierasties?Lūdzu paskaidrojiet to īsi",
        "Jüri Mäe;Åsa Ängström;Märt ÕUN",
        "Þórður;Şükrü Yıldız;Nguyễn Văn;Señor Ñúñez",
        "„KULDĪGAS ROMI-Š“;«MĀJA Š»;„PIRMĀ“",
        "naïve café – “quotes”…;Ångström™;10 €;25 °C",
        "Рівне;Юрій;Євген;ЩЁКИН",
    ],
)
def test_letters_of_any_language_and_questions_are_no_damage(text: str) -> None:
    assert text_of(f"{text}\n{text}\n".encode()).damage is None


LETTERS = "aābcčdeēfgģhiījkķlļmnņoprsštuūvzžAĀBCČDEĒGĢIĪKĶLĻNŅSŠUŪZŽ"
WORDS = st.text(LETTERS, min_size=1, max_size=12)


@given(st.lists(WORDS, min_size=1, max_size=20))
def test_any_text_in_unicode_comes_back(words: list[str]) -> None:
    text = ";".join(words)
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        found = text_of(text.encode(encoding))
        assert (found.text, found.is_certain) == (text, True)


NAMES = ["Jānis", "Līga", "Ķēniņa", "Šmite", "Mežs", "Krūmiņš", "Ļaksa", "Čakste", "Ozols", "Anna"]


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=12), st.sampled_from(WRONGLY))
def test_latvian_names_come_back_from_any_damage_that_can_be_undone(
    names: list[str], encoding: str
) -> None:
    text = ";".join(names)
    assert text_of(misread(text, encoding).encode(), repair=True).text == text


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=12))
def test_latvian_names_in_windows_1257_are_those_names_or_a_question(names: list[str]) -> None:
    text = ";".join(names)
    found = text_of(text.encode("cp1257"))
    assert found.text == text or not found.is_certain


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_a_reason(content: bytes) -> None:
    found = decoded(content, Choices(repair=True))
    assert isinstance(found, Text | Refused)
    if isinstance(found, Text):
        assert "\ufffd" not in found.text or found.damage is Damage.LOST
