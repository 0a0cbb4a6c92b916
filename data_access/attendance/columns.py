"""The template's columns and words, as data: what people read, and the code it stands for."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from data_access.attendance.categories import WRITTEN
from data_access.rules import AgeBand, AttendanceStatus, Category, Gender, PlaceKind, fold


@dataclass(frozen=True)
class Said:
    """One thing in both languages, and the other ways in which people write it."""

    lv: str
    en: str
    others: tuple[str, ...] = ()

    def every(self) -> tuple[str, ...]:
        """Every way in which it is written."""
        return (self.lv, self.en, *self.others)


NAME, CONTACT, INSTITUTION, CATEGORY = "name", "contact", "institution", "category"
PLACE, GENDER, AGE_BAND, STATUS = "place", "gender", "age_band", "status"

HEADINGS: Mapping[str, Said] = {
    NAME: Said("Vārds, uzvārds", "Full name", ("Vārds un uzvārds", "Vārds uzvārds")),
    CONTACT: Said("E-pasts vai tālrunis", "E-mail or telephone"),
    INSTITUTION: Said("Iestāde vai organizācija", "Institution or organisation"),
    CATEGORY: Said("Pārstāv", "Represents"),
    PLACE: Said("Pašvaldība vai vieta", "Municipality or place"),
    GENDER: Said("Dzimums", "Gender"),
    AGE_BAND: Said("Vecuma grupa", "Age group"),
    STATUS: Said("Piedalījās", "Attended"),
}

CATEGORIES: Mapping[StrEnum, Said] = {
    Category.STATE: Said("Valsts iestāde", "State body", WRITTEN[Category.STATE]),
    Category.MUNICIPAL: Said("Pašvaldība", "Municipality", WRITTEN[Category.MUNICIPAL]),
    Category.ROMA: Said("Romu pārstāvis", "Roma representative", WRITTEN[Category.ROMA]),
    Category.NGO: Said("NVO", "NGO", WRITTEN[Category.NGO]),
    Category.OTHER: Said("Cits", "Other", ("Cita", *WRITTEN[Category.OTHER])),
    Category.NOT_STATED: Said("Nav norādīts", "Not stated", WRITTEN[Category.NOT_STATED]),
}
UNKNOWN = ("Nav zināms", "Nav zināma", "Nezināms", "n/a", "Unknown")
GENDERS: Mapping[StrEnum, Said] = {
    Gender.WOMAN: Said("Sieviete", "Woman", ("S", "Female", "женщина", "kobieta", "moteris")),
    Gender.MAN: Said("Vīrietis", "Man", ("V", "Male", "мужчина", "mężczyzna", "vyras")),
    Gender.OTHER: Said("Cits", "Other"),
    Gender.NOT_STATED: Said("Nav norādīts", "Not stated", UNKNOWN),
}
UNDER_18 = ("Jaunāka par 18 gadiem", "Jaunāks par 18", "Līdz 17", "0-17")
AGE_BANDS: Mapping[StrEnum, Said] = {
    AgeBand.UNDER_18: Said("Jaunāks par 18 gadiem", "Under 18", UNDER_18),
    AgeBand.FROM_18_TO_29: Said("18-29", "18-29"),
    AgeBand.FROM_30_TO_54: Said("30-54", "30-54"),
    AgeBand.FROM_55: Said(
        "55 un vairāk", "55 and older", ("55 gadi un vairāk", "55 and over", "55+")
    ),
    AgeBand.NOT_STATED: Said("Nav norādīta", "Not stated", ("Nav norādīts", *UNKNOWN)),
}
STATUSES: Mapping[StrEnum, Said] = {
    AttendanceStatus.ATTENDED: Said("Jā", "Yes", ("Piedalījās", "Attended")),
    AttendanceStatus.REGISTERED: Said("Nē", "No", ("Tikai reģistrējās", "Registered")),
    AttendanceStatus.NOT_STATED: Said("Nav norādīts", "Not stated"),
}
NATIONWIDE = ("Nacionāla mēroga iestāde", "National level", "Valsts līmenis")
FROM_AFAR = ("Tiešsaiste", "Attālināti", "Zoom", "MS Teams", "Teams", "Webex", "Internetā")
PLACE_KINDS: Mapping[StrEnum, Said] = {
    PlaceKind.NATIONAL_BODY: Said("Valsts iestāde", "National body", NATIONWIDE),
    PlaceKind.ABROAD: Said("Ārvalstīs", "Abroad", ("Ārvalstis", "Ārzemēs", "Ārzemes", "Ārvalsts")),
    PlaceKind.ONLINE: Said("Tiešsaistē", "Online", FROM_AFAR),
    PlaceKind.NOT_STATED: Said(
        "Nav norādīta", "Not stated", ("Nav norādīts", "Nav", "Nav zināms", "n/a", "Unknown")
    ),
}
VOCABULARIES: Mapping[str, Mapping[StrEnum, Said]] = {
    CATEGORY: CATEGORIES,
    GENDER: GENDERS,
    AGE_BAND: AGE_BANDS,
    STATUS: STATUSES,
}
NOT_STATED = "not_stated"

DASHES = str.maketrans("‐‑‒–—−", "------")
Words = Mapping[str, str]


def plain(text: str) -> str:
    """A word as it is recognised: without case, accents, kinds of dashes and spaces round them."""
    return fold("-".join(part.strip() for part in text.translate(DASHES).split("-")))


def _recognised(vocabulary: Mapping[StrEnum, Said]) -> Words:
    return {plain(way): code.value for code, said in vocabulary.items() for way in said.every()}


CODE_OF: Mapping[str, Words] = {
    **{column: _recognised(vocabulary) for column, vocabulary in VOCABULARIES.items()},
    PLACE: _recognised(PLACE_KINDS),
}
