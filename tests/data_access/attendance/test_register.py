"""The words of a row: exact names, stated capacities, and a question for everything else."""

import datetime as dt
from typing import Any

import pytest
from sqlalchemy import Engine, insert, update

from data_access import institutions, schema
from data_access.attendance.columns import CATEGORY, INSTITUTION, PLACE
from data_access.attendance.entry import CategoryFrom, Entry, in_one
from data_access.attendance.problems import Problem, ProblemCode
from data_access.attendance.reading import SheetRow
from data_access.attendance.reading.decisions import UNDECIDED, Decisions
from data_access.attendance.register import Register
from data_access.attendance.resolver import Resolver
from data_access.engine import reading, writing
from data_access.filters import Filters
from data_access.rules import Category, InstitutionKind, fold
from tests.data_access.readers import COORDINATOR, READER

THEN, NOW = dt.date(2020, 7, 22), dt.date(2025, 8, 1)
RESOLVER = Resolver.of_facts()
ROW = 7
FUTURE = "Biedrība „Nākotnes ceļš”"


def entry(
    day: dt.date | None = THEN,
    decisions: Decisions = UNDECIDED,
    resolver: Resolver = RESOLVER,
    **cells: str,
) -> tuple[Entry, list[Problem]]:
    return resolver.entry(SheetRow(ROW, {"name": "Anna Ozola", **cells}), day, decisions)


def codes(problems: list[Problem]) -> list[tuple[ProblemCode, str | None]]:
    return [(problem.code, problem.column) for problem in problems]


def register(facts: Engine) -> Register:
    with reading(facts) as connection:
        return Register.load(connection, READER, Filters())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kultūras ministrija", "km"),
        ("KULTURAS MINISTRIJA", "km"),
        ("KM", "km"),
        ("LR Kultūras ministrija", "km"),
        ("Latvijas Republikas Labklājības ministrija", "lm"),
        ("Kultūras ministrija, Integrācijas departaments", "km"),
        ("Kultūras ministrija (KM)", "km"),
        ("Ministry of Culture", "km"),
        ("Biedrība “DIA+LOGS”", "dialogs"),
        ('biedrība "DIA+LOGS"', "dialogs"),
        ("DIA+LOGS, biedrība", "dialogs"),
        ("«DIA+LOGS»", "dialogs"),
        ("NVO DIA+LOGS", "dialogs"),
        ("SIA DIA+LOGS", None),
        ("biedrība Kultūras ministrija", None),
        ("Kultūras ministrijas departaments", None),
        ("Kultūras", None),
        ("Rīga, Kultūras ministrija", None),
        ("Kultūras ministrija, Labklājības ministrija", None),
        ("biedrība", None),
        ("dialogs", None),
    ],
)
def test_institutions_go_by_whole_names_however_they_are_quoted(
    text: str, expected: str | None
) -> None:
    assert entry(institution=text)[0].institution == expected


def test_an_institution_that_the_register_lacks_or_two_share_is_asked(facts: Engine) -> None:
    with writing(facts) as connection:
        for code, form in (("one", "Biedrība"), ("two", "Nodibinājums")):
            an_institution(connection, code, f"{form} „Ceļš”")
        an_institution(connection, "decoy", "Izdomu birojs", origin="sample")
    found = register(facts).resolver
    for text, expected in (
        ("Biedrība Ceļš", "one"),
        ("Nodibinājums “Ceļš”", "two"),
        ("Ceļš", ProblemCode.INSTITUTION_SHARED),
        ("Izdomu birojs", ProblemCode.INSTITUTION_UNKNOWN),
        ("Cits birojs", ProblemCode.INSTITUTION_UNKNOWN),
        ("KM, LM", ProblemCode.INSTITUTION_SHARED),
    ):
        read, problems = entry(resolver=found, institution=text)
        answers = [read.institution, *(code for code, _ in codes(problems))]
        assert [each for each in answers if each] == [expected], text


def an_institution(connection: Any, code: str, name: str, **values: Any) -> None:
    row = {"origin": "entered"} | values | {"code": code, "name_lv": name, "name_en": name}
    connection.execute(insert(schema.institution).values(**row, name_folded=fold(name)))


def test_without_a_database_no_institution_is_asked_about() -> None:
    assert entry(institution=FUTURE) == entry(institution=FUTURE.replace("„", "“"))
    assert entry(institution=FUTURE)[1] == []


