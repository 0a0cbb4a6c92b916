"""Which program made a list is told by the headings that stand together."""

import pytest

from data_access.attendance.columns import HEADINGS as OURS
from data_access.attendance.reading.decisions import Means
from data_access.attendance.reading.roles import role_of
from data_access.attendance.reading.sheet import Source
from data_access.attendance.reading.sources import is_announced, source_of, status_word
from data_access.rules import fold

HEADINGS = [
    (Source.TEMPLATE, ";".join(said.lv for said in OURS.values())),
    (Source.TEMPLATE, ";".join(said.en for said in OURS.values())),
    (Source.TEAMS, "Full Name;User Action;Timestamp"),
    (Source.TEAMS, "Vārds, uzvārds;Lietotāja darbība;Laika zīmogs"),
    (Source.TEAMS, "Full Name;Join Time;Leave Time;Duration;Email;Role;Participant ID (UPN)"),
    (Source.TEAMS, "Name;First Join;Last Leave;In-Meeting Duration;Email;Role"),
    (Source.TEAMS, "Meeting Id;Full Name;Join Time;Duration;Role;Participant ID (UPN)"),
    (Source.ZOOM_MEETING, "Name (Original Name);User Email;Join Time;Leave Time;Recording Consent"),
    (Source.ZOOM_WEBINAR, "Attendee Details;Attended;User Name (Original Name);Email;Join Time"),
    (Source.WEBEX, "Display Name;Attendee Email;Join Time;Leave Time;Connection Type"),
    (Source.MEET, "First name;Last name;Email;Duration;Time joined;Time exited"),
    (Source.GOOGLE_FORMS, "Timestamp;Vārds, uzvārds;E-pasts"),
    (Source.GOOGLE_FORMS, "Laika zīmogs;Vārds un uzvārds;Iestāde"),
    (Source.GOOGLE_FORMS, "Отметка времени;Имя и фамилия"),
    (Source.MICROSOFT_FORMS, "ID;Start time;Completion time;Email;Name;Iestāde"),
    (Source.EVENTBRITE, "Order #;Order Date;First Name;Last Name;Ticket Type;Attendee Status"),
    (Source.CIVICRM, "Contact ID;Participant Name;Participant Status;Participant Role;Event"),
    (Source.INDICO, "ID;Name;Affiliation;Email Address;Checked in;Registration state"),
    (Source.SIGN_IN, "Nr.;Vārds, uzvārds;Iestāde;Paraksts"),
    (Source.LIST, "Vārds, uzvārds;Iestāde;Amats"),
    (Source.LIST, "Name;Organisation;E-mail"),
]  # fmt: skip
WORDS = {
    Means.ATTENDED: ("Jā", "Yes", "Attended", "Да", "Присутствовала", "Tak", "Obecny", "Taip",
                     "Dalyvavo", "Uczestniczył", "x", "1", "✓", "piedalījās.", "TRUE", "Ieradās",
                     "Checked in", "☑", "✅", "х", "jā (attālināti)", "Klāt"),
    Means.REGISTERED: ("Nē", "No", "Registered", "Нет", "Зарегистрирована", "Nie", "Nieobecna",
                       "Nedalyvavo", "-", "0", "No-show", "Neieradās", "Cancelled", "On waitlist",
                       "Reģistrējies", "Tikai reģistrējās", "Attending", "Pending",
                       "☐", "✖", "–", "nē (slims)", "Slims", "Не пришла"),
    None: ("", "Neskaidri", "Nav norādīts", "Ozola", "Неясно", "2", "?",
           "jā (atteicās)", "jā (2 stundas)"),
}  # fmt: skip
SAYINGS = [(means, word) for means, words in WORDS.items() for word in words]
TITLES = {
    "Pieteikušies dalībnieki": True,
    "Uzaicināto saraksts": True,
    "Registered participants": True,
    "Список приглашенных": True,
    "Lista zaproszonych": True,
    "Dalībnieku saraksts": False,
    "Seminārs Talsos": False,
    "": False,
}


@pytest.mark.parametrize(("source", "headings"), HEADINGS)
def test_a_program_is_known_by_its_headings(source: Source, headings: str) -> None:
    cells = headings.split(";")
    roles = [role for cell in cells if (role := role_of(cell))]
    assert source_of(roles, fold(" | ".join(cells))) is source
    backwards = fold(" | ".join(reversed(cells)))
    assert source_of(list(reversed(roles)), backwards) is source


def test_every_source_has_a_case() -> None:
    assert {source for source, _ in HEADINGS} == set(Source)


def test_a_list_is_a_sign_in_sheet_by_its_title() -> None:
    assert source_of([], fold("Dalībnieku saraksts | Vārds, uzvārds")) is Source.SIGN_IN


@pytest.mark.parametrize(("means", "word"), SAYINGS)
def test_a_word_says_who_came_and_who_only_registered(means: Means | None, word: str) -> None:
    for way in (word, word.upper(), f" {word} "):
        assert status_word(way) is means


@pytest.mark.parametrize("title", TITLES)
def test_a_title_tells_that_people_had_only_announced_themselves(title: str) -> None:
    assert is_announced(fold(title)) is TITLES[title]
