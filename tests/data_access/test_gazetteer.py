"""Names of places in all their forms, on every day: themselves or a question, never another's."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import Connection, Engine, insert, select

from data_access import documented, schema
from data_access.access import AccessRefused, Reader
from data_access.engine import reading, writing
from data_access.gazetteer import (
    Answer,
    Found,
    Gazetteer,
    Land,
    Municipality,
    NotThen,
    Shared,
    looking_up,
    names_another_country,
)
from data_access.gazetteer.inflection import genitive, locative, nominative
from data_access.rules import fold
from tests.data_access.readers import READER

THEN, BETWEEN, NOW = dt.date(2020, 7, 22), dt.date(2022, 3, 1), dt.date(2025, 8, 1)
DAYS = {"2009": THEN, "2021": BETWEEN, "2025": NOW}
FACTS = Gazetteer.of_facts()

SORTS = ("novads", "novada", "novadā", "nov.", "nov", "n.")
AUTHORITIES = ("pašvaldība", "pašvaldības", "dome")
CITIES = ("pilsēta", "pilsētas", "pils.", "valstspilsēta", "valstspilsētas")


def place_of(answer: Answer) -> str:
    """What was found, or the question, for a test to read."""
    if isinstance(answer, Found):
        return answer.municipality.place
    return type(answer).__name__


def look_up(text: str, day: dt.date | None = THEN) -> str:
    return place_of(FACTS.look_up(text, day))


def names_in(answer: Answer) -> list[str]:
    assert isinstance(answer, (Shared, NotThen)), answer
    return [one.name for one in answer.candidates]


def forms_of(one: Municipality) -> Iterator[str]:
    """Every way to write the municipality, its bare name in three cases among them."""
    name = one.name
    if name.endswith(" novads"):
        of = name.removesuffix(" novads")
        yield from (f"{of} {sort}" for sort in SORTS)
        yield from (f"{of} novada {word}" for word in AUTHORITIES)
        bare = nominative(of)
        yield from (of, f"{of} {AUTHORITIES[0]}", f"{of} municipality", f"{bare} municipality")
    else:
        bare, of = name, genitive(name)
        yield from (f"{of} {sort}" for sort in CITIES)
        yield from (f"{of} pilsētas {word}" for word in AUTHORITIES)
        yield from (f"{name} city", f"City of {name}", f"pilsēta {name}", f"{of} dome", of)
    yield from (bare, locative(bare))


EVERY_FORM = [
    (one, text)
    for one in FACTS.land.municipalities.values()
    for each in forms_of(one)
    for text in (each, fold(each), each.upper(), f" {each}, Latvija")
]


def test_every_form_of_every_name_means_its_municipality_or_asks() -> None:
    asked = 0
    for one, text in EVERY_FORM:
        answer = FACTS.look_up(text, DAYS[one.division])
        if isinstance(answer, Shared):
            asked += 1
            assert one in answer.candidates, text
        elif place_of(answer) != one.place:
            assert is_the_city_of(one, answer), (text, one.place, place_of(answer))
    assert len(EVERY_FORM) > 10_000
    assert 0 < asked < len(EVERY_FORM) / 20


def is_the_city_of(one: Municipality, answer: Answer) -> bool:
    """A bare name alone is the city's, where a city and the novads round it have one name."""
    if not isinstance(answer, Found) or one.is_city or not answer.municipality.is_city:
        return False
    return nominative(fold(one.name).removesuffix(" novads")) == fold(answer.municipality.name)


def test_every_official_name_and_its_genitive_means_itself_alone() -> None:
    for one in FACTS.land.municipalities.values():
        day = DAYS[one.division]
        assert look_up(one.name, day) == one.place
        if one.name.endswith(" novads"):
            assert look_up(one.name.replace("novads", "novada"), day) == one.place


def genitive_of(one: Municipality) -> str:
    name = fold(one.name)
    return name.removesuffix(" novads") if name.endswith(" novads") else genitive(name)


def wrong(gazetteer: Gazetteer, day: dt.date) -> list[str]:
    """Texts that mean a municipality which neither bears the name nor holds a town of that name."""
    towns: defaultdict[str, set[str]] = defaultdict(set)
    for name, place in gazetteer.land.units:
        towns[place].add(genitive(fold(name)))
    found = []
    for one, text in EVERY_FORM:
        answer = gazetteer.look_up(text, day)
        if isinstance(answer, Found):
            there = answer.municipality
            if genitive_of(one) not in {genitive_of(there), *towns[there.place]}:
                found.append(text)
            assert there.is_valid(day)
    return found


