"""Latvian text in Latvian order, and folded so that what means the same matches."""

import itertools
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from data_access.rules import fold, latvian_key

SMALL = "aābcčdeēfgģhiīyjkķlļmnņoōpqrŗsštuūvwxzž"
words = st.text(alphabet=SMALL + SMALL.upper() + " -.,()„”0123456789éüßłš", max_size=12)

# Each list stands as the collation of CLDR for Latvian (ICU 72, locale lv) puts it.
IN_ORDER = [
    list("aābcčdeēfgģhiīyjkķlļmnņoōpqrŗsštuūvwxzž"),
    ["a", "A", "ā", "Ā", "b", "B"],
    ["Rēzekne", "Rēzeknes novads", "Riebiņu novads", "Rīga", "Rojas novads"],
    ["Cēsu novads", "Cīravas pagasts", "Čornajas pagasts", "Dagdas novads"],
    ["Gulbenes novads", "Ģibuļu pagasts", "Iecavas novads", "Ikšķile", "Īles pagasts", "Ilūkste"],
    ["Krāslavas novads", "Kuldīgas novads", "Ķeguma novads", "Ķekavas novads", "Lielvārde"],
    ["Lubāna", "Ludza", "Ļaudonas pagasts", "Madona", "Mārupe", "Mazsalaca", "Mērsrags"],
    ["Neretas novads", "Nīca", "Ņukšu pagasts", "Ogre", "Olaine", "Ozolnieki"],
    ["Salacgrīva", "Siguldas novads", "Skrīveri", "Strenči", "Šķilbēnu pagasts", "Talsi"],
    ["Valka", "Valmiera", "Viļaka", "Viļāni", "Zilupe", "Žīguru pagasts"],
    ["Kandava", "Kandavas novads", "Kandavas pagasts", "Kārsava", "Kazdanga"],
    ["10. sanāksme", "2. sanāksme", "Anna", "Žanis"],
    ["Edgars", "Édouard", "Egils", "Łukasz", "Maija", "Ojārs", "Österreich", "Pauls"],
]


@pytest.mark.parametrize("expected", IN_ORDER, ids=lambda words: words[0])
def test_a_known_list_comes_out_in_latvian_order(expected: list[str]) -> None:
    backwards = expected[::-1]
    assert sorted(backwards, key=latvian_key) == expected


def test_the_order_is_not_that_of_the_code_points() -> None:
    assert sorted(["z", "č", "d"]) == ["d", "z", "č"]
    assert sorted(["z", "č", "d"], key=latvian_key) == ["č", "d", "z"]


@given(st.lists(words, unique_by=lambda word: unicodedata.normalize("NFC", word)))
@example(["e", "E"])
@example(["y", "ī"])
def test_a_list_reads_alike_wherever_it_comes_from(found: list[str]) -> None:
    backwards = found[::-1]
    assert sorted(backwards, key=latvian_key) == sorted(found, key=latvian_key)


@given(words)
def test_how_an_accent_is_written_does_not_move_a_text(text: str) -> None:
    assert latvian_key(unicodedata.normalize("NFD", text)) == latvian_key(text)


@given(words, words, words)
def test_what_stands_first_decides_before_what_follows(start: str, one: str, other: str) -> None:
    for letter, later in itertools.pairwise("abcčdefgģhijkķlļmnņoprsštuvzž"):
        assert latvian_key(start + letter + one) < latvian_key(start + later + other)


ALIKE = [
    ("Rīga", "riga"),
    ("ŠĶĒLES", "skeles"),
    ("Ģirts  Ķēniņš", "girts kenins"),
    (" Viļakas\u00a0novads\t", "vilakas novads"),
    ("Žīguru\u00adpagasts", "zigurupagasts"),
    ("Va\u200blka", "valka"),
    ("Straße", "strasse"),
    ("①", "1"),
    ("℡ 67", "tel 67"),
    ("𝐑īga", "riga"),
]


@pytest.mark.parametrize(("written", "folded"), ALIKE)
def test_a_text_is_folded_to_what_people_type(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_different_words_stay_different() -> None:
    assert len({fold(word) for word in ("Viļakas", "Valkas", "Valka", "Viļānu", "")}) == 5


@given(st.text())
@example("ℙ")
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(words)
def test_case_accents_and_spelling_do_not_matter(text: str) -> None:
    for other in (text.upper(), text.lower(), unicodedata.normalize("NFD", text), f"  {text} "):
        assert fold(other) == fold(text)


@given(words)
def test_a_folded_text_has_single_spaces_and_no_accent(text: str) -> None:
    folded = fold(text)
    assert folded == " ".join(folded.split())
    assert not any(map(unicodedata.combining, unicodedata.normalize("NFD", folded)))
