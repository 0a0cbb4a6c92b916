"""Which names of a list are asked about, which are not, and how many on a list of common ones."""

import random
import time

import pytest

from data_access.attendance.alike import Named, similar
from data_access.attendance.common_names import COMMON_GIVEN, GIVEN, SURNAMES
from data_access.rules import fold

ASKED = {
    "another vowel": ("Anna Bērziņa", "Anna Berzine"),
    "a missing letter in both parts": ("Kristīne Bērziņa", "Kristne Bērzņa"),
    "a missing letter, in the other order": ("Bērziņa Anna", "Anna Bērzņa"),
    "a double letter": ("Anna Bērziņa", "Ana Bērziņa"),
    "letters exchanged": ("Māris Ozoliņš", "Māris Ozoilņš"),
    "written for English": ("Māris Ozoliņš", "Maris Ozolinsh"),
    "written in Russian and in Latvian": ("Jurijs Petrovs", "Jurij Petrov"),
    "in Cyrillic": ("Иван Петренко", "Иван Петринко"),
    "a double surname and its first part": ("Anna Kalniņa-Ozola", "Anna Kalniņa"),
    "a double surname and its second part": ("Anna Kalniņa-Ozola", "Anna Ozola"),
    "a double surname without its dash": ("Anna Kalniņa-Ozola", "Anna Kalniņa Ozola"),
    "two given names and one": ("Anna Marija Bērziņa", "Anna Bērziņa"),
    "two given names as one": ("Annamarija Bērziņa", "Anna Marija Bērziņa"),
    "an initial": ("A. Bērziņa", "Anna Bērziņa"),
    "an initial after the surname": ("Bērziņa A.", "Anna Bērziņa"),
    "one name in two languages": ("Kristīna Bērziņa", "Kristīne Bērziņa"),
    "the surname of the other sex": ("Anna Kalniņš", "Anna Kalniņa"),
    "one word": ("Kristapsons", "Kristapsns"),
}
ENDINGS = [f"{a}{b}" for a in ("st", "ndr", "m") for b in ("olds", "ina", "ers", "ups", "ika")]
NOT_ASKED = {
    "only case and accents": ("KRISTINE BERZINA", "Kristīne Bērziņa"),
    "only another order": ("Anna Bērziņa", "Bērziņa Anna"),
    "spouses in -s and -a": ("Jānis Kalniņš", "Jana Kalniņa"),
    "spouses in -is and -e": ("Andris Lācis", "Andra Lāce"),
    "spouses in -us": ("Ingus Ledus", "Inga Ledus"),
    "spouses in -ov and -ova": ("Ivan Petrov", "Ivana Petrova"),
    "spouses in -ov and -ova, in Cyrillic": ("Валентин Петров", "Валентина Петрова"),
    "spouses in -ski and -ska": ("Adrian Kowalski", "Adriana Kowalska"),
    "spouses in -as and -ienė": ("Simonas Kazlauskas", "Simona Kazlauskienė"),
    "initials of spouses": ("A. Kalniņš", "A. Kalniņa"),
    "relatives": ("Inese Ozoliņa", "Ilze Ozoliņa"),
    "relatives with names alike": ("Anna Ozoliņa", "Anda Ozoliņa"),
    "brother and sister with one surname": ("Valdis Liepa", "Valda Liepa"),
    "common surnames alike": ("Anna Kalniņa", "Anna Kauliņa"),
    "a diminutive": ("Anna Liepa", "Anna Liepiņa"),
    "a diminutive that few bear": ("Anna Zvirgzda", "Anna Zvirgzdiņa"),
    "another surname": ("Anna Bērziņa", "Anna Skudra"),
    "a given name alone": ("Anna", "Anna Bērziņa"),
    "another initial": ("D. Bērziņa", "Anna Bērziņa"),
    "numbers": ("Viesis 1", "Viesis 2"),
}


def asked(*names: str) -> list[tuple[int, int]]:
    return sorted(similar([Named(number, name) for number, name in enumerate(names, start=2)]))


