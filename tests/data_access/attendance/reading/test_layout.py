"""Which column holds what: by its heading, else by what stands in it."""

import pytest

from data_access.attendance.reading.finding import is_day
from data_access.attendance.reading.layout import layout_of, letters
from data_access.attendance.reading.roles import ColumnRole as Role
from data_access.attendance.reading.roles import role_of
from data_access.attendance.reading.sheet import LeftOut, Source
from data_access.attendance.reading.tables import Table
from tests.data_access.attendance.reading.lines import numbered

F, G, S = Role.FULL_NAME, Role.GIVEN, Role.SURNAME
CASES: dict[str, tuple[str, tuple[str, ...], list[Role | None]]] = {
    "by their headings": (
        "Nr.;Vārds;Uzvārds;Iestāde;Amats", ("1;Anna;Ozola;KM;eksperte",),
        [Role.NUMBER, G, S, Role.INSTITUTION, Role.JOB],
    ),
    "given names alone are whole names": (
        "Vārds;Iestāde", ("Anna Ozola;KM",), [F, Role.INSTITUTION],
    ),
    "surnames alone as well": ("Uzvārds;Iestāde", ("Ozola Anna;KM",), [F, Role.INSTITUTION]),
    "an address without a heading": (
        "Vārds, uzvārds;", ("Anna Ozola;a@x.lv", "Jānis Bērziņš;j@x.lv"), [F, Role.EMAIL],
    ),
    "a telephone under a word nobody knows": (
        "Vārds, uzvārds;Kur zvanīt", ("Anna Ozola;+371 26123456", "Jānis Bērziņš;26123457"),
        [F, Role.PHONE],
    ),
    "personal codes under any word": (
        "Vārds, uzvārds;Cits", ("Anna Ozola;010190-12345", "Jānis Bērziņš;150685-11111"),
        [F, Role.PERSONAL_CODE],
    ),
    "categories without a heading": (
        "Vārds, uzvārds;", ("Anna Ozola;NVO", "Jānis Bērziņš;Pašvaldība"), [F, Role.CATEGORY],
    ),
    "institutions without a heading": (
        "Vārds, uzvārds;", ("Anna Ozola;Talsu novada dome", "Jānis Bērziņš;Kultūras ministrija"),
        [F, Role.INSTITUTION],
    ),
    "what is called category and names bodies": (
        "Vārds, uzvārds;Pārstāv", ("Anna Ozola;Talsu novada dome",), [F, Role.INSTITUTION],
    ),
    "what is called status and holds categories": (
        "Vārds, uzvārds;Statuss", ("Anna Ozola;NVO", "Jānis Bērziņš;NVO"), [F, Role.CATEGORY],
    ),
    "numbers under Name": (
        "Name;Vārds, uzvārds", ("1;Anna Ozola", "2;Jana Liepa"), [Role.NUMBER, F],
    ),
    "days": ("Vārds, uzvārds;22.07.2020.;2. diena", ("Anna Ozola;x;",), [F, Role.DAY, Role.DAY]),
    "an address that is none": ("Vārds, uzvārds;E-pasts", ("Anna Ozola;nav",), [F, None]),
    "headings over each other's columns": (
        "Vārds;Uzvārds", ("Bērziņš;Jānis", "Ozola;Anna"), [S, G],
    ),
    "a name column with nothing in it": (
        "Name;Jūsu vārds, uzvārds", (";Anna Ozola", ";Jānis Bērziņš"), [Role.OTHER, F],
    ),
    "crosses under what somebody is": (
        "Vārds, uzvārds;NVO;Pašvaldība", ("Anna Ozola;x;", "Jānis Bērziņš;;x"), [F, None, None],
    ),
    "marks under parts of a day": (
        "Vārds, uzvārds;Rīts;13:00", ("Anna Ozola;x;-", "Jānis Bērziņš;+;+"),
        [F, Role.DAY, Role.DAY],
    ),
    "lessons by their numbers": (
        "Vārds, uzvārds;II nodarbība;2.d.", ("Anna Ozola;x;",), [F, Role.DAY, Role.DAY],
    ),
    "our own columns beside rows to mend": (
        "Vārds, uzvārds;Rinda failā;What is wrong", ("Anna Ozola;4;cancelled",),
        [F, Role.REPORT, Role.REPORT],
    ),
    "nothing to tell by": ("Vārds, uzvārds;Apavi", ("Anna Ozola;sarkani",), [F, None]),
    "a column beyond the headings": (
        "Vārds, uzvārds", ("Anna Ozola;a@x.lv", "Jānis Bērziņš;j@x.lv"), [F, Role.EMAIL],
    ),
}  # fmt: skip
GUESSED: dict[str, tuple[tuple[str, ...], list[Role | None]]] = {
    "whole names": (("Anna Ozola;zils", "Jānis Bērziņš;balts"), [F, None]),
    "given names first": (("Anna;Ozola", "Jānis;Bērziņš"), [G, S]),
    "surnames first": (("Ozola;Anna", "Bērziņš;Jānis"), [S, G]),
    "titles of films": (("Melnā roze;9", "Sarkanā pils;8"), [None, Role.NUMBER]),
}