@pytest.mark.parametrize("day", DAYS.values(), ids=DAYS)
def test_no_name_means_a_municipality_that_does_not_bear_it(day: dt.date) -> None:
    assert wrong(FACTS, day) == []


def test_a_name_that_means_another_municipality_is_noticed() -> None:
    land = FACTS.land
    misled = replace(land, aliases=land.aliases | {("Viļakas", "2009:LV-101")})
    assert {text.strip() for text in wrong(Gazetteer(misled), THEN)} >= {"Viļakas", "VIĻAKAS"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Viļakas", "Valkas"),
        ("Kandavas", "Krāslavas"),
        ("Rūjienas", "Mārupes"),
        ("Priekules", "Priekuļu"),
        ("Rojas", "Ropažu"),
        ("Salas", "Saldus"),
    ],
)
def test_names_that_are_alike_stay_apart(one: str, other: str) -> None:
    for text in ("{}", "{} nov.", "{} novada pašvaldība"):
        found = [FACTS.look_up(text.format(name), THEN) for name in (one, other)]
        names = [each.municipality.name for each in found if isinstance(each, Found)]
        assert names == [f"{one} novads", f"{other} novads"]


@pytest.mark.parametrize(
    "text",
    [
        "Vijakas novads",
        "Viļaku novads",
        "Valk",
        "Talsu novad",
        "Tals",
        "Rīg",
        "Rīgas rajons",
        "Talsu un Kandavas novads",
        "Vidzeme",
        "Valga",
        "Jelgavas pilsēta novads",
        "Rīga, Brīvības iela 1",
        "",
        " ",
        "-",
        "novads",
        "pilsēta",
        "Latvija",
        "LV-1010",
        "101",
        "Rīga Talsi",
        "Kandavas pārvalde",
    ],
)
def test_what_is_no_name_is_unknown(text: str) -> None:
    assert {look_up(text, day) for day in DAYS.values()} == {"Unknown"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talsu novads", "2009:LV-097"),
        ("Talsu n.", "2009:LV-097"),
        ("TALSU NOVADA PAŠVALDĪBA", "2009:LV-097"),
        ("Talsi municipality", "2009:LV-097"),
        ("Municipality of Talsi", "2009:LV-097"),
        ("Talsos", "2009:LV-097"),
        ("Rīgas pilsētas pašvaldība", "2009:LV-RIX"),
        ("Rīgas valstspilsētas pašvaldība", "2009:LV-RIX"),
        ("City of Riga", "2009:LV-RIX"),
        ("republikas pilsēta Rīga", "2009:LV-RIX"),
        ("Rīgas dome", "2009:LV-RIX"),
        ("LV-1010, Rīga", "2009:LV-RIX"),
        ("Jurmala", "2009:LV-JUR"),
        ("Jūrmalā", "2009:LV-JUR"),
        ("Ventspils", "2009:LV-VEN"),
        ("Ventspils nov.", "2009:LV-106"),
        ("Cēsis", "2009:LV-022"),
        ("Kandava", "2009:LV-043"),
        ("Sabile", "2009:LV-097"),
        ("Sabiles pils.", "2009:LV-097"),
        ("Laidzes pag., Talsu nov.", "2009:LV-097"),
        ("Talsu novada Laidzes pagasts", "2009:LV-097"),
        ("Talsu novads (Sabile)", "2009:LV-097"),
    ],
)
def test_names_as_people_write_them(text: str, expected: str) -> None:
    assert look_up(text) == expected


@pytest.mark.parametrize(
    ("text", "then", "between", "now"),
    [
        ("Kandavas novads", "2009:LV-043", "NotThen", "NotThen"),
        ("Kandavas", "2009:LV-043", "NotThen", "NotThen"),
        ("Kandava", "2009:LV-043", "2021:LV-099", "2025:LV-099"),
        ("Kandavas pag.", "2009:LV-043", "2021:LV-099", "2025:LV-099"),
        ("Kandavas pagasta pārvalde", "2009:LV-043", "2021:LV-099", "2025:LV-099"),
        ("Augšdaugavas novads", "NotThen", "2021:LV-111", "2025:LV-111"),
        ("Varakļānu novads", "2009:LV-102", "2021:LV-102", "NotThen"),
        ("Valmiera", "2009:LV-VMR", "2021:LV-113", "2025:LV-113"),
        ("Valmieras pilsētas pašvaldība", "2009:LV-VMR", "NotThen", "NotThen"),
        ("Salas pag., Jēkabpils nov.", "Shared", "2021:LV-042", "2025:LV-042"),
    ],
)
def test_a_name_holds_on_the_days_of_its_division(
    text: str, then: str, between: str, now: str
) -> None:
    assert [look_up(text, day) for day in DAYS.values()] == [then, between, now]