def person(number: int, contact: str | None, institution: str | None) -> Named:
    name = "Anna Bērziņa" if number == 2 else "Anna Berzine"
    return Named(number, name, contact, institution)


@pytest.mark.parametrize("case", ASKED)
def test_what_may_be_one_name_is_asked_about(case: str) -> None:
    one, other = ASKED[case]
    assert asked(one, "Voldemārs Pumpurs", other) == [(2, 4)]
    assert asked(other, one, "Voldemārs Pumpurs") == [(2, 3)]


@pytest.mark.parametrize("case", NOT_ASKED)
def test_what_is_another_name_is_not_asked_about(case: str) -> None:
    one, other = NOT_ASKED[case]
    assert asked(one, other, "Anna Bērzupe-Bērzupīte", "Anna Bērzupe") == [(4, 5)]
    assert asked(other, one) == []


TOLD: dict[str, tuple[tuple[str | None, str | None], tuple[str | None, str | None], bool]] = {
    "other contact and other institution": (("a@x.lv", "km"), ("b@x.lv", "lm"), False),
    "other contact, same institution": (("a@x.lv", "km"), ("b@x.lv", "km"), True),
    "same contact, other institution": (("a@x.lv", "km"), ("a@x.lv", "lm"), True),
    "other contact, no institution": (("a@x.lv", "km"), ("b@x.lv", None), True),
    "no contact, other institution": ((None, "km"), ("b@x.lv", "lm"), True),
    "nothing": ((None, None), (None, None), True),
}


@pytest.mark.parametrize("case", TOLD)
def test_two_who_differ_in_all_else_are_two(case: str) -> None:
    one, other, expected = TOLD[case]
    assert bool(list(similar([person(2, *one), person(3, *other)]))) is expected


def test_rows_that_say_the_same_are_asked_about_once() -> None:
    rows = [person(n, None, None) for n in (2, 5, 7)] + [Named(9, "Anna Bērziņa")]
    assert list(similar(rows)) == [(2, 5)]
    differing = [person(2, "a@x.lv", "km"), person(5, "b@x.lv", "lm"), person(7, None, "lm")]
    assert list(similar(differing)) == [(2, 7)]


def test_rows_show_nobody_when_they_are_printed() -> None:
    assert "Anna" not in repr(person(2, "anna@x.lv", None))


def a_list(people: int, seed: int) -> list[str]:
    """Women and men with common names, as often as it happens."""
    chance = random.Random(seed)  # noqa: S311 - a list of a test
    women = [name for name in GIVEN.split() if fold(name).endswith(("a", "e"))]
    men = [name for name in GIVEN.split() if fold(name).endswith("s")]
    surnames = [name for name in SURNAMES.split() if name.endswith(("š", "s"))]
    names = []
    for _ in range(people):
        surname = chance.choice(surnames)
        if chance.random() < 0.5:
            names.append(f"{chance.choice(men)} {surname}")
        else:
            ending = "e" if surname.endswith("is") else "a"
            stem = surname.removesuffix("is") if ending == "e" else surname[:-1]
            names.append(f"{chance.choice(women)} {stem}{ending}")
    return names


def test_of_common_names_hardly_any_is_asked_about() -> None:
    rows = [row for seed in range(20) for row in asked(*a_list(500, seed))]
    assert len(rows) < 0.01 * 20 * 500


def test_a_mistake_is_found_among_many() -> None:
    names = [*a_list(6_000, 1), *(f"Persona{n} Uzvārds{n}" for n in range(6_000))]
    names += [f"{given} Vizbulītis" for given in sorted(COMMON_GIVEN)]
    names += [
        f"{a}{b}{c} Ievkalns" for a in "BDGKLMPR" for b in ("ar", "el", "ok") for c in ENDINGS
    ]
    for found in ("Kristīne Zvaigznītberga", "Kristīne Zvaignītberga"):
        names.append(found)
    began = time.perf_counter()
    pairs = asked(*names)
    assert (len(names), len(names) + 1) in pairs
    assert time.perf_counter() - began < 10