STATED = {
    Category.STATE: (
        "Valsts pārvalde",
        "valsts iestādes darbinieks",
        "State institution",
        "государственное учреждение",
        "instytucja państwowa",
        "valstybės institucija",
    ),
    Category.MUNICIPAL: (
        "pašvaldības darbiniece",
        "Pašvaldība",
        "local government",
        "самоуправление",
        "samorząd",
        "savivaldybė",
    ),
    Category.ROMA: (
        "romu kopienas pārstāvis",
        "Roma",
        "romiete",
        "ROMU PĀRSTĀVE",
        "Roma community representative",
        "представитель рома",
        "Romka",
        "romų atstovas",
    ),
    Category.NGO: (
        "NVO pārstāvis",
        "biedrība",
        "nevalstiskā organizācija",
        "NGO",
        "организация",
        "organizacja pozarządowa",
        "nevyriausybinė organizacija",
    ),
    Category.OTHER: ("cits", "другое", "inne", "kita"),
    Category.NOT_STATED: ("Nav norādīts", "nevēlos norādīt"),
}


@pytest.mark.parametrize(
    ("category", "text"), [(code, text) for code, texts in STATED.items() for text in texts]
)
def test_a_stated_capacity_is_known_in_five_languages(category: Category, text: str) -> None:
    found, problems = entry(category=text, institution="Kultūras ministrija")
    if text == "организация":
        assert codes(problems) == [(ProblemCode.WORD_UNKNOWN, CATEGORY)]
        return
    assert (found.category, found.category_from, problems) == (category, CategoryFrom.FILE, [])


@pytest.mark.parametrize(
    "text",
    [
        "Romu NVO",
        "romu biedrība",
        "valsts un pašvaldība",
        "izglītība",
        "romu mediators",
        "strādā ar romiem",
        "Rumānija",
    ],
)
def test_what_may_be_several_capacities_is_asked(text: str) -> None:
    assert codes(entry(category=text)[1]) == [(ProblemCode.WORD_UNKNOWN, CATEGORY)]


@pytest.mark.parametrize(
    ("institution", "category", "source"),
    [
        ("Kultūras ministrija", Category.STATE, CategoryFrom.REGISTER),
        ("Valkas pilsētas pašvaldība", Category.MUNICIPAL, CategoryFrom.REGISTER),
        ("DIA+LOGS", Category.NGO, CategoryFrom.REGISTER),
        ("Igaunijas Kultūras ministrija", Category.NOT_STATED, CategoryFrom.NONE),
        ("Finanšu ministrija", Category.STATE, CategoryFrom.WORDS),
        ("Saldus novada dome", Category.MUNICIPAL, CategoryFrom.WORDS),
        ("Rīgas pašvaldības aģentūra", Category.MUNICIPAL, CategoryFrom.WORDS),
        ("Romu biedrība „Čačipen”", Category.NGO, CategoryFrom.WORDS),
        ("biedrība pie Finanšu ministrijas", Category.NOT_STATED, CategoryFrom.NONE),
        ("Polijas Kultūras ministrija", Category.NOT_STATED, CategoryFrom.NONE),
        ("ministrijala", Category.NOT_STATED, CategoryFrom.NONE),
        ("SIA Reklāmas aģentūra", Category.NOT_STATED, CategoryFrom.NONE),
        ("Romu centrs", Category.NOT_STATED, CategoryFrom.NONE),
    ],
)
def test_a_capacity_that_nobody_states_follows_from_the_institution_alone(
    institution: str, category: Category, source: CategoryFrom
) -> None:
    found, problems = entry(institution=institution)
    assert (found.category, found.category_from, problems) == (category, source, [])


def test_nobody_is_a_roma_representative_unless_it_is_stated() -> None:
    words = ("Romu biedrība", "Romu kopienas centrs", "Roma NGO", "Romu pārstāvji", "Roma")
    for text in words:
        found, _ = entry(institution=text, place="Jelgava", gender="Sieviete")
        assert found.category != Category.ROMA, text
        stated, _ = entry(institution=text, place="Jelgava", category="roms")
        assert stated.category == Category.ROMA
    assert set(InstitutionKind) & {Category.ROMA} == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talsu novads", "2009:LV-097"),
        ("tiešsaistē", "online"),
        ("Attālināti", "online"),
        ("Igaunija", "abroad"),
        ("National body", "national_body"),
        ("Jelgavas", ProblemCode.PLACE_SHARED),
        ("Augšdaugavas novads", ProblemCode.PLACE_NOT_THEN),
        ("Vijakas novads", ProblemCode.PLACE_UNKNOWN),
        ("—", "not_stated"),
    ],
)
def test_places_hold_on_the_day(text: str, expected: str) -> None:
    found, problems = entry(place=text)
    if isinstance(expected, ProblemCode):
        assert [(p.code, p.row, p.value) for p in problems] == [(expected, ROW, text)]
        assert found.place == "not_stated"
    else:
        assert (found.place, problems) == (expected, [])