def a_table(heading: str, rows: tuple[str, ...]) -> Table:
    cells = heading.split(";") if heading else []
    found = Table(0, 1, cells, [None] * len(cells))
    found.body = numbered("", *rows)
    return found


@pytest.mark.parametrize("case", CASES)
def test_a_column_is_known_by_its_heading_or_by_what_it_holds(case: str) -> None:
    heading, rows, roles = CASES[case]
    found = a_table(heading, rows)
    found.roles = [role_of(cell) for cell in found.headings]
    layout = layout_of(found, Source.LIST, is_day, {})
    assert list(layout.roles) == roles
    assert not layout.guessed


@pytest.mark.parametrize("case", GUESSED)
def test_without_a_heading_people_are_told_by_their_names(case: str) -> None:
    rows, roles = GUESSED[case]
    layout = layout_of(a_table("", rows), Source.LIST, is_day, {})
    assert list(layout.roles) == roles
    assert layout.guessed


def test_what_somebody_decided_goes_before_everything() -> None:
    found = a_table("Vārds, uzvārds;Apavi", ("KM;Anna Ozola",))
    decided = {0: "institution", 1: "full_name", 7: "email"}
    layout = layout_of(found, Source.LIST, is_day, decided)
    assert layout.roles == (Role.INSTITUTION, Role.FULL_NAME)
    assert layout_of(found, Source.LIST, is_day, {0: "-"}).roles[0] is None


def test_every_column_is_told_with_its_letter_and_why_it_is_left() -> None:
    headings = "Nr.;Vārds, uzvārds;Paraksts;Personas kods;Piekrišana;Amats;Ilgums;E-pasts"
    found = a_table(headings, ("1;Anna Ozola;AO;010190-12345;jā;eksperte;1 h;",))
    found.roles = [role_of(cell) for cell in found.headings]
    columns = layout_of(found, Source.LIST, is_day, {}).columns(frozenset(range(7)))
    assert [(one.letter, one.role or one.left_out) for one in columns] == [
        ("A", LeftOut.NUMBERING),
        ("B", "full_name"),
        ("C", LeftOut.SIGNATURE),
        ("D", LeftOut.PERSONAL_CODE),
        ("E", LeftOut.CONSENT),
        ("F", LeftOut.NOT_NEEDED),
        ("G", LeftOut.TIMES),
        ("H", "email"),
    ]
    assert "Anna" not in repr(columns)


@pytest.mark.parametrize(
    ("index", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_are_called_as_in_a_spreadsheet(index: int, letter: str) -> None:
    assert letters(index) == letter
