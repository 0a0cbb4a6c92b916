"""Row by row: a person who came or only registered, a line left out with its reason, a question."""

import datetime as dt

import pytest

from data_access.attendance.problems import ProblemCode as Code
from data_access.attendance.reading import Decisions, Sheet
from data_access.attendance.reading.decisions import Means
from data_access.attendance.reading.listed import best_contact, is_several
from data_access.attendance.reading.sheet import LeftOut, Source
from tests.data_access.attendance.reading.lines import codes, names, sheet, told

CAME, REGISTERED = "Attended", "Registered"
NAMED, ANNA, JANIS = "Vārds, uzvārds;Iestāde", "Anna Ozola;KM", "Jānis Bērziņš;LM"


def asked(found: Sheet) -> list[tuple[Code, int | None]]:
    """What is asked, but for the day, which few of these lists name."""
    return [(one.code, one.row) for one in found.problems if one.code is not Code.DATE_UNKNOWN]


STATUSES = {
    "Piedalījās": ("jā", "nē"),
    "Attended": ("Yes", "No"),
    "Присутствие": ("да", "нет"),
    "Obecność": ("tak", "nie"),
    "Dalyvavo": ("taip", "ne"),
    "Statuss": ("Ieradās", "Reģistrējies"),
    "Participant Status": ("Attended", "No-show"),
    "Apmeklējums": ("1", "0"),
    "Klātbūtne": ("x", "-"),
}


@pytest.mark.parametrize("heading", STATUSES)
def test_who_is_said_not_to_have_come_did_not(heading: str) -> None:
    yes, no = STATUSES[heading]
    found = sheet(f"Vārds, uzvārds;{heading}", f"Anna Ozola;{yes}", f"Jānis Bērziņš;{no}")
    assert told(found) == [(2, "Anna Ozola", CAME), (3, "Jānis Bērziņš", REGISTERED)]
    assert asked(found) == []


@pytest.mark.parametrize("heading", ["Piedalījās", "Attended", "Присутствие", "Obecność"])
def test_where_presence_is_only_ticked_the_others_did_not_come(heading: str) -> None:
    found = sheet(f"Vārds, uzvārds;{heading}", "Anna Ozola;x", "Jānis Bērziņš;", "Jana Liepa;x")
    assert [status for _, _, status in told(found)] == [CAME, REGISTERED, CAME]


def test_a_word_that_nobody_knows_stays_for_somebody_to_decide() -> None:
    found = sheet(
        "Vārds, uzvārds;Piedalījās", "Anna Ozola;jā", "Jana Liepa;neskaidri", "Ilze Kalna;nē"
    )
    assert [status for _, _, status in told(found)] == [CAME, "neskaidri", REGISTERED]


def test_where_all_signed_all_came() -> None:
    found = sheet("Vārds, uzvārds;Paraksts", "Anna Ozola;AO", "Jānis Bērziņš;J. B.")
    assert [status for _, _, status in told(found)] == [CAME, CAME]
    assert asked(found) == []


def test_where_nobody_signed_the_column_says_nothing() -> None:
    found = sheet("Vārds, uzvārds;Paraksts", "Anna Ozola;", "Jānis Bērziņš;")
    assert [status for _, _, status in told(found)] == [CAME, CAME]


def test_where_some_signed_the_others_are_asked_about() -> None:
    lines = ("Vārds, uzvārds;Paraksts", "Anna Ozola;AO", "Jānis Bērziņš;")
    found = sheet(*lines)
    assert [status for _, _, status in told(found)] == [CAME, REGISTERED]
    assert asked(found) == [(Code.ATTENDED_OR_REGISTERED, None)]
    for means, word in ((Means.ATTENDED, CAME), (Means.REGISTERED, REGISTERED)):
        decided = sheet(*lines, decided=Decisions(means=means))
        assert [status for _, _, status in told(decided)] == [CAME, word]
        assert asked(decided) == []


FORMS = {
    Source.GOOGLE_FORMS: "Timestamp;Vārds, uzvārds",
    Source.MICROSOFT_FORMS: "Completion time;Vārds, uzvārds",
    Source.EVENTBRITE: "Order #;Attendee",
}


