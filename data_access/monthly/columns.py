"""The sheets, columns and words of a mediator's monthly workbook, as data: what people read, and
the code it stands for.

A heading and a word are recognised in any case, with or without accents and signs.
"""

import re
from collections.abc import Mapping
from enum import StrEnum

from data_access.attendance.columns import Said
from data_access.monthly import vocabularies
from data_access.monthly.report import Part
from data_access.monthly.vocabularies import NOTHING
from data_access.rules import fold

POST, MONTH, HOURS = "post", "month", "hours"
FAMILY, OPENED_ON, CLOSED_ON, REASON = "family", "opened_on", "closed_on", "reason"
NEEDS = ("need_1", "need_2", "need_3")
REFERRED_BY, SIZE, CHILDREN = "referred_by", "size", "children"
HELD_ON, FORM, PERSONS, MET_AT = "held_on", "form", "persons", "met_at"
AREA, INSTITUTION, RESULT = "area", "institution", "result"
KIND = "kind"

SHEETS: Mapping[Part, Said] = {
    Part.HEAD: Said("Pārskats", "Report", ("Mēneša pārskats", "Titullapa")),
    Part.FAMILIES: Said("Ģimenes", "Families", ("Lietas", "Cases")),
    Part.CONTACTS: Said("Kontakti", "Contacts", ("Saziņas reizes", "Saziņa", "Konsultācijas")),
    Part.TRAININGS: Said("Mācības", "Trainings", ("Apmācības", "Mācības un supervīzijas")),
}
GUIDE, LISTS = "Kā aizpildīt", "Saraksti"
"""Sheets of the template that say nothing of a month."""

FAMILY_NUMBER = Said(
    "Ģimenes nr.", "Family no.", ("Ģimene", "Ģimenes numurs", "Family", "Family number")
)
DAY = Said("Datums", "Date", ("Diena", "Kad"))

HEADINGS: Mapping[Part, Mapping[str, Said]] = {
    Part.HEAD: {
        POST: Said("Amata vietas nr.", "Post no.", ("Amata vieta", "Amata vietas numurs", "Post")),
        MONTH: Said("Mēnesis", "Month", ("Pārskata mēnesis", "Mēnesis un gads")),
        HOURS: Said("Nostrādātās stundas", "Hours worked", ("Stundas", "Stundu skaits", "Hours")),
    },
    Part.FAMILIES: {
        FAMILY: FAMILY_NUMBER,
        OPENED_ON: Said("Atvērta", "Opened", ("Atvērta lieta", "Lieta atvērta", "Opened on")),
        CLOSED_ON: Said("Slēgta", "Closed", ("Slēgta lieta", "Lieta slēgta", "Closed on")),
        REASON: Said("Slēgšanas iemesls", "Closing reason", ("Iemesls", "Reason")),
        NEEDS[0]: Said("Vajadzība 1", "Need 1", ("Vajadzība", "1. vajadzība", "Need")),
        NEEDS[1]: Said("Vajadzība 2", "Need 2", ("2. vajadzība",)),
        NEEDS[2]: Said("Vajadzība 3", "Need 3", ("3. vajadzība",)),
        REFERRED_BY: Said("Kas vērsās", "Referred by", ("Kas pieteica", "Kas nosūtīja")),
        SIZE: Said(
            "Ģimenes locekļi", "Family members", ("Ģimenes locekļu skaits", "Locekļi", "Size")
        ),
        CHILDREN: Said("Tostarp bērni", "Of them children", ("Bērni", "Children")),
    },
    Part.CONTACTS: {
        HELD_ON: DAY,
        FORM: Said("Veids", "Form", ("Saziņas veids", "Konsultācijas veids", "Kind")),
        FAMILY: FAMILY_NUMBER,
        PERSONS: Said("Personas", "Persons", ("Personu skaits", "Cik personu")),
        MET_AT: Said("Tikšanās vieta", "Meeting place", ("Kur tikās", "Vieta")),
        AREA: Said("Joma", "Area", ("Vajadzība", "Need")),
        INSTITUTION: Said("Iestāde", "Institution", ("Iesaistītā iestāde",)),
        RESULT: Said("Rezultāts", "Result", ("Kas panākts",)),
    },
    Part.TRAININGS: {
        HELD_ON: DAY,
        KIND: Said("Veids", "Kind", ("Mācību veids",)),
        HOURS: Said("Stundas", "Hours", ("Stundu skaits",)),
    },
}
BESIDE: Mapping[Part, tuple[Said, ...]] = {
    Part.HEAD: (
        Said("Vieta", "Place"),
        Said("Dati", "Data"),
        Said("Mediatora mēneša pārskats", "Mediator's monthly report"),
    )
}
"""What the template says beside it, which is read nowhere."""