def decided(column: str, text: str, code: str) -> Decisions:
    return Decisions(words={column: {fold(text): code}})


def test_what_somebody_decided_goes_before_everything() -> None:
    found, problems = entry(
        decisions=Decisions(
            words={
                INSTITUTION: {fold("Ministrija"): "lm"},
                PLACE: {"jelgavas": "2009:LV-041"},
                CATEGORY: {"eksperts": "roma"},
            }
        ),
        institution="MINISTRIJA",
        place="Jelgavas",
        category="Eksperts",
    )
    assert (found.institution, found.place, found.category) == ("lm", "2009:LV-041", "roma")
    assert problems == []
    other, asked = entry(institution="Cita ministrija", place="Jelgavas nov")
    assert (other.institution, other.place, asked) == (None, "2009:LV-041", [])


def test_a_decision_about_a_row_counts_for_it_alone() -> None:
    decisions = UNDECIDED.with_row(ROW, cells={CATEGORY: "roma", PLACE: "abroad"})
    found, problems = entry(decisions=decisions, category="???", place="Valga")
    assert (found.category, found.place, problems) == ("roma", "abroad", [])
    elsewhere = UNDECIDED.with_row(ROW + 1, cells={CATEGORY: "roma"})
    assert entry(decisions=elsewhere)[0].category == "not_stated"


def test_no_decision_brings_back_a_place_of_other_days() -> None:
    decisions = decided(PLACE, "Kandavas", "2009:LV-043")
    assert entry(decisions=decisions, place="Kandavas")[0].place == "2009:LV-043"
    found, problems = entry(NOW, decisions, place="Kandavas")
    assert found.place == "not_stated"
    assert codes(problems) == [(ProblemCode.PLACE_NOT_THEN, PLACE)]


def test_a_decision_for_what_is_gone_is_asked_again() -> None:
    assert entry(decisions=decided(CATEGORY, "x", "king"), category="x")[1]
    assert entry(decisions=decided(PLACE, "Valga", "2009:LV-999"), place="Valga")[1]
    gone = entry(decisions=decided(INSTITUTION, "km", "gone"), institution="KM")
    assert gone[0].institution == "km"
    nobody = entry(decisions=decided(INSTITUTION, "km", "not_stated"), institution="KM")
    assert (nobody[0].institution, nobody[1]) == (None, [])


def test_a_database_of_the_facts_answers_as_the_facts_do(facts: Engine) -> None:
    found = register(facts)
    cells = {"institution": "KM", "place": "Talsu novads", "category": "romi"}
    row = SheetRow(ROW, {"name": "Anna Ozola", **cells})
    assert found.resolver.entry(row, THEN) == RESOLVER.entry(row, THEN)
    assert found.entry(row) == RESOLVER.entry(row, found.day)
    assert found.institution_ids["km"]
    assert found.place_columns("2009:LV-097")["municipality_id"]
    assert found.place_columns("online") == {"place_kind": "online", "municipality_id": None}
    assert found.proposed_kind("Finanšu ministrija") == InstitutionKind.STATE


def test_a_word_added_on_screen_counts_from_then_on(facts: Engine) -> None:
    assert entry(resolver=register(facts).resolver, institution="Sporta klubs")[0].category == (
        "not_stated"
    )
    with writing(facts) as connection:
        institutions.add_word(connection, COORDINATOR, "Klubs", "ngo")
        connection.execute(
            update(schema.institution)
            .where(schema.institution.c.code == "km")
            .values(kind="not_stated")
        )
    found = register(facts).resolver
    assert entry(resolver=found, institution="Sporta klubs")[0].category == "ngo"
    by_words, _ = entry(resolver=found, institution="KM")
    assert by_words.category == "not_stated", "an abbreviation holds no word"


def test_a_stated_capacity_goes_before_one_that_follows() -> None:
    follows = Entry("A", category="municipal", category_from=CategoryFrom.WORDS)
    stated = Entry("A", category="roma", category_from=CategoryFrom.FILE)
    for both in ([follows, stated], [stated, follows]):
        one, disagreeing = in_one(both)
        assert (one.category, one.category_from, disagreeing) == ("roma", CategoryFrom.FILE, [])
    other = Entry("A", category="ngo", category_from=CategoryFrom.FILE)
    assert in_one([stated, other])[1] == ["category"]
    unstated = Entry("A")
    assert in_one([unstated, follows])[0].category == "municipal"