@pytest.mark.parametrize("source", FORMS)
def test_whoever_filled_in_a_form_only_registered_until_somebody_says_more(source: Source) -> None:
    found = sheet(FORMS[source], "2020/07/20 10:00;Anna Ozola")
    assert found.source is source
    assert [status for _, _, status in told(found)] == [REGISTERED]
    assert (Code.ATTENDED_OR_REGISTERED, None) in asked(found)
    decided = sheet(
        FORMS[source], "2020/07/20 10:00;Anna Ozola", decided=Decisions(means=Means.ATTENDED)
    )
    assert [status for _, _, status in told(decided)] == [CAME]
    assert Code.ATTENDED_OR_REGISTERED not in codes(decided)


def test_a_list_of_those_who_announced_themselves_is_asked_about() -> None:
    found = sheet("Pieteikušies dalībnieki;", NAMED, ANNA)
    assert (Code.ATTENDED_OR_REGISTERED, None) in asked(found)


DAYS = "Vārds, uzvārds;22.07.2020.;23.07.2020."
FIRST, SECOND = dt.date(2020, 7, 22), dt.date(2020, 7, 23)


@pytest.mark.parametrize(
    ("here", "gone"), [("x", ""), ("1", "0"), ("jā", "nē"), ("+", "-"), ("Jānis B.", ""), ("✓", "")]
)
def test_a_column_a_day_tells_who_came_when(here: str, gone: str) -> None:
    found = sheet(DAYS, f"Anna Ozola;{here};{here}", f"Jana Liepa;{gone};{here}",
                  f"Ilze Kalniņa;{gone};{gone}")  # fmt: skip
    assert [(row.days, row.cells["status"]) for row in found.rows] == [
        ((FIRST, SECOND), CAME),
        ((SECOND,), CAME),
        ((), REGISTERED),
    ]
    assert found.days == (FIRST, SECOND)


def test_days_that_are_only_numbered_are_those_of_the_activity() -> None:
    lines = ("Vārds, uzvārds;1. diena;2. diena", "Anna Ozola;;x")
    (row,) = sheet("Seminārs 22.-23.07.2020.;;", *lines).rows
    assert row.days == (SECOND,)
    (unknown,) = sheet(*lines).rows
    assert (unknown.days, unknown.cells["status"]) == ((), CAME)


def test_a_remark_in_the_column_of_a_day_is_no_presence() -> None:
    found = sheet(DAYS, "Anna Ozola;x;x", "Jana Liepa;ieradīsies vēlāk;")
    assert told(found)[1][2] != CAME


LEFT_OUT: dict[str, tuple[tuple[str, ...], dict[int, LeftOut]]] = {
    "a total and who made it": (
        (NAMED, ANNA, "Kopā: 1;", "Sarakstu sagatavoja: Zane Ķirse;"),
        {3: LeftOut.FOOTER, 4: LeftOut.FOOTER},
    ),
    "the headings again": ((NAMED, ANNA, NAMED, JANIS), {3: LeftOut.HEADING_AGAIN}),
    "lines to be filled in": (
        ("Nr.;Vārds, uzvārds;Paraksts", "1.;Anna Ozola;", "2.;;", "3.;;"),
        {3: LeftOut.BLANK_LINE, 4: LeftOut.BLANK_LINE},
    ),
    "a section": (
        ("Vārds, uzvārds;Iestāde;Amats", "Anna Ozola;KM;eksperte", "Lektori:;;", JANIS + ";"),
        {3: LeftOut.OTHER_SECTION},
    ),
    "a footer in other languages": (
        ("Name;Organisation", "Anna Ozola;KM", "Total: 1;", "Prepared by: Zoe Kirk;"),
        {3: LeftOut.FOOTER, 4: LeftOut.FOOTER},
    ),
    "a line to sign": ((NAMED, ANNA, "____________;/Z. Ķirse/"), {3: LeftOut.FOOTER}),
}  # fmt: skip


@pytest.mark.parametrize("case", LEFT_OUT)
def test_what_is_nobody_is_left_out_with_a_reason(case: str) -> None:
    lines, left = LEFT_OUT[case]
    found = sheet(*lines)
    assert found.left_out == left
    assert found.read_count == len(found.rows) + len(left)
    assert not {row.number for row in found.rows} & set(left)
    assert set(names(found)) <= {"Anna Ozola", "Jānis Bērziņš"}


@pytest.mark.parametrize(
    "line", ["Kopā: 7;", "Kopā;7", "Pavisam 7 dalībnieki;", "Dalībnieku skaits: 7;", "Razem: 7;"]
)
def test_the_total_that_a_list_states_is_known(line: str) -> None:
    assert sheet(NAMED, ANNA, line).stated_total == 7