VOCABULARIES: Mapping[str, Mapping[StrEnum, Said]] = {
    REASON: vocabularies.CLOSING_REASONS,
    **dict.fromkeys((*NEEDS, AREA), vocabularies.AREAS),
    REFERRED_BY: vocabularies.REFERRERS,
    FORM: vocabularies.FORMS,
    MET_AT: vocabularies.PLACES,
    RESULT: vocabularies.RESULTS,
    KIND: vocabularies.TRAINING_KINDS,
}
DAYS = frozenset({OPENED_ON, CLOSED_ON, HELD_ON})
MOST: Mapping[str, int] = {PERSONS: 2_000, SIZE: 60, CHILDREN: 60, HOURS: 744}
"""Columns that take a number, and from where on it is none that could be meant."""

EXAMPLE = Said("Piemērs", "Example")
"""How the family's number of a row begins that only shows how to fill in."""
SUMS = frozenset(
    {
        *("kopa", "kopsumma", "kopskaits", "summa", "pavisam", "starpsumma", "kopejais"),
        *("total", "totals", "sum", "subtotal", "overall", "grand", "итого", "всего", "сумма"),
    }
)
"""Words of a row that adds up others."""
LONGEST_LABEL = 4
EXPLAINED = re.compile(r"[(\[:*]")
SIGNS = re.compile(r"[\W_]+")


def key(text: str) -> str:
    """A heading or a word as it is recognised: without case, accents and signs."""
    return SIGNS.sub(" ", fold(text)).strip()


def after_label(text: str) -> str:
    """What stands after a label and its colon in the same cell."""
    return text.partition(":")[2].strip()


def _recognised(vocabulary: Mapping[StrEnum, Said] | Mapping[str, Said]) -> dict[str, str]:
    return {key(way): str(code) for code, said in vocabulary.items() for way in said.every()}


COLUMN_OF: Mapping[Part, Mapping[str, str]] = {
    part: _recognised(headings) for part, headings in HEADINGS.items()
}
PART_OF: Mapping[str, Part] = {
    key(way): part for part, said in SHEETS.items() for way in said.every()
}
KNOWN_BESIDE: Mapping[Part, frozenset[str]] = {
    part: frozenset(key(way) for said in BESIDE.get(part, ()) for way in said.every())
    for part in Part
}
CODE_OF: Mapping[str, Mapping[str, str]] = {
    column: _recognised(known) | {key(code.value): code.value for code in known}
    for column, known in VOCABULARIES.items()
}


def column_of(part: Part, heading: str) -> str | None:
    """Our column of a heading or a label; what stands in brackets or after a colon explains it."""
    known = COLUMN_OF[part]
    return known.get(key(heading)) or known.get(key(EXPLAINED.split(heading)[0]))


def is_beside(part: Part, text: str) -> bool:
    """Whether a text is a label of the template that is read nowhere."""
    return key(EXPLAINED.split(text)[0]) in KNOWN_BESIDE[part]


def offered(column: str) -> tuple[str, ...]:
    """The words that can be chosen in a column; what is not stated is left empty instead."""
    return tuple(said.lv for said in VOCABULARIES[column].values() if said is not NOTHING)


def is_example(family: str) -> bool:
    """Whether a row says of itself that it is an example."""
    return key(family).startswith(tuple(map(key, EXAMPLE.every())))


def sums_up(text: str, column: str = "") -> bool:
    """Whether a text is the label of a row that adds up others.

    A sentence is none, nor an institution that has such a word in its name.
    """
    words = key(text).split()
    most = 1 if column == INSTITUTION else LONGEST_LABEL
    return len(words) <= most and not SUMS.isdisjoint(words)
