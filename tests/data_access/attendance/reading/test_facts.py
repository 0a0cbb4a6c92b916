"""What stands above a list says: a title, dates, how many people."""

import pytest

from data_access.attendance.reading.facts import Facts, facts_of
from tests.data_access.attendance.reading.lines import numbered, table

Told = tuple[list[str], list[str], list[str], list[int]]
CASES: dict[str, tuple[tuple[str, ...], Told]] = {
    "nothing": ((), ([], [], [], [])),
    "a title and a date": (
        ("Romu platformas seminārs", "Talsi, 22.07.2020."),
        (["Romu platformas seminārs", "Talsi, 22.07.2020."], [],
         ["Romu platformas seminārs", "Talsi, 22.07.2020."], []),
    ),
    "labels in one cell": (
        ("Pasākums: Romu platformas seminārs", "Datums: 22.07.2020."),
        (["Romu platformas seminārs"], ["22.07.2020."], [], []),
    ),
    "labels beside their values": (
        ("Pasākuma nosaukums;Romu platformas seminārs", "Norises datums;22.07.2020."),
        (["Romu platformas seminārs"], ["22.07.2020."], [], []),
    ),
    "labels in other languages": (
        ("Meeting title;Roma platform seminar", "Дата;22.07.2020", "Data: 22.07.2020"),
        (["Roma platform seminar"], ["22.07.2020", "22.07.2020"], [], []),
    ),
    "how many": (
        ("Dalībnieku skaits;12", "Attended participants: 13"), ([], [], [], [12, 13]),
    ),
    "a total of two numbers is none": (("Dalībnieku skaits;12 no 15",), ([], [], [], [])),
    "a total with its parts": (
        ("Dalībnieku skaits: 12 (t.sk. 3 bērni)",), ([], [], [], [12, 12])
    ),
    "a label of something else beside its value": (
        ("Report Generated:;22.07.2020.", "Vieta;Liepāja"), ([], [], [], []),
    ),
    "an address, a name, a section and an office are no titles": (
        ("Rīga, Valdemāra iela 11a", "Anna Ozola", "Piedalījās:", "Vadītāja I. Strauta"),
        ([], [], ["Rīga, Valdemāra iela 11a", "Anna Ozola", "Piedalījās:", "Vadītāja I. Strauta"],
         []),
    ),
    "what every list says is no title": (
        ("Dalībnieku saraksts", "Attendance sheet", "Projekts Nr. 1"),
        ([], [], ["Dalībnieku saraksts", "Attendance sheet", "Projekts Nr. 1"], []),
    ),
    "a place is neither": (("Vieta: Talsi, 12.05. iela 3",), ([], [], [], [])),
    "several lines in one cell": (
        ("Dalībnieku saraksts\nPasākums: Romu platformas seminārs\nDatums: 22.07.2020.",),
        (["Romu platformas seminārs"], ["22.07.2020."], ["Dalībnieku saraksts"], []),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_rows_above_a_list_say_what_it_is_of(case: str) -> None:
    lines, expected = CASES[case]
    found = facts_of(numbered(*lines), ())
    assert (found.titles, found.dates, found.dated_lines, found.totals) == expected


def test_a_table_that_names_nobody_tells_of_the_call() -> None:
    call = table("Topic;Start Time;Participants", "Romu seminārs;07/22/2020 10:00;12")
    found = facts_of([], [call])
    assert (found.titles, found.dates, found.totals) == (
        ["Romu seminārs"],
        ["07/22/2020 10:00"],
        [12],
    )


def test_a_table_of_several_rows_states_no_total_in_its_first() -> None:
    parts = table("Topic;Participants", "Romu seminārs;5", "Sanāksme;7")
    assert facts_of([], [parts]).totals == []


def test_everything_that_stands_there_tells_the_source() -> None:
    found = facts_of(numbered("Meeting Summary;x"), ())
    assert "meeting summary" in found.texts()
    assert Facts().texts() == ""