SECTIONS = {
    "of those whom they represent": ("NVO:;;", {"category": "NVO"}),
    "of an organisation": ("Talsu novada dome;;", {"institution": "Talsu novada dome"}),
    "of anything else": ("II. Lektori;;", {}),
}


@pytest.mark.parametrize("case", SECTIONS)
def test_the_title_of_a_section_tells_of_those_below(case: str) -> None:
    title, more = SECTIONS[case]
    found = sheet(
        "Vārds, uzvārds;Amats;E-pasts", "Anna Ozola;eksperte;a@x.lv", title, "Jānis Bērziņš;;j@x.lv"
    )
    assert dict(found.rows[1].cells) == {
        "name": "Jānis Bērziņš", "contact": "j@x.lv", "status": CAME, **more,
    }  # fmt: skip
    assert "category" not in found.rows[0].cells


NOBODY = {
    "iPhone": Code.NOT_A_PERSON,
    "SM-G973F": Code.NOT_A_PERSON,
    "+371 26123456": Code.NOT_A_PERSON,
    "Sanāksmju telpa 2": Code.NOT_A_PERSON,
    "anna.ozola@example.org": Code.NOT_A_PERSON,
    "Anna Ozola un Jānis Bērziņš": Code.NOT_A_PERSON,
    "Anna": Code.NAME_UNUSUAL,
    "Null": Code.NAME_UNUSUAL,
}


@pytest.mark.parametrize("name", NOBODY)
def test_what_may_be_nobody_is_asked_about_until_somebody_says_so(name: str) -> None:
    lines = ("Name;Company;Email", f"{name};KM;x@example.org")
    found = sheet(*lines)
    assert asked(found) == [(NOBODY[name], 2)]
    person = Decisions().with_row(2, is_person=True)
    assert asked(sheet(*lines, decided=person)) == []
    renamed = Decisions().with_row(2, cells={"name": "Anna Ozola"})
    assert names(sheet(*lines, decided=renamed)) == ["Anna Ozola"]
    assert asked(sheet(*lines, decided=renamed)) == []
    out = sheet(*lines, decided=Decisions().with_row(2, leave_out=True))
    assert out.left_out == {2: LeftOut.DECIDED}
    assert out.rows == ()


@pytest.mark.parametrize("line", [";;c@example.org", ";KM;c@example.org", ";;26123456"])
def test_a_contact_without_a_name_is_no_line_to_leave_out(line: str) -> None:
    found = sheet("Vārds, uzvārds;Iestāde;Kontakti", "Anna Ozola;KM;a@example.org", line)
    assert [row.number for row in found.rows] == [2, 3]
    assert "name" not in found.rows[1].cells


def test_cells_stand_under_our_columns() -> None:
    headings = "Vārds;Uzvārds;E-pasts;Tālrunis;Iestāde;Pārstāv;Pašvaldība;Dzimums;Vecums"
    (row,) = sheet(
        headings, "Anna;Ozola;A@Example.org;26123456;KM;Valsts iestāde;Talsu novads;S;34"
    ).rows
    assert dict(row.cells) == {
        "name": "Anna Ozola", "contact": "a@example.org", "institution": "KM",
        "category": "Valsts iestāde", "place": "Talsu novads", "gender": "S",
        "age_band": "30-54", "status": CAME,
    }  # fmt: skip
    assert row.source[4] == "KM"


def test_the_employer_behind_a_name_counts_where_no_column_names_one() -> None:
    (row,) = sheet("Name;Email", "Anna Ozola (Talsu novada dome);a@x.lv").rows
    assert (row.cells["name"], row.cells["institution"]) == ("Anna Ozola", "Talsu novada dome")


@pytest.mark.parametrize(
    ("texts", "contact"),
    [
        (["26123456", "a@x.lv"], "a@x.lv"),
        (["tālr. 26123456", "-"], "+37126123456"),
        (["zvanīt māsai", ""], "zvanīt māsai"),
        (["-", "..."], ""),
        ([], ""),
    ],
)
def test_an_address_reaches_somebody_before_a_telephone(texts: list[str], contact: str) -> None:
    assert best_contact(texts) == contact


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Ozola\nJānis Bērziņš", True),
        ("Anna Ozola, Jānis Bērziņš", True),
        ("Ozola, Anna", False),
        ("Anna un Jānis Bērziņi", False),
        ("Anna Ozola", False),
    ],
)
def test_several_whole_names_in_a_cell_are_several_people(text: str, expected: bool) -> None:
    assert is_several(text) is expected