@pytest.mark.parametrize(
    ("text", "day", "candidates"),
    [
        ("Kandavas novads", NOW, ["Tukuma novads"]),
        ("Aglonas novads", NOW, ["Krāslavas novads", "Preiļu novads"]),
        ("Varakļānu novads", NOW, ["Madonas novads"]),
        ("Augšdaugavas novads", THEN, ["Daugavpils novads", "Ilūkstes novads"]),
        ("Mērsraga novads", dt.date(2010, 12, 31), ["Rojas novads"]),
        ("Talsu novads", dt.date(2009, 6, 30), []),
    ],
)
def test_a_name_of_other_days_offers_what_has_its_land(
    text: str, day: dt.date, candidates: list[str]
) -> None:
    answer = FACTS.look_up(text, day)
    assert isinstance(answer, NotThen)
    assert names_in(answer) == candidates


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("Jelgavas", ["Jelgavas novads", "Jelgava"]),
        ("Rēzeknes", ["Rēzeknes novads", "Rēzekne"]),
        ("Jelgava municipality", ["Jelgavas novads", "Jelgava"]),
        ("Ventspils dome", ["Ventspils novads", "Ventspils"]),
        ("Rīga/Talsi", ["Talsu novads", "Rīga"]),
        ("Jelgava, Jelgavas novads", ["Jelgavas novads", "Jelgava"]),
        ("Salas pag.", ["Babītes novads", "Salas novads"]),
    ],
)
def test_what_several_share_is_asked(text: str, candidates: list[str]) -> None:
    answer = FACTS.look_up(text, THEN)
    assert isinstance(answer, Shared)
    assert names_in(answer) == candidates


def test_without_a_day_it_is_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(looking_up, "today", lambda: BETWEEN)
    assert look_up("Talsu novads", None) == "2021:LV-097"
    assert look_up("Kandavas novads", None) == "NotThen"


def test_a_code_holds_on_its_days_alone() -> None:
    assert place_of(FACTS.of_place("2009:LV-043", THEN)) == "2009:LV-043"
    assert names_in(FACTS.of_place("2009:LV-043", BETWEEN)) == ["Tukuma novads"]
    assert place_of(FACTS.of_place("2009:LV-999", THEN)) == "Unknown"


def test_the_facts_and_a_database_of_them_agree(facts: Engine) -> None:
    with reading(facts) as connection:
        found = Gazetteer.of(connection, READER)
    assert found.land == FACTS.land
    assert (len(found.land.municipalities), len(found.land.units)) == (204, 1767)
    for text in ("Talsu novads", "Jelgavas", "Kandavas", "nekas"):
        assert found.look_up(text, BETWEEN) == FACTS.look_up(text, BETWEEN)


def test_an_alias_of_the_database_counts_on_its_days(facts: Engine) -> None:
    with writing(facts) as connection:
        an_alias(connection, "LV-043", "Abavas leja")
    with reading(facts) as connection:
        found = Gazetteer.of(connection, READER)
    assert place_of(found.look_up("ABAVAS LEJA", THEN)) == "2009:LV-043"
    assert place_of(found.look_up("Abavas leja", NOW)) == "NotThen"
    assert look_up("Abavas leja") == "Unknown"


def an_alias(connection: Connection, iso: str, name: str) -> None:
    municipality = schema.municipality
    number = connection.scalar(select(municipality.c.id).where(municipality.c.iso == iso))
    values = {"municipality_id": number, "name": name, "name_folded": fold(name)}
    connection.execute(insert(schema.municipality_alias).values(**values))


def test_who_may_read_nothing_gets_no_names(connection: Connection) -> None:
    with pytest.raises(AccessRefused):
        Land.of(connection, Reader.with_roles("nobody"))


def test_every_documented_table_has_its_lines() -> None:
    assert len(documented.lines("municipality")) == 204
    with pytest.raises(FileNotFoundError):
        documented.lines("nothing")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lietuvas Kultūras ministrija", True),
        ("Ministry of Culture of Estonia", True),
        ("Kultūras ministrija", False),
        ("Lietuviešu biedrība", False),
        ("", False),
    ],
)
def test_other_countries_are_told_by_their_names(text: str, *, expected: bool) -> None:
    assert names_another_country(text) is expected
